"""Translations: used, missing, out of date, moved, or of nothing. German is shown wherever there is no other text."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.catalog import Translation
from kiosk.domain.language import Said
from kiosk.domain.problem import Severity
from tests.unit.loaders.builders import Content

W = Severity.WARNING
FILE = "translations/en/services/wohnung-anmelden.yaml"
NAME = ("Wohnung anmelden", "Register your address")
SHORT = ("In den ersten zwei Wochen.", "Within two weeks.")
WHAT = ("Sie melden Ihre Adresse an.", "You register.")
PASS = ("Pass oder Ausweis", "Passport")
LETTER = ("Bestätigung vom Vermieter", "Letter of the landlord")
WHOLE = {"name": NAME, "short": SHORT, "what": WHAT, "bring.1": PASS, "bring.2": LETTER}


def warnings(content: Content, file: str = FILE) -> list[str]:
    """The warnings about one file."""
    return [line.removeprefix(f"content/{file}:") for line in content.said(W) if line.startswith(f"content/{file}:")]


def bring(content: Content, language: str = "en") -> list[Said]:
    """What to bring, as it is said."""
    return [item.said(language) for item in content.sound().services["wohnung-anmelden"].bring]


def test_a_whole_translation_is_used_and_has_no_problems(content: Content) -> None:
    content.translate(FILE, WHOLE)
    service = content.sound().services["wohnung-anmelden"]
    assert service.name.said("en") == Said("Register your address", "en")
    assert service.name.said("ar") == Said("Wohnung anmelden", "de")
    assert bring(content) == [Said("Passport", "en"), Said("Letter of the landlord", "en")]
    assert service.name.outdated == frozenset()
    assert warnings(content) == []
    assert content.said() == []


def test_missing_words_are_shown_in_german(content: Content) -> None:
    content.translate(FILE, {"name": NAME, "bring.1": PASS})
    assert content.sound().services["wohnung-anmelden"].short.said("en") == Said(SHORT[0], "de")
    assert warnings(content) == ["3: Noch nicht übersetzt (3): short, what, bring.2. Gezeigt wird Deutsch."]


def test_missing_files_are_told_once_a_folder(content: Content) -> None:
    content.translate(FILE, WHOLE)
    assert [line for line in content.said(W) if "/en/" in line] == [
        "content/translations/en/topics:0: Noch nicht übersetzt (1): topics. Gezeigt wird Deutsch.",
        "content/translations/en/emergency:0: Noch nicht übersetzt (1): emergency. Gezeigt wird Deutsch.",
        "content/translations/en/organisations:0: Noch nicht übersetzt (2): buergerbuero, referat. "
        "Gezeigt wird Deutsch.",
        "content/translations/en/services:0: Noch nicht übersetzt (2): amt-finden, leipzig-pass. Gezeigt wird Deutsch.",
        "content/translations/en/centre:0: Noch nicht übersetzt (1): centre. Gezeigt wird Deutsch.",
        "content/translations/en/guide:0: Noch nicht übersetzt (1): guide. Gezeigt wird Deutsch.",
    ]


def test_a_text_made_from_older_german_is_used_and_told(content: Content) -> None:
    content.translate(FILE, WHOLE | {"name": ("Alte Worte", "Old words")})
    name = content.sound().services["wohnung-anmelden"].name
    assert name.said("en") == Said("Old words", "en", outdated=True)
    assert name.outdated == {"en"}
    assert warnings(content) == ["4: Der deutsche Text „name“ wurde seit der Übersetzung geändert."]
    (problem,) = [p for p in content.load()[1] if p.path.endswith(FILE)]
    assert problem.remedy["de"] == "Die Übersetzung prüfen, dann „of: dded4dc7“ eintragen."
    assert problem.column == 14


def test_spaces_and_composition_of_letters_do_not_make_a_text_old(content: Content) -> None:
    content.translate(FILE, WHOLE | {"bring.2": ("Besta\u0308tigung  vom\nVermieter", "Letter")})
    assert warnings(content) == []


def test_moving_an_item_does_not_make_it_old(content: Content) -> None:
    content.translate(FILE, WHOLE | {"bring.1": LETTER, "bring.2": PASS})
    assert bring(content) == [Said("Passport", "en"), Said("Letter of the landlord", "en")]
    assert warnings(content) == []


def test_a_new_item_in_front_is_missing_and_the_others_stay(content: Content) -> None:
    content.translate(FILE, WHOLE)
    content.edit("services/wohnung-anmelden.yaml", "  - Pass oder", "  - Geburtsurkunde\n  - Pass oder")
    assert bring(content) == [
        Said("Geburtsurkunde", "de"), Said("Passport", "en"), Said("Letter of the landlord", "en"),
    ]  # fmt: skip
    assert warnings(content) == ["3: Noch nicht übersetzt (1): bring.1. Gezeigt wird Deutsch."]


def test_a_changed_item_keeps_its_old_translation(content: Content) -> None:
    content.translate(FILE, WHOLE)
    content.edit("services/wohnung-anmelden.yaml", "Pass oder Ausweis", "Reisepass")
    items = content.sound().services["wohnung-anmelden"].bring
    assert [(item.said("en").text, item.outdated) for item in items] == [
        ("Passport", {"en"}),
        ("Letter of the landlord", frozenset()),
    ]


def test_two_items_with_the_same_german_have_each_their_own(content: Content) -> None:
    content.edit("services/wohnung-anmelden.yaml", "Bestätigung vom Vermieter", "Pass oder Ausweis")
    content.translate(FILE, WHOLE | {"bring.2": ("Pass oder Ausweis", "Passport again")})
    assert [said.text for said in bring(content)] == ["Passport", "Passport again"]
    assert warnings(content) == []


def test_words_of_nothing_are_told(content: Content) -> None:
    content.translate(FILE, WHOLE | {"nam": ("x", "x"), "bring.3": ("y", "y")})
    assert warnings(content) == [
        "9: Zu „nam“ gibt es keinen deutschen Text.",
        "10: Zu „bring.3“ gibt es keinen deutschen Text.",
    ]


def test_a_translation_of_nothing_is_told(content: Content) -> None:
    content.translate("translations/en/services/wohnung-anmeldn.yaml", {})
    (problem,) = [p for p in content.load()[1] if p.path.endswith("anmeldn.yaml")]
    assert problem.reason["de"] == "Diese Übersetzung gehört zu nichts: „wohnung-anmeldn“ gibt es nicht."
    assert problem.remedy["de"] == "Meinten Sie „wohnung-anmelden“? Sonst die Datei löschen."


def test_the_translation_of_a_broken_service_is_not_called_superfluous(content: Content) -> None:
    content.translate(FILE, WHOLE)
    content.edit("services/wohnung-anmelden.yaml", "icon: house-line", "icon:")
    assert warnings(content) == []


UNREADABLE = ["words: [", "made_by: machine\n", "\tx", "made_by: maschine\nmade_on: 2026-11\nwords: {}"]


@pytest.mark.parametrize("text", UNREADABLE)
def test_an_unreadable_translation_leaves_german(content: Content, text: str) -> None:
    content.write(FILE, text)
    assert content.sound().services["wohnung-anmelden"].name.said("en") == Said("Wohnung anmelden", "de")
    assert content.said() and all(FILE in line for line in content.said())


def test_one_unreadable_line_leaves_the_others(content: Content) -> None:
    content.translate(FILE, WHOLE)
    content.edit(FILE, "text: 'Within two weeks.'", "txt: 'Within two weeks.'")
    service = content.sound().services["wohnung-anmelden"]
    assert (service.name.said("en").language, service.short.said("en").language) == ("en", "de")
    assert content.said() == [
        f"content/{FILE}:5: „txt“ ist hier kein bekanntes Feld.",
        f"content/{FILE}:5: Das Feld „text“ fehlt (Die Übersetzung).",
    ]
    assert warnings(content) == []


def test_a_plain_text_instead_of_mark_and_text_is_told(content: Content) -> None:
    content.write(FILE, "made_by: person\nmade_on: 2026-11\nwords:\n  name: Register\n")
    (problem,) = [p for p in content.load()[1] if p.severity is Severity.ERROR]
    assert problem.remedy["de"] == 'Schreiben wie: {of: 3fa2b1c0, text: "…"}'


def test_braces_must_be_the_same(content: Content) -> None:
    content.edit("services/wohnung-anmelden.yaml", SHORT[0], "In {zahl} Wochen.")
    content.translate(FILE, WHOLE | {"short": ("In {zahl} Wochen.", "Within {number} weeks.")})
    assert content.sound().services["wohnung-anmelden"].short.said("en").language == "de"
    assert content.said() == [
        f"content/{FILE}:5: Die Klammern stimmen nicht mit dem Deutschen überein (dort: {{zahl}}; hier: {{number}}). "
        "Gezeigt wird Deutsch."
    ]


def test_topics_and_numbers_are_translated_in_one_file_each(content: Content) -> None:
    content.translate("translations/ar/topics/topics.yaml", {"notfall.name": ("Notfall", "طوارئ")})
    content.translate("translations/ar/emergency/emergency.yaml", {"112.what": ("Es brennt.", "حريق")})
    content.translate("translations/ar/centre/centre.yaml", {"what": ("Wir zeigen Ihnen den Weg.", "ندلكم")})
    catalog = content.sound()
    assert catalog.topics["notfall"].name.said("ar") == Said("طوارئ", "ar")
    assert catalog.emergency[0].what.said("ar") == Said("حريق", "ar")
    assert catalog.centre.what.said("ar") == Said("ندلكم", "ar")
    assert content.said() == []


def test_folders_of_languages_and_kinds_that_are_not_there_are_told(content: Content) -> None:
    content.translate("translations/fr/services/wohnung-anmelden.yaml", WHOLE)
    content.translate("translations/en/service/wohnung-anmelden.yaml", WHOLE)
    told = [line for line in content.said(W) if "Noch nicht" not in line]
    assert told == [
        "content/translations/en/service:0: „service“ gehört zu keinem Inhalt und wird nicht gelesen.",
        "content/translations/fr:0: Die Sprache „fr“ wird nicht angeboten; diese Texte zeigt niemand.",
    ]


MADE = [
    (("machine", ""), ("machine", ""), Translation("machine", date(2026, 11, 22))),
    (("machine", "Amal"), ("machine", ""), Translation("machine", date(2026, 11, 22))),
    (("machine", "Amal"), ("machine", "Omar"), Translation("machine", date(2026, 11, 22), "Amal, Omar")),
    (("machine", "Amal"), ("person", ""), Translation("machine", date(2026, 11, 22), "Amal")),
    (("person", ""), ("person", ""), Translation("person", date(2026, 11, 22))),
]


@pytest.mark.parametrize(("first", "second", "together"), MADE)
def test_who_made_a_language_is_said_for_all_of_it(
    content: Content, first: tuple[str, str], second: tuple[str, str], together: Translation
) -> None:
    for name, (made_by, checked_by) in (("wohnung-anmelden", first), ("amt-finden", second)):
        content.translate(f"translations/en/services/{name}.yaml", {}, made_by, f"checked_by: {checked_by}\n")
    assert content.sound().translations == {"en": together}
    assert content.said() == []
