"""Whatever changes gives another seal, however carefully somebody hides it; and who cannot look says so."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.compiled import sources
from kiosk.compiled.cache import Cache, seal_of
from kiosk.compiled.sources import Looking, NoSeal, Seal, seal, sources_of
from kiosk.compiled.start import Start
from kiosk.content import Places, read
from kiosk.text.fonts import NOTO

SERVICE = "content/services/leipzig-pass.yaml"


def mark(places: Places) -> str:
    """The seal of the files as they are."""
    found = seal_of(places)
    assert found
    return found.mark


def _same_size_and_time(root: Path) -> None:
    path = root / SERVICE
    before, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("jetzt", "heute"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (before.st_size, before.st_mtime_ns, before.st_ino)


def _another_in_its_place(root: Path) -> None:
    path = root / SERVICE
    other = shutil.copy2(path, path.with_suffix(".new"))
    os.replace(other, path)


def _swapped(root: Path) -> None:
    one, other = root / SERVICE, root / "content/services/amt-finden.yaml"
    one.rename(one.with_suffix(".tmp"))
    other.rename(one)
    one.with_suffix(".tmp").rename(other)


def _two_of_one_length_swapped(root: Path) -> None:
    """The same set of names, sizes and times; only who has which is another."""
    shutil.copy2(root / SERVICE, root / "content/services/amt-finden.yaml")


def _edited_in_place(root: Path) -> None:
    """As editors do that keep the file: its folder does not change."""
    path = root / SERVICE
    before = path.parent.stat()
    with path.open("a", encoding="utf-8") as file:
        file.write("# remark\n")
    after = path.parent.stat()
    assert (after.st_mtime_ns, after.st_ctime_ns) == (before.st_mtime_ns, before.st_ctime_ns)


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited in place": _edited_in_place,
    "size and mtime kept": _same_size_and_time,
    "another file in its place": _another_in_its_place,
    "swapped": _swapped,
    "copied over": _two_of_one_length_swapped,
    "gone": lambda root: (root / SERVICE).unlink(),
    "new": lambda root: (root / "content/services/neu.yaml").write_text("name: neu\n"),
    "one in a folder below renamed": lambda root: (root / "content/translations/en/services/leipzig-pass.yaml").rename(
        root / "content/translations/en/leipzig-pass.yaml"
    ),
    "new folder": lambda root: (root / "content/translations/xx").mkdir(parents=True),
    "may not be read": lambda root: (root / SERVICE).chmod(0o000),
    "folder may not be read": lambda root: (root / "content/services").chmod(0o000),
    "settings": lambda root: (root / "config/kiosk.yaml").touch(),
    "theme": lambda root: (root / "config/themes/contrast.yaml").touch(),
    "a link": lambda root: (root / "content/more.yaml").symlink_to("centre.yaml"),
}


def test_a_font_that_goes_gives_another_seal(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Languages without their font are not offered, so a content read without it is another one."""
    assert Path(sources.FONTS) == NOTO
    font = tmp_path / "fonts" / "NotoSansEthiopic-Bold.ttf"
    font.parent.mkdir()
    font.touch()
    monkeypatch.setattr(sources, "FONTS", str(font.parent))
    before = mark(places)
    font.unlink()
    assert mark(places) != before


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_gives_another_seal(change: str, places: Places, tmp_path: Path) -> None:
    before = mark(places)
    assert mark(places) == before
    CHANGES[change](tmp_path)
    assert mark(places) != before


def test_what_editors_leave_beside_changes_nothing(places: Places, tmp_path: Path) -> None:
    before = mark(places)
    (tmp_path / "content/services/.leipzig-pass.yaml.swp").write_text("")
    assert mark(places) == before


def test_another_program_or_library_gives_another_seal(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mark(places)
    program = tmp_path / "kiosk"
    (program / "loaders").mkdir(parents=True)
    (program / "loaders/fields.py").write_text("")
    monkeypatch.setattr(sources, "PROGRAM", program)
    other = mark(places)
    (program / "loaders/fields.pyc").write_text("")
    (program / "loaders/__pycache__").mkdir()
    assert mark(places) == other != before
    (program / "loaders/fields.py").write_text("#")
    changed = mark(places)
    monkeypatch.setattr(sources, "_libraries", lambda: "rapidfuzz-9.dist-info")
    newer = mark(places)
    monkeypatch.setattr(sys, "version", "3.99")
    assert len({before, other, changed, newer, mark(places)}) == 5


def test_a_release_in_the_place_of_another_gives_another_seal(places: Places, tmp_path: Path) -> None:
    """Whose files are the same to the nanosecond: hard links, as copies of releases are made of."""
    shutil.copytree(places.content, tmp_path / "other", copy_function=os.link)
    current = tmp_path / "current"
    current.symlink_to("content")
    before = seal_of(Places(current, places.config, places.themes))
    current.unlink()
    current.symlink_to("other")
    after = seal_of(Places(current, places.config, places.themes))
    assert before and after and before.mark != after.mark


def test_files_that_changed_a_moment_ago_are_not_settled(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns()
    for seconds, settled in ((0, False), (1.9, False), (2.5, True), (-1.9, False), (-3600, True)):
        monkeypatch.setattr(time, "time_ns", lambda at=now + int(seconds * 1e9): at)
        found = seal_of(places)
        assert found and found.settled is settled, seconds


def test_what_cannot_be_looked_at_has_no_seal(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sources, "MOST_FILES", 3)
    with pytest.raises(NoSeal, match="more than 3 files"):
        seal([str(places.content)])
    assert seal_of(places) is None
    assert "more than 3 files" in caplog.text


def test_a_process_of_its_own_sees_the_same(places: Places) -> None:
    looking = Looking(sources_of(places.content, places.config))
    assert looking.seal().mark == mark(places)


def test_a_process_that_fails_is_told(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "__file__", "/nowhere/sources.py")
    with pytest.raises(NoSeal, match="No such file"):
        Looking([places.content]).seal()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NoSeal, match="no process"):
        Looking([places.content]).seal()


class Sees:
    """Somebody who has looked."""

    def __init__(self, found: Seal | None) -> None:
        self._found = found

    def seal(self) -> Seal:
        """What was found. Raises NoSeal."""
        if self._found is None:
            raise NoSeal("the folder is gone")
        return self._found


def test_a_start_believes_only_what_is_kept_of_settled_files(
    places: Places, cache: Cache, caplog: pytest.LogCaptureFixture
) -> None:
    content = read(places)
    cache.keep(mark(places), content)
    for found, believed in (
        (Seal(mark(places), True), True),
        (Seal(mark(places), False), False),
        (Seal("0" * 64, True), False),
        (None, False),
    ):
        start = Start(cache.folder, Sees(found))  # type: ignore[arg-type]
        kept = start.content()
        assert (kept is not None, start.mark == mark(places)) == (believed, believed)
    assert "the content is read anew: the folder is gone" in caplog.text
    nowhere = Start(None, None)
    assert nowhere.content() is None and nowhere.cache is None


def test_what_was_kept_last_is_shown_only_if_it_is_of_these_files(places: Places, cache: Cache) -> None:
    """It is read back while somebody still looks at the files, so it may be that of others."""
    content, now = read(places), mark(places)
    assert cache.newest() is None
    cache.keep(now, content)
    assert content.catalog
    services = dict(list(content.catalog.services.items())[1:])
    cache.keep("f" * 64, replace(content, catalog=replace(content.catalog, services=services)))
    newest = cache.newest()
    assert newest and newest[0] == "f" * 64
    for wanted, count in ((now, len(content.catalog.services)), ("f" * 64, len(services))):
        found = Start(cache.folder, Sees(Seal(wanted, True))).content()  # type: ignore[arg-type]
        assert found and found.catalog and len(found.catalog.services) == count


def test_find_that_fails_or_is_not_there_makes_no_seal(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "find"
    monkeypatch.setattr(sources, "FIND", str(program))
    with pytest.raises(NoSeal, match="No such file"):
        seal([str(places.content)])
    program.write_text("#!/bin/sh\necho half\necho \"find: 'services': Input/output error\" >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(NoSeal, match="Input/output error"):
        seal([str(places.content)])


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize(
    "change", ["edited in place", "size and mtime kept", "another file in its place", "gone", "new"]
)
def test_what_was_changed_while_the_kiosk_was_off_is_not_read_back(
    change: str, places: Places, cache: Cache, tmp_path: Path
) -> None:
    cache.keep(mark(places), read(places))
    assert Start(cache.folder, Sees(seal_of(places))).content()  # type: ignore[arg-type]
    CHANGES[change](tmp_path)
    later = Start(cache.folder, Sees(seal_of(places)))  # type: ignore[arg-type]
    assert later.content() is None and later.mark == ""
