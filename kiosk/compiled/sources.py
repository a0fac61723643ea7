"""Whether what staff wrote is still the same: one seal over all files, without opening any of them.

A seal is made of each file's name, kind and rights, inode, size, and the times of its last change, to the nanosecond.
Of these the kernel alone sets the ctime: who keeps size and mtime of a file that they edit still changes that
(inode(7)). What a seal cannot see is told by `settled`, and is looked after by the reading after each start
(kiosk.live.update), which goes through every byte.

The looking is done by find(1), which goes through 170,000 files in 0.4 s where Python takes 0.7: of each it makes
objects that live for a moment. The order is that of the folders; one in which it changed by itself is read anew.
`Looking` does it in a process of its own, while the kiosk loads its libraries; that process runs this very file, which
needs nothing but the standard library.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

PROGRAM = Path(__file__).resolve().parent.parent
"""The kiosk's own code: other code reads other things out of the same files."""
THEMES = PROGRAM.parent / "config" / "themes"
FONTS = "/usr/share/fonts/truetype/noto"
"""Where kiosk.text.fonts.NOTO is, too (a test holds them equal): a language whose font is gone is not offered."""
SETTLED_NS = 2_000_000_000
"""A clock's tick is 4 to 10 ms and some file systems count in whole seconds or two: a file that was changed so long ago
cannot change again without a new time."""
MOST_FILES = 1_000_000
PATIENCE_S = 60.0
PIECE = 1024**2
"""Bytes that are taken in at once."""
FIND = "find"
"""GNU find, which is essential to Debian."""
HIDDEN = ("-name", ".*", "-prune", "-o")
"""What is passed over: editors' files and git's own. The loaders pass them over, too."""
EVERYTHING = ("-type", "d", "-printf", r"%P\0%m\0", "-o", "-printf", r"%P\0%y %m %i %s %T@ %C@\0")
"""Folders with their rights; nothing else of them counts, as their times tell of backups, too. Of all others kind,
rights, inode, size, and the times of their last changes. No name holds a NUL."""
PYTHON = ("-name", "*.py", *EVERYTHING[-2:])
"""The files of a program: Python makes others beside them."""


class NoSeal(Exception):
    """What is there cannot be looked at, so nobody can say whether it is the same."""


def sources_of(content: Path, config: Path) -> tuple[Path, Path, Path]:
    """All that a content is made of: its folder, the settings, the folder of themes. The themes are beside the
    settings, or else the kiosk's own."""
    themes = config.parent / THEMES.name
    return content, config, themes if themes.is_dir() else THEMES


class Seal(NamedTuple):
    """The mark of all files, and whether they are at rest: only then does every later change give another mark."""

    mark: str
    settled: bool


def seal(sources: Iterable[str]) -> Seal:
    """The seal of what is in these files and folders, of the program, and of the libraries. Raises NoSeal."""
    digest = hashlib.blake2b(f"{sys.version} {sys.byteorder} {_libraries()}\n".encode(), digest_size=32)
    settled = True
    try:
        for top in (*sources, FONTS, str(PROGRAM)):
            place = os.path.realpath(top)
            digest.update(f"{place}\n".encode(errors="surrogateescape"))
            look = _all_in if os.path.isdir(place) else _file
            settled &= look(place, PYTHON if top == str(PROGRAM) else EVERYTHING, digest.update)
    except OSError as error:
        raise NoSeal(f"{error.filename}: {error.strerror}") from error
    return Seal(digest.hexdigest(), settled)


def _file(path: str, _: tuple[str, ...], tell: Callable[[bytes], None]) -> bool:
    """Tell what there is to tell of a file, nothing of nothing; whether it is at rest. Raises OSError."""
    if not os.path.lexists(path):
        return True
    one = os.lstat(path)
    tell(repr((one.st_mode, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns)).encode())
    return abs(time.time_ns() - one.st_ctime_ns) > SETTLED_NS


def _all_in(folder: str, what: tuple[str, ...], tell: Callable[[bytes], None]) -> bool:
    """Tell what there is to tell of all in a folder; whether all of it is at rest. Raises OSError and NoSeal."""
    now = time.time_ns()
    since, until = (f"@{at // 10**9}.{at % 10**9:09}" for at in (now - SETTLED_NS, now + SETTLED_NS))
    restless = ("-newerct", since, "!", "-newerct", until, "-fprintf", "/dev/stderr", "restless")
    command = (FIND, folder, "-mindepth", "1", *HIDDEN, *what, *restless)
    with open(os.memfd_create("find"), "w+b") as aside:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=aside, env={"LC_ALL": "C"}) as find:
            assert find.stdout
            count = 0
            while data := find.stdout.read(PIECE):
                tell(data)
                count += data.count(b"\0")
                if count > 2 * MOST_FILES:
                    find.kill()
                    raise NoSeal(f"{folder}: more than {MOST_FILES} files")
        aside.seek(0)
        said = aside.read(PIECE).decode(errors="replace")
    if find.returncode:
        raise NoSeal(said.strip().rpartition("\n")[2] or f"find ended with code {find.returncode}")
    return not said


def _libraries() -> str:
    """The libraries with their versions, as pip names their folders."""
    return " ".join(sorted(one for one in os.listdir(sysconfig.get_path("purelib")) if one.endswith(".dist-info")))


class Looking:
    """Makes the seal in a process of its own, from now on."""

    def __init__(self, sources: Iterable[Path]) -> None:
        command = [sys.executable, "-I", __file__, *map(str, sources)]
        self._process: subprocess.Popen[str] | None = None
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
        except OSError as error:
            self._why = f"no process to look at the files: {error.strerror}"

    def seal(self) -> Seal:
        """What it found; waits for it. Raises NoSeal."""
        if self._process is None:
            raise NoSeal(self._why)
        try:
            said, why = self._process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise NoSeal(f"looking at the files took more than {PATIENCE_S:.0f} s") from None
        if self._process.returncode:
            raise NoSeal(why.strip().rpartition("\n")[2] or f"ended with code {self._process.returncode}")
        mark, settled = said.split()
        return Seal(mark, settled == "settled")


def main() -> None:
    """Print the seal of the files and folders that the command line names."""
    try:
        found = seal(sys.argv[1:])
    except NoSeal as error:
        sys.exit(str(error))
    print(found.mark, "settled" if found.settled else "restless")


if __name__ == "__main__":
    main()
