"""docs/recipes.md, done: content is added without touching Python, and reaches the screen."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.domain import navigation as nav
from kiosk.domain.catalog import Catalog
from kiosk.domain.hours import DAYS
from kiosk.domain.language import Said
from kiosk.domain.node import View
from kiosk.domain.problem import Problem
from kiosk.domain.strings import Strings, text_hash
from kiosk.domain.utterance import spoken
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.strings import load_strings
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene

ROOT = Path(__file__).resolve().parents[2]
HOSTS = frozenset({"www.leipzig.de"})


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content to write in."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def load(content: Path) -> tuple[Catalog, Strings, list[Problem]]:
    catalog, problems = load_catalog(content, HOSTS)
    assert catalog is not None
    strings, more = load_strings(content, [language.code for language in catalog.languages])
    assert strings is not None
    return catalog, strings, [*problems, *more]


NOW = datetime(2026, 11, 24, 14, 32)


def shown(catalog: Catalog, strings: Strings, language: str, *stack: nav.Route, now: datetime = NOW) -> View:
    return present(Scene(catalog, strings, Visit(stack, language), now))


def about(problems: list[Problem], path: str) -> list[Problem]:
    return [problem for problem in problems if path in problem.path]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_service_needs_one_file(content: Path) -> None:
    write(
        content / "services" / "fundbuero.yaml",
        "topic: anmelden\nicon: umbrella\nname: Etwas verloren\nshort: Das Fundbüro hilft.\n"
        "what: Das Fundbüro hebt verlorene Dinge auf.\nas_of: 2026-11\nsources: [Test]\n",
    )
    catalog, strings, problems = load(content)
    assert about(problems, "services/fundbuero") == []
    view = shown(catalog, strings, "de", nav.Route(nav.SERVICE, "fundbuero"))
    assert view["title"].name.text == "Etwas verloren"
    rows = shown(catalog, strings, "ar", nav.Route(nav.TOPIC, "anmelden"))["rows"].children
    row = next(row for row in rows if row.id == "service.fundbuero")
    assert row.name.language == "de", "what is not translated is shown in German, and known to be German"


def test_an_organisation_needs_one_file(content: Path) -> None:
    write(
        content / "organisations" / "fundbuero.yaml",
        "name: Fundbüro der Stadt\nrole: other\nicon: umbrella\nmeaning: Amt für verlorene Dinge\n"
        "what: Hier liegen verlorene Dinge.\nas_of: 2026-11\nsources: [Test]\n",
    )
    catalog, strings, problems = load(content)
    assert about(problems, "organisations/fundbuero") == []
    rows = shown(catalog, strings, "de", nav.Route(nav.ORGANISATIONS, "city"))["rows"].children
    assert "organisation.fundbuero" in [row.id for row in rows]
    assert (
        shown(catalog, strings, "de", nav.Route(nav.ORGANISATION, "fundbuero"))["title"].name.text
        == "Fundbüro der Stadt"
    )


def test_a_topic_needs_one_entry(content: Path) -> None:
    topics = content / "topics.yaml"
    entry = (
        "  - id: verloren\n    icon: umbrella\n    hue: ink\n    name: Verloren\n    what: Was Sie verloren haben.\n"
    )
    topics.write_text(topics.read_text(encoding="utf-8").rstrip("\n") + "\n" + entry, encoding="utf-8")
    catalog, strings, _ = load(content)
    home = shown(catalog, strings, "de", nav.Route(nav.HOME))
    assert home["topic.verloren"].name.text == "Verloren"


def test_a_question_of_the_guide_needs_one_entry_and_one_answer(content: Path) -> None:
    guide = content / "guide.yaml"
    answer = "      - text: Etwas verloren\n        icon: umbrella\n        question: verloren\n"
    entry = (
        "  - id: verloren\n    text: Was haben Sie verloren?\n    answers:\n"
        "      - {text: Meinen Ausweis, icon: identification-card, organisation: buergerbuero}\n"
    )
    first, mark, rest = guide.read_text(encoding="utf-8").partition("  - id: aufenthalt\n")
    guide.write_text(first.rstrip("\n") + "\n" + answer + mark + rest.rstrip("\n") + "\n" + entry, encoding="utf-8")
    catalog, strings, problems = load(content)
    assert about(problems, "content/guide.yaml") == []
    asking = shown(catalog, strings, "de", nav.Route(nav.GUIDE, "amt"))
    there = next(node for node in asking["answers"].children if node.name.text == "Etwas verloren")
    assert isinstance(there.intent, nav.Open)
    view = shown(catalog, strings, "de", nav.Route(nav.GUIDE, "amt"), there.intent.route)
    assert view["title"].name.text == "Was haben Sie verloren?"
    assert view["answer.1"].intent == nav.Open(nav.Route(nav.ORGANISATION, "buergerbuero"))
    assert view["step"].of == 2


def test_a_language_needs_no_python(content: Path) -> None:
    languages = content / "languages.yaml"
    entry = (
        "  - code: hu\n    name: Magyar\n    german: Ungarisch\n    script: Latn\n    greeting: Üdvözöljük\n"
        "    touch: Érintse meg a képernyőt\n    word: Nyelv\n    offline_voice: hu\n"
    )
    languages.write_text(languages.read_text(encoding="utf-8").rstrip("\n") + "\n" + entry, encoding="utf-8")
    write(
        content / "strings" / "hu.yaml",
        'made_by: machine\nmade_on: 2026-11-22\nwords:\n  bar.help: {of: "00000000", text: "Súgó"}\n',
    )
    catalog, strings, problems = load(content)
    picker = shown(catalog, strings, "hu", nav.Route(nav.LANGUAGES))
    assert picker["language.hu"].name.text == "Magyar"
    assert picker["bar.help"].name.text == "Súgó"
    assert picker["bar.back"].name.language == "de"
    assert about(problems, "strings/hu"), "what is missing or out of date is reported"


def test_a_notice_needs_one_file(content: Path) -> None:
    text = "Der Aufzug ist kaputt. Der Empfang hilft Ihnen."
    write(
        content / "notices" / "aufzug.yaml",
        f"text: {text}\nfrom: 2026-11-23\nuntil: 2026-11-27\nurgent: no\nas_of: 2026-11-20\nsources: [Test]\n",
    )
    write(
        content / "translations" / "uk" / "notices" / "aufzug.yaml",
        f'made_by: person\nmade_on: 2026-11-20\nwords:\n  text: {{of: "{text_hash(text)}", text: "Ліфт не працює."}}\n',
    )
    catalog, strings, problems = load(content)
    assert about(problems, "notices/aufzug") == []
    here, attract = nav.Route(nav.TODAY), ()
    assert shown(catalog, strings, "de", here)["message.aufzug"].name.text == text
    assert shown(catalog, strings, "uk", here)["message.aufzug"].name.text == "Ліфт не працює."
    assert shown(catalog, strings, "ar", here)["message.aufzug"].name.language == "de"
    assert shown(catalog, strings, "de", *attract)["message.aufzug"].name.text == text


def test_a_closed_day_needs_one_entry(content: Path) -> None:
    """The very lines of the recipe."""
    recipe = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
    lines = recipe[recipe.index("  exceptions:\n") : recipe.index("```\nPublic holidays need no entry")]
    centre, (*_, before) = content / "centre.yaml", load(content)
    whole = centre.read_text(encoding="utf-8")
    centre.write_text(whole.replace("  as_of: 2023-05\n", "  as_of: 2023-05\n" + lines, 1), encoding="utf-8")
    write(
        content / "translations" / "en" / "centre" / "centre.yaml",
        (content / "translations" / "en" / "centre" / "centre.yaml").read_text(encoding="utf-8").rstrip("\n")
        + f'\n  hours.exceptions.1: {{of: "{text_hash("Heute ist Heiligabend.")}", text: "Today is Christmas Eve."}}\n',
    )
    catalog, strings, problems = load(content)
    others = len(catalog.languages) - 2
    assert len(problems) == len(before) + others, "that the reason is not yet translated into the other languages"
    told = {
        datetime(2026, 12, 24, 14): ["Wir haben geschlossen.", "Heute ist Heiligabend."],
        datetime(2027, 1, 4, 11): ["Wir haben offen."],
        datetime(2027, 1, 4, 14): ["Wir haben geschlossen."],
    }
    for now, words in told.items():
        view = shown(catalog, strings, "de", nav.Route(nav.TODAY), now=now)
        assert [view[node].name.text for node in ("title", "why") if view.find(node)] == words
    english = shown(catalog, strings, "en", nav.Route(nav.TODAY), now=datetime(2026, 12, 24, 14))
    assert english["why"].name == Said("Today is Christmas Eve.", "en")


def test_a_desk_in_the_centre_needs_its_hours(content: Path) -> None:
    mosaik, before = content / "organisations" / "mosaik.yaml", load(content)[2]
    week = "".join(f"  {day}: {'13-15' if day == 'tue' else 'closed'}\n" for day in DAYS)
    mosaik.write_text(mosaik.read_text(encoding="utf-8") + f"desk_hours:\n{week}  as_of: 2026-11\n", encoding="utf-8")
    catalog, strings, problems = load(content)
    assert problems == before
    desks = [node for node in shown(catalog, strings, "de", nav.Route(nav.TODAY))["desks"].children if node.intent]
    assert (desks[0].id, spoken(desks[0].value.text)) == ("organisation.mosaik", "Heute 13–15 Uhr.")
