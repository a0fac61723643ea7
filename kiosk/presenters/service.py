"""A service as a task card: what you get, what to bring, when, where, cost, languages, and what comes next."""

from __future__ import annotations

from kiosk.domain.catalog import Organisation, Service
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import ORGANISATION, Open, Route
from kiosk.domain.node import NOTHING, Node, Role, View
from kiosk.domain.request import for_service
from kiosk.presenters.card import address, age, code, made_by_machine, section, spoken_languages, when, with_warning
from kiosk.presenters.frame import framed
from kiosk.presenters.listening import listen_bar
from kiosk.presenters.organisation import find
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene
from kiosk.presenters.show import show_key


def present(scene: Scene) -> View:
    """The card. Raises KeyError for a service that is not in the catalog."""
    service = scene.catalog.services[scene.visit.route.subject]
    organisation = find(scene, service.where) if service.where else None
    parts = _card(scene.card, service, organisation)
    aside = Node("aside", Role.GROUP, children=_aside(scene, service, organisation))
    card = Node("card", Role.GROUP, children=with_warning(scene, parts, aside))
    return framed(scene, card, listen_bar(scene, (card, aside)), aside, *further_pages(scene))


def _card(scene: Scene, service: Service, organisation: Organisation | None) -> tuple[Node, ...]:
    language = scene.language
    topic = scene.catalog.topics[service.topic]
    title = Node("title", Role.HEADING, service.name.said(language), _german(scene, service), service.icon, topic.hue)
    hours = service.hours or (organisation.hours if organisation else None)
    note = service.hours_note or (organisation.hours_note if organisation and not service.hours else service.hours_note)
    spoken = service.languages or (organisation.languages if organisation else ())
    return (
        title,
        Node("lead", Role.TEXT, service.what.said(language)),
        *section(scene, "bring", [item.said(language) for item in service.bring]),
        *when(scene, hours, note.said(language)),
        *section(scene, "where", _where(scene, service, organisation)),
        *section(scene, "for_whom", [service.for_whom.said(language)]),
        *section(scene, "cost", [service.cost.said(language)]),
        *section(scene, "languages", [spoken_languages(scene, spoken), service.languages_note.said(language)]),
        age(scene, service.origin),
        *made_by_machine(scene),
    )


def _german(scene: Scene, service: Service) -> Said:
    """The German name beside a translated one: it is what stands on the door (look.md 10). A name that is the same in
    both (Leichte Sprache has many) does not stand there twice."""
    shown, german = service.name.said(scene.language), service.name.said(SOURCE)
    return NOTHING if shown.language == SOURCE or shown.text == german.text else german


def _where(scene: Scene, service: Service, organisation: Organisation | None) -> list[Said]:
    place = service.place.said(scene.language)
    if organisation is None:
        return [place or scene.say("facts.ask")]
    lines = [Said(organisation.name, SOURCE), place, *address(organisation, scene)]
    return lines if organisation.address or place else [*lines, scene.say("facts.ask")]


def _aside(scene: Scene, service: Service, organisation: Organisation | None) -> tuple[Node, ...]:
    step = section(scene.card, "next", [service.next_step.said(scene.card.language)])
    about = () if organisation is None else (about_key(scene, organisation),)
    return (code(scene.card, service.link), *step, show_key(scene, for_service(service.id)), *about)


def about_key(scene: Scene, organisation: Organisation) -> Node:
    """The way from a service to the organisation that gives it."""
    route = Route(ORGANISATION, organisation.id)
    return Node("about", Role.BUTTON, scene.say("card.organisation"), icon="buildings", intent=Open(route), silent=True)
