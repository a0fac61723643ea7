"""The present week on one axis of time: every day with its hours in figures, and what is special about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from kiosk.domain.hours import Day, Hours, week_of
from kiosk.domain.language import Said
from kiosk.domain.node import NOTHING, Node, Role, State
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import holiday_said, spans_text

USUAL_FROM, USUAL_TO = 8, 18
"""The hours that the axis shows at least, so that weeks look alike."""
MOST_TICKS = 7
"""Figures on the axis at most; large ones find room for no more."""
MONDAY = date(2024, 1, 1)
"""Any Monday, for a week of which the dates are not known."""


def week_node(scene: Scene, hours: Hours) -> Node:
    """The seven days of this week from Monday on, with its holidays and exceptions; today's is here. If the date is not
    known it is the week as it usually is, and no day of it is today."""
    known = scene.clock_trusted
    if known:
        days = week_of(hours, scene.now.date(), scene.catalog.holidays)
    else:
        days = tuple(Day(MONDAY + timedelta(days=number), spans) for number, spans in enumerate(hours.week))
    title = Node("week.title", Role.HEADING, scene.say("week.title" if known else "week.always"))
    before = (None, *days)
    rows = tuple(
        _row(scene, day, known and day.on == scene.now.date(), day.special is not None and last == day.special)
        for day, last in zip(days, (one and one.special for one in before), strict=False)
    )
    return Node("week", Role.GROUP, children=(title, _axis(scene, days), *rows))


def _axis(scene: Scene, days: Sequence[Day]) -> Node:
    """From the minute `amount` of a day to the minute `of`, with the hours as figures at their places."""
    spans = [span for day in days for span in day.spans]
    first = min([USUAL_FROM, *(span.start.hour for span in spans)])
    last = max([USUAL_TO, *(-(-minute(span.end) // 60) for span in spans)])
    step = next(step for step in (2, 3, 4, 6) if (last - first) // step < MOST_TICKS)
    ticks = tuple(
        Node(f"week.axis.{hour}", Role.TEXT, Said(str(hour), scene.language), amount=hour * 60, silent=True)
        for hour in range(-(-first // step) * step, last + 1, step)
    )
    return Node("week.axis", Role.GROUP, amount=first * 60, of=last * 60, children=ticks)


def minute(at: time) -> int:
    """The minutes since midnight; the end of the day is 24 hours."""
    return 24 * 60 if at == time.max else at.hour * 60 + at.minute


def _row(scene: Scene, day: Day, today: bool, told: bool) -> Node:
    """A day: its name, its hours in figures, each span from `amount` to `of`, and why they are not the usual ones, but
    not if the day before has `told` that."""
    number = day.on.isoweekday()
    weekday = scene.say(f"day.{number}")
    name = scene.say("week.today", weekday=weekday.text) if today else weekday
    hours = scene.say("time.spans", spans=spans_text(scene, day.spans)) if day.spans else scene.say("week.closed")
    spans = tuple(
        Node(f"week.{number}.{place}", Role.GROUP, amount=minute(span.start), of=minute(span.end))
        for place, span in enumerate(day.spans, 1)
    )
    why = NOTHING if told else why_said(scene, day)
    note = (Node(f"week.{number}.why", Role.TEXT, why),) if why else ()
    states = frozenset({State.HERE}) if today else frozenset()
    return Node(f"week.{number}", Role.TEXT, name, hours, states=states, children=(*spans, *note))


def why_said(scene: Scene, day: Day) -> Said:
    """What is special about a day: the reason of its exception, or the holiday that it is; else nothing."""
    return day.reason.said(scene.language) or (holiday_said(scene, day.holiday) if day.holiday else NOTHING)
