"""What is read at rest verifies what was read back at the start, and is found by the next start."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from msgspec.structs import replace

from kiosk.compiled.cache import Cache, seal_of
from kiosk.content import Content, read
from kiosk.live import update
from kiosk.live.reading import LEISURELY
from kiosk.live.update import Update
from tests.unit.live.breaks import SERVICE
from tests.unit.live.conftest import Kiosk, seen
from tests.unit.live.watched import NEW, OLD, Watched, name_in, until


class Kept(Watched):
    """A kiosk with a place for contents, that started with this one; with a mark it was read back."""

    def __init__(self, kiosk: Kiosk, update: Update, content: Content, mark: str) -> None:
        self._content, self._mark = content, mark
        super().__init__(kiosk, update)

    def start(self) -> None:
        self.update.start(self._content, self.news.put, self._mark)


@contextmanager
def kept(kiosk: Kiosk, cache: Cache, content: Content, mark: str = "") -> Iterator[Kept]:
    copies = kiosk.folder / "kept"
    copies.mkdir(exist_ok=True)
    watching = Update(kiosk.places, parent=copies, cache=cache)
    try:
        yield Kept(kiosk, watching, content, mark)
    finally:
        watching.close()


@pytest.fixture
def cache(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> Cache:
    monkeypatch.setattr(update, "FIRST_S", 0.2)
    return Cache(kiosk.folder / "cache")


def mark(kiosk: Kiosk) -> str:
    found = seal_of(kiosk.places)
    assert found
    return found.mark


def test_the_first_reading_is_found_by_the_next_start(kiosk: Kiosk, cache: Cache) -> None:
    with kept(kiosk, cache, read(kiosk.places)) as live:
        until(lambda: cache.find(mark(kiosk)) is not None, "it is kept")
        assert seen(cache.find(mark(kiosk))) == seen(read(kiosk.places))
        assert live.next().content  # it was not read back, so it is told: the same words, now packed


def test_what_was_read_back_and_is_true_is_not_told_anew(kiosk: Kiosk, cache: Cache) -> None:
    cache.keep(mark(kiosk), read(kiosk.places))
    file = next(cache.folder.iterdir())
    before = file.stat().st_ino
    content = cache.find(mark(kiosk))
    assert content
    with kept(kiosk, cache, content, mark(kiosk)) as live:
        assert not live.update._kept.there
        assert live.next().content is None
        assert live.update._kept.there  # from now on every file has a last good version
        assert live.quiet(2.5) and file.stat().st_ino == before
        kiosk.path(SERVICE).write_text("name: [", encoding="utf-8")
        news = live.next()
        assert news.faults and (news.content is None or name_in(news.content) == OLD)


@pytest.mark.parametrize("forged", ["other words", "a damaged file"])
def test_what_was_read_back_and_is_not_true_is_put_right(forged: str, kiosk: Kiosk, cache: Cache) -> None:
    """However it came there: with the right name and checksum, by a clock that went wrong, by a disk."""
    content = read(kiosk.places)
    assert content.catalog
    service = content.catalog.services["leipzig-pass"]
    other = replace(service, phone="0341 000000") if hasattr(service, "phone") else replace(service, icon="house")
    wrong = replace(content, catalog=replace(content.catalog, services={**content.catalog.services, service.id: other}))
    cache.keep(mark(kiosk), wrong)
    shown = cache.find(mark(kiosk))
    assert shown and shown.catalog and shown.catalog.services["leipzig-pass"] == other
    if forged == "a damaged file":
        next(cache.folder.iterdir()).write_bytes(b"kiosk content 1\n")
    with kept(kiosk, cache, shown, mark(kiosk)) as live:
        news = live.next()
        assert news.content and news.content.catalog
        assert news.content.catalog.services["leipzig-pass"] == service
        until(lambda: seen_or_none(cache, kiosk) == seen(content), "the true one is kept")


def seen_or_none(cache: Cache, kiosk: Kiosk) -> object:
    found = cache.find(mark(kiosk))
    return seen(found) if found else None


def test_a_broken_save_before_there_are_copies_is_not_shown(
    kiosk: Kiosk, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update, "FIRST_S", 600)
    sound = kiosk.path(SERVICE).read_text(encoding="utf-8")
    with kept(kiosk, cache, read(kiosk.places), "") as live:
        kiosk.path(SERVICE).write_text("name: [", encoding="utf-8")
        news = live.next()
        assert news.content is None and {one.path for one in news.faults} == {SERVICE}
        kiosk.path(SERVICE).write_text(sound.replace(OLD, NEW), encoding="utf-8")
        assert live.names() == [NEW]
        kiosk.path(SERVICE).write_text("name: [", encoding="utf-8")
        news = live.next()
        assert news.content and name_in(news.content) == NEW


def test_a_change_is_kept_too_and_what_is_put_back_is_not(kiosk: Kiosk, cache: Cache) -> None:
    with kept(kiosk, cache, read(kiosk.places)) as live:
        live.next()
        live.save()
        assert live.names() == [NEW]
        until(lambda: cache.find(mark(kiosk)) is not None, "it is kept")
        assert name_in(cache.find(mark(kiosk))) == NEW
        kiosk.path(SERVICE).write_text("name: [", encoding="utf-8")
        live.next()
        time.sleep(2.5)
        assert cache.find(mark(kiosk)) is None


def test_nobody_waits_for_the_first_reading(kiosk: Kiosk, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = os.setpriority
    monkeypatch.setattr(os, "setpriority", lambda which, who, nice: (asked.append(nice), real(which, who, nice)))
    with kept(kiosk, cache, read(kiosk.places)) as live:
        live.next()
        assert asked == [LEISURELY]
        live.save()
        live.names()
        assert asked == [LEISURELY]


def test_nothing_is_kept_where_there_is_no_place_for_it(kiosk: Kiosk, cache: Cache) -> None:
    cache.folder.write_text("a file in its place")
    with kept(kiosk, cache, read(kiosk.places)) as live:
        assert live.next().content
        live.save()
        assert live.names() == [NEW]
    assert cache.folder.is_file()
