"""The listen bar on a card: play and pause, how long it takes, which sentence is being read, and the volume."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.language import Said, isolate
from kiosk.domain.navigation import Faster, Louder, Skip
from kiosk.domain.node import Node, Role
from kiosk.domain.reading import Status
from kiosk.domain.sound import Sound
from kiosk.domain.visit import SPEEDS, VOLUMES
from kiosk.presenters.frame import listen_key
from kiosk.presenters.scene import Scene

SKIPS = (("back", "skip-back", -1), ("again", "arrow-counter-clockwise", 0), ("forward", "skip-forward", +1))
"""Id, sign and step of the keys between sentences."""
CHARACTERS_A_SECOND = 13
"""How fast the offline voice speaks, measured over German, English, Arabic and Ukrainian texts (11 to 15)."""


def listen_bar(scene: Scene, content: Iterable[Node]) -> Node:
    """The bar for what `content` says aloud. It stays, with the reason, when nothing can be heard."""
    reading = scene.reading
    why_silent = reading.error or _why_silent(scene)
    if why_silent:
        reason = Node("listen.state", Role.STATUS, scene.say(why_silent), icon="speaker-x", silent=True)
        return Node("listen", Role.GROUP, children=(reason,))
    if reading.status is Status.IDLE:
        # The keypad goes from sentence to sentence by itself; only how fast it speaks is set here.
        speed = _speed(scene) if scene.visit.by_keys else ()
        return Node("listen", Role.GROUP, children=(_play(scene), _length(scene, content), *speed, *_volume(scene)))
    number = scene.say("listen.sentence", number=str(reading.index + 1), count=str(reading.count))
    short = Said(isolate(f"{reading.index + 1} / {reading.count}"), scene.language)
    place = Node("listen.state", Role.STATUS, number, short, amount=reading.index + 1, of=reading.count, silent=True)
    return Node("listen", Role.GROUP, children=(_play(scene), *_skips(scene), place, *_speed(scene), *_volume(scene)))


def _why_silent(scene: Scene) -> str:
    """The name of the words that say why nothing can be heard in any language; empty if something can."""
    if scene.heard_in:
        return ""
    sound = Sound.NO_VOICE if scene.sound is Sound.READY else scene.sound
    return f"listen.{sound.value}"


def _play(scene: Scene) -> Node:
    key = listen_key(scene, "listen.play")
    icon = "play" if key.icon == "speaker-high" else key.icon
    return Node(key.id, key.role, key.name, icon=icon, states=key.states, intent=key.intent, silent=True)


def _skips(scene: Scene) -> tuple[Node, ...]:
    """A sentence back, the same one again, a sentence on."""
    return tuple(
        Node(f"listen.{name}", Role.BUTTON, scene.say(f"listen.{name}"), icon=icon, intent=Skip(step), silent=True)
        for name, icon, step in SKIPS
    )


def _length(scene: Scene, content: Iterable[Node]) -> Node:
    nodes = (node for top in content for node in top.walk() if not node.silent)
    characters = sum(len(node.name.text) + len(node.value.text) for node in nodes)
    minutes = round(characters / CHARACTERS_A_SECOND / 60)
    said = scene.say("listen.length", minutes=str(minutes)) if minutes > 1 else scene.say("listen.short")
    return Node("listen.state", Role.TEXT, said, silent=True)


def speed_words(scene: Scene) -> str:
    """How fast, as a figure with the point of the visitor's language: 1,25 in German."""
    speed, point = scene.visit.speed, scene.say("number.point").text
    return (f"{speed:g}" if speed % 1 else f"{speed:.1f}").replace(".", point)


def _speed(scene: Scene) -> tuple[Node, Node, Node]:
    """How fast: in hundredths of the usual speed, 75 to 150."""
    speed, words = scene.visit.speed, speed_words(scene)
    return (
        Node("speed.down", Role.BUTTON, scene.say("listen.slower"), icon="minus", intent=Faster(-1), silent=True),
        Node(
            "speed",
            Role.STATUS,
            scene.say("listen.speed", speed=words),
            Said(words, scene.language),
            icon="gauge",
            amount=round(speed * 100),
            of=round(SPEEDS[-1] * 100),
            silent=True,
        ),
        Node("speed.up", Role.BUTTON, scene.say("listen.faster"), icon="plus", intent=Faster(+1), silent=True),
    )


def _volume(scene: Scene) -> tuple[Node, Node, Node]:
    volume = scene.visit.volume
    return (
        Node("volume.down", Role.BUTTON, scene.say("listen.quieter"), icon="minus", intent=Louder(-1), silent=True),
        Node(
            "volume",
            Role.STATUS,
            scene.say("listen.volume", volume=str(volume)),
            Said(str(volume), scene.language),
            icon="speaker-high",
            amount=volume,
            of=VOLUMES,
            silent=True,
        ),
        Node("volume.up", Role.BUTTON, scene.say("listen.louder"), icon="plus", intent=Louder(+1), silent=True),
    )
