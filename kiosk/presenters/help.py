"""Help: the numbers that save lives, the desk, and what this screen can do."""

from __future__ import annotations

from kiosk.domain.catalog import EmergencyNumber
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.node import NOTHING, Node, Role, View
from kiosk.presenters.frame import framed
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene

FEATURES = (
    ("language", "globe", "bar.language", "help.language"),
    ("listen", "speaker-high", "bar.listen", "help.listen"),
    ("large", "text-aa", "bar.large", "help.large"),
    ("contrast", "circle-half", "bar.contrast", "help.contrast"),
    ("low", "arrow-line-down", "bar.low", "help.low"),
    ("keys", "headphones", "help.keys", "help.keys.text"),
    ("scan", "device-mobile-camera", "help.scan", "help.scan.text"),
    ("private", "shield-check", "help.private", "help.private.text"),
)
"""What this screen can do: id, sign, the key's word, and what it means (accessibility.md D-01: all of it)."""
KEYS = "keys"
"""What needs a keypad."""


def present(scene: Scene) -> View:
    """Numbers first, then people, then the machine."""
    numbers = tuple(_number(scene, entry) for entry in scene.catalog.emergency)
    desk = Node("desk", Role.TEXT, scene.say("help.desk"), scene.say("help.desk.text"), icon="hand-waving")
    features = tuple(
        Node(f"feature.{name}", Role.ITEM, scene.say(word), scene.say(text), icon=icon)
        for name, icon, word, text in FEATURES
        if name != KEYS or scene.keypad
    )
    return framed(
        scene,
        Node("title", Role.HEADING, scene.say("help.title")),
        Node("lead", Role.TEXT, scene.say("help.text")),
        Node("numbers", Role.GROUP, children=numbers),
        desk,
        Node(
            "features",
            Role.GROUP,
            children=(Node("features.title", Role.HEADING, scene.say("help.features")), *features),
        ),
        *further_pages(scene),
    )


def _number(scene: Scene, entry: EmergencyNumber) -> Node:
    digits = Node(f"number.{entry.number}", Role.TEXT, Said(entry.number, SOURCE))
    name = Node(
        f"number.{entry.number}.name", Role.TEXT, entry.name.said(scene.language), entry.what.said(scene.language)
    )
    return Node(
        f"emergency.{entry.number}", Role.GROUP, NOTHING, icon=entry.icon, hue=entry.hue, children=(digits, name)
    )
