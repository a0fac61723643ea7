"""What the card for the desk can ask for: help with one of the topics, or with anything."""

from __future__ import annotations

from kiosk.domain.navigation import Show
from kiosk.domain.node import Node, Role, View
from kiosk.domain.request import for_topic
from kiosk.presenters.frame import framed
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene


def present(scene: Scene) -> View:
    """One tile a topic that has services; the last one always is "something else"."""
    tiles = [
        Node(
            f"ask.{topic.id}",
            Role.BUTTON,
            topic.name.said(scene.language),
            icon=topic.icon,
            hue=topic.hue,
            intent=Show(for_topic(topic.id)),
        )
        for topic in scene.catalog.topics.values()
        if not topic.leads_to
    ]
    anything = scene.say("ask.anything")
    tiles.append(Node("ask.anything", Role.BUTTON, anything, icon="hand-waving", hue="action", intent=Show("")))
    title = Node("title", Role.HEADING, scene.say("ask.title"))
    return framed(scene, title, Node("asks", Role.GROUP, children=tuple(tiles)), *further_pages(scene))
