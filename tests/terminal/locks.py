"""The locks of a terminal, tried with real keys: Debian 12 with its own kernel, X on the seventh console, the kiosk.

    .venv/bin/python -m tests.terminal.locks

Needs root, the network and about 6 GB; about 25 minutes, for the processor is emulated. Prints a table and ends with 1
if anything was not as it should be. build/terminal/locks-*.png show the screen.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from tests.terminal.container import Container
from tests.terminal.debian import KEPT
from tests.terminal.reached import Reached
from tests.terminal.unseen import seen, unseen, write
from tests.terminal.virtual import Virtual
from tests.terminal.whole import Story, play

WAYS_OUT = (
    "ctrl-alt-f1 ctrl-alt-f2 alt-f3 ctrl-alt-backspace alt-f4 alt-sysrq-b esc f1 " + "ctrl-alt-delete " * 8
).split()
SLOW = "[Service]\nTimeoutStartSec=900\nWatchdogSec=600\n"
"""An emulated processor takes minutes for what takes seconds: whether the kiosk beats in time is tried elsewhere."""
ALLOWED = "0627:0001"
"""The keyboard of qemu."""
RULES = "/etc/udev/rules.d/90-kiosk-input.rules"


def press(machine: Virtual, keys: list[str]) -> None:
    """Press keys, one after the other, on whatever keyboard was plugged in last."""
    for key in keys:
        machine.monitor(f"sendkey {key}")
        time.sleep(0.2)
    time.sleep(10)


def where(machine: Reached) -> str:
    """The console on the screen, the start of the machine, and the kiosk's process."""
    look = "cat /sys/class/tty/tty0/active /proc/sys/kernel/random/boot_id; systemctl show -p MainPID --value kiosk"
    return machine.does(look)


def stays(machine: Virtual) -> str:
    """No key leads anywhere."""
    before = where(machine)
    press(machine, WAYS_OUT)
    after = where(machine)
    assert after == before, f"{before} became {after}"
    assert after.startswith("tty7")
    return f"{len(WAYS_OUT)} keys"


def heard(machine: Reached) -> int:
    """How many keys the kiosk has noticed so far; it logs those that have no function."""
    return int(machine.does("journalctl -u kiosk --no-pager -o cat | grep -c 'a key without a function' || true"))


def ignored(machine: Virtual) -> str:
    """A keyboard that is plugged in, and that nobody has allowed, reaches nothing."""
    before = heard(machine)
    machine.monitor("device_add usb-kbd,id=plugged,bus=usb.0")
    time.sleep(15)
    press(machine, ["f9", "down", *WAYS_OUT])
    assert heard(machine) == before, "the kiosk heard a key"
    machine.monitor("device_del plugged")
    return ""


def allowed(machine: Virtual) -> str:
    """The same keyboard as the keypad of this terminal: the kiosk hears it, and still no key leads out."""
    vendor, product = ALLOWED.split(":")
    rule = f'ATTRS{{idVendor}}=="{vendor}", ATTRS{{idProduct}}=="{product}", GOTO="kiosk_input_end"'
    machine.does(f"sed -i '/ID_INPUT_TOUCHSCREEN/a {rule}' {RULES} && udevadm control --reload")
    machine.monitor("device_add usb-kbd,id=keypad,bus=usb.0")
    time.sleep(30)
    before = heard(machine)
    press(machine, ["f9"])
    machine.until(f"[ $(journalctl -u kiosk --no-pager -o cat | grep -c 'without a function') -gt {before} ]", 60)
    return stays(machine)


def on_the_screen(machine: Reached) -> str:
    """The kiosk has drawn its first page."""
    machine.until("systemctl is-active --quiet kiosk", 900, 3)
    return ""


def picture(machine: Virtual, name: str) -> str:
    """What the screen shows, kept in build/terminal/."""
    made = KEPT / f"locks-{name}.png"
    with Image.open(machine.picture(KEPT / "locks.ppm")) as shown:
        colours = shown.convert("RGB").resize((480, 270)).getcolors(1 << 20) or []
        shown.save(made)
    assert len(colours) > 50, "the screen is empty"
    return str(made)


def panel(machine: Virtual) -> str:
    """The night's command reaches the X server of the kiosk, and the morning's as well."""
    look = "nsenter --mount --target $(pgrep -x Xorg) env DISPLAY=:0 setpriv --reuid kiosk --clear-groups xset q"
    for state, words in (("off", "Monitor is Off"), ("on", "Monitor is On")):
        machine.does(f"systemctl start kiosk-panel@{state}.service")
        assert words in machine.does(look), state
    return ""


def main() -> int:
    """The whole story; the exit code."""
    folder = Path(tempfile.mkdtemp(prefix="locks-"))
    try:
        made = folder / "made"
        made.mkdir()
        container = Container("bookworm", made)
        story = Story(container)
        container.start()
        unseen(container)
        story.step("the role is applied", lambda: f"{play(container)} changed")
        seen(container)
        write(container, "/etc/systemd/system/kiosk.service.d/slow.conf", SLOW)
        container.does("rm /etc/ssh/sshd_config.d/test.conf")
        container.stop()
        tried(Virtual(container.system, folder), story)
        return 1 if story.failed else 0
    finally:
        shutil.rmtree(folder)


def tried(machine: Virtual, story: Story) -> None:
    """What only a machine with consoles and keys shows."""
    try:
        story.step("a machine with a kernel of its own starts", lambda: f"{machine.start():.0f} s until SSH")
        story.step(
            "the kiosk is on the screen", lambda: f"{machine.until('systemctl is-active -q kiosk', 900, 3):.0f} s"
        )
        story.step("a picture of it", lambda: picture(machine, "waiting"))
        story.step("its own keyboard: no key leads out", lambda: stays(machine))
        story.step("a keyboard is plugged in: no key is heard", lambda: ignored(machine))
        story.step("as the keypad it is heard, and no key leads out", lambda: allowed(machine))
        story.step("the panel at night and in the morning", lambda: panel(machine))
        story.step("a picture after all that", lambda: picture(machine, "after"))
    finally:
        machine.stop()


if __name__ == "__main__":
    sys.exit(main())
