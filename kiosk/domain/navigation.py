"""Where a visitor can be (routes) and what a visitor can ask for (intents)."""

from __future__ import annotations

from msgspec import Struct

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


class Route(Struct, frozen=True):
    """One place: a screen's name, the id of what it shows, and its page, counted from 0. `german`: a card that the
    visitor reads in German although their language is another one."""

    name: str
    subject: str = ""
    page: int = 0
    german: bool = False


class Wake(Struct, frozen=True):
    """Somebody stands before the attract screen."""


class Choose(Struct, frozen=True):
    """The visitor's language, by code."""

    language: str


class Open(Struct, frozen=True):
    """Go to a route."""

    route: Route


class Back(Struct, frozen=True):
    """One step back; from the first screen, back to the attract screen."""


class Home(Struct, frozen=True):
    """To the home screen."""


class StartOver(Struct, frozen=True):
    """Back to the first question of the guide."""


class Finish(Struct, frozen=True):
    """The visitor is done, or has `left` without a word: everything about the visit is forgotten."""

    left: bool = False


class Turn(Struct, frozen=True):
    """To another page of the same route: `step` pages on, or back where it is negative."""

    step: int


class MoreTime(Struct, frozen=True):
    """The visitor is still there. Being touched is what matters; the visit stays as it is."""


class Listen(Struct, frozen=True):
    """Hear what is on the screen; pause while it is being read; go on after a pause. With `node` hear only that one, in
    its own language, from its beginning."""

    node: str = ""


class Skip(Struct, frozen=True):
    """While it is being read: a sentence on (+1), a sentence back (-1), or the same one again (0)."""

    step: int


class HearFrom(Struct, frozen=True):
    """Hear the screen from one sentence on: the one that begins at character `start` of a node's name or value."""

    node: str
    part: str
    start: int


class Louder(Struct, frozen=True):
    """One step of volume up (+1) or down (-1)."""

    step: int


class Faster(Struct, frozen=True):
    """One step of reading speed up (+1) or down (-1)."""

    step: int


class ByEar(Struct, frozen=True):
    """Use the kiosk by ear, or no longer: then every screen reads itself, and the first touch of anything speaks it."""


class ByKeys(Struct, frozen=True):
    """Use the kiosk by its keypad, without seeing it: everything is spoken. It begins with the choice of language; who
    has chosen already comes back from there to where they were."""


class Toggle(Struct, frozen=True):
    """A mode on, or off again."""

    mode: Mode


class InGerman(Struct, frozen=True):
    """Read this card in German, or again in the visitor's own language. The next screen is in their own in any case."""


class Show(Struct, frozen=True):
    """Show the card for the desk with a request (kiosk.domain.request), in place of a card that is there already."""

    subject: str


class Interpreter(Struct, frozen=True):
    """Ask on the card for an interpreter, or no longer."""


class Type(Struct, frozen=True):
    """One more letter for what the visitor searches, or a space."""

    text: str


class Erase(Struct, frozen=True):
    """The last letter of what is searched, away."""


class EraseAll(Struct, frozen=True):
    """All of what is searched, away."""


class Layout(Struct, frozen=True):
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
