"""The interface's words: found by key, filled in safely, German where nothing else is there."""

from __future__ import annotations

import hashlib

import pytest

from kiosk.domain.language import Said, Words
from kiosk.domain.problem import Problem, Severity
from kiosk.domain.strings import Strings, filled, placeholders, text_hash
from kiosk.loaders.faults import MOST_REPORTED
from kiosk.loaders.strings import load_strings
from tests.unit.loaders.builders import Content, said

TITLE = "Wobei können wir helfen?"
UNTIL = "Jetzt offen, bis {time}"
E = Severity.ERROR
W = Severity.WARNING


def load(
    content: Content, *languages: str, needed: frozenset[str] = frozenset()
) -> tuple[Strings | None, tuple[Problem, ...]]:
    """The strings and the problems. The small content has few words, so what is needed of them is said."""
    return load_strings(content.root, languages, needed)


def loaded(content: Content, *languages: str) -> Strings:
    """The strings, which must be there."""
    strings, problems = load(content, *languages)
    assert strings is not None, problems
    return strings


def test_german_words_are_said(content: Content) -> None:
    assert loaded(content, "de").said("home.title", "de") == Said(TITLE, "de")


def test_translated_words_are_said(content: Content) -> None:
    content.translate("strings/en.yaml", {"home.title": (TITLE, "How can we help you?")})
    assert loaded(content, "de", "en").said("home.title", "en") == Said("How can we help you?", "en")


def test_untranslated_words_are_said_in_german(content: Content) -> None:
    content.translate("strings/en.yaml", {"home.title": (TITLE, "How can we help you?")})
    until = loaded(content, "en").said("open.until", "en", time="18:00")
    assert until == Said("Jetzt offen, bis \u206818:00\u2069", "de")


def test_an_unknown_key_is_a_slip_of_the_programmer(content: Content) -> None:
    with pytest.raises(KeyError, match=r"home\.titel"):
        loaded(content).said("home.titel", "de")


def test_values_are_filled_in_once_and_kept_in_their_direction() -> None:
    strings = Strings({"a": Words.german("{name} in {place}, {{name}} {0} {name.x} {missing}")})
    values = {"name": "{place}", "place": "Leipzig", "language": "x", "key": "y"}
    assert strings.said("a", "de", **values).text == (
        "\u2068{place}\u2069 in \u2068Leipzig\u2069, {\u2068{place}\u2069} {0} {name.x} {missing}"
    )
    assert filled("{count}", {"count": 3}) == "\u20683\u2069"


def test_placeholders() -> None:
    assert placeholders("{a} {b_2} {a} {A} {} {1}") == {"a", "b_2"}


def test_the_mark_of_a_text_is_the_documented_one() -> None:
    assert text_hash("Wobei können wir helfen?") == hashlib.sha256("Wobei können wir helfen?".encode()).hexdigest()[:8]
    assert text_hash("  Wobei\nko\u0308nnen  wir helfen? ") == text_hash(TITLE)
    assert text_hash(TITLE) != text_hash(TITLE.lower())


def test_without_german_words_there_are_none(content: Content) -> None:
    content.write("strings/de.yaml", "words: {}")
    strings, problems = load(content, "en")
    assert strings is None
    assert said(problems, E) == [
        "content/strings/de.yaml:0: Die deutschen Wörter der Oberfläche fehlen; der Kiosk kann so nicht starten."
    ]


def test_an_empty_german_word_is_told_and_the_others_live(content: Content) -> None:
    content.edit("strings/de.yaml", TITLE, "")
    strings, problems = load(content)
    assert strings is not None and "home.title" not in strings.words
    assert said(problems, E) == ["content/strings/de.yaml:2: Das Feld ist leer."]


def test_what_is_missing_in_other_languages_is_told(content: Content) -> None:
    content.translate("strings/en.yaml", {"home.title": (TITLE, "How?"), "home.titel": ("x", "x")})
    content.translate("strings/fr.yaml", {})
    problems = load(content, "de", "en", "ar")[1]
    assert said(problems, W) == [
        "content/strings/fr.yaml:0: Die Sprache „fr“ wird nicht angeboten; diese Texte zeigt niemand.",
        "content/strings/ar.yaml:0: Die Datei fehlt.",
        "content/strings/en.yaml:3: Noch nicht übersetzt (4): open.until, language.de, language.en, language.ar. "
        "Gezeigt wird Deutsch.",
        "content/strings/en.yaml:5: Zu „home.titel“ gibt es keinen deutschen Text.",
    ]


@pytest.mark.parametrize("text", ["Open until {Zeit}", "Open until", "Open until {uhrzeit}", "Open {time} {place}"])
def test_a_text_that_lost_its_value_is_not_used(content: Content, text: str) -> None:
    content.translate("strings/en.yaml", {"open.until": (UNTIL, text)})
    strings, problems = load(content, "en")
    assert strings is not None and strings.said("open.until", "en").language == "de"
    (told,) = said(problems, E)
    assert told.startswith("content/strings/en.yaml:4: Die Klammern stimmen nicht mit dem Deutschen überein")


DATES = [
    ("Stand: {month} {year}", "{number}/{year}", True),
    ("Stand: {month} {year}", "{month} {year}", True),
    ("Stand: {month} {year}", "{year}", False),
    ("Stand: {month} {year}", "{number}", False),
    ("{day}. {month} · {time}", "{day}.{number}.{year} · {time}", True),
    ("{day}. {month} · {time}", "{number}.{year} · {time}", False),
    ("{day}. {month} · {time}", "{day} · {time}", False),
    ("bis {time}", "{time} {year}", False),
    ("Satz {number} von {count}", "{month} {count}", False),
    ("Satz {number} von {count}", "{number} {count} {year}", False),
]


@pytest.mark.parametrize(("german", "translation", "used"), DATES)
def test_a_date_may_be_written_in_figures(content: Content, german: str, translation: str, used: bool) -> None:
    content.edit("strings/de.yaml", UNTIL, f'"{german}"')
    content.translate("strings/en.yaml", {"open.until": (german, translation)})
    assert loaded(content, "en").said("open.until", "en").language == ("en" if used else "de")


def test_an_old_text_is_used_and_marked(content: Content) -> None:
    content.translate("strings/en.yaml", {"home.title": ("Früher", "Earlier")})
    assert loaded(content, "en").words["home.title"].outdated == {"en"}
    assert loaded(content, "en").said("home.title", "en") == Said("Earlier", "en", outdated=True)


def test_a_broken_language_leaves_german(content: Content) -> None:
    content.write("strings/en.yaml", "made_by: [")
    assert loaded(content, "en").said("home.title", "en") == Said(TITLE, "de")


LOST = frozenset({"home.title", "open.until", "bar.back"})


def test_a_lost_german_word_is_told_in_both_languages_with_place_and_remedy(content: Content) -> None:
    (problem,) = load(content, needed=LOST)[1]
    assert (problem.path, problem.line, problem.column) == ("content/strings/de.yaml", 1, 1)
    assert problem.severity is E
    assert problem.reason == {
        "de": "Das deutsche Wort „bar.back“ fehlt; auf dem Bildschirm bleibt seine Stelle leer.",
        "en": "The German word 'bar.back' is missing; its place on the screen stays empty.",
    }
    assert problem.remedy == {
        "de": "Unter „words:“ eine Zeile „bar.back: …“ ergänzen.",
        "en": "Add a line 'bar.back: …' below 'words:'.",
    }


def test_a_lost_german_word_is_empty_and_the_others_live(content: Content) -> None:
    strings, _ = load(content, "de", needed=LOST)
    assert strings is not None
    assert strings.said("bar.back", "de") == Said("", "de")
    assert strings.said("home.title", "de") == Said(TITLE, "de")


def test_whoever_reads_another_language_keeps_a_lost_word(content: Content) -> None:
    content.translate("strings/en.yaml", {"bar.back": ("Zurück", "Back")})
    strings, problems = load(content, "de", "en", needed=LOST)
    assert strings is not None and strings.said("bar.back", "en") == Said("Back", "en")
    assert not any("bar.back" in told for told in said(problems, W)), "the translation is right: nobody may delete it"


def test_a_misspelt_german_word_is_told_where_it_stands(content: Content) -> None:
    content.edit("strings/de.yaml", "home.title:", "home.titel:")
    (problem,) = load(content, needed=LOST - {"bar.back"})[1]
    assert (problem.line, problem.column, problem.source) == (2, 3, f"  home.titel: {TITLE}")
    assert problem.remedy["de"] == "„home.titel“ in „home.title“ umbenennen."
    assert "'home.title' is missing" in problem.reason["en"] and "called 'home.titel' here?" in problem.reason["en"]


def test_an_empty_word_that_is_needed_is_told_once(content: Content) -> None:
    content.edit("strings/de.yaml", TITLE, "")
    strings, problems = load(content, needed=frozenset({"home.title"}))
    assert strings is not None and strings.said("home.title", "de") == Said("", "de")
    assert said(problems, E) == ["content/strings/de.yaml:2: Das Feld ist leer."]


def test_without_being_told_the_loader_needs_the_words_of_the_screens(content: Content) -> None:
    told = said(load_strings(content.root, ["de"])[1], E)
    assert len(told) == MOST_REPORTED and "„ask.anything“ fehlt" in told[0]
