"""The day that was told last, as text for Prometheus: written once a day, so that no scrape ever sees a figure move
while somebody stands at the kiosk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.usage.book import Book
from kiosk.usage.figures import DAY_METRIC, FAULTS_METRIC, FIGURES, ONE, VISITS, Figure, Sums

ABOUT = {
    DAY_METRIC: "The day that the other kiosk_usage_day figures are about.",
    FAULTS_METRIC: "Visits and days that could not be counted or kept since the kiosk started.",
}
SAFE = re.compile(r"[\w+.-]*", re.ASCII)
"""What a line of a figure may be called here: ids and codes are so, and need no escaping."""


def as_metrics(book: Book, faults: int) -> str:
    """What node exporter's textfile collector reads; without a day that has been told only that nothing has."""
    lines = [*_head(FAULTS_METRIC), f"{FAULTS_METRIC} {faults}"]
    day = book.last
    if day:
        lines += [*_head(DAY_METRIC), f'{DAY_METRIC}{{date="{day.isoformat()}"}} 1']
        for figure in FIGURES.values():
            lines += [*_head(figure.metric), *_values(figure, book.told[day])]
    return "\n".join(lines) + "\n"


def _head(metric: str) -> Iterator[str]:
    yield f"# HELP {metric} {ABOUT.get(metric, 'Visits of the day, in fives (docs/privacy.md).')}"
    yield f"# TYPE {metric} gauge"


def _values(figure: Figure, told: Sums) -> Iterator[str]:
    """The fixed lines of a figure always, others where something is told of them."""
    if figure.name == VISITS:
        yield f"{figure.metric} {told[VISITS, ONE]}"
        return
    more = sorted(line for name, line in told if name == figure.name and line not in figure.lines)
    for line in (*figure.lines, *more):
        if SAFE.fullmatch(line):
            yield f'{figure.metric}{{{figure.label}="{line}"}} {told[figure.name, line]}'
