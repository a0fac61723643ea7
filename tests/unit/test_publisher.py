"""AccessKit's door: it asks for the tree only while somebody listens, and without any bus the kiosk goes on."""

from __future__ import annotations

import subprocess
import sys

import accesskit
import pytest

from kiosk.accessibility.publisher import ROLES, node
from kiosk.accessibility.things import Kind, Live, Thing
from kiosk.widgets.pieces import Box

NOBODY = """
import os
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
os.environ["XDG_RUNTIME_DIR"] = "/nowhere"
from kiosk.accessibility import publisher
from kiosk.accessibility.things import Snapshot
from kiosk.presenters import trouble
asked = []
publisher.things = lambda shown: asked.append(shown)
door = publisher.Publisher(print, print, print)
for number in range(100):
    door.show(Snapshot(trouble.present(), {}, "", 1.0, (1920, 1080), str(number)))
print(len(asked))
"""


def test_without_a_bus_nobody_asks_for_the_tree_and_nothing_is_lost() -> None:
    told = subprocess.run([sys.executable, "-c", NOBODY], capture_output=True, text=True, check=False, timeout=60)
    assert (told.stdout, told.returncode) == ("0\n", 0), told.stderr


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_thing_has_a_role(kind: Kind) -> None:
    assert node(Thing(1, kind)).role == ROLES[kind]


def test_a_thing_reaches_accesskit_whole() -> None:
    made = node(
        Thing(
            7, Kind.SWITCH, "bar.large", "Größer", "de", "mehr", Box(1, 2, 3, 4), pressed=True, here=True,
            live=Live.POLITE, clickable=True, children=(8, 9),
        )
    )  # fmt: skip
    assert (made.label, made.description, made.language, list(made.children)) == ("Größer", "mehr", "de", [8, 9])
    assert (made.toggled, made.is_selected, made.live) == (accesskit.Toggled.TRUE, True, accesskit.Live.POLITE)
    bounds = made.bounds
    assert bounds and (bounds.x0, bounds.y0, bounds.x1, bounds.y1) == (1, 2, 4, 6)
    assert made.supports_action(accesskit.Action.CLICK) and made.supports_action(accesskit.Action.FOCUS)
    off = node(Thing(7, Kind.BUTTON, off=True, clickable=False))
    assert off.is_disabled and not off.supports_action(accesskit.Action.CLICK)
    assert off.live == accesskit.Live.OFF, "not as live as what it is in"
    alert = node(Thing(7, Kind.ALERT, live=Live.ASSERTIVE))
    assert alert.is_modal and alert.live == accesskit.Live.ASSERTIVE
