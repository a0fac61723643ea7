"""The acceptance sheet as plain text: 80 columns, so that a page of A4 holds its lines in any monospaced font."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import count

from msgspec import Struct

from kiosk.domain.catalog import Catalog
from kiosk.domain.settings import Settings
from kiosk.domain.strings import Strings
from kiosk.staff.doctor.measures import measured
from kiosk.staff.doctor.row import ROOM, Part, Row, figure
from kiosk.staff.doctor.rows_ear import ear
from kiosk.staff.doctor.rows_glass import codes, glass
from kiosk.staff.doctor.rows_people import people
from kiosk.staff.doctor.rows_room import room

COLUMNS, INDENT = 80, 15
ROOM_COLUMNS = 8
"""Columns of the room for a figure or a name."""
NO_BREAK_SPACE = "\u00a0"
TOGETHER = re.compile(
    r"(?<=\d) (?=(?:mm|s|N|m?A/m|cd/m²|dBA?|k?Hz|×|Sekunde|second)\b)|(?<=[×±]) (?=\d)|(?<=EN) (?=3)|(?<=301) "
)
"""The blanks at which a line must not end."""
WORDS = {
    "de": {
        "title": "Abnahmeblatt: Zugang für alle",
        "about": "Hier wird vor Ort geprüft, was nur Geräte und Menschen zeigen können. Was die Tests prüfen und was "
        "noch offen ist, steht in docs/accessibility.md. „Berechnet“ ist, was nach den Einstellungen herauskommen "
        "soll. Ein ausgefülltes Blatt heißt: Diese Prüfungen sind bestanden. Es ist keine Erklärung, dass eine Norm "
        "erfüllt ist.",
        "terminal": "Bildschirm: {width} × {height} Bildpunkte zu {pitch} mm, Unterkante bei {edge} mm. Angenommen: "
        "Augen 600 mm davor. Berechnet aus {pages} Seiten in allen Sprachen.",
        "wrong": "Schon nach den Einstellungen NICHT GUT: {rows}.",
        "do": "Tun",
        "tool": "Womit",
        "limit": "Muss",
        "computed": "Berechnet",
        "write": "Ergebnis",
        "good": "gut",
        "bad": "nicht gut",
        "out": "NICHT GUT",
        "faults": "Was nicht gut ist, und wer es bis wann richtet",
        "signed": "Ort, Datum|Name|Unterschrift",
    },
    "en": {
        "title": "Acceptance sheet: access for everybody",
        "about": "Here is verified on site what only hardware and people can show. What the tests verify and what is "
        "still open is in docs/accessibility.md. 'Computed' is what should come out by the settings. A sheet that is "
        "filled in means: these checks were passed. It does not declare that a standard is met.",
        "terminal": "Screen: {width} × {height} pixels of {pitch} mm, lower edge at {edge} mm. Assumed: eyes 600 mm "
        "away. Computed from {pages} pages in all languages.",
        "wrong": "By the settings alone NOT GOOD: {rows}.",
        "do": "Do",
        "tool": "With",
        "limit": "Must",
        "computed": "Computed",
        "write": "Result",
        "good": "good",
        "bad": "not good",
        "out": "NOT GOOD",
        "faults": "What is not good, and who mends it until when",
        "signed": "Place, date|Name|Signature",
    },
}


class Sheet(Struct, frozen=True):
    """The rows for one terminal, and what it is like."""

    settings: Settings
    pages: int
    parts: tuple[Part, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in their order."""
        return tuple(row for part in self.parts for row in part.rows)

    @property
    def wrong(self) -> tuple[Row, ...]:
        """The rows that are not good whatever is measured: what can be computed is out of its limits."""
        return tuple(row for row in self.rows if not row.kept)

    def words(self, name: str, language: str) -> str:
        """Words of the sheet's head, with what it is like filled in."""
        panel = self.settings.panel
        return WORDS[language][name].format(
            width=panel.width_px,
            height=panel.height_px,
            pitch=figure(panel.pitch_mm, language, 3),
            edge=panel.bottom_edge_mm,
            pages=self.pages,
            rows=", ".join(dict.fromkeys(id_ for row in self.wrong for id_ in row.ids)),
        )


def sheet_for(settings: Settings, catalog: Catalog, strings: Strings) -> Sheet:
    """The sheet for one terminal. Raises FontsMissing and PangoMissing."""
    measures = measured(settings, catalog, strings)
    parts = (room(measures), glass(measures), codes(measures), ear(settings.keypad), people(settings, catalog, strings))
    return Sheet(settings, measures.pages, tuple(part for part in parts if part.rows))


def as_text(sheet: Sheet, language: str) -> str:
    """The whole sheet, in "de" or "en"."""
    return "\n".join(_lines(sheet, language)) + "\n"


def _lines(sheet: Sheet, language: str) -> Iterator[str]:
    words = WORDS[language]
    yield from (words["title"], "=" * len(words["title"]), "")
    yield from textwrap.wrap(sheet.words("terminal", language), COLUMNS)
    yield from textwrap.wrap(sheet.words("about", language), COLUMNS)
    if sheet.wrong:
        yield from ("", *textwrap.wrap(sheet.words("wrong", language), COLUMNS))
    numbers = count(1)
    for part in sheet.parts:
        title = getattr(part.title, language)
        yield from ("", "", title, "-" * len(title))
        for row in part.rows:
            yield from ("", *_row(row, next(numbers), language))
    yield from ("", "", words["faults"] + ":", *["", "_" * COLUMNS] * 3, "", "")
    yield from (line for name in words["signed"].split("|") for line in (f"{name}:".ljust(INDENT) + "_" * 50, ""))


def _row(row: Row, number: int, language: str) -> Iterator[str]:
    words = WORDS[language]
    yield f"{number:>2}. {', '.join(row.ids)}  {getattr(row.title, language)}"
    for name, text in fields_of(row, language):
        first = f"    {words[name]}:".ljust(INDENT)
        text = text.replace(ROOM, "_" * ROOM_COLUMNS)
        lines = textwrap.wrap(text, COLUMNS, initial_indent=first, subsequent_indent=" " * INDENT)
        yield from (line.replace(NO_BREAK_SPACE, " ") for line in lines)
    yield " " * INDENT + f"[ ] {words['good']}   [ ] {words['bad']}"


def fields_of(row: Row, language: str) -> Iterator[tuple[str, str]]:
    """What stands in a row, in its order: the name of its heading in WORDS, and the text. Figures stay with their
    units, and standards with their numbers."""
    fields = {"do": row.do, "tool": row.tool, "limit": row.limit, "write": row.write}
    for name, both in fields.items():
        text: str = getattr(both, language)
        if name == "limit":
            text += f" ({getattr(row.source, language)})"
        if name == "write" and row.computed:
            yield "computed", _computed(row, language)
        yield name, TOGETHER.sub(NO_BREAK_SPACE, text)


def _computed(row: Row, language: str) -> str:
    """What should be found; what is out of its limits says so."""
    out = f" ({WORDS[language]['out']})"
    return ", ".join(value.text(language) + ("" if value.kept else out) for value in row.computed)
