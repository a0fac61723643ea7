"""Search: what is typed, what it finds, and the keyboard."""

from __future__ import annotations

from math import inf

from msgspec.structs import replace

from kiosk.domain.keyboard import written_in
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import GUIDE, HELP, ORGANISATION, SERVICE, TOPIC, Open, Route
from kiosk.domain.node import NOTHING, Found, Node, Role, View
from kiosk.domain.search import Hit
from kiosk.presenters.frame import framed
from kiosk.presenters.keyboard import keyboard
from kiosk.presenters.organisation import find
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene

MANY = 12
"""So many things are found at most (kiosk.search.index.MOST): there may be more."""
_LARGE_AND_LOW = frozenset({Mode.LARGE, Mode.LOW})
LONG = 24
"""Characters of a text beyond which large words leave no room for another one below it."""
WAYS = (
    ("guide", "compass", "home.guide", Route(GUIDE)),
    ("desk", "question", "search.desk", Route(HELP)),
)
"""Where to go on if nothing is found: id, sign, word, route."""


def present(scene: Scene) -> View:
    """The field first, then what it finds, then the keyboard: so whoever listens comes to the results first."""
    title = Node("title", Role.HEADING, scene.say("search.title"), icon="magnifying-glass")
    if not scene.visit.query.strip():
        hint = Node("hint", Role.TEXT, scene.say("search.hint"), icon="keyboard")
        return framed(scene, title, _empty(scene), hint, keyboard(scene))
    hits = scene.catalog.find(scene.visit.query, scene.language)
    found = (_count(scene, len(hits)), *(_results(scene, hits) if hits else _nothing(scene)))
    pages = further_pages(scene) if hits else ()
    return framed(scene, title, _query(scene), *found, *pages, keyboard(scene))


def _empty(scene: Scene) -> Node:
    return Node("query", Role.TEXT, scene.say("search.empty"))


def _query(scene: Scene) -> Node:
    """What is typed, in the visitor's language if it is in their letters: else it is German, copied from somewhere."""
    text = scene.visit.query
    language = scene.catalog.language(scene.language)
    own = written_in(text, language) or not any(char.isalpha() for char in text)
    return Node("query", Role.TEXT, Said(text, language.code if own else SOURCE), spelled=True)


def _count(scene: Scene, count: int) -> Node:
    key = "search.many" if count >= MANY else "search.count"
    return Node("found", Role.STATUS, scene.say(key, count=str(count)))


def _results(scene: Scene, hits: tuple[Hit, ...]) -> tuple[Node, ...]:
    return (Node("results", Role.GROUP, children=tuple(_result(scene, hit) for hit in hits)),)


def _nothing(scene: Scene) -> tuple[Node, ...]:
    text = Node("none", Role.TEXT, scene.say("search.none"), icon="hand-waving")
    ways = tuple(
        Node(f"way.{name}", Role.BUTTON, scene.say(word), icon=icon, intent=Open(route))
        for name, icon, word, route in WAYS
        if route.name != GUIDE or scene.catalog.guide.questions
    )
    return text, Node("ways", Role.GROUP, children=ways)


def _result(scene: Scene, hit: Hit) -> Node:
    """A thing with its name and, below it, its German one; a word in neither of them that was found is shown, too."""
    name, value, icon, hue, route = LINES[hit.kind](scene, hit.id)
    node_id = f"hit.{hit.kind}.{hit.id}"
    if hit.text not in (name, value) and scene.visit.modes >= _LARGE_AND_LOW and len(hit.text.text) > LONG:
        hit = replace(hit, text=name, spans=())  # there is room for neither a sentence nor its mark
    if hit.text not in (name, value) and len(hit.text.text) > _room(scene):
        value = NOTHING  # the German name, which the card says, too, gives way to what was found
    part = "name" if hit.text == name else "value" if hit.text == value else ""
    found = tuple(Found(part or "name", start, end) for start, end in hit.spans)
    word = () if part else (Node(f"{node_id}.word", Role.TEXT, hit.text, found=found),)
    return Node(
        node_id,
        Role.BUTTON,
        name,
        value,
        icon=icon,
        hue=hue,
        intent=Open(route),
        found=found if part else (),
        children=word,
    )


Lines = tuple[Said, Said, str, str, Route]
"""Name, second line, picture and hue of a thing, and the way to it."""


def _room(scene: Scene) -> float:
    """Characters of a text that was found for which there is room above the German name."""
    modes = scene.visit.modes
    return inf if Mode.LARGE not in modes else 0 if Mode.LOW in modes else LONG


def _service(scene: Scene, identifier: str) -> Lines:
    service = scene.catalog.services[identifier]
    name = service.name.said(scene.language)
    below = service.name.said(SOURCE)
    if below.text in name.text:  # it is there already: in German the short line, unless these modes leave no room
        german = name.language == SOURCE and not scene.visit.modes & {Mode.LARGE, Mode.LOW}
        below = service.short.said(SOURCE) if german else NOTHING
    hue = scene.catalog.topics[service.topic].hue
    return name, below, service.icon, hue, Route(SERVICE, identifier)


def _topic(scene: Scene, identifier: str) -> Lines:
    topic = scene.catalog.topics[identifier]
    name = topic.name.said(scene.language)
    below = NOTHING if name.language == SOURCE else topic.name.said(SOURCE)
    route = Route(topic.leads_to) if topic.leads_to else Route(TOPIC, identifier)
    return name, below, topic.icon, topic.hue, route


def _organisation(scene: Scene, identifier: str) -> Lines:
    one = find(scene, identifier)
    meaning = one.meaning.said(scene.language)
    return Said(one.name, SOURCE), meaning, one.icon, "action", Route(ORGANISATION, identifier)


LINES = {SERVICE: _service, TOPIC: _topic, ORGANISATION: _organisation}
