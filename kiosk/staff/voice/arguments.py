"""The command line of `run_kiosk.py voice`."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.staff.voice.build import PAUSE_SECONDS, pause_seconds

ROOT = Path(__file__).resolve().parents[3]
ABOUT = """\
Die Stimmen des Kiosks: was schon gesprochen ist, was noch fehlt, und wie es dazukommt.
The kiosk's voices: what is spoken already, what is missing, and how it is added."""
VERBS = {
    "status": ("was da ist / what there is", "0 every sentence is a recording or a clip, 1 some are not, 2 unusable"),
    "build": (
        "Fehlendes von gTTS sprechen lassen / have gTTS speak what is missing",
        "0 every sentence has its clip, 1 some were refused (with --dry-run: some are missing), 2 unusable, 3 stopped "
        "by the service, the network or another build (start it again later), 130 stopped by Ctrl-C",
    ),
    "list": ("die Sätze zum Aufnehmen, als Tabelle / the sentences to record, as a sheet", "0 written, 2 unusable"),
    "import": (
        "Aufnahmen von Menschen übernehmen / take in recordings of people",
        "0 every file is in, 1 some were refused (the others are in), 2 unusable",
    ),
    "prune": (
        "Clips ohne Text löschen / delete clips without a text",
        "0 done, or shown without --yes; 2 unusable, or errors in the content",
    ),
}
"""The verbs: what each does, and its exit codes. "Unusable": the content or the arguments."""


def parser() -> argparse.ArgumentParser:
    """What `run_kiosk.py voice --help` shows."""
    codes = "\n".join(f"  {verb:<7} {meaning}" for verb, (_, meaning) in VERBS.items())
    made = argparse.ArgumentParser(
        prog="run_kiosk.py voice",
        description=ABOUT,
        epilog=f"exit codes:\n{codes}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = made.add_subparsers(dest="do", required=True, metavar="|".join(VERBS))
    for verb, (about, codes) in VERBS.items():
        one = verbs.add_parser(verb, help=about, description=about, epilog=f"exit codes: {codes}")
        _ADD[verb](one)
        one.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="the texts")
        one.add_argument("--config", type=Path, default=ROOT / "config" / "kiosk.yaml", metavar="FILE")
        one.add_argument(
            "--assets", type=Path, default=ROOT / "assets", metavar="DIR", help="clips: DIR/speech, DIR/recordings"
        )
    return made


def _some_languages(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--language", action="append", metavar="CODE", help="only this one; may be given again")


def _status(verb: argparse.ArgumentParser) -> None:
    _some_languages(verb)
    verb.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines")


def _build(verb: argparse.ArgumentParser) -> None:
    _some_languages(verb)
    verb.add_argument("--dry-run", action="store_true", help="only say what would be spoken")
    verb.add_argument(
        "--pause",
        type=pause_seconds,
        default=PAUSE_SECONDS,
        metavar="SECONDS",
        help="between two requests, about so many (default: %(default)s; who asks faster is blocked)",
    )


def _list(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--language", required=True, metavar="CODE")
    verb.add_argument("--out", type=Path, metavar="FILE", help="a CSV file for a spreadsheet program; without it, here")
    verb.add_argument("--missing", action="store_true", help="only what is not recorded yet")


def _import(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE|DIR", help="WAV, MP3, OGG, FLAC; a sentence each")
    verb.add_argument("--language", required=True, metavar="CODE")
    verb.add_argument("--text", help="the sentence, if the one file is not called as in `voice list`")


def _prune(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--yes", action="store_true", help="really delete; otherwise only show what would go")
    verb.add_argument("--recordings", action="store_true", help="recordings of people, too: they cannot be made again")


_ADD = {"status": _status, "build": _build, "list": _list, "import": _import, "prune": _prune}
