"""The keyboard on the screen: its letters row by row, and below them the keys for other letters, spaces and erasing."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.keyboard import DIGITS, GERMAN, SIGNS, Keyboard
from kiosk.domain.language import Said
from kiosk.domain.navigation import Erase, EraseAll, Intent, Layout, Type
from kiosk.domain.node import Node, Role
from kiosk.presenters.scene import Scene


def keyboard(scene: Scene) -> Node:
    """All keys. They are silent when the page is read aloud: forty letters are no news. Each is heard when it is
    touched by ear, or come to by keys."""
    shown = layout(scene)
    rows = [[_letter(scene, shown, key) for key in row] for row in shown.rows]
    rows[-1].append(_function(scene, "erase", "backspace", Erase()))
    rows.append(list(_functions(scene, shown)))
    groups = (Node(f"keyboard.{number}", Role.GROUP, children=tuple(row)) for number, row in enumerate(rows, 1))
    return Node("keyboard", Role.GROUP, children=tuple(groups))


def layout(scene: Scene) -> Keyboard:
    """The keyboard that is shown: the chosen one, else that of the visitor's letters."""
    chosen = scene.catalog.keyboards.get(scene.visit.keyboard)
    return chosen or scene.catalog.keyboard(scene.language)


def _letter(scene: Scene, shown: Keyboard, key: str) -> Node:
    """A letter is heard in the language of its keyboard, a figure in the visitor's; a sign has a name."""
    if key in SIGNS:
        name = scene.say(f"search.sign.{SIGNS[key]}")
    else:
        name = Said(key, shown.language if key.isalpha() else scene.language)
    return Node(f"key.{key}", Role.BUTTON, name, intent=Type(key), silent=True)


def _functions(scene: Scene, shown: Keyboard) -> Iterator[Node]:
    """The keys to other letters are called by their places: whoever is on one by keys stays there when it changes."""
    own = scene.catalog.keyboard(scene.language)
    others = [name for name in dict.fromkeys((DIGITS, GERMAN, own.name)) if name != shown.name]
    there = [name for name in others if name in scene.catalog.keyboards or name == own.name]
    for number, name in enumerate(there, 1):
        intent = Layout("" if name == own.name else name)
        yield _key(f"layout.{number}", _keyboard_name(scene, name), "keyboard", intent)
    yield _key("space", scene.say("search.space"), "", Type(" "))
    yield _function(scene, "clear", "x", EraseAll())


def _keyboard_name(scene: Scene, name: str) -> Said:
    """What it writes: figures, German, or the visitor's language by its own name."""
    if name == DIGITS:
        return scene.say("search.digits")
    if name == GERMAN:
        return scene.strings.said("search.german", GERMAN)
    language = scene.catalog.language(scene.language)
    return Said(language.name, language.code)


def _function(scene: Scene, name: str, icon: str, intent: Intent) -> Node:
    return _key(name, scene.say(f"search.{name}"), icon, intent)


def _key(name: str, said: Said, icon: str, intent: Intent) -> Node:
    return Node(f"key.{name}", Role.BUTTON, said, icon=icon, intent=intent, silent=True)
