"""The content as visitors see it at the moment, and the one that is to come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from kiosk.domain.catalog import Catalog
from kiosk.domain.sound import Sound
from kiosk.domain.strings import Strings
from kiosk.domain.surviving import surviving
from kiosk.domain.utterance import Utterance
from kiosk.domain.visit import Visit
from kiosk.narrator import Narrator, Voice
from kiosk.presenters.scene import Scene
from kiosk.showing import Showing


class Words(Struct, frozen=True):
    """All that staff wrote and visitors read and hear; `pronounced` tells how an utterance is spoken."""

    catalog: Catalog
    strings: Strings
    pronounced: Callable[[Utterance], Utterance]


class Standing:
    """Without `catalog` and `strings` there is nothing to show. `status` are the lines for staff on the attract
    screen."""

    def __init__(self, catalog: Catalog | None, strings: Strings | None, voice: Voice) -> None:
        self._catalog, self._strings, self._voice = catalog, strings, voice
        self._next: Words | None = None
        self.status: tuple[str, ...] = ()

    def offer(self, words: Words | None) -> None:
        """Other content, to be shown when it disturbs nobody: at once on the attract screen, during a visit when the
        visitor goes to another screen. None: no longer."""
        self._next = words

    @property
    def waits(self) -> bool:
        """Whether content was offered that is not shown yet."""
        return self._next is not None

    def take(self, narrator: Narrator, screen: Showing) -> bool:
        """Show the content that was offered; whether there was some."""
        if self._next is None:
            return False
        self._catalog, self._strings = self._next.catalog, self._next.strings
        narrator.learn(self._next.pronounced)
        screen.renew()
        self._next = None
        return True

    def fitting(self, visit: Visit) -> Visit:
        """A visit without what is not in the content."""
        return surviving(visit, self._catalog) if self._catalog else visit

    def voiced(self) -> list[bool]:
        """Which languages have a voice, in their order."""
        return [self._voice.speaks(one.code) for one in self._catalog.languages] if self._catalog else []

    def scene(self, **world: Any) -> Scene | None:
        """The world at this moment, of which `world` is what has nothing to do with content and voices; None without
        content."""
        if self._catalog is None or self._strings is None:
            return None
        return Scene(
            catalog=self._catalog,
            strings=self._strings,
            sound=Sound.READY if self._voice.available else Sound.NO_DEVICE,
            mute=frozenset(one.code for one in self._catalog.languages if not self._voice.speaks(one.code)),
            status=self.status,
            **world,
        )
