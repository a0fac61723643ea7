"""The signature of a release, made and judged by OpenSSH's ssh-keygen (`-Y sign`, `-Y verify`).

It is on every Debian, knows keys with a passphrase, in an agent and on a security key, and its list of trusted keys is
a text file with names, purposes and dates (ALLOWED SIGNERS in ssh-keygen(1)), the same that git takes.

One file travels: the signature as text, and the archive right behind it. Not one byte of the archive is looked at
before the signature is found good.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.release import faults
from kiosk.release.refusal import Impossible, Reason, Refused

NAMESPACE = "tueroeffner-content"
"""What the signature is for: one that was made for an e-mail or a commit does not count."""
BEGIN, END = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
LONGEST = 16 * 1024
"""Bytes of a signature: that of a 4096-bit RSA key has 1.6 KB."""
LARGEST = 32 * 1024 * 1024
"""Bytes of a whole file: as much as a release may hold (64 MB of text) takes a quarter of itself compressed."""
PATIENCE_S = 60.0
TOOL = "ssh-keygen"


def signed(archive: bytes, key: Path) -> bytes:
    """The file that travels. Asks for the key's passphrase at the terminal if it has one. Raises Impossible."""
    if not key.is_file():
        raise Impossible(faults.NOT_THERE, str(key))
    done = _run("sign", "-f", str(key), "-n", NAMESPACE, data=archive, patience_s=None)
    if done.returncode or not done.stdout.startswith(BEGIN) or not done.stdout.endswith(END):
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise Impossible(faults.NOT_SIGNING, str(key), detail=said[-1] if said else str(done.returncode))
    return done.stdout + archive


def verified(data: bytes, signers: Path, place: str) -> tuple[bytes, str]:
    """The archive in a file, and who has signed it. `signers` lists who may, `place` is where the file comes from.
    Raises Refused, or Impossible if it cannot be judged here."""
    if len(data) > LARGEST:
        raise Refused(Reason.SIZE, faults.TOO_LARGE.at(place, name=place, limit=LARGEST // 1024))
    end = data.find(END, 0, LONGEST)
    if not data.startswith(BEGIN) or end < 0:
        raise Refused(Reason.SIGNATURE, faults.NOT_SIGNED.at(place))
    signature, archive = data[: end + len(END)], data[end + len(END) :]
    if not signers.is_file():
        raise Impossible(faults.NO_SIGNERS, str(signers))
    with _as_file(signature) as (path, number):
        found = _run("find-principals", "-f", str(signers), "-s", path, keep=number)
        names = found.stdout.decode(errors="replace").splitlines()
        if found.returncode or not names:
            raise Refused(Reason.SIGNATURE, faults.UNKNOWN_KEY.at(place))
        more = ("-f", str(signers), "-I", names[0], "-n", NAMESPACE, "-s", path)
        if _run("verify", *more, data=archive, keep=number).returncode:
            raise Refused(Reason.SIGNATURE, faults.ALTERED.at(place))
    return archive, names[0]


@contextmanager
def _as_file(data: bytes) -> Iterator[tuple[str, int]]:
    """A path to these bytes, which are on no disk and go with us, and the descriptor that it stands for."""
    number = os.memfd_create("signature", os.MFD_CLOEXEC)
    try:
        os.write(number, data)
        yield f"/proc/self/fd/{number}", number
    finally:
        os.close(number)


def _run(
    what: str, *more: str, data: bytes = b"", keep: int | None = None, patience_s: float | None = PATIENCE_S
) -> subprocess.CompletedProcess[bytes]:
    command, kept = [TOOL, "-Y", what, *more], () if keep is None else (keep,)
    try:
        return subprocess.run(command, input=data, capture_output=True, timeout=patience_s, check=False, pass_fds=kept)
    except FileNotFoundError:
        raise Impossible(faults.NO_TOOL, name=TOOL, package="openssh-client") from None
    except subprocess.TimeoutExpired as late:
        raise Impossible(faults.UNREACHABLE, TOOL, detail=str(late)) from late
