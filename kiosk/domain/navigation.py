"""Where a visitor can be (routes) and what a visitor can ask for (intents)."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.modes import Mode

ATTRACT = "attract"
LANGUAGES = "languages"
HOME = "home"
TOPIC = "topic"
SERVICE = "service"
ORGANISATIONS = "organisations"
ORGANISATION = "organisation"
TODAY = "today"
GUIDE = "guide"
SEARCH = "search"
HELP = "help"
SHOW = "show"
ASK = "ask"
CONTACT = "contact"
TROUBLE = "trouble"

ROUTES = (
    *(ATTRACT, LANGUAGES, HOME, TOPIC, SERVICE, ORGANISATIONS, ORGANISATION),
    *(SEARCH, TODAY, GUIDE, HELP, SHOW, ASK, CONTACT, TROUBLE),
)
"""Every route has a presenter and a screen; a test holds it."""


LONG = frozenset({SERVICE, ORGANISATION, TODAY, SHOW, CONTACT})
"""Screens with so much to read or to show that the kiosk waits longer before it asks whether somebody is there."""


@dataclass(frozen=True, slots=True)
class Route:
    """One place: a screen's name, the id of what it shows, and its page, counted from 0. `german`: a card that the
    visitor reads in German although their language is another one."""

    name: str
    subject: str = ""
    page: int = 0
    german: bool = False


@dataclass(frozen=True, slots=True)
class Wake:
    """Somebody stands before the attract screen."""


@dataclass(frozen=True, slots=True)
class Choose:
    """The visitor's language, by code."""

    language: str


@dataclass(frozen=True, slots=True)
class Open:
    """Go to a route."""

    route: Route


@dataclass(frozen=True, slots=True)
class Back:
    """One step back; from the first screen, back to the attract screen."""


@dataclass(frozen=True, slots=True)
class Home:
    """To the home screen."""


@dataclass(frozen=True, slots=True)
class StartOver:
    """Back to the first question of the guide."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The visitor is done, or has `left` without a word: everything about the visit is forgotten."""

    left: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """To another page of the same route: `step` pages on, or back where it is negative."""

    step: int


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The visitor is still there. Being touched is what matters; the visit stays as it is."""


@dataclass(frozen=True, slots=True)
class Listen:
    """Hear what is on the screen; pause while it is being read; go on after a pause. With `node` hear only that one, in
    its own language, from its beginning."""

    node: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """While it is being read: a sentence on (+1), a sentence back (-1), or the same one again (0)."""

    step: int


@dataclass(frozen=True, slots=True)
class HearFrom:
    """Hear the screen from one sentence on: the one that begins at character `start` of a node's name or value."""

    node: str
    part: str
    start: int


@dataclass(frozen=True, slots=True)
class Louder:
    """One step of volume up (+1) or down (-1)."""

    step: int


@dataclass(frozen=True, slots=True)
class Faster:
    """One step of reading speed up (+1) or down (-1)."""

    step: int


@dataclass(frozen=True, slots=True)
class ByEar:
    """Use the kiosk by ear, or no longer: then every screen reads itself, and the first touch of anything speaks it."""


@dataclass(frozen=True, slots=True)
class ByKeys:
    """Use the kiosk by its keypad, without seeing it: everything is spoken. It begins with the choice of language; who
    has chosen already comes back from there to where they were."""


@dataclass(frozen=True, slots=True)
class Toggle:
    """A mode on, or off again."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class InGerman:
    """Read this card in German, or again in the visitor's own language. The next screen is in their own in any case."""


@dataclass(frozen=True, slots=True)
class Show:
    """Show the card for the desk with a request (kiosk.domain.request), in place of a card that is there already."""

    subject: str


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Ask on the card for an interpreter, or no longer."""


@dataclass(frozen=True, slots=True)
class Type:
    """One more letter for what the visitor searches, or a space."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase:
    """The last letter of what is searched, away."""


@dataclass(frozen=True, slots=True)
class EraseAll:
    """All of what is searched, away."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Another keyboard on the screen, by its name; "" is that of the visitor's language."""

    name: str


Intent = (
    Wake
    | Choose
    | Open
    | Back
    | Home
    | StartOver
    | Finish
    | Turn
    | MoreTime
    | Listen
    | Skip
    | HearFrom
    | Louder
    | Faster
    | ByEar
    | ByKeys
    | Toggle
    | Show
    | Interpreter
    | InGerman
    | Type
    | Erase
    | EraseAll
    | Layout
)

AGAIN = (Type, Erase)
"""What is wanted several times in a row by one key: the same letter twice, five letters away."""
OF_SOUND = (Listen, Skip, HearFrom, Louder, Faster, ByEar)
"""What concerns the voice only. By ear these act at the first touch, too: what they do is heard at once."""
AT_ONCE = (*OF_SOUND, Wake, MoreTime)
"""What acts at the first touch by ear, too: it concerns the voice, or any touch means it."""


def leads_to(intent: Intent | None) -> Route | None:
    """The screen that an intent opens, if it opens one of its own."""
    match intent:
        case Open(route):
            return route
        case Show(subject):
            return Route(SHOW, subject)
        case _:
            return None
