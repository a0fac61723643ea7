"""Who is in the centre today: the organisations whose people sit at a desk there, and when.

Of most of them no hours are known. Then the screen says so and sends people to the desk; it never says that nobody is
there.
"""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from kiosk.domain.catalog import Organisation
from kiosk.domain.hours import Day, day_at_desk
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import ORGANISATION, Open, Route
from kiosk.domain.node import Node, Role
from kiosk.presenters.card import spoken_languages
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import date_text, month_values, spans_text

STAFFING = "staffing"
"""The role of organisations whose people advise in the centre."""
AHEAD_DAYS = 28
"""So far ahead the next time at a desk is told."""


class Desk(Struct, frozen=True):
    """An organisation in the centre: what holds at its desk today (None: not known), and on its next day there."""

    organisation: Organisation
    today: Day | None = None
    next: Day | None = None

    @property
    def rank(self) -> int:
        """Those who are here today come first, those who are not last."""
        return 1 if self.today is None else 0 if self.today.spans else 2


def desks(scene: Scene) -> Node:
    """Rows that open the organisations, above them a word on those of which no hours are known."""
    every = [
        _desk(scene, one) for one in scene.catalog.organisations.values() if one.role == STAFFING or one.desk_hours
    ]
    shown = sorted(every, key=lambda desk: desk.rank)
    title = Node("desks.title", Role.HEADING, scene.say("desk.title"), icon="users")
    rows = tuple(_row(scene, desk) for desk in shown)
    ask: tuple[Node, ...] = ()
    if not shown or any(desk.today is None for desk in shown):
        ask = (Node("desks.ask", Role.STATUS, scene.say("desk.ask"), icon="question"),)
    return Node("desks", Role.GROUP, children=(title, *ask, *rows, *_age(scene, shown)))


def _age(scene: Scene, shown: list[Desk]) -> tuple[Node, ...]:
    """How old the hours at desks are, if their source is weak: of several the oldest."""
    weak = [desk.organisation.desk_hours for desk in shown if desk.organisation.desk_hours and desk.today]
    dates = [hours.as_of for hours in weak if hours.unsure]
    if not dates:
        return ()
    said = scene.say("hours.unsure", **month_values(scene, min(dates)))
    return (Node("desks.age", Role.STATUS, said, icon="warning-circle"),)


def _desk(scene: Scene, organisation: Organisation) -> Desk:
    hours, house = organisation.desk_hours, scene.catalog.centre.hours
    if hours is None or not scene.clock_trusted:
        return Desk(organisation)
    days = [
        day_at_desk(hours, house, scene.now.date() + timedelta(days=offset), scene.catalog.holidays)
        for offset in range(AHEAD_DAYS + 1)
    ]
    return Desk(organisation, days[0], next((day for day in days[1:] if day.spans), None))


def _row(scene: Scene, desk: Desk) -> Node:
    organisation = desk.organisation
    return Node(
        f"organisation.{organisation.id}",
        Role.BUTTON,
        Said(organisation.name, SOURCE),
        _when(scene, desk),
        icon=organisation.icon,
        hue="action",
        intent=Open(Route(ORGANISATION, organisation.id)),
    )


def _when(scene: Scene, desk: Desk) -> Said:
    """When somebody is at the desk, and the languages spoken there; where no hours are known, what the name means."""
    languages = spoken_languages(scene, desk.organisation.languages).text
    if desk.today is None:
        meaning = desk.organisation.meaning.said(scene.language)
        return scene.say("desk.languages", languages=languages) if languages else meaning
    if desk.today.spans:
        spans = spans_text(scene, desk.today.spans)
        if languages:
            return scene.say("desk.today.languages", spans=spans, languages=languages)
        return scene.say("desk.today", spans=spans)
    if desk.next is None:
        return scene.say("desk.not")
    date = date_text(scene, desk.next.on, "weekday")
    return scene.say("desk.next", date=date, spans=spans_text(scene, desk.next.spans))
