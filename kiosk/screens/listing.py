"""A list: the panel that says what it is, and its rows (look.md 7, topic)."""

from __future__ import annotations

from functools import partial

from kiosk.domain.node import View
from kiosk.screens import panel
from kiosk.screens.spread import LOWEST, Form, Tile, beside_keys, one_page, spread
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import row, row_height

PANEL, PANEL_GAP, PANEL_GAP_LOW = 400, 40, 24
ROW, LARGE_ROW, MOST = 200, 300, 6
"""Units of a row at most, unless its words need more; rows on a page at most (look.md 6: six are enough to choose from
at a glance)."""
NARROWEST_ROW = 500
GAP, GAP_LOW = 20, 12


def compose(sheet: Sheet, view: View) -> None:
    """The panel beside the rows, upright and with large words above them."""
    header(sheet, view.header)
    layout = _under_heading if sheet.frame.large else _under_panel if sheet.frame.portrait else _beside_panel
    layout(sheet, view)
    bar(sheet, view.bar)


def _area(sheet: Sheet) -> Box:
    area = sheet.frame.content
    return Box(area.x, area.y - 8, area.w, area.h + 8) if sheet.frame.low else area.inset(0, 6)


def _beside_panel(sheet: Sheet, view: View) -> None:
    area = _area(sheet)
    panel.beside(sheet, view["panel"], Box(area.x, area.y, PANEL, area.h))
    left = area.x + PANEL + (PANEL_GAP_LOW if sheet.frame.low else PANEL_GAP)
    _rows(sheet, view, Box(left, area.y, area.right - left, area.h))


def _under_panel(sheet: Sheet, view: View) -> None:
    area = _area(sheet)
    height = panel.above_height(sheet, view["panel"], area.w)
    panel.above(sheet, view["panel"], Box(area.x, area.y, area.w, height))
    top = area.y + height + (GAP_LOW if sheet.frame.low else 24)
    _rows(sheet, view, Box(area.x, top, area.w, area.bottom - top))


def _under_heading(sheet: Sheet, view: View) -> None:
    """Large: the title on every page, what the list is about on the first."""
    area = panel.heading(sheet, view["panel"])
    words = Box(area.x, area.y, beside_keys(sheet, area).w, 0)
    above = panel.text_height(sheet, view["panel"], words.w)
    if _rows(sheet, view, area, above) == 0:
        panel.text(sheet, view["panel"], words)


def _rows(sheet: Sheet, view: View, area: Box, above: float = 0.0) -> int:
    """Draw them; which page it is."""
    rows = [Tile(partial(row_height, sheet, node), partial(row, sheet, node)) for node in view["rows"].children]
    if view["rows"].of:
        return one_page(sheet, view, area, rows, _forms(sheet, area.w), view["rows"].of)
    return spread(sheet, view, area, rows, _forms(sheet, area.w), above)


def _forms(sheet: Sheet, width: float) -> list[Form]:
    """How rows may stand in so much width, the better first: in two columns where they are wide enough; in the low band
    lines are dear, and a wide row has fewer."""
    low, large = sheet.frame.low, sheet.frame.large
    narrowest = NARROWEST_ROW * sheet.type.factor
    columns = [2, 1] if width >= 2 * narrowest + GAP else [1]
    if low:
        columns = [1, 2] if large or sheet.frame.portrait else [2, 1]
    tallest = LARGE_ROW if large else ROW
    return [Form(c, tallest, LOWEST * sheet.type.factor, MOST, GAP_LOW if low else GAP) for c in columns]
