"""Whether a German text is in plain language, as far as a machine can tell without being wrong: the length of its
sentences, abbreviations, brackets inside brackets. The rest is for people to judge (accessibility.md L-07)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kiosk.domain.utterance import sentences
from kiosk.loaders.faults import Fault, Value
from kiosk.loaders.faults_plain import ABBREVIATION, LONG_SENTENCE, NESTED_BRACKETS

MOST_WORDS = 15
"""Words of a sentence (accessibility.md L-07)."""

_FAR_ENOUGH = 2000  # characters; much longer is no text for a screen, and looking through it takes long

WRITTEN_OUT = {
    "z. B.": "zum Beispiel",
    "u. a.": "unter anderem",
    "d. h.": "das heißt",
    "o. ä.": "oder Ähnliches",
    "i. d. R.": "meistens",
    "u. U.": "vielleicht",
    "ggf.": "wenn nötig",
    "bzw.": "oder",
    "inkl.": "mit",
    "exkl.": "ohne",
    "zzgl.": "und dazu",
    "evtl.": "vielleicht",
    "usw.": "und so weiter",
    "etc.": "und so weiter",
    "vgl.": "siehe",
    "gem.": "nach",
    "lt.": "nach",
    "ca.": "etwa",
    "tägl.": "jeden Tag",
    "mind.": "mindestens",
}
"""Abbreviations and what to write instead. e.V., Nr. and names of days are not here: they stand on doors and signs."""

_WHOLE = {short.replace(" ", "").lower(): whole for short, whole in WRITTEN_OUT.items()}
_SHORT = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(short).replace(r"\ ", r"\s?") for short in WRITTEN_OUT) + ")", re.IGNORECASE
)
_NESTED = re.compile(r"\([^()]{0,200}\([^()]{0,200}\)?")


class Remark(Struct, frozen=True):
    """A fault and the values for its gaps."""

    fault: Fault
    values: dict[str, Value]


def remarks(german: str) -> Iterator[Remark]:
    """What in a German text is hard to read."""
    text = german[:_FAR_ENOUGH]
    for sentence in sentences(text, "de"):
        count = sum(1 for word in sentence.split() if any(map(str.isalnum, word)))
        if count > MOST_WORDS:
            yield Remark(LONG_SENTENCE, {"value": sentence, "count": count, "limit": MOST_WORDS})
    for short in dict.fromkeys(found[0] for found in _SHORT.finditer(text)):
        yield Remark(ABBREVIATION, {"value": short, "whole": _WHOLE["".join(short.split()).lower()]})
    nested = _NESTED.search(text)
    if nested:
        yield Remark(NESTED_BRACKETS, {"value": nested[0]})
