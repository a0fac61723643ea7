"""When a change counts. Editors truncate and write, write beside and rename, keep backups; git removes and puts back.

Pure: the time is given. A change counts when it has been quiet for a while, when no file that was written to is still
open, and when nothing that vanished may still come back.
"""

from __future__ import annotations

from kiosk.runtime.happening import Kind

QUIET_S = 0.15
"""Nothing has happened for so long: an editor's save takes some milliseconds."""
OPEN_S = 3.0
"""A file that was written to and not closed is waited for so long after its last word."""
GONE_S = 2.0
"""What vanishes is believed gone only after so long: a checkout or a rename is half done in between."""
LONGEST_S = 10.0
"""A writer that never rests is not waited for longer. What is half written then is faulty, and the last good stays."""


class Settling:
    """Takes in what happens, and tells when it counts."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """What happened so far is being read."""
        self._first = self._last = 0.0
        self._open: dict[str, float] = {}
        self._gone: dict[str, float] = {}
        self._new: set[str] = set()
        self.pending = False

    def note(self, path: str, kind: Kind, now: float) -> None:
        """Something happened to `path` at `now`, in monotonic seconds."""
        if not self.pending:
            self.pending, self._first = True, now
        self._last = now
        match kind:
            case Kind.WRITTEN:
                self._open[path] = now
            case Kind.CLOSED:
                self._open.pop(path, None)
            case Kind.CREATED if path not in self._gone:
                self._new.add(path)
            case Kind.CREATED | Kind.PUT:
                self._gone.pop(path, None)
            case Kind.GONE:
                self._vanished(path, now)

    def _vanished(self, path: str, now: float) -> None:
        """A file that came only just now was a temporary one: nobody misses it."""
        self._open.pop(path, None)
        if path in self._new:
            self._new.discard(path)
        else:
            self._gone[path] = now

    def due(self) -> float | None:
        """When what happened so far counts, if nothing more happens; None while nothing has happened."""
        if not self.pending:
            return None
        rest = max([self._last + QUIET_S, *(at + OPEN_S for at in self._open.values())])
        gone = max((at + GONE_S for at in self._gone.values()), default=0.0)
        return max(min(rest, self._first + LONGEST_S), gone)
