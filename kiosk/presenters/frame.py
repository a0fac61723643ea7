"""What is the same around every screen: the header to read, the keys on the threshold, the idle warning."""

from __future__ import annotations

from kiosk.domain.hours import Door
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import HELP, HOME, LANGUAGES, Back, Finish, Hush, Intent, Listen, MoreTime, Open, Route
from kiosk.domain.navigation import Home as GoHome
from kiosk.domain.node import Node, Role, State, View
from kiosk.domain.reading import Status
from kiosk.domain.sound import Sound
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import month_values, now_said, opening_of, opening_said

BRAND = Said("Türöffner", SOURCE)
"""The kiosk's own name; it is never translated."""


def framed(scene: Scene, *main: Node) -> View:
    """A screen's own nodes with the frame around them."""
    return View(
        route=scene.visit.route,
        language=scene.language,
        header=(*brand(scene), *today(scene)),
        main=main,
        bar=bar(scene),
        overlay=warning(scene),
    )


def brand(scene: Scene) -> tuple[Node, ...]:
    """Whose kiosk this is."""
    house = scene.strings.said("header.house", SOURCE)
    return (Node("header.brand", Role.TEXT, BRAND, house, icon="mark"),)


def today(scene: Scene) -> tuple[Node, ...]:
    """Open or closed, how old that knowledge is, and the date: said only as far as it is known."""
    hours = scene.catalog.centre.hours
    state = opening_of(scene, hours)
    nodes = [
        Node("header.opening", Role.STATUS, opening_said(scene, state), icon=SIGN[state.door], hue=state.door.value)
    ]
    if hours and hours.unsure and state.door in (Door.OPEN, Door.CLOSED):
        dated = scene.say("facts.date", **month_values(scene, hours.as_of))
        nodes.append(Node("header.dated", Role.TEXT, dated, icon="clock-counter-clockwise"))
    if scene.clock_trusted:
        nodes.append(Node("header.now", Role.TEXT, now_said(scene)))
    return tuple(nodes)


SIGN = {Door.OPEN: "check-circle", Door.CLOSED: "moon", Door.UNKNOWN: "question", Door.CLOCK: "clock"}


def bar(scene: Scene) -> tuple[Node, ...]:
    """The keys that are at the same place on every screen: back, home | language | listen, help."""
    here = scene.visit.route.name
    first = _key(scene, "finish", "sign-out", Finish()) if here == HOME else _key(scene, "back", "arrow-left", Back())
    return (
        first,
        _key(scene, "home", "house", GoHome(), here == HOME),
        _key(scene, "language", "globe", Open(Route(LANGUAGES)), here == LANGUAGES),
        listen_key(scene),
        _key(scene, "help", "question", Open(Route(HELP)), here == HELP),
    )


def _key(scene: Scene, name: str, icon: str, intent: Intent, here: bool = False) -> Node:
    states = frozenset({State.HERE}) if here else frozenset()
    return Node(f"bar.{name}", Role.BUTTON, scene.say(f"bar.{name}"), icon=icon, states=states, intent=intent)


def listen_key(scene: Scene, node_id: str = "bar.listen") -> Node:
    """The key that reads the screen aloud; while it reads, the same key pauses; without sound it says so."""
    if scene.sound is not Sound.READY:
        return Node(node_id, Role.BUTTON, scene.say("bar.silent"), icon="speaker-x", states=frozenset({State.OFF}))
    if scene.reading.error:  # it may be tried again
        return Node(node_id, Role.BUTTON, scene.say("bar.silent"), icon="speaker-x", intent=Listen())
    match scene.reading.status:
        case Status.PLAYING | Status.PREPARING:
            return _listen(scene, node_id, "bar.pause", "pause", State.PLAYING)
        case Status.PAUSED:
            return _listen(scene, node_id, "bar.resume", "play", State.MAIN)
    return _listen(scene, node_id, "bar.listen", "speaker-high", State.MAIN)


def _listen(scene: Scene, node_id: str, key: str, icon: str, state: State) -> Node:
    return Node(node_id, Role.BUTTON, scene.say(key), icon=icon, states=frozenset({state}), intent=Listen())


def stop_key(scene: Scene) -> Node:
    """The key that ends the reading."""
    return Node("listen.stop", Role.BUTTON, scene.say("listen.stop"), icon="stop", intent=Hush(), silent=True)


def warning(scene: Scene) -> Node | None:
    """The question before the kiosk forgets: seen, heard, and answered by any touch (EN 301 549 11.2.2.1)."""
    if scene.countdown is None:
        return None
    yes = Node(
        "idle.more",
        Role.BUTTON,
        scene.say("idle.more"),
        icon="hand-waving",
        states=frozenset({State.DEFAULT}),
        intent=MoreTime(),
    )
    done = Node("idle.finish", Role.BUTTON, scene.say("idle.finish"), icon="sign-out", intent=Finish())
    seconds = Node(
        "idle.seconds",
        Role.STATUS,
        Said(str(scene.countdown), scene.language),
        scene.say("idle.seconds"),
        amount=scene.countdown,
        of=scene.countdown_from,
        silent=True,
    )
    text = Node("idle.text", Role.TEXT, scene.say("idle.restart"), scene.say("idle.private"))
    title = Node("idle.title", Role.HEADING, scene.say("idle.title"))
    return Node("idle", Role.ALERT, children=(title, text, seconds, yes, done))
