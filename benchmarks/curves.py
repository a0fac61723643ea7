"""Draws curves over the number of services as SVG, without any library: panels beside each other, from 0 upwards, so
that they can be compared by eye."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import log10

WIDTH, HEIGHT, LEFT, TOP, BETWEEN = 300, 220, 70, 50, 170
"""px: one panel, and what is around it; the names of the curves stand behind their ends."""
LINE = 16
"""px from one name to the next."""


@dataclass(frozen=True)
class Panel:
    """One drawing: what it shows, with the unit; by name of a curve the values by number of services; and a line that
    no curve should cross, for which the number of services and the most there are named."""

    title: str
    points: Mapping[str, Mapping[int, float]]
    limits: Mapping[int, float] | None = None


def drawing(panels: Sequence[Panel], colours: Mapping[str, str]) -> str:
    """All panels as one SVG; `colours` by name of a curve."""
    made = [_panel(panel, colours, LEFT + number * (WIDTH + BETWEEN)) for number, panel in enumerate(panels)]
    whole = LEFT + len(panels) * (WIDTH + BETWEEN), TOP + HEIGHT + 70
    font = "font-family:Noto Sans,sans-serif;font-size:13px;fill:#14262b"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole[0]}" height="{whole[1]}" style="{font}">'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(made)}</svg>\n'
    )


def _panel(panel: Panel, colours: Mapping[str, str], left: float) -> str:
    """One drawing with its axes; the number of services is told by its logarithm."""
    points, limits = panel.points, panel.limits or {}
    sizes = sorted({size for curve in points.values() for size in curve})
    most = max([value for curve in points.values() for value in curve.values()] + [*limits.values()], default=1.0)
    spread = max(log10(sizes[-1] / sizes[0]), 1e-9) if sizes else 1.0

    def at(size: int, value: float) -> tuple[float, float]:
        return left + WIDTH * log10(size / sizes[0]) / spread, TOP + HEIGHT * (1 - value / most)

    made = [f'<text x="{left}" y="{TOP - 22}" font-weight="bold">{escape(panel.title)}</text>']
    made.append(f'<path d="M{left} {TOP}v{HEIGHT}h{WIDTH}" fill="none" stroke="#80765f"/>')
    for part in (0, 0.5, 1):
        made.append(_label(left - 8, TOP + HEIGHT * (1 - part) + 4, _figure(most * part), "end"))
    made += [_label(at(size, 0)[0], TOP + HEIGHT + 20, f"{size:,}", "middle") for size in sizes]
    made.append(_label(left + WIDTH / 2, TOP + HEIGHT + 40, "services", "middle"))
    for size, limit in limits.items():
        x, y = at(size, limit)
        made.append(f'<path d="M{x - 12:.1f} {y:.1f}h24" stroke="#14262b" stroke-width="2" stroke-dasharray="4 3"/>')
    ends: list[tuple[float, str]] = []
    for name, curve in sorted(points.items()):
        places = [at(size, value) for size, value in sorted(curve.items())]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        colour = colours[name]
        made.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        made += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        ends.append((places[-1][1], name))
    low = 0.0
    for y, name in sorted(ends):
        low = max(y + 4, low + LINE)
        made.append(_label(left + WIDTH + 14, low, name, "start", colours[name]))
    return "".join(made)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _label(x: float, y: float, words: str, anchor: str, colour: str = "#14262b") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" style="fill:{colour}">{escape(words)}</text>'
