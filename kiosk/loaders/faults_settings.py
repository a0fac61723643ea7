"""Faults of a terminal's settings and of its colours."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

READING_SHORTER = Fault(
    "Wer liest oder hört ({reading} s), hätte weniger Zeit als andere ({after} s).",
    "reading_after_s mindestens so groß wie after_s wählen.",
    "Those who read or listen ({reading} s) would have less time than others ({after} s).",
    "Choose reading_after_s at least as large as after_s.",
)
OUT_OF_REACH = Fault(
    "Bei dieser Höhe stehen Tasten der niedrigen Ansicht („Tiefer“) {low} bis {high} mm über dem Boden. Aus dem "
    "Rollstuhl reicht die Hand von {least} bis {most} mm.",
    "Den Bildschirm so hängen, dass die Unterkante des Bildes bei {lowest} bis {highest} mm ist, und das eintragen.",
    "At this height keys of the low view ('Lower') stand {low} to {high} mm above the floor. From a wheelchair a hand "
    "reaches from {least} to {most} mm.",
    "Hang the screen so that the lower edge of the picture is at {lowest} to {highest} mm, and enter that.",
    Severity.WARNING,
)
KEY_TWICE = Fault(
    "Die Taste „{name}“ hat schon eine Aufgabe: {other}. Als {function} wirkt sie nicht.",
    "Eine andere Taste wählen, oder sie bei {other} herausnehmen.",
    "The key '{name}' has a function already: {other}. It does not work as {function}.",
    "Choose another key, or take it out of {other}.",
)
BAD_TIME_ZONE = Fault(
    "„{value}“ ist keine Zeitzone, die dieser Rechner kennt.",
    "Schreiben: {usual}",
    "'{value}' is no time zone that this computer knows.",
    "Write: {usual}",
)
BAD_COLOUR = Fault(
    "„{value}“ ist keine Farbe.",
    'Schreiben wie: "#0b4650" (Raute, sechs Stellen 0–9 und a–f, in Anführungszeichen).',
    "'{value}' is not a colour.",
    'Write it like: "#0b4650" (hash, six digits 0–9 and a–f, in quotes).',
)
UNQUOTED_COLOUR = Fault(
    "Die Farbe fehlt: Ohne Anführungszeichen gilt alles ab # als Bemerkung.",
    'Schreiben wie: {name}: "#0b4650"',
    "The colour is missing: without quotes everything from # on is a remark.",
    'Write it like: {name}: "#0b4650"',
)
UNKNOWN_THEME = Fault(
    "Farben namens „{name}“ gibt es nicht; gezeigt werden die üblichen.",
    "{hint} In kiosk.yaml unter „theme:“ eintragen oder diese Datei anlegen.",
    "There are no colours called '{name}'; the usual ones are shown.",
    "{hint} Enter it in kiosk.yaml below 'theme:' or create this file.",
)
MISSING_COLOURS = Fault(
    "Diese Farben fehlen: {names}.",
    "Die Zeilen aus config/themes/lobby.yaml übernehmen und anpassen.",
    "These colours are missing: {names}.",
    "Copy the lines from config/themes/lobby.yaml and adapt them.",
)
UNKNOWN_COLOUR = Fault(
    "Eine Farbe „{name}“ kennt der Kiosk nicht.",
    "{hint}",
    "The kiosk knows no colour '{name}'.",
    "{hint}",
)
OTHER_NAME = Fault(
    "Die Datei heißt {file}, darin steht aber „{name}“.",
    "Beide Namen gleich schreiben.",
    "The file is called {file}, but it says '{name}'.",
    "Write both names alike.",
)
