"""What is counted of one step of a visitor. Pure: an intent and the visit before and after it, and nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kiosk.domain import navigation
from kiosk.domain.navigation import HearFrom, Intent, Listen
from kiosk.domain.visit import Visit
from kiosk.usage.figures import (
    AUDIO,
    BY_EAR,
    BY_KEYS,
    CARD,
    CODES,
    DURATION,
    GUIDE,
    HELP,
    LANGUAGE,
    LONGEST_S,
    MODE,
    ORGANISATIONS,
    SEARCH,
    SERVICE,
    TODAY,
    TOPIC,
    USED,
    Cell,
)

BY_ROUTE = {
    navigation.GUIDE: GUIDE,
    navigation.SEARCH: SEARCH,
    navigation.ORGANISATIONS: ORGANISATIONS,
    navigation.TODAY: TODAY,
    navigation.SHOW: CARD,
    navigation.CONTACT: CODES,
    navigation.HELP: HELP,
}
"""Which screens count as the use of what. Codes: those of an organisation, which a visitor has to ask for; the ones on
a card come with it and would only count the cards once more."""
BY_SUBJECT = {navigation.TOPIC: TOPIC, navigation.SERVICE: SERVICE}


def seen(intent: Intent, before: Visit, after: Visit) -> frozenset[Cell]:
    """What this step adds to the things that the visit counts for, but for the language: that is the one chosen last
    (`language_of`)."""
    return frozenset((*_of_route(after), *_of_modes(after), *_of_sound(intent, before)))


def language_of(visit: Visit) -> Cell | None:
    """The language of a visit; None while none is chosen."""
    return (LANGUAGE, visit.chosen) if visit.chosen else None


def duration(seconds: float) -> Cell:
    """The line of the durations that a visit of so many seconds belongs to."""
    return DURATION, LONGEST_S[bisect_left([float(longest) for longest in LONGEST_S], seconds)]


def _of_route(visit: Visit) -> Iterator[Cell]:
    route = visit.route
    if route.name in BY_ROUTE:
        yield USED, BY_ROUTE[route.name]
    if route.name in BY_SUBJECT and route.subject:
        yield BY_SUBJECT[route.name], route.subject


def _of_modes(visit: Visit) -> Iterator[Cell]:
    yield from ((MODE, mode.value) for mode in visit.modes)
    if visit.by_ear:
        yield MODE, BY_EAR
    if visit.by_keys:
        yield MODE, BY_KEYS


def _of_sound(intent: Intent, before: Visit) -> Iterator[Cell]:
    """Only where somebody asks for it: who uses the kiosk by ear or by its keys hears everything, and is counted so."""
    if isinstance(intent, Listen | HearFrom) and before.stack and not (before.by_ear or before.by_keys):
        yield USED, AUDIO
