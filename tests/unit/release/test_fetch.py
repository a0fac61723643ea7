"""Fetching from an HTTPS directory and from a git repository: what is new is shown, nothing is tried twice, and
whatever a server does, the kiosk shows what it had."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.release import https
from kiosk.release.record import records
from kiosk.release.signature import LARGEST
from tests.unit.release.desk import PLACE, Desk
from tests.unit.release.https_server import Site, offer

FILE = "/kiosk/latest.release"


def test_what_is_new_is_shown_and_what_is_known_not_sent_again(
    desk: Desk, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    first = offer(desk, site, 1)
    (desk.etc / "release_source").write_text(f"# where releases come from\n\n{site.url}/\n", "utf-8")
    assert desk.run("fetch") == 0
    assert desk.shown == first and first in capsys.readouterr().out
    assert desk.run("fetch") == 0
    assert "nothing new" in capsys.readouterr().out
    (path, nothing), (_, mark) = site.asked
    assert path == FILE and not nothing and mark
    second = offer(desk, site, 2)
    assert desk.run("fetch") == 0
    assert desk.shown == second and desk.state.checked > 0 and desk.state.activated > 0


def test_what_was_taken_back_comes_not_again_but_the_next_one_does(
    desk: Desk, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.marks = False  # a server that sends the same again and again
    first = offer(desk, site, 1)
    desk.run("fetch", "--from", site.url)
    bad = offer(desk, site, 2)
    desk.run("fetch", "--from", site.url)
    assert desk.shown == bad and desk.run("rollback") == 0
    for _ in range(2):
        assert desk.run("fetch", "--from", site.url) == 0
        assert "rolled back" in capsys.readouterr().err and desk.shown == first
    assert not sum(desk.state.rejected.values())
    third = offer(desk, site, 3)
    assert desk.run("fetch", "--from", site.url) == 0
    assert desk.shown == third and not records(desk.store)


def test_a_bad_one_is_refused_once_and_then_passed_over(
    desk: Desk, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.marks = False
    first = desk.activate(1)
    site.offer(desk.file(2, {"centre.yaml": b"name: [\n"}).read_bytes())
    assert desk.run("fetch", "--from", site.url) == 1
    for _ in range(2):
        assert desk.run("fetch", "--from", site.url) == 0
        assert "refused before" in capsys.readouterr().err
    assert desk.state.rejected["schema"] == 1 and desk.shown == first
    assert desk.run("fetch", "--from", site.url, "--again") == 1, "if a person wants to know"
    assert desk.state.rejected["schema"] == 1
    site.offer(desk.file(1).read_bytes())
    assert desk.run("fetch", "--from", site.url) == 0, "an older one is refused as any other way"
    assert desk.shown == first


def test_a_terminal_that_has_lost_its_releases_asks_for_all_of_it(desk: Desk, site: Site) -> None:
    first = offer(desk, site, 1)
    desk.run("fetch", "--from", site.url)
    (desk.places / "current").unlink()
    assert desk.run("fetch", "--from", site.url) == 0
    assert desk.shown == first
    (desk.places / "current" / PLACE).write_text("damaged", "utf-8")
    assert desk.run("fetch", "--from", site.url) == 0
    assert desk.shown == first, "and what a disk has damaged is mended by the next fetch"


def half(site: Site) -> None:
    site.half = True


def slow(site: Site) -> None:
    site.drip_s = 0.2


def elsewhere(site: Site) -> None:
    """To another host, which has the release."""
    site.files["/other.release"] = site.files[FILE]
    site.moved[FILE] = f"https://127.0.0.1:{site.port}/other.release"


def plain(site: Site) -> None:
    site.moved[FILE] = f"http://localhost:{site.port}{FILE}"


def around(site: Site) -> None:
    site.moved[FILE] = FILE


def broken(site: Site) -> None:
    site.status[FILE] = 500


def gone(site: Site) -> None:
    site.files.clear()


@pytest.mark.parametrize("trouble", [half, slow, elsewhere, plain, around, broken, gone])
def test_whatever_a_server_does_the_kiosk_shows_what_it_had(
    trouble: Callable[[Site], None],
    desk: Desk,
    site: Site,
    pem: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if trouble is slow:
        monkeypatch.setattr(https, "MOST_S", 0.5)
    first = desk.activate(1)
    second = offer(desk, site, 2)
    trouble(site)
    assert desk.run("fetch", "--from", site.url) == 2
    told = capsys.readouterr().err
    assert "No release came from there" in told and "Traceback" not in told
    assert desk.shown == first and desk.state.checked == 0 and not records(desk.store)
    monkeypatch.undo()  # on a busy machine a sound answer may take as long
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
    site.half, site.drip_s = False, 0.0
    site.moved.clear()
    site.status.clear()
    offer(desk, site, 2)
    assert desk.run("fetch", "--from", site.url) == 0
    assert desk.shown == second


def test_it_may_be_moved_within_the_site(desk: Desk, site: Site) -> None:
    site.moved[FILE] = "/other/2026.release"
    site.offer(desk.file(1).read_bytes(), "/other/2026.release")
    assert desk.run("fetch", "--from", f"{site.url}/latest.release") == 0
    assert desk.shown == desk.release(1).id


def test_too_much_is_not_taken_in_and_counted_once(desk: Desk, site: Site) -> None:
    site.marks = False
    site.offer(bytes(LARGEST + 1))
    for _ in range(2):
        assert desk.run("fetch", "--from", site.url) == 1
    assert desk.state.rejected["size"] == 1


def test_a_server_that_is_not_who_it_says(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(desk, site, 1)
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    assert desk.run("fetch", "--from", site.url) == 2
    assert "certificate verify failed" in capsys.readouterr().err
    assert not site.asked


@pytest.mark.parametrize("source", ["http://localhost/", "ftp://x/", "/srv/kiosk", "git+", "git+--upload-pack=x", ""])
def test_where_nothing_can_come_from(source: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("fetch", "--from", source) == 2
    told = capsys.readouterr().err
    assert "https://" in told or "release_source" in told


@pytest.fixture
def repository(desk: Desk) -> Iterator[Path]:
    folder = desk.folder / "repository"
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    yield folder


def commit(folder: Path, data: bytes) -> None:
    (folder / "latest.release").write_bytes(data)
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for words in (["add", "-A"], [*who, "commit", "-q", "-m", "a release"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def test_a_git_repository_holds_the_same_file(desk: Desk, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(repository, desk.file(1).read_bytes())
    source = f"git+file://{repository}"
    assert desk.run("fetch", "--from", source) == 0
    assert desk.shown == desk.release(1).id
    assert desk.run("fetch", "--from", source) == 0
    assert "nothing new" in capsys.readouterr().out
    commit(repository, desk.file(2).read_bytes())
    assert desk.run("fetch", "--from", source) == 0
    assert desk.shown == desk.release(2).id


def test_a_git_repository_in_trouble(desk: Desk, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = f"git+file://{repository}"
    assert desk.run("fetch", "--from", source) == 2, "nothing in it"
    commit(repository, bytes(LARGEST + 1))
    assert desk.run("fetch", "--from", source) == 1, "too large"
    commit(repository, desk.file(1).read_bytes())
    (repository / ".git" / "HEAD").write_text("?")
    assert desk.run("fetch", "--from", source) == 2, "broken"
    assert desk.run("fetch", "--from", f"{source}-away") == 2, "not there"
    assert capsys.readouterr().err.count("No release came from there") == 3
    (repository / ".git" / "HEAD").write_text("ref: refs/heads/master\n")
    subprocess.run(["git", "symbolic-ref", "HEAD", _branch(repository)], cwd=repository, check=True)
    assert desk.run("fetch", "--from", source) == 0
    assert desk.shown == desk.release(1).id


def _branch(repository: Path) -> str:
    command = ["git", "for-each-ref", "--format=%(refname)", "refs/heads"]
    return subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True).stdout.split()[0]
