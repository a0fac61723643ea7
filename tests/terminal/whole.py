"""A terminal from nothing, as IT makes it: a fresh Debian, the role, its faults and its removal, on a real systemd.

    .venv/bin/python -m tests.terminal.whole bookworm        (make terminal-test: bookworm and trixie)

Needs root, the network and about 4 GB; 10 to 20 minutes for a release of Debian. Prints a table of what was tried, how
long it took, and ends with 1 if anything was not as it should be. A container has neither consoles nor a graphics card
nor keys: there X draws for its dummy driver, cage for nobody. tests/terminal/locks.py tries the rest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.terminal.container import Container
from tests.terminal.debian import AUTHORITIES
from tests.terminal.reached import OPTIONS, Reached
from tests.terminal.unseen import unseen

ROOT = Path(__file__).resolve().parent.parent.parent
PLAYBOOK = ROOT / "config" / "ansible" / "terminal.yml"
UNIT = ROOT / "config" / "systemd" / "kiosk.service"
APP = next(word for word in UNIT.read_text().split() if word.endswith("/run_kiosk.py")).replace(
    "run_kiosk", "kiosk/app"
)
"""The composition root, where the shipped unit has the program: without it no kiosk starts."""
TRUST = {"PIP_CERT": "/etc/ssl/certs/ca-certificates.crt"} if any(AUTHORITIES.glob("*.crt")) else {}
"""pip trusts what Debian trusts, where this machine's administrators have added to it."""
VERSION = subprocess.run(
    ["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, text=True, check=True
).stdout.strip()
"""What is tried: this checkout as it was committed when the story began."""
LEFT = (
    "/etc/ld.so.cache /etc/passwd- /etc/group- /etc/shadow- /etc/gshadow- /etc/subuid- /etc/subgid- "
    "/etc/.pwd.lock /etc/mailcap /etc/environment"
).split()
"""What Debian itself writes when anything is installed and removed."""
LEFT_BELOW = (
    *("/var/cache/", "/var/log/", "/var/lib/apt/", "/var/lib/dpkg/", "/var/lib/ucf/", "/var/backups/"),
    *("/var/lib/systemd/", os.path.expanduser("~root/.ansible/")),
)
NOT_KEPT = ("/run/", "/dev/", "/proc/", "/tmp/")
"""Gone with a restart."""


class Story:
    """One terminal, and what has been tried on it."""

    def __init__(self, machine: Container) -> None:
        self.machine = machine
        self.failed = False

    def step(self, what: str, done: Callable[[], object], within_s: float | None = None) -> None:
        """Try something and print how it went. Whatever fails is told, and the story goes on."""
        begun = time.monotonic()
        try:
            said = done()
        except (AssertionError, RuntimeError, TimeoutError, OSError, subprocess.SubprocessError) as error:
            self.failed, said = True, f"FAILED: {error}"
        took = time.monotonic() - begun
        if within_s is not None and took > within_s:
            self.failed, said = True, f"FAILED: later than {within_s:.0f} s. {said or ''}"
        print(f"{took:7.1f} s  {what}{f': {said}' if said else ''}", flush=True)


def play(machine: Reached, **variables: object) -> int:
    """Run the role; how many steps changed something. Raises RuntimeError with its words."""
    host = {
        "kiosk_version": VERSION,
        "ansible_host": "127.0.0.1",
        "ansible_port": machine.port,
        "ansible_user": "root",
        "ansible_ssh_private_key_file": str(machine.key),
        "ansible_ssh_common_args": " ".join(OPTIONS),
        "kiosk_environment": TRUST,
        **variables,
    }
    inventory = machine.key.parent / "inventory.yml"
    inventory.write_text(yaml.safe_dump({"terminals": {"hosts": {"lobby": host}}}))
    command = [str(Path(sys.executable).parent / "ansible-playbook"), "-i", str(inventory), str(PLAYBOOK)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"ansible-playbook: {done.stdout[-3000:]}{done.stderr[-1000:]}")
    return int(done.stdout.rpartition("changed=")[2].split()[0])


def files(system: Path) -> set[str]:
    """Every file and link of a system that outlasts a restart, but not what Debian writes by itself."""
    found = subprocess.run(
        ["find", str(system), "-xdev", "-not", "-type", "d", "-printf", "/%P\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return {name for name in found if name not in LEFT and not name.startswith((*LEFT_BELOW, *NOT_KEPT))}


def unchanged(machine: Reached) -> str:
    """A second time, the role changes nothing."""
    changed = play(machine)
    assert changed == 0, f"{changed} steps changed something"
    return "0 changed"


def back(machine: Reached, fault: str) -> str:
    """Do `fault` (shell; $P is the kiosk's process) to the kiosk; until another process of it has drawn a page."""
    machine.does(
        f"P=$(systemctl show -p MainPID --value kiosk); echo $P > /run/fault; {fault}; "
        "systemctl show -p NRestarts --value kiosk"
    )
    new = '[ "$(systemctl show -p MainPID --value kiosk)" != "$(cat /run/fault)" ]'
    machine.until(f"{new} && systemctl is-active --quiet kiosk", 120)
    left = machine.does("pgrep -c -x 'Xorg|cage'")
    assert left == "1", f"{left} screens at once"
    assert safe_pages(machine) == 0, "the safe page came up for one failure"
    return ""


def safe_pages(machine: Reached) -> int:
    """How often the safe page has come up since the machine started."""
    return int(machine.does("journalctl -b -u kiosk-safe-mode -o cat --no-pager | grep -c '^Started' || true"))


def stack(machine: Reached) -> str:
    """The log tells where the frozen kiosk stood."""
    log = machine.does("journalctl -u kiosk --no-pager -o cat")
    assert "Fatal Python error: Aborted" in log, "no stack in the log"
    assert "Failed with result 'watchdog'" in log, "systemd did not say that it was the watchdog"
    return "the stack is in the log"


def safe_mode(machine: Reached) -> str:
    """A kiosk that cannot start: after five starts in ten minutes the safe page, and the kiosk again once it can."""
    machine.does(f"mv {APP} {APP}.away; systemctl restart kiosk || true")
    machine.until("systemctl is-active --quiet kiosk-safe-mode", 120)
    starts = int(machine.does("journalctl -b -u kiosk -o cat --no-pager | grep -c '^Starting kiosk.service'"))
    assert starts >= 5, f"the safe page came up after {starts} starts"
    assert safe_pages(machine) == 1
    machine.does(f"mv {APP}.away {APP} && systemctl start kiosk")
    machine.until("systemctl is-active --quiet kiosk && ! systemctl is-active --quiet kiosk-safe-mode", 60)
    return f"after {starts} starts"


def contained(machine: Reached) -> str:
    """All of the kiosk is in its unit, where its limits hold."""
    outside = machine.does("ps -o cgroup= -u kiosk | grep -v '/system.slice/kiosk.service' || true")
    assert outside == "", outside
    return machine.does("ps -o comm= -u kiosk | sort | tr '\\n' ' '")


def figures(machine: Reached) -> str:
    """The node exporter tells whether the kiosk runs, and reads what the kiosk writes."""
    machine.does("echo 'kiosk_terminal_test 1' > /var/lib/kiosk-content/metrics/test.prom")
    told = machine.does(
        "python3 -c \"import urllib.request as u; print(u.urlopen('http://127.0.0.1:9100/metrics').read().decode())\""
    )
    machine.does("rm /var/lib/kiosk-content/metrics/test.prom")
    for wanted in (
        'node_systemd_unit_state{name="kiosk.service",state="active",type="notify"} 1',
        "kiosk_terminal_test 1",
    ):
        assert wanted in told, f"{wanted} is missing"
    return ""


def locked(machine: Reached) -> str:
    """What must not run does not, and cannot."""
    for unit in ("getty@tty1.service", "ctrl-alt-del.target", "suspend.target"):
        assert machine.tried(f"systemctl is-enabled {unit}").stdout.strip() == "masked", unit
    assert machine.does("systemctl show -p CtrlAltDelBurstAction --value") == "none"
    return machine.does("systemd-analyze security kiosk.service --no-pager | tail -1").removeprefix("→ ")


def kept(machine: Reached) -> str:
    """Removal keeps the site's settings and data; a word in the settings is still there when the kiosk is back."""
    machine.does("echo '# the site was here' >> /etc/kiosk/kiosk.yaml; touch /var/lib/kiosk/sum")
    play(machine, kiosk_state="absent", kiosk_remove_packages=False)
    machine.does("test -e /var/lib/kiosk/sum && ! test -e /opt/kiosk && ! systemctl cat kiosk")
    play(machine)
    machine.does("grep -q 'the site was here' /etc/kiosk/kiosk.yaml")
    machine.does("systemctl is-active --quiet kiosk || { journalctl -u kiosk -n 30 --no-pager; false; }")
    return ""


def gone(machine: Container, before: set[str]) -> str:
    """Removal with all its data: the machine has the very files that it had before."""
    play(machine, kiosk_state="absent", kiosk_remove_data=True)
    after = files(machine.system)
    more, fewer = sorted(after - before), sorted(before - after)
    assert not more and not fewer, f"{len(more)} more: {more[:20]}, {len(fewer)} fewer: {fewer[:20]}"
    return f"{len(after)} files, as before"


def tell(release: str, folder: Path) -> bool:
    """The whole story of one release of Debian; whether all of it was as it should be."""
    machine = Container(release, folder)
    story = Story(machine)
    try:
        story.step(f"{release}: a fresh Debian starts", lambda: started(machine))
        unseen(machine)
        before = files(machine.system)
        story.step("the role is applied, and the kiosk is on the screen", lambda: f"{play(machine)} changed")
        story.step("the role again", lambda: unchanged(machine))
        story.step("everything is in its unit", lambda: contained(machine))
        story.step("what leads out is shut", lambda: locked(machine))
        story.step("figures", lambda: figures(machine))
        story.step("frozen (SIGSTOP), and back", lambda: back(machine, "kill -STOP $P"), within_s=35)
        story.step("why", lambda: stack(machine))
        story.step("killed (SIGKILL), and back", lambda: back(machine, "kill -KILL $P"))
        story.step("its screen is killed, and back", lambda: back(machine, "pkill -KILL -x 'Xorg|cage'"))
        story.step("cannot start: the safe page, then the kiosk again", lambda: safe_mode(machine))
        story.step("the machine restarts: the kiosk is on the screen", lambda: restarted(machine))
        story.step("removed and installed again: the site's own stays", lambda: kept(machine))
        story.step("removed with all data", lambda: gone(machine, before))
    finally:
        machine.stop()
    return not story.failed


def started(machine: Container) -> str:
    """On; what starts there."""
    machine.start()
    return machine.does("systemctl --version | head -1")


def restarted(machine: Container) -> str:
    """Off and on."""
    machine.stop()
    machine.start()
    machine.until("systemctl is-active --quiet kiosk", 60)
    return ""


def main(releases: list[str]) -> int:
    """Tell the stories of the releases that are named; the exit code."""
    well = True
    for release in releases or ["bookworm", "trixie"]:
        folder = Path(tempfile.mkdtemp(prefix="terminal-"))
        try:
            well = tell(release, folder) and well
        finally:
            shutil.rmtree(folder)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
