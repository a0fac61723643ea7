"""What may be told of the sums that were counted: fives, and nothing from which fewer could be worked out.

Every figure is told in whole fives. What is left over is not told and not lost: it is held, and counts on with the next
day. So each figure of a long time is right to within a few visits, and no person's visit stands alone anywhere.

Fives alone are not enough. If ten visits and two languages with five each are told, and the day before no visit, then
nothing may be told that contradicts this: whoever finds a contradiction (a day with five visits and ten chosen
languages) knows that somebody was held back the day before, and how many at least. Therefore what is told of a day must
be possible just as it stands: no line has more than the visits told that day, and lines of which a visit can only be in
one do not add up to more. What has no room waits for a day that has.

It follows, whatever is added or subtracted, over days, months, lines and figures: **what is told could be the plain
truth.** In that truth every line of every day is a multiple of five; so nobody can conclude of any line that it was
one, two, three or four. The rule to test: telling what was told gives the same again.

Five is our choice. The city's data protection officer decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.usage.figures import FIGURES, Cell, Figure, Sums

FEWEST = 5
"""So many visits, or multiples of it, are told together."""


def tell(held: Mapping[Cell, int]) -> Sums:
    """What of the sums `held` may be told now; whoever tells it takes it off them."""
    told = Sums()
    for figure in FIGURES.values():
        most = _of(figure.within, told) if figure.within else None
        told.update(dict(_lines(figure, held, most)))
    return told


def _of(name: str, told: Sums) -> int:
    return sum(count for (figure, _), count in told.items() if figure == name)


def _lines(figure: Figure, held: Mapping[Cell, int], most: int | None) -> Iterator[tuple[Cell, int]]:
    """The largest first, for there may not be room for all; `most` visits are told that day."""
    sums = {cell: count - count % FEWEST for cell, count in held.items() if cell[0] == figure.name}
    for cell, fives in sorted(sums.items(), key=lambda one: (-one[1], one[0])):
        count = fives if most is None else min(fives, most)
        if count > 0:
            yield cell, count
            if figure.one_each and most is not None:
                most -= count
