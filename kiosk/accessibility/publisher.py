"""The door to AccessKit, which speaks AT-SPI for us: screen readers, braille displays and test robots listen there.

It costs nothing while nobody listens: no tree is made.

AccessKit 0.7 has a thread of its own. When somebody begins to listen, that thread holds AccessKit's lock and waits for
Python's, to ask for a tree; every call of ours holds Python's lock and waits for AccessKit's. Both at once, and the
kiosk stands still for ever. So nothing of AccessKit's is called before that thread has come back from asking.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

import accesskit

from kiosk.accessibility.things import ROOT, Kind, Live, Snapshot, Thing, focus_in, things

log = logging.getLogger(__name__)

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
    Kind.ALERT: accesskit.Role.ALERT_DIALOG,  # AccessKit's plain ALERT arrives as a mere notification
}
LIVE = {Live.OFF: accesskit.Live.OFF, Live.POLITE: accesskit.Live.POLITE, Live.ASSERTIVE: accesskit.Live.ASSERTIVE}
PANIC = "PanicException"
"""What AccessKit raises when it fails itself. It has no name to import, and is not an Exception."""


class Publisher:
    """Publishes snapshots, in the thread of the user interface. From a thread of AccessKit's own, `on_click` and
    `on_focus` get the id of a node, and `on_asked` tells that somebody begins to listen: show again."""

    def __init__(
        self, on_click: Callable[[str], None], on_focus: Callable[[str], None], on_asked: Callable[[], None]
    ) -> None:
        self._on_click, self._on_focus, self._on_asked = on_click, on_focus, on_asked
        self._asking = 0
        self._listening = self._broken = False
        self._gate = threading.Lock()
        """Nobody stops listening while something is published."""
        self._shown: Snapshot | None = None
        self._told: dict[int, Thing] = {}
        self._adapter = accesskit.unix.Adapter(self._asked, self._act, self._left)

    def show(self, shown: Snapshot) -> None:
        """Publish this from now on, as far as it is new. Nothing while nobody listens."""
        with self._gate:
            if not self._broken and self._heard() and shown != self._shown:
                tree = things(shown)  # made before AccessKit is called: a fault in it breaks nothing there
                told = {thing.id: thing for thing in tree}
                new = (thing for thing in tree if self._told.get(thing.id) != thing)
                self._send(shown, _update(focus_in(shown, tree), new))
                self._shown, self._told = shown, told

    def _heard(self) -> bool:
        """Whether somebody listens and AccessKit may be called: its thread is no longer in `_asked`, nor anywhere in
        Python, so it holds no lock that we could wait for."""
        if self._asking and not self._listening:
            self._listening = self._asking not in sys._current_frames()
            if not self._listening:
                self._on_asked()
        return self._listening

    def _send(self, shown: Snapshot, update: accesskit.TreeUpdate) -> None:
        left, top = shown.corner
        whole = accesskit.Rect(left, top, left + shown.size[0], top + shown.size[1])
        try:
            self._adapter.set_root_window_bounds(whole, whole)
            self._adapter.update_if_active(lambda: update)
            self._adapter.update_window_focus_state(shown.active)
        except BaseException as error:
            if type(error).__name__ != PANIC:
                raise
            self._broken = True  # its lock is lost for good
            log.exception("AccessKit has failed: until the next start, assistive technology sees nothing")

    def _asked(self) -> accesskit.TreeUpdate:
        """AccessKit's thread: somebody begins to listen. They get the window, and from `show` all that is in it."""
        self._asking = threading.get_ident()
        self._on_asked()
        return _update(ROOT, (Thing(ROOT, Kind.WINDOW),))

    def _left(self) -> None:
        """AccessKit's thread: nobody listens any more."""
        with self._gate:
            self._asking, self._listening = 0, False
            self._shown, self._told = None, {}

    def _act(self, request: Any) -> None:
        """AccessKit's thread: somebody presses something or moves the focus. What has gone does nothing."""
        thing = self._told.get(request.target)
        if thing is None or not thing.node:
            return
        if request.action == accesskit.Action.CLICK:
            self._on_click(thing.node)
        elif request.action == accesskit.Action.FOCUS:
            self._on_focus(thing.node)


def _update(focus: int, new: Iterable[Thing]) -> accesskit.TreeUpdate:
    update = accesskit.TreeUpdate(focus)
    update.tree = accesskit.Tree(ROOT)
    for thing in new:
        update.nodes.append((thing.id, node(thing)))
    return update


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
    made.set_live(LIVE[thing.live])  # said of each: without it a thing is as live as what it is in
    if thing.level:
        made.set_level(thing.level)
    if thing.pressed is not None:
        made.set_toggled(accesskit.Toggled.TRUE if thing.pressed else accesskit.Toggled.FALSE)
    if thing.here:
        made.set_selected(True)
    if thing.off:
        made.set_disabled()
    if thing.kind is Kind.ALERT:
        made.set_modal()
    if thing.clickable and not thing.off:
        made.add_action(accesskit.Action.CLICK)
    if thing.kind is not Kind.WINDOW:
        made.add_action(accesskit.Action.FOCUS)
