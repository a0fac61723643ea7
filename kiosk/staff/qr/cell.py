"""One code on the sheet: the symbol on its white plate, and beside it what it is, where it leads and whom it serves."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE, Words
from kiosk.qr import QUIET_ZONE, matrix
from kiosk.staff.qr.listing import Code, Part
from kiosk.staff.qr.words import MOST_NAMED
from kiosk.text.engine import Engine
from kiosk.text.paper import Paper
from kiosk.text.setting import Setting, TypeStyle
from kiosk.theme.tokens import DEFAULTS as COLOURS

SYMBOL = 260
"""The least width of a symbol without its quiet zone, in tenths of a millimetre: a phone reads it from a hand's
breadth (at least 25 mm were asked for)."""
MODULE = 6
"""The least width of a module, in tenths of a millimetre: a contact's code has up to twice as many as a page's."""

BIG, TEXT, SMALL = TypeStyle(42, True, 1.25), TypeStyle(32, False, 1.3), TypeStyle(28, False, 1.3)
STRONG = TypeStyle(32, True, 1.3)
BOX = 34
"""The box to tick."""
_GAP = 20
_ABOVE = 10  # the room above capital letters: the first line's stand level with the symbol
_BREAKS = "/?&=_-."
_BREAK = "\u200b"


class Line(Struct, frozen=True):
    """A text with its colour; `gap` is the room above it."""

    setting: Setting
    colour: str = COLOURS["ink"]
    gap: int = 0


class Writer:
    """Makes settings of words: staff's words, and the visitors' languages by the catalog's."""

    def __init__(self, engine: Engine, catalog: Catalog, words: Mapping[str, str], language: str) -> None:
        self.engine, self.catalog, self.words, self.language = engine, catalog, words, language

    def setting(self, text: str, style: TypeStyle, width: float | None, language: str = "") -> Setting:
        """A text in one of the visitors' languages; without one in that of the sheet."""
        found = next((one for one in self.catalog.languages if one.code == language), None)
        if found is None:
            return Setting(text, style, self.language, "Latn", False, width)
        return Setting(text, style, found.code, found.script, found.rtl, width)

    def height(self, setting: Setting) -> int:
        """Of the text's box."""
        one = setting
        return self.engine.measure(one.text, one.style, one.language, one.script, one.rtl, one.width).height

    def languages(self, codes: tuple[str, ...]) -> str:
        """German names (on an English sheet the languages' codes are what files call them), or how many there are."""
        every = [language.code for language in self.catalog.languages]
        others = [code for code in every if code not in codes]
        if not others and len(every) > 1:
            return self.words["every"].format(count=len(every))
        if len(codes) > MOST_NAMED and len(others) <= MOST_NAMED:
            return self.words["all_but"].format(languages=self._named(others))
        return self._named(codes)

    def named(self, code: str) -> str:
        """A language by its name for staff."""
        known = {language.code: language.german for language in self.catalog.languages}
        return known.get(code, code) if self.language == SOURCE else code

    def _named(self, codes: tuple[str, ...] | list[str]) -> str:
        return self.words["and"].join(self.named(code) for code in codes)


class Cell:
    """One code with its words in a box `width` wide."""

    def __init__(self, writer: Writer, code: Code, name: Words, width: float) -> None:
        self._writer, self._symbol = writer, matrix(code.carries)
        modules = len(self._symbol)
        self._module = max(SYMBOL / modules, MODULE)
        self._quiet = self._module * QUIET_ZONE
        self._side = self._module * modules + 2 * self._quiet
        self._left = self._side - self._quiet + _GAP  # the quiet zone hangs into the margin: black stands at the edge
        self._lines = _lines(writer, code, name, width - self._left)
        self._top = self._quiet - _ABOVE
        words = sum(line.gap + writer.height(line.setting) for line in self._lines)
        self.height = max(self._side, self._top + words + _GAP / 2 + BOX)

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its upper left corner there."""
        paper.fill(x - self._quiet, y, self._side, self._side, COLOURS["code_bg"])
        paper.fill_all(self._black(x - self._quiet, y), COLOURS["code_ink"])
        at = y + self._top
        for line in self._lines:
            at += line.gap
            paper.text(line.setting, x + self._left, at, line.colour)
            at += self._writer.height(line.setting)
        self._box(paper, x + self._left, at + _GAP / 2)

    def _black(self, x: float, y: float) -> list[tuple[float, float, float, float]]:
        """The black modules, those that touch in a row as one rectangle."""
        found = []
        for row, cells in enumerate(self._symbol, QUIET_ZONE):
            start = None
            for column, black in enumerate((*cells, False), QUIET_ZONE):
                if black and start is None:
                    start = column
                elif not black and start is not None:
                    left, top = x + start * self._module, y + row * self._module
                    found.append((left, top, (column - start) * self._module, self._module))
                    start = None
        return found

    def _box(self, paper: Paper, x: float, y: float) -> None:
        paper.frame(x, y, BOX, BOX, 3, COLOURS["border"])
        said = self._writer.setting(self._writer.words["checked"], SMALL, None)
        paper.text(said, x + BOX + _GAP / 2, y + (BOX - said.line_height) / 2, COLOURS["ink2"])


def _lines(writer: Writer, code: Code, name: Words, width: float) -> list[Line]:
    words, small = writer.words, COLOURS["ink2"]
    kind = words["services" if code.part is Part.ORGANISATIONS else code.part.value]
    about = kind.format(language=writer.named(code.language))
    lines = [Line(writer.setting(f"{code.number} · {about}", STRONG, width), COLOURS["action"])]
    translated = name.texts.get(code.language)
    if translated and code.language != SOURCE and code.part is not Part.MAPS:
        lines.append(Line(writer.setting(translated, TEXT, width, code.language)))
    for plain in code.plain:
        language = code.language if plain == translated else ""
        if not language or code.language == SOURCE:
            lines.append(Line(writer.setting(breakable(plain), SMALL, width), gap=4))
    lines.append(
        Line(writer.setting(words["serves"].format(languages=writer.languages(code.serves)), SMALL, width), small, 6)
    )
    return lines


def breakable(address: str) -> str:
    """An address that may break behind its signs, without a hyphen that is not part of it."""
    return "".join(sign + _BREAK if sign in _BREAKS else sign for sign in address) if "/" in address else address
