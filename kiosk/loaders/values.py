"""Kinds of single values: lines, words for visitors, dates, choices, numbers, opening times, web addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from kiosk.domain.hours import Span
from kiosk.domain.keypad import KEY_NAMES
from kiosk.loaders import faults_fields as faults
from kiosk.loaders.addresses import LONGEST, wrong_with_address, wrong_with_host
from kiosk.loaders.faults import Both, near, slip
from kiosk.loaders.faults_times import BAD_DAY
from kiosk.loaders.fields import Field, Group, Inspection, items_of, text_of
from kiosk.loaders.nodes import Node, Table, Text
from kiosk.loaders.phrases import LONGEST_SAY, phrase
from kiosk.loaders.plain import remarks
from kiosk.loaders.week import spans

# 112, 115 and 116 117 are words that people know; a number with a dialling code, and a site, are not.
_CONTACT = re.compile(
    r"https?://\S+|www\.\S+|\S{1,64}@\S{1,64}\.\w+"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:de|org|com|net|eu|info|gov|int)\b(?:/\S*)?"
    r"|(?:\+\d{2}|\b0\d{2,4})[\s/–-]{0,3}\d{2}[\d\s/–-]*\d",
    re.IGNORECASE,
)
_FAR_ENOUGH = 2000  # characters; much longer is no text for a screen, and searching it takes long
_TEXT = ("Der Text, wie er gezeigt wird", "the text as it is shown")
_SAY = ("Wie er gesprochen wird", "how it is spoken")
_PAGES_HINT = Both("Schreiben wie: {de: https://www.leipzig.de}", "Write it like: {de: https://www.leipzig.de}")
DATE = re.compile(r"(20\d\d)-(\d\d)(?:-(\d\d))?")
YES, NO = frozenset({"yes", "true", "ja"}), frozenset({"no", "false", "nein"})


class Line(Struct, frozen=True):
    """One line that is the same in every language: a name, an address. With `may_be_empty` "" is a value."""

    longest: int = 120
    may_be_empty: bool = False

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The text with single spaces."""
        if self.may_be_empty and isinstance(node, Text) and not node.text:
            return ""
        text = text_of(node, inspection)
        if text and len(text) > self.longest:
            inspection.report(node, faults.TOO_LONG, count=len(text), limit=self.longest)
        return text


class Prose(Struct, frozen=True):
    """Words that visitors read and hear, and that are translated (✎ in docs/content.md). In place of the text there may
    be two fields: `text`, and `say`, how it is spoken. A `german` one is also looked at for plain language."""

    longest: int = 300
    most_words: int = 0
    german: bool = True

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The text with single spaces, a Phrase if it has a `say`; contacts and great length are warned of."""
        if isinstance(node, Table) and {"text", "say"} & set(node.names):  # else somebody forgot to quote a colon
            text_and_say = (Field("text", self, *_TEXT, needed=True), Field("say", Line(LONGEST_SAY), *_SAY))
            record = Group(text_and_say).read(node, inspection)
            return phrase(record, inspection) if record else None
        text = text_of(node, inspection)
        if text is None:
            return None
        contact = _CONTACT.search(text, 0, _FAR_ENOUGH)
        if contact:
            inspection.report(node, faults.CONTACT_IN_WORDS, value=contact[0].strip())
        if len(text) > self.longest:
            inspection.report(node, faults.TOO_LONG, count=len(text), limit=self.longest)
        words = sum(1 for word in text.split() if any(map(str.isalnum, word)))
        if self.most_words and words > self.most_words:
            inspection.report(node, faults.TOO_MANY_WORDS, count=words, limit=self.most_words)
        for remark in remarks(text) if self.german else ():
            inspection.report(node, remark.fault, **remark.values)
        return text


class Shape(Struct, frozen=True):
    """A text of a certain shape: `pattern` must match all of it; `not_one` says what a wrong one is not."""

    pattern: str
    not_one: Both
    example: str

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The text if it has the shape."""
        text = text_of(node, inspection)
        if text is None or re.fullmatch(self.pattern, text):
            return text
        inspection.report(node, faults.BAD_SHAPE, value=text, what=self.not_one, example=self.example)
        return None


class Choice(Struct, frozen=True):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The word if it is one of the options."""
        text = text_of(node, inspection)
        if text is None or text in self.options:
            return text
        inspection.report(node, faults.BAD_CHOICE, value=text, hint=near(text, self.options))
        return None


NEUTRAL_ICON = "info"
"""The sign that stands where content names a picture that there is not."""


class Icon(Struct, frozen=True):
    """The name of a picture (Phosphor). One that there is not costs its entry the picture, not its place."""

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The name, or the neutral one for a picture that there is not."""
        text = text_of(node, inspection)
        if text is None or text in inspection.icons or not inspection.icons:
            return text
        inspection.report(node, faults.UNKNOWN_ICON, value=text, hint=slip(text, inspection.icons, alike=0.6))
        return NEUTRAL_ICON


class KeyName(Struct, frozen=True):
    """The name of a key of a keypad or keyboard (docs/keypad.md)."""

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The name."""
        text = text_of(node, inspection)
        if text is None or text.lower() in KEY_NAMES:
            return text and text.lower()
        inspection.report(node, faults.UNKNOWN_KEY, value=text, hint=slip(text, KEY_NAMES, alike=0.6))
        return None


class YesNo(Struct, frozen=True):
    """yes or no (also true/false, ja/nein)."""

    def read(self, node: Node, inspection: Inspection) -> bool | None:
        """True for yes."""
        text = text_of(node, inspection)
        if text is None:
            return None
        if text.lower() not in YES | NO:
            inspection.report(node, faults.BAD_YES_NO, value=text)
            return None
        return text.lower() in YES


class Day(Struct, frozen=True):
    """A day, or a month that stands for its first day. An `exact` one is a day: nobody who writes "until 2026-12" means
    the first of December."""

    exact: bool = False

    def read(self, node: Node, inspection: Inspection) -> date | None:
        """The day."""
        text = text_of(node, inspection)
        if text is None:
            return None
        match = DATE.fullmatch(text)
        try:
            if match and (match[3] or not self.exact):
                return date(int(match[1]), int(match[2]), int(match[3] or 1))
        except ValueError:
            pass  # a 13th month or a 31st of June: reported below like any other wrong date
        inspection.report(node, BAD_DAY if self.exact else faults.BAD_DATE, value=text)
        return None


class Number(Struct, frozen=True):
    """A number from `low` to `high`, whole unless `decimals`; `usual` is an example."""

    low: float
    high: float
    usual: float
    decimals: bool = False

    def read(self, node: Node, inspection: Inspection) -> float | int | None:
        """The number; an int unless `decimals`."""
        text = text_of(node, inspection)
        if text is None:
            return None
        shape = r"[0-9]{1,6}(\.[0-9]{1,6})?" if self.decimals else r"[0-9]{1,6}"
        if re.fullmatch(shape, text) and self.low <= float(text) <= self.high:
            return float(text) if self.decimals else int(text)
        limits = {"low": f"{self.low:g}", "high": f"{self.high:g}", "example": f"{self.usual:g}"}
        inspection.report(node, faults.BAD_NUMBER, value=text, **limits)
        return None


class DayHours(Struct, frozen=True):
    """The opening times of one day."""

    def read(self, node: Node, inspection: Inspection) -> tuple[Span, ...] | None:
        """The spans; none if closed that day."""
        text = text_of(node, inspection)
        if text is None:
            return None
        found = spans(text)
        if isinstance(found, tuple):
            return found
        inspection.report(node, found, value=text)
        return None


class Host(Struct, frozen=True):
    """The name of a site that QR codes may lead to."""

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The name."""
        text = text_of(node, inspection)
        found = wrong_with_host(text) if text is not None else None
        if found:
            inspection.report(node, found.fault, value=found.value)
            return None
        return text


class Languages(Struct, frozen=True):
    """Codes of languages that a place speaks; those that the kiosk cannot name are left out."""

    def read(self, node: Node, inspection: Inspection) -> tuple[str, ...] | None:
        """The codes in their order, each once."""
        items = items_of(node, inspection)
        if items is None:
            return None
        found: dict[str, None] = {}
        for item in items:
            code = text_of(item, inspection)
            if code and _named(code, item, inspection):
                found[code] = None
        return tuple(found)


class Pages(Struct, frozen=True):
    """Web pages by the language they are written in. A wrong one is left out, the others stay."""

    hint: Both = _PAGES_HINT

    def read(self, node: Node, inspection: Inspection) -> Mapping[str, str] | None:
        """Addresses by language code."""
        if not isinstance(node, Table):
            inspection.report(node, faults.NOT_FIELDS, hint=self.hint)
            return None
        pages: dict[str, str] = {}
        for code, value in node.values.items():
            url = text_of(value, inspection)
            found = wrong_with_address(url, inspection.hosts) if url else None
            if found:
                inspection.report(value, found.fault, value=found.value, hint=found.hint)
            elif url and _named(code, node.names[code], inspection):
                if len(url) > LONGEST:
                    inspection.report(value, faults.URL_LONG, count=len(url), limit=LONGEST)
                pages[code] = url
        return pages


def _named(code: str, node: Node, inspection: Inspection) -> bool:
    """Whether the kiosk has a word for the language `code`; else that is reported."""
    if code in inspection.named:
        return True
    inspection.report(node, faults.LANGUAGE_UNNAMED, value=code, hint=near(code, inspection.named))
    return False
