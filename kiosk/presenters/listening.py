"""The listen bar on a card: play and pause, how long it takes, which sentence is being read, and the volume."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.navigation import Louder
from kiosk.domain.node import Node, Role
from kiosk.domain.reading import Status
from kiosk.domain.sound import Sound
from kiosk.domain.visit import VOLUMES
from kiosk.presenters.frame import listen_key, stop_key
from kiosk.presenters.scene import Scene

CHARACTERS_A_SECOND = 13
"""How fast the offline voice speaks, measured over German, English, Arabic and Ukrainian texts (11 to 15)."""


def listen_bar(scene: Scene, content: Iterable[Node]) -> Node:
    """The bar for what `content` says aloud. It stays, with the reason, when nothing can be heard."""
    reading = scene.reading
    why_silent = reading.error if scene.sound is Sound.READY else f"listen.{scene.sound.value}"
    if why_silent:
        reason = Node("listen.state", Role.STATUS, scene.say(why_silent), icon="speaker-x", silent=True)
        return Node("listen", Role.GROUP, children=(reason,))
    if reading.status is Status.IDLE:
        return Node("listen", Role.GROUP, children=(_play(scene), _length(scene, content), *_volume(scene)))
    number = scene.say("listen.sentence", number=str(reading.index + 1), count=str(reading.count))
    place = Node("listen.state", Role.STATUS, number, amount=reading.index + 1, of=reading.count, silent=True)
    return Node("listen", Role.GROUP, children=(_play(scene), stop_key(scene), place, *_volume(scene)))


def _play(scene: Scene) -> Node:
    key = listen_key(scene, "listen.play")
    icon = "play" if key.icon == "speaker-high" else key.icon
    return Node(key.id, key.role, key.name, icon=icon, states=key.states, intent=key.intent, silent=True)


def _length(scene: Scene, content: Iterable[Node]) -> Node:
    nodes = (node for top in content for node in top.walk() if not node.silent)
    characters = sum(len(node.name.text) + len(node.value.text) for node in nodes)
    minutes = round(characters / CHARACTERS_A_SECOND / 60)
    said = scene.say("listen.length", minutes=str(minutes)) if minutes > 1 else scene.say("listen.short")
    return Node("listen.state", Role.TEXT, said, silent=True)


def _volume(scene: Scene) -> tuple[Node, Node, Node]:
    volume = scene.visit.volume
    return (
        Node("volume.down", Role.BUTTON, scene.say("listen.quieter"), icon="minus", intent=Louder(-1), silent=True),
        Node(
            "volume",
            Role.STATUS,
            scene.say("listen.volume", volume=str(volume)),
            icon="speaker-high",
            amount=volume,
            of=VOLUMES,
            silent=True,
        ),
        Node("volume.up", Role.BUTTON, scene.say("listen.louder"), icon="plus", intent=Louder(+1), silent=True),
    )
