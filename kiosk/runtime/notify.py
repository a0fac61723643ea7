"""What the kiosk tells its supervisor: ready, still well, ending (systemd's sd_notify(3), over a socket of datagrams).

Plain lines, so that no library is needed. WATCHDOG_PID is not looked at: whoever stands between systemd and the kiosk
(xinit, cage) has another number, and libraries that compare it stay silent for ever. The unit says NotifyAccess=all.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Mapping
from contextlib import suppress

log = logging.getLogger(__name__)

SOCKET, PERIOD = "NOTIFY_SOCKET", "WATCHDOG_USEC"


class Supervisor:
    """Whoever started the kiosk and looks after it; telling nobody is fine, too. Telling never blocks and never fails:
    no message is worth a frame."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """`environ` is what the supervisor gave; without NOTIFY_SOCKET there is none."""
        named = environ.get(SOCKET, "")
        self._address = f"\0{named[1:]}" if named.startswith("@") else named
        self._complained = False
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) if named[:1] in ("@", "/") else None
        if self._socket:
            self._socket.setblocking(False)
        self.patience_s = _seconds(environ.get(PERIOD, "")) if self._socket else None
        """So long it waits for a sign of life before it kills; None: for ever."""

    def tell(self, *lines: str) -> None:
        """Send lines such as READY=1 or STATUS=words. What cannot be sent is lost; the log says so once."""
        if self._socket is None:
            return
        try:
            self._socket.sendto("\n".join(lines).encode(), self._address)
        except OSError as error:
            if not self._complained:
                log.warning("the supervisor cannot be told (%s): it may start the kiosk anew", error)
            self._complained = True

    def close(self) -> None:
        """Tell nobody any more."""
        if self._socket:
            self._socket.close()
        self._socket = None


def _seconds(microseconds: str) -> float | None:
    """What WATCHDOG_USEC says; None for nothing that could be meant."""
    with suppress(ValueError):
        return int(microseconds) / 1e6 or None
    return None
