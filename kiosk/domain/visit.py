"""One person's visit, as a value. `advance` is the only way it changes; `Visit()` is nobody's visit."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.language import SOURCE
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.domain.navigation import (
    ASK,
    ATTRACT,
    GUIDE,
    HOME,
    LANGUAGES,
    ORGANISATION,
    SEARCH,
    SERVICE,
    SHOW,
    Back,
    ByEar,
    ByKeys,
    Choose,
    Erase,
    EraseAll,
    Faster,
    Finish,
    Home,
    InGerman,
    Intent,
    Interpreter,
    Layout,
    Louder,
    Open,
    Route,
    Show,
    StartOver,
    Toggle,
    Turn,
    Type,
    Wake,
)

VOLUMES = 7
"""Volume has seven steps of 3 dB: a range of 18 dB (EN 301 549 8.2.1)."""
NORMAL_VOLUME = 4
SPEEDS = (0.75, 1.0, 1.25, 1.5)
"""How fast is read aloud, as a multiple of the voice's usual speed (issue 3)."""
NORMAL_SPEED = 1.0
LONGEST_QUERY = 40
"""Characters of what is searched: longer than any name that can be found."""
LONGEST_STACK = 20
"""Screens remembered for going back; a visitor who wanders for longer loses the oldest, not the way home."""


class Visit(Struct, frozen=True):
    """What one visitor has chosen: the screens behind and the one in front (last), the language, the volume, the
    reading speed, the modes, whether they use the kiosk by ear or by its keypad, whether their card for the desk asks
    for an interpreter, what they search (`query`), and the keyboard on the screen ("": that of their language).

    An empty stack is the attract screen. A new visitor gets `Visit()`: the last one is forgotten by construction.
    """

    stack: tuple[Route, ...] = ()
    chosen: str = ""
    volume: int = NORMAL_VOLUME
    speed: float = NORMAL_SPEED
    by_ear: bool = False
    by_keys: bool = False
    modes: Modes = NO_MODES
    interpreter: bool = True
    query: str = ""
    keyboard: str = ""

    @property
    def route(self) -> Route:
        """Where the visitor is."""
        return self.stack[-1] if self.stack else Route(ATTRACT)

    @property
    def language(self) -> str:
        """The language to speak to the visitor: German until one is chosen."""
        return self.chosen or SOURCE


def advance(visit: Visit, intent: Intent) -> Visit:
    """The visit after `intent`. Intents that only concern sound leave it as it is."""
    match intent:
        case Wake():
            return visit if visit.stack else replace(visit, stack=(Route(LANGUAGES),))
        case Choose(language):
            return _chosen(visit, language)
        case Open(route):
            return visit if route == visit.route else _pushed(visit, route)
        case Back():
            return Visit() if len(visit.stack) < 2 else replace(visit, stack=visit.stack[:-1])
        case Home():
            return replace(visit, stack=(Route(HOME),))
        case StartOver():
            return replace(visit, stack=_before_the_guide(visit.stack))
        case Finish():
            return Visit()
        case Turn(step):
            return _turned(visit, step)
        case Louder(step) if visit.stack:
            return replace(visit, volume=min(VOLUMES, max(1, visit.volume + step)))
        case Faster(step) if visit.stack:
            place = SPEEDS.index(visit.speed) + step
            return replace(visit, speed=SPEEDS[min(len(SPEEDS) - 1, max(0, place))])
        case Toggle(mode) if visit.stack:
            return _toggled(visit, mode)
        case Show(subject):
            return _pushed(_without_card(visit), Route(SHOW, subject))
        case Interpreter() if visit.stack:
            return replace(visit, interpreter=not visit.interpreter)
        case InGerman() if visit.route.name in (SERVICE, ORGANISATION):
            return replace(visit, stack=(*visit.stack[:-1], _other_language(visit.route)))
        case ByEar():
            return replace(advance(visit, Wake()), by_ear=not visit.by_ear)
        case ByKeys():
            return visit if visit.by_keys else _by_keys(visit)
        case Type() | Erase() | EraseAll() | Layout() if visit.route.name == SEARCH:
            return _typed(visit, intent)
        case _:
            return visit


def screen_of(visit: Visit) -> Route:
    """The screen that a visit is at, whatever its page."""
    return replace(visit.route, page=0)


def _chosen(visit: Visit, language: str) -> Visit:
    """After the first choice comes home; later the visitor returns to the screen the language was changed from. What
    was searched stays, to be written on with the letters of the new language."""
    behind = visit.stack[:-1] if visit.route.name == LANGUAGES else visit.stack
    rest = tuple(replace(route, german=False) for route in behind)
    return replace(visit, chosen=language, keyboard="", stack=rest or (Route(HOME),))


def _other_language(route: Route) -> Route:
    """The same card in German, or no longer; from its first page, for the pages of two languages are not the same."""
    return replace(route, german=not route.german, page=0)


def _before_the_guide(stack: tuple[Route, ...]) -> tuple[Route, ...]:
    """The screens up to the first question, so that going back from there leads to where the guide was begun."""
    names = [route.name for route in stack]
    first = names.index(GUIDE) if GUIDE in names else len(names)
    return (*stack[:first], Route(GUIDE))[-LONGEST_STACK:]


def _by_keys(visit: Visit) -> Visit:
    """The keypad speaks by itself, so nobody needs to hear at the first touch and act at the second."""
    return replace(advance(visit, Open(Route(LANGUAGES))), by_ear=False, by_keys=True)


def _pushed(visit: Visit, route: Route) -> Visit:
    """A search that is opened begins anew; who comes back to one finds it as it was."""
    if route.name == SEARCH:
        visit = replace(visit, query="", keyboard="")
    return replace(visit, stack=(*visit.stack, route)[-LONGEST_STACK:])


def _without_card(visit: Visit) -> Visit:
    """The visit back where it was before the card for the desk, so that from another card one step leads there."""
    behind = visit.stack
    while behind and behind[-1].name in (SHOW, ASK):
        behind = behind[:-1]
    return replace(visit, stack=behind)


def _turned(visit: Visit, step: int) -> Visit:
    if not visit.stack:
        return visit
    page = max(0, visit.route.page + step)
    return replace(visit, stack=(*visit.stack[:-1], replace(visit.route, page=page)))


def _typed(visit: Visit, intent: Intent) -> Visit:
    """Other words have other results: those are shown from their first page."""
    match intent:
        case Type(text):
            query = (visit.query + text).lstrip()[:LONGEST_QUERY]
        case Erase():
            query = visit.query[:-1]
        case EraseAll():
            query = ""
        case Layout(name):
            return replace(visit, keyboard=name)
        case _:
            return visit
    if query == visit.query:
        return visit
    return replace(visit, query=query, stack=(*visit.stack[:-1], replace(visit.route, page=0)))


def _toggled(visit: Visit, mode: Mode) -> Visit:
    """A mode that lays the screen out anew begins at its first page: the pages of the two layouts are not the same."""
    modes = visit.modes ^ {mode}
    if mode is Mode.CONTRAST:
        return replace(visit, modes=modes)
    return replace(visit, modes=modes, stack=(*visit.stack[:-1], replace(visit.route, page=0)))
