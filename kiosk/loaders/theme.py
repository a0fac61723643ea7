"""Loads colours: config/themes/<name>.yaml → role → "#rrggbb"."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from kiosk.domain.problem import Problem
from kiosk.loaders import faults_settings as faults
from kiosk.loaders.faults import listed, near
from kiosk.loaders.fields import Field, Group, Inspection, Keyed, Record, first_missing
from kiosk.loaders.files import SUFFIX, names_in, shown_path
from kiosk.loaders.kinds import IDENTIFIER
from kiosk.loaders.nodes import Node, Table, Text, read

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Colour(Struct, frozen=True):
    """A colour as "#rrggbb"."""

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The colour in small letters."""
        text = node.text if isinstance(node, Text) else ""
        if COLOUR.fullmatch(text):
            return text.lower()
        line = node.source.lines[node.line - 1] if 0 < node.line <= len(node.source.lines) else ""
        if not text and "#" in line:
            inspection.report(node, faults.UNQUOTED_COLOUR, name=line.partition(":")[0].strip())
        else:
            inspection.report(node, faults.BAD_COLOUR, value=text)
        return None


THEME = Group((
    Field("name", IDENTIFIER, "Name der Datei", "name of the file"),
    Field("colours", Keyed(Colour()), "Farben nach ihrer Rolle", "colours by their role", needed=True),
))  # fmt: skip


def load_theme(path: Path, required: frozenset[str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The colours in the file `path` (config/themes/<name>.yaml) by role, and every problem. Never raises.

    `required` are the roles that the kiosk paints with; those that are missing or wrong are not in the result, so the
    caller can fill them from another theme. Without any `required` roles the names are not checked.
    """
    names = names_in(path.parent)
    if path.name not in names:
        hint = near(path.stem, [name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)])
        return {}, (faults.UNKNOWN_THEME.at(shown_path(path, path.parent.parent), name=path.stem, hint=hint),)
    node, found = read(path, path.parent.parent)
    problems = list(found)
    record = THEME.read(node, Inspection(problems)) if node else None
    if record is None:
        return {}, tuple(problems)
    _report(record, path.stem, required, Inspection(problems))
    return dict(record["colours"]), tuple(problems)


def _report(record: Record, name: str, required: frozenset[str], inspection: Inspection) -> None:
    """Roles that are missing or unknown, and a name that is not the file's."""
    if record.get("name", name) != name:
        inspection.report(record.place("name"), faults.OTHER_NAME, file=f"{name}{SUFFIX}", name=record["name"])
    colours = record.node.values["colours"]
    written = colours.names if isinstance(colours, Table) else {}
    missing = first_missing(sorted(required), written)
    if missing:
        inspection.report(record.node.names["colours"], faults.MISSING_COLOURS, names=listed(missing))
    for role, place in written.items():
        if required and role not in required:
            inspection.report(place, faults.UNKNOWN_COLOUR, name=role, hint=near(role, missing or required))
