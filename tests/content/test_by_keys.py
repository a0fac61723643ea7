"""Everything by keys alone: whoever sees nothing gets to every screen and every function of the real content, hears
every word of it, and is never caught (accessibility.md V-01, F-01)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kiosk.domain.language import Said
from kiosk.domain.navigation import (
    ASK,
    HOME,
    SERVICE,
    SHOW,
    TOPIC,
    TROUBLE,
    Finish,
    Intent,
    Louder,
    MoreTime,
    Route,
    Skip,
    Turn,
    leads_to,
)
from kiosk.domain.node import Node, View
from kiosk.domain.utterance import sentences, spoken
from kiosk.domain.visit import Visit, screen_of
from kiosk.domain.walk import walk
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from tests.unit.keypad.by_keys import BACK, LOUDER, NEXT, OTHER, PREVIOUS, QUIETER, SELECT, come, go_to
from tests.unit.keypad.by_keys import HOME as TO_HOME
from tests.unit.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = pytest.mark.parametrize("language", ["de", "ar"])
OF_THE_KEYPAD = (Louder, Skip, Turn, MoreTime)
"""What keys of its own are for, and what any key means."""
KEYS = {"pages.count", "pages.previous", "pages.next", "listen.state", "volume.down", "volume.up", "idle.seconds"}
KEYS |= {f"week.axis.{hour}" for hour in range(25)}
"""Captions that only eyes need: who walks has every page, hears no length, has keys for the volume, and hears the hours
with each day of the week. The seconds of the question are told by its bar; it is asked once more when half are gone."""
CLOCK = "header.now"
"""Tells the minute, which passes while one walks."""
ANSWERS = {"idle.more", "idle.finish"}
"""Of the question: any key is the first answer, doing nothing the second, and that is said in place of them."""


class Walker:
    """Walks all screens from home on, the nearest first. `paths` are the stops to select on the way to a screen."""

    def __init__(self, language: str) -> None:
        settings, _ = load_settings(ROOT / "config" / "kiosk.yaml")
        catalog, problems = load_catalog(ROOT / "content", settings.hosts)
        assert catalog is not None, problems
        strings, problems = load_strings(ROOT / "content", [one.code for one in catalog.languages])
        self.terminal = Terminal(catalog, strings)
        self.terminal.stage.needs = {SERVICE: 2, TOPIC: 2}
        self.language = language
        self.views: list[View] = []
        self.wanted: set[Intent] = set()
        self.done: set[Intent] = set()
        self.trapped: list[str] = []
        self.paths: dict[Route, tuple[str, ...]] = {}
        self._all()

    def _all(self) -> None:
        come(self.terminal, self.language)
        self.paths = {Route(HOME): ()}
        waiting = [Route(HOME)]
        for route in waiting:
            path = self.paths[route]
            self._enter(route, path)
            waiting += self._round(path)
            self._use()
            self._back(path)
        self.terminal.key(LOUDER, QUIETER)
        while self.terminal.view.overlay is None:
            self.terminal.live(1)
        self.views.append(self.terminal.view)
        self.terminal.key(OTHER, TO_HOME)
        go_to(self.terminal, "bar.finish")
        self.terminal.key(SELECT)
        self.done.add(Finish())

    def _enter(self, route: Route, path: tuple[str, ...]) -> None:
        """From wherever the keypad is: home, then the way that was found."""
        self.terminal.key(TO_HOME)
        for node in path:
            go_to(self.terminal, node)
            self.done.add(self.terminal.view[node].intent)  # type: ignore[arg-type]
            self.terminal.key(SELECT)
        assert screen_of(self.terminal.host.visit) == route, path

    def _look(self) -> None:
        intents = {node.intent for node in self.terminal.view.nodes() if node.intent}
        self.wanted |= {intent for intent in intents if not isinstance(intent, OF_THE_KEYPAD)}

    def _round(self, path: tuple[str, ...]) -> list[Route]:
        """Once round the screen, forwards and back: every stop is come by, and the first one is the last. The screens
        that nothing else has led to so far."""
        self._look()
        self.views.append(self.terminal.view)
        stops = walk(self.terminal.view)
        for key in (NEXT, PREVIOUS):
            seen = []
            for _ in stops:
                self.terminal.key(key)
                seen.append(self.terminal.host.focus)
            if sorted(seen) != sorted(stop.id for stop in stops):
                self.trapped.append(f"{path}: {key.value} comes by {seen}")
        new = {route: (*path, stop.id) for stop in stops if (route := leads_to(stop.intent))}
        new = {route: way for route, way in new.items() if route not in self.paths}
        self.paths |= new
        return list(new)

    def _use(self) -> None:
        """Everything here that was not used before and leads nowhere else; a key may bring others, as those of a
        keyboard do."""
        here = screen_of(self.terminal.host.visit)
        while stop := self._unused():
            go_to(self.terminal, stop.id)
            self.terminal.key(SELECT)
            self.done.add(stop.intent)  # type: ignore[arg-type]
            self._look()
            if screen_of(self.terminal.host.visit) != here or self.terminal.view.language != self.language:
                self._enter_again(here)

    def _unused(self) -> Node | None:
        """The first thing here that was not used before and leads nowhere else."""
        for stop in walk(self.terminal.view):
            if stop.intent and stop.intent not in {*self.done, Finish()} and not leads_to(stop.intent):
                return stop
        return None

    def _enter_again(self, here: Route) -> None:
        """Back where the walk was: it has led away, or to another language."""
        if self.terminal.view.language != self.language:
            self.terminal.key(TO_HOME)
            go_to(self.terminal, "bar.language")
            self.terminal.key(SELECT)
            go_to(self.terminal, f"language.{self.language}")
            self.terminal.key(SELECT)
        self._enter(here, self.paths[here])

    def _back(self, path: tuple[str, ...]) -> None:
        """Back leads to the screen one came from, and at last home."""
        for expected, stop in reversed(self._behind(path)):
            self.terminal.key(BACK)
            if screen_of(self.terminal.host.visit) != expected or self.terminal.host.focus != stop:
                self.trapped.append(f"{path}: back led to {self.terminal.host.visit.route} {self.terminal.host.focus}")

    def _behind(self, path: tuple[str, ...]) -> list[tuple[Route, str]]:
        """The screens that lie behind, each with the stop that was left there. A card for the desk takes the place of
        the one before."""
        route_of = {way: route for route, way in self.paths.items()}
        behind: list[tuple[Route, str]] = []
        for at, stop in enumerate(path):
            behind.append((route_of[path[:at]], stop))
            while route_of[path[: at + 1]].name == SHOW and behind[-1][0].name in (SHOW, ASK):
                behind.pop()
        return behind


@cache
def walked(language: str) -> Walker:
    return Walker(language)


def texts(view: View) -> Iterator[tuple[Node, Said]]:
    """All words of a screen that are not only for fingers, or for people who read another language."""
    for node in view.nodes():
        for said in (node.name, node.value):
            other = node.silent and node.intent is None and said.language != view.language
            figure = said is node.value and spoken(said.text) in spoken(node.name.text)  # the name holds it already
            if said and node.id not in KEYS | ANSWERS | {CLOCK} and not other and not figure:
                yield node, said


@LANGUAGES
def test_every_function_is_reached_by_keys_alone(language: str) -> None:
    """V-01: one walk over all screens and all stops of each."""
    walker = walked(language)
    assert len(walker.paths) > 60
    assert len(walker.wanted) > 70
    assert walker.wanted - walker.done == set()


@LANGUAGES
def test_every_word_of_every_screen_is_heard(language: str) -> None:
    """V-01."""
    walker = walked(language)
    told = {utterance.text for utterance in walker.terminal.told}
    unheard = {
        (view.route, node.id, sentence)
        for view in walker.views
        for node, said in texts(view)
        for sentence in sentences(said.text, said.language)
        if sentence not in told
    }
    assert len(told) > 900
    assert unheard == set()
    clock = spoken(walker.views[0][CLOCK].name.text).split()[0]
    assert any(text.startswith(clock) for text in told)


@LANGUAGES
def test_nobody_is_caught(language: str) -> None:
    """F-01: on every screen n presses go round, and back leads out."""
    assert walked(language).trapped == []


@LANGUAGES
def test_nothing_stays_of_the_walk(language: str) -> None:
    """I-04."""
    walker = walked(language)
    assert (walker.terminal.host.visit, walker.terminal.host.focus) == (Visit(), "")
    assert walker.terminal.route != TROUBLE


def test_every_answer_is_in_a_language_of_its_own(language: str = "ar") -> None:
    """V-09: on Arabic screens German names are told to the German voice, everything else to the Arabic one; the others
    are heard where the walk chooses them."""
    terminal = walked(language).terminal
    told = terminal.told
    assert {utterance.language for utterance in told} <= {one.code for one in terminal.host.scene().catalog.languages}
    arabic = [one for one in told if one.language == "ar"]
    assert sum(any("\u0600" <= char <= "\u06ff" or char.isdigit() for char in one.text) for one in arabic) == len(
        arabic
    )
