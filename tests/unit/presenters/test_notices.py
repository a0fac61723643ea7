"""Notices: shown from their first to their last day, on today and on attract, with their dates."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.domain.catalog import Notice
from kiosk.domain.language import Said
from kiosk.domain.navigation import ATTRACT, Route
from kiosk.domain.node import View
from kiosk.presenters.notices import current
from kiosk.presenters.registry import present
from tests import builders
from tests.builders import FACTS, scene, words
from tests.unit.presenters.test_today import HERE, said, shown


def notice(id_: str, first: str, last: str, urgent: bool = False) -> Notice:
    text = words(f"Nachricht {id_}.", "رسالة.")
    return Notice(id_, text, date.fromisoformat(first), date.fromisoformat(last), FACTS, urgent)


NOTICES = {
    one.id: one
    for one in (
        notice("dringend", "2026-11-24", "2026-11-24", urgent=True),
        notice("lang", "2026-11-20", "2027-01-03"),
        notice("vorbei", "2026-11-01", "2026-11-23"),
        notice("bald", "2026-11-25", "2026-11-30"),
    )
}
WITH_NOTICES = builders.catalog(notices=NOTICES)


def test_notices_are_shown_from_their_first_to_their_last_day() -> None:
    view = shown(catalog=WITH_NOTICES)
    found = [node for node in view.main if node.id.startswith("message.")]
    assert [said(node) for node in found] == [
        ["Nachricht dringend.", "Das gilt am 24. November."],
        ["Nachricht lang.", "Das gilt vom 20. November bis 3. Januar."],
    ]
    assert [(node.icon, node.hue) for node in found] == [("warning", "alert"), ("megaphone", "")]
    assert ids_on("2026-11-25", view) == ["lang", "bald"]
    assert ids_on("2027-01-03", view) == ["lang"] and ids_on("2027-01-04", view) == []


def ids_on(day: str, view: View) -> list[str]:
    here = scene(HERE, catalog=WITH_NOTICES, now=datetime.fromisoformat(day))
    return [node.id.removeprefix("message.") for node in current(here)]


def test_with_a_clock_that_is_not_trusted_all_notices_are_shown_with_their_years() -> None:
    found = current(scene(HERE, catalog=WITH_NOTICES, clock_trusted=False))
    assert len(found) == 4
    assert said(found[1])[1] == "Das gilt vom 20. November 2026 bis 3. Januar 2027."


def test_attract_shows_one_notice_a_round_in_the_language_of_the_greeting_or_in_german() -> None:
    def seen(greeting: int) -> Said:
        view = present(scene(Route(ATTRACT), catalog=WITH_NOTICES, greeting=greeting))
        (found,) = (node for node in view.main if node.id.startswith("message."))
        return found.name

    assert [seen(greeting).language for greeting in range(3)] == ["de", "ar", "de"]
    assert [seen(greeting).text for greeting in (0, 2, 3, 6)] == [
        *("Nachricht dringend.", "Nachricht dringend.", "Nachricht lang.", "Nachricht dringend.")
    ]
    assert not [node for node in present(scene(Route(ATTRACT))).main if node.id.startswith("message.")]
