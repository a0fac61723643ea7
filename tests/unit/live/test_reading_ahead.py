"""A child that waits has parsed the files already; what it says of them is what is in them when it is asked."""

from __future__ import annotations

import pickle
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.live import child
from kiosk.live.copies import Copies
from kiosk.live.last_good import Answer
from kiosk.live.reading import COMMAND
from kiosk.loaders import nodes
from tests.unit.live.breaks import SERVICE
from tests.unit.live.conftest import Kiosk
from tests.unit.live.watched import NEW, OLD, name_in, until

Change = Callable[[Path], object]


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_ahead", {})


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text("name: [", encoding="utf-8"),
        lambda path: path.write_text(path.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8"),
        lambda path: path.write_bytes(b"\xff"),
        lambda path: path.unlink(),
        lambda path: path.touch(),
    ],
    ids=["broken", "other words", "no text", "gone", "the same"],
)
def test_a_file_is_read_as_it_is_then_whatever_it_was(change: Change, kiosk: Kiosk) -> None:
    path, root = kiosk.path(SERVICE), kiosk.path("content")
    nodes.read_ahead(path, root)
    change(path)
    found = nodes.read(path, root)
    nodes._ahead.clear()
    assert found == nodes.read(path, root)


def test_what_still_holds_is_not_parsed_again(kiosk: Kiosk) -> None:
    path, root = kiosk.path(SERVICE), kiosk.path("content")
    nodes.read_ahead(path, root)
    ahead = nodes.read(path, root)
    assert nodes.read(path, root) is ahead
    assert nodes.read(path, root.parent) is not ahead  # shown by another path, its problems have another place


def test_every_file_is_read_ahead_that_a_reading_asks_for(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_asked", lambda: False)
    child.read_ahead(kiosk.places)
    parsed: list[str] = []
    monkeypatch.setattr(nodes, "parsed", lambda text, path: parsed.append(path))
    child.settle(kiosk.places, Copies(kiosk.folder / "none", "kiosk.yaml"), kiosk.kept, Counter())
    assert not parsed


def test_it_is_not_read_ahead_without_end(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_asked", lambda: False)
    monkeypatch.setattr(child, "MOST_AHEAD", 20_000)
    child.read_ahead(kiosk.places)
    assert 0 < sum(len(text) for text, _ in nodes._ahead) <= 20_000


def test_who_asks_does_not_wait_for_what_is_read_ahead(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([False, False, True])
    monkeypatch.setattr(child, "_asked", lambda: next(asked))
    child.read_ahead(kiosk.places)
    assert len(nodes._ahead) == 2


def test_the_real_child_answers_what_was_saved_after_it_read_ahead(kiosk: Kiosk) -> None:
    places = kiosk.places
    command = [*COMMAND, *map(str, (places.content, places.config, places.themes))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        until(lambda: _rests(process.pid), "it waits")
        data = kiosk.path(SERVICE).read_bytes()
        kiosk.path(SERVICE).write_bytes(data.replace(OLD.encode(), NEW.encode()))
        question = (places, Copies(kiosk.folder / "none", "kiosk.yaml"), Copies(kiosk.folder / "fresh", "kiosk.yaml"))
        answer, _ = process.communicate(pickle.dumps((*question, Counter(), None)), 60)
    found = pickle.loads(answer)
    assert isinstance(found, Answer) and found.content and name_in(found.content) == NEW


def _rests(pid: int) -> bool:
    """Whether it has done something, and then nothing for a while: it waits for its question."""
    before = _worked(pid)
    time.sleep(0.3)
    return _worked(pid) == before > [0, 0]


def _worked(pid: int) -> list[int]:
    """Ticks of the processor, for itself and for the system."""
    return [int(one) for one in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]]
