"""Writing files: the only door to ruamel.yaml, which gives a file back with its remarks, order and quotes."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Mapping
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kiosk.domain.catalog import Translation
from kiosk.loaders.files import data_of
from kiosk.staff.translations.texts import Unusable

WHO = ("made_by", "made_on", "translator", "checked_by", "checked_on")


class _AllText(VersionedResolver):
    """Every value is text, as for the loaders: `no` and `00123456` come out as they went in."""

    @property
    def versioned_resolver(self) -> Mapping[str, object]:
        """No value means anything but itself."""
        return {}


class Draft:
    """A file of translations to change. Nothing is written before `save`."""

    def __init__(self, root: Path, file: str) -> None:
        self._path, self._root = root / file, root
        self._before = ""
        if self._path.exists() or self._path.is_symlink():
            data, problem = data_of(self._path, root)
            if data is None:
                raise Unusable(f"{file}: {problem.reason['de'] if problem else '?'} / run_kiosk.py check")
            self._before = data.decode("utf-8-sig")
        try:
            self._file = _yaml().load(self._before) if self._before else CommentedMap(words=CommentedMap())
        except YAMLError as error:
            raise Unusable(f"{file}: bitte erst berichtigen / please mend it first: run_kiosk.py check") from error
        if not isinstance(self._file, CommentedMap) or not isinstance(self._file.get("words"), CommentedMap):
            raise Unusable(f"{file}: bitte erst berichtigen / please mend it first: run_kiosk.py check")
        self._words: CommentedMap = self._file["words"]
        self._untouched = self._dump()

    @property
    def names(self) -> frozenset[str]:
        """The keys that are there."""
        return frozenset(self._words)

    def put(self, name: str, mark: str, text: str, say: str = "") -> None:
        """A text under its key, old or new."""
        if not isinstance(self._words.get(name), CommentedMap):
            self._words[name] = CommentedMap()
            self._words[name].fa.set_flow_style()
        piece = self._words[name]
        wanted = {"of": mark, "text": text, "say": say}
        for field, value in wanted.items():
            if value and str(piece.get(field, "")) != value:
                piece[field] = DoubleQuotedScalarString(value)

    def attribute(self, made: Mapping[str, Translation]) -> None:
        """Say who made and checked each text, by key: once in the file's head if it is the same for all of them, else
        beside each text that differs from the head."""
        every = set(made.values())
        if len(every) == 1 and self.names <= made.keys():  # a line that could not be read has no part in it
            _sign(self._file, every.pop(), 0)
            for piece in self._words.values():
                _unsign(piece)
            return
        head = _head(self._file)
        if head is None:
            head = next(iter(made.values()))
            _sign(self._file, head, 0)
        for name, one in made.items():
            piece = self._words[name]
            _unsign(piece)
            if one != head:
                _sign(piece, one, len(piece))

    def text(self) -> str:
        """The file as it would be written: lines that do not change stay byte by byte, however they are written."""
        before, there, after = (text.splitlines(True) for text in (self._before, self._untouched, self._dump()))
        if len(before) != len(there):  # a file of another layout gets ours
            before = there
        same = SequenceMatcher(None, there, after, autojunk=False).get_opcodes()
        return "".join(
            "".join(before[old:old_end] if what == "equal" else after[new:new_end])
            for what, old, old_end, new, new_end in same
        )

    def _dump(self) -> str:
        out = io.StringIO()
        _yaml().dump(self._file, out)
        return out.getvalue()

    def save(self) -> bool:
        """Write the file if it has changed; whether it has."""
        if self._dump() == self._untouched:
            return False
        after = self.text()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        save(self._path, after)
        return True


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all: a power cut leaves the old one or the new one."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    if not path.parent.is_dir():
        raise Unusable(f"{path.parent}: Diesen Ordner gibt es nicht. / There is no such folder.")
    # Its name begins with a full stop, so nobody takes it for content (kiosk.loaders.files.names_in).
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _AllText
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.width = 1 << 20  # no line is broken
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _head(file: CommentedMap) -> Translation | None:
    """Who made the file's texts, as its head says; None if it does not say."""
    try:
        days = [date.fromisoformat(f"{file[name]}-01"[:10]) if file.get(name) else None for name in WHO[1::3]]
        made_on, checked_on = days
    except ValueError:
        return None
    if made_on is None or not file.get("made_by"):
        return None
    return Translation(
        file["made_by"], made_on, str(file.get("checked_by") or ""), checked_on, str(file.get("translator") or "")
    )


def _sign(mapping: CommentedMap, made: Translation, at: int) -> None:
    """Write who and when, in the order of WHO from place `at` on; what is there already keeps its place."""
    for name in WHO:
        value = getattr(made, name)
        value = value.isoformat() if isinstance(value, date) else value
        there = str(mapping.get(name) or "")
        if there == (value or "") or (there and f"{there}-01" == value):  # a month stands for its first day
            at = max(at, list(mapping).index(name) + 1) if name in mapping else at
        elif name in mapping:
            mapping[name] = value
            at = list(mapping).index(name) + 1
        else:
            mapping.insert(at, name, value)
            at += 1


def _unsign(piece: CommentedMap) -> None:
    for name in WHO:
        piece.pop(name, None)
