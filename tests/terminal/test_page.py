"""docs/terminal.md is true: the commands, files, units and choices that it names are there. What they do is tried by
tests/terminal/whole.py and locks.py."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.terminal.test_role import ANSIBLE, ROLE, ROOT, run, table

PAGE = ROOT / "docs" / "terminal.md"
TEXT = PAGE.read_text(encoding="utf-8")
MADE_BY_TASKS = (
    "/opt/kiosk /etc/kiosk/kiosk.yaml /etc/kiosk/release_signers /etc/kiosk/release_source /var/lib/kiosk "
    "/var/lib/kiosk-content /var/lib/kiosk-content/current"
).split()
NOT_OURS = {"/etc/fstab", "/etc/usbguard/rules.conf"}
VERBS = sorted(set(re.findall(r"run_kiosk\.py ([a-z][\w-]*(?: (?:rollback|--[a-z]+))?)", TEXT)))


def test_every_link_and_file_of_the_project_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", TEXT)
    named = re.findall(r"`(?:kiosk/)?((?:config|docs|tests)/[\w./-]+)`", TEXT)
    assert links and named
    gone = [link for link in links if not (PAGE.parent / link).exists()]
    gone += [name for name in named if not (ROOT / name).exists()]
    assert gone == []


@pytest.mark.parametrize("words", VERBS)
def test_every_command_of_the_kiosk_is_there(words: str) -> None:
    verb, _, option = words.partition(" --")
    program = [sys.executable, str(ROOT / "run_kiosk.py"), *verb.split(), "--help"]
    asked = subprocess.run(program, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.startswith(f"usage: run_kiosk.py {verb}"), asked.stdout[:200]
    assert f"--{option}" in asked.stdout


def test_every_place_on_the_terminal_is_made_by_the_role() -> None:
    tasks = "".join(path.read_text() for path in (ROLE / "tasks").glob("*.yml"))
    places = {row["to"] for row in table()}
    for path in set(re.findall(r"(?<![\w.}])/(?:opt|etc|var)/[\w./-]+", TEXT)) - NOT_OURS:
        at_home = path in MADE_BY_TASKS and path.rsplit("/", 1)[1] in tasks
        assert path in places or at_home or path.startswith("/opt/kiosk/"), path


def test_every_unit_is_shipped_or_debians() -> None:
    debians = {"getty@tty1", "ctrl-alt-del.target", "kiosk-content"}
    shipped = {row["to"].rsplit("/", 1)[1] for row in table()} | {"kiosk-panel@off", "kiosk-panel@on"}
    named = set(re.findall(r"`((?:kiosk[\w-]*|getty@tty1)(?:@\w+)?\.(?:service|timer|target))`", TEXT))
    assert len(named) > 5
    assert named - shipped - debians == set()
    for unit in re.findall(r"journalctl -u ([\w-]+)", TEXT):
        assert f"{unit}.service" in shipped, unit


def test_every_choice_is_one_of_the_roles() -> None:
    known = set(yaml.safe_load((ROLE / "defaults" / "main.yml").read_text()))
    assert set(re.findall(r"\bkiosk_[a-z_]+", TEXT)) - known == set()


def test_the_inventories_are_what_ansible_reads(tmp_path: Path) -> None:
    shown = re.search(r"^```yaml\n(terminals:.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert shown is not None
    written = tmp_path / "inventory.yml"
    written.write_text(shown[1])
    for inventory in (written, ANSIBLE / "inventory.example.yml"):
        read = run("ansible-playbook", "-i", str(inventory), "terminal.yml", "--list-hosts")
        assert read.returncode == 0, read.stderr
        assert "WARNING" not in read.stderr
        assert "lobby" in read.stdout


def test_the_hours_that_it_names_are_those_of_the_role() -> None:
    chosen = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
    fetch, install = (at.split()[1] for at in chosen["kiosk_updates_at"].values())
    assert f"({fetch} fetch, {install} install, {chosen['kiosk_restart_at']} restart" in TEXT
