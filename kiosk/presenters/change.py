"""What will soon be otherwise than in every week: the next closed days, holidays and days with other hours."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.domain.hours import Day, Hours, change_after
from kiosk.domain.language import Said
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import date_text, holiday_said, spans_text

AHEAD_DAYS = 42
"""So far ahead a change is told: who comes every month reads of it in time."""


def next_change(scene: Scene, hours: Hours | None) -> Day | None:
    """The next day of these weeks on which something else holds, after today; None if the date is not known."""
    if not scene.clock_trusted:
        return None
    return change_after(hours, scene.now.date(), AHEAD_DAYS, scene.catalog.holidays)


def change_said(scene: Scene, change: Day) -> Said:
    """When, and what holds then; a holiday by its name, but not where an exception says more."""
    if change.shut_by:
        holiday = holiday_said(scene, change.holiday).text
        return scene.say("closure.holiday", date=date_text(scene, change.on, "weekday"), holiday=holiday)
    first, last = _days(scene, change)
    spans = spans_text(scene, change.spans)
    if first == last:
        on = date_text(scene, first, "weekday")
        return scene.say("closure.hours", date=on, spans=spans) if spans else scene.say("closure.day", date=on)
    days = {"first": date_text(scene, first), "last": date_text(scene, last)}
    return scene.say("closure.days.hours", spans=spans, **days) if spans else scene.say("closure.days", **days)


def _days(scene: Scene, change: Day) -> tuple[date, date]:
    """The days of an exception that are still to come; of one for a holiday only that day."""
    special = change.special
    if not (special and special.first and special.last):
        return change.on, change.on
    return max(special.first, scene.now.date() + timedelta(days=1)), special.last
