"""What happens when our own code fails in front of a visitor: log it, go home; if it keeps failing, leave.

The supervisor (systemd) restarts a kiosk that leaves with exit code 1 and shows a safe page if that does not help.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

log = logging.getLogger(__name__)

LIMIT = 5
WINDOW_S = 60.0


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
        if self._counter.too_many(self._monotonic()):
            log.critical("too many failures in a short time; leaving to the supervisor")
            self._raised = error
            return False
        try:
            self._recover()
        except Exception as second:
            log.critical("going home failed too; leaving to the supervisor", exc_info=second)
            self._raised = error
            return False
        return True

    def handle_exception(self, error: BaseException) -> int:
        """Kivy's interface (kivy.base.ExceptionHandler)."""
        from kivy.base import ExceptionManager

        return int(ExceptionManager.PASS if self.survives(error) else ExceptionManager.RAISE)


def install(recover: Callable[[], None], monotonic: Callable[[], float]) -> CrashPolicy:
    """Put the policy into Kivy's main loop; call it before `App.run`."""
    from kivy.base import ExceptionManager

    policy = CrashPolicy(recover, monotonic, CrashCounter())
    ExceptionManager.add_handler(policy)
    return policy
