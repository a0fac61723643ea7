"""The screen of today in all that a day can be: every page of it is whole, in every language, layout and size."""

from __future__ import annotations

from datetime import date, datetime
from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.catalog import Catalog, Notice, Origin
from kiosk.domain.hours import Special
from kiosk.domain.language import Words
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.domain.node import State
from kiosk.loaders.theme import load_theme
from kiosk.presenters.registry import present
from kiosk.public_holidays import public_holiday
from kiosk.screens.registry import compose
from kiosk.theme.tokens import ROLES, Theme
from kiosk.widgets.pieces import Fill, Outline, Page, Text
from tests.builders import spans, week
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.test_layout import LANGUAGES, ROOT, SIZES, catalog, frame, pages, scene
from tests.screens.test_modes import LAYOUTS

TODAY = nav.Route(nav.TODAY)
LONG = Words.german(
    "Das ganze Team ist heute in einer Fortbildung zum Aufenthaltsrecht und kommt erst am nächsten Tag wieder zurück."
)
ORIGIN = Origin(date(2026, 11, 1))
assert catalog is not None
CENTRE = catalog.centre
assert CENTRE.hours is not None


def with_hours(**changes: object) -> Catalog:
    """The real content in which the centre's hours are otherwise."""
    assert catalog is not None and CENTRE.hours is not None
    return replace(
        catalog,
        holidays=public_holiday,
        centre=replace(CENTRE, hours=replace(CENTRE.hours, **changes)),  # type: ignore[arg-type]
    )


def with_notices(*texts: str) -> Catalog:
    assert catalog is not None
    made = (
        Notice(f"n{number}", Words.german(text), date(2026, 11, 1), date(2027, 1, 3), ORIGIN, number == 0)
        for number, text in enumerate(texts)
    )
    return replace(catalog, notices={notice.id: notice for notice in made})


def with_desks() -> Catalog:
    """Three desks: one today with many languages, one on another day, one whose day is nowhere near; their sources are
    weak."""
    assert catalog is not None
    desks = {
        "mosaik": week("", "13-15", unsure=True),
        "ib": week("9:30-12", "", "", "9:30-12 13-15:30"),
        "aul": week(),
    }
    changed = {
        id_: replace(catalog.organisations[id_], desk_hours=hours, languages=("de", "en", "ar", "uk", "ro", "fa"))
        for id_, hours in desks.items()
    }
    return replace(catalog, organisations={**catalog.organisations, **changed})


MESSAGE = "Der Eingang ist heute an der Seite. Folgen Sie den gelben Schildern. Ein Aufzug ist da."
TUESDAY = date(2026, 11, 24)
DAYS: dict[str, dict[str, object]] = {
    "open": {},
    "Buß- und Bettag": {"now": datetime(2026, 11, 18, 10), "catalog": with_hours()},
    "Ascension Day": {"now": datetime(2027, 5, 6, 14), "catalog": with_hours()},
    "closed for a reason": {"catalog": with_hours(exceptions=(Special((), TUESDAY, TUESDAY, reason=LONG),))},
    "other hours for a reason": {
        "catalog": with_hours(
            exceptions=(Special(spans("9:30-11:45 13:15-16:30"), TUESDAY, date(2026, 11, 27), reason=LONG),)
        )
    },
    "closed for long": {
        "catalog": with_hours(exceptions=(Special((), date(2026, 11, 20), date(2027, 1, 8), reason=LONG),))
    },
    "soon closed": {"catalog": with_hours(exceptions=(Special((), date(2026, 12, 1), date(2027, 1, 8), reason=LONG),))},
    "soon other hours": {
        "catalog": with_hours(
            exceptions=(Special(spans("9:30-11:45 13:15-16:30"), date(2026, 12, 1), date(2027, 1, 8), reason=LONG),)
        )
    },
    "two spans every day": {"catalog": with_hours(week=week(*["8:30-11:45 12:15-16:30"] * 7).week)},
    "day and night": {"catalog": with_hours(week=week(*["0-24"] * 7).week)},
    "a quarter of an hour": {"catalog": with_hours(week=week("", "23:45-24").week)},
    "never": {"catalog": with_hours(week=week().week)},
    "no hours": {"catalog": replace(catalog, centre=replace(CENTRE, hours=None))},
    "clock not trusted": {"clock_trusted": False, "catalog": with_notices(MESSAGE)},
    "notices": {"catalog": with_notices(*[MESSAGE] * 3)},
    "desks": {"catalog": with_desks()},
    "nobody to ask about": {"catalog": replace(catalog, organisations={})},
    "languages": {"catalog": replace(catalog, centre=replace(CENTRE, languages=("de", "en", "ar", "ro", "uk", "fa")))},
}
USUAL = {"usual": NO_MODES}


@pytest.mark.parametrize(
    ("day", "layout", "size", "language"), chosen([*product(DAYS, USUAL | LAYOUTS, SIZES, LANGUAGES)])
)
def test_every_page_is_whole(day: str, layout: str, size: str, language: str) -> None:
    on = frame(SIZES[size], language, (USUAL | LAYOUTS)[layout])
    shown = pages(TODAY, language, on, **DAYS[day])
    found = audit.unplaced(shown)
    for number, (_, page) in enumerate(shown):
        found += [f"page {number + 1}: {fault}" for fault in audit.faults(page, on)]
    assert not found, "\n".join(found)


def test_on_a_day_like_others_one_page_tells_all() -> None:
    for size in ("27 inch", "27 inch upright"):
        assert len(pages(TODAY, "de", frame(SIZES[size], "de"))) == 1


def fill(page: Page, node: str, colour: str) -> Fill:
    (found,) = (
        piece for piece in page.pieces if isinstance(piece, Fill) and (piece.node, piece.colour) == (node, colour)
    )
    return found


def tick(page: Page, hour: int) -> Text:
    (found,) = (piece for piece in page.pieces if isinstance(piece, Text) and piece.node == f"week.axis.{hour}")
    return found


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
def test_bars_begin_and_end_below_the_figures_on_the_axis(size: str, language: str) -> None:
    """In Arabic the day runs from the right to the left."""
    _, page = pages(TODAY, language, frame(SIZES[size], language))[0]
    tuesday, thursday = fill(page, "week.2.1", "light"), fill(page, "week.4.1", "action")
    until_18 = tick(page, 18).at.center[0]
    assert abs((tuesday.at.x if language == "ar" else tuesday.at.right) - until_18) < 2
    assert abs(tuesday.at.w / thursday.at.w - 5 / 4) < 0.01
    assert (tick(page, 8).at.x > tick(page, 18).at.x) == (language == "ar")


def test_only_todays_bar_is_in_the_light_and_it_has_a_line_and_a_word_as_well() -> None:
    for now, number in ((datetime(2026, 11, 24, 14), 2), (datetime(2026, 11, 26, 9), 4)):
        on = frame(SIZES["27 inch"], "de")
        view, page = pages(TODAY, "de", on, now=now)[0]
        light = {piece.node for piece in page.pieces if isinstance(piece, Fill) and piece.colour == "light"}
        lined = {piece.node for piece in page.pieces if isinstance(piece, Outline) and piece.colour == "ink"}
        assert {node for node in light if node.startswith("week.")} == {f"week.{number}.1"}
        assert f"week.{number}.1" in lined
        here = [node.id for node in view.nodes() if State.HERE in node.states and node.id.startswith("week.")]
        assert here == [f"week.{number}"]
        assert "Heute" in view[f"week.{number}"].name.text


def test_with_a_clock_that_is_not_trusted_no_day_is_today() -> None:
    view = present(scene(TODAY, "de", clock_trusted=False))
    page = compose(view, frame(SIZES["27 inch"], "de"))
    assert not [node for node in view.nodes() if State.HERE in node.states and node.id.startswith("week")]
    assert not [
        one for one in page.pieces if isinstance(one, Fill) and one.node.startswith("week.") and one.colour == "light"
    ]
    assert "week.2.1" in {piece.node for piece in page.pieces}, "the week is shown all the same"


@pytest.mark.parametrize(("name", "modes"), [("lobby", NO_MODES), ("contrast", frozenset({Mode.CONTRAST}))])
@pytest.mark.parametrize("day", ["Buß- und Bettag", "closed for a reason", "soon other hours", "notices", "desks"])
def test_every_word_and_sign_stands_out_from_its_ground(day: str, name: str, modes: Modes) -> None:
    """C-01, C-02, of what stands there on some days only."""
    colours, _ = load_theme(ROOT / "config" / "themes" / f"{name}.yaml", ROLES)
    for _, page in pages(TODAY, "uk", frame(SIZES["27 inch"], "uk", modes), **DAYS[day]):
        assert audit.contrasts(page, Theme(name, colours)) == []
