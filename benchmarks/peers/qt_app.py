"""The Qt app's data: every page as JSON, ready to be shown without any further work on its layout."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from benchmarks.peers.book import NOW, Book, Key, Leaf
from kiosk.qr import QUIET_ZONE, matrix
from kiosk.text import fonts
from kiosk.text.setting import Setting
from kiosk.widgets.pieces import Box, Code, Fill, Outline, Piece, Polygon, Sign, Text

LEFT, RIGHT, CENTER = 1, 2, 4
"""Qt::AlignmentFlag."""
SLACK = 3
"""Pixels that Qt may need more than Pango for the same line."""
FAMILIES = {"Arab": "Noto Sans Arabic UI", "Ethi": "Noto Sans Ethiopic"}
SMOOTH = 4
"""Doors are drawn so many times as large, and made smaller: their edges are smooth then."""


class Qt:
    """Writes the data of a book into a folder."""

    def __init__(self, book: Book, folder: Path) -> None:
        self._book, self._folder = book, folder
        self._pictures = folder / "pictures"
        self._pictures.mkdir(parents=True)

    def write(self, copies: Mapping[str, str]) -> Path:
        """All files; the folder to give to the app. `copies` maps copies of services to the one they are copies of."""
        folder = self._folder
        self._pages(folder / "data" / "start", self._book.start())
        for code in self._book.codes:
            place = folder / "data" / code
            self._pages(place, self._book.of(code))
            for service in self._book.catalog.services:
                if service not in copies:
                    self._pages(place, self._book.service(code, service))
            for copy, service in copies.items():
                os.link(place / f"service.{service}.json", place / f"service.{copy}.json")
        shutil.copyfile(fonts.icons().file, folder / "icons.ttf")
        (folder / "opened").write_text(str(NOW.hour * 60 + NOW.minute))
        return folder

    def _pages(self, place: Path, leaves: Iterator[Leaf]) -> None:
        place.mkdir(parents=True, exist_ok=True)
        for leaf in leaves:
            text = json.dumps(self.page(leaf), ensure_ascii=False, separators=(",", ":"))
            (place / f"{leaf.name}.json").write_text(text, encoding="utf-8")

    def page(self, leaf: Leaf) -> dict[str, Any]:
        """A page's parts by kind, each kind in the order in which it is painted."""
        made: dict[str, Any] = {"ground": self._colour(leaf.ground)}
        pieces = list(leaf.pieces())
        made["boxes"] = list(self._boxes(pieces))
        made["pictures"] = [*self._doors(pieces), *(self._code(piece) for piece in pieces if isinstance(piece, Code))]
        made["texts"] = [self._text(piece) for piece in pieces if isinstance(piece, Text)]
        made["signs"] = [self._sign(piece) for piece in pieces if isinstance(piece, Sign)]
        made["keys"] = [_key(key) for key in leaf.pressed()]
        return made

    def _colour(self, role: str) -> str:
        return self._book.theme.colours[role]

    def _boxes(self, pieces: list[Piece]) -> Iterator[dict[str, Any]]:
        """Boxes and outlines; an outline that follows its box is part of it."""
        waiting = [piece for piece in pieces if isinstance(piece, Fill | Outline)]
        while waiting:
            piece = waiting.pop(0)
            following = waiting[0] if waiting else None
            line = piece if isinstance(piece, Outline) else None
            if line is None and isinstance(following, Outline) and following.at == piece.at:
                line = following
                waiting.pop(0)
            corners = piece.corners if isinstance(piece, Fill) else (True,) * 4
            yield {
                **_at(piece.at),
                "fill": self._colour(piece.colour) if isinstance(piece, Fill) else "transparent",
                "opacity": piece.opacity if isinstance(piece, Fill) else 1,
                "r": [min(piece.radius, piece.at.h / 2) if round_ else 0 for round_ in corners],
                "line": line.width if line else 0,
                "edge": self._colour(line.colour) if line else "transparent",
            }

    def _text(self, text: Text) -> dict[str, Any]:
        script = self._book.frame.script(text.said.language)
        setting = Setting(text.said.text, text.style, text.said.language, script, text.rtl)
        align = {"start": RIGHT if text.rtl else LEFT, "end": LEFT if text.rtl else RIGHT, "center": CENTER}[text.align]
        at = text.at
        left = {LEFT: at.x, RIGHT: at.x - SLACK, CENTER: at.x - SLACK / 2}[align]
        return {
            **_at(Box(left, at.y, at.w + SLACK, at.h)),
            "text": text.said.text.replace("\u00ad", ""),  # Qt shows soft hyphens that it does not break at
            "size": round(setting.size),
            "bold": text.style.bold,
            "line": setting.line_height,
            "one": at.h < 1.5 * setting.line_height,
            "spacing": text.style.spacing * setting.size,
            "family": FAMILIES.get(script, "Noto Sans"),
            "colour": self._colour(text.colour),
            "align": align,
            "now": text.node == "header.now",
        }

    def _sign(self, sign: Sign) -> dict[str, Any]:
        character, _ = fonts.icon(sign.icon, sign.fill)
        return {**_at(sign.at), "sign": character, "colour": self._colour(sign.colour), "flip": sign.flip}

    def _code(self, code: Code) -> dict[str, Any]:
        """A QR code with its quiet zone, whole pixels a module."""
        rows = matrix(code.address)
        side = len(rows) + 2 * QUIET_ZONE
        size = int(code.at.w) // side * side
        name = f"{sha256(code.address.encode()).hexdigest()[:16]}.png"
        if not (self._pictures / name).exists():
            picture = Image.new("1", (side, side), 1)
            for y, row in enumerate(rows):
                for x, cell in enumerate(row):
                    picture.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), not cell)
            picture.save(self._pictures / name)
        at = Box(code.at.x + (code.at.w - size) // 2, code.at.y + (code.at.h - size) // 2, size, size)
        return {**_at(at), "file": name}

    def _doors(self, pieces: list[Piece]) -> Iterator[dict[str, Any]]:
        """Shapes of one node that follow each other are one picture."""
        group: list[Polygon] = []
        for piece in [*pieces, None]:
            if isinstance(piece, Polygon) and (not group or piece.node == group[-1].node):
                group.append(piece)
                continue
            if group:
                yield self._door(group)
            group = [piece] if isinstance(piece, Polygon) else []

    def _door(self, shapes: list[Polygon]) -> dict[str, Any]:
        x, y = int(min(shape.at.x for shape in shapes)), int(min(shape.at.y for shape in shapes))
        right, bottom = max(shape.at.right for shape in shapes), max(shape.at.bottom for shape in shapes)
        at = Box(x, y, int(right - x) + 1, int(bottom - y) + 1)
        name = f"{sha256(repr(shapes).encode()).hexdigest()[:16]}.png"
        if not (self._pictures / name).exists():
            picture = Image.new("RGBA", (int(at.w) * SMOOTH, int(at.h) * SMOOTH))
            draw = ImageDraw.Draw(picture)
            for shape in shapes:
                points = [((px - x) * SMOOTH, (py - y) * SMOOTH) for px, py in shape.points]
                draw.polygon(points, fill=self._colour(shape.colour))
            picture.resize((int(at.w), int(at.h)), Image.Resampling.BOX).save(self._pictures / name)
        return {**_at(at), "file": name}


def _at(at: Box) -> dict[str, float]:
    return {"x": at.x, "y": at.y, "w": at.w, "h": at.h}


def _key(key: Key) -> dict[str, Any]:
    return {**_at(key.at), "what": key.do, "to": key.to}
