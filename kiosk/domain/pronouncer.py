"""From what is shown to what is spoken: "Mo 13–17 Uhr" becomes "Montag dreizehn bis siebzehn Uhr".

Voices stumble over figures, signs, abbreviations and names. The shapes are known here, the words are staff's
(pronunciation.py). What is shown never changes: the spoken form travels beside it, in `Utterance.say`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from kiosk.domain.language import base_of
from kiosk.domain.pronunciation import Pronunciation
from kiosk.domain.spoken_dates import SpokenDates
from kiosk.domain.spoken_numbers import SpokenNumbers
from kiosk.domain.spoken_patterns import Rule
from kiosk.domain.spoken_times import SpokenTimes
from kiosk.domain.spoken_words import SpokenWords
from kiosk.domain.utterance import Utterance, spoken

_ONE_RUN = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)
_SPACE_BEFORE_SIGN = re.compile(r"\s+([,.;:!?،؛؟])")
_PAUSES = re.compile(r"([,،])(?:\s*[,،])+")
_PAUSE_BEFORE_END = re.compile(r"[,،]\s*([.;:!?؛؟])")


class Pronouncer:
    """Gives utterances their spoken form, by the lists of the languages (code → list)."""

    def __init__(self, lists: Mapping[str, Pronunciation] | None = None) -> None:
        self._lists = dict(lists or {})
        self._languages: dict[str, _Rules] = {}

    @property
    def lists(self) -> Mapping[str, Pronunciation]:
        """What it was made from."""
        return self._lists

    def __reduce__(self) -> tuple[type[Pronouncer], tuple[Mapping[str, Pronunciation]]]:
        """A copy in another process (kiosk.live) is made from the lists: rules cannot be sent."""
        return Pronouncer, (self._lists,)

    def pronounced(self, utterance: Utterance) -> Utterance:
        """The same utterance with `say`, where the spoken form differs from what is shown. The list holds for a `say`
        that staff wrote, too, since it may have figures in it. A kind of a language without a list of its own (Leichte
        Sprache) has that of its language; a language without a list stays as it is."""
        code = utterance.language
        listed = next((one for one in (code, base_of(code)) if one in self._lists), None)
        if listed is None:
            return utterance
        if listed not in self._languages:  # made when a language is first spoken: together they would delay the start
            self._languages[listed] = _Rules(self._lists[listed])
        say = self._languages[listed].said(spoken(utterance.voiced))
        return replace(utterance, say="" if say == spoken(utterance.text) else say)


class _Rules:
    """One language's list, ready for use."""

    def __init__(self, list_: Pronunciation) -> None:
        numbers = SpokenNumbers(list_)
        words = SpokenWords(list_, numbers.figures)
        self._rules: list[Rule] = [
            *words.addresses(),
            *numbers.phones(),
            *SpokenDates(list_).rules(),
            *SpokenTimes(list_).rules(),
            *numbers.rules(),
            *words.rules(),
        ]
        self._any = re.compile("|".join(_anonymous(pattern.pattern) for pattern, _ in self._rules))

    def said(self, text: str) -> str:
        """The spoken form of a text without invisible characters."""
        out, place = "", 0
        while found := self._any.search(text, place):
            out += text[place : found.start()]
            said, place = self._at(text, found.start())
            out += said
        return _tidy(out + text[place:])

    def _at(self, text: str, start: int) -> tuple[str, int]:
        """What is said for what stands at `start`, by the first rule that knows it, and where to go on."""
        for pattern, reading in self._rules:
            match = pattern.match(text, start)
            said = reading(match) if match and match.end() > start else None
            if match and said is not None:
                return said, match.end()
        run = _ONE_RUN.match(text, start)
        end = run.end() if run else start + 1
        return text[start:end], end


def _anonymous(pattern: str) -> str:
    """A pattern without its names, which may stand only once in a whole."""
    return re.sub(r"\(\?P=(\w+)\)", "[./]", re.sub(r"\(\?P<\w+>", "(?:", pattern))


def _tidy(text: str) -> str:
    """One space between words, none before a sign, one pause at a time and none at the edges."""
    text = _SPACE_BEFORE_SIGN.sub(r"\1", " ".join(text.split()))
    return _PAUSE_BEFORE_END.sub(r"\1", _PAUSES.sub(r"\1", text)).strip(" ,،")
