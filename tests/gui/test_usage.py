"""Visits of real fingers become sums on the disk, and a disk that takes nothing costs visitors nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.runtime.state import VARIABLE
from kiosk.usage.shelf import BOOK, read_book
from tests.gui.outside import ROOT, Kiosk
from tests.gui.touch_screen import TouchScreen


class RealTime(Kiosk):
    """The kiosk by the machine's own clock, as in the lobby."""

    CLOCK = ()


@contextmanager
def kiosk(home: Path, state: Path, *arguments: str, kind: type[Kiosk] = RealTime) -> Iterator[Kiosk]:
    """The running kiosk with a place for its state; silent."""
    with closing(TouchScreen()) as screen:
        made = kind(screen, home, {VARIABLE: str(state), "SDL_AUDIODRIVER": "dummy"}, *arguments)
        try:
            yield made
        finally:
            made.kill()


def walk(kiosk: Kiosk) -> None:
    """Two visitors: one who looks for help and finishes, one who is still there when the kiosk ends."""
    kiosk.visit("ar")
    kiosk.tap("bar.large", "bar.help", "bar.home", "bar.finish")
    kiosk.see(lambda seen: seen["route"] == "attract", "nobody is there")
    kiosk.visit("uk")


def counted(state: Path) -> dict[tuple[str, str], int]:
    """Today's sums. Whether this machine's clock is believed is its own affair."""
    book = read_book(state / BOOK)
    return {cell: count for cell, count in (book.held + book.undated_held).items() if cell[0] != "duration"}


def test_two_visitors_are_two_in_the_sums_and_nothing_else_is_written(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    with kiosk(tmp_path, state) as running:
        walk(running)
        assert running.end() == 0
        assert "Traceback" not in running.log()
    assert counted(state) == {
        ("visits", ""): 2,
        ("ended", "finish"): 1,
        ("language", "ar"): 1,
        ("language", "uk"): 1,
        ("used", "help"): 1,
        ("mode", "large"): 1,
    }
    ours = {path.name for path in state.rglob("*") if "usage" in path.name}
    assert ours == {BOOK, "usage.prom"}


def test_a_disk_that_takes_nothing_costs_visitors_nothing(tmp_path: Path) -> None:
    """/proc takes no files."""
    with kiosk(tmp_path, Path("/proc")) as running:
        walk(running)
        assert running.end() == 0
        assert running.log().count("usage cannot be kept") == 1
        assert "Traceback" not in running.log()


def test_a_demonstration_is_no_visit(tmp_path: Path) -> None:
    """At a time that is given (--now)."""
    with kiosk(tmp_path, tmp_path, kind=Kiosk) as running:
        running.visit("ar")
        assert running.end() == 0
    assert not (tmp_path / BOOK).exists()


def test_where_it_is_switched_off_nothing_is_counted(tmp_path: Path) -> None:
    usual = (ROOT / "config" / "kiosk.yaml").read_text(encoding="utf-8")
    assert "\nusage: yes\n" in usual
    (tmp_path / "kiosk.yaml").write_text(usual.replace("\nusage: yes\n", "\nusage: no\n"), encoding="utf-8")
    with kiosk(tmp_path, tmp_path, "--config", str(tmp_path / "kiosk.yaml")) as running:
        running.visit("ar")
        assert running.end() == 0
    assert counted(tmp_path) == {}
