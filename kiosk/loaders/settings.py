"""Loads what is set for this terminal: config/kiosk.yaml → Settings. Whatever is wrong or missing is the default."""

from __future__ import annotations

from math import ceil, floor
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec.structs import replace

from kiosk.domain.keypad import USUAL, Function
from kiosk.domain.problem import Problem
from kiosk.domain.reach import EDGE_MM, HIGHEST_MM, LOWEST_MM, band, hangs_well
from kiosk.domain.settings import Idle, Keypad, Panel, Settings, Sound
from kiosk.loaders import faults_settings as faults
from kiosk.loaders.fields import Field, Group, Inspection, Listed, Record
from kiosk.loaders.kinds import IDENTIFIER, LANGUAGE_CODE
from kiosk.loaders.nodes import read
from kiosk.loaders.values import Host, KeyName, Line, Number, YesNo

PANEL = Group((
    Field("width_px", Number(800, 7680, 1920), "Breite in Bildpunkten", "width in pixels"),
    Field("height_px", Number(600, 7680, 1080), "Höhe in Bildpunkten", "height in pixels"),
    Field("pitch_mm", Number(0.1, 1.5, 0.311, decimals=True), "Abstand der Bildpunkte", "distance of the pixels"),
    Field("bottom_edge_mm", Number(300, 1400, 900), "Unterkante über dem Boden", "lower edge above the floor"),
))  # fmt: skip

# Nobody reads a card in less than 30 s; WCAG 2.2.1 wants at least 20 s to answer (accessibility.md I-01).
IDLE = Group((
    Field("after_s", Number(30, 600, 90), "Sekunden Ruhe bis zur Frage", "seconds of quiet until the question"),
    Field("warn_s", Number(20, 120, 30), "Sekunden für die Antwort", "seconds to answer"),
    Field("reading_after_s", Number(60, 1800, 180), "Ruhe beim Lesen und Hören", "quiet while reading and hearing"),
))  # fmt: skip

SOUND = Group((
    Field("enabled", YesNo(), "Ob es einen Lautsprecher gibt", "whether there is a loudspeaker"),
    Field("voices", Listed(LANGUAGE_CODE), "Sprachen mit freigegebener Stimme", "languages with a released voice"),
    Field("call_every_s", Number(0, 3600, 60), "Sekunden zwischen zwei Grüßen", "seconds between two greetings"),
    Field("quiet_from", Number(0, 23, 18), "Stunde, ab der nicht gegrüßt wird", "hour from which nothing is called"),
    Field("quiet_to", Number(0, 23, 8), "Stunde, ab der wieder gegrüßt wird", "hour from which it is called again"),
))  # fmt: skip

KEYS = {
    Function.PREVIOUS: ("einen Punkt zurück", "one point back"),
    Function.NEXT: ("einen Punkt weiter", "one point on"),
    Function.SELECT: ("auswählen", "select"),
    Function.BACK: ("einen Bildschirm zurück", "one screen back"),
    Function.HELP: ("noch einmal, und Hilfe", "once more, and help"),
    Function.LOUDER: ("lauter", "louder"),
    Function.QUIETER: ("leiser", "quieter"),
    Function.HOME: ("zum Start", "to the start"),
    Function.HEADPHONES_IN: ("meldet Kopfhörer eingesteckt", "tells that headphones are plugged in"),
    Function.HEADPHONES_OUT: ("meldet Kopfhörer herausgezogen", "tells that headphones are pulled out"),
}
KEYPAD = Group((
    Field("there", YesNo(), "Ob es ein Tastenfeld gibt", "whether there is a keypad"),
    *(Field(function.value, Listed(KeyName(), whole=True), *what) for function, what in KEYS.items()),
    Field("settle_s", Number(0, 2, 0.5, decimals=True), "Sekunden, in denen dieselbe Taste einmal wirkt",
          "seconds in which the same key acts once"),
    Field("headphones", Line(80, may_be_empty=True), "Geräte, die Kopfhörer melden", "devices that tell of headphones"),
))  # fmt: skip

SETTINGS = Group((
    Field("panel", PANEL, "Der Bildschirm", "the screen"),
    Field("idle", IDLE, "Zeiten bis zum nächsten Besucher", "times until the next visitor"),
    Field("sound", SOUND, "Ton und Stimmen", "sound and voices"),
    Field("keypad", KEYPAD, "Tastenfeld und Kopfhörer", "keypad and headphones"),
    Field("hosts", Listed(Host()), "Seiten, auf die QR-Codes führen dürfen", "sites that QR codes may lead to"),
    Field("theme", IDENTIFIER, "Farben: config/themes/<Name>.yaml", "colours: config/themes/<name>.yaml"),
    Field("motion", YesNo(), "Ob sich etwas bewegen darf", "whether anything may move"),
    Field("time_zone", Line(60), "Zeitzone", "time zone"),
    Field("usage", YesNo(), "Zählen, was genutzt wird, nur in Summen", "count what is used, in sums only"),
    Field("staff", YesNo(), "Stand und Fehler des Inhalts zeigen", "show age and faults of the content"),
))  # fmt: skip


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in the file `path` and every problem. Never raises: a terminal must start with any settings."""
    node, found = read(path, path.parent)
    problems = list(found)
    if node is None:
        return Settings(), tuple(problems)
    inspection = Inspection(problems)
    record = SETTINGS.read(node, inspection)
    return (_settings(record, inspection) if record else Settings()), tuple(problems)


def _settings(record: Record, inspection: Inspection) -> Settings:
    usual = Settings()
    sound = record.get("sound", None)
    voices = dict(sound.values, voices=tuple(sound.get("voices", ()))) if sound else {}
    return replace(
        usual,
        panel=_panel(record, inspection),
        idle=_idle(record, inspection),
        sound=replace(usual.sound, **voices) if sound else Sound(),
        hosts=frozenset(record.get("hosts", usual.hosts)),
        theme=record.get("theme", usual.theme),
        motion=record.get("motion", usual.motion),
        time_zone=_time_zone(record, inspection),
        keypad=_keypad(record, inspection),
        usage=record.get("usage", usual.usage),
        staff=record.get("staff", usual.staff),
    )


def _panel(record: Record, inspection: Inspection) -> Panel:
    """The screen; the keys of its low view must be within reach from a wheelchair (accessibility.md R-02)."""
    given = record.get("panel", None)
    if given is None:
        return Panel()
    panel = replace(Panel(), **given.values)
    height = panel.height_px * panel.pitch_mm
    upright = panel.height_px > panel.width_px
    reach = band(panel, height, upright)
    if not reach.within(panel):
        edge, (lowest, highest) = panel.bottom_edge_mm, hangs_well(height, upright)
        keys = {"low": floor(edge + reach.bottom_mm + EDGE_MM), "high": ceil(edge + reach.top_mm)}
        limits = {"least": LOWEST_MM, "most": HIGHEST_MM, "lowest": lowest, "highest": highest}
        inspection.report(given.place("bottom_edge_mm"), faults.OUT_OF_REACH, **keys, **limits)
    return panel


def _idle(record: Record, inspection: Inspection) -> Idle:
    """The times; readers must never get less time than others."""
    given = record.get("idle", None)
    if given is None:
        return Idle()
    idle = replace(Idle(), **given.values)
    if idle.reading_after_s >= idle.after_s:
        return idle
    values = {"reading": idle.reading_after_s, "after": idle.after_s}
    inspection.report(given.place("reading_after_s"), faults.READING_SHORTER, **values)
    return replace(idle, reading_after_s=idle.after_s)


def _keypad(record: Record, inspection: Inspection) -> Keypad:
    """The keys by their names. A key that two functions want belongs to the one that stands first in `USUAL`."""
    given, usual = record.get("keypad", None), Keypad()
    if given is None:
        return usual
    keys: dict[str, Function] = {}
    for function, names in USUAL.items():
        for name in dict.fromkeys(given.get(function.value, names)):
            other = keys.setdefault(name, function)
            if other is not function:
                place = given.item((function if function.value in given.values else other).value, name)
                told = {"name": name, "other": other.value, "function": function.value}
                inspection.report(place, faults.KEY_TWICE, **told)
    settle, headphones = given.get("settle_s", usual.settle_s), given.get("headphones", usual.headphones)
    return Keypad(keys, settle, headphones, given.get("there", usual.there))


def _time_zone(record: Record, inspection: Inspection) -> str:
    usual = Settings().time_zone
    name: str = record.get("time_zone", usual)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: "Europe" is a folder
        inspection.report(record.place("time_zone"), faults.BAD_TIME_ZONE, value=name, usual=usual)
        return usual
    return name
