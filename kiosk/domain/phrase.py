"""A text of which staff also wrote down how it is spoken."""

from __future__ import annotations


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
