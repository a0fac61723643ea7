"""Which presenter shows which route."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain import navigation
from kiosk.domain.node import View
from kiosk.presenters import (
    ask,
    attract,
    contact,
    guide,
    help,
    home,
    languages,
    organisation,
    organisations,
    search,
    service,
    show,
    today,
    topic,
    trouble,
)
from kiosk.presenters.scene import Scene

PRESENTERS: Mapping[str, Callable[[Scene], View]] = {
    navigation.ATTRACT: attract.present,
    navigation.LANGUAGES: languages.present,
    navigation.HOME: home.present,
    navigation.TOPIC: topic.present,
    navigation.SERVICE: service.present,
    navigation.ORGANISATIONS: organisations.present,
    navigation.ORGANISATION: organisation.present,
    navigation.GUIDE: guide.present,
    navigation.TODAY: today.present,
    navigation.SEARCH: search.present,
    navigation.HELP: help.present,
    navigation.SHOW: show.present,
    navigation.ASK: ask.present,
    navigation.CONTACT: contact.present,
    navigation.TROUBLE: lambda scene: trouble.present(),
}


def present(scene: Scene) -> View:
    """What the visitor sees now. Raises KeyError where the route names something that is no longer in the catalog."""
    return PRESENTERS[scene.visit.route.name](scene)
