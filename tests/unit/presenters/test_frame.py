"""What is around every screen: the header, the keys at the bottom edge, the warning."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from kiosk.domain.hours import Hours
from kiosk.domain.language import SOURCE
from kiosk.domain.modes import NO_MODES, Mode
from kiosk.domain.navigation import HELP, HOME, LANGUAGES, Back, ByEar, Finish, Listen, MoreTime, Open, Route, Toggle
from kiosk.domain.navigation import Home as GoHome
from kiosk.domain.node import NOTHING, Role, State
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.domain.visit import Visit
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from tests import builders
from tests.builders import CENTRE, LANGUAGES_HERE, scene
from tests.unit.presenters.sound_view import ids

ELSEWHERE = [route for route in builders.ROUTES if route.name not in ("attract", HOME)]
KEYS = [f"bar.{key}" for key in "back home language large contrast low listen help".split()]


def of_centre(hours: Hours | None, **changes: object) -> Scene:
    return scene(Route(HOME), catalog=builders.catalog(centre={"hours": hours}), **changes)


def test_the_header_says_whose_kiosk_it_is_in_german_everywhere() -> None:
    for route in builders.ROUTES:
        brand = present(scene(route, "ar"))["header.brand"]
        assert (brand.name.text, brand.name.language, brand.value.language) == ("Türöffner", SOURCE, SOURCE)


def test_the_header_says_until_when_the_door_is_open() -> None:
    here = scene(Route(HOME))
    assert present(here)["header.opening"].name == here.say("open.until", time="18:00")


def test_the_header_says_when_a_closed_door_opens() -> None:
    here = scene(Route(HOME), now=datetime(2026, 11, 25, 14, 0))
    opens = here.say("open.closed.day", weekday=here.say("day.4").text, time="9:00")
    assert present(here)["header.opening"].name == opens


def test_unknown_hours_are_said_to_be_unknown_and_never_guessed() -> None:
    for language in LANGUAGES_HERE:
        here = replace(of_centre(None), visit=scene(Route(HOME), language).visit)
        view = present(here)
        assert view["header.opening"].name == here.say("open.unknown")
        assert view["header.opening"].hue == "unknown"
        assert view.find("header.dated") is None


def test_a_clock_that_is_not_trusted_gives_neither_time_nor_open_nor_closed() -> None:
    here = scene(Route(HOME), clock_trusted=False)
    view = present(here)
    assert view.find("header.now") is None
    assert view["header.opening"].name == here.say("open.clock")
    assert view["header.opening"].hue == "clock"
    assert "14" not in " ".join(node.name.text + node.value.text for node in view.nodes())


def test_hours_of_which_nobody_is_sure_say_how_old_they_are() -> None:
    old = replace(builders.week("13-17", "13-18"), as_of=CENTRE.origin.as_of.replace(year=2023, month=5), unsure=True)
    here = of_centre(old)
    dated = here.say("facts.date", month=here.say("month.5").text, number="5", year="2023")
    assert present(here)["header.dated"].name == dated
    assert present(of_centre(replace(old, unsure=False))).find("header.dated") is None
    assert present(of_centre(old, clock_trusted=False)).find("header.dated") is None, "nothing said can be old"


@pytest.mark.parametrize("route", ELSEWHERE, ids=lambda route: f"{route.name}-{route.subject}")
def test_the_keys_are_the_same_on_every_screen(route: Route) -> None:
    bar = present(scene(route)).bar
    assert [node.id for node in bar] == KEYS
    listen = ByEar() if route.name == LANGUAGES else Listen()
    modes = [Toggle(mode) for mode in (Mode.LARGE, Mode.CONTRAST, Mode.LOW)]
    language, helping = Open(Route(LANGUAGES)), Open(Route(HELP))
    assert [node.intent for node in bar] == [Back(), GoHome(), language, *modes, listen, helping]


@pytest.mark.parametrize("mode", Mode)
def test_a_mode_key_is_a_switch_and_says_how_it_stands(mode: Mode) -> None:
    """V-13: told by a state, never by colour alone."""
    for modes, states in ((NO_MODES, frozenset()), (frozenset({mode}), frozenset({State.ON}))):
        view = present(scene(Route(HOME), visit=Visit((Route(HOME),), "de", modes=modes)))
        key = view[f"bar.{mode.value}"]
        assert (key.role, key.states, view.modes) == (Role.TOGGLE, states, modes)


def test_at_home_the_first_key_ends_the_visit() -> None:
    view = present(scene(Route(HOME)))
    assert [node.id for node in view.bar] == ["bar.finish", *KEYS[1:]]
    assert view.bar[0].intent == Finish()


@pytest.mark.parametrize(("route", "key"), [(HOME, "bar.home"), (LANGUAGES, "bar.language"), (HELP, "bar.help")])
def test_the_key_of_the_screen_one_is_on_says_so(route: str, key: str) -> None:
    bar = present(scene(Route(route))).bar
    assert [node.id for node in bar if State.HERE in node.states] == [key]


@pytest.mark.parametrize(
    ("reading", "word", "icon", "state"),
    [
        (Reading(), "bar.listen", "speaker-high", State.MAIN),
        (Reading(Status.PREPARING, 0, 3), "bar.pause", "pause", State.PLAYING),
        (Reading(Status.PLAYING, 0, 3), "bar.pause", "pause", State.PLAYING),
        (Reading(Status.PAUSED, 0, 3), "bar.resume", "play", State.MAIN),
    ],
)
def test_one_key_reads_pauses_and_goes_on(reading: Reading, word: str, icon: str, state: State) -> None:
    here = scene(Route(HELP), reading=reading)
    key = present(here)["bar.listen"]
    assert (key.name, key.icon, key.states, key.intent) == (here.say(word), icon, {state}, Listen())


@pytest.mark.parametrize("sound", [Sound.NO_DEVICE, Sound.NO_VOICE])
@pytest.mark.parametrize("status", list(Status))
def test_without_sound_the_key_says_so_and_leads_to_help(sound: Sound, status: Status) -> None:
    here = scene(Route(HELP), sound=sound, reading=Reading(status, 0, 3))
    key = present(here)["bar.listen"]
    assert (key.name, key.states, key.intent) == (here.say("bar.silent"), {State.OFF}, Open(Route(HELP)))


def test_the_warning_asks_in_the_visitors_language_and_any_touch_means_yes() -> None:
    here = scene(Route(HOME), "ar", countdown=12, countdown_from=30)
    warning = present(here).overlay
    assert warning is not None
    assert warning.role is Role.ALERT
    assert ids(warning) == ["idle.title", "idle.text", "idle.seconds", "idle.more", "idle.finish"]
    title, text, seconds, more, finish = warning.children
    assert title.name == here.say("idle.title")
    assert (text.name, text.value) == (here.say("idle.restart"), here.say("idle.private"))
    assert (seconds.name.text, seconds.amount, seconds.of) == ("12", 12, 30)
    assert (more.intent, more.states) == (MoreTime(), {State.DEFAULT})
    assert (finish.intent, finish.states) == (Finish(), frozenset())


def test_the_warning_is_read_aloud_without_the_seconds_which_run_on() -> None:
    twelve, eleven = (present(scene(Route(HOME), countdown=left)) for left in (12, 11))
    assert twelve.sentences() == eleven.sentences()
    assert {sentence.node for sentence in twelve.sentences()} == {"idle.title", "idle.text", "idle.more", "idle.finish"}


def test_without_a_countdown_there_is_no_warning() -> None:
    assert present(scene(Route(HOME))).overlay is None


def test_the_bar_and_the_header_are_not_read_aloud_with_the_page() -> None:
    view = present(scene(Route(HELP)))
    around = {node.id for top in (*view.header, *view.bar) for node in top.walk()}
    assert around.isdisjoint(sentence.node for sentence in view.sentences())
    assert all(node.name != NOTHING for node in view.bar)
