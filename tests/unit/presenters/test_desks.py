"""Who is in the centre today: told where it is known, and where it is not, visitors are told to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from kiosk.domain.catalog import Catalog
from kiosk.domain.hours import Hours
from kiosk.domain.navigation import ORGANISATION, Open, Route
from kiosk.domain.node import View
from kiosk.public_holidays import public_holiday
from tests import builders
from tests.builders import ELSEWHERE, week
from tests.unit.presenters.sound_view import ids
from tests.unit.presenters.test_today import exceptional, said, shown


def with_desks(desks: Mapping[str, Hours | None], **changes: Any) -> Catalog:
    """The small centre, and these organisations in it."""
    made = {
        id_: replace(ELSEWHERE, id=id_, name=id_.title(), role="staffing", desk_hours=hours)
        for id_, hours in desks.items()
    }
    return builders.catalog(organisations={**made, "mosaik": ELSEWHERE}, holidays=public_holiday, **changes)


def rows(view: View) -> dict[str, list[str]]:
    return {node.id.removeprefix("organisation."): said(node)[1:] for node in view["desks"].children if node.intent}


def test_who_is_here_comes_first_and_of_whom_nothing_is_known_visitors_are_told_to_ask() -> None:
    desks = with_desks(
        {"later": week("", "", "", "9-11"), "nobody-knows": None, "here": week("", "13-15"), "never": week()}
    )
    view = shown(catalog=desks)
    assert rows(view) == {
        "here": ["Heute 13–15 Uhr."],
        "nobody-knows": ["Verein für Beratung"],
        "later": ["Heute nicht. Nächstes Mal: Donnerstag, 26. November, 9–11 Uhr."],
        "never": ["Heute nicht. Fragen Sie am Empfang."],
    }
    assert said(view["desks.ask"])[0].startswith("Feste Zeiten kennen wir hier nicht.")
    assert view["organisation.here"].intent == Open(Route(ORGANISATION, "here"))
    assert "organisation.mosaik" not in ids(view["desks"]), "who is elsewhere in the city is in the list of the city"


def test_where_all_hours_are_known_nobody_has_to_ask() -> None:
    assert shown(catalog=with_desks({"here": week("", "13-15")})).find("desks.ask") is None


def test_languages_at_a_desk_are_told() -> None:
    catalog = with_desks({"here": week("", "13-15"), "unknown": None})
    spoken_there = {id_: replace(one, languages=("de", "ar")) for id_, one in catalog.organisations.items()}
    view = shown(catalog=replace(catalog, organisations=spoken_there))
    assert rows(view) == {
        "here": ["Heute 13–15 Uhr. Sprachen: Deutsch, Arabisch."],
        "unknown": ["Sprachen: Deutsch, Arabisch."],
    }


def test_nobody_sits_at_a_desk_while_the_centre_is_closed() -> None:
    catalog = with_desks({"here": week("", "13-15")}, centre={"hours": exceptional()})
    assert rows(shown(catalog=catalog)) == {"here": ["Heute nicht. Nächstes Mal: Dienstag, 1. Dezember, 13–15 Uhr."]}
    unknown = with_desks({"here": week("", "13-15")}, centre={"hours": None})
    assert rows(shown(catalog=unknown)) == {"here": ["Heute 13–15 Uhr."]}


def test_old_hours_at_a_desk_tell_their_age() -> None:
    old = shown(catalog=with_desks({"here": week("", "13-15", unsure=True)}))
    assert said(old["desks.age"])[0].startswith("Diese Zeiten sind von August 2026")
    assert shown(catalog=with_desks({"here": week("", "13-15")})).find("desks.age") is None


def test_nobody_at_all_is_still_no_nobody() -> None:
    view = shown(catalog=builders.catalog(organisations={}))
    assert rows(view) == {} and said(view["desks.ask"])
