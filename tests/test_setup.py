"""The set-up: what it asks of Debian and pip, what it tells people, and that it does nothing twice."""

from __future__ import annotations

import configparser
import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from io import StringIO
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest

from kiosk import VERSION
from tests.combinations import ALL, chosen

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock", "benchmarks/peers/requirements.lock")


@pytest.fixture
def prepare() -> ModuleType:
    """tools/prepare.py, which is a program and no part of a package."""
    spec = importlib.util.spec_from_file_location("prepare", ROOT / "tools" / "prepare.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Machine:
    """A checkout of its own on which the real program runs; dpkg, apt and sudo write down that they were called."""

    def __init__(self, root: Path) -> None:
        self.root, self.bin, self.calls = root, root / "bin", root / "calls"
        self.bin.mkdir()
        for name in (*LOCKS, "tools/prepare.py"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
        for name in ("dpkg-query", "apt-get", "sudo"):
            self.program(name, "exit 1")

    def program(self, name: str, then: str) -> None:
        """Put a program on the machine that notes its call and then does what `then` (shell) says."""
        path = self.bin / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {self.calls}\n{then}\n')
        path.chmod(0o755)

    def borrow_environment(self) -> None:
        """Give it the very environment that these tests run in, without copying it."""
        environment = self.root / ".venv"
        environment.mkdir()
        for part in ("bin", "lib", "pyvenv.cfg"):
            (environment / part).symlink_to(Path(sys.prefix) / part)

    def prepare(self, goal: str) -> subprocess.CompletedProcess[str]:
        """Run the set-up as `make` does."""
        path = f"{self.bin}:{os.environ['PATH']}"
        return subprocess.run(
            [sys.executable, str(self.root / "tools" / "prepare.py"), goal],
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def noted(self) -> str:
        """All calls so far, one a line."""
        return self.calls.read_text() if self.calls.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with nothing on it."""
    return Machine(tmp_path)


def listing(*names: str) -> str:
    """What a dpkg-query that knows these packages does."""
    return "\n".join(f"echo 'ii |{name}|'" for name in names) + "\nexit 0"


def test_a_prepared_machine_is_left_alone(machine: Machine, prepare: ModuleType) -> None:
    machine.borrow_environment()
    stamp = machine.root / ".venv" / "prepared-test"
    stamp.write_text(prepare.fingerprint(machine.root / LOCKS[1]))
    again = machine.prepare("test")
    assert (again.returncode, again.stdout, again.stderr, machine.noted()) == (0, "", "", "")

    with (machine.root / LOCKS[1]).open("a") as lock:  # a new version of something: the stamp counts no more
        lock.write("# changed\n")
    assert machine.prepare("test").returncode != 0
    assert machine.noted().startswith("dpkg-query")
    assert not stamp.exists()


def test_a_stamp_without_a_working_environment_counts_for_nothing(machine: Machine, prepare: ModuleType) -> None:
    (machine.root / ".venv").mkdir()
    (machine.root / ".venv" / "prepared-run").write_text(prepare.fingerprint(machine.root / LOCKS[0]))
    machine.prepare("run")
    assert "dpkg-query" in machine.noted()


def test_only_what_is_missing_is_installed(machine: Machine, prepare: ModuleType) -> None:
    missing = ["libgl1", "xvfb"]
    machine.program("dpkg-query", listing(*(name for name in prepare.needed_packages("run") if name not in missing)))
    machine.program("sudo", 'test "$1" = --non-interactive || exec "$@"')  # asked only where we are not root
    tried = machine.prepare("run")
    assert [call for call in machine.noted().splitlines() if call.startswith("apt-get")] == [
        "apt-get --quiet --option=DPkg::Lock::Timeout=300 update",
        "apt-get --quiet --option=DPkg::Lock::Timeout=300 install --yes --no-install-recommends libgl1 xvfb",
    ]
    assert tried.returncode == 1  # this machine's apt-get fails: the line to paste is the last word
    assert tried.stderr.splitlines()[-1].endswith("install --yes --no-install-recommends libgl1 xvfb")
    assert "apt-get ist gescheitert" in tried.stderr and "apt-get failed" in tried.stderr


@pytest.mark.parametrize(
    ("sudo", "line"),
    [
        (True, "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libgl1 xvfb"),
        (False, "su -c 'apt-get update && apt-get install --yes --no-install-recommends libgl1 xvfb'"),
    ],
)
def test_who_may_not_install_gets_one_line_to_paste(
    sudo: bool, line: str, machine: Machine, prepare: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "stdin", StringIO())  # nobody at a terminal who could give sudo a password
    if not sudo:
        (machine.bin / "sudo").unlink()
    monkeypatch.setenv("PATH", str(machine.bin))
    with pytest.raises(prepare.CannotPrepare) as stopped:
        prepare.install_packages(["libgl1", "xvfb"])
    german, english, paste = str(stopped.value).splitlines()
    assert "Debian-Pakete fehlen" in german and "are missing" in english
    assert paste == line
    assert "apt-get" not in machine.noted()


def test_dpkg_is_read_as_it_writes(prepare: ModuleType) -> None:
    listed = (
        "ii |libgl1|\nhi |xvfb|xserver\nrc |libegl1|\nun |libgles2|\nii |libmtdev1t64|libmtdev1 (= 1.1.7-1), libmtdev\n"
    )
    assert prepare.installed_packages(listed) == {"libgl1", "xvfb", "xserver", "libmtdev1t64", "libmtdev1", "libmtdev"}


@pytest.mark.parametrize(
    ("version", "machine_type", "bits", "words"),
    [
        ((3, 10), "x86_64", 64, ["Python 3.10", "3.11 – 3.13", "make PYTHON=python3.13 run"]),
        ((3, 14), "aarch64", 64, ["Python 3.14"]),
        ((3, 11), "armv7l", 32, ["armv7l", "64-Bit", "64-bit"]),
        ((3, 11), "aarch64", 32, ["32 Bit", "32 bits"]),
    ],
)
def test_what_cannot_run_the_kiosk_is_told_so(
    version: tuple[int, int], machine_type: str, bits: int, words: list[str], prepare: ModuleType
) -> None:
    with pytest.raises(prepare.CannotPrepare) as stopped:
        prepare.check_machine(version, machine_type, bits)
    assert [word for word in words if word not in str(stopped.value)] == []


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
@pytest.mark.parametrize("machine_type", ["x86_64", "aarch64"])
def test_what_can_is_not_stopped(version: tuple[int, int], machine_type: str, prepare: ModuleType) -> None:
    prepare.check_machine(version, machine_type, 64)


def test_the_lobby_needs_less_than_the_tests(prepare: ModuleType) -> None:
    assert set(prepare.needed_packages("run")) < set(prepare.needed_packages("test"))


def test_only_the_comparison_needs_a_browser_and_qt(machine: Machine, prepare: ModuleType) -> None:
    assert set(prepare.needed_packages("test")) < set(prepare.needed_packages("bench"))
    assert "chromium" not in prepare.needed_packages("test")
    assert not any(name.startswith("pyside6") for lock in LOCKS[:2] for name in locked(lock))
    machine.borrow_environment()
    (machine.root / ".venv" / "prepared-test").write_text(prepare.fingerprint(machine.root / LOCKS[1]))
    machine.program("dpkg-query", listing(*prepare.needed_packages("test")))
    tried = machine.prepare("bench")  # this machine's apt-get fails, after it was asked for what only bench needs
    assert tried.returncode == 1
    assert "chromium" in tried.stderr.splitlines()[-1] and "xvfb" not in tried.stderr.splitlines()[-1]


def test_an_unknown_goal_is_answered_with_how_to_call_it(machine: Machine) -> None:
    answer = machine.prepare("everything")
    assert answer.returncode == 2
    assert "tools/prepare.py run" in answer.stderr


def locked(name: str) -> dict[str, str]:
    """The versions in a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))


def test_tests_run_with_the_very_versions_of_the_lobby() -> None:
    lobby, tests = locked(LOCKS[0]), locked(LOCKS[1])
    assert lobby.items() <= tests.items()
    assert len(lobby) > 7 and len(tests) > len(lobby)


@pytest.mark.parametrize("name", LOCKS)
def test_all_that_is_locked_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert len(re.findall(r"^\S+==\S+ \\\n    --hash=sha256:", text, re.MULTILINE)) == len(locked(name))
    assert "://" not in text and "--index" not in text and "--find-links" not in text


def setup() -> configparser.ConfigParser:
    """setup.cfg, read."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_what_setup_cfg_asks_for_is_locked() -> None:
    wanted = setup()["options"]["install_requires"] + setup()["options.extras_require"]["test"]
    names = {re.split(r"[=<>]", line)[0].lower() for line in wanted.splitlines() if line and not line.startswith("#")}
    assert names - locked(LOCKS[1]).keys() == set()
    assert "kivy" in names and "pytest" in names


def test_setup_cfg_and_the_set_up_agree_on_python(prepare: ModuleType) -> None:
    oldest, newest = prepare.OLDEST, prepare.NEWEST
    assert setup()["options"]["python_requires"] == f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"


def test_the_command_named_in_setup_cfg_is_there() -> None:
    _name, _, target = setup()["options.entry_points"]["console_scripts"].strip().partition(" = ")
    module, _, function = target.partition(":")
    assert callable(getattr(import_module(module), function))


OPENED_BY_SDL = (
    "libX11.so.6 libXcursor.so.1 libXext.so.6 libXfixes.so.3 libXi.so.6 libXrandr.so.2 libXss.so.1 libEGL.so.1 "
    "libGL.so.1 libGLESv2.so.2 libasound.so.2 libdbus-1.so.3 libdrm.so.2 libgbm.so.1 libpulse.so.0 libudev.so.1"
)


def test_what_sdl_opens_by_name_is_installed() -> None:
    (sdl,) = Path(sys.prefix).glob("lib/python3*/site-packages/Kivy.libs/libSDL2-2-*")
    content = sdl.read_bytes()
    for name in OPENED_BY_SDL.split():
        assert name.encode() in content, f"{name} is not opened by this SDL: take it out of the list"
        ctypes.CDLL(name)


def test_make_alone_says_what_there_is() -> None:
    ours = ("MAKE", "MFLAGS")  # what the make that runs these tests leaves to its children
    alone = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    said = subprocess.run(["make"], cwd=ROOT, env=alone, capture_output=True, text=True, check=True).stdout
    assert [line.split()[1] for line in said.splitlines()] == (
        "help run test test-all terminal-test lint bench bench-peers soak monkey lock".split()
    )


def test_make_test_all_tries_every_combination() -> None:
    said = subprocess.run(["make", "-n", "test-all"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert f"env {ALL}=1 .venv/bin/python -m pytest" in said


def test_a_selection_has_every_two_values_together_and_all_of_it_is_all(monkeypatch: pytest.MonkeyPatch) -> None:
    every = list(product("abcd", range(8), ("x", "y")))
    monkeypatch.delenv(ALL, raising=False)
    some = chosen(every)
    assert len(some) < len(every) / 1.5
    for first, second in ((0, 1), (0, 2), (1, 2)):
        assert {(one[first], one[second]) for one in some} == {(one[first], one[second]) for one in every}
    monkeypatch.setenv(ALL, "1")
    assert chosen(every) == every


def test_the_program_knows_its_version() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg")
    assert settings["metadata"]["version"] == VERSION
