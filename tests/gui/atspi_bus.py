"""An accessibility bus of the tests' own, the kiosk on it, and a client outside that sees and presses what is there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.gui.outside import until
from tests.gui.test_program import command
from tests.gui.windows import surroundings

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_client.py")
SPEAKING_S = 40.0
"""After this an answer is not coming any more."""

Told = dict[str, Any]
"""One thing as the bus tells of it (atspi_client.told)."""


class Client:
    """Asks the client program, one order after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self._answer() == "ready"

    def _ask(self, **order: str) -> Any:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())

    def tree(self) -> list[Told]:
        """Everything that is published, in reading order; nothing before there is a window."""
        return self._ask(do="tree") or []

    def heard(self) -> list[tuple[str, int]]:
        """What was announced since it listens: the words, and 1 if it may wait, 2 if not."""
        return [(one["words"], one["level"]) for one in self._ask(do="heard")]

    def find(self, role: str, name: str) -> Told | None:
        """The first thing with this role and name."""
        return next((one for one in self.tree() if (one["role"], one["name"]) == (role, name)), None)

    def wait(self, role: str, name: str) -> Told:
        """That thing, as soon as it is there. Raises TimeoutError with all there is."""
        self.wait_until(lambda: self.find(role, name) is not None, f"{role} {name!r}")
        found = self.find(role, name)
        assert found
        return found

    def wait_until(self, holds: Any, what: str) -> None:
        """Look again and again. Raises TimeoutError with all there is."""
        try:
            until(holds, what, SPEAKING_S, 0.05)
        except TimeoutError as error:
            there = [f"{one['role']} {one['name']!r}" for one in self.tree()]
            raise TimeoutError(f"{error}; there is {there}") from None

    def click(self, name: str, role: str = "push button") -> None:
        """Press it, as soon as it is there."""
        self.wait(role, name)
        assert self._ask(do="click", role=role, name=name)

    def focus(self, name: str, role: str = "push button") -> None:
        """Give it the focus."""
        self.wait(role, name)
        assert self._ask(do="focus", role=role, name=name)


@contextmanager
def _group(words: list[str], env: dict[str, str], **more: Any) -> Iterator[subprocess.Popen[str]]:
    """A program with all that it starts: the whole group is ended with it."""
    with subprocess.Popen(words, env=env, text=True, start_new_session=True, **more) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):  # it may have ended already, with all it started
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def bus(home: Path, listening: bool = True) -> Iterator[dict[str, str]]:
    """The environment of a session with an accessibility bus, on which somebody is `listening` or nobody."""
    env = surroundings(home) | {"XDG_RUNTIME_DIR": str(home), "NO_AT_BRIDGE": "0"}
    for name in ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(name, None)
    quiet = {"stderr": subprocess.DEVNULL}
    daemon = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:dir={home}"]
    with ExitStack() as stack:
        session = stack.enter_context(_group(daemon, env, stdout=subprocess.PIPE, **quiet))
        assert session.stdout
        env["DBUS_SESSION_BUS_ADDRESS"] = session.stdout.readline().strip()
        stack.enter_context(_group([LAUNCHER, "--launch-immediately"], env, stdout=subprocess.DEVNULL, **quiet))
        until(lambda: listen(env, listening), "the accessibility bus answers")
        yield env


def listen(env: dict[str, str], listening: bool) -> bool:
    """Say on the bus whether assistive technology is there, as a desktop does when a screen reader starts or ends."""
    words = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    words += ["org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status"]
    value = f"variant:boolean:{str(listening).lower()}"
    calls = [[*words, f"string:{name}", value] for name in ("IsEnabled", "ScreenReaderEnabled")]
    return all(subprocess.run(call, env=env, capture_output=True, check=False).returncode == 0 for call in calls)


def programs(env: dict[str, str]) -> dict[int, str]:
    """All that runs in that session: process and command line."""
    found = {}
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit() and f"HOME={env['HOME']}\0".encode() in (folder / "environ").read_bytes():
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    return found


@contextmanager
def kiosk(env: dict[str, str], *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """The real program on that bus; its log on stderr."""
    with _group(command("--now", "2026-11-24T14:32", *arguments), env, stderr=subprocess.PIPE) as process:
        yield process


@contextmanager
def client(env: dict[str, str]) -> Iterator[Client]:
    """Somebody who listens on that bus."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with _group([SYSTEM_PYTHON, str(CLIENT)], env, **pipes) as process:
        yield Client(process)
