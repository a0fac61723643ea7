"""Which codes visitors can meet: every address once, with the languages that it serves and the file it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from typing import TypeVar
from urllib.parse import unquote

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog, Link, Organisation, Origin, Service
from kiosk.domain.language import SOURCE, Words
from kiosk.domain.vcard import vcard

CENTRE_FILE = "centre.yaml"
T = TypeVar("T")


class Part(Enum):
    """What can be listed alone (`--only`)."""

    SERVICES = "services"
    ORGANISATIONS = "organisations"
    MAPS = "maps"
    CONTACTS = "contacts"


ALL_PARTS = frozenset(Part)


class Code(Struct, frozen=True):
    """One code. `carries` is what a phone reads, `plain` the same in lines for people; `language` is the page's own,
    `serves` are the visitors' languages in which the screen shows it. `first` says that it stands here and not before:
    the same address is printed once, and later entries name its `number`."""

    part: Part
    carries: str
    plain: tuple[str, ...]
    language: str
    serves: tuple[str, ...]
    number: int = 0
    first: bool = True


class Entry(Struct, frozen=True):
    """A service or an organisation and its codes. `name` has German, and what is there in other languages."""

    name: Words
    file: str
    origin: Origin
    codes: tuple[Code, ...]


class Chapter(Struct, frozen=True):
    """Entries under one heading: a topic, or the organisations (then `title` is empty)."""

    title: str
    icon: str
    hue: str
    entries: tuple[Entry, ...] = field(default=())


def chapters(catalog: Catalog, languages: Iterable[str], parts: Collection[Part] = ALL_PARTS) -> list[Chapter]:
    """All codes in the order of the screens, numbered from 1; chapters and entries without a code are left out."""
    codes = tuple(languages)
    found = []
    for topic in catalog.topics.values():
        entries = tuple(_service(service, catalog, codes, parts) for service in catalog.services_of(topic.id))
        found.append(Chapter(topic.name.said(SOURCE).text, topic.icon, topic.hue or "other", entries))
    everyone = (catalog.centre, *catalog.organisations.values())
    organisations = tuple(_organisation(one, catalog, codes, parts) for one in everyone)
    found.append(Chapter("", "buildings", "action", organisations))
    return list(_numbered(found))


def _numbered(found: Iterable[Chapter]) -> Iterator[Chapter]:
    numbers: dict[str, int] = {}

    def numbered(code: Code) -> Code:
        first = code.carries not in numbers
        return replace(code, number=numbers.setdefault(code.carries, len(numbers) + 1), first=first)

    for chapter in found:
        entries = (replace(one, codes=tuple(map(numbered, one.codes))) for one in chapter.entries if one.codes)
        whole = replace(chapter, entries=tuple(entries))
        if whole.entries:
            yield whole


def _service(service: Service, catalog: Catalog, languages: Iterable[str], parts: Collection[Part]) -> Entry:
    codes = _pages(Part.SERVICES, service.link, catalog, languages) if Part.SERVICES in parts else ()
    return Entry(service.name, f"services/{service.id}.yaml", service.origin, tuple(codes))


def _organisation(one: Organisation, catalog: Catalog, languages: Iterable[str], parts: Collection[Part]) -> Entry:
    codes: list[Code] = []
    if Part.ORGANISATIONS in parts:
        codes += _pages(Part.ORGANISATIONS, one.link, catalog, languages)
    if Part.MAPS in parts and one.map:
        codes.append(Code(Part.MAPS, one.map, (unquote(one.map),), "", tuple(languages)))
    if Part.CONTACTS in parts and (one.phone or one.email or one.address):  # else the screen offers no contact
        codes += _contacts(one, languages)
    file = CENTRE_FILE if one.id == catalog.centre.id else f"organisations/{one.id}.yaml"
    return Entry(Words({**one.meaning.texts, SOURCE: one.name}), file, one.origin, tuple(codes))


def _pages(part: Part, link: Link, catalog: Catalog, languages: Iterable[str]) -> Iterator[Code]:
    """The pages as the screen chooses them (kiosk.presenters.card.code): one's own, else the centre's."""
    chosen = {language: link.page(language) or catalog.centre.link.page(language) for language in languages}
    for page, serves in _together({language: page for language, page in chosen.items() if page}):
        yield Code(part, page.url, (unquote(page.url),), page.language, serves)


def _contacts(one: Organisation, languages: Iterable[str]) -> Iterator[Code]:
    for card, serves in _together({language: vcard(one, language) for language in languages}):
        page = one.link.page(serves[0])
        facts = (one.phone, one.email, one.address, unquote(page.url) if page else "", one.meaning.said(serves[0]).text)
        language = one.meaning.said(serves[0]).language
        yield Code(Part.CONTACTS, card, tuple(fact for fact in facts if fact), language, serves)


def _together(by_language: Mapping[str, T]) -> list[tuple[T, tuple[str, ...]]]:
    """The different values in their order, each with all languages that have it."""
    found: dict[T, list[str]] = {}
    for language, value in by_language.items():
        found.setdefault(value, []).append(language)
    return [(value, tuple(codes)) for value, codes in found.items()]
