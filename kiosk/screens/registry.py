"""Which screen lays out which route, and the one way to compose a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain import navigation
from kiosk.domain.node import View
from kiosk.screens import (
    ask,
    attract,
    card,
    contact,
    guide,
    help,
    home,
    languages,
    listing,
    search,
    show,
    today,
    trouble,
)
from kiosk.widgets.overlay import warning
from kiosk.widgets.pieces import Page
from kiosk.widgets.sheet import Frame, Sheet

SCREENS: Mapping[str, Callable[[Sheet, View], None]] = {
    navigation.ATTRACT: attract.compose,
    navigation.LANGUAGES: languages.compose,
    navigation.HOME: home.compose,
    navigation.TOPIC: listing.compose,
    navigation.SERVICE: card.compose,
    navigation.ORGANISATIONS: listing.compose,
    navigation.ORGANISATION: card.compose,
    navigation.GUIDE: guide.compose,
    navigation.TODAY: today.compose,
    navigation.SEARCH: search.compose,
    navigation.HELP: help.compose,
    navigation.SHOW: show.compose,
    navigation.ASK: ask.compose,
    navigation.CONTACT: contact.compose,
    navigation.TROUBLE: trouble.compose,
}


def compose(view: View, frame: Frame) -> Page:
    """The page for a view, without its overlay."""
    sheet = Sheet(frame)
    SCREENS[view.route.name](sheet, view)
    return sheet.page()


def compose_overlay(view: View, frame: Frame) -> Page | None:
    """What lies above the page, or None."""
    if view.overlay is None:
        return None
    sheet = Sheet(frame, ground="")
    warning(sheet, view.overlay)
    return sheet.page()
