"""docs/releases.md is true: its commands are run as written and print what it shows. The terminal is a folder, its
server is on loopback, and the passphrase is typed by a program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.release.refusal import Reason
from tests.content.handbook_story import ROOT, first_odd_line, steps
from tests.unit.loaders import builders
from tests.unit.release.https_server import certificate, serving

PAGE = ROOT / "docs" / "releases.md"
TEXT = PAGE.read_text(encoding="utf-8")
STEPS = steps(TEXT)
SUDO = """\
#!/bin/sh
# The places of the terminal, where the page needs none to be named.
case "$*" in *" release "*) exec "$@" --store "$STORE" --config "$CONFIG" ;; *) exec "$@" ;; esac
"""


def program(path: Path, text: str) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[int, str]]]:
    """The whole page, followed in its order: exit code and output of each command."""
    folder = tmp_path_factory.mktemp("releases")
    home, etc, store, checkout = (folder / name for name in ("home", "etc", "store", "checkout"))
    for path in (home, etc, store, checkout):
        path.mkdir()
    builders.sound_content(checkout / "content")
    shutil.copy(ROOT / "content/strings/de.yaml", checkout / "content/strings")
    for name in ("kiosk", "config", "assets", "run_kiosk.py"):
        (checkout / name).symlink_to(ROOT / name)
    (checkout / ".venv").symlink_to(sys.prefix)
    (etc / "kiosk.yaml").write_bytes((ROOT / "config" / "kiosk.yaml").read_bytes())
    pem = certificate(folder)
    program(folder / "bin" / "sudo", SUDO)
    env = os.environ | {
        "HOME": str(home),
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "STORE": str(store),
        "CONFIG": str(etc / "kiosk.yaml"),
        "SSH_ASKPASS": program(folder / "bin" / "ask", "#!/bin/sh\necho a long passphrase\n"),
        "SSH_ASKPASS_REQUIRE": "force",
        "REQUESTS_CA_BUNDLE": str(pem),
    }
    with serving(pem) as site:

        def here(text: str) -> str:
            return text.replace("/etc/kiosk/", f"{etc}/").replace("https://content.example.org/kiosk", site.url)

        answers = []
        for step in STEPS:
            ran = subprocess.run(
                ["bash", "-c", here(step.what)],
                cwd=checkout,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=120,
                check=False,
            )
            answers.append((ran.returncode, ran.stdout.replace(site.url, "https://content.example.org/kiosk")))
            if " build " in step.what:
                site.offer((home / "latest.release").read_bytes())
        yield answers


@pytest.mark.parametrize("number", range(len(STEPS)), ids=lambda number: STEPS[number].what[:70])
def test_a_command_does_and_prints_what_the_page_says(number: int, done: list[tuple[int, str]]) -> None:
    step, (code, printed) = STEPS[number], done[number]
    assert code == step.exit_code, printed
    assert "Traceback" not in printed
    assert first_odd_line(step.shown, printed) == "", printed


def test_every_verb_and_every_reason_is_on_the_page() -> None:
    assert {step.what.split(" release ")[1].split()[0] for step in STEPS if " release " in step.what} == {
        *("build", "verify", "fetch", "activate", "rollback", "status")
    }
    for reason in Reason:
        assert f"| `{reason.value}` |" in TEXT
    assert len(STEPS) == TEXT.count("```sh\n")
