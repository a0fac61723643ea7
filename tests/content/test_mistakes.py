"""Slips of the hand in content and configuration, as far as the kiosk itself: it opens, shows the rest, and says what
is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.app import Content, load
from kiosk.domain.navigation import HOME, SERVICE, Route
from kiosk.domain.node import View
from kiosk.domain.visit import Visit
from kiosk.loaders.values import NEUTRAL_ICON
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.theme.tokens import DEFAULTS, ROLES
from tests.builders import TUESDAY

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of what is shipped, to write in."""
    for folder in ("content", "config"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def opened(house: Path) -> Content:
    return load(house / "content", house / "config" / "kiosk.yaml", house / "config" / "themes")


def shown(content: Content, route: Route, language: str = "de") -> View:
    assert content.catalog is not None and content.strings is not None
    return present(Scene(content.catalog, content.strings, Visit((route,), language), TUESDAY))


def test_what_is_shipped_has_no_mistakes(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened(house)
    assert capsys.readouterr().err == ""


def test_a_language_in_preparation_is_no_mistake(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    languages = house / "content" / "languages.yaml"
    hungarian = "code: hu, name: Magyar, german: Ungarisch, script: Latn, greeting: Szia, touch: Érintse, word: Nyelv"
    languages.write_text(
        languages.read_text(encoding="utf-8") + f"  - {{{hungarian}, offered: no}}\n", encoding="utf-8"
    )
    content = opened(house)
    assert capsys.readouterr().err == ""
    assert content.catalog is not None and "hu" not in [one.code for one in content.catalog.languages]


def test_a_misspelt_picture_costs_the_picture(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(house / "content" / "services" / "wohnung-anmelden.yaml", "icon: house-line", "icon: house-lien")
    view = shown(opened(house), Route(SERVICE, "wohnung-anmelden"))
    assert (view["title"].name.text, view["title"].icon) == ("Wohnung anmelden", NEUTRAL_ICON)
    assert "Ein Bild „house-lien“ gibt es nicht" in capsys.readouterr().err


def test_a_deleted_word_costs_the_word_and_only_in_german(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = opened(house)
    edit(house / "content" / "strings" / "de.yaml", "  bar.back: Zurück\n", "")
    content = opened(house)
    assert "Das deutsche Wort „bar.back“ fehlt" in capsys.readouterr().err
    for language in ("en", "ar", "uk"):
        for route in (Route(HOME), Route(SERVICE, "wohnung-anmelden")):
            assert shown(content, route, language) == shown(whole, route, language)
    german = shown(content, Route(SERVICE, "wohnung-anmelden"))
    assert (german["bar.back"].name.text, german["bar.back"].icon) == ("", "arrow-left")
    assert german["bar.home"].name.text == "Start"


def test_a_misspelt_theme_costs_its_colours(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(house / "config" / "kiosk.yaml", "theme: lobby", "theme: loby")
    theme = opened(house).theme
    assert dict(theme.colours) == DEFAULTS
    assert all(len(theme.rgb(role)) == 3 for role in ROLES)
    assert "Farben namens „loby“ gibt es nicht" in capsys.readouterr().err


def test_a_misspelt_role_costs_its_colour(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lobby = house / "config" / "themes" / "lobby.yaml"
    edit(lobby, '  ink: "#14262B"', '  inck: "#000001"')
    edit(lobby, '  paper: "#FBF7EF"', '  paper: "#FFFFFE"')
    theme = opened(house).theme
    assert theme.colours["ink"] == DEFAULTS["ink"]
    assert theme.colours["paper"] == "#fffffe"
    told = capsys.readouterr().err
    assert "Diese Farben fehlen: ink." in told and "Meinten Sie „ink“?" in told
