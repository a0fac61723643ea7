"""Examples for the fields that staff fill in: for questions, new files, editors and the handbook.

Each is as it would stand in the file (YAML), and is one that the loader takes without a word: a test holds that.
"""

from __future__ import annotations

from kiosk.loaders.exceptions import Exceptions, HolidayName
from kiosk.loaders.fields import Field, Group, Listed
from kiosk.loaders.maps import Point
from kiosk.loaders.values import Choice, Day, DayHours, Host, Icon, KeyName, Languages, Number, Pages, Shape, YesNo

_FACTS = {
    "hours_note": "Nur mit Termin.",
    "languages": "[de, en]",
    "languages_note": "Dolmetscher helfen auch per Video.",
    "next_step": "Gehen Sie ohne Termin hin.",
    "link": "{de: https://www.leipzig.de/buergerbuero}",
    "sources": "[Telefonat mit dem Bürgerbüro]",
}
EXAMPLES = {
    "service": _FACTS | {
        "topic": "anmelden",
        "name": "Wohnung anmelden",
        "short": "In den ersten zwei Wochen nach dem Einzug.",
        "ask": "Ich möchte meine Wohnung anmelden.",
        "what": "Hier melden Sie Ihre neue Adresse an. Sie haben dafür zwei Wochen Zeit.",
        "for_whom": "Für alle, die umziehen.",
        "bring": "[Pass oder Ausweis, Bestätigung vom Vermieter]",
        "cost": "Nichts.",
        "where": "buergerbuero",
        "place": "gleich nebenan",
    },
    "organisation": _FACTS | {
        "name": "Mosaik Leipzig e.V.",
        "role": "staffing",
        "icon": "users-three",
        "meaning": "Beratung für Erwachsene und Geflüchtete",
        "what": "Der Verein berät Erwachsene, die neu in Deutschland sind.",
        "address": "Otto-Schill-Straße 2, 04109 Leipzig",
        "stop": "Thomaskirche",
        "phone_note": "Mo–Fr 8–18 Uhr",
    },
    "notice": {
        "text": "Der Aufzug ist kaputt. Der Empfang hilft Ihnen.",
        "from": "2026-12-01",
        "until": "2026-12-04",
        "as_of": "2026-11-30",
        "urgent": "no",
        "sources": "[Hausmeister]",
    },
    "topics": {
        "id": "gesundheit",
        "icon": "heartbeat",
        "hue": "health",
        "name": "Gesundheit",
        "what": "Ärztinnen und Ärzte finden, auch ohne Versicherung.",
        "ask": "Ich habe Fragen zur Gesundheit.",
        "order": "[arzt-finden, ohne-versicherung]",
    },
    "languages": {
        "code": "pl",
        "name": "Polski",
        "german": "Polnisch",
        "greeting": "Witamy",
        "touch": "Proszę dotknąć ekranu",
        "word": "Język",
        "speaks": "Ich spreche Polnisch.",
        "offline_voice": "pl",
        "gtts_voice": "pl",
        "keyboard": "pl",
        "offered": "no",
    },
}  # fmt: skip
EXAMPLES["centre"] = EXAMPLES["organisation"] | {
    "name": "Willkommenszentrum Leipzig", "role": "centre", "meaning": "Erste Beratung für Neue in Leipzig",
}  # fmt: skip
_WEEK = {"tue": "9-12, 13-18", "sat": "closed", "sun": "closed"}
_DATED = "{date: 2026-12-24, closed: yes, reason: Heute ist Heiligabend.}"


def example_of(field: Field, file: str = "") -> str:
    """An example for a field of the kind of file `file`, as it would stand there; "" where none helps."""
    given = EXAMPLES.get(file, {}).get(field.name)
    return given if given is not None else _by_kind(field)


def _by_kind(field: Field) -> str:
    kind = field.kind
    if isinstance(kind, Shape):
        return kind.example
    if isinstance(kind, Number):
        return f"{kind.usual:g}"
    if isinstance(kind, DayHours):
        return _WEEK.get(field.name, "13-17")
    if isinstance(kind, Day):
        return "2026-11-30" if kind.exact else "2026-11"
    if isinstance(kind, Choice):
        return kind.options[0]
    if isinstance(kind, Listed):
        inner = _by_kind(Field(field.name, kind.kind, "", ""))
        return f"[{inner}]" if inner else ""
    if isinstance(kind, Group):
        inner = ", ".join(
            f"{one.name}: {_inside(_by_kind(one))}" for one in kind.fields if one.needed and _by_kind(one)
        )
        return f"{{{inner}}}" if inner else ""
    return _SIMPLE.get(type(kind), "")


def _inside(value: str) -> str:
    """A value as it stands in braces, where a comma would end it."""
    return f'"{value}"' if "," in value and value[0] not in "[{" else value


_SIMPLE: dict[type, str] = {
    YesNo: "yes",
    Icon: "house-line",
    Languages: "[de, en]",
    Pages: "{de: https://www.leipzig.de}",
    Host: "www.leipzig.de",
    KeyName: "enter",
    Point: "[51.338575, 12.370793]",
    HolidayName: "Reformationstag",
    Exceptions: f"[{_DATED}]",
}
