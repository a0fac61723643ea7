"""The accessibility tree as an outside program finds it on AT-SPI: real bus, real client, the real kiosk."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.catalog import Catalog
from kiosk.domain.strings import Strings
from kiosk.domain.utterance import spoken
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from tests.gui.atspi_bus import SYSTEM_PYTHON, Client, bus, client, kiosk
from tests.gui.windows import ROOT

SERVICE = "wohnung-anmelden"


def content() -> tuple[Catalog, Strings]:
    settings, _ = load_settings(ROOT / "config" / "kiosk.yaml")
    catalog, _ = load_catalog(ROOT / "content", settings.hosts)
    assert catalog
    strings, _ = load_strings(ROOT / "content", [language.code for language in catalog.languages])
    assert strings
    return catalog, strings


@pytest.fixture
def robot(tmp_path: Path) -> Iterator[Client]:
    with bus(tmp_path) as env, kiosk(env), client(env) as found:
        yield found


def test_a_visit_in_arabic_through_the_tree_alone(robot: Client) -> None:
    """Wakes the kiosk, chooses Arabic, reads what to bring and where the code leads, takes contrast, asks for help and
    leaves. Nothing is found but by its role and its visible words."""
    catalog, strings = content()

    def word(key: str, **values: object) -> str:
        return spoken(strings.said(key, "ar", **values).text)

    service, arabic = catalog.services[SERVICE], catalog.language("ar")
    topic = catalog.topics[service.topic]
    assert robot.wait("frame", catalog.centre.name)["at"] == [0, 0, 1920, 1080]
    robot.click(catalog.languages[0].greeting)
    robot.click(arabic.name)
    robot.wait("heading", word("home.title"))
    robot.click(topic.name.said("ar").text)
    robot.wait("heading", topic.name.said("ar").text)
    robot.click(spoken(service.name.said("ar").text))
    robot.wait("heading", spoken(service.name.said("ar").text))
    items = [one["name"] for one in robot.tree() if one["role"] == "list item"]
    assert items == [spoken(item.said("ar").text) for item in service.bring]
    page = service.link.page("ar")
    assert page and robot.wait("image", word("code.scan"))["description"] == page.url
    robot.click(word("bar.contrast"), "toggle button")
    robot.wait_until(
        lambda: "pressed" in (robot.find("toggle button", word("bar.contrast")) or {"states": ()})["states"],
        "the contrast key is pressed",
    )
    assert "pressed" not in robot.wait("toggle button", word("bar.large"))["states"]
    robot.click(word("bar.help"))
    robot.wait("heading", word("help.title"))
    assert {"112", "110"} <= {one["name"] for one in robot.tree()}
    robot.click(word("bar.home"))
    robot.click(word("bar.finish"))
    robot.wait_until(lambda: not any(one["name"] == word("bar.help") for one in robot.tree()), "the visit is over")
    greetings = {language.greeting for language in catalog.languages}
    assert {one["name"] for one in robot.tree() if one["role"] == "push button"} <= greetings | {word("bar.listen")} | {
        spoken(strings.said("bar.listen", language.code).text) for language in catalog.languages
    }


def test_each_thing_is_where_it_is_seen_and_can_be_pressed(robot: Client) -> None:
    catalog, strings = content()
    robot.click(catalog.languages[0].greeting)
    robot.wait("push button", "Deutsch")
    frame, *things = robot.tree()
    for one in things:
        x, y, width, height = one["at"]
        assert width > 0 and height > 0, one
        assert x >= 0 and y >= 0 and x + width <= frame["at"][2] and y + height <= frame["at"][3], one
    pressed = [one for one in things if one["role"] in ("push button", "toggle button")]
    assert len(pressed) == len(catalog.languages) + 8
    assert all(one["name"] and one["actions"] for one in pressed)
    german = strings.said("bar.help", "de").text
    assert next(one for one in pressed if one["name"] == german)["at"][1] > 900, "the bar is below"


def test_a_focus_from_outside_presses_nothing(robot: Client) -> None:
    """F-03."""
    catalog, _ = content()
    robot.click(catalog.languages[0].greeting)
    robot.wait("push button", "English")
    before = [(one["role"], one["name"]) for one in robot.tree()]
    robot.focus("English")
    robot.wait_until(lambda: "focused" in (robot.find("push button", "English") or {"states": ()})["states"], "focus")
    assert [(one["role"], one["name"]) for one in robot.tree()] == before


def test_the_robot_in_the_documentation_presses_the_first_button(tmp_path: Path) -> None:
    catalog, _ = content()
    text = (ROOT / "docs" / "accessibility-tree.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    with bus(tmp_path) as env, kiosk(env), client(env) as robot:
        robot.wait("push button", catalog.languages[0].greeting)
        words = [SYSTEM_PYTHON, "-c", example]
        told = subprocess.run(words, env=env, capture_output=True, text=True, check=False, timeout=60)
        assert told.returncode == 0 and told.stdout.strip() in {one.greeting for one in catalog.languages}, told.stderr
        robot.wait("push button", "English")


def test_the_documentation_names_the_roles_that_are_there(robot: Client) -> None:
    catalog, strings = content()
    text = (ROOT / "docs" / "accessibility-tree.md").read_text(encoding="utf-8")
    robot.click(catalog.languages[0].greeting)
    robot.click("Deutsch")
    robot.click(strings.said("bar.help", "de").text)
    robot.wait("heading", strings.said("help.title", "de").text)
    roles = {one["role"] for one in robot.tree()}
    wanted = {"frame", "heading", "push button", "toggle button", "paragraph", "list item", "status bar", "panel"}
    assert wanted <= roles
    assert not {role for role in roles if f"| {role}" not in text}
    assert {one["locale"] for one in robot.tree()} == {""}, "AccessKit passes languages on by now: say so in the table"


ASKED = """
import time
from kiosk.accessibility import publisher
from kiosk.accessibility.things import Snapshot
from kiosk.presenters import trouble
asked, real = [], publisher.things
publisher.things = lambda shown: asked.append(shown) or real(shown)
door = publisher.Publisher(print, print, print)
for number in range(200):
    door.show(Snapshot(trouble.present(), {}, "", 1.0, (1920, 1080), str(number)))
    time.sleep(0.01)
print(len(asked))
"""


@pytest.mark.parametrize("listening", [False, True])
def test_the_tree_is_made_only_while_somebody_listens(listening: bool, tmp_path: Path) -> None:
    with bus(tmp_path, listening) as env:
        words = [sys.executable, "-c", ASKED]
        told = subprocess.run(words, env=env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        assert told.returncode == 0, told.stderr
        assert (int(told.stdout) > 0) is listening
