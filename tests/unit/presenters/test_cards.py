"""The card of a service and the page of an organisation: what is on them, and in which language."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from kiosk.domain.language import SOURCE, Said, Words
from kiosk.domain.navigation import ORGANISATION, SERVICE, Open, Route
from kiosk.domain.node import NOTHING, Node, Role, View, sentences_in
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from tests import builders
from tests.builders import ADVICE, BARE, CENTRE, OFFICE, REGISTER, TUESDAY, scene, week, words
from tests.unit.presenters.sound_view import ids

ALL = ["title", "lead", "bring", "when", "where", "for_whom", "cost", "languages", "notice.facts"]
FULL, CARD = Route(SERVICE, "anmelden"), Route(SERVICE, "beratung")


def lines(view: View, section: str) -> list[Said]:
    """What a section says, without its title and notices."""
    return [node.name for node in view[section].children if node.role in (Role.TEXT, Role.ITEM)]


def texts(view: View, section: str) -> list[str]:
    return [said.text for said in lines(view, section)]


def card_of(service: object, language: str = "de", **changes: object) -> tuple[Scene, View]:
    """The scene and the view of a service put into the small centre."""
    here = scene(Route(SERVICE, "x"), language, catalog=builders.with_services(replace(service, id="x", **changes)))  # type: ignore[type-var]
    return here, present(here)


def test_a_card_has_its_sections_in_the_order_of_reading() -> None:
    view = present(scene(FULL))
    assert ids(view["card"]) == ALL
    assert ids(view["aside"]) == ["code", "next", "show", "about"]
    assert [node.id for node in view.main] == ["card", "listen", "aside"]


def test_a_card_says_what_staff_wrote() -> None:
    view = present(scene(FULL))
    assert view["title"].name.text == "Wohnung anmelden"
    assert view["lead"].name.text == REGISTER.what.said(SOURCE).text
    assert [texts(view, name) for name in ("bring", "for_whom", "cost", "next")] == [
        ["Pass", "Bestätigung vom Vermieter"],
        ["Für alle."],
        ["Nichts."],
        ["Gehen Sie hin."],
    ]
    assert [node.role for node in view["bring"].children] == [Role.HEADING, Role.ITEM, Role.ITEM]


ROWS = [
    "Für alle, die nach Leipzig gezogen sind.",
    "Auch für Kinder, wenn ihre Eltern noch nicht hier sind.",
    "Kommen Sie.",
]
LONG = " ".join(ROWS)


@pytest.mark.parametrize(
    ("text", "say", "rows"),
    [
        ("Für alle. Auch für Kinder.", "", [("Für alle. Auch für Kinder.", "")]),
        (LONG, "", [(row, "") for row in ROWS]),
        (LONG, "Eins. Zwei. Drei.", list(zip(ROWS, ("Eins.", "Zwei.", "Drei."), strict=True))),
        (LONG, "Ganz anders.", [(LONG, "Ganz anders.")]),
    ],
    ids=["short", "long", "long, spoken in its own way", "with other sentences for the voice"],
)
def test_a_long_line_is_shown_sentence_by_sentence(text: str, say: str, rows: list[tuple[str, str]]) -> None:
    """So a page of large words can end behind any of them; what is heard stays the same."""
    said = Words({SOURCE: text}, says={SOURCE: say} if say else {})
    _, view = card_of(REGISTER, for_whom=said)
    assert [(line.text, line.say) for line in lines(view, "for_whom")] == rows
    heard = [sentence.utterance for row in view["for_whom"].children[1:] for sentence in sentences_in(row, SOURCE)]
    assert heard == [sentence.utterance for sentence in sentences_in(Node("x", Role.TEXT, said.said(SOURCE)), SOURCE)]


def test_sections_have_titles_in_the_visitors_language() -> None:
    here = scene(FULL, "ar")
    view = present(here)
    for name in ("bring", "when", "where", "for_whom", "cost", "languages", "next"):
        assert view[f"{name}.title"].name == here.say(f"card.{name}")
        assert view[f"{name}.title"].icon


def test_in_another_language_the_german_name_stands_beside_the_translated_one() -> None:
    title = present(scene(FULL, "ar"))["title"]
    assert (title.name, title.value) == (Said("تسجيل السكن", "ar"), Said("Wohnung anmelden", SOURCE))
    assert present(scene(FULL))["title"].value == NOTHING


def test_a_name_that_is_the_same_in_both_languages_stands_there_once() -> None:
    same = replace(REGISTER, name=Words({"de": "Leipzig-Pass", "ar": "Leipzig-Pass"}))
    title = card_of(same, "ar")[1]["title"]
    assert (title.name, title.value) == (Said("Leipzig-Pass", "ar"), NOTHING)


def test_a_name_that_is_not_translated_stands_there_once() -> None:
    title = present(scene(Route(SERVICE, "unbekannt"), "ar"))["title"]
    assert (title.name, title.value) == (Said("Karte abholen", SOURCE), NOTHING)


def test_proper_names_and_addresses_are_german_on_an_arabic_card() -> None:
    here = scene(FULL, "ar")
    where = lines(present(here), "where")
    assert where[0] == Said(OFFICE.name, SOURCE)
    assert where[1] == Said("بجانبنا مباشرة", "ar")
    assert where[2] == Said("Otto-Schill-Straße\u00a02, 04109\u00a0Leipzig", SOURCE)
    assert where[3] == here.say("card.stop", stop="Thomaskirche")


def test_hours_that_are_not_known_send_to_the_desk() -> None:
    here = scene(FULL)
    assert lines(present(here), "when") == [here.say("facts.ask")]


def test_a_note_does_not_stand_for_the_hours() -> None:
    here, view = card_of(BARE, hours_note=words("Nur mit Termin."))
    assert lines(view, "when") == [Said("Nur mit Termin.", SOURCE), here.say("facts.ask")]


def test_a_service_without_hours_of_its_own_has_those_of_its_place() -> None:
    here = scene(CARD)
    when = texts(present(here), "when")
    comma = here.say("day.comma").text + " "
    monday, friday, thursday = (here.say(f"day.short.{day}").text for day in (1, 5, 4))
    assert ["".join(char for char in line if char not in "\u2068\u2069\u200e") for line in when] == [
        f"{monday} 13–17 Uhr",
        f"{here.say('day.short.2').text} 13–18 Uhr",
        f"{thursday} 9–12{comma}13–17 Uhr",
        f"{friday} 9–13 Uhr",
        "Ohne Termin.",
    ]
    assert BARE.hours is None


def test_a_service_with_hours_of_its_own_keeps_them_and_not_the_note_of_its_place() -> None:
    _, view = card_of(ADVICE, hours=week("8-10"))
    assert len(texts(view, "when")) == 1
    assert "8–10" in texts(view, "when")[0]
    _, view = card_of(ADVICE, hours_note=words("Nur mit Termin."))
    assert texts(view, "when")[-1] == "Nur mit Termin."


@pytest.mark.parametrize("route", [CARD, Route(ORGANISATION, "centre")], ids=["service", "organisation"])
def test_on_a_public_holiday_that_stands_right_before_the_times(route: Route) -> None:
    """Whoever reads when an office is open must not go there on a day on which it is not."""
    catalog = builders.catalog(holidays=lambda day: "Ostermontag" if day == TUESDAY.date() else "")
    here, usual = scene(route, "ar", catalog=catalog), present(scene(route, "ar"))
    view = present(here)
    closed = here.say("holiday.closed.day", holiday="اثنين الفصح", weekday=here.say("day.4").text, time="9:00")
    assert view["notice.today"].name == closed
    order = ids(view["card"])
    assert order.index("notice.today") == order.index("when") - 1
    assert lines(view, "when") == lines(usual, "when")
    assert usual.find("notice.today") is None


def test_a_service_of_the_centre_is_given_at_the_centre() -> None:
    view = present(scene(CARD))
    assert lines(view, "where")[0] == Said(CENTRE.name, SOURCE)
    assert view["about"].intent == Open(Route(ORGANISATION, "centre"))


def test_doubtful_hours_say_from_when_they_are_right_where_they_stand() -> None:
    here, view = card_of(ADVICE, hours=week("8-10", as_of=date(2023, 5, 1), unsure=True))
    expected = here.say("hours.unsure", month=here.say("month.5").text, number="5", year="2023")
    assert view["notice.hours"].name == expected
    order = ids(view["card"])
    assert order.index("notice.hours") == order.index("when") + 1
    assert card_of(ADVICE, hours=week("8-10"))[1].find("notice.hours") is None


def test_of_what_is_not_known_nothing_is_said_but_where_and_when_to_ask() -> None:
    here = scene(Route(SERVICE, "unbekannt"))
    view = present(here)
    assert ids(view["card"]) == ["title", "lead", "when", "where", "notice.facts"]
    assert lines(view, "when") == lines(view, "where") == [here.say("facts.ask")]
    assert ids(view["aside"]) == ["code", "show"]


def test_a_place_without_an_address_sends_to_the_desk() -> None:
    here, view = card_of(REGISTER, where="mosaik", place=words(""))
    assert lines(view, "where") == [Said("Mosaik Leipzig e.V.", SOURCE), here.say("facts.ask")]


def test_a_place_in_words_is_enough() -> None:
    _, view = card_of(BARE, place=words("am Empfang", "في الاستقبال"), language="ar")
    assert lines(view, "where") == [Said("في الاستقبال", "ar")]


def test_languages_spoken_there_are_named_in_the_visitors_language() -> None:
    here = scene(FULL, "ar")
    said = lines(present(here), "languages")[0]
    names = [here.say(f"language.{code}") for code in OFFICE.languages]
    assert said == Said(f"{here.say('day.comma').text} ".join(name.text for name in names), names[0].language)


def test_names_of_languages_that_are_not_translated_are_german() -> None:
    said = lines(present(scene(FULL, "xx")), "languages")[0]
    assert said == Said("Deutsch, Englisch", SOURCE)


def test_facts_say_of_when_they_are_and_weak_ones_send_to_the_desk() -> None:
    sure, weak = scene(CARD), scene(FULL)
    assert present(sure)["notice.facts"].name == sure.say(
        "facts.date", month=sure.say("month.8").text, number="8", year="2026"
    )
    assert present(weak)["notice.facts"].name == weak.say(
        "facts.unsure", month=weak.say("month.5").text, number="5", year="2023"
    )
    assert present(weak)["notice.facts"].icon != present(sure)["notice.facts"].icon, "not told by words alone"


@pytest.mark.parametrize(("language", "remarked"), [("ar", True), ("en", False), ("de", False)])
def test_a_translation_by_machine_says_so_until_a_person_has_checked_it(language: str, remarked: bool) -> None:
    for route in (FULL, Route(ORGANISATION, "buergerbuero")):
        here = scene(route, language)
        remark = present(here).find("notice.machine")
        assert (remark is not None) == remarked
        assert remark is None or remark.name == here.say("facts.machine")


def test_an_organisations_page_has_its_name_in_german_and_its_meaning_translated() -> None:
    here = scene(Route(ORGANISATION, "buergerbuero"), "ar")
    view = present(here)
    assert view["title"].name == Said(OFFICE.name, SOURCE)
    assert view["title"].value == Said("دائرة العنوان والأوراق", "ar")
    assert [line.replace("\u200b", "") for line in texts(view, "mail")] == [OFFICE.email]
    assert lines(view, "mail")[0].language == SOURCE
    assert lines(view, "phone") == [Said("\u20680341 115\u2069", SOURCE), Said("مجاناً", "ar")]
    assert [node.id for node in view.main] == ["card", "services", "listen", "aside"]


def test_an_organisation_without_a_phone_has_no_note_about_it() -> None:
    catalog = builders.catalog(organisations={"buergerbuero": replace(OFFICE, phone="")})
    view = present(scene(Route(ORGANISATION, "buergerbuero"), catalog=catalog))
    assert view.find("phone") is None


def test_an_organisation_shows_at_most_three_of_its_services() -> None:
    view = present(scene(Route(ORGANISATION, "buergerbuero"), catalog=builders.many_services(5)))
    assert ids(view["services"]) == ["services.title", "service.s1", "service.s2", "service.s3"]
    assert present(scene(Route(ORGANISATION, "mosaik"))).find("services") is None


def test_the_centre_has_a_page_like_any_organisation() -> None:
    view = present(scene(Route(ORGANISATION, "centre")))
    assert view["title"].name.text == "Willkommenszentrum Leipzig"
    assert ids(view["services"]) == ["services.title", "service.beratung"]


@pytest.mark.parametrize(("pages", "keys"), [(1, False), (2, True)])
@pytest.mark.parametrize("route", [FULL, Route(ORGANISATION, "buergerbuero")], ids=["service", "organisation"])
def test_a_card_that_needs_more_pages_has_page_keys(route: Route, pages: int, keys: bool) -> None:
    view = present(scene(replace(route, page=1), pages=pages))
    assert (view.find("pages") is not None) == keys
    if keys:
        assert (view["pages.count"].amount, view["pages.count"].of) == (2, 2)
