"""What is told of the sums: nothing from which fewer than five visits can be worked out, by whatever reckoning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.usage.figures import (
    DURATION,
    ENDED,
    FIGURES,
    FINISHED,
    LANGUAGE,
    LEFT,
    LONGEST_S,
    MODE,
    ONE,
    SERVICE,
    VISITS,
    Cell,
    Sums,
)
from kiosk.usage.telling import FEWEST, tell

CODES = ("de", "ar", "ti")
VISIT = st.fixed_dictionaries(
    {
        DURATION: st.sampled_from((*LONGEST_S, "")),
        ENDED: st.sampled_from((FINISHED, LEFT, "")),
        LANGUAGE: st.sampled_from((*CODES, "")),
        SERVICE: st.frozensets(st.sampled_from(("a", "b", "c"))),
        MODE: st.frozensets(st.sampled_from(("large", "ear"))),
    }
)
DAYS = st.lists(st.lists(VISIT, max_size=30), min_size=1, max_size=12)


def cells(visit: dict[str, object]) -> Iterator[Cell]:
    """What one visit counts for. Whoever chose something did something, so that the visit has a duration."""
    yield VISITS, ONE
    yield from ((MODE, mode) for mode in visit[MODE])  # type: ignore[attr-defined]
    if visit[ENDED]:
        yield ENDED, str(visit[ENDED])
    if visit[DURATION]:
        yield DURATION, str(visit[DURATION])
        yield from ((SERVICE, service) for service in visit[SERVICE])  # type: ignore[attr-defined]
        if visit[LANGUAGE]:
            yield LANGUAGE, str(visit[LANGUAGE])


def told_day_by_day(days: list[Sums]) -> tuple[list[Sums], Sums]:
    """What is told of each day, and what is held in the end."""
    held, told = Sums(), []
    for day in days:
        held.update(day)
        told.append(tell(held))
        held.subtract(told[-1])
    return told, held


def sums_of(days: list[list[dict[str, object]]]) -> list[Sums]:
    return [Sums(cell for visit in day for cell in cells(visit)) for day in days]


def is_possible(day: Sums) -> bool:
    """Whether there can be visits that a day tells of: what a visit can only be once adds up to no more than visits."""
    for figure in FIGURES.values():
        if figure.within:
            most = sum(count for (name, _), count in day.items() if name == figure.within)
            lines = [count for (name, _), count in day.items() if name == figure.name]
            if (sum(lines) if figure.one_each else max(lines, default=0)) > most:
                return False
    return True


@given(DAYS)
def test_what_is_told_could_be_the_plain_truth(days: list[list[dict[str, object]]]) -> None:
    """So it is consistent with a world in which every line of every day is a multiple of five, and nothing that follows
    from it can contradict that world: not of one line, nor of sums and differences of days, months and totals."""
    told, _ = told_day_by_day(sums_of(days))
    assert all(count > 0 and count % FEWEST == 0 for day in told for count in day.values())
    assert all(is_possible(day) for day in told)
    assert told_day_by_day(told) == (told, Sums())


@given(DAYS)
def test_nothing_is_lost_and_little_waits(days: list[list[dict[str, object]]]) -> None:
    counted = sums_of(days)
    told, held = told_day_by_day(counted)
    assert sum(told, Sums()) + held == sum(counted, Sums())
    of_figure = {name: sum(n for (one, _), n in held.items() if one == name) for name in FIGURES}
    assert of_figure[VISITS] < FEWEST
    assert of_figure[DURATION] <= of_figure[VISITS] + 4 * len(LONGEST_S)
    assert of_figure[LANGUAGE] <= of_figure[DURATION] + 4 * len(CODES)
    for cell, count in held.items():
        assert count >= 0
        if cell[0] == SERVICE:
            assert count <= of_figure[DURATION] + 4


def worlds(days: int, most: int) -> Iterator[tuple[Sums, ...]]:
    """All that can have happened on so many days with up to `most` visits, each in one of two languages or in none."""
    one_day = []
    for visits in range(most + 1):
        for german, tigrinya in product(range(visits + 1), repeat=2):
            if german + tigrinya <= visits:
                day = Sums({(VISITS, ONE): visits, (DURATION, "60"): visits})
                day.update({(LANGUAGE, "de"): german, (LANGUAGE, "ti"): tigrinya})
                one_day.append(+day)
    return product(one_day, repeat=days)


@pytest.mark.parametrize(("days", "most"), [(1, 14), (2, 7)])
def test_no_sum_of_one_to_four_follows_from_what_is_told(days: int, most: int) -> None:
    """By trying everything: whoever sees only what is told, and knows how we tell, thinks of all worlds that fit. Of no
    line, on no day and on no days together, and of no difference of two, do all of them say one to four."""
    by_told: dict[tuple[object, ...], set[tuple[int, ...]]] = defaultdict(set)
    lines = [(VISITS, ONE), (LANGUAGE, "de"), (LANGUAGE, "ti")]
    for world in worlds(days, most):
        told, _ = told_day_by_day(list(world))
        facts = [sum(day[line] for day in world) for line in lines] + [day[line] for day in world for line in lines]
        by_told[tuple(tuple(sorted(day.items())) for day in told)].add(tuple(facts))
    assert len(by_told) > 3
    for told_of, possible in by_told.items():
        if any(count > most for day in told_of for _, count in day):  # type: ignore[attr-defined]
            continue  # more than we tried for one day: what is told is itself not among the worlds
        for one in zip(*possible, strict=True):
            assert not set(one) <= {1, 2, 3, 4}
        for left, right in combinations(zip(*possible, strict=True), 2):
            assert not {abs(a - b) for a, b in zip(left, right, strict=True)} <= {1, 2, 3, 4}


def test_what_is_too_few_counts_on_with_the_next_day() -> None:
    monday, tuesday = Sums({(VISITS, ONE): 12, (MODE, "large"): 3}), Sums({(VISITS, ONE): 9, (MODE, "large"): 3})
    told, held = told_day_by_day([monday, tuesday])
    assert told == [Sums({(VISITS, ONE): 10}), Sums({(VISITS, ONE): 10, (MODE, "large"): 5})]
    assert +held == Sums({(VISITS, ONE): 1, (MODE, "large"): 1})


def test_a_day_never_tells_more_than_its_visits() -> None:
    """Four visits in Tigrinya, and on the next day four more: five of them cannot be told of a day that tells of five
    visits if five German ones are told of it, too."""
    first = Sums({(VISITS, ONE): 4, (DURATION, "60"): 4, (LANGUAGE, "ti"): 4})
    second = Sums({(VISITS, ONE): 5, (DURATION, "60"): 5, (LANGUAGE, "ti"): 2, (LANGUAGE, "de"): 5})
    told, held = told_day_by_day([first, second])
    assert told == [Sums(), Sums({(VISITS, ONE): 5, (DURATION, "60"): 5, (LANGUAGE, "de"): 5})]
    assert held[LANGUAGE, "ti"] == 6
