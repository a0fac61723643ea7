"""The home screen: the way for whoever does not know, what we can help with, and the ways on."""

from __future__ import annotations

from kiosk.domain.catalog import Topic
from kiosk.domain.hours import Door
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import GUIDE, HELP, ORGANISATIONS, TOPIC, Open, Route
from kiosk.domain.node import Node, Role, View
from kiosk.presenters.frame import framed
from kiosk.presenters.organisations import CITY, HOUSE
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import opening_of


def present(scene: Scene) -> View:
    """The guide's panel, the topics, and the ways on."""
    title = Node("title", Role.HEADING, scene.say("home.title"))
    topics = tuple(_topic(scene, topic) for topic in scene.catalog.topics.values())
    ways = (_way(scene, HOUSE, "buildings"), _way(scene, CITY, "map-pin"))
    return framed(
        scene,
        title,
        *_note(scene),
        panel(scene),
        Node("topics", Role.GROUP, children=topics),
        Node("ways", Role.GROUP, children=ways),
        *further_pages(scene),
    )


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


def _way(scene: Scene, subject: str, icon: str) -> Node:
    route = Route(ORGANISATIONS, subject)
    return Node(f"way.{subject}", Role.BUTTON, scene.say(f"home.{subject}"), icon=icon, intent=Open(route))
