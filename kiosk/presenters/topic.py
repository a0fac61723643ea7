"""The services of one topic."""

from __future__ import annotations

from kiosk.domain.catalog import Service
from kiosk.domain.navigation import SERVICE, Open, Route
from kiosk.domain.node import Node, Role, View
from kiosk.presenters.frame import framed
from kiosk.presenters.paging import listing, rows_of
from kiosk.presenters.scene import Scene


def present(scene: Scene) -> View:
    """The topic's panel and one row a service. Raises KeyError for a topic that is not in the catalog."""
    topic = scene.catalog.topics[scene.visit.route.subject]
    services = scene.catalog.services_of(topic.id)
    count = Node("panel.count", Role.TEXT, scene.say("list.services", count=str(len(services))), silent=True)
    panel = Node(
        "panel",
        Role.HEADING,
        topic.name.said(scene.language),
        topic.what.said(scene.language),
        icon=topic.icon,
        hue=topic.hue,
        children=(count,),
    )
    rows = rows_of(
        scene,
        services,
        lambda: scene.catalog.longest_of(topic.id, scene.language),
        lambda service: service_row(scene, service, topic.hue),
    )
    return framed(scene, *listing(scene, panel, rows))


def service_row(scene: Scene, service: Service, hue: str) -> Node:
    """A service as a row that opens its card."""
    return Node(
        f"service.{service.id}",
        Role.BUTTON,
        service.name.said(scene.language),
        service.short.said(scene.language),
        icon=service.icon,
        hue=hue,
        intent=Open(Route(SERVICE, service.id)),
    )
