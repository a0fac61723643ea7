"""The kiosk's own pages as data, for programs that show the same: every word, box, picture and key with its place.

They come from the kiosk's presenters and layout, so the peers have the same words in the same places by construction.
That also spares them all work on the layout: whatever it costs, only the kiosk pays for it at run time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from kiosk.content import Places, read
from kiosk.domain.catalog import Topic
from kiosk.domain.language import SOURCE
from kiosk.domain.navigation import (
    ATTRACT,
    HELP,
    HOME,
    LANGUAGES,
    SERVICE,
    TOPIC,
    Back,
    Choose,
    Finish,
    Home,
    Intent,
    Open,
    Route,
    Turn,
    Wake,
)
from kiosk.domain.node import Sentence, View
from kiosk.domain.visit import Visit
from kiosk.presenters.scene import Scene
from kiosk.screens.registry import compose
from kiosk.showing import Showing
from kiosk.text.engine import Engine
from kiosk.theme.tokens import Theme
from kiosk.widgets.pieces import Box, Look, Page, Piece
from kiosk.widgets.sheet import Frame
from kiosk.widgets.surface import frame_of

SIZE = (1920, 1080)
NOW = datetime(2026, 11, 24, 14, 32)
"""A Tuesday afternoon: the centre is open, by its last known hours."""
START = "start"
"""In place of a language: what is shown before one has been chosen."""
SHOWN = (HOME, LANGUAGES, HELP)
"""The routes without a subject that the peers have, too; and of those with one, all topics and services."""


@dataclass(frozen=True, slots=True)
class Key:
    """Something to press: its node and place, what it asks for in the kiosk, what it does in a peer (`do`, and where it
    leads), and what is painted of it."""

    node: str
    at: Box
    intent: Intent
    do: str
    to: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: `name` within the folder of a language, whether it is read from the right, its ground's colour role,
    and its parts from the first to the last painted."""

    language: str
    name: str
    rtl: bool
    ground: str
    parts: tuple[Piece | Key, ...]

    def key(self, node: str) -> Key:
        """The key that shows a node. Raises LookupError if there is none."""
        found = next((one for one in self.pressed() if one.node == node), None)
        if found is None:
            raise LookupError(f"{self.language}/{self.name} has no key {node}: {[key.node for key in self.pressed()]}")
        return found

    def pressed(self) -> Iterator[Key]:
        """All that can be pressed."""
        return (part for part in self.parts if isinstance(part, Key))

    def pieces(self) -> Iterator[Piece]:
        """All that is painted."""
        for part in self.parts:
            yield from part.pieces if isinstance(part, Key) else (part,)


class _Drawing:
    """A stage that only composes (kiosk.showing.Stage)."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.page: Page | None = None

    def present(self, view: View, sentence: Sentence | None = None, focus: str = "") -> Page:
        """Compose a view."""
        self.page = self.lay_out(view)
        return self.page

    def lay_out(self, view: View) -> Page:
        """The page of a view."""
        return compose(view, replace(self._frame, rtl=self._frame.is_rtl(view.language)))

    prepare = lay_out


class Book:
    """The pages of a tree of content and settings, for a panel of 1920 × 1080."""

    def __init__(self, root: Path) -> None:
        """`root` holds content/ and config/. Raises ValueError if nothing could be shown of it."""
        content = read(Places(root / "content", root / "config" / "kiosk.yaml", root / "config" / "themes"))
        if content.catalog is None or content.strings is None:
            raise ValueError(f"{root} has no content to show")
        self.catalog, self.theme = content.catalog, content.theme
        self.frame = frame_of(content.settings, content.catalog, SIZE, Engine())
        codes = [language.code for language in self.catalog.languages]
        mute = frozenset(codes) - set(content.settings.sound.voices)
        self._scene = Scene(self.catalog, content.strings, Visit(), NOW, mute=mute)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, in their order."""
        return tuple(language.code for language in self.catalog.languages)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that have a page of their own."""
        return tuple(topic for topic in self.catalog.topics.values() if not topic.leads_to)

    def start(self) -> Iterator[Leaf]:
        """What is shown before a language is chosen: the greetings, and the choice."""
        for number, _ in enumerate(self.catalog.languages):
            yield self.leaf(Visit(), greeting=number)
        yield from self.pages(Visit((Route(LANGUAGES),)))

    def of(self, code: str) -> Iterator[Leaf]:
        """What stands around the services in a language: home, the topics, help, the choice of language."""
        for route in (*(Route(name) for name in SHOWN), *(Route(TOPIC, topic.id) for topic in self.topics)):
            yield from self.pages(Visit((Route(HOME), route), code))

    def service(self, code: str, service: str) -> Iterator[Leaf]:
        """The pages of a service's card."""
        yield from self.pages(Visit((Route(HOME), Route(SERVICE, service)), code))

    def pages(self, visit: Visit) -> Iterator[Leaf]:
        """A route's pages, as many as it needs."""
        number, pages = 0, 1
        while number < pages:
            route = replace(visit.route, page=number)
            leaf, pages = self._leaf(replace(visit, stack=(*visit.stack[:-1], route)), 0)
            yield leaf
            number += 1

    def leaf(self, visit: Visit, greeting: int = 0) -> Leaf:
        """The page that a visitor sees."""
        return self._leaf(visit, greeting)[0]

    def _leaf(self, visit: Visit, greeting: int) -> tuple[Leaf, int]:
        drawing = _Drawing(self.frame)
        showing = Showing(drawing)
        showing.show(replace(self._scene, visit=visit, greeting=greeting), None)
        page, route = drawing.page, visit.route
        assert page is not None
        name = f"{ATTRACT}.{greeting}" if route.name == ATTRACT else name_of(route)
        rtl = self.frame.is_rtl(showing.view.language)
        return Leaf(visit.chosen or START, name, rtl, page.ground, tuple(_parts(page, route))), page.pages


def name_of(route: Route) -> str:
    """What the peers call a page: "topic.wohnen", and "topic.wohnen~1" its second."""
    subject = f".{route.subject}" if route.subject else ""
    return f"{route.name}{subject}{f'~{route.page}' if route.page else ''}"


def _parts(page: Page, route: Route) -> Iterator[Piece | Key]:
    """The pieces in the order they are painted, those of each key together."""
    keys = {}
    for target in page.targets:
        pieces = target.draw(Look.NORMAL)
        at = next((n for n in range(len(page.pieces)) if page.pieces[n : n + len(pieces)] == pieces), None)
        assert at is not None, f"{target.node} is not painted as it normally looks"
        keys[at] = Key(target.node, target.at, target.intent, *_leads(target.intent, route), pieces)
    number = 0
    while number < len(page.pieces):
        key = keys.get(number)
        yield key or page.pieces[number]
        number += max(1, len(key.pieces)) if key else 1


def _leads(intent: Intent, route: Route) -> tuple[str, str]:
    """What a key does in a peer. Of what the peers do not have (search, guide, sound, modes) a key only looks pressed:
    less to do and less to hold for them."""
    match intent:
        case Open(there) if there.name in (*SHOWN, TOPIC, SERVICE):
            return "open", name_of(there)
        case Choose(code):
            return "choose", code
        case Turn(step):
            return "turn", name_of(replace(route, page=route.page + step))
        case Wake() | Back() | Home() | Finish():
            return type(intent).__name__.lower(), ""
    return "", ""


def rgb(theme: Theme, role: str) -> str:
    """A colour role as #rrggbb."""
    return theme.colours[role]


__all__ = ["NOW", "SIZE", "SOURCE", "START", "Book", "Key", "Leaf", "name_of", "rgb"]
