"""Blocks on pages: what is too long for a page goes on on the next, and a heading never stands alone at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from kiosk.text.paper import HEIGHT, WIDTH, Paper

MARGIN = 180
TOP, BOTTOM = 180, HEIGHT - 210
"""Between these the blocks stand; below them is the foot. Tenths of a millimetre."""
ROOM = WIDTH - 2 * MARGIN
"""The width of a block."""


class Block(Struct, frozen=True):
    """Something `height` high that is drawn at (x, y). One that `leads` stands on a page with the next; `over` is
    drawn above one that comes first on a page, to say what goes on there."""

    height: float
    draw: Callable[[Paper, float, float], None]
    leads: bool = False
    over: Block | None = None


def paged(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks by pages; nothing is lost, even if one is higher than a page."""
    pages: list[list[Block]] = [[]]
    room: float = BOTTOM - TOP
    for group in _groups(blocks):
        height = sum(block.height for block in group)
        if height > room and pages[-1]:
            pages.append([group[0].over] if group[0].over else [])
            room = BOTTOM - TOP - sum(block.height for block in pages[-1])
        pages[-1] += group
        room -= height
    return pages


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that must stay together: those that lead, with the one that follows them."""
    groups: list[list[Block]] = []
    open_ = False
    for block in blocks:
        if open_:
            groups[-1].append(block)
        else:
            groups.append([block])
        open_ = block.leads
    return groups
