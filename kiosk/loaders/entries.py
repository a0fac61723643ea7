"""From records to the catalog's values: organisations, services, topics, emergency numbers, languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.domain.catalog import EmergencyNumber, Link, Notice, Organisation, Origin, Service, Topic
from kiosk.domain.hours import DAYS, Hours, Special
from kiosk.domain.language import Language, Words
from kiosk.loaders.exceptions import days
from kiosk.loaders.fields import Group, Listed, Record
from kiosk.loaders.kinds import WEEK
from kiosk.loaders.values import Prose

NONE = Words()


def germans_of(record: Record, group: Group, prefix: str = "") -> dict[str, str]:
    """The German words of a record by the keys that translations use: name, what, bring.1, bring.2 …"""
    return {prefix + key: text for key, text in _germans(record, group)}


def _germans(record: Record, group: Group) -> Iterator[tuple[str, str]]:
    for field in group.fields:
        value = record.get(field.name)
        if isinstance(field.kind, Prose) and value:
            yield field.name, value
        elif isinstance(field.kind, Listed) and isinstance(field.kind.kind, Prose):
            for number, text in enumerate(value, 1):
                yield f"{field.name}.{number}", text
        elif field.kind is WEEK and value:
            for number, exception in value.get("exceptions", ()):
                if exception.get("reason"):
                    yield _reason(field.name, number), exception["reason"]


def _reason(field: str, number: int) -> str:
    """The key of the reason for an exception to the hours in a field."""
    return f"{field}.exceptions.{number}"


def organisation(identifier: str, record: Record, words: Mapping[str, Words], map_: str = "") -> Organisation:
    """An organisation, or the centre; `map_` is the address of its map."""
    return Organisation(
        id=identifier,
        name=record["name"],
        role=record["role"],
        icon=record["icon"],
        meaning=words["meaning"],
        what=words["what"],
        origin=_origin(record),
        address=record.get("address"),
        stop=record.get("stop"),
        phone=record.get("phone"),
        phone_note=words.get("phone_note", NONE),
        email=record.get("email"),
        hours=_hours("hours", record, words),
        hours_note=words.get("hours_note", NONE),
        desk_hours=_hours("desk_hours", record, words),
        languages=record.get("languages", ()),
        languages_note=words.get("languages_note", NONE),
        next_step=words.get("next_step", NONE),
        link=Link(record.get("link", {})),
        map=map_,
    )


def service(identifier: str, record: Record, words: Mapping[str, Words], where: str) -> Service:
    """A service; `where` is the organisation's id if there is one that can be shown."""
    return Service(
        id=identifier,
        topic=record["topic"],
        icon=record["icon"],
        name=words["name"],
        short=words["short"],
        what=words["what"],
        origin=_origin(record),
        for_whom=words.get("for_whom", NONE),
        bring=tuple(words[f"bring.{number}"] for number, _ in enumerate(record.get("bring", ()), 1)),
        cost=words.get("cost", NONE),
        where=where,
        place=words.get("place", NONE),
        hours=_hours("hours", record, words),
        hours_note=words.get("hours_note", NONE),
        languages=record.get("languages", ()),
        languages_note=words.get("languages_note", NONE),
        next_step=words.get("next_step", NONE),
        link=Link(record.get("link", {})),
        ask=words.get("ask", NONE),
    )


def topic(record: Record, words: Mapping[str, Words]) -> Topic:
    """A topic; its words are found under `<id>.name`, `<id>.what` and `<id>.ask`."""
    name = record["id"]
    return Topic(
        id=name,
        icon=record["icon"],
        hue=record.get("hue"),
        name=words[f"{name}.name"],
        what=words[f"{name}.what"],
        leads_to=record.get("leads_to"),
        ask=words.get(f"{name}.ask", NONE),
    )


def emergency_number(record: Record, words: Mapping[str, Words]) -> EmergencyNumber:
    """An emergency number; its words are found under `<number>.name` and `<number>.what`."""
    number = record["number"]
    return EmergencyNumber(number, record["icon"], record.get("hue"), words[f"{number}.name"], words[f"{number}.what"])


def notice(identifier: str, record: Record, words: Mapping[str, Words]) -> Notice:
    """A notice."""
    first, last, urgent = record["from"], record["until"], record.get("urgent", False)
    return Notice(identifier, words["text"], first, last, _origin(record), urgent)


def language(record: Record) -> Language:
    """A language."""
    return Language(**record.values)


def _origin(record: Record) -> Origin:
    return Origin(record["as_of"], record.get("sources", ()), record.get("unsure", False))


def _hours(field: str, record: Record, words: Mapping[str, Words]) -> Hours | None:
    week = record.get(field, None)
    if week is None:
        return None
    exceptions = tuple(
        _special(exception, words.get(_reason(field, number), NONE)) for number, exception in week.get("exceptions", ())
    )
    return Hours(tuple(week[day] for day in DAYS), week["as_of"], week.get("unsure", False), exceptions)


def _special(record: Record, reason: Words) -> Special:
    first, last = days(record) or (None, None)
    return Special(record.get("hours", ()), first, last, record.get("holiday"), reason)
