"""What each verb of `run_kiosk.py release` does and says. All raise Refused, PassedOver, Impossible, OSError."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.release import faults
from kiosk.release.activation import Terminal, activate, opened, roll_back
from kiosk.release.archive import pack
from kiosk.release.arguments import SIGNERS
from kiosk.release.building import built
from kiosk.release.checking import checked
from kiosk.release.disk import replace, write_tree
from kiosk.release.fetch import fetch, source_of
from kiosk.release.refusal import Impossible, Reason, Refused
from kiosk.release.signature import LARGEST, signed
from kiosk.release.status import as_json, as_text
from kiosk.release.store import Store, damage, manifest_of

WELL, WRONG = 0, 1
"""Exit codes; 2 is that of Impossible and OSError."""
SHOWN = "Gezeigt wird jetzt / shown now: {release}"
ALREADY = "Wird schon gezeigt / is shown already: {release}"
NOTHING_NEW = "Nichts Neues / nothing new. Gezeigt wird / shown: {release}"
SOUND = "In Ordnung / sound: {release}"
BY = "Unterschrieben von / signed by: {signer}"


def build(options: argparse.Namespace) -> int:
    """Content → one signed file."""
    release = built(options.content, options.config, _themes(options), datetime.now(UTC), options.needs)
    replace(options.out, signed(pack(release), options.key))
    print(f"{options.out}: {release.id}, {len(release.files)} Dateien / files, {options.out.stat().st_size // 1024} KB")
    return WELL


def verify(options: argparse.Namespace) -> int:
    """Judge a file as a terminal would, or an unpacked release by its manifest."""
    if options.release.is_dir():
        folder, place = options.release.resolve(), str(options.release)
        broken = damage(folder)
        if broken:
            raise Refused(Reason.SCHEMA, faults.FILE_ALTERED.at(place, name=broken))
        checked(folder, options.config, _themes(options), place)
        print(SOUND.format(release=manifest_of(folder).id))
        return WELL
    release, signer = opened(_bytes(options.release), _signers(options), str(options.release))
    with TemporaryDirectory(prefix="kiosk-release-") as temporary:
        folder = Path(temporary) / "content"
        write_tree(folder, release.files)
        checked(folder, options.config, _themes(options), str(options.release))
    print(SOUND.format(release=release.id), BY.format(signer=signer), sep="\n")
    return WELL


def bring(options: argparse.Namespace) -> int:
    """Show the release in a file."""
    terminal, data = _terminal(options), _bytes(options.release)
    with terminal.store.changed():
        release, new = activate(terminal, data, str(options.release))
    print((SHOWN if new else ALREADY).format(release=release))
    return WELL


def get(options: argparse.Namespace) -> int:
    """Show what the source offers, if that is new."""
    terminal = _terminal(options)
    done = fetch(terminal, options.source or source_of(options.config), options.again)
    if done is None:
        print(NOTHING_NEW.format(release=terminal.store.shown))
    else:
        print((SHOWN if done[1] else ALREADY).format(release=done[0]))
    return WELL


def go_back(options: argparse.Namespace) -> int:
    """Show the release before."""
    terminal = _terminal(options)
    with terminal.store.changed():
        print(SHOWN.format(release=roll_back(terminal)))
    return WELL


def tell(options: argparse.Namespace) -> int:
    """What is shown, there and refused."""
    store = Store(options.store)
    print(as_json(store) if options.format == "json" else as_text(store))
    return WELL if store.shown and store.damage(store.shown) is None else WRONG


def _terminal(options: argparse.Namespace) -> Terminal:
    return Terminal(Store(options.store), _signers(options), options.config, _themes(options), time.time)


def _themes(options: argparse.Namespace) -> Path:
    config: Path = options.config
    return config.parent / "themes"


def _signers(options: argparse.Namespace) -> Path:
    named: Path | None = getattr(options, "signers", None)
    return named or options.config.parent / SIGNERS


def _bytes(path: Path) -> bytes:
    """A file, and not more of it than a release can be long."""
    if not path.is_file():
        raise Impossible(faults.NOT_THERE, str(path))
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
