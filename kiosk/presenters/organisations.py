"""The organisations: those in the house, and those elsewhere in the city."""

from __future__ import annotations

from kiosk.domain.catalog import Organisation
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import ORGANISATION, Open, Route
from kiosk.domain.node import Node, Role, View
from kiosk.presenters.frame import framed
from kiosk.presenters.paging import listing
from kiosk.presenters.scene import Scene

HOUSE = "house"
CITY = "city"
ROLES = {HOUSE: frozenset({"city", "staffing"}), CITY: frozenset({"announced", "other"})}
"""Which organisations stand in which list, by their role in the content."""


def present(scene: Scene) -> View:
    """One list, chosen by the route's subject. Raises KeyError for another subject."""
    subject = scene.visit.route.subject
    shown = tuple(o for o in scene.catalog.organisations.values() if o.role in ROLES[subject])
    count = Node("panel.count", Role.TEXT, scene.say("list.organisations", count=str(len(shown))), silent=True)
    panel = Node(
        "panel",
        Role.HEADING,
        scene.say(f"list.{subject}"),
        scene.say(f"list.{subject}.text"),
        icon="buildings" if subject == HOUSE else "map-pin",
        hue="night",
        children=(count,),
    )
    rows = Node("rows", Role.GROUP, children=tuple(_row(scene, organisation) for organisation in shown))
    return framed(scene, *listing(scene, panel, rows))


def _row(scene: Scene, organisation: Organisation) -> Node:
    return Node(
        f"organisation.{organisation.id}",
        Role.BUTTON,
        Said(organisation.name, SOURCE),
        organisation.meaning.said(scene.language),
        icon=organisation.icon,
        hue="action",
        intent=Open(Route(ORGANISATION, organisation.id)),
    )
