"""Any visitor of the real content, with the real host: whatever they touch, key by key, there is a sound screen before
them with a way out; and whoever comes after them finds what the first visitor of the day found. The terminal is a
silent one: voices take their own time, which nobody could do again in the same way (they speak in the soak and in
tests/gui).

KIOSK_TEST_VISITS asks for more visitors than a change needs (docs/proof.md).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.catalog import Catalog
from kiosk.domain.keypad import Function
from kiosk.domain.navigation import ATTRACT, ROUTES, TROUBLE, Back, Finish, Home, Wake
from kiosk.domain.node import Node, State, View
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from tests.builders import CONTENT
from tests.unit.presenters.sound_view import faults
from tests.unit.terminal import READING_AFTER_S, WARN_S, Terminal

VISITORS = int(os.environ.get("KIOSK_TEST_VISITS", "200")) // 4
"""A quarter of the visits that know no content (tests/unit/domain/test_any_visit.py): each of these takes as long as
four of them."""
STEPS = 50 if VISITORS <= 50 else 100
PAGES = {"languages": 2, "topic": 3, "service": 3, "organisation": 2, "today": 2, "search": 4, "organisations": 3}
"""So many pages a small panel needs at most (tests/screens)."""


@cache
def content() -> tuple[Catalog, Strings]:
    """What visitors are offered."""
    hosts = load_settings(CONTENT.parent / "config" / "kiosk.yaml")[0].hosts
    catalog = load_catalog(CONTENT, hosts)[0]
    assert catalog is not None
    strings = load_strings(CONTENT, [language.code for language in catalog.languages])[0]
    assert strings is not None
    return catalog, strings


def keys_of(view: View) -> list[Node]:
    """What can be pressed: of a question only its answers."""
    nodes = view.overlay.walk() if view.overlay else view.nodes()
    return [node for node in nodes if node.intent is not None]


class AnyVisitor(RuleBasedStateMachine):
    """One terminal, as long as hypothesis wants it."""

    @initialize(pages=st.booleans())
    def opens(self, pages: bool) -> None:
        self.terminal = Terminal(*content())
        self.terminal.player.available = False
        if pages:
            self.terminal.stage.needs = dict(PAGES)
        self.terminal.look()
        self.first = _waiting(self.terminal)

    @rule(data=st.data(), lifts=st.booleans())
    def touches(self, data: st.DataObject, lifts: bool) -> None:
        """While the finger rests on a key, what it asks for is foreseen, and nothing else happens."""
        key = data.draw(st.sampled_from(keys_of(self.terminal.view)), "key")
        assert key.intent is not None
        self.terminal.host.touched()
        self.terminal.look()
        before = self.state()
        self.terminal.host.foresee(key.intent)
        assert self.state() == before
        if lifts:
            self.terminal.host.press(key.id, key.intent)

    def state(self) -> tuple[object, ...]:
        """All that must not change by itself."""
        host, screen = self.terminal.host, self.terminal.host._screen
        shown = len(self.terminal.stage.views), self.terminal.view, screen.view, screen.pages, screen.page
        seen = {page: tuple(nodes) for page, nodes in screen.seen.items()}
        known = {place: tuple(pages) for place, pages in screen._known.items()}
        return host.visit, host.focus, *shown, seen, known, self.terminal.reading, len(self.terminal.told)

    @rule(function=st.sampled_from(Function))
    def presses(self, function: Function) -> None:
        self.terminal.key(function)

    @rule(seconds=st.sampled_from([0.1, 1, 5, 60]))
    def waits(self, seconds: float) -> None:
        self.terminal.pass_time(seconds)

    @precondition(lambda self: self.terminal.host.visit.stack)
    @rule()
    def goes_away(self) -> None:
        """The full question comes first, and then nobody is left. A touch is the last that is heard of them: whoever
        has pulled out their headphones and touches nothing has gone."""
        self.terminal.host.touched()
        self.terminal.host.send(Home())
        self.terminal.pass_time(READING_AFTER_S + 1)
        assert self.terminal.view.overlay is not None
        self.terminal.pass_time(WARN_S)
        assert self.terminal.host.visit == Visit()

    @rule()
    def our_own_code_fails(self) -> None:
        """The crash policy's way home."""
        self.terminal.host.recover()
        assert self.terminal.host.visit == Visit()

    @invariant()
    def the_screen_is_known_and_sound(self) -> None:
        view = self.terminal.view
        assert view.route.name in ROUTES and view.route.name != TROUBLE
        assert not [*faults(view)]

    @invariant()
    def the_page_is_one_that_there_is(self) -> None:
        count = self.terminal.view.find("pages.count")
        assert count is None or 1 <= count.amount <= count.of == self.terminal.host._screen.pages

    @invariant()
    def there_is_a_way_out(self) -> None:
        intents = {type(key.intent) for key in keys_of(self.terminal.view)}
        assert intents & {Back, Home, Finish, Wake}, intents

    @invariant()
    def who_comes_next_finds_nothing(self) -> None:
        host = self.terminal.host
        if self.terminal.view.route.name == ATTRACT:
            assert host.visit == Visit() and _waiting(self.terminal) == self.first
            assert (self.terminal.reading.count, host.focus, host._screen._known.keys() - self.known()) == (
                0,
                "",
                set(),
            )

    def known(self) -> set[object]:
        """What the waiting screen itself leaves behind of what has been laid out."""
        return {place for place in self.terminal.host._screen._known if place[0].name == ATTRACT}

    def teardown(self) -> None:
        if hasattr(self, "terminal"):
            self.terminal.close()


def _waiting(terminal: Terminal) -> list[str]:
    """What the waiting screen is made of; in which language it greets at the moment is a matter of time."""
    return [f"{node.id} {node.intent} {sorted(_of(node))}" for node in terminal.view.nodes()]


def _of(node: Node) -> Iterator[str]:
    return (state.value for state in node.states - {State.HERE})


TestAnyVisitor = AnyVisitor.TestCase
TestAnyVisitor.settings = settings(max_examples=VISITORS, stateful_step_count=STEPS, deadline=None)
