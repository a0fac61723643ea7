"""Texts of which staff also wrote down how they are spoken: `{text: …, say: …}`."""

from __future__ import annotations

from kiosk.domain.phrase import Phrase
from kiosk.domain.strings import placeholders
from kiosk.loaders.faults_pronunciation import SAY_PLACES
from kiosk.loaders.fields import Inspection, Record

LONGEST_SAY = 600
"""Characters: numbers and short forms get long when they are written out."""


def phrase(record: Record, inspection: Inspection) -> str:
    """The `text` of a record, with its `say` if that is sound: it must not have places that the text has not."""
    text, say = record["text"], record.get("say")
    if placeholders(say) - placeholders(text):
        inspection.report(record.place("say"), SAY_PLACES)
        say = ""
    return Phrase(text, say) if say else text
