"""A broken save never changes what visitors see, and staff are told where and why; all else comes through."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kiosk.content import read
from kiosk.domain.problem import Problem
from kiosk.live.report import place
from tests.unit.live.breaks import BREAKS, SERVICE
from tests.unit.live.conftest import Kiosk, seen


def places_of(found: Sequence[Problem]) -> list[str]:
    return [place(one) for one in found]


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_save_changes_nothing(name: str, kiosk: Kiosk) -> None:
    before = seen(read(kiosk.places))
    spoil, where = BREAKS[name]
    spoil(kiosk.folder)
    assert seen(read(kiosk.places)) != before if kiosk.places.content.is_dir() and read(kiosk.places).whole else True
    answer = kiosk.change()
    assert answer.content is None or seen(answer.content) == before
    assert any(told.startswith(where) for told in places_of(answer.faults)), places_of(answer.faults)


def test_twenty_broken_saves_in_a_row_and_a_sound_one(kiosk: Kiosk) -> None:
    before = seen(read(kiosk.places))
    for name in list(BREAKS)[:15]:
        kiosk.path(SERVICE).unlink() if kiosk.path(SERVICE).is_file() else None
        if kiosk.path(SERVICE).is_dir():
            kiosk.path(SERVICE).rmdir()
        kiosk.path(SERVICE).unlink(missing_ok=True)
        kiosk.path(SERVICE).write_bytes((kiosk.kept.data(SERVICE)) or b"")
        BREAKS[name][0](kiosk.folder)
        answer = kiosk.change()
        assert seen(answer.content) == before, name
    kiosk.path(SERVICE).rmdir()
    kiosk.path(SERVICE).write_bytes(kiosk.kept.data(SERVICE) or b"")
    kiosk.edit(SERVICE, "name: Leipzig-Pass holen", "name: Leipzig-Pass bekommen")
    answer = kiosk.change()
    assert answer.content and answer.content.catalog and not answer.back
    assert answer.content.catalog.services["leipzig-pass"].name.texts["de"] == "Leipzig-Pass bekommen"


def test_all_that_is_sound_comes_through_beside_what_is_broken(kiosk: Kiosk) -> None:
    kiosk.path(SERVICE).write_text("name: [", encoding="utf-8")
    kiosk.edit("content/services/amt-finden.yaml", "Ämter finden", "Das richtige Amt")
    answer = kiosk.change()
    assert answer.content and answer.content.catalog
    services = answer.content.catalog.services
    assert services["amt-finden"].name.texts["de"] == "Das richtige Amt"
    assert services["leipzig-pass"].name.texts["de"] == "Leipzig-Pass holen"
    assert answer.back == {SERVICE}


def test_a_deleted_service_goes_and_a_new_broken_one_never_comes(kiosk: Kiosk) -> None:
    kiosk.path(SERVICE).unlink()
    kiosk.path("content/services/neu.yaml").write_text("name: Neu\n", encoding="utf-8")
    answer = kiosk.change()
    assert answer.content and answer.content.catalog
    assert set(answer.content.catalog.services) == {"wohnung-anmelden", "amt-finden"}
    assert any("neu.yaml" in told for told in places_of(answer.faults))


def test_what_a_deleted_file_leaves_behind_is_told_and_blocks_nothing(kiosk: Kiosk) -> None:
    kiosk.path("content/services/wohnung-anmelden.yaml").unlink()
    kiosk.edit(SERVICE, "Leipzig-Pass holen", "Pass")
    answer = kiosk.change()
    assert answer.content and answer.content.catalog
    assert "wohnung-anmelden" not in answer.content.catalog.services
    assert answer.content.catalog.services["leipzig-pass"].name.texts["de"] == "Pass"
    assert any("guide.yaml" in told for told in places_of(answer.faults))


def test_a_moved_service_with_its_new_topic_comes_through(kiosk: Kiosk) -> None:
    kiosk.edit(
        "content/topics.yaml",
        "  - id: notfall",
        "  - {id: neu, icon: door, hue: work, name: Neu, what: Neues.}\n  - id: notfall",
    )
    kiosk.edit(SERVICE, "topic: anmelden", "topic: neu")
    answer = kiosk.change()
    assert answer.content and answer.content.catalog and not answer.back
    assert answer.content.catalog.services["leipzig-pass"].topic == "neu"


def test_a_fault_that_was_there_at_the_start_stays_a_fault_and_holds_nothing_up(kiosk: Kiosk) -> None:
    kiosk.edit(SERVICE, "topic: anmelden", "topic: nirgends")
    kiosk.change()
    assert kiosk.change().back == {SERVICE}
    kiosk.known = read(kiosk.places) and kiosk.known
    kiosk.edit(SERVICE, "topic: nirgends", "topic: anmelden")
    assert not kiosk.change().back
