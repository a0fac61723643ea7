"""The language picker: own names in own scripts, no flags, always in the same order (accessibility.md L-01, L-02)."""

from __future__ import annotations

from kiosk.domain.language import SOURCE, Language, Said
from kiosk.domain.navigation import Choose
from kiosk.domain.node import Node, Role, State, View
from kiosk.presenters.frame import framed
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene

TITLE_LANGUAGES = 4
"""The word "language" stands in the first four languages that have a word of their own for it (Leichte Sprache has that
of German): one a script family is enough to be recognised."""


def present(scene: Scene) -> View:
    """A title in several languages and one tile a language."""
    languages = scene.catalog.languages
    first: dict[str, str] = {}
    for language in languages:
        first.setdefault(language.word, language.code)
    words = tuple(
        Node(f"word.{code}", Role.TEXT, Said(word, code), silent=True)
        for word, code in list(first.items())[:TITLE_LANGUAGES]
    )
    title = Node("title", Role.HEADING, icon="globe", children=words)
    tiles = tuple(_tile(scene, language) for language in languages)
    return framed(scene, title, Node("languages", Role.GROUP, children=tiles), *further_pages(scene))


def _tile(scene: Scene, language: Language) -> Node:
    """Heard in its own voice; without one the German name is said, and the tile shows that the rest is silent, too."""
    chosen = scene.visit.chosen == language.code
    mute = language.code in scene.mute or not scene.heard_in
    german = Said(language.german, SOURCE)
    return Node(
        f"language.{language.code}",
        Role.BUTTON,
        Said(language.name, language.code),
        icon="speaker-x" if mute else "",
        states=frozenset({State.HERE}) if chosen else frozenset(),
        intent=Choose(language.code),
        children=(Node(f"language.{language.code}.german", Role.TEXT, german, silent=not mute),),
    )
