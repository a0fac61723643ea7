"""Whether a translation may go before visitors: judged text by text, before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from kiosk.domain.strings import PLACEHOLDER
from kiosk.loaders.characters import code, forbidden, isolates_closed
from kiosk.loaders.faults import Fault, Value
from kiosk.loaders.phrases import LONGEST_SAY
from kiosk.loaders.translations import wrong_places
from kiosk.staff.translations import faults
from kiosk.staff.translations.fields import field_of, longest
from kiosk.staff.translations.texts import Text

Found = tuple[Fault, dict[str, Value]]
LONGEST_TEXT = 1000
"""Characters beyond which a translation cannot be one: the longest German text has 320."""
_MARKUP = re.compile(r"\*\*|__|</?[A-Za-z][^<>]*>|&[a-z]{2,8};|\[[^\]]*\]\(|[\\][nt]")
_TIME = re.compile(r"(?<![\d.,])(\d{1,2})(?:[:.](\d\d))?(?=\s*(?:[–-]|bis)\s*\d{1,2}(?:[:.]\d\d)?(?!\d)|\s*Uhr)")
_TIME_TO = re.compile(r"\d\s*(?:[–-]|bis)\s*(\d{1,2})(?:[:.](\d\d))?(?![\d.,])")
_NUMBER = re.compile(r"\d(?:[\d \u00a0/–-]*\d)?")
_GAPS = "[ ()\u00a0\u202f/–\u2011\u2066-\u2069-]*"
_AFTERNOON = re.compile(r"\b[ap]\.?m\b", re.IGNORECASE)


def plain(text: str) -> str:
    """A text as the content keeps it: NFC, single spaces."""
    return re.sub(r"[ \t\r\n]+", " ", unicodedata.normalize("NFC", text)).strip(" ")


def wrong_with(text: Text, new: str) -> Iterator[Found]:
    """What is wrong with `new` as the translation of a text, warnings included."""
    yield from wrong_characters(new)
    braces = wrong_places(text.german, new)
    if braces:
        yield faults.PLACES, {"german": braces[0], "here": braces[1]}
    yield from ((faults.MARKUP, {"value": found}) for found in _MARKUP.findall(new) if found not in text.german)
    lost = [figure for figure in figures(text.german) if not has_figure(new, figure)]
    if lost:
        yield faults.FIGURE, {"value": ", ".join(lost)}
    limit = longest(field_of(text.kind, text.key))
    if len(new) > LONGEST_TEXT:
        yield faults.FAR_TOO_LONG, {"count": len(new), "limit": LONGEST_TEXT}
    elif len(new) > limit:
        yield faults.TOO_LONG, {"count": len(new), "limit": limit}


def wrong_with_say(new: str, text: str) -> Iterator[Found]:
    """What is wrong with how a text is to be spoken; its braces may only hold what the text's hold."""
    yield from wrong_characters(new)
    there, spoken = set(PLACEHOLDER.findall(text)), set(PLACEHOLDER.findall(new))
    if spoken - there:
        yield faults.PLACES, {"german": ", ".join(sorted(there)) or "–", "here": ", ".join(sorted(spoken))}
    if len(new) > LONGEST_SAY:
        yield faults.FAR_TOO_LONG, {"count": len(new), "limit": LONGEST_SAY}


def wrong_characters(text: str) -> Iterator[Found]:
    """Characters that no file of the content may hold."""
    for index, _ in forbidden(text):
        yield faults.CHARACTER, {"code": code(text[index])}
    if not isolates_closed(text):
        yield faults.OPEN_ISOLATE, {}


def figures(german: str) -> list[str]:
    """The numbers to call, years and times of a German text: "0341 115", "8", "17:30". Small numbers that count
    something are not among them: "zwei" and "2" are the same."""
    text = PLACEHOLDER.sub(" ", german)
    found: Counter[str] = Counter()
    for time in (*_TIME.finditer(text), *_TIME_TO.finditer(text)):
        found[":".join(part for part in time.groups() if part)] += 1
    for number in _NUMBER.findall(text):
        if len(re.sub(r"\D", "", number)) >= 3 and not _TIME_TO.search(number):
            found[number] += 1
    return list(found)


def has_figure(text: str, figure: str) -> bool:
    """Whether a translation has a number or time, in the digits of whatever script; of an hour of the afternoon also
    by the twelve-hour clock, where the text says so."""
    there = _western(PLACEHOLDER.sub(" ", text))
    digits = re.sub(r"\D", "", figure)
    if len(digits) >= 3 and ":" not in figure:  # with other gaps, but as a whole: 112 is not in 1123
        return bool(re.search(rf"(?<!\d){_GAPS.join(digits)}(?!\d)", there))
    hour, _, minute = figure.replace(".", ":").partition(":")
    hours = {int(hour)} | ({(int(hour) + 11) % 12 + 1} if _AFTERNOON.search(there) else set())
    ending = rf"[:.٫]{minute}(?!\d)" if minute and minute != "00" else r"(?!\d)"
    return any(re.search(rf"(?<!\d)0?{one}{ending}", there) for one in hours)


def _western(text: str) -> str:
    """The text with the digits 0 to 9 in place of those of other scripts."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
