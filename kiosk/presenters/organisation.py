"""An organisation's page: who they are, what you get there, when and where, and the code to take along."""

from __future__ import annotations

from kiosk.domain.catalog import Organisation
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import CONTACT, Open, Route
from kiosk.domain.node import Node, Role, View
from kiosk.presenters.card import (
    address,
    age,
    code,
    made_by_machine,
    mail,
    number,
    section,
    spoken_languages,
    when,
    with_warning,
)
from kiosk.presenters.frame import framed
from kiosk.presenters.listening import listen_bar
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene
from kiosk.presenters.topic import service_row

SHOWN_SERVICES = 3
"""Services on the page itself; the topics hold them all."""


def present(scene: Scene) -> View:
    """The page of an organisation or of the centre. Raises KeyError for one that is not in the catalog."""
    organisation = find(scene, scene.visit.route.subject)
    parts = _card(scene.card, organisation)
    aside = Node("aside", Role.GROUP, children=_aside(scene, organisation))
    services = _services(scene, organisation)
    card = Node("card", Role.GROUP, children=with_warning(scene, parts, *services, aside))
    return framed(scene, card, *services, listen_bar(scene, (card, aside)), aside, *further_pages(scene))


def find(scene: Scene, organisation_id: str) -> Organisation:
    """The organisation with this id, the centre included. Raises KeyError."""
    centre = scene.catalog.centre
    return centre if organisation_id == centre.id else scene.catalog.organisations[organisation_id]


def _card(scene: Scene, organisation: Organisation) -> tuple[Node, ...]:
    language = scene.language
    meaning = organisation.meaning.said(language)
    title = Node("title", Role.HEADING, Said(organisation.name, SOURCE), meaning, organisation.icon, "action")
    phone = [number(organisation.phone), organisation.phone_note.said(language)] if organisation.phone else []
    spoken = [spoken_languages(scene, organisation.languages), organisation.languages_note.said(language)]
    return (
        title,
        Node("lead", Role.TEXT, organisation.what.said(language)),
        *when(scene, organisation.hours, organisation.hours_note.said(language)),
        *section(scene, "where", address(organisation, scene) or (scene.say("facts.ask"),)),
        *section(scene, "phone", phone),
        *section(scene, "mail", [mail(organisation)]),
        *section(scene, "languages", spoken),
        age(scene, organisation.origin),
        *made_by_machine(scene),
    )


def _services(scene: Scene, organisation: Organisation) -> tuple[Node, ...]:
    services = scene.catalog.services_at(organisation.id)[:SHOWN_SERVICES]
    if not services:
        return ()
    rows = tuple(service_row(scene, service, scene.catalog.topics[service.topic].hue) for service in services)
    title = Node("services.title", Role.HEADING, scene.say("card.services"))
    return (Node("services", Role.GROUP, children=(title, *rows)),)


def _aside(scene: Scene, organisation: Organisation) -> tuple[Node, ...]:
    step = section(scene.card, "next", [organisation.next_step.said(scene.card.language)])
    return (code(scene.card, organisation.link), *step, *_contact_key(scene, organisation))


def _contact_key(scene: Scene, organisation: Organisation) -> tuple[Node, ...]:
    """The way to the contact, if there is more to take along than the name."""
    if not (organisation.phone or organisation.email or organisation.address):
        return ()
    said, route = scene.say("contact.open"), Route(CONTACT, organisation.id)
    return (Node("contact", Role.BUTTON, said, icon="identification-card", intent=Open(route), silent=True),)
