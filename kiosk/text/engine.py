"""The text engine: measures texts, makes masks of them, and says where their characters are."""

from __future__ import annotations

import weakref
from collections.abc import Hashable, Iterable
from math import ceil, floor
from pathlib import Path
from typing import NamedTuple

from kiosk.text import fonts
from kiosk.text.bindings import UNITS, bindings
from kiosk.text.cache import Latest
from kiosk.text.layout import Layout, Line, set_font, set_text
from kiosk.text.mask import Canvas, Mask
from kiosk.text.setting import Align, Ranges, Setting, TypeStyle

__all__ = ["Align", "Engine", "Extent", "Mask", "Rect", "TypeStyle"]

ANSWERS = 4000
"""How many boxes of texts are kept, and how many answers whether words fit: several pages of every screen."""
_FREETYPE = 1  # CAIRO_FONT_TYPE_FT
_GRAY, _NO_HINTS, _METRICS_OFF = 2, 1, 1
_TOLERANCE = 2 / UNITS  # px; Pango rounds to its units
_INK_MARGIN = 2  # px around the ink: Cairo moves each glyph to a whole pixel and smooths its edge


class Extent(NamedTuple):
    """The box of a text in px: the widest line rounded up, the sum of the line heights, the number of lines."""

    width: int
    height: int
    lines: int


class Rect(NamedTuple):
    """A rectangle in px inside a text's box, `y` downwards from its upper edge."""

    x: float
    y: float
    width: float
    height: float


class Engine:
    """Sets text with Pango in exactly the fonts of kiosk.text.fonts. One thread, one engine.

    The arguments that many methods share: `language` is a BCP 47 tag (it chooses letter shapes and line breaks),
    `script` an ISO 15924 code (it chooses the size adjustments), `rtl` the base direction, `width` the box in px
    at which lines break (None: only at line feeds), `bold_ranges` the (start, end) characters set in bold.
    Raises PangoMissing and FontsMissing when it is made.

    Masks are not kept: whoever paints keeps what became of them (kiosk.stage.textures), and twice is once too often.
    """

    def __init__(self, answers: int = ANSWERS, icons: bool = True) -> None:
        """`answers` bounds how many boxes are kept for the next time, and how many answers whether words fit. Without
        `icons` there are none, and their font is not needed."""
        self._context = _context(self, fonts.text_files(), fonts.NOTO_REMEDY)
        # The icons have a font map of their own: their font claims to know blanks, dashes and private code points.
        self._icon_context = _context(self, [fonts.icons().file] if icons else [], fonts.ICON_REMEDY)
        self._extents: Latest[Extent] = Latest(answers)
        self._fitting: Latest[bool] = Latest(answers)
        self._ascent, self._descent = self._metrics()

    def measure(
        self,
        text: str,
        style: TypeStyle,
        language: str,
        script: str,
        rtl: bool,
        width: float | None = None,
        bold_ranges: Ranges = (),
    ) -> Extent:
        """The box that a text takes."""
        # Asked hundreds of times a page: the key is made of plain values, which are compared fastest.
        key = (text, style.size, style.bold, style.line, style.spacing, language, script, rtl, width, bold_ranges)
        return self._extents.get(
            key, lambda: self._measured(Setting(text, style, language, script, rtl, width, "start", bold_ranges))
        )

    def mask(
        self,
        text: str,
        style: TypeStyle,
        language: str,
        script: str,
        rtl: bool,
        width: float | None = None,
        align: Align = "start",
        bold_ranges: Ranges = (),
    ) -> Mask:
        """A text's picture: its box (`width` × the height of its lines) and whatever its letters reach beyond it."""
        return self._drawn(Setting(text, style, language, script, rtl, width, align, bold_ranges))

    def rectangles(
        self,
        text: str,
        style: TypeStyle,
        language: str,
        script: str,
        rtl: bool,
        width: float | None,
        start: int,
        end: int,
        align: Align = "start",
        bold_ranges: Ranges = (),
    ) -> tuple[Rect, ...]:
        """Where the characters `start` to `end` stand: one rectangle a line, as high as the line.

        Where a line mixes directions and a range is really parted, each of its parts has a rectangle.
        """
        setting = Setting(text, style, language, script, rtl, width, align, bold_ranges)
        height = setting.line_height
        with Layout(self._context, setting) as layout:
            first, last = layout.byte(start), layout.byte(end)
            return tuple(
                Rect(left, number * height, right - left, height)
                for number, line in enumerate(layout.lines())
                for left, right in line.spans(first, last)
            )

    def caret(
        self,
        text: str,
        style: TypeStyle,
        language: str,
        script: str,
        rtl: bool,
        width: float,
        next_rtl: bool,
        align: Align = "start",
    ) -> float:
        """How far from the left edge, in px, the next letter behind a text will appear, if it is written from the right
        (`next_rtl`) or from the left. Where text of both directions meets, these are two places."""
        with Layout(self._context, Setting(text, style, language, script, rtl, width, align)) as layout:
            own, other = layout.cursor(len(text))
        return own if next_rtl == rtl else other

    def fits_words(
        self,
        text: str,
        style: TypeStyle,
        language: str,
        script: str,
        rtl: bool,
        width: float,
        bold_ranges: Ranges = (),
    ) -> bool:
        """Whether no word has to be broken where neither a hyphen nor a soft hyphen allows it."""
        key = (text, style.size, style.bold, style.line, style.spacing, language, script, rtl, width, bold_ranges)
        return self._fitting.get(
            key, lambda: self._fits(key, Setting(text, style, language, script, rtl, width, "start", bold_ranges))
        )

    def unknown_glyphs(self, text: str, bold: bool = False, language: str = "de") -> int:
        """How many characters of a text none of the fonts can draw."""
        with Layout(self._context, Setting(text, TypeStyle(28, bold, 1.4), language, "Latn", False)) as layout:
            return layout.unknown_glyphs

    def icon_mask(self, name: str, fill: bool, size_px: int) -> Mask:
        """An icon in its square of `size_px`. Raises KeyError naming an unknown icon."""
        with Canvas(size_px, size_px) as canvas:
            self.draw_icon(canvas.cairo, name, fill, size_px, 0, 0)
            return canvas.mask()

    def draw(self, cairo: int, setting: Setting, x: float, y: float) -> None:
        """Set a text on a Cairo drawing that is not a mask (a sheet of paper), the upper left corner of its box at
        (`x`, `y`), in the colour that the drawing has."""
        with Layout(self._context, setting) as layout:
            self._show(cairo, layout.lines(), setting, x, y)

    def draw_icon(self, cairo: int, name: str, fill: bool, size: float, x: float, y: float) -> None:
        """The same for an icon in its square of `size`. Raises KeyError naming an unknown icon."""
        c = bindings()
        character, family = fonts.icon(name, fill)
        layout = c.pango_layout_new(self._icon_context)
        set_font(layout, family, size, False)
        set_text(layout, character)
        # Phosphor draws every icon in the middle of its em square, whose lower edge is the baseline.
        c.cairo_move_to(cairo, x, y + size)
        c.pango_cairo_layout_line_path(cairo, c.pango_layout_get_line_readonly(layout, 0))
        c.cairo_fill(cairo)
        c.g_object_unref(layout)

    def _measured(self, setting: Setting) -> Extent:
        with Layout(self._context, setting) as layout:
            return _extent(layout.lines(), setting)

    def _fits(self, key: Hashable, setting: Setting) -> bool:
        """Whether the words fit; if none of them comes near the edge, no word was in danger of being broken, so this is
        how the text is set anyway, and its box is known as well: who asks this asks for that next."""
        with Layout(self._context, setting) as layout:
            layout.break_at_words_only()
            lines = layout.lines()
        # Pango takes the spacing off a line's last letter after it has chosen the break.
        spacing = abs(setting.style.spacing) * setting.size
        widest, width = max(line.width for line in lines), setting.width or 0
        if widest + spacing + _TOLERANCE <= width:
            self._extents.get(key, lambda: _extent(lines, setting))
        return widest <= width + spacing + _TOLERANCE

    def _drawn(self, setting: Setting) -> Mask:
        height = setting.line_height
        with Layout(self._context, setting) as layout:
            lines = layout.lines()
            width = _widest(lines) if setting.width is None else ceil(setting.width)
            baselines = self._baselines(setting, len(lines))
            left, top, right, bottom = _reach(lines, baselines, width, len(lines) * height)
            with Canvas(right - left, bottom - top) as canvas:
                self._show(canvas.cairo, lines, setting, -left, -top)
                return canvas.mask(-left, -top)

    def _show(self, cairo: int, lines: list[Line], setting: Setting, x: float, y: float) -> None:
        c = bindings()
        for line, baseline in zip(lines, self._baselines(setting, len(lines)), strict=True):
            c.cairo_move_to(cairo, line.x + x, baseline + y)
            c.pango_cairo_show_layout_line(cairo, line.pointer)

    def _baselines(self, setting: Setting, lines: int) -> list[int]:
        """Of the lines, in px from the top: the letters' own height stands in the middle of each line."""
        room = setting.line_height - (self._ascent + self._descent) * setting.size
        first = round(room / 2 + self._ascent * setting.size)
        return [first + number * setting.line_height for number in range(lines)]

    def _metrics(self) -> tuple[float, float]:
        """Ascent and descent of Noto Sans in em. They are used for every script, so that words in two scripts stand
        on one line."""
        size = 1000
        with Layout(self._context, Setting("x", TypeStyle(size, False, 1), "de", "Latn", False)) as layout:
            return layout.metrics(size)


def _extent(lines: list[Line], setting: Setting) -> Extent:
    return Extent(_widest(lines), len(lines) * setting.line_height, len(lines))


def _widest(lines: list[Line]) -> int:
    return max(1, ceil(max(line.width for line in lines) - _TOLERANCE))


def _reach(lines: list[Line], baselines: list[int], width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the box and all the ink, in whole px."""
    inked = [(line, at) for line, at in zip(lines, baselines, strict=True) if line.ink_right > line.ink_left]
    return (
        min([0, *(floor(line.ink_left) - _INK_MARGIN for line, _ in inked)]),
        min([0, *(at + floor(line.ink_top) - _INK_MARGIN for line, at in inked)]),
        max([width, *(ceil(line.ink_right) + _INK_MARGIN for line, _ in inked)]),
        max([height, *(at + ceil(line.ink_bottom) + _INK_MARGIN for line, at in inked)]),
    )


def _context(owner: object, files: Iterable[Path], remedy: str) -> int:
    """A PangoContext over exactly these font files, freed with `owner`. Raises FontsMissing with the remedy."""
    c = bindings()
    config = c.FcConfigCreate()
    for file in files:
        if not c.FcConfigAppFontAddFile(config, str(file).encode()):
            raise fonts.FontsMissing(str(file), remedy)
    font_map = c.pango_cairo_font_map_new_for_font_type(_FREETYPE)
    c.pango_fc_font_map_set_config(font_map, config)
    c.FcConfigDestroy(config)  # the font map keeps it
    context: int = c.pango_font_map_create_context(font_map)
    options = c.cairo_font_options_create()
    c.cairo_font_options_set_antialias(options, _GRAY)
    c.cairo_font_options_set_hint_style(options, _NO_HINTS)
    c.cairo_font_options_set_hint_metrics(options, _METRICS_OFF)
    c.pango_cairo_context_set_font_options(context, options)
    c.cairo_font_options_destroy(options)
    c.pango_context_set_round_glyph_positions(context, 0)
    for thing in (font_map, context):
        weakref.finalize(owner, c.g_object_unref, thing)
    return context
