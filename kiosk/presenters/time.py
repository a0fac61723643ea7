"""Dates, times and opening in words. Western digits and 24 hours in every language (accessibility.md L-05)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from kiosk.domain.hours import Door, Hours, Opening, Span, grouped, opening
from kiosk.domain.language import Said, isolate
from kiosk.domain.node import NOTHING
from kiosk.presenters.scene import Scene

EN_DASH = "–"
LEFT_TO_RIGHT_MARK = "\u200e"
WEEK = timedelta(days=7)


def clock_text(at: time) -> str:
    """14:32, never 2:32 pm; the end of the day is 24:00."""
    return "24:00" if at == time.max else f"{at.hour}:{at.minute:02}"


def span_text(span: Span) -> str:
    """8–19 or 8:30–12, held together and in this order in every script.

    By the standard the isolate is enough, but Pango's FriBidi 1.0 turns figures around a dash behind an isolated Arabic
    word: the mark gives them the direction that they do not have of their own.
    """
    start, end = (str(at.hour) if not at.minute else clock_text(at) for at in (span.start, span.end))
    return isolate(f"{LEFT_TO_RIGHT_MARK}{start}{EN_DASH}{'24' if span.end == time.max else end}")


def now_said(scene: Scene) -> Said:
    """Weekday, date and time for the header."""
    now = scene.now
    return scene.say(
        "time.full",
        weekday=scene.say(f"day.{now.isoweekday()}").text,
        day=str(now.day),
        month=scene.say(f"month.{now.month}").text,
        number=str(now.month),
        year=str(now.year),
        time=clock_text(now.time()),
    )


def month_values(scene: Scene, day: date) -> dict[str, str]:
    """The values of the words that name a month: {month}, {number}, {year}."""
    return {"month": scene.say(f"month.{day.month}").text, "number": str(day.month), "year": str(day.year)}


def opening_of(scene: Scene, hours: Hours | None) -> Opening:
    """What can be said about a door at the scene's moment."""
    return opening(hours, scene.now, scene.clock_trusted, scene.catalog.holidays)


def opening_said(scene: Scene, state: Opening) -> Said:
    """A few words about a door: open until when, or closed and open again when."""
    if state.door is Door.OPEN and state.until:
        return scene.say("open.until", time=clock_text(state.until))
    if state.door is Door.CLOSED:
        return _closed_said(scene, state.next, "open.holiday" if state.holiday else "open.closed")
    return scene.say("open.clock" if state.door is Door.CLOCK else "open.unknown")


def closed_today(scene: Scene, hours: Hours | None) -> Said:
    """On a public holiday that the door is closed today, which holiday it is, and when it opens; else nothing."""
    state = opening_of(scene, hours)
    return _closed_said(scene, state.next, "holiday.closed", holiday=state.holiday) if state.holiday else NOTHING


def _closed_said(scene: Scene, at: datetime | None, key: str, **values: str) -> Said:
    """The words of `key` alone where no opening within a week is known: its day would be taken for one of this week."""
    if at is None or at.date() - scene.now.date() >= WEEK:
        return scene.say(key, **values)
    values["time"] = clock_text(at.time())
    if at.date() == scene.now.date():
        return scene.say(f"{key}.today", **values)
    return scene.say(f"{key}.day", weekday=scene.say(f"day.{at.isoweekday()}").text, **values)


def week_said(scene: Scene, hours: Hours) -> tuple[Said, ...]:
    """The week in words, days with the same hours together: "Mo, Di 13–17 Uhr"."""
    comma = scene.say("day.comma").text + " "
    lines = []
    for days, spans in grouped(hours):
        names = comma.join(scene.say(f"day.short.{day + 1}").text for day in days)
        lines.append(scene.say("time.hours", days=names, spans=comma.join(span_text(span) for span in spans)))
    return tuple(lines)
