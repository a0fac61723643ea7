"""Bringing a release onto the screen, and going back to an earlier one.

The order decides what a power cut can do: whole on the disk, judged, named, and only then does the link lead there.
Whatever ends this in the middle, `current` leads to the old or to the new release, and the next run tidies up.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from msgspec import Struct

from kiosk import RELEASED
from kiosk.release import faults
from kiosk.release.archive import Release, unpack
from kiosk.release.checking import checked
from kiosk.release.manifest import made, newer
from kiosk.release.record import TAKEN_BACK, Record, as_told, forget, records, remember, rolled_back, save, state_of
from kiosk.release.refusal import Impossible, PassedOver, Reason, Refused
from kiosk.release.signature import verified
from kiosk.release.store import Store, damage

SLACK = timedelta(days=1)
"""So far the clocks of a desk and of a terminal may be apart."""


class Terminal(Struct, frozen=True):
    """One terminal: its releases, whose signatures count, its settings and colours, and its clock (seconds since
    1970)."""

    store: Store
    signers: Path
    config: Path
    themes: Path
    now: Callable[[], float]

    def ahead(self, release: str) -> bool:
        """Whether the release with this id is of a day that is not yet here: the clock at the desk was ahead, or this
        one is behind. It is not believed to be before the day of the program."""
        now = datetime.fromtimestamp(self.now(), UTC)
        return made(release) > max(now, datetime.combine(RELEASED, time(), UTC)) + SLACK


def opened(data: bytes, signers: Path, place: str) -> tuple[Release, str]:
    """The release in a file that has travelled, and who has signed it. `signers` lists who may, `place` is what the
    file is called. Raises Refused, Impossible."""
    archive, signer = verified(data, signers, place)
    release = unpack(archive, place)
    needs = release.manifest.needs
    if needs and needs > RELEASED:
        raise Refused(Reason.SCHEMA, faults.NEEDS_NEWER.at(place, needs=str(needs), here=str(RELEASED)))
    return release, signer


def activate(terminal: Terminal, data: bytes, place: str, by_itself: bool = False) -> tuple[str, bool]:
    """Show the release in a file; its id, and whether it was not shown before. What is refused is remembered: who comes
    `by_itself` passes over it for a day, and over what somebody has taken back. The store must be locked. Raises
    Refused, PassedOver, Impossible, OSError."""
    digest, key = hashlib.sha256(data).hexdigest(), ""
    if by_itself:
        _pass_over_refused(terminal, digest, place)
    try:
        release, _ = opened(data, terminal.signers, place)
        key = release.id
        if by_itself:
            _pass_over_taken_back(terminal.store, release.id, place)
            if terminal.ahead(release.id):  # once shown, it would keep out all that are rightly dated
                raise Impossible(faults.DATED_AHEAD, place, release=release.id)
        return release.id, _brought_in(terminal, release, place, by_itself)
    except Refused as refusal:
        refuse(terminal, refusal, digest, key)
        raise


def refuse(terminal: Terminal, refusal: Refused, digest: str, key: str = "") -> None:
    """Remember that a release was refused, and count it; once for each file."""
    store = terminal.store
    again = any(one.digest == digest for one in records(store))
    record = Record(key or digest[:16], refusal.reason.value, int(terminal.now()), digest, as_told(refusal.problems))
    if key not in rolled_back(store):  # that it was taken back says more
        remember(store, record)
    if again:
        return
    state = state_of(store)
    state.rejected[refusal.reason.value] += 1
    save(store, state)


def roll_back(terminal: Terminal) -> str:
    """Show the newest whole release before the one that is shown; its id. The one that is left is taken back: fetching
    waits for a newer one. The store must be locked. Raises Impossible, OSError."""
    store, left = terminal.store, terminal.store.shown
    taken_back = set(rolled_back(store))
    earlier = [one for one in store.ids if (left is None or newer(left, one)) and one not in taken_back]
    whole = next((one for one in reversed(earlier) if store.damage(one) is None), None)
    if whole is None:
        raise Impossible(faults.NOTHING_EARLIER, str(store.folder))
    if left:  # before the switch: otherwise a fetch after a power cut would bring it back
        remember(store, Record(left, TAKEN_BACK, int(terminal.now())))
    _judge_anew(store)
    store.show(whole)
    _note_switch(terminal)
    return whole


def _judge_anew(store: Store) -> None:
    """Before an older one is shown: what seemed older than the one that is left may be newer than that, and its source
    must send it once more."""
    forget(store, [one.key for one in records(store) if one.reason == Reason.OLDER.value])
    state = state_of(store)
    state.marks = {}
    save(store, state)


def _pass_over_refused(terminal: Terminal, digest: str, place: str) -> None:
    for one in records(terminal.store):
        if one.holds(digest, terminal.now()):
            raise PassedOver(faults.REFUSED_BEFORE.at(place, reason=one.reason))


def _pass_over_taken_back(store: Store, release: str, place: str) -> None:
    if release != store.shown and release in rolled_back(store):
        raise PassedOver(faults.TAKEN_BACK.at(place, release=release))


def _brought_in(terminal: Terminal, release: Release, place: str, by_itself: bool) -> bool:
    """Unpack, judge and show it; False if it was shown already. A person may show an older one if it only seems so."""
    store, shown = terminal.store, terminal.store.shown
    if release.id == shown:
        if store.damage(shown):
            store.mend(release)
        return False
    if shown and not newer(release.id, shown) and (by_itself or not terminal.ahead(shown)):
        raise Refused(Reason.OLDER, faults.OLDER.at(place, release=release.id, shown=shown))
    _put_in(terminal, release, place)
    store.show(release.id)
    old = set(rolled_back(store))
    store.prune(old)
    forget(store, [one for one in old if not newer(one, release.id)])  # there is a newer one, or it is wanted after all
    _note_switch(terminal)
    return True


def _put_in(terminal: Terminal, release: Release, place: str) -> None:
    """Make it one of the releases, if it is sound; nothing is left of it if not."""
    part = terminal.store.unfinished(release.id)
    try:
        terminal.store.put(release)
        _judge(terminal, part, release.id, place)
    except (Refused, OSError):
        with suppress(OSError):  # a full disk should not stay full; what went wrong is told, the next run tidies up
            shutil.rmtree(part)
        raise
    terminal.store.adopt(release.id)


def _judge(terminal: Terminal, part: Path, release: str, place: str) -> None:
    """Refuse it for errors in its content, not for what the disk gave wrongly in this moment."""
    try:
        checked(part, terminal.config, terminal.themes, place)
    except Refused:
        if damage(part, release):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(part)) from None
        checked(part, terminal.config, terminal.themes, place)


def _note_switch(terminal: Terminal) -> None:
    state = state_of(terminal.store)
    state.activated = int(terminal.now())
    save(terminal.store, state)
