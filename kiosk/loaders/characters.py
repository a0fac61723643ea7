"""Which characters may stand in a file: no control characters, none that turn the direction (reliability.md 2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.loaders import faults_files as faults
from kiosk.loaders.faults import Fault

BOM = "\ufeff"

# Line breaks that only some programs know (NEL, U+2028, U+2029) are control characters here: they would make the
# line numbers of this program differ from those of the editor. U+200C and U+200D join letters and must stay.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\ufeff\ufff9-\ufffb\ufffd\ufffe\uffff]"
)
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e")
_MARKS = frozenset("\u061c\u200e\u200f")
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"

LINE_BREAK = re.compile(r"\r\n|\r|\n")


def decoded(data: bytes) -> str | int:
    """The text of a file, or the number of the line in which it stops being UTF-8. A byte order mark is left out."""
    try:
        return data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1


def forbidden(text: str) -> Iterator[tuple[int, Fault]]:
    """Every character of `text` that must not stand there: (index, fault)."""
    for match in _SUSPECT.finditer(text):
        yield match.start(), _fault(match[0])


def _fault(character: str) -> Fault:
    if character in _TURNS:
        return faults.BIDI_CONTROL
    if character in _MARKS:
        return faults.BIDI_MARK
    return faults.LOST_CHARACTER if character == "\ufffd" else faults.CONTROL_CHARACTER


def code(character: str) -> str:
    """A character's name for people who cannot see it: U+202E."""
    return f"U+{ord(character):04X}"


def isolates_closed(text: str) -> bool:
    """Whether every direction isolate in `text` is closed, so that it cannot turn what stands after it."""
    open_now = 0
    for character in text:
        if character in _OPENS:
            open_now += 1
        elif character == _CLOSES:
            open_now -= 1
            if open_now < 0:
                return False
    return open_now == 0
