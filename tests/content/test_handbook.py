"""docs/handbuch.md is true: whoever follows it to the letter gets what it shows. Its steps are done once, in a copy."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from kiosk.domain import navigation as nav
from kiosk.domain.node import View
from kiosk.domain.problem import Severity
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.strings import load_strings
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.staff.forms.tables import BLOCK, filled
from kiosk.staff.new import FILE_OF, QUESTIONS
from kiosk.staff.reading import problems_in
from tests.content.handbook_story import PAGE, Step, Story, begun, first_odd_line, steps

DOCS = PAGE.parent
TEXT = PAGE.read_text(encoding="utf-8")
STEPS = steps(TEXT)
COMMANDS = [step for step in STEPS if step.kind == "run"]
LARGEST = 150 * 1024
"""Bytes of a picture."""


@pytest.fixture(scope="module")
def begun_story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """One story for all tests; nothing is done in it yet."""
    return begun(tmp_path_factory.mktemp("handbook"))


@pytest.fixture
def story(begun_story: Story) -> Story:
    """The whole handbook, done."""
    return begun_story.until(STEPS[-1])


@pytest.mark.parametrize("step", COMMANDS, ids=lambda step: f"{step.line}: {step.what[:60]}")
def test_a_command_does_and_prints_what_the_handbook_says(step: Step, begun_story: Story) -> None:
    code, printed = begun_story.until(step).printed[step]
    assert code == step.exit_code, printed
    assert "Traceback" not in printed
    if step.shown:
        assert first_odd_line(step.shown, printed) == "", printed


def test_every_kind_of_thing_is_added_and_every_part_of_the_page_is_done() -> None:
    asked = {step.what.split()[-1] for step in COMMANDS if " new " in step.what}
    assert asked == set(QUESTIONS)
    fences = re.findall(r"^```(\w+)$", TEXT, re.MULTILINE)
    marks = re.findall(r"^<!-- (\w+)", TEXT, re.MULTILINE)
    done = [step.kind for step in STEPS]
    assert done.count("edit") == marks.count("ändern") and all(step.pairs for step in STEPS if step.kind == "edit")
    assert done.count("translate") == marks.count("po") and marks.count("felder") == marks.count("ende") == len(FILE_OF)
    assert set(fences) == {"sh", "text", "yaml"}
    printed = fences.count("text") + marks.count("antworten")
    assert sum(bool(command.shown) for command in COMMANDS) == printed


def test_the_tables_are_those_of_the_fields() -> None:
    assert filled(TEXT) == TEXT, "run_kiosk.py schema --handbook docs/handbuch.md"
    assert {match["name"] for match in BLOCK.finditer(TEXT)} == set(FILE_OF.values())


def test_every_example_of_the_tables_can_be_copied_into_a_file(tmp_path: Path) -> None:
    house = begun(tmp_path).folder
    files = {"service": "services", "organisation": "organisations", "notice": "notices"}
    for match in BLOCK.finditer(TEXT):
        if match["name"] in files:
            rows = re.findall(r"^\| `(\w+)` \|.*\| `([^`]*)` \|$", match[0], re.MULTILINE)
            path = house / "content" / files[match["name"]] / "aus-der-tabelle.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text("".join(f"{name}: {example}\n" for name, example in rows), encoding="utf-8")
    faults = [one.reason["de"] for one in problems_in(house) if one.path.endswith("/aus-der-tabelle.yaml")]
    assert faults == []


def test_the_week_of_the_handbook_can_be_copied_into_a_file(story: Story) -> None:
    (week,) = re.findall(r"```yaml\n(hours:\n.*?)```", TEXT, re.DOTALL)
    path = story.folder / "content" / "organisations" / "beispiel-naehverein.yaml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + week, encoding="utf-8")
    try:
        assert [one for one in problems_in(story.folder) if one.path.endswith(path.name)] == []
    finally:
        path.write_text(before, encoding="utf-8")


def composed(story: Story, language: str, route: nav.Route) -> View:
    """A screen of the story's content on the first day of its notice, at two in the afternoon."""
    catalog, _ = load_catalog(story.folder / "content", frozenset({"www.leipzig.de"}))
    assert catalog is not None
    codes = [one.code for one in (*catalog.languages, *catalog.in_preparation)]
    strings: Strings | None = load_strings(story.folder / "content", codes)[0]
    assert strings is not None
    now = datetime.combine(story.today, datetime.min.time()) + timedelta(hours=14)
    return present(Scene(catalog, strings, Visit((route,), language), now))


def test_who_follows_it_has_a_service_with_a_notice_and_the_first_page_of_a_language(story: Story) -> None:
    problems = problems_in(story.folder, story.today)
    assert [one for one in problems if one.severity is Severity.ERROR] == []

    service = composed(story, "de", nav.Route(nav.SERVICE, "beispiel-naehcafe"))
    assert service["title"].name.text == "Beispiel: Nähcafé"
    rows = composed(story, "de", nav.Route(nav.TOPIC, "freizeit"))["rows"].children
    assert "service.beispiel-naehcafe" in [row.id for row in rows]
    english = composed(story, "en", nav.Route(nav.SERVICE, "beispiel-naehcafe"))
    assert english["title"].name.text == "Example: sewing café"

    for screen in (nav.TODAY, nav.HOME):
        told = composed(story, "de", nav.Route(screen))["message.naehcafe-faellt-aus"].name.text
        assert told == "Beispiel: Das Nähcafé fällt diese Woche aus."

    home = composed(story, "hu", nav.Route(nav.HOME))
    assert home["title"].name.text == "Miben segíthetünk?"
    german = [node.id for node in home.nodes() if node.name.text and node.name.language == "de"]
    assert {name for name in german if not name.startswith("header.")} == set(), "the first page is translated"
    picker = composed(story, "de", nav.Route(nav.LANGUAGES))
    assert picker.find("language.hu") is None, "visitors do not meet it yet"


def test_its_commands_make_the_pictures_that_it_shows(story: Story) -> None:
    shown = re.findall(r"!\[[^\]]+\]\((handbuch-([\w-]+)\.png)\)", TEXT)
    assert sorted(name for name, _ in shown) == sorted(path.name for path in DOCS.glob("handbuch-*.png"))
    made = [Path(step.what.split()[-1]).name for step in COMMANDS if " preview " in step.what]
    assert made == [f"{name}.png" for _, name in shown], "each behind the command that makes it"
    for file, name in shown:
        assert (DOCS / file).stat().st_size <= LARGEST
        with Image.open(DOCS / file) as ours, Image.open(story.home / f"{name}.png") as theirs:
            assert ours.size == theirs.size


def anchors(page: Path) -> set[str]:
    """The names by which headings of a page can be linked to, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_link_leads_to_something() -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert links
    for link in links:
        file, _, anchor = link.partition("#")
        page = DOCS / file if file else PAGE
        assert page.is_file(), link
        assert not anchor or anchor in anchors(page), link
    for path in re.findall(r"`((?:content|config)/[\w/.]+)`", TEXT):
        assert (PAGE.parents[1] / path).exists() or path == "content/notices", path


def test_its_readers_can_read_it() -> None:
    for number, line in enumerate(TEXT.splitlines(), 1):
        assert len(line) <= 150 or line.startswith("|"), f"line {number} is {len(line)} long"
    for where in ("README.md", "docs/content.md", "docs/recipes.md"):
        assert "handbuch.md" in (PAGE.parents[1] / where).read_text(encoding="utf-8"), where
