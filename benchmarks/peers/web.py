"""The web page: HTML, CSS and JavaScript as a careful developer would ship them for a kiosk.

The first page stands in index.html, each further one is a piece of ready HTML in a file of its own, fetched while the
finger that opens it is still down. Boxes with the same place are one element, codes and doors are SVG, letters and
colours are classes. Nothing is loaded from a network.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from benchmarks.peers.book import NOW, Book, Key, Leaf
from kiosk.domain.utterance import spoken
from kiosk.qr import QUIET_ZONE, matrix
from kiosk.text import fonts, scripts
from kiosk.text.setting import Setting
from kiosk.widgets.pieces import ALL, Box, Code, Fill, Outline, Piece, Polygon, Sign, Text

HERE = Path(__file__).resolve().parent / "web"
SLACK = 3
"""Pixels that a browser may need more than Pango for the same line."""


class Web:
    """Writes the site of a book."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._letters: dict[str, str] = {}

    def write(self, folder: Path, copies: Mapping[str, str]) -> Path:
        """All files into a folder; the page to open. `copies` maps copies of services to the one they are copies of."""
        for code in self._book.codes:
            place = folder / "data" / code
            place.mkdir(parents=True)
            for leaf in self._book.of(code):
                self._page(place, leaf)
            for service in self._book.catalog.services:
                if service not in copies:
                    for leaf in self._book.service(code, service):
                        self._page(place, leaf)
            for copy, service in copies.items():
                os.link(place / f"service.{service}.js", place / f"service.{copy}.js")
        return self._shell(folder)

    def _page(self, place: Path, leaf: Leaf) -> None:
        words = (leaf.language, leaf.name, f"b-{leaf.ground}", self.html(leaf))
        text = ",".join(json.dumps(word, ensure_ascii=False) for word in words)
        (place / f"{leaf.name}.js").write_text(f"page({text})\n", encoding="utf-8")

    def _shell(self, folder: Path) -> Path:
        start = [(leaf.name, f"b-{leaf.ground}", self.html(leaf)) for leaf in self._book.start()]
        opened = (NOW.hour * 60 + NOW.minute) * 60_000
        text = f"const OPENED = {opened}, start = {json.dumps(start, ensure_ascii=False)}\n"
        (folder / "start.js").write_text(text, encoding="utf-8")
        for name in ("kiosk.css", "kiosk.js"):
            shutil.copyfile(HERE / name, folder / name)
        shutil.copyfile(fonts.icons().file, folder / "icons.ttf")
        (folder / "styles.css").write_text("\n".join(self._styles()) + "\n", encoding="utf-8")
        page = (HERE / "index.html").read_text(encoding="utf-8")
        _, ground, html = start[0]
        index = folder / "index.html"
        index.write_text(page.replace("FIRST_GROUND", ground).replace("FIRST_PAGE", html), encoding="utf-8")
        return index

    def _styles(self) -> Iterator[str]:
        for role, colour in self._book.theme.colours.items():
            yield f".b-{role}{{background:{colour}}}.f-{role}{{color:{colour};fill:{colour}}}"
            yield f".l-{role}{{border-color:{colour}}}"
        for rule, name in self._letters.items():
            yield f".{name}{{{rule}}}"

    def html(self, leaf: Leaf) -> str:
        """A page's elements, in the order in which they are painted."""
        return "".join(self._parts(leaf.parts, 0, 0))

    def _parts(self, parts: Iterable[Piece | Key], left: float, top: float) -> Iterator[str]:
        """Elements, placed within an element whose corner is at `left`, `top`."""
        waiting = list(parts)
        while waiting:
            part = waiting.pop(0)
            following = waiting[0] if waiting else None
            if isinstance(part, Polygon):
                shapes = [part]
                while waiting and isinstance(waiting[0], Polygon):
                    shapes.append(waiting.pop(0))  # type: ignore[arg-type]
                yield _door(shapes, left, top)
            elif isinstance(part, Fill) and isinstance(following, Outline) and following.at == part.at:
                waiting.pop(0)
                yield _box(part, following, left, top)
            else:
                yield self._part(part, left, top)

    def _part(self, part: Piece | Key, left: float, top: float) -> str:
        match part:
            case Key():
                return self._key(part, left, top)
            case Fill():
                return _box(part, None, left, top)
            case Outline():
                return _box(None, part, left, top)
            case Text():
                return self._text(part, left, top)
            case Sign():
                at, flip = part.at, " flip" if part.flip else ""
                character, _ = fonts.icon(part.icon, part.fill)
                size = f"font-size:{at.w:g}px"
                style = f'style="{_at(at, left, top)};{size}"'
                return f'<u class="f-{part.colour}{flip}" aria-hidden=true {style}>{character}</u>'
            case Code():
                return _code(part, left, top)
        raise TypeError(part)

    def _key(self, key: Key, left: float, top: float) -> str:
        kind = "key" if any(isinstance(piece, Fill) and piece.at == key.at for piece in key.pieces[:1]) else ""
        kind = "tile" if key.node.startswith(("topic.", "service.", "language.", "way.")) else kind
        inner = "".join(self._parts(key.pieces, key.at.x, key.at.y))
        does = f' data-do="{key.do}" data-to="{escape(key.to)}"' if key.do else ""
        return f'<button class="{kind}" id="{key.node}"{does} style="{_at(key.at, left, top)}">{inner}</button>'

    def _text(self, text: Text, left: float, top: float) -> str:
        said, tag = text.said, "h1" if text.node == "title" and text.part == "name" else "p"
        letters = self._letter(text)
        at = text.at
        right = text.rtl != (text.align == "end")  # set at the right edge: more room at the left
        spare = SLACK / 2 if text.align == "center" else SLACK if right else 0
        at = Box(at.x - spare, at.y, at.w + SLACK, at.h)
        mark = ' id="now"' if text.node == "header.now" else ""
        align = "" if text.align == "start" else f";text-align:{text.align}"
        way = ' dir="rtl"' if text.rtl else ' dir="ltr"'
        words = self._words(said.text, said.language)
        return (
            f'<{tag}{mark} class="{letters} f-{text.colour}" lang="{said.language}"{way} '
            f'style="{_at(at, left, top)}{align}">{words}</{tag}>'
        )

    def _words(self, text: str, language: str) -> str:
        """The words; in Arabic and Ethiopic scripts European ones are smaller, as the kiosk sets them."""
        small = scripts.FOREIGN_SIZE.get(self._book.frame.script(language))
        if small is None:
            return escape(text)
        made, end = [], 0
        for start, stop in scripts.european_runs(text):
            made.append(f'{escape(text[end:start])}<b style="font-size:{small}em">{escape(text[start:stop])}</b>')
            end = stop
        return "".join(made) + escape(text[end:])

    def _letter(self, text: Text) -> str:
        script = self._book.frame.script(text.said.language)
        setting = Setting(text.said.text, text.style, text.said.language, script, text.rtl)
        weight = 700 if text.style.bold else 400
        rule = f"font-size:{setting.size:g}px;line-height:{setting.line_height}px;font-weight:{weight}"
        rule += f";letter-spacing:{text.style.spacing}em" if text.style.spacing else ""
        return self._letters.setdefault(rule, f"s{len(self._letters)}")


def _at(at: Box, left: float, top: float) -> str:
    return f"left:{at.x - left:g}px;top:{at.y - top:g}px;width:{at.w:g}px;height:{at.h:g}px"


def _box(fill: Fill | None, outline: Outline | None, left: float, top: float) -> str:
    """A filled box, its outline, or both in one."""
    piece = fill or outline
    assert piece is not None
    classes, style = [], [_at(piece.at, left, top)]
    if fill:
        classes.append(f"b-{fill.colour}")
        if fill.radius and fill.corners == ALL:
            style.append(f"border-radius:{fill.radius:g}px")
        elif fill.radius:
            style.append(
                "border-radius:" + " ".join(f"{fill.radius:g}px" if round_ else "0" for round_ in fill.corners)
            )
        if fill.opacity != 1:
            style.append(f"opacity:{fill.opacity:g}")
    if outline:
        classes.append(f"l-{outline.colour}")
        style.append(f"border-width:{outline.width:g}px")
        if not fill:
            style.append(f"border-radius:{outline.radius:g}px")
    return f'<i class="{" ".join(classes)}" style="{";".join(style)}"></i>'


def _door(shapes: list[Polygon], left: float, top: float) -> str:
    """Neighbouring shapes in one SVG."""
    boxes = [shape.at for shape in shapes]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    at = Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)
    made = "".join(
        f'<polygon class="f-{shape.colour}" points="{" ".join(f"{px - x:g},{py - y:g}" for px, py in shape.points)}"/>'
        for shape in shapes
    )
    return f'<svg aria-hidden=true style="{_at(at, left, top)}">{made}</svg>'


def _code(code: Code, left: float, top: float) -> str:
    """A QR code with its quiet zone, whole pixels a module."""
    rows = matrix(code.address)
    side = len(rows) + 2 * QUIET_ZONE
    size = int(code.at.w) // side * side
    at = Box(code.at.x + (code.at.w - size) // 2, code.at.y + (code.at.h - size) // 2, size, size)
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
        if cell
    )
    return (
        f'<svg class="code" role="img" aria-label="{escape(spoken(code.address))}" viewBox="0 0 {side} {side}" '
        f'style="{_at(at, left, top)}"><path d="{path}"/></svg>'
    )
