"""The pictures that content names: one that there is not costs its entry the picture, never its place."""

from __future__ import annotations

import pytest

from kiosk.domain.catalog import Catalog
from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.values import NEUTRAL_ICON
from tests.unit.loaders.builders import Content

ICONS = frozenset("buildings door files fire hand-waving house-line info lifebuoy umbrella warning".split())
FILES = {
    # file: (the picture in it, where it stands, the entry's picture in the catalog)
    "centre.yaml": ("door", (3, 7), lambda c: c.centre.icon),
    "topics.yaml": ("lifebuoy", (9, 11), lambda c: c.topics["notfall"].icon),
    "emergency.yaml": ("fire", (3, 11), lambda c: c.emergency[0].icon),
    "guide.yaml": ("warning", (7, 30), lambda c: c.guide.questions["anliegen"].answers[1].icon),
    "organisations/referat.yaml": ("buildings", (3, 7), lambda c: c.organisations["referat"].icon),
    "services/leipzig-pass.yaml": ("house-line", (2, 7), lambda c: c.services["leipzig-pass"].icon),
}


def loaded(content: Content, icons: frozenset[str] = ICONS) -> tuple[Catalog, list[Problem]]:
    """The catalog, which must be there, and the errors."""
    catalog, problems = content.load(icons)
    assert catalog is not None
    return catalog, [problem for problem in problems if problem.severity is Severity.ERROR]


def test_pictures_that_there_are_are_shown(content: Content) -> None:
    catalog, errors = loaded(content)
    assert errors == []
    assert [shown(catalog) for _, _, shown in FILES.values()] == [icon for icon, _, _ in FILES.values()]


@pytest.mark.parametrize("name", FILES)
def test_an_unknown_picture_is_told_in_its_place_and_the_entry_lives(content: Content, name: str) -> None:
    icon, place, shown = FILES[name]
    content.edit(name, f"icon: {icon}", f"icon: {icon}x")
    catalog, (error,) = loaded(content)
    assert shown(catalog) == NEUTRAL_ICON
    assert (error.path, (error.line, error.column)) == (f"content/{name}", place)
    assert error.reason == {
        "de": f"Ein Bild „{icon}x“ gibt es nicht; gezeigt wird stattdessen ein allgemeines Zeichen.",
        "en": f"There is no picture '{icon}x'; a general sign is shown instead.",
    }
    assert error.remedy["de"].startswith(f"Meinten Sie „{icon}“?")
    assert error.remedy["en"].startswith(f"Did you mean '{icon}'?")


def test_what_is_like_no_picture_is_not_guessed_at(content: Content) -> None:
    content.edit("centre.yaml", "icon: door", "icon: 1234567")
    _, (error,) = loaded(content)
    assert error.remedy["de"].startswith("Alle Namen zeigt die Seite phosphoricons.com")


def test_without_a_list_of_pictures_their_names_are_not_checked(content: Content) -> None:
    content.edit("centre.yaml", "icon: door", "icon: doorx")
    catalog, errors = loaded(content, frozenset())
    assert (catalog.centre.icon, errors) == ("doorx", [])
