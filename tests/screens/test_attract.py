"""The screen that waits, in every language there will be: greetings stand beside the door or above it, never on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.trouble import SCRIPTS
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose
from kiosk.widgets.pieces import Box, Page, Polygon, Text
from kiosk.widgets.sheet import Frame
from tests.screens import audit
from tests.screens.test_home_notice import NOTICE
from tests.screens.test_layout import SIZES, catalog, frame, scene

assert catalog is not None
ALL = replace(
    catalog,
    languages=(*catalog.languages, *catalog.in_preparation),
    in_preparation=(),
)
FULL = replace(ALL, notices={"aufzug": NOTICE})
"""Every language of the content, and a notice as long as it may be."""
GROUND = "floor"
"""What the words of the foot may stand on: the light that falls on the floor."""


def waiting(size: str, told: bool) -> Iterator[tuple[str, Page, Frame]]:
    """The screen in the turn of each greeting, at each place of its way round."""
    content = FULL if told else ALL
    for number, language in enumerate(content.languages):
        on = replace(frame(SIZES[size], "de"), scripts=SCRIPTS | {one.code: one.script for one in content.languages})
        on = replace(on, rtl=on.is_rtl(language.code))
        for turn in (0, 1, 5):
            greeting = number + turn * len(content.languages)
            shown = scene(nav.Route(nav.ATTRACT), "de", catalog=content, greeting=greeting)
            yield f"{language.code} {turn}", compose(present(shown), on), on


def words_on_the_door(page: Page) -> list[str]:
    """Greetings and notices that stand on the door or on its leaf."""
    doors = [piece.at for piece in page.pieces if isinstance(piece, Polygon) and not piece.colour.startswith(GROUND)]
    words = [piece for piece in page.pieces if isinstance(piece, Text) and not piece.node.startswith(("ear", "header"))]
    return [f"{text.node} stands on the door" for text in words for at in doors if _meet(text, at)]


def _meet(text: Text, at: Box) -> bool:
    box = text.at
    return box.x < at.right and at.x < box.right and box.y < at.bottom and at.y < box.bottom


@pytest.mark.parametrize("told", [False, True], ids=["greetings", "and a notice"])
@pytest.mark.parametrize("size", SIZES)
def test_all_greetings_have_room(size: str, told: bool) -> None:
    found = [
        f"{turn}: {fault}"
        for turn, page, on in waiting(size, told)
        for fault in (*audit.faults(page, on), *words_on_the_door(page))
    ]
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:40])


def test_a_greeting_on_the_door_would_be_found() -> None:
    """The test above would be blind if the door were drawn otherwise."""
    page = next(waiting("27 inch upright", False))[1]
    leaf = next(piece for piece in page.pieces if isinstance(piece, Polygon) and piece.colour == "leaf")
    text = next(piece for piece in page.pieces if isinstance(piece, Text) and piece.node.startswith("greeting"))
    moved = replace(text, at=replace(text.at, x=leaf.at.x, y=leaf.at.y))
    assert words_on_the_door(replace(page, pieces=(*page.pieces, moved)))
