#!/usr/bin/env python3
"""Prepares this machine for the kiosk: Debian's packages, and Python's in an environment of its own, `.venv`.

    python3 tools/prepare.py run      what the lobby needs
    python3 tools/prepare.py test     that, and what tests and lint need
    python3 tools/prepare.py bench    that, and what the kiosk is compared with: Chromium, and Qt in `build/peers/qt`

A stamp in `.venv` remembers what was prepared: a second call compares it, sees that the environment still answers, and
is done. `make run` and `make test` call this first. Only the standard library, and no newer syntax than Python 3.8's,
so that an older Python gets a sentence to read and not a SyntaxError.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock", "bench": "benchmarks/peers/requirements.lock"}
COMPARED = ROOT / "build" / "peers" / "qt"  # Qt is no part of the kiosk: it has an environment of its own
OLDEST, NEWEST = (3, 11), (3, 13)  # the Pythons that Kivy 2.3.1 has wheels for; setup.cfg says the same
MACHINES = ("x86_64", "aarch64")

# Names that are the same in Debian 12 and 13, Ubuntu 24.04 and Raspberry Pi OS.
PACKAGES = {
    "libpango-1.0-0": "shapes and breaks the text of every script",
    "libpangocairo-1.0-0": "paints it",
    "libpangoft2-1.0-0": "takes the fonts by path",
    "fonts-noto-core": "the fonts",
    "fonts-noto-ui-core": "the same, with line heights that fit a screen",
    "libgl1": "OpenGL, that Kivy draws with",
    "libegl1": "OpenGL without X: a bare console, and windows that nobody sees",
    "libgles2": "OpenGL of small machines (Raspberry Pi)",
    "libgl1-mesa-dri": "the drivers, and drawing by the processor where there is no graphics card",
    # Kivy's and pygame's wheels bring their own SDL, and that opens the system's X11, DRM, ALSA and PulseAudio by name.
    # Debian's SDL needs the very same, under whatever name each release gives them: so it is asked for them.
    "libsdl2-2.0-0": "pulls in what SDL opens: screen, touch and sound",
    "libsndfile1": "reads the sound files that people bring: WAV, FLAC, OGG, MP3",
    "libebur128-1": "measures how loud a clip is, so that all are heard equally loud",
    "libsonic0": "plays clips slower and faster with their pitch kept",
    "libmtdev1": "Kivy looks for it at every start and fills the log where it is missing",
    "openssh-client": "signs releases of the content, and judges the signatures (ssh-keygen)",
    "xvfb": "a screen for machines that have none: tests, and the tour",
}
TEST_PACKAGES = {
    "openssl": "makes the certificate of a speech service on loopback",
    "libxtst6": "presses the keys of a real keyboard, and touches, on the virtual screen",
    "pulseaudio-utils": "hears what the kiosk says, and pulls the loudspeaker's plug",
    "at-spi2-core": "carries what the kiosk tells screen readers",
    "dbus": "the bus under it, one of the tests' own",
    "libfaketime": "a clock that jumps under a running kiosk",
    "gettext": "judges the files for translators",
    "strace": "ends a program at each single write, rename and fsync, or lets that one fail",
    "nodejs": "runs the filter of the preview's page",
    "systemd": "judges its units",
    "valgrind": "counts the instructions of what is guarded against becoming slow",
    "python3-pyatspi": "listens there, as a screen reader or a robot would",
    # What PulseAudio itself needs, beyond what is there already.
    "libltdl7": "loads its parts",
    "liborc-0.4-0": "mixes",
    "libsoxr0": "changes sample rates",
    "libspeexdsp1": "changes sample rates, too",
    "libtdb1": "remembers",
    "libwrap0": "asks who may connect",
    "libx11-xcb1": "asks X where the server is",
}
BENCH_PACKAGES = {
    "chromium": "the browser that the kiosk is compared with",
    # What Qt's window on X needs, beyond what is there already (PySide6 brings Qt itself).
    "libfontconfig1": "finds the fonts",
    "libxcb-cursor0": "cursors",
    "libxcb-icccm4": "what a window tells",
    "libxcb-image0": "pictures",
    "libxcb-keysyms1": "keys",
    "libxcb-randr0": "screens",
    "libxcb-render-util0": "painting",
    "libxcb-shape0": "the shape of windows",
    "libxcb-xkb1": "keyboards",
    "libxkbcommon-x11-0": "keyboards, too",
}
UNPACKED = {
    # Installed, it would drive out the sound server that a desktop or a terminal has: PipeWire conflicts with it.
    "pulseaudio": "a sound server that tests may kill, hang and deafen",
    # Installed, each of them would run as a service of this machine.
    "prometheus": "its promtool judges the figures of health and the alerts",
    "prometheus-node-exporter": "reads the figures of health, as on a terminal",
}
UNPACKED_IN = ENVIRONMENT / "debian"


class CannotPrepare(Exception):
    """What stops the set-up, in German and English, with the one line to paste if a line can mend it."""

    def __init__(self, german: str, english: str, line: str = "") -> None:
        super().__init__("\n".join(part for part in (german, english, line) if part))


def dotted(version: Sequence[int | str]) -> str:
    """Write a version of Python as people do: 3.11."""
    return f"{version[0]}.{version[1]}"


def check_machine(version: tuple[int, int], machine: str, bits: int) -> None:
    """Refuse a Python or a processor that Kivy has no wheels for; a 32-bit system on a 64-bit Raspberry Pi is one."""
    if not OLDEST <= version <= NEWEST:
        found, wanted = dotted(version), f"{dotted(OLDEST)} – {dotted(NEWEST)}"
        raise CannotPrepare(
            f"Dies ist Python {found}; der Kiosk braucht {wanted}. Eine andere Version wählen, zum Beispiel:",
            f"This is Python {found}; the kiosk needs {wanted}. Choose another one, for example:",
            f"make PYTHON=python{dotted(NEWEST)} run",
        )
    if machine not in MACHINES or bits != 64:
        raise CannotPrepare(
            f"Dieses System ist {machine} mit {bits} Bit. Der Kiosk braucht ein 64-Bit-System ({', '.join(MACHINES)}).",
            f"This system is {machine} with {bits} bits. The kiosk needs a 64-bit system ({', '.join(MACHINES)}).",
        )


def needed_packages(goal: str) -> list[str]:
    """Name Debian's packages for `goal`. Python's own way to make environments is one that Debian keeps apart."""
    environments = [f"python{dotted(sys.version_info)}-venv"] if importlib.util.find_spec("ensurepip") is None else []
    tests = TEST_PACKAGES if goal != "run" else ()
    return [*PACKAGES, *tests, *(BENCH_PACKAGES if goal == "bench" else ()), *environments]


def installed_packages(listing: str) -> set[str]:
    """Read dpkg-query's `status|name|provides` lines; what a package provides counts (libmtdev1t64: libmtdev1)."""
    names: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = line.split("|", 2)
        if status[1:2] == "i":
            names.add(name)
            names.update(entry.split()[0] for entry in provides.split(",") if entry.strip())
    return names


def missing_packages(goal: str) -> list[str]:
    """Ask dpkg once, and name what is needed and not installed."""
    if shutil.which("dpkg-query") is None:
        raise CannotPrepare(
            "Hier gibt es kein dpkg: Der Kiosk läuft auf Debian 12 oder 13, Ubuntu 24.04 oder Raspberry Pi OS.",
            "There is no dpkg here: the kiosk runs on Debian 12 or 13, Ubuntu 24.04 or Raspberry Pi OS.",
        )
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Abbrev}|${Package}|${Provides}\n"]
    installed = installed_packages(subprocess.run(query, check=True, capture_output=True, text=True).stdout)
    return [name for name in needed_packages(goal) if name not in installed]


def way_to_root() -> list[str] | None:
    """Return what to put before a command that needs root: nothing, sudo, or None if there is no way from here."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asks = ["sudo", "--validate"] if sys.stdin.isatty() else ["sudo", "--non-interactive", "true"]
    return ["sudo"] if subprocess.run(asks, check=False).returncode == 0 else None


def line_to_paste(packages: list[str]) -> str:
    """Write the one shell line with which somebody who may become root installs the packages."""
    install = f"apt-get install --yes --no-install-recommends {' '.join(packages)}"
    if os.geteuid() == 0:
        return f"apt-get update && {install}"
    if shutil.which("sudo"):
        return f"sudo apt-get update && sudo {install}"
    return f"su -c {shlex.quote(f'apt-get update && {install}')}"


def install_packages(packages: list[str]) -> None:
    """Install Debian's packages, or say which line somebody else has to paste."""
    before = way_to_root()
    if before is None:
        raise CannotPrepare(
            "Debian-Pakete fehlen, und dieses Konto darf sie nicht installieren. Bitte diese Zeile ausführen:",
            "Debian packages are missing, and this account may not install them. Please run this line:",
            line_to_paste(packages),
        )
    say(f"Debian-Pakete werden installiert / installing Debian packages: {' '.join(packages)}")
    # A machine that has just started updates itself: wait for its lock instead of failing.
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--option=DPkg::Lock::Timeout=300"]
    # One foreign package source out of reach fails the update, though ours may be there: the install decides.
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, check=False)
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    if subprocess.run(install, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise CannotPrepare(
            "apt-get ist gescheitert; der Grund steht darüber. Danach noch einmal versuchen, oder von Hand:",
            "apt-get failed; the reason stands above. Mend it and try again, or by hand:",
            line_to_paste(packages),
        )


def unpack_packages(names: Sequence[str]) -> None:
    """Fetch Debian's packages and unpack them in UNPACKED_IN, where only the tests look; the machine stays as it is."""
    say(f"Debian-Pakete werden ausgepackt / unpacking Debian packages: {' '.join(names)}")
    if UNPACKED_IN.exists():
        shutil.rmtree(UNPACKED_IN)  # of another version, perhaps
    UNPACKED_IN.mkdir()
    if subprocess.run(["apt-get", "--quiet", "download", *names], cwd=UNPACKED_IN, check=False).returncode != 0:
        raise CannotPrepare(
            "apt-get ist gescheitert; der Grund steht darüber. Vielleicht fehlen nur die Paketlisten:",
            "apt-get failed; the reason stands above. Perhaps only the lists of packages are missing:",
            "apt-get update" if os.geteuid() == 0 else "sudo apt-get update",
        )
    for package in UNPACKED_IN.glob("*.deb"):
        subprocess.run(["dpkg-deb", "--extract", package, UNPACKED_IN], check=True)
        package.unlink()


def environment_answers(environment: Path, module: str) -> bool:
    """Tell whether `environment` has a Python that starts and sees `module`; after a system upgrade it may not."""
    look = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
    python = environment / "bin" / "python"
    return python.is_file() and subprocess.run([python, "-c", look], check=False).returncode == 0


def install_environment(environment: Path, lock: Path) -> None:
    """Make `environment` where there is no working one, and install the very versions of the lock file, checked by
    hash."""
    if not environment_answers(environment, "pip"):
        say(f"Python-Umgebung wird angelegt / making the Python environment: {environment.relative_to(ROOT)}")
        subprocess.run([sys.executable, "-m", "venv", "--clear", environment], check=True)
    say(f"Python-Pakete werden installiert / installing Python packages: {lock.name}")
    # No source packages: a machine without a compiler must get the same as any other, and quickly.
    pip = [str(environment / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    wheels = ["--quiet", "--only-binary=:all:", "--require-hashes", f"--requirement={lock}"]
    if subprocess.run([*pip, *wheels], stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise CannotPrepare(
            "pip ist gescheitert; der Grund steht darüber. Das Einrichten braucht einmal Zugang zum Netz.",
            "pip failed; the reason stands above. The set-up needs the network once.",
        )


def fingerprint(lock: Path) -> str:
    """Sum up all that decides what gets installed: this file and its package list, the lock, Python, the machine."""
    python = f"{dotted(sys.version_info)} {platform.machine()}"
    return hashlib.sha256(Path(__file__).read_bytes() + lock.read_bytes() + python.encode()).hexdigest()


def prepare(goal: str) -> None:
    """Bring this machine to where `goal` ("run", "test" or "bench") can start; do nothing if it is there already.

    Raises CannotPrepare with what to tell the person, OSError and CalledProcessError if the machine itself fails.
    """
    if goal == "bench":
        prepare("test")  # the benchmarks' own environment is that of the tests
    lock = ROOT / LOCKS[goal]
    environment, module = (COMPARED, "PySide6") if goal == "bench" else (ENVIRONMENT, "kivy")
    stamp = environment / f"prepared-{goal}"
    if stamp.is_file() and stamp.read_text() == fingerprint(lock) and environment_answers(environment, module):
        return
    check_machine(sys.version_info[:2], platform.machine(), 64 if sys.maxsize > 2**32 else 32)
    stamp.unlink(missing_ok=True)
    packages = missing_packages(goal)
    if packages:
        install_packages(packages)
    install_environment(environment, lock)
    if goal == "test" and any(shutil.which(command) is None for command in UNPACKED):
        unpack_packages([*UNPACKED])
    stamp.write_text(fingerprint(lock))
    say("Fertig eingerichtet / set up.")


def say(words: str) -> None:
    """Tell the person what is going on, before the program that does it speaks."""
    print(words, flush=True)


def main(arguments: list[str]) -> int:
    """Prepare for the goal named on the command line; return the exit status."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        prepare(arguments[0])
    except CannotPrepare as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
