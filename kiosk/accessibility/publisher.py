"""The door to AccessKit, which speaks AT-SPI for us: screen readers, braille displays and test robots listen there.

It costs nothing while nobody listens: AccessKit then never asks for the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import accesskit

from kiosk.accessibility.things import ROOT, Kind, Snapshot, Thing, focus_in, things

ROLES = {
    Kind.WINDOW: accesskit.Role.WINDOW,
    Kind.HEADING: accesskit.Role.HEADING,
    Kind.PARAGRAPH: accesskit.Role.PARAGRAPH,
    Kind.BUTTON: accesskit.Role.BUTTON,
    Kind.SWITCH: accesskit.Role.BUTTON,
    Kind.GROUP: accesskit.Role.GROUP,
    Kind.ITEM: accesskit.Role.LIST_ITEM,
    Kind.IMAGE: accesskit.Role.IMAGE,
    Kind.STATUS: accesskit.Role.STATUS,
    Kind.ALERT: accesskit.Role.ALERT,
}


class Publisher:
    """Publishes snapshots. `on_click` and `on_focus` get the id of a node, from a thread of AccessKit's own."""

    def __init__(self, on_click: Callable[[str], None], on_focus: Callable[[str], None]) -> None:
        self._on_click, self._on_focus = on_click, on_focus
        self._shown: Snapshot | None = None
        self._adapter = accesskit.unix.Adapter(self._tree, self._act, lambda: None)
        self._adapter.update_window_focus_state(True)

    def show(self, shown: Snapshot) -> None:
        """Publish this from now on. Does nothing where nothing has changed."""
        if shown != self._shown:
            self._shown = shown
            self._adapter.update_if_active(self._tree)

    def _tree(self) -> accesskit.TreeUpdate:
        """The whole tree of the present snapshot; asked for by a client, from any thread."""
        shown = self._shown
        tree = things(shown) if shown else (Thing(ROOT, Kind.WINDOW),)
        update = accesskit.TreeUpdate(focus_in(shown, tree) if shown else ROOT)
        update.tree = accesskit.Tree(ROOT)
        for thing in tree:
            update.nodes.append((thing.id, node(thing)))
        return update

    def _act(self, request: Any) -> None:
        shown = self._shown
        target = request.target
        found = next((thing for thing in things(shown) if thing.id == target), None) if shown else None
        if found is None or not found.node:
            return
        if request.action == accesskit.Action.CLICK:
            self._on_click(found.node)
        elif request.action == accesskit.Action.FOCUS:
            self._on_focus(found.node)


def node(thing: Thing) -> accesskit.Node:
    """A thing as AccessKit wants it."""
    made = accesskit.Node(ROLES[thing.kind])
    if thing.name:
        made.set_label(thing.name)
    if thing.description:
        made.set_description(thing.description)
    if thing.language:
        made.set_language(thing.language)
    if thing.at:
        at = thing.at
        made.set_bounds(accesskit.Rect(at.x, at.y, at.right, at.bottom))
    if thing.children:
        made.set_children(list(thing.children))
    _state(made, thing)
    return made


def _state(made: accesskit.Node, thing: Thing) -> None:
    if thing.level:
        made.set_level(thing.level)
    if thing.pressed is not None:
        made.set_toggled(accesskit.Toggled.TRUE if thing.pressed else accesskit.Toggled.FALSE)
    if thing.here:
        made.set_selected(True)
    if thing.off:
        made.set_disabled()
    if thing.live:
        made.set_live(accesskit.Live.ASSERTIVE if thing.kind is Kind.ALERT else accesskit.Live.POLITE)
    if thing.kind is Kind.ALERT:
        made.set_modal()
    if thing.clickable and not thing.off:
        made.add_action(accesskit.Action.CLICK)
    if thing.kind is not Kind.WINDOW:
        made.add_action(accesskit.Action.FOCUS)
