"""One text set by Pango: where its lines break, and where each of its characters stands."""

from __future__ import annotations

import ctypes
import re
from ctypes import byref, c_int
from typing import Any, NamedTuple

from kiosk.text import scripts
from kiosk.text.bindings import UNITS, Rectangle, bindings
from kiosk.text.fonts import TEXT_FAMILIES
from kiosk.text.setting import Setting

_BOLD, _REGULAR = 700, 400
_WORD = 0
_WORD_CHAR = 2  # PANGO_WRAP_WORD_CHAR: inside a word only if the word alone is wider than the box
_LEFT, _CENTER, _RIGHT = 0, 1, 2
_SOFT_HYPHEN, _WORD_JOINER = "\u00ad", "\u2060"
_SOFT_WORD = re.compile("[^\\s/-]*\u00ad[^\\s/-]*[/-]?")  # up to where a line may end anyway


class Line(NamedTuple):
    """A line as it was set, in px. `x` and `width` are its box inside the layout; the ink is what its letters cover,
    counted from the layout's left edge and from the line's own baseline. Valid as long as its layout."""

    pointer: int
    x: float
    width: float
    ink_left: float
    ink_top: float
    ink_right: float
    ink_bottom: float

    def spans(self, start: int, end: int) -> list[tuple[float, float]]:
        """From where to where the bytes `start` to `end` of the text stand in this line, left to right; touching
        pieces are one. More than one only where the reordering of mixed directions parts them."""
        c = bindings()
        first = c.pango_layout_line_get_start_index(self.pointer)
        start, end = max(start, first), min(end, first + c.pango_layout_line_get_length(self.pointer))
        if start >= end:
            return []
        found, count = ctypes.POINTER(c_int)(), c_int()
        c.pango_layout_line_get_x_ranges(self.pointer, start, end, byref(found), byref(count))
        pieces = sorted((found[2 * i], found[2 * i + 1]) for i in range(count.value))
        c.g_free(found)
        return _joined([(left / UNITS, right / UNITS) for left, right in pieces])


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in pieces:
        if joined and left - joined[-1][1] < 0.5:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        elif right > left:
            joined.append((left, right))
    return joined


class Layout:
    """A PangoLayout of one setting. Use in `with`: it is freed at the end."""

    def __init__(self, context: int, setting: Setting) -> None:
        self._c = c = bindings()
        self._context, self.setting = context, setting
        self._text = self._with_whole_words()
        c.pango_context_set_base_dir(context, int(setting.rtl))
        c.pango_context_set_language(context, c.pango_language_from_string(setting.language.encode()))
        self.pointer = c.pango_layout_new(context)
        # The base direction is the language's, not the first letter's: "Otto-Schill-Straße" may begin an Arabic line.
        c.pango_layout_set_auto_dir(self.pointer, 0)
        c.pango_layout_set_wrap(self.pointer, _WORD_CHAR)
        start, end = (_RIGHT, _LEFT) if setting.rtl else (_LEFT, _RIGHT)
        c.pango_layout_set_alignment(self.pointer, {"start": start, "center": _CENTER, "end": end}[setting.align])
        if setting.width is not None:
            c.pango_layout_set_width(self.pointer, int(setting.width * UNITS))
        set_font(self.pointer, TEXT_FAMILIES, setting.size, setting.style.bold)
        set_text(self.pointer, self._text)
        self._set_attributes()

    def __enter__(self) -> Layout:
        return self

    def __exit__(self, *_: object) -> None:
        self._c.g_object_unref(self.pointer)

    def _set_attributes(self) -> None:
        c, setting = self._c, self.setting
        attributes = c.pango_attr_list_new()

        def add(attribute: Any, start: int, end: int) -> None:
            attribute.contents.start, attribute.contents.end = self.byte(start), self.byte(end)
            c.pango_attr_list_change(attributes, attribute)

        for start, end in setting.bold_ranges:
            add(c.pango_attr_weight_new(_BOLD), start, end)
        for start, end in scripts.european_runs(setting.text):
            if setting.script in scripts.FOREIGN_SIZE:
                size = setting.size * scripts.FOREIGN_SIZE[setting.script]
                add(c.pango_attr_size_new_absolute(round(size * UNITS)), start, end)
            elif setting.style.spacing:  # joined letters must not be torn apart
                add(c.pango_attr_letter_spacing_new(round(setting.size * setting.style.spacing * UNITS)), start, end)
        c.pango_layout_set_attributes(self.pointer, attributes)
        c.pango_attr_list_unref(attributes)

    def _with_whole_words(self) -> str:
        """The text without the soft hyphens of words that fit a line: the next line takes such a word whole.

        A word joiner stands in for each of them, so that characters keep their numbers.
        """
        setting = self.setting
        if setting.width is None:
            return setting.text

        def whole_if_it_fits(word: re.Match[str]) -> str:
            bold = any(start < word.end() and word.start() < end for start, end in setting.bold_ranges)
            style = setting.style._replace(bold=setting.style.bold or bold)
            alone = setting._replace(text=word[0], style=style, width=None, bold_ranges=())
            with Layout(self._context, alone) as layout:
                fits = all(line.width <= (setting.width or 0) for line in layout.lines())
            return word[0].replace(_SOFT_HYPHEN, _WORD_JOINER) if fits else word[0]

        return _SOFT_WORD.sub(whole_if_it_fits, setting.text)

    def byte(self, character: int) -> int:
        """Where in the UTF-8 text a character begins. Pango counts bytes, we count characters."""
        return len(self._text[:character].encode())

    def lines(self) -> list[Line]:
        """The lines from the top; there is always one."""
        c, lines = self._c, []
        walk = c.pango_layout_get_iter(self.pointer)
        ink, box = Rectangle(), Rectangle()
        more = True
        while more:
            c.pango_layout_iter_get_line_extents(walk, byref(ink), byref(box))
            baseline = c.pango_layout_iter_get_baseline(walk)
            edges = (ink.x, ink.y - baseline, ink.x + ink.width, ink.y + ink.height - baseline)
            pointer = c.pango_layout_iter_get_line_readonly(walk)
            lines.append(Line(pointer, box.x / UNITS, box.width / UNITS, *(edge / UNITS for edge in edges)))
            more = bool(c.pango_layout_iter_next_line(walk))
        c.pango_layout_iter_free(walk)
        return lines

    def cursor(self, character: int) -> tuple[float, float]:
        """How far from the left, in px, a letter would appear that is written before a character (or at the end): one
        of the text's own direction, and one of the other."""
        own, other = Rectangle(), Rectangle()
        self._c.pango_layout_get_cursor_pos(self.pointer, self.byte(character), byref(own), byref(other))
        return own.x / UNITS, other.x / UNITS

    @property
    def unknown_glyphs(self) -> int:
        """How many characters no font can draw."""
        return int(self._c.pango_layout_get_unknown_glyphs_count(self.pointer))

    def break_at_words_only(self) -> None:
        """Let a word that is wider than the box reach beyond it instead of breaking it."""
        self._c.pango_layout_set_wrap(self.pointer, _WORD)

    def metrics(self, size: float) -> tuple[float, float]:
        """Ascent and descent of the one line, as ratios of `size` px."""
        box = Rectangle()
        self._c.pango_layout_get_extents(self.pointer, None, byref(box))
        ascent = self._c.pango_layout_get_baseline(self.pointer)
        return ascent / UNITS / size, (box.height - ascent) / UNITS / size


def set_text(layout: int, text: str) -> None:
    """Give a PangoLayout its text."""
    encoded = text.encode()
    bindings().pango_layout_set_text(layout, encoded, len(encoded))


def set_font(layout: int, families: str, size: float, bold: bool) -> None:
    """Set a PangoLayout in these families (tried in order, for each character) at `size` px."""
    c = bindings()
    font = c.pango_font_description_new()
    c.pango_font_description_set_family(font, families.encode())
    c.pango_font_description_set_weight(font, _BOLD if bold else _REGULAR)
    c.pango_font_description_set_absolute_size(font, size * UNITS)
    c.pango_layout_set_font_description(layout, font)
    c.pango_font_description_free(font)
