"""An organisation to take along: its contact as a code that needs no network, and the way there."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.catalog import Organisation
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.node import Node, Role, View
from kiosk.domain.vcard import vcard
from kiosk.presenters.card import SIGNS, address, mail, number, page_said
from kiosk.presenters.frame import framed
from kiosk.presenters.organisation import find
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene

CONTACT_CODE, MAP_CODE = "contact.code", "way.code"


def present(scene: Scene) -> View:
    """The contact, and where an address is known the way. Raises KeyError for an organisation that is not there."""
    organisation = find(scene, scene.visit.route.subject)
    name = Said(organisation.name, SOURCE)
    title = Node("title", Role.HEADING, name, icon=organisation.icon, hue="action")
    parts = (_contact(scene, organisation), *_way(scene, organisation))
    return framed(scene, title, Node("parts", Role.GROUP, children=parts), *further_pages(scene))


def _contact(scene: Scene, organisation: Organisation) -> Node:
    """The same facts that are in the code, in words."""
    code = Node(
        CONTACT_CODE,
        Role.CODE,
        scene.say("contact.scan"),
        icon="device-mobile-camera",
        address=vcard(organisation, scene.language),
    )
    title = Node("contact.title", Role.HEADING, scene.say("contact.title"))
    return Node("contact", Role.GROUP, children=(title, code, *_facts(scene, organisation)))


def _facts(scene: Scene, organisation: Organisation) -> Iterator[Node]:
    if organisation.phone:
        yield Node("contact.phone", Role.TEXT, number(organisation.phone), icon=SIGNS["phone"])
    if organisation.email:
        yield Node("contact.mail", Role.TEXT, mail(organisation), icon=SIGNS["mail"])
    page = organisation.link.page(scene.language)
    if page:
        yield Node("contact.page", Role.TEXT, page_said(page.url), icon="globe")


def _way(scene: Scene, organisation: Organisation) -> tuple[Node, ...]:
    """Address and stop in words, and the code of a map where the place is known for certain."""
    lines = address(organisation, scene)
    if not lines:
        return ()
    rows = (Node(f"way.{at}", Role.TEXT, said, icon=SIGNS["where"]) for at, said in enumerate(lines, 1))
    title = Node("way.title", Role.HEADING, scene.say("way.title"))
    return (Node("way", Role.GROUP, children=(title, *_map(scene, organisation), *rows)),)


def _map(scene: Scene, organisation: Organisation) -> tuple[Node, ...]:
    if not organisation.map:
        return ()
    host = Node("way.host", Role.TEXT, page_said(organisation.map), icon="globe")
    said = scene.say("way.scan")
    code = Node(MAP_CODE, Role.CODE, said, icon="map-trifold", address=organisation.map, children=(host,))
    return (code,)
