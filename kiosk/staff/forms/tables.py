"""The fields of a kind of file as a German table, for the handbook, and the blocks of a page that hold such tables."""

from __future__ import annotations

import re

from kiosk.loaders.fields import Field, Group, Listed
from kiosk.staff.forms.examples import example_of
from kiosk.staff.forms.files import FILES, FileKind, kind_called
from kiosk.staff.forms.schemas import limits

BLOCK = re.compile(r"(<!-- felder: (?P<name>[a-z]+) -->\n).*?(<!-- ende -->)", re.DOTALL)
"""A block of a page; what stands between its marks is made from the fields."""


class UnknownBlock(Exception):
    """A page asks for a kind of file that there is not. The message is in German and English."""


def table_of(file: FileKind) -> str:
    """The fields as a table in Markdown: name, whether it is needed, what it is for, an example."""
    group = file.instead or file.group
    only = group.fields[0].kind
    if len(group.fields) == 1 and isinstance(only, Listed) and isinstance(only.kind, Group):
        group = only.kind  # a file of one list: the fields of an entry are what one writes
    rows = [_row(field, file) for field in group.fields]
    return "\n".join(("| Feld | nötig | wofür | Beispiel |", "|---|---|---|---|", *rows)) + "\n"


def _row(field: Field, file: FileKind) -> str:
    limit, example = limits(field.kind), example_of(field, file.name)
    what = f"{field.de} ({limit[0]})" if limit else field.de
    cells = (f"`{field.name}`", "ja" if field.needed else "", what, f"`{example}`" if example else "")
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def filled(page: str) -> str:
    """A page with the tables of today in its blocks. Raises UnknownBlock."""

    def block(match: re.Match[str]) -> str:
        try:
            return match[1] + table_of(kind_called(match["name"])) + match[3]
        except KeyError:
            known = ", ".join(file.name for file in FILES)
            text = f"„{match['name']}“ ist keine Art von Datei / is no kind of file: {known}"
            raise UnknownBlock(text) from None

    return BLOCK.sub(block, page)
