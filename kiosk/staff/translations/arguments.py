"""The command line of `run_kiosk.py translations`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ABOUT = """\
Die Übersetzungen: was fehlt, was veraltet ist, und wie sie zu Übersetzern und zurück kommen.
The translations: what is missing, what is out of date, and how they get to translators and back."""
VERBS = {
    "status": (
        "was da ist, fehlt, veraltet ist / what there is, is missing, is outdated",
        "0 all complete, 1 something is missing, outdated or faulty, 2 cannot run",
    ),
    "export": ("eine Sprache als PO-Datei / one language as a PO file", "0 written, 2 cannot run"),
    "import": (
        "eine PO-Datei prüfen und übernehmen / check a PO file and take it in",
        "0 all is in, 1 something is refused or to be looked at (the rest is in; with --strict nothing), 2 cannot run",
    ),
    "accept": (
        "Texte als geprüft eintragen / mark texts as checked",
        "0 all of them, 1 some are missing or outdated (the others are marked), 2 cannot run",
    ),
}
"""The verbs: what each does, and its exit codes."""


def parser() -> argparse.ArgumentParser:
    """What `run_kiosk.py translations --help` shows."""
    codes = "\n".join(f"  {verb:<7} {meaning}" for verb, (_, meaning) in VERBS.items())
    made = argparse.ArgumentParser(
        prog="run_kiosk.py translations",
        description=ABOUT,
        epilog=f"exit codes:\n{codes}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = made.add_subparsers(dest="do", required=True, metavar="|".join(VERBS))
    for verb, (about, codes) in VERBS.items():
        one = verbs.add_parser(verb, help=about, description=about, epilog=f"exit codes: {codes}")
        _ADD[verb](one)
        one.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="the texts")
        one.add_argument("--report", choices=("de", "en"), default="de", help="language in which faults are told")
    return made


def person(text: str) -> str:
    """A name of 1 to 80 characters on one line. Raises ArgumentTypeError."""
    name = " ".join(text.split())
    if not 0 < len(name) <= 80 or not name.isprintable():
        raise argparse.ArgumentTypeError("Name mit 1 bis 80 Zeichen / a name of 1 to 80 characters")
    return name


def day(text: str) -> date:
    """`2026-12-01` as a day that is not to come. Raises ArgumentTypeError."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: schreiben wie / write it like 2026-12-01") from None
    if not date(2000, 1, 1) <= found <= date.today():
        raise argparse.ArgumentTypeError(f"{text!r} liegt in der Zukunft oder weit zurück / is to come, or long ago")
    return found


def po_file(text: str) -> Path:
    """A file to write; it ends in .po, so that no slip of the keys writes over content. Raises ArgumentTypeError."""
    return _ending(text, ".po")


def page(text: str) -> Path:
    """A file to write that ends in .html, for the same reason. Raises ArgumentTypeError."""
    return _ending(text, ".html")


def _ending(text: str, ending: str) -> Path:
    if not text.endswith(ending):
        raise argparse.ArgumentTypeError(f"{text!r}: der Name muss so enden / the name must end like this: {ending}")
    return Path(text)


def _status(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--language", metavar="CODE", help="only this one, closely")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines")
    verb.add_argument(
        "--html", type=page, metavar="FILE.html", help="also as one page for a browser, to read and print"
    )


def _export(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--language", required=True, metavar="CODE")
    verb.add_argument("--out", type=po_file, required=True, metavar="FILE.po", help="a new file")
    verb.add_argument("--missing", action="store_true", help="only what is missing or outdated")
    verb.add_argument("--on", type=day, default=date.today(), metavar="DATE", help=argparse.SUPPRESS)


def _import(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE.po")
    verb.add_argument("--language", metavar="CODE", help="if the file does not name it")
    verb.add_argument("--machine", action="store_true", help="a program translated it, and no person has read it")
    verb.add_argument("--strict", action="store_true", help="take in nothing if one entry is refused")
    _who_and_when(verb)


def _accept(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("what", nargs="*", metavar="FILE|ID", help="files, ids or contexts; without any, the language")
    verb.add_argument("--language", required=True, metavar="CODE")
    _who_and_when(verb)


def _who_and_when(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--by", type=person, required=True, metavar="NAME", help="who")
    verb.add_argument("--on", type=day, default=date.today(), metavar="DATE", help="when (default: today)")


_ADD = {"status": _status, "export": _export, "import": _import, "accept": _accept}
