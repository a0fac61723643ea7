"""The centre's notices: messages to everybody who comes by. They stand on the screens of today, home and attract."""

from __future__ import annotations

from kiosk.domain.catalog import Notice
from kiosk.domain.language import Said
from kiosk.domain.node import Node, Role
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import date_text

URGENT, USUAL = "warning", "megaphone"
"""The signs of a notice; `hue` "alert" colours an urgent one."""


def current(scene: Scene) -> tuple[Node, ...]:
    """The notices that hold today, the urgent ones first, in the visitor's language: what they say, and until when.

    If the date is not known all of them are shown, with their years: people can see for themselves which still hold.
    """
    today = scene.now.date()
    found = (
        notice
        for notice in scene.catalog.notices.values()
        if not scene.clock_trusted or notice.first <= today <= notice.last
    )
    return tuple(_node(scene, notice) for notice in found)


def _node(scene: Scene, notice: Notice) -> Node:
    return Node(
        f"message.{notice.id}",
        Role.STATUS,
        notice.text.said(scene.language),
        _dates(scene, notice),
        icon=URGENT if notice.urgent else USUAL,
        hue="alert" if notice.urgent else "",
    )


def _dates(scene: Scene, notice: Notice) -> Said:
    form = "short" if scene.clock_trusted else "full"
    first, last = date_text(scene, notice.first, form), date_text(scene, notice.last, form)
    if notice.first == notice.last:
        return scene.say("notice.day", date=first)
    return scene.say("notice.days", first=first, last=last)
