"""The order in which topics list their services, and organisations stand in their list."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

from kiosk.loaders import faults_content as faults
from kiosk.loaders.faults import near
from kiosk.loaders.fields import Inspection, Record


def alphabetical(name: str) -> str:
    """A key to sort German names by: as in a dictionary (DIN 5007-1), ä like a, ß like ss, capitals like small."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def organisations(records: Mapping[str, Record]) -> list[str]:
    """Ids by `order`, then those without one, by name."""

    def place(identifier: str) -> tuple[bool, int, str, str]:
        record = records[identifier]
        given = record.get("order", None)
        return given is None, given or 0, alphabetical(record["name"]), identifier

    return sorted(records, key=place)


def notices(records: Mapping[str, Record]) -> list[str]:
    """Ids, the urgent ones first, then by the day on which they begin."""

    def place(identifier: str) -> tuple[bool, date, str]:
        record = records[identifier]
        return not record.get("urgent", False), record["from"], identifier

    return sorted(records, key=place)


def services(records: Mapping[str, Record], topics: Sequence[Record]) -> list[str]:
    """Ids topic by topic: first as the topic's `order` says, then the others by name."""
    found: list[str] = []
    for topic in topics:
        mine = [identifier for identifier, record in records.items() if record["topic"] == topic["id"]]
        first = [identifier for identifier in dict.fromkeys(topic.get("order", ())) if identifier in mine]
        rest = [identifier for identifier in mine if identifier not in first]
        found += first + sorted(rest, key=lambda identifier: (alphabetical(records[identifier]["name"]), identifier))
    return found


def report_orders(
    records: Mapping[str, Record], written: Sequence[str], topics: Sequence[Record], inspection: Inspection
) -> None:
    """What is wrong with the topics' orders. `written` are the ids of all service files, sound or not."""
    for topic in topics:
        given = topic.get("order", ())
        for index, identifier in enumerate(given):
            place = topic.item("order", identifier)
            if identifier in given[:index]:
                inspection.report(place, faults.ORDER_TWICE, value=identifier)
            elif identifier not in written:
                inspection.report(place, faults.ORDER_UNKNOWN, value=identifier, hint=near(identifier, written))
            elif identifier in records and records[identifier]["topic"] != topic["id"]:
                other = records[identifier]["topic"]
                inspection.report(place, faults.ORDER_ELSEWHERE, value=identifier, topic=other)
