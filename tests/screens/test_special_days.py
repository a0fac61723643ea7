"""What stands on the screens only on some days: a public holiday, a translation that is older than the German text."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.catalog import Catalog
from kiosk.domain.hours import Special
from kiosk.domain.language import SOURCE, Words
from kiosk.presenters.registry import present
from kiosk.presenters.time import holiday_said
from kiosk.screens.registry import compose
from kiosk.widgets.pieces import Text
from tests.builders import week
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages, scene
from tests.screens.test_modes import LAYOUTS

LONGEST_NAME = "Tag der Deutschen Einheit"
WEDNESDAY = datetime(2026, 11, 25, 14)
assert catalog is not None
CENTRE = nav.Route(nav.ORGANISATION, catalog.centre.id)
WITH_HOURS = [nav.Route(nav.ORGANISATION, id_) for id_, one in catalog.organisations.items() if one.hours]
CARDS = [
    *(nav.Route(nav.SERVICE, service) for service in catalog.services),
    *(nav.Route(nav.ORGANISATION, organisation) for organisation in (catalog.centre.id, *catalog.organisations)),
]


def on_holiday(day: date) -> Catalog:
    """The real content on a day that is a public holiday with the longest of their names."""
    assert catalog is not None
    return replace(catalog, holidays=lambda asked: LONGEST_NAME if asked == day else "")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_tells_of_a_holiday_is_whole(language: str, size: str) -> None:
    on, found = frame(SIZES[size], language), []
    today = {"now": WEDNESDAY, "catalog": on_holiday(WEDNESDAY.date())}
    names = (LONGEST_NAME, holiday_said(scene(CENTRE, language), LONGEST_NAME).text)
    for route in (nav.Route(nav.TODAY), CENTRE, *WITH_HOURS):
        shown = pages(route, language, on, **today)
        said = {piece.said.text for _, page in shown for piece in page.pieces if isinstance(piece, Text)}
        assert any(name in text for text in said for name in names)
        found += [f"{route}: {fault}" for _, page in shown for fault in audit.faults(page, on)]
        found += [f"{route}: {fault}" for fault in audit.unplaced(shown)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_has_room_for_a_holiday_whatever_day_comes_after_it(language: str, size: str) -> None:
    """A chip without room is not shown at all: the visitor would not know why the door is closed."""
    on, missing = frame(SIZES[size], language), []
    for offset in range(7):
        now = WEDNESDAY + timedelta(offset)
        content = on_holiday(now.date())
        every_day = replace(content, centre=replace(content.centre, hours=week(*["14-18"] * 7)))
        view = present(scene(nav.Route(nav.HELP), language, now=now, catalog=every_day))
        assert "14:00" in view["header.opening"].name.text
        if "header.opening" not in compose(view, on).places:
            missing.append(view["header.opening"].name.text)
    assert missing == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_has_room_for_an_opening_that_is_weeks_away(language: str, size: str) -> None:
    on, now = frame(SIZES[size], language), datetime(2026, 9, 9, 14)
    for content in (on_holiday(now.date()), on_holiday(date(2026, 1, 1))):
        closed = Special((), date(2026, 9, 10), date(2026, 9, 29)), Special((), now.date(), now.date())
        hours = replace(week(*["14-18"] * 7), exceptions=closed[: 1 if content.holidays(now.date()) else 2])
        far = replace(content, centre=replace(content.centre, hours=hours))
        view = present(scene(nav.Route(nav.HELP), language, now=now, catalog=far))
        assert "30" in view["header.opening"].name.text
        assert "header.opening" in compose(view, on).places, view["header.opening"].name.text


NO_HOURS = replace(catalog, centre=replace(catalog.centre, hours=None))
DAYS: dict[str, dict[str, object]] = {
    "open": {},
    "evening": {"now": datetime(2026, 11, 24, 22, 10)},
    "weekend": {"now": datetime(2026, 11, 28, 11)},
    "holiday": {"now": WEDNESDAY, "catalog": on_holiday(WEDNESDAY.date())},
    "no hours": {"catalog": NO_HOURS},
    "clock not trusted": {"clock_trusted": False},
}


@pytest.mark.parametrize(("day", "layout", "size", "language"), chosen([*product(DAYS, LAYOUTS, SIZES, LANGUAGES)]))
def test_home_is_whole_and_the_header_tells_the_opening_in_every_mode(
    day: str, layout: str, size: str, language: str
) -> None:
    on = frame(SIZES[size], language, LAYOUTS[layout])
    shown = pages(nav.Route(nav.HOME), language, on, **DAYS[day])
    found = audit.unplaced(shown) + [fault for _, page in shown for fault in audit.faults(page, on)]
    assert not found, "\n".join(found)
    assert all("header.opening" in page.places for _, page in shown)


def outdated(words: Words) -> Words:
    return replace(words, outdated=frozenset(LANGUAGES) - {SOURCE})


@pytest.mark.parametrize("size", ["27 inch", "27 inch upright", "24 inch", "24 inch upright"])
@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != SOURCE])
def test_every_card_has_room_to_say_that_its_translation_is_old(language: str, size: str) -> None:
    assert catalog is not None
    old = replace(
        catalog,
        centre=replace(catalog.centre, what=outdated(catalog.centre.what)),
        services={id_: replace(one, what=outdated(one.what)) for id_, one in catalog.services.items()},
        organisations={id_: replace(one, what=outdated(one.what)) for id_, one in catalog.organisations.items()},
    )
    on, found = frame(SIZES[size], language), []
    for route in CARDS:
        shown = pages(route, language, on, catalog=old)
        assert any("notice.outdated" in page.places for _, page in shown[:2]), route
        found += [f"{route}: {fault}" for _, page in shown for fault in audit.faults(page, on)]
        found += [f"{route}: {fault}" for fault in audit.unplaced(shown)]
    assert not found, "\n".join(found)
