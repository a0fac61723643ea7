"""What is the same around every screen: the header to read, the keys on the threshold, the idle warning."""

from __future__ import annotations

from kiosk.domain.hours import Door
from kiosk.domain.language import SOURCE, Said
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    HELP,
    HOME,
    LANGUAGES,
    Back,
    ByEar,
    Finish,
    Intent,
    Listen,
    MoreTime,
    Open,
    Route,
    Toggle,
)
from kiosk.domain.navigation import Home as GoHome
from kiosk.domain.node import Node, Role, State, View
from kiosk.domain.reading import Status
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import month_values, now_said, opening_of, opening_said

BRAND = Said("Türöffner", SOURCE)
"""The kiosk's own name; it is never translated."""


YES = "idle.more"
"""The answer to the question before the kiosk forgets that any touch and any key means."""


def framed(scene: Scene, *main: Node) -> View:
    """A screen's own nodes with the frame around them."""
    return View(
        route=scene.visit.route,
        language=scene.language,
        header=(*brand(scene), *today(scene)),
        main=main,
        bar=bar(scene),
        overlay=warning(scene),
        modes=scene.visit.modes,
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
    """The keys that are at the same place on every screen: back, home | language, the modes | listen, help."""
    here = scene.visit.route.name
    first = _key(scene, "finish", "sign-out", Finish()) if here == HOME else _key(scene, "back", "arrow-left", Back())
    return (
        first,
        _key(scene, "home", "house", GoHome(), here == HOME),
        _key(scene, "language", "globe", Open(Route(LANGUAGES)), here == LANGUAGES),
        *(mode_key(scene, mode) for mode in MODES),
        ear_key(scene) if here == LANGUAGES else listen_key(scene),
        _key(scene, "help", "question", Open(Route(HELP)), here == HELP),
    )


def _key(scene: Scene, name: str, icon: str, intent: Intent, here: bool = False) -> Node:
    states = frozenset({State.HERE}) if here else frozenset()
    return Node(f"bar.{name}", Role.BUTTON, scene.say(f"bar.{name}"), icon=icon, states=states, intent=intent)


MODES = {Mode.LARGE: "text-aa", Mode.CONTRAST: "circle-half", Mode.LOW: "arrow-line-down"}
"""The modes in the order of their keys, and their signs (look.md 4)."""


def mode_key(scene: Scene, mode: Mode) -> Node:
    """The key of a mode. That it is on is seen by its light and a tick, and told by its state."""
    states = frozenset({State.ON}) if mode in scene.visit.modes else frozenset()
    said = scene.say(f"bar.{mode.value}")
    return Node(f"bar.{mode.value}", Role.TOGGLE, said, icon=MODES[mode], states=states, intent=Toggle(mode))


def listen_key(scene: Scene, node_id: str = "bar.listen") -> Node:
    """The key that reads the screen aloud; while it reads, the same key pauses. It is never dead: in another language
    where the visitor's own has no voice, and without any sound it leads to help, where the desk stands first."""
    if not scene.heard_in:
        off = frozenset({State.OFF})
        return Node(
            node_id, Role.BUTTON, scene.say("bar.silent"), icon="speaker-x", states=off, intent=Open(Route(HELP))
        )
    if scene.reading.error:  # it may be tried again
        return Node(node_id, Role.BUTTON, scene.say("bar.silent"), icon="speaker-x", intent=Listen())
    match scene.reading.status:
        case Status.PLAYING | Status.PREPARING:
            return _listen(scene, node_id, "bar.pause", "pause", State.PLAYING)
        case Status.PAUSED:
            return _listen(scene, node_id, "bar.resume", "play", State.MAIN)
    if scene.heard_in != scene.language:
        said = scene.say("listen.in", language=scene.say(f"language.{scene.heard_in}").text)
        return Node(node_id, Role.BUTTON, said, icon="speaker-high", states=frozenset({State.MAIN}), intent=Listen())
    return _listen(scene, node_id, "bar.listen", "speaker-high", State.MAIN)


def ear_key(scene: Scene) -> Node:
    """The key that makes the kiosk one to hear, and silent again. It stands where the language is chosen: there it is
    wanted first, and every screen leads there."""
    key = listen_key(scene)
    if not scene.heard_in or scene.visit.by_keys:  # the keypad speaks already
        return key
    on = scene.visit.by_ear
    said, icon = scene.say("ear.off" if on else "ear.on"), "speaker-slash" if on else "speaker-high"
    states = frozenset({State.PLAYING if on else State.MAIN})
    return Node(key.id, Role.BUTTON, said, icon=icon, states=states, intent=ByEar())


def _listen(scene: Scene, node_id: str, key: str, icon: str, state: State) -> Node:
    return Node(node_id, Role.BUTTON, scene.say(key), icon=icon, states=frozenset({state}), intent=Listen())


def warning(scene: Scene) -> Node | None:
    """The question before the kiosk forgets: seen, heard, and answered by any touch (EN 301 549 11.2.2.1)."""
    if scene.countdown is None:
        return None
    yes = Node(
        YES,
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
