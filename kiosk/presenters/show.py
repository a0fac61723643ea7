"""The card to show at the desk: in German what the visitor wants and speaks, and under it the same in their language.

The German half is always German, the other half always in the visitor's language. Both are whole sentences from the
content and the words of the interface; nothing is put together of words, nothing is typed, nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import ASK, HELP, Interpreter, Listen, Open, Route, Show
from kiosk.domain.node import NOTHING, Node, Role, State, View
from kiosk.domain.request import asked
from kiosk.domain.sound import Sound
from kiosk.presenters.frame import framed
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene

GERMAN = "german"
"""The id of the German half's words, which are heard by themselves."""


def present(scene: Scene) -> View:
    """The card and what can be changed on it. Raises KeyError for a subject that is not in the catalog."""
    words = asked(scene.catalog, scene.visit.route.subject)
    halves = [_german(scene, words.said(SOURCE))]
    if scene.language != SOURCE:
        halves.append(_own(scene, words.said(scene.language)))
    return framed(
        scene,
        Node("title", Role.HEADING, scene.say("show.title")),
        Node("photo", Role.TEXT, scene.say("show.photo"), icon="device-mobile-camera"),
        Node("card", Role.GROUP, children=tuple(halves)),
        Node("actions", Role.GROUP, children=_actions(scene)),
        *further_pages(scene),
    )


def show_key(scene: Scene, subject: str) -> Node:
    """The way to the card with this request."""
    said = scene.say("show.open")
    return Node("show", Role.BUTTON, said, icon="identification-badge", intent=Show(subject), silent=True)


def _german(scene: Scene, ask: Said) -> Node:
    """Large what the visitor wants; smaller which language they speak, and how they are best understood."""

    def german(key: str) -> Said:
        return scene.strings.said(key, SOURCE)

    statement = _one((german("show.greeting"), ask or german("show.anything")))
    children: tuple[Node, ...] = ()
    if scene.language != SOURCE:
        offered = (one.speaks for one in scene.catalog.languages if one.code == scene.language)
        speaks = Said(next(offered, ""), SOURCE)
        more = _one((speaks, german(_wish(scene))))
        children = (Node("german.more", Role.TEXT, more, icon="chats-circle"),) if more else ()
    team = Node("german.team", Role.TEXT, german("show.team"))
    return Node("german.half", Role.GROUP, children=(team, Node(GERMAN, Role.TEXT, statement, children=children)))


def _own(scene: Scene, ask: Said) -> Node:
    """The same in the visitor's language. Which language that is nobody says in another one: without a translation the
    German word for it would be the wrong one."""
    speaks = scene.say("show.speaks")
    sentences = (
        scene.say("show.greeting"),
        ask or scene.say("show.anything"),
        speaks if speaks.language == scene.language else NOTHING,
        scene.say(_wish(scene)),
    )
    lines = (Node(f"own.{number}", Role.TEXT, said) for number, said in enumerate(_together(sentences), 1))
    means = Node("own.means", Role.TEXT, scene.say("show.means"))
    return Node("own", Role.GROUP, children=(means, *lines))


def _wish(scene: Scene) -> str:
    return "show.interpreter" if scene.visit.interpreter else "show.slowly"


def _one(sentences: Iterable[Said]) -> Said:
    """Sentences of one language as one text; nothing where staff have lost their words."""
    return next(iter(_together(sentences)), NOTHING)


def _together(sentences: Iterable[Said]) -> list[Said]:
    """Sentences that follow each other, as one text as long as the language stays the same."""
    texts: list[Said] = []
    for said in (sentence for sentence in sentences if sentence):
        if texts and texts[-1].language == said.language:
            before = texts[-1]
            say = f"{before.say or before.text} {said.say or said.text}" if before.say or said.say else ""
            outdated = before.outdated or said.outdated
            texts[-1] = replace(before, text=f"{before.text} {said.text}", say=say, outdated=outdated)
        else:
            texts.append(said)
    return texts


def _actions(scene: Scene) -> tuple[Node, ...]:
    """Hear it, ask for an interpreter or not, ask for something else."""
    said = scene.say("show.change")
    change = Node("show.change", Role.BUTTON, said, icon="pencil-simple", intent=Open(Route(ASK)), silent=True)
    wish = () if scene.language == SOURCE else (_wish_key(scene),)
    return (_hear(scene), *wish, change)


def _hear(scene: Scene) -> Node:
    """The German words alone, to be heard by who is at the desk. Without a German voice it leads to help, as the key on
    the bar does."""
    if scene.sound is not Sound.READY or SOURCE in scene.mute:
        off, said = frozenset({State.OFF}), scene.say("bar.silent")
        return Node("show.hear", Role.BUTTON, said, icon="speaker-x", states=off, intent=Open(Route(HELP)), silent=True)
    said = scene.say("show.hear")
    return Node("show.hear", Role.BUTTON, said, icon="speaker-high", intent=Listen(GERMAN), silent=True)


def _wish_key(scene: Scene) -> Node:
    on = scene.visit.interpreter
    return Node(
        "show.wish",
        Role.TOGGLE,
        scene.say("show.wish"),
        icon="check-square" if on else "square",
        states=frozenset({State.ON}) if on else frozenset(),
        intent=Interpreter(),
        silent=True,
    )
