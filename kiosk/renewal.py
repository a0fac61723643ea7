"""How other content comes onto the screen that runs. Every method belongs to the thread of the user interface."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from kiosk.content import Content
from kiosk.domain.settings import Keypad
from kiosk.host import Host
from kiosk.live.last_good import faults_of
from kiosk.live.report import status
from kiosk.live.update import News
from kiosk.showing import Stage
from kiosk.standing import Words
from kiosk.theme.tokens import Theme
from kiosk.widgets.sheet import Frame


class Furniture(Struct, frozen=True):
    """What a terminal is furnished with by its settings: the surface, the usual colours and those of high contrast,
    the host (made with the stage and what wakes the loop from any thread), and what the keys are for."""

    frame: Frame
    themes: tuple[Theme, Theme | None]
    make_host: Callable[[Stage, Callable[[], None]], Host]
    keypad: Keypad


class Terminal(Protocol):
    """What is renewed."""

    host: Host

    def furnish(self, furniture: Furniture) -> None:
        """Begin anew with this, in the same window. Only while nobody is there."""


class Renewal:
    """Words and facts come at the next move of a visitor, or at once when nobody is there. Another terminal (settings,
    colours, languages, voices) comes only when nobody is there: then everything in the window is made anew."""

    def __init__(
        self,
        terminal: Terminal,
        content: Content,
        furnished: Callable[[Content], Furniture],
        now: Callable[[], datetime],
        staff: bool = False,
    ) -> None:
        """`now` is the wall clock, for staff to read; `staff` mode may also be in the settings."""
        self._terminal, self._furnished, self._now, self._staff = terminal, furnished, now, staff
        self.content = content
        self._next: Content | None = None
        self.faults = faults_of(content)
        """What takes something off the screen, as the files stand now."""
        self._since = now()

    def begin(self) -> None:
        """The first content is on the screen."""
        self._tell()

    def come(self, news: News) -> None:
        """A change has been read."""
        self.faults = news.faults
        if news.content:
            self._next = news.content
            self._offer(news.content)
        self._tell()

    def tick(self) -> None:
        """Before each tick of the host."""
        host, content = self._terminal.host, self._next
        if content is None or (host.standing.waits and not host.at_rest):
            return
        same = self._same(content)
        if not (same or host.at_rest):
            return
        self._next = None  # whatever comes of it: what fails is not tried at every tick
        if same:
            host.renew()
        else:
            self._terminal.furnish(self._furnished(content))
        self.content, self._since = content, self._now()
        self._tell()

    def _same(self, content: Content) -> bool:
        return self.content.whole and self.content.same_house(content)

    def _offer(self, content: Content) -> None:
        """Words for the next move, unless they need another terminal. What was offered before is out of date."""
        words = None
        if self._same(content) and content.catalog and content.strings:
            words = Words(content.catalog, content.strings, content.pronouncer.pronounced)
        self._terminal.host.standing.offer(words)

    def _tell(self) -> None:
        shown = self._staff or self.content.settings.staff
        self._terminal.host.standing.status = status(self.faults, self._since) if shown else ()
