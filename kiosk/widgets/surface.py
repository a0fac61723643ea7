"""The surface of a terminal: its panel in units, and where on it a hand reaches in low mode."""

from __future__ import annotations

from kiosk.domain.catalog import Catalog
from kiosk.domain.reach import band
from kiosk.domain.settings import Settings
from kiosk.domain.trouble import SCRIPTS
from kiosk.text.engine import Engine
from kiosk.theme.tokens import UNIT_MM
from kiosk.widgets.sheet import Frame

SMALLEST, SMALLEST_UPRIGHT = (1830, 1030), (1060, 1700)
"""Units that the screens need. A panel with fewer millimetres shows everything smaller than look.md wants."""


def frame_of(settings: Settings, catalog: Catalog | None, size: tuple[int, int], engine: Engine) -> Frame:
    """The surface in units. Another size than the panel's (a window, a laptop) shows the panel's millimetres at another
    resolution: the shorter sides agree."""
    pitch = pitch_of(settings, size)
    wide, high = SMALLEST if size[0] > size[1] else SMALLEST_UPRIGHT
    scale = min(UNIT_MM / pitch, size[0] / wide, size[1] / high)
    languages = (*catalog.languages, *catalog.in_preparation) if catalog else ()
    scripts = SCRIPTS | {language.code: language.script for language in languages}
    unit_mm, height = pitch * scale, size[1] / scale
    reach = band(settings.panel, height * unit_mm, size[1] > size[0])
    top, bottom = height - reach.top_mm / unit_mm, height - reach.bottom_mm / unit_mm
    return Frame(size[0] / scale, height, scale, False, scripts, engine, low_top=top, low_bottom=bottom)


def pitch_of(settings: Settings, size: tuple[int, int]) -> float:
    """Millimetres from one pixel to the next on a surface of this size in pixels."""
    panel = settings.panel
    if size == (panel.width_px, panel.height_px):
        return panel.pitch_mm
    return panel.pitch_mm * min(panel.width_px, panel.height_px) / min(size)
