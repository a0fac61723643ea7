"""The catalog: what is wrong is left out and told, the rest lives; only a broken frame leaves nothing."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.domain.catalog import Link, Origin
from kiosk.domain.hours import Hours, Span
from kiosk.domain.language import Words
from kiosk.domain.problem import Severity
from kiosk.loaders import tree
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.order import alphabetical
from tests.unit.loaders.builders import HOSTS, ORGANISATION, SERVICE, Content

W = Severity.WARNING


def test_sound_content_has_no_errors_and_all_its_parts(content: Content) -> None:
    assert content.said() == []
    catalog = content.sound()
    assert catalog.centre.id == "centre"
    assert [language.code for language in catalog.languages] == ["de", "en", "ar"]
    assert catalog.language("en").offline_voice == "en"
    assert catalog.language("ar").rtl
    assert catalog.emergency[0].number == "112"
    assert catalog.topics["notfall"].leads_to == "help"
    assert catalog.topics["anmelden"].leads_to == ""


def test_an_organisation_is_read_whole(content: Content) -> None:
    buergerbuero = content.sound().organisations["buergerbuero"]
    nine, noon, one, six = time(9), time(12), time(13), time(18)
    week = ((Span(nine, noon),), (Span(nine, noon), Span(one, six)), (), (Span(time(8, 30), noon),), (Span(nine, one),))
    assert buergerbuero.name == "Bürgerbüro"
    assert buergerbuero.hours == Hours((*week, (), ()), date(2023, 5, 1))
    assert buergerbuero.languages == ("de", "en")
    assert buergerbuero.link == Link({"de": "https://www.leipzig.de/buergerbuero"})
    assert buergerbuero.origin == Origin(date(2023, 5, 1), ("S13",))
    assert buergerbuero.meaning == Words.german("Amt für Papiere")
    assert buergerbuero.phone == "" and not buergerbuero.phone_note


def test_a_service_is_read_whole(content: Content) -> None:
    service = content.sound().services["wohnung-anmelden"]
    assert (service.topic, service.where, service.icon) == ("anmelden", "buergerbuero", "house-line")
    assert [item.said("de").text for item in service.bring] == ["Pass oder Ausweis", "Bestätigung vom Vermieter"]
    assert service.hours is None
    assert service.origin.as_of == date(2026, 8, 1)


def test_services_follow_the_topics_order_then_the_name(content: Content) -> None:
    assert list(content.sound().services) == ["wohnung-anmelden", "amt-finden", "leipzig-pass"]


def test_organisations_follow_their_order_then_the_name(content: Content) -> None:
    content.write("organisations/zoo.yaml", ORGANISATION.format(name="Zoo") + "order: 5\n")
    content.write("organisations/aemter.yaml", ORGANISATION.format(name="Ämter"))
    assert list(content.sound().organisations) == ["zoo", "aemter", "buergerbuero", "referat"]


def test_names_are_sorted_as_in_a_dictionary() -> None:
    assert sorted(["Zoo", "öffnen", "Ost", "Ämter", "Ampel", "Straße", "Strand"], key=alphabetical) == [
        "Ampel", "Ämter", "öffnen", "Ost", "Strand", "Straße", "Zoo",
    ]  # fmt: skip


SERVICE_FILE = "services/wohnung-anmelden.yaml"
WRONG_SERVICES = {
    "name: Wohnung: anmelden": f"content/{SERVICE_FILE}:3: Im Text steht ein Doppelpunkt mit Leerzeichen; YAML liest "
    "ihn als neues Feld.",
    "name:": f"content/{SERVICE_FILE}:3: Das Feld ist leer.",
    "title: Wohnung anmelden": f"content/{SERVICE_FILE}:1: Das Feld „name“ fehlt (Name, möglichst mit Verb).",
    "name: {a: b}": f"content/{SERVICE_FILE}:3: Hier wird ein Text erwartet, keine Liste und keine weiteren Felder.",
}


@pytest.mark.parametrize(("line", "told"), WRONG_SERVICES.items(), ids=WRONG_SERVICES)
def test_a_wrong_service_is_left_out_and_the_others_live(content: Content, line: str, told: str) -> None:
    content.edit(SERVICE_FILE, "name: Wohnung anmelden", line)
    assert list(content.sound().services) == ["amt-finden", "leipzig-pass"]
    assert told in content.said()


def test_a_wrong_field_that_may_be_missing_is_left_out_of_its_service(content: Content) -> None:
    sound = SERVICE.format(topic="anmelden", name="Wohnung anmelden")
    content.write(SERVICE_FILE, sound + "hours: immer\ncost: Nichts.\n")
    service = content.sound().services["wohnung-anmelden"]
    assert service.hours is None
    assert service.cost.said("de").text == "Nichts."
    assert content.said() == [f"content/{SERVICE_FILE}:11: Hier werden eingerückte Felder erwartet."]


def test_half_a_list_of_what_to_bring_is_not_shown(content: Content) -> None:
    content.edit(SERVICE_FILE, "- Pass oder Ausweis", "- Pass: oder Ausweis")
    assert content.sound().services["wohnung-anmelden"].bring == ()
    assert len(content.said()) == 1


def test_a_site_that_is_not_allowed_takes_only_the_code(content: Content) -> None:
    content.edit("organisations/referat.yaml", "https://www.leipzig.de/", "https://evil.example/")
    assert content.sound().organisations["referat"].link == Link({})
    assert content.said() == [
        "content/organisations/referat.yaml:10: Die Seite „evil.example“ steht nicht auf der Liste der erlaubten "
        "Seiten; der Code wird nicht gezeigt."
    ]


def test_a_service_without_its_topic_is_left_out(content: Content) -> None:
    content.edit(SERVICE_FILE, "topic: anmelden", "topic: anmeldn")
    assert list(content.sound().services) == ["amt-finden", "leipzig-pass"]
    assert content.said() == [
        f"content/{SERVICE_FILE}:1: Das Thema „anmeldn“ gibt es nicht; der Dienst wird nicht gezeigt."
    ]


def test_a_service_of_a_broken_topic_is_left_out(content: Content) -> None:
    content.edit("topics.yaml", "what: Hier finden Sie schnell Hilfe.", "what:")
    content.edit(SERVICE_FILE, "topic: anmelden", "topic: notfall")
    assert list(content.sound().topics) == ["anmelden"]
    assert content.said() == [
        "content/topics.yaml:12: Das Feld ist leer.",
        f"content/{SERVICE_FILE}:1: Das Thema „notfall“ hat Fehler; bis dahin wird der Dienst nicht gezeigt.",
    ]


def test_a_service_at_an_unknown_organisation_loses_only_its_place(content: Content) -> None:
    content.edit(SERVICE_FILE, "where: buergerbuero", "where: burgerbuero")
    assert content.sound().services["wohnung-anmelden"].where == ""
    (problem,) = [problem for problem in content.load()[1] if problem.severity is Severity.ERROR]
    assert problem.reason["de"] == "Die Organisation „burgerbuero“ gibt es nicht; auf der Karte steht kein Ort."
    assert problem.remedy["de"] == "Meinten Sie „buergerbuero“? Sonst organisations/burgerbuero.yaml anlegen."


def test_a_service_at_a_broken_organisation_loses_only_its_place(content: Content) -> None:
    content.edit("organisations/buergerbuero.yaml", "role: city", "role: towns")
    catalog = content.sound()
    assert list(catalog.organisations) == ["referat"]
    assert [service.where for service in catalog.services.values()] == ["", "", ""]
    assert content.said() == ["content/organisations/buergerbuero.yaml:2: „towns“ ist hier nicht möglich."]
    told = "Die Organisation „buergerbuero“ hat Fehler; bis dahin steht auf der Karte kein Ort."
    assert sum(line.endswith(told) for line in content.said(W)) == 3


def test_a_service_may_be_given_at_the_centre(content: Content) -> None:
    content.edit(SERVICE_FILE, "where: buergerbuero", "where: centre")
    assert content.sound().services["wohnung-anmelden"].where == "centre"
    assert content.said() == []


def test_the_centres_id_is_taken(content: Content) -> None:
    content.write("organisations/centre.yaml", ORGANISATION.format(name="Doppelt"))
    assert "centre" not in content.sound().organisations
    assert content.said() == ["content/organisations/centre.yaml:0: „centre“ ist die Kennung des Zentrums selbst."]


def test_what_an_order_names_must_be_there_once_and_in_the_topic(content: Content) -> None:
    content.edit("topics.yaml", "[wohnung-anmelden]", "[amt-finden, wohnung-anmeldn, amt-finden]")
    content.edit("topics.yaml", "leads_to: help", "order: [leipzig-pass]")
    assert [line for line in content.said(W) if "topics.yaml" in line] == [
        "content/topics.yaml:7: Den Dienst „wohnung-anmeldn“ gibt es nicht.",
        "content/topics.yaml:7: „amt-finden“ steht zweimal in der Liste.",
        "content/topics.yaml:13: Der Dienst „leipzig-pass“ gehört zum Thema „anmelden“.",
    ]
    assert list(content.sound().services) == ["amt-finden", "leipzig-pass", "wohnung-anmelden"]


def test_an_order_may_name_a_service_that_is_broken_just_now(content: Content) -> None:
    content.edit(SERVICE_FILE, "name: Wohnung anmelden", "name:")
    assert [line for line in content.said(W) if "topics.yaml" in line] == []


def test_a_second_topic_with_the_same_id_is_left_out(content: Content) -> None:
    content.edit("topics.yaml", "id: notfall", "id: anmelden")
    assert [topic.name.said("de").text for topic in content.sound().topics.values()] == ["Anmelden und Ämter"]
    assert content.said() == [
        "content/topics.yaml:8: „anmelden“ gibt es schon; dieser zweite Eintrag wird nicht gezeigt."
    ]


def test_a_broken_language_is_left_out(content: Content) -> None:
    content.edit("languages.yaml", "script: Arab, ", "")
    assert [language.code for language in content.sound().languages] == ["de", "en"]
    assert content.said() == ["content/languages.yaml:5: Das Feld „script“ fehlt (Schrift: Latn, Cyrl, Arab, Ethi)."]


def test_an_offered_language_needs_a_name(content: Content) -> None:
    content.edit("strings/de.yaml", "  language.ar: Arabisch\n", "")
    told = "content/languages.yaml:5: Für die Sprache „ar“ fehlt ihr Name in den Wörtern der Oberfläche."
    assert told in content.said(W)


def test_broken_emergency_numbers_leave_the_rest(content: Content) -> None:
    content.write("emergency.yaml", "numbers: [")
    assert content.sound().emergency == ()
    assert len(content.said()) == 1


FRAME = ["centre.yaml", "languages.yaml", "topics.yaml", "strings/de.yaml"]


@pytest.mark.parametrize("name", FRAME)
@pytest.mark.parametrize("text", ["", "- a", "a: [", "words: {}", "topics: []", "languages: []"])
def test_a_broken_frame_leaves_no_catalog(content: Content, name: str, text: str) -> None:
    content.write(name, text)
    assert content.load()[0] is None
    assert any(line.startswith(f"content/{name}:") for line in content.said())


@pytest.mark.parametrize("name", FRAME)
def test_a_missing_frame_leaves_no_catalog(content: Content, name: str) -> None:
    (content.root / name).unlink()
    assert content.load()[0] is None
    assert f"content/{name}:0: Die Datei fehlt." in content.said()


def test_no_german_among_the_languages_leaves_no_catalog(content: Content) -> None:
    content.edit("languages.yaml", "code: de", "code: nl")
    assert content.load()[0] is None
    assert content.said() == [
        "content/languages.yaml:0: Deutsch (de) fehlt unter den Sprachen; ohne die Ausgangssprache kann der Kiosk "
        "nichts zeigen."
    ]


def test_with_a_broken_frame_the_rest_is_checked_all_the_same(content: Content) -> None:
    content.write("centre.yaml", "name: [")
    content.edit(SERVICE_FILE, "icon:", "ikon:")
    assert len(content.said()) == 3


def test_no_folder_at_all(tmp_path: Path) -> None:
    catalog, (problem,) = load_catalog(tmp_path / "content", HOSTS)
    assert catalog is None
    assert (problem.path, problem.reason["de"]) == ("content", "Der Ordner fehlt.")


def test_files_that_belong_to_nothing_are_told(content: Content) -> None:
    content.write("service/kita.yaml", "")
    content.write("services/kita.yml", "")
    content.write("services/Kita Platz.yaml", "")
    content.write("services/.kita.yaml.swp", "")
    content.write("services/kita.yaml~", "")
    content.write("LIESMICH.md", "")
    told = [line for line in content.said(W) if "translat" not in line]
    assert told == [
        "content/service:0: „service“ gehört zu keinem Inhalt und wird nicht gelesen.",
        "content/services/kita.yml:0: „kita.yml“ gehört zu keinem Inhalt und wird nicht gelesen.",
    ]
    assert content.said() == ["content/services/Kita Platz.yaml:0: Der Dateiname „Kita Platz.yaml“ ist keine Kennung."]


def test_a_folder_without_end_is_not_read_to_its_end(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_FILES", 8)
    assert content.load()[0] is not None
    assert content.said() == ["content:0: Der Ordner ist zu groß: mehr als 8 Dateien oder 512 MB."]


def test_a_tree_that_is_too_heavy_is_not_read(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_BYTES", 500)
    assert content.load()[0] is None
    assert sum("zu groß" in line for line in content.said()) == 1


def test_the_same_content_gives_the_same_catalog(content: Content) -> None:
    assert content.sound() == content.sound()
    assert replace(content.sound(), emergency=()) != content.sound()
