"""A virtual machine: a terminal with a kernel of its own, a screen, consoles, and keys that are pressed from outside.

Debian packages qemu-system-x86 and e2fsprogs; needs root, to make the disk. The processor is emulated: a hardware one
lent by the host is not to be had everywhere, and slower is enough to see what keys and cables do.
"""

from __future__ import annotations

import shlex
import shutil
import socket
import subprocess
from pathlib import Path

from tests.terminal.debian import make_key, run
from tests.terminal.reached import Reached

MEMORY_MB = 3072
CONSOLE = "console.log"
SIZE = "8G"
"""Of the disk; the image holds only what is written to it."""
CARD = "-vga none -device virtio-vga,xres=1920,yres=1080"
DEVICES = (
    "-device qemu-xhci,id=usb -device i6300esb -watchdog-action reset -device intel-hda -device hda-duplex,audiodev=a"
)
NETWORK = "auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet dhcp\n"


class Virtual(Reached):
    """The Debian whose files are in `system`, with a kernel and an SSH server in it; working files in `folder`."""

    patience_s = 600.0

    def __init__(self, system: Path, folder: Path) -> None:
        super().__init__(make_key(folder))
        own = system / "root" / ".ssh"
        own.mkdir(mode=0o700, exist_ok=True)
        shutil.copy(f"{self.key}.pub", own / "authorized_keys")
        (system / "etc" / "network" / "interfaces").write_text(NETWORK)
        self._folder, self._image = folder, folder / "disk"
        run("mke2fs", "-q", "-t", "ext4", "-d", str(system), str(self._image), SIZE)
        boot = system / "boot"
        self._kernel, self._initial = next(boot.glob("vmlinuz-*")), next(boot.glob("initrd.img-*"))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Switch it on; seconds until it answers. Raises TimeoutError."""
        words = "root=/dev/vda rw console=ttyS0 console=tty0 net.ifnames=0 quiet"
        self._process = subprocess.Popen(
            [
                *("qemu-system-x86_64", "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2"),
                *("-m", str(MEMORY_MB), "-display", "none"),
                *("-kernel", str(self._kernel), "-initrd", str(self._initial), "-append", words),
                *("-drive", f"file={self._image},if=virtio,format=raw,cache=unsafe"),
                *("-netdev", f"user,id=n,hostfwd=tcp:127.0.0.1:{self.port}-:22", "-device", "virtio-net-pci,netdev=n"),
                *("-audiodev", "none,id=a", *CARD.split(), *DEVICES.split()),
                *("-serial", f"file:{self._folder / CONSOLE}"),
                *("-monitor", f"unix:{self._folder / 'monitor'},server=on,wait=off"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=(self._folder / "qemu.log").open("wb"),
            start_new_session=True,
        )
        return self.wait()

    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def words(self) -> str:
        console = self._folder / CONSOLE
        return console.read_text(errors="replace")[-2000:] if console.exists() else ""

    def monitor(self, command: str) -> str:
        """Turn a knob of the machine itself: `sendkey ctrl-alt-f2`, `device_add usb-kbd`; what qemu answers."""
        with socket.socket(socket.AF_UNIX) as door:
            door.settimeout(10)
            door.connect(str(self._folder / "monitor"))
            self._until_prompt(door)
            door.sendall(command.encode() + b"\n")
            return self._until_prompt(door)

    def _until_prompt(self, door: socket.socket) -> str:
        heard = b""
        while not heard.endswith(b"(qemu) "):
            more = door.recv(4096)
            if not more:
                break
            heard += more
        return heard.decode(errors="replace")

    def picture(self, path: Path) -> Path:
        """What its screen shows, as a PPM file at `path`."""
        self.monitor(f"screendump {shlex.quote(str(path))}")
        return path

    def stop(self) -> None:
        """Pull the plug."""
        if self._process:
            self._process.kill()
            self._process.wait()
