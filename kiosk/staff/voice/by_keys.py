"""What the keypad says beside the words of the screens: what things are and how they stand, the choice of language and
help; and its figures ("3 of 14"), which are many (some 500 a language) and come last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kiosk.domain.modes import Mode
from kiosk.domain.node import Sentence
from kiosk.domain.visit import SPEEDS, VOLUMES, Visit
from kiosk.domain.walk import walk
from kiosk.presenters import telling
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene

KEYPAD = "Tastenfeld / keypad"
CLOCK = "header.now"
FIGURES = "Tastenfeld, Zahlen / keypad, figures"


def keypad_says(scene: Scene) -> Iterator[Sentence]:
    """All that is said on one screen, of the screen as it is in `scene` and of every thing on it, but for figures."""
    scene = by_keys(scene)
    view = present(scene)
    stops = walk(view)
    yield from telling.named(view)
    for stop in stops:
        yield from (*telling.words(view, stop), *telling.what(scene, view, stop), *telling.hint(scene, stop))


def header_says(scene: Scene) -> Iterator[Sentence]:
    """What stands in the header of every screen, but for the minute."""
    view = present(by_keys(scene))
    yield from (sentence for node in view.header if node.id != CLOCK for sentence in telling.words(view, node))


def keypad_talks(scene: Scene) -> Iterator[Sentence]:
    """What is said on every screen alike, in the language of `scene`."""
    scene = by_keys(scene)
    yield from telling.choices(scene, scene.language)
    yield from (*telling.introduction(scene), *telling.where(scene, present(scene), None))
    yield from (*telling.edge(scene, 1), *telling.edge(scene, -1), *telling.phrase(scene, "speech.any_key"))
    for volume in range(1, VOLUMES + 1):
        for step in (-1, 1):
            yield from telling.volume(_with(scene, volume=volume), step)
    for speed in SPEEDS:
        yield from telling.speed(_with(scene, speed=speed))
    for mode in Mode:
        for modes in (frozenset({mode}), frozenset[Mode]()):
            yield from telling.mode(_with(scene, modes=modes), mode)


def keypad_counts(scenes: Iterable[Scene]) -> Iterator[Sentence]:
    """How many stops the screens have, and which one of them each is."""
    scenes = [by_keys(scene) for scene in scenes]
    counts = sorted({len(walk(present(scene))) for scene in scenes})
    for count in counts:
        yield from telling.phrase(scenes[0], "speech.count", count=str(count))
    for count in counts:
        for number in range(1, count + 1):
            yield from telling.phrase(scenes[0], "speech.position", number=str(number), count=str(count))


def by_keys(scene: Scene) -> Scene:
    """The same screen for somebody who uses the keypad."""
    return _with(scene, by_keys=True)


def _with(scene: Scene, **changes: object) -> Scene:
    visit: Visit = replace(scene.visit, **changes)
    return replace(scene, visit=visit)
