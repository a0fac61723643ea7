"""What must hold for every view, whatever it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kiosk.domain.navigation import Open
from kiosk.domain.node import Node, Role, State, View


def names(node: Node) -> list[str]:
    """What a node is called: its name, or else the names of what is in it (as accessibility interfaces have it)."""
    own = node.name.text.strip()
    return [own] if own else [child.name.text for child in node.children if child.name.text.strip()]


def faults(view: View) -> Iterator[str]:
    """Everything that is wrong with a view's tree; nothing, if it is sound."""
    nodes = list(view.nodes())
    counted = Counter(node.id for node in nodes)
    yield from (f"{node_id}: {count} nodes have this id" for node_id, count in counted.items() if count > 1)
    for node in nodes:
        off = State.OFF in node.states
        elsewhere = isinstance(node.intent, Open)  # what is off may lead to help, and says why it is off
        if node.role is Role.BUTTON and ((node.intent is None) != off) and not (off and elsewhere):
            yield f"{node.id}: a button has an intent, or is off and has none"
        if node.intent is not None and not names(node):
            yield f"{node.id}: it can be pressed and has no name"
        if node.role not in (Role.GROUP, Role.ALERT) and not names(node):
            yield f"{node.id}: a {node.role.value} that says nothing"
        for said in (node.name, node.value):
            if said and not said.language:
                yield f"{node.id}: {said.text!r} is in no language"
        if node.address and node.role is not Role.CODE:
            yield f"{node.id}: only a code holds an address"
    pressed = [node.id for node in nodes if node.intent is not None and any(c.intent for c in node.children)]
    yield from (f"{node_id}: a key within a key" for node_id in pressed)


def spoken_in(view: View, node_id: str) -> tuple[str, str]:
    """The languages of a node's name and value."""
    node = view[node_id]
    return node.name.language, node.value.language


def ids(node: Node) -> list[str]:
    """The ids of what is directly in a node."""
    return [child.id for child in node.children]
