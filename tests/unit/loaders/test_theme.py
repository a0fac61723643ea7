"""Colours: all roles, each as #rrggbb, and a plain word about the quotes that everybody forgets."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.domain.problem import Severity
from kiosk.loaders.theme import load_theme
from kiosk.theme.tokens import DEFAULTS, ROLES
from tests.unit.loaders.builders import said

SHIPPED = Path(__file__).parents[3] / "config" / "themes"
NEEDED = frozenset({"ink", "paper"})


def loaded(folder: Path, text: str, required: frozenset[str] = NEEDED) -> tuple[dict[str, str], list[str]]:
    """The colours in `text`, and place and German reason of each error."""
    path = folder / "lobby.yaml"
    path.write_text(text, encoding="utf-8")
    colours, problems = load_theme(path, required)
    return colours, [line.partition(":")[2] for line in said(problems, Severity.ERROR)]


def test_colours_are_read(tmp_path: Path) -> None:
    text = 'name: lobby\ncolours:\n  ink: "#14262B"\n  paper: "#FBF7EF"\n'
    assert loaded(tmp_path, text) == ({"ink": "#14262b", "paper": "#fbf7ef"}, [])


def test_forgotten_quotes_are_told(tmp_path: Path) -> None:
    colours, told = loaded(tmp_path, 'colours:\n  ink: #14262B\n  paper: "#FBF7EF"\n')
    assert colours == {"paper": "#fbf7ef"}
    assert told == ["2: Die Farbe fehlt: Ohne Anführungszeichen gilt alles ab # als Bemerkung."]


def test_what_is_no_colour_is_left_out(tmp_path: Path) -> None:
    colours, told = loaded(tmp_path, 'colours:\n  ink: blau\n  paper: "#FFF"\n')
    assert colours == {}
    assert told == ["2: „blau“ ist keine Farbe.", "3: „#FFF“ ist keine Farbe."]


def test_missing_and_unknown_roles_are_told(tmp_path: Path) -> None:
    colours, told = loaded(tmp_path, 'colours:\n  inc: "#14262B"\n')
    assert colours == {"inc": "#14262b"}
    assert told == ["1: Diese Farben fehlen: ink, paper.", "2: Eine Farbe „inc“ kennt der Kiosk nicht."]


def test_a_theme_bears_its_files_name(tmp_path: Path) -> None:
    told = loaded(tmp_path, 'name: night\ncolours: {ink: "#000000", paper: "#ffffff"}\n')[1]
    assert told == ["1: Die Datei heißt lobby.yaml, darin steht aber „night“."]


def test_a_theme_that_is_not_there_is_told_with_what_was_meant(tmp_path: Path) -> None:
    themes = shutil.copytree(SHIPPED, tmp_path / "config" / "themes")
    colours, (problem,) = load_theme(themes / "loby.yaml", NEEDED)
    assert colours == {}
    assert (problem.path, problem.severity) == ("config/themes/loby.yaml", Severity.ERROR)
    assert problem.reason == {
        "de": "Farben namens „loby“ gibt es nicht; gezeigt werden die üblichen.",
        "en": "There are no colours called 'loby'; the usual ones are shown.",
    }
    assert problem.remedy["de"].startswith("Meinten Sie „lobby“? In kiosk.yaml unter „theme:“ eintragen")
    assert problem.remedy["en"].startswith("Did you mean 'lobby'? Enter it in kiosk.yaml")


def test_without_a_folder_there_are_no_colours(tmp_path: Path) -> None:
    colours, (problem,) = load_theme(tmp_path / "themes" / "lobby.yaml", NEEDED)
    assert colours == {}
    assert problem.remedy["en"].startswith("Nothing is possible here.")


def test_the_colours_in_the_code_are_the_lobbys() -> None:
    assert load_theme(SHIPPED / "lobby.yaml", ROLES)[0] == DEFAULTS
    assert frozenset(DEFAULTS) == ROLES


def test_every_shipped_theme_is_whole() -> None:
    themes = sorted(SHIPPED.glob("*.yaml"))
    assert themes
    for path in themes:
        colours, problems = load_theme(path, ROLES)
        assert problems == ()
        assert colours.keys() == ROLES
