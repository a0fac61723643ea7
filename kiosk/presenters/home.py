"""The home screen: what we can help with, and whether somebody is here now."""

from __future__ import annotations

from kiosk.domain.catalog import Topic
from kiosk.domain.hours import Door
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import ORGANISATION, ORGANISATIONS, TOPIC, Open, Route
from kiosk.domain.node import Node, Role, View
from kiosk.presenters.frame import framed
from kiosk.presenters.organisations import CITY, HOUSE
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import month_values, opening_of, opening_said


def present(scene: Scene) -> View:
    """Today's panel, the topics, and the two lists of organisations."""
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
    """The door: open, closed or not known, what that means for now, and the way to times and address."""
    state = opening_of(scene, scene.catalog.centre.hours)
    known = state.door if state.door in (Door.OPEN, Door.CLOSED) else Door.UNKNOWN
    hours = scene.catalog.centre.hours
    dated = hours is not None and hours.unsure and known is not Door.UNKNOWN
    more = (
        scene.say("hours.unsure", **month_values(scene, hours.as_of))
        if hours and dated
        else scene.say("home.panel.text")
    )
    if state.holiday:  # how old the hours are then stands in the header only: there is not room for both
        more = scene.say("holiday.closed", holiday=state.holiday)
    text = Node("today.opening", Role.TEXT, opening_said(scene, state), more)
    button = Node("today.button", Role.TEXT, scene.say("home.panel.button"), icon="arrow-right", silent=True)
    return Node(
        "today",
        Role.BUTTON,
        scene.say("home.panel"),
        icon="calendar-check",
        hue=known.value,
        intent=Open(Route(ORGANISATION, scene.catalog.centre.id)),
        children=(text, button),
    )


def _topic(scene: Scene, topic: Topic) -> Node:
    route = Route(topic.leads_to) if topic.leads_to else Route(TOPIC, topic.id)
    name = topic.name.said(scene.language)
    return Node(f"topic.{topic.id}", Role.BUTTON, name, icon=topic.icon, hue=topic.hue, intent=Open(route))


def _way(scene: Scene, subject: str, icon: str) -> Node:
    route = Route(ORGANISATIONS, subject)
    return Node(f"way.{subject}", Role.BUTTON, scene.say(f"home.{subject}"), icon=icon, intent=Open(route))
