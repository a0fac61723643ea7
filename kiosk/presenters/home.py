"""The home screen: the way for whoever does not know, what we can help with, and the ways on."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.domain.catalog import Topic
from kiosk.domain.hours import Door
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import GUIDE, HELP, SEARCH, SHOW, TODAY, TOPIC, Open, Route, Show
from kiosk.domain.node import NOTHING, Node, Role, View
from kiosk.presenters.frame import framed
from kiosk.presenters.notices import current
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import opening_of

WAYS = {SEARCH: "magnifying-glass", TODAY: "calendar-check", SHOW: "identification-badge"}
"""The routes that the ways on lead to, and their signs (look.md 4)."""


def present(scene: Scene) -> View:
    """The most urgent notice, the guide's panel, the topics, and the ways on. All notices are at today."""
    title = Node("title", Role.HEADING, scene.say("home.title"))
    topics = tuple(_topic(scene, topic) for topic in scene.catalog.topics.values())
    ways = tuple(_way(scene, name, icon) for name, icon in WAYS.items())
    return framed(
        scene,
        title,
        *_note(scene),
        *_message(scene),
        panel(scene),
        Node("topics", Role.GROUP, children=topics),
        Node("ways", Role.GROUP, children=ways),
        *further_pages(scene),
    )


def _message(scene: Scene) -> tuple[Node, ...]:
    """The most urgent of the notices; until when it holds stands at today. If the date is not known it stands here."""
    first = current(scene)[:1]
    return tuple(replace(node, value=NOTHING) for node in first) if scene.clock_trusted else first


def _note(scene: Scene) -> tuple[Node, ...]:
    """In low mode, where everything is now. Large words leave no room to say it."""
    if Mode.LOW not in scene.visit.modes or Mode.LARGE in scene.visit.modes:
        return ()
    return (Node("low.note", Role.STATUS, scene.say("low.note"), icon="arrow-line-down", hue="clock", silent=True),)


def panel(scene: Scene) -> Node:
    """The door, as open as the centre is, and the way into the guide; where there is none, to the desk."""
    state = opening_of(scene, scene.catalog.centre.hours)
    known = state.door if state.door in (Door.OPEN, Door.CLOSED) else Door.UNKNOWN
    there = bool(scene.catalog.guide.questions)
    text = Node("guide.text", Role.TEXT, scene.say("home.guide.text" if there else "facts.ask"))
    said = scene.say("home.guide.button" if there else "bar.help")
    button = Node("guide.button", Role.TEXT, said, icon="arrow-right", silent=True)
    return Node(
        "guide",
        Role.BUTTON,
        scene.say("home.guide"),
        icon="compass",
        hue=known.value,
        intent=Open(Route(GUIDE if there else HELP)),
        children=(text, button),
    )


def _topic(scene: Scene, topic: Topic) -> Node:
    route = Route(topic.leads_to) if topic.leads_to else Route(TOPIC, topic.id)
    name = topic.name.said(scene.language)
    return Node(f"topic.{topic.id}", Role.BUTTON, name, icon=topic.icon, hue=topic.hue, intent=Open(route))


def _way(scene: Scene, name: str, icon: str) -> Node:
    intent = Show("") if name == SHOW else Open(Route(name))
    return Node(f"way.{name}", Role.BUTTON, scene.say(f"home.{name}"), icon=icon, intent=intent)
