"""A fresh Debian with its own systemd, in a container: everything of a terminal but the kernel and the devices.

Debian package systemd-container; needs root. It shares the network of this machine, so that apt and pip work as here.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from tests.terminal.debian import base, make_key
from tests.terminal.reached import Reached

CONSOLE = "console.log"


class Container(Reached):
    """Debian `release` in `folder`, which holds its whole system afterwards."""

    def __init__(self, release: str, folder: Path) -> None:
        super().__init__(make_key(folder))
        self.system = folder / "system"
        self._console = folder / CONSOLE
        self._process: subprocess.Popen[bytes] | None = None
        subprocess.run(["cp", "--archive", "--reflink=auto", str(base(release)), str(self.system)], check=True)
        own = self.system / "root" / ".ssh"
        own.mkdir(mode=0o700)
        shutil.copy(f"{self.key}.pub", own / "authorized_keys")
        # The network is this machine's, and up.
        (self.system / "etc" / "network" / "interfaces").write_text("")
        door = f"Port {self.port}\nListenAddress 127.0.0.1\n"
        (self.system / "etc" / "ssh" / "sshd_config.d" / "test.conf").write_text(door)

    def start(self) -> float:
        """Switch it on; seconds until it answers. Raises TimeoutError."""
        # Where this machine has no systemd of its own, nobody is there to register the container with.
        alone = [] if Path("/run/systemd/system").exists() else ["--register=no", "--keep-unit"]
        self._process = subprocess.Popen(
            ["systemd-nspawn", "--quiet", f"--directory={self.system}", *alone, "--console=pipe", "--boot"],
            stdin=subprocess.DEVNULL,
            stdout=self._console.open("ab"),
            stderr=subprocess.STDOUT,
            env={**os.environ, "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"},
            start_new_session=True,
        )
        return self.wait()

    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def words(self) -> str:
        return self._console.read_text(errors="replace")[-2000:]

    def stop(self) -> None:
        """Switch it off in good order, or pull the plug after 30 s."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
