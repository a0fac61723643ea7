"""What can be painted. Every piece belongs to a node; places are in units, from the upper left corner of the screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.language import Said
from kiosk.domain.navigation import Intent
from kiosk.text.setting import Align, TypeStyle

ALL = (True, True, True, True)
"""Which corners are round: upper left, upper right, lower right, lower left."""


class Box(Struct, frozen=True):
    """A rectangle in units, `y` downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def center(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """The box smaller by `dx` at the sides and `dy` (or `dx`) above and below."""
        by = dx if dy is None else dy
        return Box(self.x + dx, self.y + by, self.w - 2 * dx, self.h - 2 * by)

    def contains(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds(self, other: Box, slack: float = 0.5) -> bool:
        """Whether `other` is inside, but for rounding."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def mirrored(self, width: float) -> Box:
        """The box on a screen of `width` that is read from the right."""
        return Box(width - self.right, self.y, self.w, self.h)


class Fill(Struct, frozen=True):
    """A filled shape. `opacity` is for the scrim under an overlay only: nothing else is transparent."""

    node: str
    at: Box
    colour: str
    radius: float = 0
    corners: tuple[bool, bool, bool, bool] = ALL
    opacity: float = 1.0


class Outline(Struct, frozen=True):
    """A line of `width` inside the edge of a box."""

    node: str
    at: Box
    colour: str
    width: float
    radius: float = 0


class Text(Struct, frozen=True):
    """Words in a box that is as wide as lines may be and as high as they are. `part` says which of the node's texts."""

    node: str
    part: str
    at: Box
    said: Said
    style: TypeStyle
    colour: str
    align: Align = "start"
    rtl: bool = False


class Sign(Struct, frozen=True):
    """A Phosphor icon in a square. `flip` mirrors it (arrows on a screen read from the right)."""

    node: str
    at: Box
    icon: str
    fill: bool
    colour: str
    flip: bool = False


class Code(Struct, frozen=True):
    """A QR code with its quiet zone, in a white square."""

    node: str
    at: Box
    address: str


class Polygon(Struct, frozen=True):
    """A flat shape with straight edges; `points` are in units on the screen. The door is made of these."""

    node: str
    points: tuple[tuple[float, float], ...]
    colour: str

    @property
    def at(self) -> Box:
        """The box around the points."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


Piece = Fill | Outline | Text | Sign | Code | Polygon


class Look(Enum):
    """How a target is drawn at the moment."""

    NORMAL = "normal"
    PRESSED = "pressed"
    SPOKEN = "spoken"


class Target(Struct, frozen=True):
    """Something to press: its node, its place, what it asks for, and its picture in each look."""

    node: str
    at: Box
    intent: Intent
    draw: Callable[[Look], tuple[Piece, ...]]


class Page(Struct, frozen=True):
    """A whole screen, ready to be painted from the first piece to the last. `ground` is the colour under it all.
    `places` tells where each node is: a node of the view without a place stands on another of the `pages` that the
    content needs on this surface."""

    width: float
    height: float
    ground: str
    pieces: tuple[Piece, ...]
    targets: tuple[Target, ...]
    places: dict[str, Box]
    pages: int = 1

    def target(self, x: float, y: float) -> Target | None:
        """What is pressed at a point; the one painted last wins."""
        return next((target for target in reversed(self.targets) if target.at.contains(x, y)), None)


def mirrored(piece: Piece, width: float) -> Piece:
    """The piece on a screen of `width` that is read from the right. Words and signs move but do not turn round."""
    match piece:
        case Polygon():
            return replace(piece, points=tuple((width - x, y) for x, y in piece.points))
        case Fill():
            upper_left, upper_right, lower_right, lower_left = piece.corners
            corners = (upper_right, upper_left, lower_left, lower_right)
            return replace(piece, at=piece.at.mirrored(width), corners=corners)
    return replace(piece, at=piece.at.mirrored(width))
