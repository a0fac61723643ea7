"""The one tree of nodes that the eye, the ear, the keys and assistive technology all read.

A node is one thing on a screen that can be seen, heard or pressed. What is not a node does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from kiosk.domain.language import Said
from kiosk.domain.modes import NO_MODES, Modes
from kiosk.domain.navigation import Intent, Route
from kiosk.domain.utterance import Utterance, sentence_spans, sentences, spoken

NOTHING = Said("", "")


class Role(Enum):
    """What a node is, in the words of accessibility interfaces."""

    HEADING = "heading"
    TEXT = "text"
    BUTTON = "button"
    TOGGLE = "toggle"
    """A button that is on or off."""
    GROUP = "group"
    ITEM = "item"
    IMAGE = "image"
    CODE = "code"
    STATUS = "status"
    ALERT = "alert"


class State(Enum):
    """How a node stands at the moment. None of them is told by colour alone (look.md, principle 2)."""

    HERE = "here"
    """The screen the visitor is on."""
    MAIN = "main"
    """The one key that matters most on the bar."""
    ON = "on"
    """A toggle that is on."""
    PLAYING = "playing"
    OFF = "off"
    """Not available; the name says why."""
    DEFAULT = "default"
    """What any touch means (the idle warning's "yes")."""


class Found(Struct, frozen=True):
    """Characters `start` to `end` of a node's name or value (`part`): what a search has found in it."""

    part: str
    start: int
    end: int


class Node(Struct, frozen=True):
    """One thing on the screen.

    `name` is what it says, `value` a second line; both know the language they are in. `icon` is a Phosphor name,
    `hue` a topic hue. `intent` is what pressing it asks for. `address` is the full address a code holds. `amount` is
    a figure to draw (a countdown's seconds, a page's number) and `of` what it counts up to.
    """

    id: str
    role: Role
    name: Said = NOTHING
    value: Said = NOTHING
    icon: str = ""
    hue: str = ""
    states: frozenset[State] = frozenset()
    intent: Intent | None = None
    address: str = ""
    amount: int = 0
    of: int = 0
    found: tuple[Found, ...] = ()
    silent: bool = False
    """Not read aloud with the page (a caption that only repeats what is spoken)."""
    spelled: bool = False
    """Heard letter by letter: what a visitor has written must not become a clip, for clips are kept."""
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """This node and everything in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Sentence(Struct, frozen=True):
    """One spoken sentence and where it stands: characters `start` to `end` of a node's name or value."""

    node: str
    part: str
    start: int
    end: int
    utterance: Utterance


class View(Struct, frozen=True):
    """What a screen shows, in reading order: `header` (only to read), `main`, `bar` (the keys at the bottom edge) and,
    above all of it, an `overlay`; and the `modes` it is shown in."""

    route: Route
    language: str
    header: tuple[Node, ...]
    main: tuple[Node, ...]
    bar: tuple[Node, ...]
    overlay: Node | None = None
    modes: Modes = NO_MODES

    def nodes(self) -> Iterator[Node]:
        """Every node, in reading order."""
        for top in (*self.header, *self.main, *self.bar, *((self.overlay,) if self.overlay else ())):
            yield from top.walk()

    def find(self, node_id: str) -> Node | None:
        """The node with this id, if it is on the screen."""
        return next((node for node in self.nodes() if node.id == node_id), None)

    def __getitem__(self, node_id: str) -> Node:
        """The node with this id. Raises KeyError."""
        node = self.find(node_id)
        if node is None:
            raise KeyError(node_id)
        return node

    def sentences(self) -> tuple[Sentence, ...]:
        """What is read aloud: the overlay alone if there is one, else the whole of `main`."""
        tops = (self.overlay,) if self.overlay else self.main
        nodes = (node for top in tops if top for node in top.walk() if not node.silent)
        return tuple(sentence for node in nodes for sentence in sentences_in(node, self.language))

    def sentences_of(self, node_id: str) -> tuple[Sentence, ...]:
        """What is said of one node when it is touched by ear: what it says itself, read with the page or not, and what
        is in it."""
        top = self.find(node_id)
        nodes = (node for node in top.walk() if node is top or not node.silent) if top else ()
        return tuple(sentence for node in nodes for sentence in sentences_in(node, self.language))


def sentences_in(node: Node, listener: str) -> Iterator[Sentence]:
    """The sentences of a node alone, without what is in it, for somebody who listens in the language `listener`."""
    if node.spelled:
        yield from _letters(node)
        return
    for part, said in (("name", node.name), ("value", node.value)):
        # Figures belong to no language: who listens in Arabic hears 112 in Arabic.
        language = said.language if any(char.isalpha() for char in said.text + said.say) else listener
        for start, end, say in _spans(said, language):
            text = spoken(said.text[start:end])
            if text:
                yield Sentence(node.id, part, start, end, Utterance(text, language, say if say != text else ""))


def _letters(node: Node) -> Iterator[Sentence]:
    for at, letter in enumerate(node.name.text):
        if letter.isalnum():
            yield Sentence(node.id, "name", at, at + 1, Utterance(letter, node.name.language))


def _spans(said: Said, language: str) -> Iterator[tuple[int, int, str]]:
    """Where the sentences of a text stand, and what is said for each if staff wrote that down. Their words are matched
    sentence by sentence; if they have more or fewer sentences than the text, the whole text is heard as one."""
    spans, says = sentence_spans(said.text, language), sentences(said.say, language)
    if not says:
        yield from ((start, end, "") for start, end in spans)
    elif len(says) == len(spans):
        yield from ((start, end, say) for (start, end), say in zip(spans, says, strict=True))
    elif spans:
        yield spans[0][0], spans[-1][1], spoken(said.say)
