"""Even grids."""

from __future__ import annotations

from kiosk.widgets.pieces import Box


def grid(area: Box, columns: int, rows: int, gap: float, row_gap: float | None = None) -> list[Box]:
    """Boxes of one size, row by row from the leading side."""
    down = gap if row_gap is None else row_gap
    w, h = (area.w - (columns - 1) * gap) / columns, (area.h - (rows - 1) * down) / rows
    return [
        Box(area.x + column * (w + gap), area.y + line * (h + down), w, h)
        for line in range(rows)
        for column in range(columns)
    ]
