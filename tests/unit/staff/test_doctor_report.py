"""doctor's report: it always comes, in words, for scripts, and on paper."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.loaders.faults import Both
from kiosk.staff.doctor import GOOD, NOT_GOOD, NOT_MADE, main
from kiosk.staff.doctor.examination import LOOKS, examine
from kiosk.staff.doctor.finding import Finding, Verdict, bad, good, unknown
from kiosk.staff.doctor.readiness import COLUMNS, WORDS, Readiness, as_json, as_page, as_text
from kiosk.staff.doctor.row import same
from kiosk.staff.doctor.terminal import Terminal
from tests.unit.staff.machines import Machine
from tests.unit.staff.small_kiosk import content

__all__ = ["content"]

ROOT = Path(__file__).resolve().parents[3]
NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
WELL, ILL, OPEN = good(same("well")), bad(Both("schlecht", "bad"), Both("tun", "do <this>")), unknown(same("?"))


def looks(**findings: Finding) -> list[tuple[str, Both, Callable[[Terminal], Finding]]]:
    """Looks that find this."""

    def finds(finding: Finding) -> Callable[[Terminal], Finding]:
        return lambda _: finding

    return [(name, Both(f"{name}-de", f"{name}-en"), finds(finding)) for name, finding in findings.items()]


@pytest.fixture
def terminal(tmp_path: Path, content: Path) -> Terminal:
    """A terminal of which nothing is known."""
    return Machine(tmp_path, content, "sound: {enabled: no}\n").terminal()


def readiness(terminal: Terminal, **findings: Finding) -> Readiness:
    return Readiness(examine(terminal, looks(**findings)), "lobby", NOON)


@pytest.mark.parametrize(
    ("findings", "verdict", "german", "english"),
    [
        ({"a": WELL, "b": WELL}, Verdict.PASS, "Bereit: Alles", "Ready: all"),
        ({"a": WELL, "b": OPEN, "c": OPEN}, Verdict.UNKNOWN, "unbekannt ist: b-de, c-de.", "unknown: b-en, c-en."),
        ({"a": OPEN, "b": ILL, "c": WELL}, Verdict.FAIL, "Nicht bereit: b-de.", "Not ready: b-en."),
    ],
)
def test_the_whole_is_as_good_as_its_worst_part(
    findings: dict[str, Finding], verdict: Verdict, german: str, english: str, terminal: Terminal
) -> None:
    made = readiness(terminal, **findings)
    assert made.verdict is verdict
    assert german in as_text(made, "de") and english in as_text(made, "en")
    assert german in as_page(made, "de") and english in as_page(made, "en")
    told = json.loads(as_json(made))
    assert (told["verdict"], [row["name"] for row in told["rows"]]) == (verdict.value, list(findings))


def test_a_look_that_fails_or_never_ends_is_a_row(terminal: Terminal) -> None:
    never = threading.Event()

    def fails(_: Terminal) -> Finding:
        raise ValueError("the disk is made of cheese")

    def hangs(_: Terminal) -> Finding:
        never.wait()
        return WELL

    several = [("a", same("a"), fails), ("b", same("b"), hangs), *looks(c=WELL)]
    rows = examine(terminal, several, patience_s=0.2)
    never.set()
    assert [row.finding.verdict for row in rows] == [Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.PASS]
    assert "ValueError: the disk is made of cheese" in rows[0].finding.found.de
    assert "Keine Antwort" in rows[1].finding.found.de and rows[1].finding.remedy.en


def test_no_look_fails_on_a_machine_that_tells_nothing(terminal: Terminal) -> None:
    """Every one has words of its own for that, and none has to be saved by the report."""
    rows = examine(terminal)
    assert [row.name for row in rows] == [name for name, _, _ in LOOKS]
    for row in rows:
        assert row.title.de and row.title.en and row.finding.found.de and row.finding.found.en
        assert "Nicht zu sehen" not in row.finding.found.de and "Keine Antwort" not in row.finding.found.de
        if row.finding.verdict is Verdict.FAIL:
            assert row.finding.remedy.de and row.finding.remedy.en


def test_every_look_alone_survives_a_machine_that_tells_nonsense(tmp_path: Path, content: Path) -> None:
    machine = Machine(tmp_path, content, "sound: {enabled: no}\n", state=tmp_path)
    for name in (
        *("proc/bus/input/devices", "proc/net/route", "proc/net/ipv6_route", "sys/class/rtc/rtc0/since_epoch"),
        *("sys/class/drm/card0-DP-1/status", "sys/class/drm/card0-DP-1/modes", "proc/asound/card0/pcm0p/sub0/status"),
    ):
        machine.tells(name, "B: ABS=\nx\n\n=:\n\x00")
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "kiosk.prom").write_text("nonsense\n\n")
    rows = {row.name: row.finding for row in examine(machine.terminal())}
    assert rows.pop("life").verdict is Verdict.UNKNOWN
    assert not [name for name, finding in rows.items() if "Nicht zu sehen" in finding.found.de]


def test_text_fits_the_terminal_and_says_what_to_do(terminal: Terminal) -> None:
    long = bad(Both("Wort " * 60, "word " * 60), Both("tun " * 60, "do " * 60))
    for language, arrow in (("de", "→ tun tun"), ("en", "→ do do")):
        text = as_text(readiness(terminal, a=long, b=replace(long, verdict=Verdict.PASS)), language)
        assert max(map(len, text.splitlines())) <= COLUMNS
        assert text.count(arrow) == 1, "what is good needs nothing done"


class Tags(HTMLParser):
    """What is in a page; all that is opened is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", WORDS)
def test_the_page_needs_nothing_else_and_can_be_signed(language: str, terminal: Terminal) -> None:
    page = as_page(readiness(terminal, a=ILL, b=OPEN, c=WELL), language)
    tags = Tags(page)
    assert not {"link", "script", "img", "iframe", "a"} & set(tags.found)
    assert not re.search(r"url\(|https?:|@import|src=", page)
    assert tags.found.count("tr") == 3
    assert "&lt;this&gt;" in page or language == "de"
    for word in (*WORDS[language]["signed"].split("|"), "2026", "lobby"):
        assert word in page


def run(content: Path, *words: str) -> list[str]:
    """The arguments for a kiosk of few words, without sound."""
    (content.parent / "kiosk.yaml").write_text("sound: {enabled: no}\n", encoding="utf-8")
    return [*words, "--content", str(content), "--config", str(content.parent / "kiosk.yaml")]


def test_the_command_tells_and_its_code_says_whether_all_is_well(
    content: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "bericht.html"
    code = main(run(content, "--json", "--html", str(page)))
    told = capsys.readouterr()
    report = json.loads(told.out)
    assert code == (NOT_GOOD if report["verdict"] == "fail" else GOOD)
    assert {row["name"]: row["verdict"] for row in report["rows"]}["audio"] == "pass", "there is to be no sound"
    assert page.read_text("utf-8").startswith("<!doctype html>") and str(page) in told.err
    assert main(run(content, "--html", str(tmp_path / "no" / "folder.html"))) == NOT_MADE
    told = capsys.readouterr()
    assert told.out.startswith("Ist dieses Terminal bereit?") and "no/folder" in told.err


def test_it_runs_as_a_program_on_a_poor_terminal(content: Path) -> None:
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "doctor", *run(content, "--language", "en")]
    plain = {"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, env=plain, timeout=120, check=False)
    assert done.stderr == "" and done.returncode in (GOOD, NOT_GOOD)
    assert done.stdout.startswith("Is this terminal ready?") and "\\u2192" in done.stdout
