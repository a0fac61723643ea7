"""The link that leads to the content is switched: each release is read whole, and none is needed at the start."""

from __future__ import annotations

from pathlib import Path
from queue import Queue

from kiosk.content import Places, read
from kiosk.live.update import News, Update
from tests.unit.live.watched import PATIENCE_S
from tests.unit.release.desk import Desk


def short(news: News) -> str:
    """The words in which the releases differ."""
    assert news.content and news.content.catalog
    return news.content.catalog.services["wohnung-anmelden"].short.texts["de"]


def test_the_first_release_the_next_and_the_way_back_are_read(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    places = Places(desk.places / "current", desk.etc / "kiosk.yaml", desk.etc / "themes")
    news: Queue[News] = Queue()
    update = Update(places, parent=desk.folder)
    try:
        update.start(read(places), news.put)
        for number in (1, 2):
            desk.activate(number)
            told = news.get(timeout=PATIENCE_S)
            while told.content is None:
                told = news.get(timeout=PATIENCE_S)
            assert short(told) == f"Ausgabe {number}." and not told.faults
        assert desk.run("rollback") == 0
        assert short(news.get(timeout=PATIENCE_S)) == "Ausgabe 1."
    finally:
        update.close()
