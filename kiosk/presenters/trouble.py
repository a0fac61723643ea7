"""The screen for our own faults: what to do now, in every language we have, and the numbers that always hold."""

from __future__ import annotations

from kiosk.domain.language import SOURCE
from kiosk.domain.navigation import TROUBLE, Finish, Route
from kiosk.domain.node import Node, Role, View
from kiosk.domain.trouble import HOUSE, NUMBERS, TITLES
from kiosk.presenters.frame import BRAND


def present() -> View:
    """Needs nothing: no catalog, no words from files. Touching it tries again from the start."""
    titles = tuple(Node(f"trouble.{said.language}", Role.HEADING, said) for said in TITLES)
    numbers = tuple(Node(f"number.{said.text}", Role.TEXT, said, icon="phone") for said in NUMBERS)
    main = (
        Node("trouble", Role.ALERT, icon="hand-waving", intent=Finish(), children=titles),
        Node("numbers", Role.GROUP, children=numbers),
    )
    brand = Node("header.brand", Role.TEXT, BRAND, HOUSE, icon="mark")
    return View(Route(TROUBLE), SOURCE, (brand,), main, ())
