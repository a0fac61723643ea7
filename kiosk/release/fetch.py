"""Fetching: asks the source for something new, and shows it. A timer does so without anybody looking."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from kiosk.release import faults, git, https
from kiosk.release.activation import Terminal, activate, refuse
from kiosk.release.offer import Offer
from kiosk.release.record import save, state_of
from kiosk.release.refusal import Impossible, PassedOver, Refused
from kiosk.release.store import Store

Ask = Callable[[str, str], Offer | None]
GIT = "git+"
SOURCE = "release_source"
"""The file beside kiosk.yaml with the address, one line; lines that begin with # are remarks."""


def source_of(config: Path) -> str:
    """Where releases come from. Raises Impossible where it is not set."""
    path = config.parent / SOURCE
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    for line in lines:
        if line.strip() and not line.lstrip().startswith("#"):
            return line.strip()
    raise Impossible(faults.NO_SOURCE, str(path))


def asker(source: str) -> Ask:
    """Who can ask this source. Raises Impossible for an address that nothing can come from."""
    if source.startswith("https://"):
        return https.offered
    if source.startswith(GIT) and len(source) > len(GIT) and not source.startswith(f"{GIT}-"):
        return lambda address, mark: git.offered(address.removeprefix(GIT), mark)
    raise Impossible(faults.BAD_SOURCE, source=source)


def fetch(terminal: Terminal, source: str, again: bool = False) -> tuple[str, bool] | None:
    """Show what the source offers: its id and whether it was not shown before; None if there is nothing new. `again`
    looks also at what was seen and refused before. Raises Refused, PassedOver, Impossible, OSError."""
    ask, store = asker(source), terminal.store
    with store.changed():
        known = state_of(store).known(source, terminal.now()) if not again and _sound(store) else ""
    try:
        offer = ask(source, known)  # without the lock: a slow line must not keep somebody from a rollback
    except Refused as refusal:
        with store.changed():
            refuse(terminal, refusal, hashlib.sha256(source.encode()).hexdigest())
        raise
    with store.changed():
        try:
            done = activate(terminal, offer.data, source, by_itself=not again) if offer else None
        except (Refused, PassedOver):
            _note(terminal, source, offer)
            raise
        _note(terminal, source, offer)
        return done


def _sound(store: Store) -> bool:
    """Whether what is shown is whole: what the disk has lost or damaged must come again, known or not."""
    shown = store.shown
    return shown is not None and store.damage(shown) is None


def _note(terminal: Terminal, source: str, offer: Offer | None) -> None:
    """An answer came, and it is dealt with: the same one need not be sent again. Where nothing was sent, nothing is
    known that was not before: a rollback may have come between."""
    state = state_of(terminal.store)
    state.checked = int(terminal.now())
    if offer:
        state.marks, state.marked = {source: offer.mark}, state.checked
    save(terminal.store, state)
