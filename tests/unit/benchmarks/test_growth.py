"""What the benchmark of growth says of its figures is what issue 9 asks for."""

from __future__ import annotations

from xml.etree import ElementTree

from benchmarks.growth_verdict import chart, told, verdicts

SVG = "{http://www.w3.org/2000/svg}"


def found(start: float, card: float = 0.02, language: float = 0.03, memory: float = 130.0) -> dict[str, list[float]]:
    """The values of one size: times in seconds, the processor half of each."""
    times = {"start": start, "page: card": card, "page: topic": 0.02, "language": language}
    worked = {f"{what}, processor": value / 2 for what, value in times.items()}
    every = times | worked | {"memory": memory, "memory after the visit": memory + 100}
    return {what: [value, value, 99.0] for what, value in every.items()}


def missed(measured: dict[int, dict[str, list[float]]]) -> set[tuple[str, int]]:
    """What is not as asked."""
    return {(one.what, one.size) for one in verdicts(measured) if not one.met}


def test_all_is_well_up_to_what_is_asked() -> None:
    measured = {
        10: found(1.0),
        100: found(1.0),
        1_000: found(1.3, 0.0219, 0.0328, 190.0),
        10_000: found(2.0, 0.0219, 0.0328, 900.0),
    }
    assert missed(measured) == set()
    asked = {(one.what, one.size): round(one.figure, 3) for one in verdicts(measured)}
    assert asked["start", 1_000] == 1.3 and asked["start, processor", 10_000] == 2.0
    assert asked["page: card", 10_000] == 1.095 and asked["language / card, processor", 10] == 1.5
    assert asked["more memory", 1_000] == 60 and ("page: card", 10) not in asked


def test_each_thing_that_is_too_much_is_told() -> None:
    well = {10: found(1.0), 100: found(1.0), 1_000: found(1.0)}
    for changed, what in (
        (found(1.31), {("start", 1_000), ("start, processor", 1_000)}),
        (found(1.0, 0.0221), {("page: card", 1_000), ("page: card, processor", 1_000)}),
        (found(1.0, language=0.031), {("language / card", 1_000), ("language / card, processor", 1_000)}),
        (found(1.0, memory=191.0), {("more memory", 1_000)}),
    ):
        assert missed({**well, 1_000: changed}) == what
    assert "| start | 1,000 | 1.31 × | 1.3 | **no** |" in told({**well, 1_000: found(1.31)})


def test_a_figure_that_is_missing_is_not_well() -> None:
    without = {10: found(1.0), 1_000: found(1.0)}
    del without[1_000]["start"]
    assert missed(without) == {("start", 1_000)}


def test_the_curves_show_the_sizes_and_what_is_asked() -> None:
    drawn = ElementTree.fromstring(chart({10: found(1.0), 1_000: found(1.2)}))
    assert len([*drawn.iter(f"{SVG}polyline")]) == 7
    words = {one.text for one in drawn.iter(f"{SVG}text")}
    assert {"10", "1,000", "card", "topic", "language", "start, ms"} <= words
    dashed = [one for one in drawn.iter(f"{SVG}path") if one.get("stroke-dasharray")]
    assert len(dashed) == 2
