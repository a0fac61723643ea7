"""The walk: every place of a screen that the keypad stops at, in reading order.

It goes over all pages of a screen: the page that is shown follows the keypad, so page keys are no stops. It is a ring:
after the last stop comes the first one again (accessibility.md F-01). The header comes last, which in a ring is just
before the title, where it stands on the screen (V-06); nobody hears the same date before every screen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kiosk.domain.navigation import Intent, Louder, Skip, Turn
from kiosk.domain.node import Node, Role, View

PAGES = "pages"
"""The id of the group of page keys."""
OF_THE_KEYPAD = (Louder, Skip, Turn)
"""What the keypad does by itself: it has keys for the volume, goes from sentence to sentence, and turns the pages."""


def walk(view: View) -> tuple[Node, ...]:
    """The stops: of an overlay only its own, else what the screen is about, the keys at the bottom, the header.

    Whatever says something or does something is a stop or within one. A group is none, its heading names it; a key, a
    heading or a code with others in it is one stop and says them, too. What is silent (a caption that only repeats) is
    a stop only if it does something that no other stop does.
    """
    tops = (view.overlay,) if view.overlay else (*view.main, *view.bar, *view.header)
    stops = [stop for top in tops for stop in _stops(top)]
    done = {stop.intent for stop in stops if not stop.silent}
    return tuple(stop for stop in stops if not stop.silent or _does_more(stop, done))


def stop_of(view: View, node_id: str) -> Node | None:
    """The stop that a node is, or is part of; None for a node that belongs to no stop."""
    return next((stop for stop in walk(view) if any(node.id == node_id for node in stop.walk())), None)


def title(view: View) -> Node | None:
    """The stop that names the screen: its first heading, else its first stop."""
    stops = walk(view)
    return next((stop for stop in stops if stop.role is Role.HEADING), next(iter(stops), None))


def first(view: View) -> Node | None:
    """Where a visitor begins: at the first stop after the title, which is said without stopping there."""
    stops, named = walk(view), title(view)
    after = [stop for stop, before in zip(stops[1:], stops, strict=False) if before is named]
    return next(iter(after), named)


def _stops(node: Node) -> Iterator[Node]:
    if node.id == PAGES:
        return
    if node.role is Role.GROUP or (node.role is Role.ALERT and node.intent is None):
        for child in node.children:
            yield from _stops(child)
    elif any(one.name or one.value for one in node.walk()):
        yield node


def _does_more(stop: Node, done: Collection[Intent | None]) -> bool:
    return stop.intent is not None and not isinstance(stop.intent, OF_THE_KEYPAD) and stop.intent not in done
