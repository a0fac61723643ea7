"""Everything a presenter may look at, as one frozen value."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.reading import Reading
from kiosk.domain.sound import Sound
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit


class Scene(Struct, frozen=True):
    """The world at one moment.

    `mute` are the languages that no voice speaks here. `now` is Leipzig's wall-clock time; with `clock_trusted` False
    nothing is claimed about it. `countdown` is the number of seconds left in the idle warning out of `countdown_from`,
    None when there is no warning. `greeting` counts the attract screen's greetings. `pages` says how many pages the
    present card needs on this panel, as it was laid out. `keypad`: the terminal has one. `status` are the lines that
    the attract screen shows to staff, in German; none where it is not in staff mode.
    """

    catalog: Catalog
    strings: Strings
    visit: Visit
    now: datetime
    clock_trusted: bool = True
    reading: Reading = field(default_factory=Reading)
    sound: Sound = Sound.READY
    mute: frozenset[str] = frozenset()
    countdown: int | None = None
    countdown_from: int = 30
    greeting: int = 0
    pages: int = 1
    keypad: bool = True
    status: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The visitor's language."""
        return self.visit.language

    @property
    def heard_in(self) -> str:
        """The language the screen can be heard in: the visitor's own, else German, which is spoken around them, else
        the first that has a voice; empty where nothing can be heard at all."""
        if self.sound is not Sound.READY:
            return ""
        codes = (self.language, SOURCE, *(language.code for language in self.catalog.languages))
        return next((code for code in codes if code not in self.mute), "")

    @property
    def card(self) -> Scene:
        """The scene by which a card is written: in German where the visitor wants to read it so, else this one. What
        stands around the card stays in the visitor's language."""
        if not self.visit.route.german:
            return self
        return replace(self, visit=replace(self.visit, chosen=SOURCE))

    def say(self, key: str, **values: str) -> Said:
        """The words of the interface for `key` in the visitor's language. Raises KeyError for an unknown key."""
        return self.strings.said(key, self.language, **values)
