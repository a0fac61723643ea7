"""Lists that page and never scroll (look.md, principle 5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import TypeVar

from kiosk.domain.language import Said, isolate
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import Intent, Turn
from kiosk.domain.node import Node, Role, State
from kiosk.domain.services import LONG
from kiosk.presenters.scene import Scene

_Thing = TypeVar("_Thing")
NO_ROOM = 100
"""From so many pages on there is no room for words between the keys, only for the two figures."""


def rows_of(
    scene: Scene, things: Sequence[_Thing], longest: Callable[[], Sequence[_Thing]], row: Callable[[_Thing], Node]
) -> Node:
    """The rows of a list. Of a long one only those of the page that is shown; before its panel has said how many pages
    there are, the longest ones, by which it finds that out. `of` says then how many there are in all. With large words
    the first page has no rows, but what the list is about."""
    if len(things) <= LONG:
        return Node("rows", Role.GROUP, children=tuple(map(row, things)))
    shown = longest()
    ahead = int(Mode.LARGE in scene.visit.modes)
    if scene.pages > 1:
        on_page = ceil(len(things) / (scene.pages - ahead))
        page = min(scene.visit.route.page, scene.pages - 1) - ahead
        shown = things[page * on_page : (page + 1) * on_page] if page >= 0 else ()
    return Node("rows", Role.GROUP, of=len(things), children=tuple(map(row, shown)))


def listing(scene: Scene, panel: Node, rows: Node) -> tuple[Node, ...]:
    """A panel that says what the list is, and its rows. How many of them a page holds is the panel's matter."""
    return panel, rows, *further_pages(scene)


def further_pages(scene: Scene) -> tuple[Node, ...]:
    """The page keys, where the content needs more than one page on this panel."""
    if scene.pages == 1:
        return ()
    return (page_keys(scene, min(scene.visit.route.page, scene.pages - 1), scene.pages),)


def page_keys(scene: Scene, page: int, pages: int) -> Node:
    """Which page this is, and the keys to the others. A key at the end stays in its place and does nothing.

    The visit may remember a page that is no longer there (in another language the list is shorter): the keys lead on
    from the page that is shown.
    """
    stored = scene.visit.route.page
    where = scene.say("list.page", page=str(page + 1), pages=str(pages))
    if pages >= NO_ROOM:
        where = Said(f"{isolate(str(page + 1))} / {isolate(str(pages))}", scene.language)
    count = Node("pages.count", Role.STATUS, where, amount=page + 1, of=pages, silent=True)
    previous = _key(scene, "previous", "caret-up", Turn(page - 1 - stored), page > 0)
    following = _key(scene, "next", "caret-down", Turn(page + 1 - stored), page < pages - 1)
    return Node("pages", Role.GROUP, children=(count, previous, following))


def _key(scene: Scene, name: str, icon: str, intent: Intent, there: bool) -> Node:
    states = frozenset() if there else frozenset({State.OFF})
    label: Said = scene.say(f"list.{name}")
    return Node(
        f"pages.{name}", Role.BUTTON, label, icon=icon, states=states, intent=intent if there else None, silent=True
    )
