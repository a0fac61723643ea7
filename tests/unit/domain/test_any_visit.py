"""Any visit: whatever is pressed in whatever order, the visit is what a second, plainer account of it says.

The account (`Account`) is written down like a receptionist would: a list of screens, crossed out and written anew.
KIOSK_TEST_VISITS asks for more visits than a change needs (docs/proof.md).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from kiosk.domain import navigation as to
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import ROUTES, Intent, Route
from kiosk.domain.visit import Visit, advance

VISITS = int(os.environ.get("KIOSK_TEST_VISITS", "200"))
STEPS = 50 if VISITS <= 200 else 100
DEEPEST, LOUDEST, LONGEST = 20, 7, 40
"""Screens to go back to, steps of volume, letters of a search: what visitors were promised (product.md, look.md)."""
PACES = [0.75, 1.0, 1.25, 1.5]
OPENED = [name for name in ROUTES if name not in (to.ATTRACT, to.TROUBLE)]
SUBJECTS = st.sampled_from(["", "a", "b"])
STEP = st.sampled_from([-1, 1])


@dataclass
class Account:
    """What one visitor has done so far, screens as [name, subject, page, in German]."""

    screens: list[list[Any]] = field(default_factory=list)
    language: str = ""
    volume: int = 4
    pace: int = 1
    modes: set[Mode] = field(default_factory=set)
    ear: bool = False
    keys: bool = False
    interpreter: bool = True
    letters: str = ""
    keyboard: str = ""

    def open(self, name: str, subject: str, page: int = 0, german: bool = False) -> None:
        """A screen in front; the oldest of too many is lost."""
        if name == to.SEARCH:
            self.letters = self.keyboard = ""
        self.screens.append([name, subject, page, german])
        del self.screens[:-DEEPEST]

    @property
    def at(self) -> str:
        """The screen in front."""
        return str(self.screens[-1][0]) if self.screens else to.ATTRACT

    def as_visit(self) -> Visit:
        """The account as the kiosk keeps it."""
        stack = tuple(Route(*screen) for screen in self.screens)
        ways = (self.volume, PACES[self.pace], self.ear, self.keys, frozenset(self.modes), self.interpreter)
        return Visit(stack, self.language, *ways, self.letters, self.keyboard)


class AnyVisit(RuleBasedStateMachine):
    """One kiosk, one visitor after another."""

    @initialize()
    def nobody(self) -> None:
        self.visit, self.account, self.cards = Visit(), Account(), 0

    def do(self, intent: Intent) -> None:
        """The kiosk's part; each rule writes the account's."""
        self.visit = advance(self.visit, intent)

    @rule()
    def wakes(self) -> None:
        self.do(to.Wake())
        if not self.account.screens:
            self.account.open(to.LANGUAGES, "")

    @rule(language=st.sampled_from(["de", "ar", "uk"]))
    def chooses(self, language: str) -> None:
        self.do(to.Choose(language))
        if self.account.at == to.LANGUAGES:
            self.account.screens.pop()
        for screen in self.account.screens:
            screen[3] = False
        if not self.account.screens:
            self.account.open(to.HOME, "")
        self.account.language, self.account.keyboard = language, ""

    @rule(name=st.sampled_from(OPENED), subject=SUBJECTS)
    def opens(self, name: str, subject: str) -> None:
        self.do(to.Open(Route(name, subject)))
        if not self.account.screens or self.account.screens[-1] != [name, subject, 0, False]:
            self.account.open(name, subject)

    @rule(screens=st.integers(1, DEEPEST + 5))
    def wanders(self, screens: int) -> None:
        """From card to card, farther than anybody remembers."""
        for _ in range(screens):
            self.cards += 1
            self.do(to.Open(Route(to.SERVICE, f"card {self.cards}")))
            self.account.open(to.SERVICE, f"card {self.cards}")

    @rule(subject=SUBJECTS)
    def shows_a_card(self, subject: str) -> None:
        self.do(to.Show(subject))
        while self.account.at in (to.SHOW, to.ASK):
            self.account.screens.pop()
        self.account.open(to.SHOW, subject)

    @rule()
    def goes_back(self) -> None:
        self.do(to.Back())
        if self.account.screens:
            self.account.screens.pop()
        if not self.account.screens:
            self.account = Account()

    @rule()
    def goes_home(self) -> None:
        self.do(to.Home())
        self.account.screens = [[to.HOME, "", 0, False]]

    @rule()
    def starts_over(self) -> None:
        self.do(to.StartOver())
        while any(screen[0] == to.GUIDE for screen in self.account.screens):
            self.account.screens.pop()
        self.account.open(to.GUIDE, "")

    @rule()
    def finishes(self) -> None:
        self.do(to.Finish())
        self.account = Account()

    @rule(step=STEP)
    def turns(self, step: int) -> None:
        self.do(to.Turn(step))
        if self.account.screens:
            front = self.account.screens[-1]
            front[2] = max(0, front[2] + step)

    @rule(step=STEP)
    def wants_it_louder(self, step: int) -> None:
        self.do(to.Louder(step))
        if self.account.screens and 1 <= self.account.volume + step <= LOUDEST:
            self.account.volume += step

    @rule(step=STEP)
    def wants_it_faster(self, step: int) -> None:
        self.do(to.Faster(step))
        if self.account.screens and 0 <= self.account.pace + step < len(PACES):
            self.account.pace += step

    @rule(mode=st.sampled_from(Mode))
    def switches(self, mode: Mode) -> None:
        self.do(to.Toggle(mode))
        if self.account.screens:
            self.account.modes ^= {mode}
            if mode is not Mode.CONTRAST:
                self.account.screens[-1][2] = 0

    @rule()
    def wants_an_interpreter_or_not(self) -> None:
        self.do(to.Interpreter())
        if self.account.screens:
            self.account.interpreter = not self.account.interpreter

    @rule()
    def reads_german_or_not(self) -> None:
        self.do(to.InGerman())
        if self.account.at in (to.SERVICE, to.ORGANISATION):
            front = self.account.screens[-1]
            front[2], front[3] = 0, not front[3]

    @rule()
    def goes_by_ear_or_not(self) -> None:
        self.do(to.ByEar())
        if not self.account.screens:
            self.account.open(to.LANGUAGES, "")
        self.account.ear = not self.account.ear

    @rule()
    def takes_the_keypad(self) -> None:
        self.do(to.ByKeys())
        if not self.account.keys:
            if not self.account.screens or self.account.screens[-1] != [to.LANGUAGES, "", 0, False]:
                self.account.open(to.LANGUAGES, "")
            self.account.keys, self.account.ear = True, False

    @rule(letters=st.sampled_from(["a", "ш", "ع", " ", "abcdefghijklmnopqrst"]))
    def types(self, letters: str) -> None:
        self.do(to.Type(letters))
        self._written((self.account.letters + letters).lstrip()[:LONGEST])

    @rule()
    def erases(self) -> None:
        self.do(to.Erase())
        self._written(self.account.letters[:-1])

    @rule()
    def erases_all(self) -> None:
        self.do(to.EraseAll())
        self._written("")

    def _written(self, letters: str) -> None:
        if self.account.at == to.SEARCH and letters != self.account.letters:
            self.account.letters = letters
            self.account.screens[-1][2] = 0

    @rule(name=st.sampled_from(["", "latin"]))
    def takes_another_keyboard(self, name: str) -> None:
        self.do(to.Layout(name))
        if self.account.at == to.SEARCH:
            self.account.keyboard = name

    @rule(intent=st.sampled_from([to.Listen(), to.Skip(1), to.HearFrom("title", "name", 0), to.MoreTime()]))
    def listens_or_stays(self, intent: Intent) -> None:
        self.do(intent)

    @invariant()
    def the_visit_is_what_the_account_says(self) -> None:
        assert self.visit == self.account.as_visit()

    @invariant()
    def the_screen_is_known_and_not_too_many_lie_behind_it(self) -> None:
        assert self.visit.route.name in ROUTES
        assert len(self.visit.stack) <= DEEPEST

    @invariant()
    def there_is_always_a_way_out_and_a_way_home(self) -> None:
        left, steps = self.visit, 0
        while left.stack:
            left, steps = advance(left, to.Back()), steps + 1
        assert left == Visit() and steps <= DEEPEST
        assert advance(self.visit, to.Home()).route == Route(to.HOME)

    @invariant()
    def who_has_gone_leaves_nothing(self) -> None:
        """What is on the waiting screen knows of nobody, however the visit ended."""
        assert advance(self.visit, to.Finish()) == Visit()
        if not self.visit.stack:
            assert self.visit == Visit()

    @invariant()
    def a_search_that_is_opened_is_blank(self) -> None:
        elsewhere = advance(self.visit, to.Open(Route(to.HELP)))
        opened = advance(elsewhere, to.Open(Route(to.SEARCH)))
        assert (opened.query, opened.keyboard) == ("", "")
        assert replace(opened, stack=(), query="", keyboard="") == replace(self.visit, stack=(), query="", keyboard="")


TestAnyVisit = AnyVisit.TestCase
TestAnyVisit.settings = settings(max_examples=VISITS, stateful_step_count=STEPS, deadline=None)
