"""Exceptions to opening hours as staff write them: on a day, on days in a row, or on a public holiday in every year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from kiosk.domain.saxon_holidays import HOLIDAYS
from kiosk.loaders import faults_fields, faults_times
from kiosk.loaders.faults import Both, near
from kiosk.loaders.fields import Field, Group, Inspection, Record, items_of, text_of
from kiosk.loaders.nodes import Node
from kiosk.loaders.values import Day, DayHours, Prose, YesNo

LONGEST_DAYS = 92
"""Days of an exception before it looks like a slip in the year: three months."""


class HolidayName(Struct, frozen=True):
    """The name of one of Saxony's public holidays."""

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The name."""
        text = text_of(node, inspection)
        if text is None or text in HOLIDAYS:
            return text
        inspection.report(node, faults_times.UNKNOWN_HOLIDAY, value=text, hint=near(text, HOLIDAYS))
        return None


FROM = Both("Erster Tag", "first day")
TO = Both("Letzter Tag", "last day")
EXCEPTION = Group((
    Field("date", Day(exact=True), "Der Tag", "the day"),
    Field("from", Day(exact=True), *FROM),
    Field("to", Day(exact=True), *TO),
    Field("holiday", HolidayName(), "Ein Feiertag, in jedem Jahr", "a public holiday, in every year"),
    Field("closed", YesNo(), "yes, wenn geschlossen ist", "yes if it is closed"),
    Field("hours", DayHours(), "Zeiten an diesen Tagen", "times on these days"),
    Field("reason", Prose(longest=160), "Warum, in einem Satz", "why, in one sentence"),
))  # fmt: skip


class Exceptions(Struct, frozen=True):
    """A list of exceptions. A wrong one is left out, the others stay; each keeps its number in the list, which is what
    translations of its reason are found by."""

    def read(self, node: Node, inspection: Inspection) -> tuple[tuple[int, Record], ...] | None:
        """Number and record of each sound one, in their order."""
        items = items_of(node, inspection)
        if items is None:
            return None
        read = [(number, EXCEPTION.read(item, inspection)) for number, item in enumerate(items, 1)]
        sound = [(number, record) for number, record in read if record and _sound(record, inspection)]
        return tuple(_once(sound, inspection))


def days(record: Record) -> tuple[date, date] | None:
    """The first and the last day of an exception that has a date."""
    first = record.get("date", record.get("from", None))
    last = record.get("date", record.get("to", None))
    return (first, last) if first and last else None


def report_days(record: Record, first: date, last: date, inspection: Inspection) -> bool:
    """Whether the days from `first` to `last` are in order; that they are not is reported, and that they are over."""
    place = record.place(next(name for name in ("date", "to", "until") if name in record.values))
    if last < first:
        inspection.report(place, faults_times.ENDS_FIRST, first=first.isoformat(), last=last.isoformat())
        return False
    if inspection.today and last < inspection.today:
        inspection.report(place, faults_times.OVER, last=last.isoformat())
    return True


def _sound(record: Record, inspection: Inspection) -> bool:
    written = record.node.names
    sound = all(
        name in record.values for name in ("date", "from", "to", "holiday", "hours", "closed") if name in written
    )
    ways = [name for name in ("date", "from", "holiday") if name in written or (name == "from" and "to" in written)]
    if len(ways) != 1:
        inspection.report(record.node, faults_times.WHEN)
        sound = False
    elif ways == ["from"]:
        for name, what in (("from", FROM), ("to", TO)):
            if name not in written:
                inspection.report(record.node, faults_fields.MISSING_FIELD, name=name, what=what)
                sound = False
    says_closed = "closed" in written and record.get("closed", True)
    if bool(says_closed) == ("hours" in written):
        inspection.report(record.node, faults_times.WHAT)
        sound = False
    found = days(record)
    if found and sound:
        sound = report_days(record, *found, inspection)
        count = (found[1] - found[0]).days + 1
        if count > LONGEST_DAYS:
            inspection.report(record.place("to"), faults_times.LONG, count=count)
    return sound


def _once(sound: list[tuple[int, Record]], inspection: Inspection) -> Iterator[tuple[int, Record]]:
    """Those that do not say something else of a day, or of a holiday, of which one before them speaks already."""
    before: list[Record] = []
    for number, record in sound:
        other, day = next(((one, shared) for one in before for shared in _shared(one, record)), (None, ""))
        if other:
            inspection.report(record.node, faults_times.TWICE, day=day, line=other.node.line)
        else:
            before.append(record)
            yield number, record


def _shared(one: Record, other: Record) -> Iterator[str]:
    """A day, or the holiday, that both speak of."""
    first, second = days(one), days(other)
    if first and second and max(first[0], second[0]) <= min(first[1], second[1]):
        yield max(first[0], second[0]).isoformat()
    elif one.get("holiday") and one.get("holiday") == other.get("holiday"):
        yield one["holiday"]
