"""Dates, times and opening in words. Western digits and 24 hours in every language (accessibility.md L-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from kiosk.domain.hours import Day, Door, Hours, Opening, Span, day_of, grouped, opening
from kiosk.domain.language import SOURCE, Said, isolate
from kiosk.domain.node import NOTHING
from kiosk.domain.saxon_holidays import HOLIDAYS, names_in
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


def spans_text(scene: Scene, spans: Sequence[Span]) -> str:
    """Spans of one day: 9–12, 13–17."""
    return f"{scene.say('day.comma').text} ".join(span_text(span) for span in spans)


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


def date_text(scene: Scene, day: date, form: str = "short") -> str:
    """A date within a sentence: `short` (24. Dezember), with its `weekday`, or in `full`, with its year."""
    weekday = scene.say(f"day.{day.isoweekday()}").text
    return scene.say(f"date.{form}", weekday=weekday, day=str(day.day), **month_values(scene, day)).text


def holiday_said(scene: Scene, holiday: str) -> Said:
    """A public holiday (or two on one day) in the visitor's language; one without words there by its German name."""
    known = [HOLIDAYS.get(name) for name in names_in(holiday)]
    said = [scene.say(f"holiday.name.{key}") for key in known if key]
    if not all(said) or len(said) < len(known):
        return Said(holiday, SOURCE)
    comma = scene.say("day.comma").text + " "
    return Said(comma.join(one.text for one in said), said[0].language, any(one.outdated for one in said))


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


def today_of(scene: Scene, hours: Hours | None) -> Day | None:
    """What holds today; None where hours or date are not known."""
    return day_of(hours, scene.now.date(), scene.catalog.holidays) if hours and scene.clock_trusted else None


def otherwise_today(scene: Scene, hours: Hours | None) -> tuple[Said, Said]:
    """What is otherwise today than in every week, and why: that it is closed, and when it opens, or its other hours.
    Twice nothing on a day like others."""
    today, state = today_of(scene, hours), opening_of(scene, hours)
    if today and today.shut_by:
        return _closed_said(
            scene, state.next, "holiday.closed", holiday=holiday_said(scene, today.holiday).text
        ), NOTHING
    if not (today and today.special):
        return NOTHING, NOTHING
    why = today.reason.said(scene.language)
    if today.spans:
        return scene.say("special.hours", spans=spans_text(scene, today.spans)), why
    return _closed_said(scene, state.next, "special.closed"), why


def _closed_said(scene: Scene, at: datetime | None, key: str, **values: str) -> Said:
    """The words of `key` alone where no next opening is known. One that is not within a week is told by its date: the
    day alone would be taken for one of this week."""
    if at is None:
        return scene.say(key, **values)
    values["time"] = clock_text(at.time())
    if at.date() - scene.now.date() >= WEEK:
        return scene.say(f"{key}.date", date=date_text(scene, at.date()), **values)
    if at.date() == scene.now.date():
        return scene.say(f"{key}.today", **values)
    return scene.say(f"{key}.day", weekday=scene.say(f"day.{at.isoweekday()}").text, **values)


def week_said(scene: Scene, hours: Hours) -> tuple[Said, ...]:
    """The week in words, days with the same hours together: "Mo, Di 13–17 Uhr"."""
    comma = scene.say("day.comma").text + " "
    lines = []
    for days, spans in grouped(hours):
        names = comma.join(scene.say(f"day.short.{day + 1}").text for day in days)
        lines.append(scene.say("time.hours", days=names, spans=spans_text(scene, spans)))
    return tuple(lines)
