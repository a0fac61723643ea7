"""Does with the shipped units what systemd does with them, where there is no systemd: for tests of faults.

    with Supervisor(folder) as supervisor:                     config/systemd/*.service as they are shipped
        supervisor.start("kiosk")
        at = supervisor.wait("kiosk", READY)                   time.monotonic() of it
        os.kill(supervisor.pid("kiosk"), signal.SIGSTOP)
        supervisor.wait("kiosk", READY, after=at)              the next one

What it keeps to, with the values of the unit files: Type=notify, NotifyAccess=main (by the sender that the kernel
tells) and TimeoutStartSec; WatchdogSec with SIGABRT and SIGCONT to the main process, and SIGKILL for all after
TimeoutAbortSec (systemd.kill(5), KillMode=mixed); TimeoutStopSec; Restart, RestartSec, RestartPreventExitStatus;
StartLimitIntervalSec and StartLimitBurst; OnFailure with its MONITOR_ variables, OnSuccess, and `systemctl
reset-failed` in ExecStopPost. The program runs with the environment that a unit has: nothing but what the unit says,
PATH and HOME. What it does not do: users, devices, hardening, other units' Conflicts.

A test may `override` values ({"kiosk": {"WatchdogSec": "2"}}) where only behaviour matters and not time, and `replace`
words of ExecStart: `PLACES` brings the paths of a terminal to this checkout, and Xorg to Xvfb.
"""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.gui.units import PLACES, Unit

STARTED, READY, BEAT, WATCHDOG, ENDED, FAILED = "started", "ready", "beat", "watchdog", "ended", "failed"
"""What can happen to a unit. `ended` has the exit code as its word (-9: by SIGKILL), `failed` systemd's result, `ready`
the seconds for which the machine had no processor for a program that wanted one: a busy machine is no fault of ours."""

SCREEN = "Xvfb -screen 0 1920x1080x24 -nolisten tcp -noreset"
STEP_S = 0.05
"""How often it looks."""


@dataclass(frozen=True)
class Event:
    """Something happened to a unit, at a time of time.monotonic()."""

    at: float
    unit: str
    what: str
    word: str = ""


class Supervisor:
    """One terminal's systemd. `folder` holds its state, sockets and logs; programs get `environment`, too."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        override: Mapping[str, Mapping[str, str]] | None = None,
        replace: Mapping[str, str] | None = None,
        screen: str = SCREEN,
    ) -> None:
        self.folder, self.state = folder, folder / "state"
        self.events: list[Event] = []
        self._environment, self._override = dict(environment or {}), override or {}
        self._replace = {**(replace or {}), **PLACES}
        self._screen = screen
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._starts: dict[str, list[float]] = {}
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()
        self._news = threading.Condition()
        self.state.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Supervisor:
        return self

    def __exit__(self, *_: object) -> None:
        """All ends as at a shutdown."""
        self._stopping.set()
        for thread in self._threads:
            thread.join()

    def unit(self, name: str) -> Unit:
        """A shipped unit, with what this test overrides."""
        return Unit(name, self._override.get(name, {}), self._replace)

    def start(self, name: str, monitor: Mapping[str, str] | None = None) -> None:
        """`systemctl start`."""
        thread = threading.Thread(target=self._supervise, args=(self.unit(name), monitor or {}), name=name)
        self._threads.append(thread)
        thread.start()

    def pid(self, name: str) -> int:
        """The main process of a unit that runs."""
        return self._running[name].pid

    def log(self, name: str) -> str:
        """What its programs have written, all of them."""
        file = self.folder / f"{name}.log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def wait(self, name: str, what: str, after: float = 0.0, patience_s: float = 60.0) -> float:
        """Wait until that has happened to a unit, later than `after`; when. Raises TimeoutError with what happened."""
        end = time.monotonic() + patience_s
        with self._news:
            while True:
                for event in self.events:
                    if (event.unit, event.what) == (name, what) and event.at > after:
                        return event.at
                if not self._news.wait(end - time.monotonic()):
                    happened = "\n".join(f"{event.at - self.events[0].at:7.2f} {event}" for event in self.events)
                    raise TimeoutError(f"{name} {what}: not in {patience_s:g} s\n{happened}\n{self.log(name)[-3000:]}")

    def back(self, name: str, since: float) -> float:
        """Wait until a unit is ready again; in how many seconds since then, had the machine nothing else to do."""
        at = self.wait(name, READY, since)
        (waited,) = (float(event.word) for event in self.events if (event.unit, event.at) == (name, at))
        return at - since - waited

    def _tell(self, unit: Unit, what: str, word: str = "") -> None:
        with self._news:
            self.events.append(Event(time.monotonic(), unit.name, what, word))
            self._news.notify_all()

    def _supervise(self, unit: Unit, monitor: Mapping[str, str]) -> None:
        """From the first start to the end of the last one, and what follows from it."""
        while not self._stopping.is_set():
            if not self._may_start(unit):
                return self._failed(unit, "start-limit-hit", monitor)
            result, code = self._run(unit, monitor)
            if self._stopping.is_set():
                return None
            if "reset-failed kiosk" in unit.text("ExecStopPost"):
                self._starts.pop("kiosk", None)
            monitor = {"MONITOR_SERVICE_RESULT": result, **_status(code), "MONITOR_UNIT": f"{unit.name}.service"}
            if not _again(unit, result, code):
                return self._failed(unit, result, monitor) if result != "success" else self._succeeded(unit)
            self._stopping.wait(unit.seconds("RestartSec"))
        return None

    def _succeeded(self, unit: Unit) -> None:
        for other in unit.others("OnSuccess"):
            self.start(other)

    def _failed(self, unit: Unit, result: str, monitor: Mapping[str, str]) -> None:
        self._tell(unit, FAILED, result)
        for other in unit.others("OnFailure"):
            self.start(other, {**monitor, "MONITOR_SERVICE_RESULT": result})

    def _may_start(self, unit: Unit) -> bool:
        now, recent = time.monotonic(), self._starts.setdefault(unit.name, [])
        recent[:] = [at for at in recent if now - at < unit.seconds("StartLimitIntervalSec")]
        recent.append(now)
        return len(recent) <= int(unit.text("StartLimitBurst"))

    def _run(self, unit: Unit, monitor: Mapping[str, str]) -> tuple[str, int]:
        """One run: systemd's result and the exit code."""
        with _notify_socket(self.folder / f"{unit.name}.notify") as told, self._process(unit, monitor) as process:
            result = self._look_after(unit, process, told)
            code = process.wait()
        self._tell(unit, ENDED, str(code))
        return (result or ("success" if code in (0, -signal.SIGTERM) else "exit-code" if code > 0 else "signal")), code

    @contextmanager
    def _process(self, unit: Unit, monitor: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
        clean = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "STATE_DIRECTORY": str(self.state)}
        clean |= {"NOTIFY_SOCKET": str(self.folder / f"{unit.name}.notify"), **unit.environment(), **self._environment}
        clean |= {"WATCHDOG_USEC": str(int(unit.seconds("WatchdogSec") * 1e6)), "WATCHDOG_PID": "1", **monitor}
        with (self.folder / f"{unit.name}.log").open("ab") as log:
            process = subprocess.Popen(
                unit.command(self._screen), env=clean, cwd="/", stdout=log, stderr=log, start_new_session=True
            )
        self._running[unit.name] = process
        self._tell(unit, STARTED)
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # what is left of the group goes with its main process

    def _look_after(self, unit: Unit, process: subprocess.Popen[bytes], told: socket.socket) -> str:
        """Until it ends; "watchdog" or "timeout" where it had to be killed."""
        patience = unit.seconds("TimeoutStartSec")
        at, ready = time.monotonic(), False
        while process.poll() is None:
            for line in _lines(told, process.pid):
                if line == "READY=1":
                    ready, patience, at = True, unit.seconds("WatchdogSec"), time.monotonic()
                    self._tell(unit, READY, f"{without_processor(process.pid):.3f}")
                elif line == "WATCHDOG=1" and ready:
                    at = time.monotonic()
                    self._tell(unit, BEAT)
            if self._stopping.is_set():
                _kill(process, signal.SIGTERM, unit.seconds("TimeoutStopSec"))
            elif time.monotonic() - at > patience:
                self._tell(unit, WATCHDOG)
                _kill(process, signal.SIGABRT, unit.seconds("TimeoutAbortSec"))
                return "watchdog" if ready else "timeout"
        return ""


def without_processor(pid: int) -> float:
    """Seconds for which a process and the screen that it started were ready to run while the machine was busy with
    others: of each its first thread, for they wait for one another (Linux, schedstat's second figure)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    waited = 0
    for number in (pid, *children[:1]):
        with suppress(FileNotFoundError, ProcessLookupError):
            waited += int(Path(f"/proc/{number}/schedstat").read_text().split()[1])
    return waited / 1e9


def _kill(process: subprocess.Popen[bytes], number: int, patience_s: float) -> None:
    """To the main process, which is woken if it was stopped (as systemd does); SIGKILL if it does not help."""
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    try:
        process.wait(patience_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)


def _again(unit: Unit, result: str, code: int) -> bool:
    prevented = str(code) in unit.text("RestartPreventExitStatus").split()
    return not prevented and (unit.text("Restart") == "always" or result != "success")


def _status(code: int) -> dict[str, str]:
    how = "exited" if code >= 0 else "killed"
    return {"MONITOR_EXIT_CODE": how, "MONITOR_EXIT_STATUS": str(code) if code >= 0 else signal.Signals(-code).name[3:]}


@contextmanager
def _notify_socket(path: Path) -> Iterator[socket.socket]:
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.bind(str(path))
        told.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        told.settimeout(STEP_S)
        yield told


def _lines(told: socket.socket, main: int) -> list[str]:
    """What the main process told within a step."""
    try:
        data, ancillary, _, _ = told.recvmsg(4096, socket.CMSG_SPACE(struct.calcsize("3i")))
    except TimeoutError:
        return []
    sender = next(struct.unpack("3i", more)[0] for _, kind, more in ancillary if kind == socket.SCM_CREDENTIALS)
    return data.decode().splitlines() if sender == main else []
