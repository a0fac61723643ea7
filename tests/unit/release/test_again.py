"""What comes again, and when: after a rollback, on the next day, and however wrong a clock was."""

from __future__ import annotations

from contextlib import suppress

import pytest
from msgspec.structs import replace

from kiosk.release import https
from kiosk.release.activation import activate
from kiosk.release.fetch import fetch
from kiosk.release.offer import Offer
from kiosk.release.record import records
from kiosk.release.refusal import PassedOver, Refused
from tests.unit.release.desk import NOW, Desk
from tests.unit.release.https_server import Site, offer


@pytest.mark.parametrize("marks", [True, False])
def test_what_was_too_old_comes_when_the_one_before_it_is_taken_back(marks: bool, desk: Desk, site: Site) -> None:
    """A clock that was ahead has dated number 9."""
    site.marks = marks
    first = desk.activate(1)
    desk.activate(9)
    second = offer(desk, site, 2)
    assert desk.run("fetch", "--from", site.url) == 1, "it seems older"
    assert desk.run("fetch", "--from", site.url) == 0, "and nothing is done with it again"
    assert desk.run("rollback") == 0
    assert desk.shown == first
    assert desk.run("fetch", "--from", site.url) == 0
    assert desk.shown == second and not [one for one in records(desk.store) if one.reason == "older"]


def test_one_of_another_year_does_not_come_by_itself_and_a_person_can_leave_it(
    desk: Desk, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """A computer whose clock is years ahead must not keep out what fifty terminals should show next."""
    later = 24 * 365 * 8
    offer(desk, site, later)
    for _ in range(2):
        assert desk.run("fetch", "--from", site.url) == 2, "another clock may show it yet: it is not refused"
        assert "date -u" in capsys.readouterr().err and desk.shown is None and not records(desk.store)
    ahead = desk.activate(later)
    second = offer(desk, site, 2)
    assert desk.run("fetch", "--from", site.url) == 1, "by itself nothing older comes"
    assert desk.run("rollback") == 2 and desk.shown == ahead, "there is nothing to go back to"
    assert desk.activate(2) == second == desk.shown
    third = offer(desk, site, 3)
    assert desk.run("fetch", "--from", site.url) == 0
    assert desk.shown == third and ahead in desk.store.ids, "kept, as any other"


def test_a_terminal_without_a_clock_takes_what_was_there_when_its_program_was_made(desk: Desk) -> None:
    terminal = replace(desk.terminal, now=lambda: 0.0)
    with desk.store.changed():
        activate(terminal, desk.file(1).read_bytes(), "x", by_itself=True)
    assert desk.shown == desk.release(1).id


def test_a_rollback_while_a_source_is_asked_is_not_forgotten(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.activate(1)
    desk.activate(9)
    second = offer(desk, site, 2)
    assert desk.run("fetch", "--from", site.url) == 1
    real = https.offered

    def meanwhile(source: str, mark: str) -> Offer | None:
        assert mark and desk.run("rollback") == 0
        return real(source, mark)

    monkeypatch.setattr(https, "offered", meanwhile)
    assert desk.run("fetch", "--from", site.url) == 0
    monkeypatch.setattr(https, "offered", real)
    assert desk.run("fetch", "--from", site.url) == 0 and desk.shown == second


@pytest.mark.parametrize("marks", [True, False])
def test_what_a_terminal_was_not_ready_for_comes_on_the_next_day(marks: bool, desk: Desk, site: Site) -> None:
    """Nobody goes to fifty terminals after a key was entered, a setting mended, or the program renewed."""
    site.marks = marks
    offer(desk, site, 1)
    keys = (desk.etc / "release_signers").read_text("utf-8")
    desk.trust("# nobody yet")
    with pytest.raises(Refused):
        fetch(desk.terminal, site.url)
    desk.trust(keys)
    for hours in (1, 23):
        soon = replace(desk.terminal, now=lambda hours=hours: NOW + 3600 * hours)
        with suppress(PassedOver):
            assert fetch(soon, site.url) is None
        assert desk.shown is None
    fetch(replace(desk.terminal, now=lambda: NOW + 3600 * 25), site.url)
    assert desk.shown == desk.release(1).id and desk.state.rejected["signature"] == 1
