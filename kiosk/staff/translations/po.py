"""The only door to polib: translators' files (GNU PO) as plain values, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polib
from msgspec import Struct

from kiosk.staff.translations.texts import Unusable

LARGEST = 8 * 1024 * 1024
"""Bytes of a file that is read: 1,000 services are about two million."""
WIDTH = 0
"""No line is broken: so files of two days can be compared line by line."""


class Entry(Struct, frozen=True):
    """One text in a translators' file: its context, the German and the translation ("" if there is none). `fuzzy`: it
    needs work. `line` is where it stands in the file, `remarks` what translators are told."""

    context: str
    german: str
    text: str
    fuzzy: bool = False
    remarks: tuple[str, ...] = ()
    place: str = ""
    line: int = 0


def written(entries: Iterable[Entry], language: str, on: date) -> str:
    """The whole file as text."""
    file = polib.POFile(wrapwidth=WIDTH)
    file.metadata = {
        "Project-Id-Version": "Türöffner",
        "PO-Revision-Date": f"{on.isoformat()} 12:00+0000",
        "Last-Translator": "Willkommenszentrum Leipzig",
        "Language-Team": "Willkommenszentrum Leipzig",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for entry in entries:
        one = polib.POEntry(msgctxt=entry.context, msgid=entry.german, msgstr=entry.text)
        one.comment = "\n".join(entry.remarks)
        one.occurrences = [(entry.place, "")] if entry.place else []
        one.flags = ["fuzzy"] if entry.fuzzy else []
        file.append(one)
    return str(file) + "\n"


def read(path: Path) -> tuple[str, list[Entry]]:
    """The language that a file names ("" if none), and its entries. Raises Unusable for what is no such file."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unusable(f"{path}: zu groß, höchstens 8 MB / too big, at most 8 MB")
        # The text itself, not its path: polib would take a path that is not there for a text.
        text = path.read_bytes().decode("utf-8-sig")
        file = polib.pofile("#\n" + text if text else "#\n", wrapwidth=WIDTH)
    except UnicodeDecodeError as error:
        raise Unusable(f"{path}: nicht als UTF-8 gespeichert / not saved as UTF-8 ({error.reason})") from error
    except FileNotFoundError as error:
        raise Unusable(f"{path}: Diese Datei gibt es nicht. / There is no such file.") from error
    except OSError as error:
        raise Unusable(f"{path}: lässt sich nicht lesen / cannot be read ({error.strerror})") from error
    except Exception as error:  # whatever a parser can throw about what somebody's program has written
        raise Unusable(f"{path}: keine PO-Datei / not a PO file ({error})") from error
    lines = text.splitlines()
    entries = [
        Entry(one.msgctxt or "", one.msgid, one.msgstr, one.fuzzy, line=_line(lines, one.linenum))
        for one in file
        if not one.obsolete
    ]
    return str(file.metadata.get("Language", "")), entries


def _line(lines: list[str], start: int | None) -> int:
    """Where an entry's words begin, behind its remarks; polib tells where it starts, one line late for our "#"."""
    first = max(1, (start or 1) - 1)
    return next((number for number in range(first, len(lines) + 1) if lines[number - 1].startswith("msg")), first)
