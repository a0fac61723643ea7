"""Texts of which staff also wrote down how they are spoken: `{text: …, say: …}`."""

from __future__ import annotations

from kiosk.domain.strings import placeholders
from kiosk.loaders.faults_pronunciation import SAY_PLACES
from kiosk.loaders.fields import Inspection, Record

LONGEST_SAY = 600
"""Characters: numbers and short forms get long when they are written out."""


class Phrase(str):
    """A text of which staff also wrote down how it is spoken. Whatever only shows it takes it for any other text."""

    say: str

    def __new__(cls, text: str, say: str) -> Phrase:
        """`text` as it is shown, `say` as it is spoken."""
        phrase = super().__new__(cls, text)
        phrase.say = say
        return phrase

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, str]]:
        """For a copy in another process (kiosk.live)."""
        return Phrase, (str(self), self.say)


def say_of(text: str) -> str:
    """How a text is spoken, if staff wrote that down; else ""."""
    return text.say if isinstance(text, Phrase) else ""


def phrase(record: Record, inspection: Inspection) -> str:
    """The `text` of a record, with its `say` if that is sound: it must not have places that the text has not."""
    text, say = record["text"], record.get("say")
    if placeholders(say) - placeholders(text):
        inspection.report(record.place("say"), SAY_PLACES)
        say = ""
    return Phrase(text, say) if say else text
