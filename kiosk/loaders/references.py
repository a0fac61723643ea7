"""Checks what points from one file to another: a service to its topic and to the place where it is given."""

from __future__ import annotations

from kiosk.loaders import faults_content as faults
from kiosk.loaders.faults import near
from kiosk.loaders.fields import Inspection, Record
from kiosk.loaders.records import CENTRE, Entries


def with_topic(services: Entries, topics: Entries, inspection: Inspection) -> dict[str, Record]:
    """The services whose topic can be shown; without one no visitor would find them."""
    found: dict[str, Record] = {}
    for identifier, record in services.sound.items():
        topic = record["topic"]
        if topic in topics.sound:
            found[identifier] = record
        elif topic in topics.written:
            inspection.report(record.place("topic"), faults.LOST_TOPIC, value=topic)
        else:
            hint = near(topic, topics.sound)
            inspection.report(record.place("topic"), faults.UNKNOWN_TOPIC, value=topic, hint=hint)
    return found


def where(record: Record, organisations: Entries, inspection: Inspection) -> str:
    """The id of the organisation (or of the centre) where a service is given; "" if it has none that can be shown."""
    identifier: str = record.get("where")
    if identifier in ("", CENTRE) or identifier in organisations.sound:
        return identifier
    if identifier in organisations.written:
        inspection.report(record.place("where"), faults.LOST_ORGANISATION, value=identifier)
    else:
        hint = near(identifier, [*organisations.written, CENTRE])
        inspection.report(record.place("where"), faults.UNKNOWN_ORGANISATION, value=identifier, hint=hint)
    return ""
