"""The content as the kiosk knows it: frozen values, in every language, already checked by the loaders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import force_setattr

from kiosk.domain.guide import Guide
from kiosk.domain.hours import Holidays, Hours, no_holidays
from kiosk.domain.keyboard import BASIC, Keyboard, keyboard_of
from kiosk.domain.language import NO_WORDS, SOURCE, Language, Words, base_of
from kiosk.domain.search import Find, finds_nothing
from kiosk.domain.services import Services, Some


class Page(Struct, frozen=True):
    """A page on the web, and the language it is written in."""

    url: str
    language: str


class Link(Struct, frozen=True):
    """One page in all the languages it exists in: language code → address."""

    pages: Mapping[str, str] = field(default_factory=dict)

    def page(self, language: str) -> Page | None:
        """The page in `language`, else in English for everybody but German readers (Leichte Sprache is German), else
        any; None without pages."""
        wanted = (language, SOURCE) if base_of(language) == SOURCE else (language, "en", SOURCE)
        for code in (*wanted, *self.pages):
            if code in self.pages:
                return Page(self.pages[code], code)
        return None


NO_LINK = Link()
"""No page is known."""


class Origin(Struct, frozen=True):
    """Where facts come from: `as_of` is the day (or first of the month) they were true, `sources` are for staff,
    `unsure` says that the source is weak or old and that visitors are told to ask."""

    as_of: date
    sources: tuple[str, ...] = ()
    unsure: bool = False


class Organisation(Struct, frozen=True):
    """A partner or an office. `name` is the German proper name on the door and is never translated;
    `meaning` says in other words what that name means. `role`: city, staffing, announced or other. `desk_hours` are
    those at a desk in the centre. `map` is the address of a map with its place on it; empty where none is known for
    sure."""

    id: str
    name: str
    role: str
    icon: str
    meaning: Words
    what: Words
    origin: Origin
    address: str = ""
    stop: str = ""
    phone: str = ""
    phone_note: Words = NO_WORDS
    email: str = ""
    hours: Hours | None = None
    hours_note: Words = NO_WORDS
    desk_hours: Hours | None = None
    languages: tuple[str, ...] = ()
    languages_note: Words = NO_WORDS
    next_step: Words = NO_WORDS
    link: Link = NO_LINK
    map: str = ""


class Service(Struct, frozen=True):
    """One thing a visitor can get done or get help with. `where` is an organisation's id, or empty with `place` in
    words. Empty fields are simply not known: the card says "ask at the desk". `ask` is what a visitor who wants it says
    at the desk, in the first person."""

    id: str
    topic: str
    icon: str
    name: Words
    short: Words
    what: Words
    origin: Origin
    for_whom: Words = NO_WORDS
    bring: tuple[Words, ...] = ()
    cost: Words = NO_WORDS
    where: str = ""
    place: Words = NO_WORDS
    hours: Hours | None = None
    hours_note: Words = NO_WORDS
    languages: tuple[str, ...] = ()
    languages_note: Words = NO_WORDS
    next_step: Words = NO_WORDS
    link: Link = NO_LINK
    ask: Words = NO_WORDS


class Topic(Struct, frozen=True):
    """A group of services. `hue` is one of the theme's topic hues; `leads_to` names a route that this topic
    opens instead of a list (the emergency topic opens "help"). `ask` is what a visitor says at the desk who wants
    something of it."""

    id: str
    icon: str
    hue: str
    name: Words
    what: Words
    leads_to: str = ""
    ask: Words = NO_WORDS


class EmergencyNumber(Struct, frozen=True):
    """A number that saves lives. `number` is as it is dialled and shown."""

    number: str
    icon: str
    hue: str
    name: Words
    what: Words


class Notice(Struct, frozen=True):
    """A message to everybody who comes by, from the day `first` to the day `last`, both included."""

    id: str
    text: Words
    first: date
    last: date
    origin: Origin
    urgent: bool = False


class Translation(Struct, frozen=True):
    """Who made words and when: `made_by` machine or person, `translator` the name of either, if it is written down.
    `checked_by` is empty until a person did, `checked_on` None where nobody wrote down when."""

    made_by: str
    made_on: date
    checked_by: str = ""
    checked_on: date | None = None
    translator: str = ""

    @property
    def unchecked_machine(self) -> bool:
        """Whether no person has seen it: then visitors are told."""
        return self.made_by == "machine" and not self.checked_by


class Catalog(Struct, frozen=True):
    """Everything the centre tells. Order of the mappings is the order on the screen. `holidays` are the public ones
    of the place: they close the centre and every organisation, but for their exceptions. `other_words` are those by
    which people also search, by language and by the id of what they mean; `find` is the search over all of it.
    `languages` are those that visitors can choose; texts in those that are `in_preparation` are here as well: their
    voices can be made before visitors meet them."""

    centre: Organisation
    languages: tuple[Language, ...]
    topics: Mapping[str, Topic]
    services: Mapping[str, Service]
    organisations: Mapping[str, Organisation]
    emergency: tuple[EmergencyNumber, ...]
    translations: Mapping[str, Translation] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    holidays: Holidays = no_holidays
    guide: Guide = field(default_factory=Guide)
    keyboards: Mapping[str, Keyboard] = field(default_factory=dict)
    other_words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    find: Find = finds_nothing
    in_preparation: tuple[Language, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.services, Services):
            force_setattr(self, "services", Services(self.services))  # frozen for everybody else

    def language(self, code: str) -> Language:
        """The language with this code. Raises KeyError for one that is not offered."""
        for language in self.languages:
            if language.code == code:
                return language
        raise KeyError(code)

    def keyboard(self, language: str) -> Keyboard:
        """The keyboard for the letters of a language: its own, or the usual one of its script; without any keyboard
        plain Latin letters, so that everybody can write something."""
        return keyboard_of(self.language(language), self.keyboards) or BASIC

    def services_of(self, topic: str) -> Some:
        """The services of a topic in their order."""
        return self._grouped.of_topic(topic)

    def services_at(self, organisation: str) -> Some:
        """The services that a visitor gets at an organisation."""
        return self._grouped.at(organisation)

    def longest_of(self, topic: str, language: str) -> Some:
        """The few services of a topic whose rows need most room in a language."""
        return self._grouped.longest(topic, language)

    @property
    def _grouped(self) -> Services:
        assert isinstance(self.services, Services)  # by __post_init__
        return self.services


def codes_of(catalog: Catalog | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the languages that are offered, and of those in preparation: whose words are to be read. None of
    either without a catalog."""
    if catalog is None:
        return (), ()
    return tuple(one.code for one in catalog.languages), tuple(one.code for one in catalog.in_preparation)
