"""What a text is for and how long it should be: from the same tables that the content is read with."""

from __future__ import annotations

from kiosk.loaders.exceptions import EXCEPTION
from kiosk.loaders.fields import Field, Group, Listed
from kiosk.loaders.guide import FILE as GUIDE
from kiosk.loaders.kinds import (
    CENTRE,
    EMERGENCY,
    GERMAN_STRINGS,
    GUIDE_QUESTION,
    NOTICE,
    ORGANISATION,
    SERVICE,
    TOPICS,
    item_fields,
)
from kiosk.loaders.translations import list_of
from kiosk.loaders.values import Prose

STRING_LENGTH = 320
"""Characters of a word of the interface; what fits a key is up to the screens, and the tests measure it."""
GROUPS = {
    "centre": CENTRE,
    "organisations": ORGANISATION,
    "services": SERVICE,
    "notices": NOTICE,
    "topics": item_fields(TOPICS),
    "emergency": item_fields(EMERGENCY),
}


def field_of(kind: str, key: str) -> Field:
    """The field that a text stands in. Raises KeyError for a key that no German text has."""
    if kind == GUIDE:
        return _answer() if list_of(key) else _named(GUIDE_QUESTION, "text")
    if kind not in GROUPS:
        return GERMAN_STRINGS.fields[0]
    name = list_of(key) or key
    if name.endswith(".exceptions"):
        return _named(EXCEPTION, "reason")
    return _named(GROUPS[kind], name.rpartition(".")[2])


def longest(field: Field) -> int:
    """Characters that the field's texts should have at most."""
    kind = field.kind.kind if isinstance(field.kind, Listed) else field.kind
    return kind.longest if isinstance(kind, Prose) else STRING_LENGTH


def _named(group: Group, name: str) -> Field:
    for field in group.fields:
        if field.name == name:
            return field
    raise KeyError(name)


def _answer() -> Field:
    answers = _named(GUIDE_QUESTION, "answers").kind
    if isinstance(answers, Listed) and isinstance(answers.kind, Group):
        return _named(answers.kind, "text")
    raise KeyError("answers")
