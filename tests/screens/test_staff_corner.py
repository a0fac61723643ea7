"""What staff read on the waiting screen: in nobody's way, on every panel, beside every greeting and beside a notice."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.problem import Problem
from kiosk.live.report import LONGEST, status
from tests.screens import audit
from tests.screens.test_home_notice import NOTICE
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages

assert catalog is not None
LONG = {"de": "W" + "Der Text hat einen sehr langen Grund, der nicht in eine Zeile passt. " * 2, "en": ""}
FAULTS = tuple(
    Problem(f"content/translations/uk/organisations/{name}.yaml", 117, 1, LONG, LONG)
    for name in ("arbeit-und-leben-sachsen", "auslaenderbehoerde", "referat")
)
LINES = status(FAULTS, datetime(2026, 11, 28, 14, 32))
SIXTEEN = catalog.languages * 4


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("busy", [False, True], ids=["", "busy"])
def test_they_are_whole_and_in_nobodys_way(language: str, size: str, busy: bool) -> None:
    """Busy: with a long notice; else with sixteen languages, whose greetings begin higher."""
    assert catalog is not None
    on = frame(SIZES[size], language)
    told = replace(catalog, notices={"aufzug": NOTICE}) if busy else replace(catalog, languages=SIXTEEN)
    shown = pages(nav.Route(nav.ATTRACT), language, on, catalog=told, status=LINES)
    for _, page in shown:
        assert [fault for fault in audit.faults(page, on) if "staff" in fault] == []
        assert {"staff.1", "staff.2", "staff.3"} <= page.places.keys()


def test_they_say_how_old_the_content_is_and_what_is_wrong_first() -> None:
    when = datetime(2026, 11, 28, 14, 32)
    assert status((), when) == ("Inhalt vom 28.11., 14:32 · alles in Ordnung",)
    assert LINES[0] == "Inhalt vom 28.11., 14:32 · 3 Fehler" and len(LINES) == 3
    assert all(len(line) <= LONGEST for line in LINES)


def test_visitors_never_hear_them() -> None:
    shown = pages(nav.Route(nav.ATTRACT), "de", frame((1920, 1080), "de"), status=LINES)
    view = shown[0][0]
    assert view.find("staff")
    assert not any(sentence.node.startswith("staff") for sentence in view.sentences())


@pytest.mark.parametrize("route", [nav.HOME, nav.HELP])
def test_no_other_screen_has_them(route: str) -> None:
    for view, _ in pages(nav.Route(route), "de", frame((1920, 1080), "de"), status=LINES):
        assert not view.find("staff")
