"""docs/handbuch.md as a story: every command, answer, edit and translation that it shows, done in its order in a copy.

What the page holds for this, invisible to its readers:

    ```sh        a command, run as it stands; `<!-- endet: 1 -->` above it: it ends with this exit code
    ```text      what the command before it prints: `…` is anything, a line `…` any lines, behind `> ` is what one types
    <!-- ändern: FILE -->     the two blocks of YAML that follow: what stands in the file, and what is to stand there
    <!-- antworten -->        the table that follows: what the command before it asks, and what one answers
    <!-- po: FILE.po -->      the table that follows: German texts and their translations, for this file of a translator
"""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import polib

from tests.gui.test_program import has_sound
from tests.gui.windows import surroundings

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "handbuch.md"
PATIENCE_S = 120.0
DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
PART = re.compile(
    r"^(?:<!-- (?P<mark>endet|ändern|po|antworten)(?:: (?P<of>\S+))? -->\n)?"
    r"(?:```(?P<kind>\w+)\n(?P<body>.*?)^```$|(?P<table>(?:^\|[^\n]*\n)+))",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Step:
    """One thing that the page has its reader do. `what` is the command, the file to edit or the translator's file;
    `shown` what the page says it prints ("" if it says nothing); `pairs` are old and new, or German and translated."""

    line: int
    kind: str
    what: str
    shown: str = ""
    exit_code: int = 0
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def answers(self) -> list[str]:
        return [line[2:].strip() for line in self.shown.splitlines() if line.startswith(">")]


def steps(page: str) -> list[Step]:
    """All steps of the page in their order."""
    found: list[Step] = []
    old = ""
    for part in PART.finditer(page):
        line, body = page.count("\n", 0, part.start()) + 1, part["body"] or ""
        if part["kind"] == "sh":
            code = int(part["of"]) if part["mark"] == "endet" else 0
            found += [Step(line, "run", command, exit_code=code) for command in body.splitlines()]
        elif part["kind"] == "text" and found:
            last = found.pop()
            assert last.kind == "run" and not last.shown, f"line {line}: output of no command"
            found.append(Step(last.line, "run", last.what, body, last.exit_code))
        elif part["mark"] == "ändern":
            old = body
            found.append(Step(line, "edit", part["of"]))
        elif part["kind"] == "yaml" and found and found[-1].kind == "edit" and not found[-1].pairs:
            found[-1] = Step(found[-1].line, "edit", found[-1].what, pairs=((old, body),))
        elif part["mark"] == "po":
            found.append(Step(line, "translate", part["of"], pairs=tuple(_pairs(part["table"]))))
        elif part["mark"] == "antworten":
            last = found.pop()
            rows = [
                f"…\n{question}\n…\n> {answer.replace('(Enter)', '')}\n" for question, answer in _pairs(part["table"])
            ]
            found.append(Step(last.line, "run", last.what, "".join(rows) + "…\n", last.exit_code))
    return found


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    """The cells of a table two by two, without its head."""
    for row in table.splitlines()[2:]:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        yield from ((left, right) for left, right in zip(cells[::2], cells[1::2], strict=True) if left)


def first_odd_line(shown: str, printed: str) -> str:
    """The first line of the page that is not printed where the page says; "" if all are. Days are any days; empty lines
    do not count."""
    waiting = [DAY.sub("DAY", line.rstrip()) for line in printed.splitlines() if line.strip()]
    anywhere = False
    for line in (line.rstrip() for line in shown.splitlines() if line.strip()):
        if line == "…":
            anywhere = True
            continue
        every = re.compile(".*".join(map(re.escape, DAY.sub("DAY", line).split("…"))))
        fits = [number for number, one in enumerate(waiting) if every.fullmatch(one)]
        if not fits or (fits[0] and not anywhere):
            return line
        waiting, anywhere = waiting[fits[0] + 1 :], False
    return f"(not on the page) {waiting[0]}" if waiting and not anywhere else ""


@dataclass
class Story:
    """A copy of the program and its content in `folder`, and what came of each step that was done in it."""

    folder: Path
    page: str
    today: date
    printed: dict[Step, tuple[int, str]] = field(default_factory=dict)
    done: list[Step] = field(default_factory=list)

    @property
    def home(self) -> Path:
        return self.folder.parent / "home" / "team"

    def moved(self, text: str) -> str:
        """Text of the page with its days as far from today as they are from the day on which it was written."""
        written = re.search(r"Enter allein: (20\d\d-\d\d-\d\d)", self.page)
        away = self.today - date.fromisoformat(written[1]) if written else timedelta()
        return DAY.sub(lambda found: (date.fromisoformat(found[0]) + away).isoformat(), text)

    def until(self, last: Step) -> Story:
        """Do the steps up to this one that are not done yet; the story. Each test waits for its own steps only."""
        for step in steps(self.page):
            if step not in self.done:
                self.done.append(step)
                self.do(step)
            if step == last:
                break
        return self

    def do(self, step: Step) -> None:
        """Do one step. What it prints is judged by the tests; a step that cannot be done is an AssertionError."""
        if step.kind == "edit":
            path, (old, new) = self.folder / step.what, map(self.moved, step.pairs[0])
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"line {step.line}: {step.what} holds not once: {old}"
            path.write_text(text.replace(old, new), encoding="utf-8")
        elif step.kind == "translate":
            self._translate(step)
        else:
            code, out = self._run(step)
            self.printed[step] = code, out.replace(str(self.folder.parent), "")

    def _translate(self, step: Step) -> None:
        """Fill in a translator's file as a program such as Poedit would."""
        path = self.home / step.what.removeprefix("~/")
        file = polib.pofile(str(path))
        for german, translated in step.pairs:
            entries = [entry for entry in file if entry.msgid == german and not entry.msgctxt.endswith("/say")]
            assert entries, f"line {step.line}: {path.name} does not ask for: {german}"
            for entry in entries:
                entry.msgstr = translated
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        file.save()

    def _run(self, step: Step) -> tuple[int, str]:
        env = surroundings(self.home) | {"https_proxy": "http://127.0.0.1:9"}  # without internet, as a test must be
        if step.answers:
            return self._typed(step, env)
        if "--window" in step.what:
            return self._watched(step, env)
        done = subprocess.run(
            ["bash", "-c", self.moved(step.what)],
            cwd=self.folder,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return done.returncode, done.stdout

    def _watched(self, step: Step, env: dict[str, str]) -> tuple[int, str]:
        """The kiosk in a window, ended by Ctrl-C once it is there."""
        pipe = subprocess.PIPE
        arguments = shlex.split(step.what)
        with subprocess.Popen(arguments, cwd=self.folder, env=env, stdout=pipe, stderr=pipe, text=True) as process:
            end = time.monotonic() + PATIENCE_S
            while process.poll() is None and not has_sound(process.pid) and time.monotonic() < end:
                time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            try:
                out, _ = process.communicate(timeout=PATIENCE_S)
            finally:
                process.kill()
        return process.returncode, out

    def _typed(self, step: Step, env: dict[str, str]) -> tuple[int, str]:
        """At a terminal: each answer once the program waits for it."""
        master, slave = pty.openpty()
        arguments = shlex.split(step.what)
        waiting, seen, end = [self.moved(answer) for answer in step.answers], "", time.monotonic() + PATIENCE_S
        with subprocess.Popen(
            arguments, cwd=self.folder, env=env, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
        ) as process:
            os.close(slave)
            try:
                for more in _read(master, process, end):
                    seen += more
                    if seen.endswith("\n> ") and waiting:
                        os.write(master, waiting.pop(0).encode() + b"\n")
                    elif seen.endswith("\n> "):
                        break
            finally:
                process.kill()
                os.close(master)
        assert not waiting, f"line {step.line}: never asked for: {waiting}"
        return process.returncode, seen


def _read(master: int, process: subprocess.Popen[bytes], end: float) -> Iterator[str]:
    """What the terminal shows, bit by bit, until the program has ended."""
    left = b""
    while time.monotonic() < end:
        if not select.select([master], [], [], 0.2)[0]:
            continue
        try:
            left += os.read(master, 65536)
        except OSError:  # the program has closed its side
            process.wait(PATIENCE_S)
            return
        try:
            text, left = left.decode("utf-8"), b""
        except UnicodeDecodeError:  # half a letter
            continue
        yield text.replace("\r\n", "\n")


def begun(folder: Path) -> Story:
    """A story that can begin: a copy of the program, its content and settings, in git as a checkout is."""
    copy = folder / "kiosk"
    copy.mkdir(parents=True)
    for name in ("kiosk", "content", "config"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("run_kiosk.py", ".gitignore"):
        shutil.copy(ROOT / name, copy / name)
    (copy / "assets").symlink_to(ROOT / "assets")
    (copy / ".venv").symlink_to(sys.prefix)
    story = Story(copy, PAGE.read_text(encoding="utf-8"), date.today())
    story.home.mkdir(parents=True)
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "as it is shipped"]):
        subprocess.run(["git", *words], cwd=copy, env=surroundings(story.home), check=True)
    return story
