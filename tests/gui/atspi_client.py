"""A client of the accessibility bus, run by the system's Python, which alone has the bindings. It reads one order a
line (JSON) and answers each with one line: `tree`, the whole of it; `click` and `focus`, something by role and name;
`heard`, what was announced so far.

It knows nothing of the kiosk: a screen reader or a robot finds the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi
from gi.repository import GLib

HEARD: list[dict[str, Any]] = []
"""The announcements so far. A screen reader says them; `level` is 1 for a polite one, 2 for one that interrupts."""


def window() -> Any:
    """The first frame of any program on the bus; None while there is none."""
    for program in pyatspi.Registry.getDesktop(0):
        for top in program or ():
            if top is not None and top.getRole() == pyatspi.ROLE_FRAME:
                return top
    return None


def walk(top: Any) -> Iterator[Any]:
    """Everything in the tree, in reading order."""
    yield top
    for child in top:
        if child is not None:
            yield from walk(child)


def told(one: Any) -> dict[str, Any]:
    """What the bus tells of one thing."""
    at = one.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    states = sorted(pyatspi.stateToString(state) for state in one.getState().getStates())
    actions = one.queryAction() if "Action" in one.get_interfaces() else None
    return {
        "role": one.getRoleName(),
        "name": one.name,
        "description": one.description,
        "at": [at.x, at.y, at.width, at.height],
        "states": states,
        "locale": one.get_object_locale(),
        "actions": [actions.getName(n) for n in range(actions.nActions)] if actions else [],
    }


def obey(order: dict[str, str]) -> Any:
    """Do what an order asks; the answer, or None where there is no such thing yet."""
    if order["do"] == "heard":
        return HEARD
    top = window()
    if top is None:
        return None
    if order["do"] == "tree":
        return [told(one) for one in walk(top)]
    for one in walk(top):
        if (one.getRoleName(), one.name) == (order["role"], order["name"]):
            return act(one, order["do"])
    return None


def act(one: Any, what: str) -> bool:
    """Press it, or give it the focus."""
    if what == "focus":
        return bool(one.queryComponent().grabFocus())
    actions = one.queryAction()
    names = [actions.getName(number) for number in range(actions.nActions)]
    return bool(actions.doAction(names.index("click")))


def hear(event: Any) -> None:
    """An announcement."""
    HEARD.append({"words": event.any_data, "level": event.detail1})


def next_order(*_: Any) -> bool:
    """Read an order and answer it; at the end of orders, end."""
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    try:
        answer = obey(json.loads(line))
    except Exception as error:  # a thing that went away while it was looked at: the kiosk has moved on, look again
        print(f"again: {error!r}", file=sys.stderr)
        answer = None
    print(json.dumps(answer), flush=True)
    return True


loop = GLib.MainLoop()
pyatspi.Registry.registerEventListener(hear, "object:announcement")
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, next_order)
print(json.dumps("ready"), flush=True)
loop.run()
