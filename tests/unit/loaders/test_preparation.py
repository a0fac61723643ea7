"""Languages in preparation (`offered: no`): read and checked like the others, what is missing is one sum, and no
visitor meets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain import navigation as nav
from kiosk.domain.problem import Severity
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.pronunciation import load_pronunciation
from kiosk.loaders.strings import load_strings
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.search.index import Index
from tests import builders
from tests.unit.loaders.builders import HOSTS, Content, said, sound_content

POLISH = """\
  - {code: pl, name: Polski, german: Polnisch, script: Latn, greeting: Witamy, touch: Dotknij, word: Język, offered: no}
"""
SIMPLE = """\
  - {code: de-simple, name: Leichte Sprache, german: Leichte Sprache, script: Latn, greeting: Willkommen,
     touch: Bitte berühren, word: Sprache, speaks: Bitte sprechen Sie einfach., offered: no}
"""
NOTE = Severity.NOTE


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Sound content, and Polish in preparation without any file of its own."""
    made = sound_content(tmp_path / "content")
    add(made, "pl", POLISH)
    return made


def add(content: Content, code: str, entry: str) -> None:
    name = content.root / "languages.yaml"
    content.write("languages.yaml", name.read_text(encoding="utf-8") + entry)
    content.edit("strings/de.yaml", "words:\n", f"words:\n  language.{code}: Name\n")


def test_what_is_missing_is_one_sum(content: Content) -> None:
    before = sound_content(content.root.parent / "before" / "content").load()[1]
    problems = content.load()[1]
    (note,) = (problem for problem in problems if problem.severity is NOTE)
    assert (note.path, note.line) == ("content/languages.yaml", 7)
    start = "Polnisch (pl) ist in Vorbereitung: Besucher sehen diese Sprache noch nicht. Übersetzt sind 0 von "
    assert note.reason["de"].startswith(start)
    assert "offered: no" in note.remedy["de"]
    assert said(problems, Severity.WARNING) == said(before, Severity.WARNING)
    assert said(problems, Severity.ERROR) == []


def test_the_sum_counts_the_content_and_the_interface(content: Content) -> None:
    def told() -> list[int]:
        (note,) = (problem for problem in content.load()[1] if problem.severity is NOTE)
        return [int(word) for word in note.reason["en"].split() if word.isdigit()]

    none, count = told()
    content.translate("strings/pl.yaml", {"home.title": ("Wobei können wir helfen?", "W czym możemy pomóc?")})
    content.translate(
        "translations/pl/services/wohnung-anmelden.yaml", {"name": ("Wohnung anmelden", "Zameldować się")}
    )
    assert (none, told()) == (0, [2, count])


def test_its_files_are_checked_like_the_others(content: Content) -> None:
    wrong = {
        "open.until": ("Jetzt offen, bis {time}", "otwarte do {godzina}"),
        "home.title": ("Anders", "W czym możemy pomóc?"),
        "home.tilte": ("x", "y"),
    }
    content.translate("strings/pl.yaml", wrong)
    content.translate("translations/pl/services/wohnung-anmleden.yaml", {"name": ("x", "y")})
    content.write("translations/pl/organisations/referat.yaml", "words: {\n")
    problems = (*content.load()[1], *load_strings(content.root, ["de", "en", "ar"], frozenset(), ["pl"])[1])
    told = (*said(problems, Severity.ERROR), *said(problems, Severity.WARNING))
    about = [line for line in told if "pl" in line]
    assert [line.partition(": ")[0] for line in about] == [
        "content/translations/pl/organisations/referat.yaml:1",
        "content/strings/pl.yaml:4",
        "content/translations/pl/services/wohnung-anmleden.yaml:0",
        "content/strings/pl.yaml:5",
        "content/strings/pl.yaml:6",
    ]


def test_a_language_that_nobody_entered_is_still_told(content: Content) -> None:
    for name in ("strings/fr.yaml", "search/fr.yaml", "pronunciation/fr.yaml"):
        content.write(name, "words: {}\n")
    content.translate("translations/fr/topics/topics.yaml", {})
    problems = (
        *content.load()[1],
        *load_strings(content.root, ["de", "en", "ar"], frozenset(), ["pl"])[1],
        *load_pronunciation(content.root, ["de", "en", "ar"], ["pl"])[1],
    )
    told = [line for line in said(problems, Severity.WARNING) if "wird nicht angeboten" in line]
    assert [line.partition(":")[0] for line in told] == [
        "content/translations/fr",
        "content/search/fr.yaml",
        "content/strings/fr.yaml",
        "content/pronunciation/fr.yaml",
    ]


def test_words_lists_and_voices_of_its_own_are_no_problem(content: Content) -> None:
    content.write("search/pl.yaml", "words:\n  wohnung-anmelden: [meldunek]\n")
    content.write("pronunciation/pl.yaml", "plus: plus\n")
    catalog, problems = content.load()
    assert not [line for line in said(problems, Severity.WARNING) if "pl" in line]
    lists = load_pronunciation(content.root, ["de", "en", "ar"], ["pl"])[1]
    assert [problem.path for problem in lists] == [f"content/pronunciation/{code}.yaml" for code in ("de", "en", "ar")]
    assert catalog is not None
    assert catalog.other_words["pl"]["wohnung-anmelden"] == ("meldunek",)


def test_no_visitor_meets_it(content: Content) -> None:
    content.translate(
        "translations/pl/services/wohnung-anmelden.yaml", {"name": ("Wohnung anmelden", "Zameldować się")}
    )
    catalog = content.sound()
    assert [language.code for language in catalog.languages] == ["de", "en", "ar"]
    assert [language.code for language in catalog.in_preparation] == ["pl"]
    assert Index(catalog).find("zameldowac", "de") == ()
    picker = present(Scene(catalog, builders.strings(), Visit((nav.Route(nav.LANGUAGES),), "de"), builders.TUESDAY))
    chosen = [node.intent.language for node in picker.nodes() if isinstance(node.intent, nav.Choose)]
    assert chosen == ["de", "en", "ar"]


def test_previews_offer_it_in_its_place(content: Content) -> None:
    content.edit("languages.yaml", "languages:\n", "languages:\n" + SIMPLE)
    catalog, _ = load_catalog(content.root, HOSTS, offer_all=True)
    assert catalog is not None
    assert [language.code for language in catalog.languages] == ["de-simple", "de", "en", "ar", "pl"]


def test_its_words_are_there_for_previews(content: Content) -> None:
    content.translate("strings/pl.yaml", {"home.title": ("Wobei können wir helfen?", "W czym możemy pomóc?")})
    strings, _ = load_strings(content.root, ["de", "en", "ar"], frozenset(), ["pl"])
    assert isinstance(strings, Strings)
    assert strings.said("home.title", "pl").text == "W czym możemy pomóc?"


def test_easy_german_is_a_language(content: Content) -> None:
    add(content, "de-simple", SIMPLE)
    assert said(content.load()[1], Severity.ERROR) == []
    assert [language.code for language in content.sound().in_preparation] == ["pl", "de-simple"]


def test_german_is_always_offered(content: Content) -> None:
    content.edit("languages.yaml", "code: de,", "code: de, offered: no,")
    catalog, problems = content.load()
    assert catalog is not None
    assert catalog.languages[0].code == "de"
    assert "content/languages.yaml:2: Deutsch wird immer angeboten." in said(problems, Severity.WARNING)


def test_whoever_offers_it_reads_what_is_missing(content: Content) -> None:
    content.edit("languages.yaml", ", offered: no", "")
    warnings = said(content.load()[1], Severity.WARNING)
    assert [problem for problem in content.load()[1] if problem.severity is NOTE] == []
    assert "content/translations/pl/services:0" in {line.partition(": ")[0] for line in warnings}
    assert any("fehlt der Satz zu dieser Sprache (pl)" in line for line in warnings)
    assert [language.code for language in content.sound().languages] == ["de", "en", "ar", "pl"]


def test_files_that_it_does_not_have_yet_are_no_problem(content: Content) -> None:
    words = load_strings(content.root, ["de", "en", "ar"], frozenset(), ["pl"])[1]
    lists = load_pronunciation(content.root, ["de", "en", "ar"], ["pl"])[1]
    assert [problem.path for problem in words] == [f"content/strings/{code}.yaml" for code in ("en", "ar")]
    assert [problem.path for problem in lists] == [f"content/pronunciation/{code}.yaml" for code in ("de", "en", "ar")]


def test_easy_german_needs_no_lists_beside_those_of_german(content: Content) -> None:
    """Nor does `check` ask for any when visitors meet it: German is what it is spoken and searched by."""
    add(content, "de-simple", SIMPLE.replace(", offered: no", ""))
    content.write("pronunciation/de.yaml", "plus: plus\n")
    catalog, problems = content.load()
    lists = load_pronunciation(content.root, ["de", "en", "de-simple"])[1]
    assert catalog is not None
    assert catalog.languages[-1].code == "de-simple"
    assert [problem.path for problem in lists] == ["content/pronunciation/en.yaml"]
    assert not [problem.path for problem in problems if problem.path.endswith("search/de-simple.yaml")]
