"""The figures as a table for a terminal, and as a sheet for a spreadsheet program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kiosk.staff.report import seen
from kiosk.staff.stats.period import Told
from kiosk.staff.stats.words import Names
from kiosk.usage.figures import FIGURES, VISITS

BAR = 24
"""Characters of the longest bar."""
HEADINGS = {
    "de": ("von", "bis", "Größe", "Kennung", "Name", "Besuche"),
    "en": ("from", "to", "figure", "id", "name", "visits"),
}
ORDER = ("language", "topic", "service", "used", "mode", "duration", "ended")
"""In which order figures are shown: first what people came for. A test holds that none is missing."""


def not_told(told: Told, names: Names, figure: str) -> list[str]:
    """The names of the lines that there are and of which nothing can be told."""
    there = dict(told.lines(figure))
    known = (*FIGURES[figure].lines, *names.ids.get(figure, ()))
    return [names.line(figure, line) for line in known if line not in there]


def remarks(told: Told, names: Names) -> Iterator[str]:
    """What has to be said with the figures."""
    if told.undated:
        yield names["undated"].format(count=told.undated)
    if told.missing:
        yield names["missing"].format(months=", ".join(names.month(one) for one in told.missing))
    yield names["fives"]
    yield names["nobody"]


def as_text(told: Told, names: Names) -> Iterator[str]:
    """Lines for a terminal."""
    yield names.span(told.span)
    yield f"{names['visits']}: {told.visits} · {names['days']}: {told.days}"
    for figure in ORDER:
        lines = told.lines(figure)
        yield from ("", names.figure(figure))
        width = max((len(names.line(figure, line)) for line, _ in lines), default=0)
        most = max((count for _, count in lines), default=1)
        for line, count in lines:
            bar = "█" * max(1, round(BAR * count / most))
            yield f"  {seen(names.line(figure, line)).ljust(width)}  {count:>6}  {bar}"
        if silent := not_told(told, names, figure):
            yield "  " + names["not_told"].format(names=seen(", ".join(silent)))
    yield ""
    yield from remarks(told, names)


def as_sheet(told: Told, names: Names) -> bytes:
    """A CSV file as German spreadsheet programs expect it: semicolons, and a mark that says UTF-8."""
    text = io.StringIO()
    sheet = csv.writer(text, delimiter=";", lineterminator="\r\n")
    sheet.writerow(HEADINGS[names.language])
    span = (told.span.first.isoformat(), told.span.last.isoformat())
    for figure in (VISITS, *ORDER):
        for line, count in told.lines(figure):
            sheet.writerow((*span, names.figure(figure), _harmless(line), _harmless(names.line(figure, line)), count))
    return text.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """A spreadsheet program calculates what begins like this."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
