"""What benchmarks/growth.py found, for people: a table of medians, what issue 9 asks for, and curves."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.curves import Panel, drawing

Found = Mapping[int, Mapping[str, Sequence[float]]]
"""By number of services and by what was measured every single value, in seconds, memory in MB."""
WORKED = ", processor"
"""Ends the name of what the processor worked: beside others on a machine it says more than a time does."""
START, CARD, TOPIC, LANGUAGE, MEMORY = "start", "page: card", "page: topic", "language", "memory"
STARTS = {1_000: 1.3, 10_000: 2.0}
"""Times the start with the fewest services."""
PAGE, LANGUAGE_MOST, MEMORY_MB = 1.1, 1.5, 60
"""Times the same page with fewer services; times a page change; more than with the fewest services at 1,000."""
FULL = 100
"""From so many services on lists fill a page: pages are compared with those."""
COLOURS = {"time": "#0b4650", "processor": "#a1121a", "card": "#0b4650", "topic": "#963811", "language": "#57449c"}
COLOURS |= {"after the start": "#0b4650", "after the visit": "#963811"}


@dataclass(frozen=True)
class Verdict:
    """One thing that is asked for: what, with how many services, the figure and the most it may be."""

    what: str
    size: int
    figure: float
    most: float
    unit: str = "×"

    @property
    def met(self) -> bool:
        """Whether it is as asked; not if there is no figure."""
        return self.figure <= self.most


def median(found: Found, size: int, what: str) -> float:
    """Of everything measured; not a number where there is nothing."""
    values = found[size].get(what)
    return statistics.median(values) if values else float("nan")


def verdicts(found: Found) -> list[Verdict]:
    """All that is asked for of the sizes that were measured, by time and by the processor's work."""
    return [*_starts(found), *_pages(found), *_languages(found), *_memory(found)]


def _starts(found: Found) -> Iterator[Verdict]:
    least = min(found)
    for size in sorted(STARTS.keys() & found.keys() - {least}):
        for what in (START, START + WORKED):
            yield Verdict(what, size, median(found, size, what) / median(found, least, what), STARTS[size])


def _pages(found: Found) -> Iterator[Verdict]:
    full = [size for size in sorted(found) if size >= FULL]
    kinds = [what for what in found[max(found)] if what.startswith("page: ")]
    for size in full[1:]:
        for what in kinds:
            yield Verdict(what, size, median(found, size, what) / median(found, full[0], what), PAGE)


def _languages(found: Found) -> Iterator[Verdict]:
    """A change of language leads home, to a page full of letters that were not there before; so does a card."""
    for size in sorted(found):
        for ending in ("", WORKED):
            figure = median(found, size, LANGUAGE + ending) / median(found, size, CARD + ending)
            yield Verdict(f"{LANGUAGE} / card{ending}", size, figure, LANGUAGE_MOST)


def _memory(found: Found) -> Iterator[Verdict]:
    if 1_000 in found and min(found) < 1_000:
        more = median(found, 1_000, MEMORY) - median(found, min(found), MEMORY)
        yield Verdict("more memory", 1_000, more, MEMORY_MB, "MB")


def told(found: Found) -> str:
    """The medians, and how many times the figure with the fewest services they are; what is asked for; as Markdown."""
    sizes = sorted(found)
    lines = ["| | " + " | ".join(f"{size:,}" for size in sizes) + " |", "|---" * (len(sizes) + 1) + "|"]
    for what in found[sizes[-1]]:
        unit, factor = ("MB", 1) if what.startswith(MEMORY) else ("ms", 1000)
        medians = [median(found, size, what) for size in sizes]
        cells = (f"{factor * value:.1f} (x{value / medians[0]:.2f})" for value in medians)
        lines.append(f"| {what}, {unit} | {' | '.join(cells)} |")
    lines += ["", "| asked | services | found | at most | |", "|---" * 5 + "|"]
    for one in verdicts(found):
        words = "yes" if one.met else "**no**"
        lines.append(f"| {one.what} | {one.size:,} | {one.figure:.2f} {one.unit} | {one.most:g} | {words} |")
    return "\n".join(lines)


def chart(found: Found) -> str:
    """Three drawings over the number of services; the dashes are what is asked for."""

    def curve(what: str, factor: float = 1000) -> dict[int, float]:
        return {size: factor * median(found, size, what) for size in sorted(found) if found[size].get(what)}

    least = min(found)
    starts = {size: 1000 * times * median(found, least, START) for size, times in STARTS.items() if size in found}
    memory = {1_000: median(found, least, MEMORY) + MEMORY_MB} if 1_000 in found else {}
    pages = {"card": curve(CARD + WORKED), "topic": curve(TOPIC + WORKED), "language": curve(LANGUAGE + WORKED)}
    kept = {"after the start": curve(MEMORY, 1), "after the visit": curve("memory after the visit", 1)}
    return drawing(
        (
            Panel("start, ms", {"time": curve(START), "processor": curve(START + WORKED)}, starts),
            Panel("another page, processor, ms", pages),
            Panel("memory (PSS), MB", kept, memory),
        ),
        COLOURS,
    )
