"""The role that makes a terminal, where it is quick to try: its files placed in a folder that stands for /, and taken
away again. On a whole Debian: `make terminal-test` (tests/terminal/whole.py)."""

from __future__ import annotations

import getpass
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
ANSIBLE = ROOT / "config" / "ansible"
ROLE = ANSIBLE / "roles" / "kiosk"
TOOLS = Path(sys.executable).parent
CHOSEN = {
    "kiosk_display": "cage",
    "kiosk_keypads": ["0C2E:0b61"],
    "kiosk_panel_at": {"off": "*-*-* 22,23,00..05:00/10", "on": "*-*-* 06:00"},
    "kiosk_wifi": False,
    "kiosk_overlay_root": True,
    "kiosk_sound_card": "USB",
    "kiosk_ntp_servers": ["ntp.example"],
}
"""Every choice of a site that places a file which the defaults do not."""


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program of Ansible's, as a person does at the place of the playbook."""
    tools = {"PATH": f"{TOOLS}:{os.environ['PATH']}", "ANSIBLE_NOCOLOR": "1"}
    return subprocess.run(
        [str(TOOLS / command[0]), *command[1:]],
        cwd=ANSIBLE,
        env={**os.environ, **tools, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def place(folder: Path, **variables: object) -> int:
    """Let the role place its files below `folder`; how many steps changed something."""
    inventory = folder.parent / "inventory.yml"
    machine = {"ansible_connection": "local", "ansible_python_interpreter": sys.executable, "ansible_become": False}
    inventory.write_text(yaml.safe_dump({"terminals": {"hosts": {"here": machine}}}))
    given = json.dumps({"kiosk_root": str(folder), **variables})
    done = run("ansible-playbook", "-i", str(inventory), "terminal.yml", "--tags", "files", "-e", given)
    assert done.returncode == 0, done.stdout + done.stderr
    changed = re.search(r"ok=\d+ +changed=(\d+)", done.stdout)
    assert changed is not None, done.stdout
    return int(changed[1])


def table() -> list[dict[str, str]]:
    """The files of the role, as its own table names them."""
    rows: list[dict[str, str]] = yaml.safe_load((ROLE / "vars" / "main.yml").read_text())["kiosk_files"]
    return rows


def placed(folder: Path) -> set[str]:
    """What is there, seen from `folder`."""
    return {f"/{path.relative_to(folder)}" for path in folder.rglob("*") if not path.is_dir()}


def do(folder: Path, file: str, name: str, **changed: object) -> subprocess.CompletedProcess[str]:
    """Let Ansible do one step of the role, changed so that it works in `folder`, and tell what it registers."""
    (step,) = (one for one in yaml.safe_load((ROLE / "tasks" / file).read_text()) if one["name"] == name)
    module = next(key for key in step if key.startswith("ansible.builtin."))
    step |= {key: value for key, value in changed.items() if key != "paths"}
    step[module] |= {key: value for key, value in changed.items() if key == "paths"}
    told = {"ansible.builtin.debug": {"var": step.get("register", "omit")}}
    (playbook := folder / "step.yml").write_text(
        yaml.safe_dump([{"hosts": "localhost", "gather_facts": False, "tasks": [step, told]}])
    )
    python = json.dumps({"ansible_python_interpreter": sys.executable})
    return run("ansible-playbook", "-i", "localhost,", "-c", "local", str(playbook), "-e", python)


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the files of a site stand that has chosen all there is, and its own settings of the log."""
    folder = tmp_path_factory.mktemp("terminal") / "root"
    (folder / "etc" / "systemd" / "journald.conf.d").mkdir(parents=True)
    (folder / "etc" / "systemd" / "journald.conf.d" / "site.conf").write_text("[Journal]\nCompress=yes\n")
    assert place(folder, **CHOSEN) > 0
    return folder


def test_ansibles_linter_has_nothing_to_say() -> None:
    judged = run("ansible-lint", "--strict", "--nocolor", "--format", "pep8", "terminal.yml", "inventory.example.yml")
    assert judged.returncode == 0, judged.stdout + judged.stderr


def test_everything_chosen_is_placed_and_nothing_is_left_unfilled(terminal: Path) -> None:
    elsewhere = {"/etc/X11/xorg.conf.d/10-kiosk.conf"}
    version = subprocess.run(["systemctl", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    if int(version) < 254:
        elsewhere.add("/etc/systemd/system/kiosk.service.d/restart.conf")
    site = {"/etc/systemd/journald.conf.d/site.conf"}
    assert placed(terminal) == {row["to"] for row in table()} - elsewhere | site
    for name in placed(terminal) - site:
        assert not re.search(r"{{|{%|Undefined", (terminal / name[1:]).read_text()), name


def test_units_and_timers_are_what_systemd_understands(terminal: Path) -> None:
    units = sorted(str(path) for path in (terminal / "etc/systemd/system").glob("kiosk*") if path.is_file())
    assert len(units) > 8
    judged = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    # The programs that they start are not on this machine.
    strange = [line for line in judged.stderr.splitlines() if "is not executable" not in line]
    assert [line for line in strange if str(terminal) in line or "kiosk" in line] == []


@pytest.mark.parametrize("when", CHOSEN["kiosk_panel_at"].values())
def test_the_hours_of_the_panel_are_times(when: str) -> None:
    asked = subprocess.run(["systemd-analyze", "calendar", when], capture_output=True, text=True, check=False)
    assert "Next elapse" in asked.stdout, asked.stderr


def test_only_named_keypads_keep_their_keys(terminal: Path) -> None:
    rules = (terminal / "etc/udev/rules.d/90-kiosk-input.rules").read_text()
    assert 'ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b61", GOTO="kiosk_input_end"' in rules
    assert rules.index("0c2e") < rules.index("LIBINPUT_IGNORE_DEVICE")


def test_a_second_time_changes_nothing_then_all_goes_and_the_sites_own_stays(terminal: Path) -> None:
    assert place(terminal, **CHOSEN) == 0
    assert place(terminal, kiosk_state="absent", **CHOSEN) > 0
    assert placed(terminal) == {"/etc/systemd/journald.conf.d/site.conf"}


def test_root_gives_nothing_away_that_a_link_leads_to(tmp_path: Path) -> None:
    """Whoever has taken over the kiosk's account can put one in the place of a folder that the role looks after."""
    (tmp_path / "etc").mkdir(mode=0o700)
    (tmp_path / "metrics").symlink_to("etc")
    whose = {"path": str(tmp_path / "metrics"), "owner": getpass.getuser()}
    done = do(tmp_path, "accounts.yml", "Make the folders", loop=[whose])
    assert "already exists as a link" in done.stdout
    assert (tmp_path / "etc").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("file", "name", "ours"),
    [
        ("start.yml", "Find earlier versions of the program", {"kiosk-0123456789ab", "kiosk-0123456789ab.part"}),
        ("absent.yml", "Find the program", {"kiosk", "kiosk-0123456789ab", "kiosk-0123456789ab.part"}),
    ],
)
def test_only_what_the_role_has_unpacked_is_taken_away(file: str, name: str, ours: set[str], tmp_path: Path) -> None:
    """Not what IT keeps beside it."""
    opt = tmp_path / "opt"
    for folder in ("kiosk-0123456789ab", "kiosk-0123456789ab.part", "kiosk-backup", "kiosk.old", "other"):
        (opt / folder).mkdir(parents=True)
    (opt / "kiosk").symlink_to("kiosk-0123456789ab")
    done = do(tmp_path, file, name, paths=str(opt))
    assert done.returncode == 0, done.stdout
    assert set(re.findall(rf'"path": "{opt}/([^"]+)"', done.stdout)) == ours


def test_the_kiosk_is_stopped_after_the_safe_page_which_starts_it() -> None:
    """Otherwise whoever takes everything back while the safe page is shown would leave a running kiosk behind."""
    places = [row["to"] for row in table()]
    units = [f"/etc/systemd/system/{name}.service" for name in ("kiosk-safe-mode", "kiosk")]
    assert "OnSuccess=kiosk.service" in (ANSIBLE.parent / "systemd" / "kiosk-safe-mode.service").read_text()
    assert places.index(units[0]) < places.index(units[1])


def test_rules_of_usbguard_that_are_taken_back_are_made_anew_the_next_time() -> None:
    """The role takes a file with our rules for rules in force."""
    text = (ROLE / "tasks" / "usbguard.yml").read_text()
    (undo,) = re.findall(r'/bin/sh -c "(.+)"', text)
    steps = undo.split("; ")
    assert steps == ["systemctl mask usbguard.service", "rm /etc/usbguard/rules.conf", "systemctl reboot"]


def test_every_variable_of_the_role_is_explained_and_used() -> None:
    lines = (ROLE / "defaults" / "main.yml").read_text().splitlines()
    source = "".join(path.read_text() for path in (ANSIBLE.parent / "terminal").rglob("*") if path.is_file())
    source += "".join(path.read_text() for path in ROLE.rglob("*.yml") if path.parent.name != "defaults")
    explained = ""
    for line in lines:
        if line.startswith("#"):
            explained = line
        elif name := re.match(r"(kiosk_\w+):", line):
            assert explained, f"{name[1]} is not explained"
            assert re.search(rf"\b{name[1]}\b", source), f"{name[1]} does nothing"
        elif not line:
            explained = ""
