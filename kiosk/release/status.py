"""`release status`: what is shown, kept and refused on this terminal."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from msgspec.structs import asdict

from kiosk.release.record import records, state_of
from kiosk.release.store import Store
from kiosk.staff.report import seen

VERSION = 1
"""Of the JSON: raised when a field gets another meaning or is gone. A new field alone does not raise it."""
NEVER = "nie / never"


def status(store: Store) -> dict[str, object]:
    """Everything, as JSON takes it. `damaged` names the first file of a release that is not as it was made."""
    state, shown = state_of(store), store.shown
    back = {one.key for one in records(store) if one.taken_back}
    damaged = _damaged(store)
    kept = [{"id": one, "damaged": file, "rolled_back": one in back} for one, file in damaged.items()]
    return {
        "version": VERSION,
        "shown": shown,
        "sound": shown is not None and damaged.get(shown) is None,
        "activated": state.activated or None,
        "checked": state.checked or None,
        "releases": kept,
        "refused": [asdict(one) for one in reversed(records(store))],
        "rejected": state.rejected,
    }


def as_text(store: Store) -> str:
    """The same for people, in German and English."""
    state, shown = state_of(store), store.shown
    lines = [
        f"Gezeigt / shown:       {shown or 'keine Ausgabe / no release'}",
        f"Gewechselt / switched: {_when(state.activated)}",
        f"Gefragt / asked:       {_when(state.checked)}",
        "",
        "Da sind / there are:",
        *(f"  {one}  {_remark(file, one == shown)}".rstrip() for one, file in _damaged(store).items()),
    ]
    refused = list(reversed(records(store)))
    if refused:
        lines += ["", "Abgelehnt oder zurückgenommen / refused or rolled back:"]
    for record in refused:
        lines.append(f"  {record.key}  {record.reason}  {_when(record.at)}")
        for problem in record.problems[:1]:
            lines += [f"    {seen(problem['de'])}", f"    {seen(problem['en'])}"]
    return "\n".join(lines)


def as_json(store: Store) -> str:
    """For scripts, in ASCII."""
    return json.dumps(status(store), indent=2)


def _damaged(store: Store) -> dict[str, str | None]:
    """The releases, the newest first, and of each the first file that is not as it was made."""
    return {one: store.damage(one) for one in reversed(store.ids)}


def _remark(damaged: str | None, shown: bool) -> str:
    remarks = (shown and "wird gezeigt / is shown", damaged and f"beschädigt / damaged: {damaged}")
    return ", ".join(one for one in remarks if one)


def _when(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC") if seconds else NEVER
