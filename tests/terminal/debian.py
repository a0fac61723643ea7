"""A fresh Debian: what IT finds before the first step of docs/terminal.md.

Debian package debootstrap; needs root, and Debian's package source once. A base system is kept in
build/terminal/ and used again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / "build" / "terminal"
SOURCE = "http://deb.debian.org/debian"
MINIMAL = "systemd systemd-sysv dbus udev libpam-systemd procps kmod ca-certificates python3 ifupdown isc-dhcp-client"
INSTALLED = "linux-image-amd64 initramfs-tools openssh-server systemd-timesyncd"
"""What Debian's installer leaves on a machine that has an SSH server and no desktop, of what matters here."""
AUTHORITIES = Path("/usr/local/share/ca-certificates")
"""Certificates that this machine's own administrators trust: where a proxy needs them, the virtual one needs them."""


def base(release: str) -> Path:
    """The folder of a fresh Debian (`bookworm`, `trixie`). Raises CalledProcessError where it cannot be made."""
    folder = KEPT / f"{release}-base"
    if folder.exists():
        return folder
    part = KEPT / f"{release}-base.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    run("debootstrap", "--variant=minbase", f"--include={','.join(MINIMAL.split())}", release, str(part), SOURCE)
    for certificate in AUTHORITIES.glob("*.crt"):
        shutil.copy(certificate, part / "usr" / "local" / "share" / "ca-certificates")
    shutil.copy("/etc/resolv.conf", part / "etc" / "resolv.conf")
    inside = "update-ca-certificates && apt-get update && apt-get install --yes --no-install-recommends"
    run("chroot", str(part), "env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", f"{inside} {INSTALLED}")
    (part / "etc" / "hostname").write_text("lobby\n")
    (part / "etc" / "hosts").write_text("127.0.0.1 localhost lobby\n")
    (part / "etc" / "fstab").write_text("/dev/vda / ext4 errors=remount-ro 0 1\n")
    part.rename(folder)
    return folder


def make_key(folder: Path) -> Path:
    """An SSH key of this test's own; its public half beside it, with .pub."""
    key = folder / "key"
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key))
    return key


def run(*command: str) -> None:
    """Run a command whose words nobody needs unless it fails. Raises CalledProcessError with them."""
    done = subprocess.run(command, env={**os.environ, "LC_ALL": "C"}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise subprocess.CalledProcessError(done.returncode, command[0], done.stdout[-2000:], done.stderr[-2000:])
