"""The title of the language picker: the word "language" in several languages, parted by dots."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.language import Said
from kiosk.domain.node import Node, Role, View
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose
from kiosk.widgets.pieces import Page, Text
from tests.screens.test_layout import SIZES, frame, scene

LONG = ("Sprachauswahl", "Language selection", "Selección de idioma", "Wybór języka", "Taalkeuze")


def composed(words: tuple[str, ...], language: str, size: str) -> Page:
    """The language picker with these words as its title."""
    view = present(scene(nav.Route(nav.LANGUAGES), language))
    children = tuple(Node(f"word.{number}", Role.TEXT, Said(word, "de")) for number, word in enumerate(words))
    main = tuple(replace(node, children=children) if node.id == "title" else node for node in view.main)
    return compose(View(view.route, view.language, view.header, main, view.bar), frame(SIZES[size], language))


def in_reading_order(page: Page, language: str) -> list[Text]:
    """The words and the dots of the title."""
    found = [p for p in page.pieces if isinstance(p, Text) and p.node.startswith(("word.", "title."))]
    return sorted(found, key=lambda text: text.at.x, reverse=language == "ar")


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_words_begin_at_the_plate_at_the_side_the_screen_is_read_from(language: str) -> None:
    page = composed(("Sprache", "Language"), language, "27 inch")
    plate = page.places["title"]
    first, dot, second = in_reading_order(page, language)
    assert [first.said.text, dot.said.text, second.said.text] == ["Sprache", "·", "Language"]
    assert abs(first.at.x - plate.x) < 130 if language == "de" else abs(first.at.right - plate.right) < 130


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_a_word_without_room_takes_its_dot_with_it(count: int, language: str) -> None:
    """Every dot stands between two words, none over one, and nothing leaves the screen's margins."""
    page = composed(LONG[:count], language, "24 inch upright")
    shown = in_reading_order(page, language)
    assert [text.said.text for text in shown[1::2]] == ["·"] * (len(shown) // 2)
    assert [text.said.text for text in shown[::2]] == list(LONG[: (len(shown) + 1) // 2])
    assert len(shown) % 2 == 1, "a dot with nothing behind it"
    by_place = sorted(shown, key=lambda text: text.at.x)
    assert all(left.at.right <= right.at.x for left, right in pairwise(by_place))
    assert by_place[0].at.x >= 32
    assert by_place[-1].at.right <= page.width - 32 + 1
