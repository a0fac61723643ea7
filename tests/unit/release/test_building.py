"""Building a release, and the archive: the same bytes for the same files, and nothing else ever comes out of it."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.release import building
from kiosk.release.archive import Release, pack, release_of, unpack
from kiosk.release.manifest import ID, LONGEST, MOST_BYTES, MOST_FILES, Manifest
from kiosk.release.refusal import Refused
from kiosk.release.signature import END
from tests.unit.release.desk import PLACE, ROOT, Desk, make_key

MADE = datetime(2026, 12, 1, 12, tzinfo=UTC)
SMALL = {"centre.yaml": b"name: x\n", "services/a.yaml": b"name: y\n"}


def test_a_release_is_built_verified_and_shown(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    out = desk.folder / "latest.release"
    content = ["--content", desk.folder / "content", "--key", desk.key, "--out", out]
    assert desk.run("build", *content, "--needs", "2026-11-22") == 0
    release = capsys.readouterr().out.split()[1].rstrip(",")
    assert ID.fullmatch(release)
    assert desk.run("verify", out) == 0
    told = capsys.readouterr().out
    assert release in told and "anna@example.org" in told
    assert desk.run("activate", out) == 0
    assert desk.shown == release
    assert desk.run("verify", desk.places / "current") == 0
    data, _, archive = out.read_bytes().partition(END)
    assert data.startswith(b"-----BEGIN SSH SIGNATURE-----") and archive.startswith(b"\x1f\x8b")


def test_a_key_with_a_passphrase_in_an_agent_signs(desk: Desk, tmp_path: Path) -> None:
    make_key(tmp_path / "other")
    subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", "secret", "-f", tmp_path / "other"], check=True)
    told = subprocess.run(["ssh-agent", "-c"], check=True, capture_output=True, text=True).stdout
    words = {line.split()[1]: line.split()[2].rstrip(";") for line in told.splitlines() if line.startswith("setenv")}
    ask = tmp_path / "ask"
    ask.write_text("#!/bin/sh\necho secret\n")
    ask.chmod(0o755)
    try:
        env = {**words, "SSH_ASKPASS": str(ask), "SSH_ASKPASS_REQUIRE": "force", "PATH": "/usr/bin:/bin"}
        subprocess.run(["ssh-add", "-q", tmp_path / "other"], env=env, check=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSH_AUTH_SOCK", words["SSH_AUTH_SOCK"])
            out = desk.folder / "out.release"
            more = ["--content", desk.folder / "content", "--out", out, "--key", tmp_path / "other.pub"]
            assert desk.run("build", *more) == 0
    finally:
        subprocess.run(["kill", words["SSH_AGENT_PID"]], check=True)
    desk.trust(f"berta@example.org {(tmp_path / 'other.pub').read_text('utf-8').strip()}")
    assert desk.run("verify", out) == 0


@pytest.mark.parametrize(
    ("spoil", "code", "said"),
    [
        (lambda content: (content / PLACE).write_text("name: ["), 1, "services/wohnung-anmelden.yaml"),
        (lambda content: (content / "picture.jpg").touch(), 1, "picture.jpg"),
        (lambda content: (content / "services/x.yaml").symlink_to(content / PLACE), 1, "ordinary file"),
        (lambda content: (content / "more").symlink_to(content / "services"), 1, "ordinary file"),
        (lambda content: (content / PLACE).write_bytes(b"#" * 300_000), 1, "too large"),
        (lambda content: content.rename(content.with_name("away")), 2, "no content here"),
    ],
)
def test_what_no_terminal_would_show_is_not_built(
    spoil: object, code: int, said: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    out = desk.folder / "out.release"
    spoil(desk.folder / "content")  # type: ignore[operator]
    assert desk.run("build", "--content", desk.folder / "content", "--key", desk.key, "--out", out) == code
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_what_nobody_means_to_be_content_stays_out(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    content, out = desk.folder / "content", desk.folder / "out.release"
    (content / ".git").mkdir()
    (content / ".git" / "config").touch()
    (content / "centre.yaml~").touch()
    assert desk.run("build", "--content", content, "--key", desk.key, "--out", out) == 0
    release = unpack(out.read_bytes().partition(END)[2], "out")
    assert set(release.files) == set(desk.files) - {".git/config", "centre.yaml~"}


@pytest.mark.parametrize("key", ["none", "content/centre.yaml"])
def test_without_a_key_nothing_is_written(key: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    out = desk.folder / "out.release"
    more = ["--content", desk.folder / "content", "--out", out, "--key", desk.folder / key]
    assert desk.run("build", *more) == 2
    assert key in capsys.readouterr().err and not out.exists()


def test_the_same_files_make_the_same_bytes() -> None:
    other = dict(reversed(SMALL.items()))
    assert pack(release_of(SMALL, MADE)) == pack(release_of(other, MADE.replace(microsecond=5)))
    ids = {release_of(SMALL, MADE).id, release_of(SMALL, MADE, date(2026, 1, 1)).id}
    ids |= {release_of({**SMALL, "centre.yaml": b"name: z\n"}, MADE).id, release_of(SMALL, MADE.replace(day=2)).id}
    assert len(ids) == 4 and max(ids).startswith("20261202T120000Z-")


@pytest.mark.parametrize(("limit", "said"), [("MOST_FILES", "Too many files"), ("MOST_BYTES", "too large")])
def test_what_is_more_than_a_terminal_takes_is_not_built(
    limit: str, said: str, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(building, limit, 5)
    out = desk.folder / "out.release"
    assert desk.run("build", "--content", desk.folder / "content", "--key", desk.key, "--out", out) == 1
    assert said in capsys.readouterr().err and not out.exists()


def test_the_largest_release_fits_its_list_and_the_memory_of_its_service() -> None:
    names = (f"translations/de-x-leicht/services/{'long' * 5}-{number}.yaml" for number in range(MOST_FILES))
    assert len(Manifest(MADE, dict.fromkeys(names, "0" * 64)).data) < LONGEST
    service = (ROOT / "config/systemd/kiosk-content.service").read_text("utf-8")
    room = int(service.partition("MemoryMax=")[2].partition("M\n")[0]) * 1024 * 1024
    assert room > 4 * MOST_BYTES, "packed, as a tar, as files, and read"


def test_what_goes_in_comes_out() -> None:
    release = release_of(SMALL, MADE, date(2026, 1, 2))
    assert unpack(pack(release), "x") == release


GOOD = pack(release_of(SMALL, MADE))


@given(some.lists(some.tuples(some.integers(0, len(GOOD) - 1), some.binary(max_size=6)), min_size=1, max_size=4))
def test_any_other_bytes_are_the_same_release_or_refused(changes: list[tuple[int, bytes]]) -> None:
    """Even if somebody with a key signed them."""
    data = bytearray(GOOD)
    for at, new in changes:
        data[at : at + len(new)] = new
    try:
        found: Release | None = unpack(bytes(data), "x")
    except Refused:
        found = None
    assert found is None or found == release_of(SMALL, MADE)


def test_it_may_be_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.file(1)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.release.activation.checked", stopped)
    assert desk.run("activate", path) == 2
    assert "Stopped" in capsys.readouterr().err and desk.shown is None
    monkeypatch.undo()
    assert desk.run("activate", path) == 0
    assert not desk.left_over
