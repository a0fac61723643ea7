"""Values and fields as they stand in a file: quoted where they must be, optional ones as remarks to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from kiosk.loaders.fields import Field, Group, Listed
from kiosk.loaders.nodes import Table, Text, parsed
from kiosk.staff.forms.examples import example_of

Answer = str | tuple[str, ...]
REMARKS = 40
"""Columns before the remarks that say what a field is for, where the field is not longer."""
_FLOW = frozenset("[]{},")


def as_yaml(value: Answer) -> str:
    """A value as it is written behind "name: ": plain if it then reads as what was meant, else in quotes."""
    if isinstance(value, tuple):
        return f"[{', '.join(as_yaml(one) if not _FLOW & set(one) else _quoted(one) for one in value)}]"
    node, problems = parsed(f"name: {value}", "")
    there = node.values.get("name") if isinstance(node, Table) else None
    if not problems and isinstance(there, Text) and there.text == value:
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def lines_of(group: Group, answers: Mapping[str, Answer], file: str, german: bool = True) -> Iterator[str]:
    """The lines of an entry in the order of its fields. What was not answered stands there as a remark with an example
    and what it is for."""
    for field in group.fields:
        if field.name in answers:
            yield f"{field.name}: {as_yaml(answers[field.name])}"
        else:
            yield from (f"# {line}" for line in _suggested(field, file, field.de if german else field.en))


def _suggested(field: Field, file: str, what: str) -> Iterator[str]:
    if isinstance(field.kind, Group):
        yield _remarked(f"{field.name}:", what)
        for inner in field.kind.fields:
            if inner.needed:
                yield f"  {inner.name}: {example_of(inner, file)}"
    elif isinstance(field.kind, Listed) and isinstance(field.kind.kind, Group):
        raise TypeError(f"{field.name}: entries inside an entry are not offered")
    else:
        yield _remarked(f"{field.name}: {example_of(field, file)}", what)


def _remarked(line: str, what: str) -> str:
    return f"{line:<{REMARKS}}  # {what}"
