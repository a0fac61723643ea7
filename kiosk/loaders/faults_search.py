"""Faults in what belongs to the search: other words, and keyboards. None takes anything else off the screen."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

NO_WORDS = Fault(
    "In dieser Sprache gibt es keine weiteren Suchwörter; gefunden werden nur Namen und ihre kurzen Zeilen.",
    "search/{name} anlegen: unter „words:“ je Kennung die Wörter, die Menschen wirklich benutzen.",
    "There are no other words to search by in this language; only names and their short lines are found.",
    "Create search/{name}: below 'words:', for each id the words that people really use.",
    Severity.WARNING,
)
UNKNOWN_ID = Fault(
    "Die Kennung „{value}“ gibt es nicht; ihre Suchwörter führen zu nichts.",
    "{hint} Gemeint ist die Kennung eines Dienstes, einer Organisation oder eines Themas.",
    "There is no id '{value}'; its words lead to nothing.",
    "{hint} It must be the id of a service, an organisation or a topic.",
)
WORD_TWICE = Fault(
    "„{value}“ steht bei „{name}“ schon.",
    "Eines von beiden löschen.",
    "'{value}' is already there for '{name}'.",
    "Delete one of the two.",
    Severity.WARNING,
)
NO_KEYBOARD = Fault(
    "Diese Tastatur fehlt; wer sie für die Suche braucht, bekommt keine Taste dafür.",
    "keyboards/{name}.yaml wiederherstellen.",
    "This keyboard is missing; whoever needs it for the search gets no key for it.",
    "Restore keyboards/{name}.yaml.",
)
UNKNOWN_KEYBOARD = Fault(
    "Die Tastatur „{value}“ gibt es nicht; gezeigt wird die übliche dieser Schrift.",
    "{hint} Sonst keyboards/{value}.yaml anlegen.",
    "There is no keyboard '{value}'; the usual one of this script is shown.",
    "{hint} Otherwise create keyboards/{value}.yaml.",
)
NO_LETTERS = Fault(
    "Für die Schrift der Sprache „{value}“ gibt es keine Tastatur; gesucht wird mit der deutschen.",
    "keyboards/{value}.yaml anlegen oder mit „keyboard:“ eine andere nennen.",
    "There is no keyboard for the script of the language '{value}'; people search with the German one.",
    "Create keyboards/{value}.yaml, or name another one with 'keyboard:'.",
    Severity.WARNING,
)
TOO_MANY_ROWS = Fault(
    "Mehr als {limit} Zeilen haben auf dem Bildschirm keinen Platz; die Tastatur wird nicht gezeigt.",
    "Die Buchstaben auf {limit} Zeilen verteilen.",
    "There is no room on the screen for more than {limit} rows; the keyboard is not shown.",
    "Spread the letters over {limit} rows.",
)
TOO_MANY_KEYS = Fault(
    "Hier stehen {count} Tasten, Platz ist für {limit} (in der letzten Zeile einer weniger, dort steht „Löschen“); die "
    "Tastatur wird nicht gezeigt.",
    "Tasten in eine andere Zeile setzen.",
    "There are {count} keys here, there is room for {limit} (one less in the last row, where 'delete' stands); the "
    "keyboard is not shown.",
    "Move keys to another row.",
)
NO_KEY = Fault(
    "„{value}“ ist keine Taste; die Tastatur wird nicht gezeigt.",
    "Zwischen den Tasten stehen Leerzeichen, jede ist ein Buchstabe, eine Ziffer oder eines dieser Zeichen: {signs}",
    "'{value}' is not a key; the keyboard is not shown.",
    "There are spaces between keys, each is a letter, a figure or one of these signs: {signs}",
)
KEY_TWICE = Fault(
    "Die Taste „{value}“ gibt es schon; die Tastatur wird nicht gezeigt.",
    "Eine von beiden löschen.",
    "There is already a key '{value}'; the keyboard is not shown.",
    "Delete one of the two.",
)
