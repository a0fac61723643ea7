"""The command line of `run_kiosk.py release`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STORE = Path("/var/lib/kiosk-content")
INSTALLED = Path("/etc/kiosk/kiosk.yaml")
"""The settings of an installed terminal; where they are not, those of this checkout hold."""
SIGNERS = "release_signers"
"""The list of trusted keys, beside kiosk.yaml."""
ABOUT = """\
Inhalte als unterschriebene Ausgaben: bauen, prüfen, holen, zeigen, zurücknehmen (docs/releases.md).
Content as signed releases: build, verify, fetch, show, roll back (docs/releases.md)."""
VERBS = {
    "build": ("eine Ausgabe bauen und unterschreiben / build and sign a release", "1 the content has errors"),
    "verify": ("eine Datei oder einen Ordner prüfen / verify a file or a folder", "1 it would be refused"),
    "fetch": ("Neues holen und zeigen / fetch what is new and show it", "1 what came was refused"),
    "activate": ("eine Datei zeigen, etwa vom USB-Stick / show a file, such as from a USB stick", "1 it was refused"),
    "rollback": ("zur Ausgabe davor zurück / back to the release before", ""),
    "status": ("was gezeigt wird, da ist, abgelehnt wurde / what is shown, there, refused", "1 nothing sound is shown"),
}
"""The verbs: what each does, and its exit code 1. 0 is well, 2 it could not be done here (disk, network, lists)."""


def parser() -> argparse.ArgumentParser:
    """What `run_kiosk.py release --help` shows."""
    codes = "\n".join(f"  {verb:<9} {meaning}" for verb, (_, meaning) in VERBS.items() if meaning)
    made = argparse.ArgumentParser(
        prog="run_kiosk.py release",
        description=ABOUT,
        epilog=f"exit codes: 0 well, 2 it could not be done here (disk, network, keys), and 1:\n{codes}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = made.add_subparsers(dest="do", required=True, metavar="|".join(VERBS))
    for verb, (about, _) in VERBS.items():
        one = verbs.add_parser(verb, help=about, description=about)
        _ADD[verb](one)
        one.add_argument("--config", type=Path, default=_config(), metavar="FILE", help="settings (%(default)s)")
    return made


def _config() -> Path:
    return INSTALLED if INSTALLED.is_file() else ROOT / "config" / "kiosk.yaml"


def _build(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="what to release")
    verb.add_argument("--key", type=Path, required=True, metavar="FILE", help="your key (ssh-keygen), or its .pub")
    verb.add_argument("--out", type=Path, required=True, metavar="FILE", help="such as latest.release")
    verb.add_argument("--needs", type=date.fromisoformat, metavar="DAY", help="the oldest kiosk that may show it")


def _verify(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("release", type=Path, metavar="FILE|DIR")
    _signers(verb)


def _fetch(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--from", dest="source", metavar="URL", help="https://… or git+…; usually from release_source")
    verb.add_argument("--again", action="store_true", help="also what was seen or refused before")
    _signers(verb)
    _store(verb)


def _activate(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("release", type=Path, metavar="FILE")
    _signers(verb)
    _store(verb)


def _status(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--format", choices=("text", "json"), default="text", help="for people or for scripts")
    _store(verb)


def _signers(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--signers", type=Path, metavar="FILE", help="trusted keys (release_signers beside the settings)")


def _store(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--store", type=Path, default=STORE, metavar="DIR", help="this terminal's releases (%(default)s)")


_ADD = {
    "build": _build,
    "verify": _verify,
    "fetch": _fetch,
    "activate": _activate,
    "rollback": _store,
    "status": _status,
}
