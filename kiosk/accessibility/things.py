"""A view as assistive technology gets it: a flat list of frozen things, made of the nodes that are shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.language import Said
from kiosk.domain.node import Node, Role, State, View
from kiosk.domain.utterance import spoken
from kiosk.widgets.pieces import Box, Page, Text

ROOT = 0
"""The id of the window."""


class Kind(Enum):
    """What a thing is, as its client hears it (docs/accessibility-tree.md)."""

    WINDOW = "window"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BUTTON = "button"
    SWITCH = "switch"
    GROUP = "group"
    ITEM = "item"
    IMAGE = "image"
    STATUS = "status"
    ALERT = "alert"


class Live(Enum):
    """Whether a change is told to whoever listens: never, when there is time, or at once."""

    OFF = "off"
    POLITE = "polite"
    ASSERTIVE = "assertive"


BY_ITSELF = frozenset({"idle.seconds", "listen.state"})
"""What changes from second to second without anybody's doing: telling that would never end."""

KINDS = {
    Role.HEADING: Kind.HEADING,
    Role.TEXT: Kind.PARAGRAPH,
    Role.BUTTON: Kind.BUTTON,
    Role.TOGGLE: Kind.SWITCH,
    Role.GROUP: Kind.GROUP,
    Role.ITEM: Kind.ITEM,
    Role.IMAGE: Kind.IMAGE,
    Role.CODE: Kind.IMAGE,
    Role.STATUS: Kind.STATUS,
    Role.ALERT: Kind.ALERT,
}


class Thing(Struct, frozen=True):
    """One thing in the tree. `at` is its place in pixels of the window, `y` downwards; `node` the id of the node that
    it shows; `language` a BCP 47 tag, of the name. `level` is that of a heading; `pressed` is None for what is no
    switch; `here`: the visitor is there, or it is chosen."""

    id: int
    kind: Kind
    node: str = ""
    name: str = ""
    language: str = ""
    description: str = ""
    at: Box | None = None
    level: int = 0
    pressed: bool | None = None
    here: bool = False
    off: bool = False
    live: Live = Live.OFF
    clickable: bool = False
    children: tuple[int, ...] = ()


class Snapshot(Struct, frozen=True):
    """What is shown at one moment: the view, where its nodes are in units (`places_on`), the node in focus, pixels a
    unit, the window's size, what it is called, where on the screen its upper left corner is, and whether it has the
    keyboard."""

    view: View
    places: Mapping[str, Box]
    focus: str
    scale: float
    size: tuple[float, float]
    title: str
    corner: tuple[float, float] = (0, 0)
    active: bool = True


def places_on(page: Page) -> dict[str, Box]:
    """Where the nodes of a page are, and the second lines that are painted on it."""
    lines = {second(piece.node): piece.at for piece in page.pieces if isinstance(piece, Text) and piece.part == "value"}
    return {**page.places, **lines}


def second(node: str) -> str:
    """The id of a node's second line."""
    return f"{node}/value"


def things(shown: Snapshot) -> tuple[Thing, ...]:
    """The whole tree, the window first. Only what can be seen on this page is in it; under a question only that."""
    made: list[Thing] = []
    view = shown.view
    if view.overlay:
        tops = _add(made, shown, view.overlay, "overlay")
    else:
        content = f"{view.route.name}/{view.route.subject}"
        parts = ((view.header, "header"), (view.main, content), (view.bar, "bar"))
        tops = tuple(top for nodes, scope in parts for node in nodes for top in _add(made, shown, node, scope))
    whole = Box(0, 0, *shown.size)
    window = Thing(ROOT, Kind.WINDOW, name=shown.title, language=view.language, at=whole, children=tops)
    return (window, *made)


def focus_in(shown: Snapshot, tree: tuple[Thing, ...]) -> int:
    """The id of the thing in focus: the window while nothing has it."""
    return next((thing.id for thing in tree if thing.node == shown.focus and shown.focus), ROOT)


def identity(scope: str, node: str, part: str = "") -> int:
    """The id of a thing: always the same for the same node of the same screen."""
    digest = hashlib.blake2b(f"{scope}|{node}|{part}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1 | 1  # positive, and never the window's


def _add(made: list[Thing], shown: Snapshot, node: Node, scope: str) -> tuple[int, ...]:
    """Put a node and what is in it on the list; the ids that stand for it in its parent's children."""
    if not any(inner.id in shown.places for inner in node.walk()):
        return ()
    if node.role in (Role.BUTTON, Role.TOGGLE):
        return (_append(made, _button(shown, node, scope)),)
    if node.role in (Role.GROUP, Role.ALERT):
        inner = tuple(child for part in node.children for child in _add(made, shown, part, scope))
        return (_append(made, replace(_thing(shown, node, scope), children=inner)),)
    ids = [_append(made, _thing(shown, node, scope))] if node.name or node.role is Role.HEADING else []
    if node.value and node.role not in DESCRIBED:
        ids.append(_append(made, _second(shown, node, scope)))
    return (*ids, *(child for part in node.children for child in _add(made, shown, part, scope)))


DESCRIBED = frozenset({Role.CODE, Role.STATUS})
"""Whose second line is no words to read of its own: an address, a figure that the name has told already, a unit."""


def _append(made: list[Thing], thing: Thing) -> int:
    made.append(thing)
    return thing.id


def _thing(shown: Snapshot, node: Node, scope: str) -> Thing:
    """A node without what is in it."""
    said = node.name or _of_children(node)
    more = {Role.CODE: node.address if node.address.startswith("https:") else "", Role.STATUS: spoken(node.value.text)}
    return Thing(
        identity(scope, node.id),
        KINDS[node.role],
        node.id,
        spoken(said.text),
        _language(said, shown),
        more.get(node.role, ""),
        _place(shown, node),
        level=(1 if node.id in TITLES else 2) if node.role is Role.HEADING else 0,
        here=State.HERE in node.states,
        live=_live(node),
        clickable=node.intent is not None,
    )


def _language(said: Said, shown: Snapshot) -> str:
    """Figures belong to no language: a reader in Arabic says 112 in Arabic."""
    return said.language if any(char.isalpha() for char in said.text) else said.language and shown.view.language


def _live(node: Node) -> Live:
    if node.role is Role.ALERT:
        return Live.ASSERTIVE
    return Live.POLITE if node.role is Role.STATUS and node.id not in BY_ITSELF else Live.OFF


TITLES = frozenset({"title", "panel", "idle.title"})
"""The nodes that head a whole screen, a list or the question; other headings are those of its parts."""


def _of_children(node: Node) -> Said:
    """What a heading or an alert without words of its own is called: by the words in it. A reader tells those of an
    alert at once and as one: keys, and figures that count, are not among them."""
    words = [child.name for child in node.children if child.name]
    if node.role is Role.HEADING and words:  # the word "language" in several languages
        return Said(" · ".join(said.text for said in words), words[0].language)
    if node.role is not Role.ALERT:
        return Said("", shown_in(node))
    texts = (child for child in node.children if child.role in (Role.HEADING, Role.TEXT))
    lines = [said for child in texts for said in (child.name, child.value) if said]
    return Said(" ".join(said.text for said in lines), shown_in(node))


def shown_in(node: Node) -> str:
    """The language of the first words in a node; empty if it has none."""
    return next((said.language for inner in node.walk() for said in (inner.name, inner.value) if said), "")


def _second(shown: Snapshot, node: Node, scope: str) -> Thing:
    """The second line of something to read: a paragraph of its own, for it may be in another language."""
    said, line = node.value, second(node.id)
    place = Node(line, node.role) if line in shown.places else node
    return Thing(
        identity(scope, node.id, "value"),
        Kind.PARAGRAPH,
        line,
        spoken(said.text),
        _language(said, shown),
        at=_place(shown, place),
    )


def _button(shown: Snapshot, node: Node, scope: str) -> Thing:
    """Whatever can be pressed: its words are its name, all that stands on it besides is its description."""
    rest = (said for inner in node.walk() for said in (inner.name, inner.value) if said and said is not node.name)
    return replace(
        _thing(shown, node, scope),
        description=". ".join(dict.fromkeys(spoken(said.text) for said in rest)),
        pressed=State.ON in node.states if node.role is Role.TOGGLE else None,
        off=node.intent is None,
    )


def _place(shown: Snapshot, node: Node) -> Box | None:
    """Where a node is, in pixels; of one that only holds others, the box around them."""
    boxes = [shown.places[inner.id] for inner in _nearest(node, shown.places)]
    if not boxes:
        return None
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    scale = shown.scale
    return Box(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)


def _nearest(node: Node, places: Mapping[str, Box]) -> Iterator[Node]:
    """The node itself if it has a place, else those in it that have one."""
    if node.id in places:
        yield node
        return
    for child in node.children:
        yield from _nearest(child, places)
