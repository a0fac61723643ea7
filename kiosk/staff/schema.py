"""`run_kiosk.py schema`: makes what editors know about our files (config/schemas) from the fields, and fills in the
tables of fields in a page such as the handbook. For developers, after a field has changed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.staff.forms.files import FILES
from kiosk.staff.forms.schemas import schema_of
from kiosk.staff.forms.tables import UnknownBlock, filled
from kiosk.text.fonts import FontsMissing, icon_names

WELL, OUTDATED, CANNOT_RUN = 0, 1, 2
FOLDER = Path("config") / "schemas"
SUFFIX = ".schema.json"
EDITOR = Path(".vscode") / "settings.json"
ROOT = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str]) -> int:
    """Write the files, or only compare them; the exit code: 0 well, 1 outdated (--check), 2 cannot run."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return CANNOT_RUN if stop.code else WELL
    try:
        wanted = dict(_wanted(options.folder, options.handbook))
    except (FontsMissing, UnknownBlock, OSError) as error:
        print(error, file=sys.stderr)
        return CANNOT_RUN
    old = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in old:
        print(f"{path}: {'veraltet / outdated' if options.check else 'geschrieben / written'}")
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
    return OUTDATED if options.check and old else WELL


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="run_kiosk.py schema", description=__doc__)
    made.add_argument("--check", action="store_true", help="write nothing, only say what is outdated")
    made.add_argument("--handbook", type=Path, action="append", default=[], metavar="FILE",
                      help="a page with blocks <!-- felder: service --> … <!-- ende --> to fill in")  # fmt: skip
    made.add_argument("folder", nargs="?", type=Path, default=ROOT, metavar="DIR", help="the checkout")
    return made


def _wanted(folder: Path, pages: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every file and what should stand in it."""
    icons = icon_names()
    for file in FILES:
        yield folder / FOLDER / (file.name + SUFFIX), as_json(schema_of(file, icons))
    places = {f"./{(FOLDER / (file.name + SUFFIX)).as_posix()}": list(file.places) for file in FILES}
    yield folder / EDITOR, as_json({"yaml.schemas": places, "files.encoding": "utf8", "editor.insertSpaces": True})
    for page in pages:
        yield page, filled(page.read_text(encoding="utf-8"))


def as_json(value: object) -> str:
    """JSON as it stands in a file: indented, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
