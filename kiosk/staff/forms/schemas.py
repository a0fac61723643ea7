"""JSON Schemas from the loaders' tables, so that an editor completes fields, explains them and marks slips at once.

Draft 7, which the YAML language server (VS Code and many others) knows best. Our loader takes every value for text, an
editor gives it a type first (`04177` is a number, `no` may be false): where the loader takes text, so does the schema,
however it is typed. What the loader only warns of (a text that is long) is no fault here; it stands in the description.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from kiosk.domain.keyboard import ROWS
from kiosk.domain.keypad import KEY_NAMES
from kiosk.domain.saxon_holidays import HOLIDAYS
from kiosk.loaders.addresses import HOST
from kiosk.loaders.exceptions import EXCEPTION, Exceptions, HolidayName
from kiosk.loaders.fields import MOST_ITEMS, Field, Group, Keyed, Kind, Listed
from kiosk.loaders.keyboards import KeyRows
from kiosk.loaders.maps import LATITUDE, LONGITUDE, Point
from kiosk.loaders.pronunciation import Pattern, Series
from kiosk.loaders.theme import COLOUR, Colour
from kiosk.loaders.values import (
    DATE,
    NO,
    YES,
    Choice,
    Day,
    DayHours,
    Host,
    Icon,
    KeyName,
    Languages,
    Line,
    Number,
    Pages,
    Prose,
    Shape,
    YesNo,
)
from kiosk.loaders.week import CLOSED, SPAN
from kiosk.staff.forms.examples import example_of
from kiosk.staff.forms.files import FileKind

DRAFT = "http://json-schema.org/draft-07/schema#"
SHARED = "#/definitions/"
Schema = dict[str, Any]
TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
ANY_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}


def schema_of(file: FileKind, icons: Iterable[str]) -> Schema:
    """The schema of one kind of file; `icons` are the names of pictures that content may use."""
    body = _kind(file.group, file.name)
    if file.instead:
        # Who made it stands only in a translated file: by that the two are told apart.
        body = {"if": {"required": ["made_by"]}, "then": body, "else": _kind(file.instead, file.name)}
    made = {"$schema": DRAFT, "title": file.de, "description": f"{file.de} / {file.en}", **body}
    shared = {"icon": {"enum": sorted(icons)}, "key": _key_name()}
    used = {name: schema for name, schema in shared.items() if f"{SHARED}{name}" in str(body)}
    return {**made, "definitions": used} if used else made


def _kind(kind: Kind, file: str) -> Schema:
    """The schema of one kind of value. Raises KeyError for a kind that has none: add it to the table below."""
    if isinstance(kind, Group):
        return _group(kind, file)
    if isinstance(kind, Listed):
        return {"type": "array", "maxItems": MOST_ITEMS, "items": _kind(kind.kind, file)}
    if isinstance(kind, Keyed):
        return {"type": "object", "additionalProperties": _kind(kind.kind, file)}
    if isinstance(kind, Exceptions):
        return {"type": "array", "maxItems": MOST_ITEMS, "items": _group(EXCEPTION, file)}
    return _VALUES[type(kind)](kind)


def _group(group: Group, file: str) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in group.fields if field.needed],
        "properties": {field.name: _field(field, file) for field in group.fields},
    }


def _field(field: Field, file: str) -> Schema:
    value, example = _kind(field.kind, file), example_of(field, file)
    limit = limits(field.kind)
    de = f"{field.de}{f' ({limit[0]})' if limit else ''}"
    en = f"{field.en}{f' ({limit[1]})' if limit else ''}"
    lines = [f"**{de}**", f"*{en}*", *([f"`{field.name}: {example}`"] if example else [])]
    told = {"description": f"{de} / {en}", "markdownDescription": "\n\n".join(lines)}
    # Beside a $ref draft 7 lets nothing stand; so it is wrapped.
    return {**told, "allOf": [value]} if "$ref" in value else {**told, **value}


def limits(kind: Kind) -> tuple[str, str] | None:
    """How long a text may be so that the screen has room for it, in German and English."""
    if isinstance(kind, Listed):
        return limits(kind.kind)
    if not isinstance(kind, Prose):
        return None
    if kind.most_words:
        return f"höchstens {kind.most_words} Wörter", f"at most {kind.most_words} words"
    return f"höchstens {kind.longest} Zeichen", f"at most {kind.longest} characters"


def any_case(words: Iterable[str]) -> str:
    """A pattern for these words in small or capital letters: patterns of JSON Schema have no flag for that."""

    def letter(sign: str) -> str:
        return f"[{sign.lower()}{sign.upper()}]" if sign.isalpha() and sign.isascii() else re.escape(sign)

    return "|".join("".join(map(letter, word)) for word in sorted(words))


def _key_name() -> Schema:
    """A key's name; without quotes a figure is a number for an editor."""
    return {"anyOf": [{"enum": sorted(KEY_NAMES)}, {"type": "string", "pattern": f"^({any_case(KEY_NAMES)})$"},
                      {"type": "integer", "minimum": 0, "maximum": 9}]}  # fmt: skip


def _yes_no(_: Any) -> Schema:
    return {"anyOf": [{"enum": ["yes", "no", True, False]}, {"type": "string", "pattern": f"^({any_case(YES | NO)})$"}]}


def _number(kind: Number) -> Schema:
    typed = {"type": "number" if kind.decimals else "integer", "minimum": kind.low, "maximum": kind.high}
    return {"anyOf": [typed, {"type": "string", "pattern": r"^[0-9]{1,6}(\.[0-9]{1,6})?$"}]}


def _day(kind: Day) -> Schema:
    year, month = DATE.pattern.split("(?:")[0], r"(?:-(\d\d))" + ("" if kind.exact else "?")
    return {"type": "string", "pattern": f"^{year}{month}$"}


def _day_hours(_: Any) -> Schema:
    one = SPAN.pattern
    return {"type": "string", "pattern": rf"^\s*({any_case([CLOSED])}|{one}(\s*,\s*{one})*)\s*$"}


def _point(_: Any) -> Schema:
    return {"type": "array", "minItems": 2, "maxItems": 2, "items": [_number(LATITUDE), _number(LONGITUDE)]}


def _prose(_: Any) -> Schema:
    fields = {"text": TEXT, "say": TEXT}
    spoken = {"type": "object", "additionalProperties": False, "required": ["text"], "properties": fields}
    return {"anyOf": [TEXT, spoken]}


def _pattern(kind: Pattern) -> Schema:
    return {**TEXT, "allOf": [{"pattern": rf"\{{{place}\}}"} for place in kind.places]}


def _pages(_: Any) -> Schema:
    return {"type": "object", "additionalProperties": {"type": "string", "pattern": "^[hH][tT][tT][pP][sS]://"}}


_VALUES: dict[type, Callable[[Any], Schema]] = {
    Line: lambda kind: ANY_TEXT if kind.may_be_empty else TEXT,
    Prose: _prose,
    Shape: lambda kind: {**TEXT, "pattern": f"^({kind.pattern})$"},
    Choice: lambda kind: {"enum": list(kind.options)},
    Icon: lambda _: {"$ref": f"{SHARED}icon"},
    KeyName: lambda _: {"$ref": f"{SHARED}key"},
    YesNo: _yes_no,
    Day: _day,
    Number: _number,
    DayHours: _day_hours,
    Host: lambda _: {"type": "string", "pattern": f"^{HOST.pattern}$"},
    Languages: lambda _: {"type": "array", "maxItems": MOST_ITEMS, "items": TEXT},
    Pages: _pages,
    Point: _point,
    HolidayName: lambda _: {"enum": list(HOLIDAYS)},
    KeyRows: lambda _: {"type": "array", "minItems": 1, "maxItems": ROWS, "items": TEXT},
    Colour: lambda _: {"type": "string", "pattern": f"^{COLOUR.pattern}$"},
    Series: lambda kind: {"type": "array", "minItems": kind.count, "maxItems": kind.count, "items": TEXT},
    Pattern: _pattern,
}
