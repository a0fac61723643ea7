"""What happens when our own code fails in front of a visitor: log it, go home; if it keeps failing, leave.

The supervisor (systemd) restarts a kiosk that leaves with exit code 1 and shows a safe page if that does not help.
What fails in a thread of its own takes nobody home: the page is still good. It is logged and counted like the rest.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections import Counter, deque
from collections.abc import Callable
from types import TracebackType

log = logging.getLogger(__name__)

LIMIT = 5
WINDOW_S = 60.0
OURS, ELSEWHERE = "kiosk.", "elsewhere"

_counts: Counter[str] = Counter()
_counting = threading.Lock()


def show_stack() -> None:
    """Write to standard error where every thread was when the program is aborted: so the supervisor ends a frozen one
    (SIGABRT). Works in the midst of C code, too, and tells lines of the program, never values."""
    faulthandler.enable(all_threads=True)


def counts() -> dict[str, int]:
    """How many failures there were since the start, by the module of ours in which they happened ("stage.painter"), or
    "elsewhere". Names of modules only: nothing of what a visitor did."""
    with _counting:
        return dict(_counts)


def count(error: BaseException) -> None:
    """Count a failure that was caught; from any thread."""
    where = _where(error.__traceback__)
    with _counting:
        _counts[where] += 1


def _where(trace: TracebackType | None) -> str:
    """The innermost module of ours that a failure came through."""
    modules = [str(frame.f_globals.get("__name__", "")) for frame, _ in traceback.walk_tb(trace)]
    ours = [name.removeprefix(OURS) for name in modules if name.startswith(OURS)]
    return ours[-1] if ours else ELSEWHERE


class CrashCounter:
    """Counts failures within a sliding window of monotonic seconds."""

    def __init__(self, limit: int = LIMIT, window_s: float = WINDOW_S) -> None:
        self._limit = limit
        self._window_s = window_s
        self._times: deque[float] = deque(maxlen=limit)

    def too_many(self, now: float) -> bool:
        """Count one failure at `now`; True if it is the `limit`-th within `window_s`."""
        self._times.append(now)
        return len(self._times) == self._limit and now - self._times[0] <= self._window_s


class CrashPolicy:
    """Kivy's exception handler: recovers from single failures, raises when recovering makes no sense any more.

    What it raises leaves `App.run`, so Python ends with a traceback and exit code 1.
    """

    def __init__(self, recover: Callable[[], None], monotonic: Callable[[], float], counter: CrashCounter) -> None:
        """`recover` brings the kiosk home with the visit forgotten."""
        self._recover = recover
        self._monotonic = monotonic
        self._counter = counter
        self._raised: BaseException | None = None

    def survives(self, error: BaseException) -> bool:
        """Log `error` and recover; False if the program must end."""
        if error is self._raised or not isinstance(error, Exception):
            return False  # Kivy asks again on the way out; SystemExit and KeyboardInterrupt are wishes, not failures
        log.error("a handler failed; going home", exc_info=error)
        count(error)
        if self._counter.too_many(self._monotonic()):
            log.critical("too many failures in a short time; leaving to the supervisor")
            self._raised = error
            return False
        try:
            self._recover()
        except Exception as second:
            count(second)
            log.critical("going home failed too; leaving to the supervisor", exc_info=second)
            self._raised = error
            return False
        return True

    def handle_exception(self, error: BaseException) -> int:
        """Kivy's interface (kivy.base.ExceptionHandler)."""
        from kivy.base import ExceptionManager

        return int(ExceptionManager.PASS if self.survives(error) else ExceptionManager.RAISE)


def install(recover: Callable[[], None], monotonic: Callable[[], float]) -> CrashPolicy:
    """Put the policy into Kivy's main loop, and count what fails beside it; call it before `App.run`."""
    from kivy.base import ExceptionManager

    policy = CrashPolicy(recover, monotonic, CrashCounter())
    ExceptionManager.add_handler(policy)
    threading.excepthook = _in_thread
    sys.unraisablehook = _on_the_way
    return policy


def _in_thread(failed: threading.ExceptHookArgs) -> None:
    """A thread has ended with an error: what it did is not done any more until the next start."""
    if failed.exc_value is None or isinstance(failed.exc_value, SystemExit):
        return
    log.error("the thread %s failed", failed.thread.name if failed.thread else "?", exc_info=failed.exc_value)
    count(failed.exc_value)


def _on_the_way(failed: sys.UnraisableHookArgs) -> None:
    """An error in a place from which Python cannot raise it: a function that C calls, or an object's end."""
    if failed.exc_value is None:
        return
    log.error("%s", failed.err_msg or "a failure that cannot be raised", exc_info=failed.exc_value)
    count(failed.exc_value)
