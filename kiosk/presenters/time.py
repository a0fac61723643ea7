"""Dates, times and opening in words. Western digits and 24 hours in every language (accessibility.md L-05)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from kiosk.domain.hours import Door, Hours, Opening, Span, grouped, opening
from kiosk.domain.language import Said, isolate
from kiosk.presenters.scene import Scene

EN_DASH = "–"
WEEK = timedelta(days=7)


def clock_text(at: time) -> str:
    """14:32, never 2:32 pm; the end of the day is 24:00."""
    return "24:00" if at == time.max else f"{at.hour}:{at.minute:02}"


def span_text(span: Span) -> str:
    """8–19 or 8:30–12, held together and in this order in every script."""
    start, end = (str(at.hour) if not at.minute else clock_text(at) for at in (span.start, span.end))
    return isolate(f"{start}{EN_DASH}{'24' if span.end == time.max else end}")


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
    return opening(hours, scene.now, scene.clock_trusted)


def opening_said(scene: Scene, state: Opening) -> Said:
    """One short sentence about a door: open until when, or closed and open again when."""
    if state.door is Door.OPEN and state.until:
        return scene.say("open.until", time=clock_text(state.until))
    if state.door is Door.CLOSED:
        return _closed_said(scene, state.next)
    return scene.say("open.clock" if state.door is Door.CLOCK else "open.unknown")


def _closed_said(scene: Scene, at: datetime | None) -> Said:
    if at is None or at.date() - scene.now.date() >= WEEK:
        return scene.say("open.closed")
    if at.date() == scene.now.date():
        return scene.say("open.closed.today", time=clock_text(at.time()))
    weekday = scene.say(f"day.{at.isoweekday()}").text
    return scene.say("open.closed.day", weekday=weekday, time=clock_text(at.time()))


def week_said(scene: Scene, hours: Hours) -> tuple[Said, ...]:
    """The week in words, days with the same hours together: "Mo, Di 13–17 Uhr"."""
    comma = scene.say("day.comma").text + " "
    lines = []
    for days, spans in grouped(hours):
        names = comma.join(scene.say(f"day.short.{day + 1}").text for day in days)
        lines.append(scene.say("time.hours", days=names, spans=comma.join(span_text(span) for span in spans)))
    return tuple(lines)
