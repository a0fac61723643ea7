"""The screen that waits: it greets in every language in turn."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.domain.language import SOURCE, Language, Said
from kiosk.domain.navigation import ByEar, Wake
from kiosk.domain.node import Node, Role, State, View
from kiosk.presenters.frame import brand
from kiosk.presenters.notices import current
from kiosk.presenters.scene import Scene

PAPER_EVERY = 10
"""Of so many minutes one shows the scene in light colours, so that nothing burns in (look.md 7)."""


def present(scene: Scene) -> View:
    """One greeting large, all of them small, a notice in the same language, and the whole screen a button."""
    languages = scene.catalog.languages
    now = languages[scene.greeting % len(languages)]
    greetings = tuple(
        Node(
            f"greeting.{language.code}",
            Role.ITEM,
            Said(language.greeting, language.code),
            states=frozenset({State.HERE}) if language is now else frozenset(),
        )
        for language in languages
    )
    wake = Node(
        "wake",
        Role.BUTTON,
        Said(now.greeting, now.code),
        Said(now.touch, now.code),
        icon="hand-pointing",
        intent=Wake(),
        amount=scene.greeting,
        hue="paper" if scene.now.minute % PAPER_EVERY == PAPER_EVERY - 1 else "night",
    )
    main = (wake, Node("greetings", Role.GROUP, children=greetings), *_notice(scene, now))
    main += (*_ear(scene, now), *_keypad(scene, now), *_status(scene))
    return View(scene.visit.route, now.code, brand(scene), main, ())


def _notice(scene: Scene, now: Language) -> tuple[Node, ...]:
    """One of the notices that hold now, another in each round of the greetings: so every language has every one."""
    notices = current(replace(scene, visit=replace(scene.visit, chosen=now.code)))
    if not notices:
        return ()
    return (notices[scene.greeting // len(scene.catalog.languages) % len(notices)],)


def _ear(scene: Scene, now: Language) -> tuple[Node, ...]:
    """The way in for people who read little: one touch, and the kiosk speaks. Only where it can."""
    if not scene.heard_in:
        return ()
    said = scene.strings.said("bar.listen", now.code)
    return (Node("ear", Role.BUTTON, said, icon="speaker-high", intent=ByEar(), silent=True),)


def _keypad(scene: Scene, now: Language) -> tuple[Node, ...]:
    """The sign that tells a blind visitor's companion how the spoken mode begins (look.md 7). Only where it can."""
    if not (scene.keypad and scene.heard_in):
        return ()
    said = scene.strings.said("keypad.sign", now.code)
    return (Node("keypad", Role.IMAGE, said, icon="headphones", silent=True),)


def _status(scene: Scene) -> tuple[Node, ...]:
    """In staff mode: how old the content is, and what is wrong with it. Never read aloud."""
    lines = (
        Node(f"staff.{number}", Role.ITEM, Said(line, SOURCE), silent=True)
        for number, line in enumerate(scene.status, 1)
    )
    return (Node("staff", Role.GROUP, silent=True, children=tuple(lines)),) if scene.status else ()
