"""A machine of a test's own that is reached as IT reaches a terminal: by SSH, here on loopback."""

from __future__ import annotations

import socket
import subprocess
import time
from abc import ABC, abstractmethod
from pathlib import Path

OPTIONS = (
    *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"),
    *("-o", "ConnectTimeout=5", "-o", "BatchMode=yes"),
)
"""Of ssh, and of Ansible: nobody's list of known hosts."""


class Reached(ABC):
    """One machine, off at first. `key`: the private key that root's account on it knows."""

    patience_s = 60.0
    """Until a machine that was switched on answers."""

    def __init__(self, key: Path) -> None:
        self.key, self.port = key, free_port()

    @abstractmethod
    def running(self) -> bool:
        """Whether it is switched on."""

    @abstractmethod
    def words(self) -> str:
        """The last words on its console."""

    def wait(self) -> float:
        """Until it answers; seconds. Raises TimeoutError with its last words."""
        begun = time.monotonic()
        while self.tried("true").returncode != 0:
            if time.monotonic() - begun > self.patience_s or not self.running():
                raise TimeoutError(f"no answer on SSH. The console: {self.words()}")
            time.sleep(0.3)
        return time.monotonic() - begun

    def tried(self, command: str, timeout_s: float = 120) -> subprocess.CompletedProcess[str]:
        """Do a shell command on it, whatever comes of it."""
        ssh = ["ssh", "-i", str(self.key), *OPTIONS, "-p", str(self.port), "root@127.0.0.1", command]
        return subprocess.run(
            ssh, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout_s, check=False
        )

    def does(self, command: str, timeout_s: float = 120) -> str:
        """Do a shell command on it; what it printed. Raises RuntimeError if it fails."""
        done = self.tried(command, timeout_s)
        if done.returncode != 0:
            raise RuntimeError(f"{command}: {done.returncode}\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
        return done.stdout.strip()

    def until(self, command: str, patience_s: float, every_s: float = 0.2) -> float:
        """Until a shell command succeeds on it; seconds. Raises TimeoutError."""
        begun = time.monotonic()
        while self.tried(command).returncode != 0:
            if time.monotonic() - begun > patience_s:
                raise TimeoutError(f"not within {patience_s:.0f} s: {command}")
            time.sleep(every_s)
        return time.monotonic() - begun


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
