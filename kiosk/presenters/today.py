"""Today at the centre: open or closed, until when or when next, the week, who is here, and what will be otherwise."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.domain.hours import Door, Opening
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import ORGANISATIONS, Open, Route
from kiosk.domain.node import NOTHING, Node, Role, View
from kiosk.presenters.card import spoken_languages
from kiosk.presenters.change import change_said, next_change
from kiosk.presenters.desks import desks
from kiosk.presenters.frame import framed
from kiosk.presenters.notices import current
from kiosk.presenters.organisations import CITY, HOUSE
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import (
    WEEK,
    clock_text,
    date_text,
    holiday_said,
    month_values,
    opening_of,
    opening_said,
    today_of,
)
from kiosk.presenters.week import week_node

WAYS = ((HOUSE, "buildings"), (CITY, "map-pin"))
"""The lists of organisations that this screen leads to, and their signs."""


def present(scene: Scene) -> View:
    """The centre's day. Whatever is not known is said to be unknown."""
    centre = scene.catalog.centre
    state = opening_of(scene, centre.hours)
    known = state.door in (Door.OPEN, Door.CLOSED)
    return framed(
        scene,
        Node("title", Role.HEADING, _title(scene, state), hue=state.door.value),
        Node("lead", Role.TEXT, _lead(scene, state), centre.hours_note.said(scene.language) if known else NOTHING),
        *_why(scene),
        *current(scene),
        *((week_node(scene, centre.hours),) if centre.hours else ()),
        *_age(scene),
        *_change(scene),
        desks(scene),
        *_languages(scene),
        Node("ways", Role.GROUP, children=tuple(_way(scene, *way) for way in WAYS)),
        *further_pages(scene),
    )


def _title(scene: Scene, state: Opening) -> Said:
    if state.door in (Door.OPEN, Door.CLOSED):
        return scene.say("today.open" if state.door is Door.OPEN else "today.closed")
    return scene.say("today.times")


def _lead(scene: Scene, state: Opening) -> Said:
    """Until when it is open, or when it opens next, in a sentence."""
    if state.door is Door.OPEN and state.until:
        return scene.say("today.until", time=clock_text(state.until))
    if state.door is Door.CLOSED:
        return _next(scene, state.next)
    return opening_said(scene, state)


def _next(scene: Scene, at: datetime | None) -> Said:
    """When the door opens next; what is not within a week is told by its date."""
    if at is None:
        return scene.say("today.next.unknown")
    day, today, time = at.date(), scene.now.date(), clock_text(at.time())
    if day == today:
        return scene.say("today.next.today", time=time)
    if day == today + timedelta(days=1):
        return scene.say("today.next.tomorrow", time=time)
    if day - today < WEEK:
        return scene.say("today.next.day", weekday=scene.say(f"day.{at.isoweekday()}").text, time=time)
    return scene.say("today.next.date", date=date_text(scene, day, "weekday"), time=time)


def _why(scene: Scene) -> tuple[Node, ...]:
    """Why today is not like every week: the reason of an exception, or the holiday, beside its German name."""
    today = today_of(scene, scene.catalog.centre.hours)
    if today is None:
        return ()
    if today.reason:
        return (Node("why", Role.TEXT, today.reason.said(scene.language)),)
    if not today.shut_by:
        return ()
    return (Node("why", Role.TEXT, _holiday(scene, "today.holiday", today.holiday), _german(scene, today.holiday)),)


def _holiday(scene: Scene, key: str, holiday: str) -> Said:
    return scene.say(key, holiday=holiday_said(scene, holiday).text)


def _german(scene: Scene, holiday: str) -> Said:
    """A holiday's German name, beside one in another language: it is what calendars and signs in the city say."""
    said = holiday_said(scene, holiday)
    return NOTHING if said.language == SOURCE else Said(holiday, SOURCE)


def _age(scene: Scene) -> tuple[Node, ...]:
    hours = scene.catalog.centre.hours
    if not (hours and hours.unsure):
        return ()
    said = scene.say("hours.unsure", **month_values(scene, hours.as_of))
    return (Node("notice.hours", Role.STATUS, said, icon="warning-circle"),)


def _change(scene: Scene) -> tuple[Node, ...]:
    """The next closed day or other hours of these weeks, and why."""
    change = next_change(scene, scene.catalog.centre.hours)
    if change is None:
        return ()
    title = Node(
        "closure.title",
        Role.HEADING,
        scene.say("closure.other" if change.spans else "closure.title"),
        icon="calendar" if change.spans else "calendar-x",
    )
    why = _german(scene, change.holiday) if change.shut_by else change.reason.said(scene.language)
    text = Node("closure.text", Role.TEXT, change_said(scene, change), why)
    return (Node("closure", Role.GROUP, children=(title, text)),)


def _languages(scene: Scene) -> tuple[Node, ...]:
    """The languages spoken at the centre, and how it interprets."""
    centre = scene.catalog.centre
    spoken = spoken_languages(scene, centre.languages).text
    said = (
        scene.say("desk.languages", languages=spoken) if spoken else NOTHING,
        centre.languages_note.said(scene.language),
    )
    return tuple(
        Node(f"languages.{number}", Role.TEXT, one, icon="translate") for number, one in enumerate(said, 1) if one
    )


def _way(scene: Scene, subject: str, icon: str) -> Node:
    route = Route(ORGANISATIONS, subject)
    return Node(f"way.{subject}", Role.BUTTON, scene.say(f"home.{subject}"), icon=icon, intent=Open(route))
