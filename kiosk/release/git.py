"""Asks a git repository for the newest release: the file latest.release at the top of its default branch.

Only that one commit is fetched, into a folder that is gone afterwards: there is no clone that could break and would
have to be mended. How git gets there (https, ssh, a folder) and with which key is git's own setting.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.release import faults
from kiosk.release.offer import FILE, Offer
from kiosk.release.refusal import Impossible, Reason, Refused
from kiosk.release.signature import LARGEST

PATIENCE_S = 300.0
QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": "ssh -o BatchMode=yes", "LC_ALL": "C"}
"""Nobody sits there to be asked for a password."""


def offered(address: str, mark: str) -> Offer | None:
    """What the repository offers; None if its newest commit is `mark`. Raises Impossible, or Refused if the file is too
    large."""
    heads = _git(address, "ls-remote", "--exit-code", "--", address, "HEAD").decode().split()
    if mark and heads[:1] == [mark]:
        return None
    with TemporaryDirectory(prefix="kiosk-release-") as folder:
        here, path = Path(folder), f"FETCH_HEAD:{FILE}"
        _git(address, "init", "--quiet", "--bare", folder)
        _git(address, "fetch", "--quiet", "--depth=1", "--no-tags", "--", address, "HEAD", here=here)
        size = int(_git(address, "cat-file", "-s", path, here=here))
        if size > LARGEST:
            raise Refused(Reason.SIZE, faults.TOO_LARGE.at(address, name=FILE, limit=LARGEST // 1024))
        commit = _git(address, "rev-parse", "FETCH_HEAD", here=here).decode().strip()
        return Offer(_git(address, "cat-file", "blob", path, here=here), commit)


def _git(address: str, *words: str, here: Path | None = None) -> bytes:
    command = ["git", "-c", "fetch.fsckObjects=true", *words]
    try:
        done = subprocess.run(
            command,
            cwd=here,
            env={**QUIET, **os.environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )
    except FileNotFoundError:
        raise Impossible(faults.NO_TOOL, name="git", package="git") from None
    except subprocess.TimeoutExpired:
        raise Impossible(faults.UNREACHABLE, address, detail=f"> {PATIENCE_S:.0f} s") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise Impossible(faults.UNREACHABLE, address, detail=said[-1] if said else f"git {words[0]}: {done.returncode}")
    return done.stdout
