"""What a visitor can hear: the screens themselves are walked, so nothing is forgotten and nothing is counted that no
screen says.

From the first screens on, every key that opens another screen is followed, in every language, as a visitor would. The
sentences come in that order: welcome, languages, home, then what home leads to, what the keypad says, and at last its
figures. Only what the calendar and the visitor fill in is not there (date and time, a holiday within a sentence,
seconds, page numbers, how much a search finds): the offline voice says that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog
from kiosk.domain.hours import Hours
from kiosk.domain.keyboard import DIGITS, GERMAN
from kiosk.domain.language import Language, Words
from kiosk.domain.navigation import (
    ASK,
    ATTRACT,
    CONTACT,
    GUIDE,
    HELP,
    HOME,
    LANGUAGES,
    ORGANISATION,
    SEARCH,
    SERVICE,
    SHOW,
    TODAY,
    TOPIC,
    TROUBLE,
    Route,
    leads_to,
)
from kiosk.domain.node import Node, Role, View, sentences_in
from kiosk.domain.pronouncer import Pronouncer
from kiosk.domain.strings import Strings, placeholders
from kiosk.domain.utterance import Utterance
from kiosk.domain.visit import Visit
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.staff.voice.by_keys import FIGURES, KEYPAD, header_says, keypad_counts, keypad_says, keypad_talks

PLACES = {
    ATTRACT: "Begrüßung / welcome",
    LANGUAGES: "Sprachauswahl / languages",
    HOME: "Startseite / home",
    GUIDE: "Wegweiser / guide",
    SEARCH: "Suche / search",
    TODAY: "Heute im Zentrum / today at the centre",
    HELP: "Hilfe / help",
    TROUBLE: "Störung / trouble",
    SHOW: "Karte für den Empfang / card for the desk",
    ASK: "Karte für den Empfang / card for the desk",
    CONTACT: "Kontakt und Weg / contact and way",
    "organisations": "Liste der Stellen / list of organisations",
}
EVERYWHERE = "Tasten und Meldungen / keys and notices"
PARTS = ("day.", "month.", "language.")
"""Words of the interface that are only said within others."""
MONDAY = date(2024, 1, 1)
"""Any Monday: opening is told by the day of the week."""
USUAL = datetime.combine(MONDAY, time(10))
"""A moment without a holiday: then screens have as many stops as on most days."""


class Heard(Struct, frozen=True):
    """A sentence, and where a visitor first meets it (for staff, German and English)."""

    utterance: Utterance
    place: str


def heard(catalog: Catalog, strings: Strings, pronouncer: Pronouncer) -> tuple[Heard, ...]:
    """Every sentence of the kiosk in every language as it is pronounced, each once, in the order in which visitors meet
    them."""
    found: dict[Utterance, str] = {}
    for utterance, place in _met(catalog, strings):
        found.setdefault(utterance, place)
    found = {pronouncer.pronounced(utterance): place for utterance, place in found.items()}
    return tuple(Heard(utterance, place) for utterance, place in found.items())


def _met(catalog: Catalog, strings: Strings) -> Iterator[tuple[Utterance, str]]:
    """Every sentence, and where it is met."""
    codes = frozenset(language.code for language in catalog.languages)
    every = routes(catalog, strings)
    walked = [route for route in every if route.name not in (ATTRACT, TROUBLE)]
    for route in every:
        place = place_of(route, catalog)
        for language in catalog.languages:
            view = _view(catalog, strings, route, language)
            alone = _view(catalog, strings, route, language, mute=codes - {language.code})
            yield from ((utterance, place) for utterance in (*_said(view), *_said(alone)))
        if route == Route(GUIDE):
            yield from ((utterance, place) for utterance in _steps(catalog, strings))
        if route == Route(HOME):
            yield from ((utterance, place) for utterance in _doors(catalog, strings))
    yield from _by_keys(catalog, strings, walked)
    for words in (words for key, words in strings.words.items() if not key.startswith(PARTS)):
        for said in (words.said(language.code) for language in catalog.languages):
            fixed = () if placeholders(said.text) else sentences_in(Node("", Role.TEXT, said), said.language)
            yield from ((sentence.utterance, EVERYWHERE) for sentence in fixed)
    for language in catalog.languages:
        scenes = [_scene(catalog, strings, route, language, USUAL) for route in walked]
        yield from ((sentence.utterance, FIGURES) for sentence in keypad_counts(scenes))


def _by_keys(catalog: Catalog, strings: Strings, walked: Iterable[Route]) -> Iterator[tuple[Utterance, str]]:
    """What the keypad says in every language: on all screens alike, then of the things on each."""
    for language in catalog.languages:
        home = _scene(catalog, strings, Route(HOME), language)
        yield from ((sentence.utterance, KEYPAD) for sentence in keypad_talks(home))
        for now in _turns(catalog.centre.hours):
            header = header_says(_scene(catalog, strings, Route(HOME), language, now))
            yield from ((sentence.utterance, KEYPAD) for sentence in header)
        for route in walked:
            for scene in _with_keyboards(_scene(catalog, strings, route, language)):
                yield from ((sentence.utterance, place_of(route, catalog)) for sentence in keypad_says(scene))


def _with_keyboards(scene: Scene) -> Iterator[Scene]:
    """The scene; that of the search with each keyboard that its keys lead to."""
    searched = scene.visit.route.name == SEARCH
    for keyboard in ("", DIGITS, GERMAN) if searched else ("",):
        yield replace(scene, visit=replace(scene.visit, keyboard=keyboard))


def routes(catalog: Catalog, strings: Strings) -> tuple[Route, ...]:
    """Every screen that a visitor can reach, in the order of the steps to it, and the one for our own faults."""
    found = dict.fromkeys((Route(ATTRACT), Route(LANGUAGES), Route(HOME)))
    waiting = list(found)
    for route in waiting:
        for language in catalog.languages:
            for node in _view(catalog, strings, route, language).nodes():
                following = leads_to(node.intent)
                if following and following not in found:
                    found[following] = None
                    waiting.append(following)
    return (*found, Route(TROUBLE))


def place_of(route: Route, catalog: Catalog) -> str:
    """The screen's name for staff, with what it shows."""
    if route.name == TOPIC:
        return f"Thema / topic: {catalog.topics[route.subject].name.said('de').text}"
    if route.name == SERVICE:
        return f"Angebot / service: {catalog.services[route.subject].name.said('de').text}"
    if route.name == ORGANISATION:
        every = {catalog.centre.id: catalog.centre, **catalog.organisations}
        return f"Stelle / organisation: {every[route.subject].name}"
    return PLACES.get(route.name, route.name)


def _view(
    catalog: Catalog,
    strings: Strings,
    route: Route,
    language: Language,
    now: datetime | None = None,
    mute: frozenset[str] = frozenset(),
) -> View:
    """The screen as it is in such a scene."""
    return present(_scene(catalog, strings, route, language, now, mute))


def _scene(
    catalog: Catalog,
    strings: Strings,
    route: Route,
    language: Language,
    now: datetime | None = None,
    mute: frozenset[str] = frozenset(),
) -> Scene:
    """The screen's scene at `now`; without it, as it is when the clock cannot be trusted: nothing on it tells the time.
    Languages without a voice (`mute`) are told about in other words."""
    visit = Visit(() if route.name == ATTRACT else (route,), language.code)
    at, greeting = now or datetime.combine(MONDAY, time()), catalog.languages.index(language)
    trusted = now is not None
    return Scene(catalog, strings, visit, at, mute=mute, clock_trusted=trusted, greeting=greeting)


def _said(view: View) -> Iterator[Utterance]:
    """Whatever is read aloud, then whatever is spoken when it is touched by ear."""
    yield from (sentence.utterance for sentence in view.sentences())
    for node in view.nodes():
        if node.intent:
            yield from (sentence.utterance for sentence in view.sentences_of(node.id))


def _steps(catalog: Catalog, strings: Strings) -> Iterator[Utterance]:
    """How far a visitor has come in the guide: on the way to a question, the screens above have not been counted."""
    longest = catalog.guide.left(catalog.guide.question("").id)
    for count in range(1, longest + 1):
        for number in range(1, count + 1):
            for language in catalog.languages:
                said = strings.said("guide.step", language.code, number=str(number), count=str(count))
                yield from (sentence.utterance for sentence in sentences_in(Node("", Role.STATUS, said), said.language))


def _doors(catalog: Catalog, strings: Strings) -> Iterator[Utterance]:
    """All that home and today can say about the centre's door in a week without holidays, and why it is otherwise on
    some days."""
    for now in _turns(catalog.centre.hours):
        for language in catalog.languages:
            for route in (Route(HOME), Route(TODAY)):
                view = _view(catalog, strings, route, language, now)
                yield from (sentence.utterance for sentence in view.sentences())
    for reason in _reasons(catalog):
        for said in dict.fromkeys(reason.said(language.code) for language in catalog.languages):
            yield from (sentence.utterance for sentence in sentences_in(Node("", Role.TEXT, said), said.language))


def _reasons(catalog: Catalog) -> Iterator[Words]:
    """Why hours are otherwise on some days, of the centre and of every organisation and service."""
    places = (catalog.centre, *catalog.organisations.values())
    hours = [*(place.hours for place in places), *(place.desk_hours for place in places)]
    hours += [service.hours for service in catalog.services.values()]
    yield from (exception.reason for one in hours if one for exception in one.exceptions if exception.reason)


def _turns(hours: Hours | None) -> Iterable[datetime]:
    """The moments of a week when something else is said about the door: midnight, and whenever it opens or closes."""
    if hours is None:
        return
    for number, spans in enumerate(hours.week):
        day = MONDAY + timedelta(days=number)
        turns = {time(), *(span.start for span in spans), *(span.end for span in spans)}
        yield from (datetime.combine(day, turn) for turn in sorted(turns))
