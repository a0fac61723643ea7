"""Speech mode when something is in the way: nobody answers, headphones are pulled out, there is no sound, a companion
touches the screen, a program moves the focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    ATTRACT,
    HOME,
    LANGUAGES,
    SERVICE,
    TOPIC,
    TROUBLE,
    ByEar,
    Choose,
    Faster,
    HearFrom,
    Home,
    Listen,
    Louder,
    MoreTime,
    Open,
    Route,
    Toggle,
    Turn,
    Wake,
)
from kiosk.domain.reading import Status
from kiosk.domain.visit import Visit
from kiosk.keypad.conduct import GRACE_S
from tests.unit.by_keys import BACK, HELP, IN, LOUDER, NEXT, OTHER, OUT, SELECT, come, go_to, heard, press
from tests.unit.terminal import AFTER_S, READING_AFTER_S, WARN_S, Terminal

CARD = Route(SERVICE, "anmelden")
QUESTION = ["Sind Sie noch da?", "Drücken Sie eine beliebige Taste.", "Der Bildschirm beginnt bald von vorn."]


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal()
    yield made
    made.close()


@pytest.fixture
def home(terminal: Terminal) -> Terminal:
    """A visitor by keypad who hears German, at home."""
    come(terminal)
    return terminal


def until_asked(terminal: Terminal) -> None:
    """Time passes until the kiosk asks whether somebody is still there."""
    while terminal.view.overlay is None:
        terminal.live(1)


def test_after_three_minutes_of_quiet_it_asks_aloud_with_the_ring_on_yes(home: Terminal) -> None:
    """I-02, I-03."""
    home.live(READING_AFTER_S - 1)
    assert home.view.overlay is None
    home.live(2)
    assert (home.stage.rings[-1], home.host.focus) == ("idle.more", "idle.more")
    assert heard(home)[:3] == QUESTION


@pytest.mark.parametrize("key", [NEXT, SELECT, BACK, HELP, LOUDER, OTHER, IN])
def test_any_key_is_the_answer_and_does_nothing_else(home: Terminal, key: object) -> None:
    """I-01: as often as wanted; then it says where one is."""
    go_to(home, "topic.papiere")
    before = home.host.visit
    for _ in range(12):
        until_asked(home)
        home.key(key)  # type: ignore[arg-type]
        assert (home.view.overlay, home.host.visit, home.host.focus) == (None, before, "topic.papiere")
    assert heard(home)[0] == "Papiere"


def test_it_asks_once_more_and_then_forgets_everything(home: Terminal) -> None:
    """I-01, I-04."""
    go_to(home, "topic.papiere")
    heard(home)
    until_asked(home)
    heard(home)
    home.live(WARN_S - 18)
    assert home.reading.status is Status.IDLE
    home.live(3)
    assert heard(home)[:3] == QUESTION
    home.live(15)
    assert (home.route, home.host.visit, home.host.focus) == (ATTRACT, Visit(), "")
    assert home.reading.status is Status.IDLE


@pytest.mark.parametrize(
    ("modes", "after"), [((), AFTER_S), ((Mode.LARGE,), 180), ((Mode.LOW,), 180), ((Mode.CONTRAST,), 90)]
)
def test_who_needs_more_time_to_read_or_to_reach_is_asked_later(
    terminal: Terminal, modes: tuple[Mode, ...], after: float
) -> None:
    """I-03: by touch, on a screen that is short to read."""
    terminal.come()
    terminal.send(*(Toggle(mode) for mode in modes))
    terminal.live(after - 1)
    assert terminal.view.overlay is None
    terminal.live(2)
    assert terminal.view.overlay is not None


def test_headphones_pulled_out_are_silence_and_the_visit_ends(home: Terminal) -> None:
    """V-12."""
    home.key(NEXT)
    home.until_heard()
    home.key(OUT)
    assert (home.player.told[-1], home.reading.status) == ("stop", Status.IDLE)
    started = len(home.started)
    home.live(GRACE_S - 0.5)
    assert home.route == HOME
    home.live(0.6)
    assert (home.route, home.host.visit) == (ATTRACT, Visit())
    assert len(home.started) == started, "nothing was said on the loudspeaker"


@pytest.mark.parametrize("act", [IN, NEXT, "touch"])
def test_within_ten_seconds_a_plug_a_key_or_a_finger_goes_on(home: Terminal, act: object) -> None:
    """V-12: asked for, it speaks, wherever it is heard then."""
    go_to(home, "topic.papiere")
    home.key(OUT)
    home.live(GRACE_S - 1)
    if act == "touch":
        home.host.touched()
        home.host.press("topic.papiere", Open(Route(TOPIC, "papiere")))
    else:
        home.key(act)  # type: ignore[arg-type]
    assert heard(home)[0] == ("Notfall" if act is NEXT else "Papiere")
    home.live(GRACE_S * 2)
    assert home.host.visit.by_keys


def test_the_question_is_not_asked_on_a_loudspeaker_nobody_asked_for(home: Terminal) -> None:
    """V-12: the last headphones were pulled out a moment before."""
    heard(home)
    home.live(READING_AFTER_S - 3)
    home.key(OUT)
    started = len(home.started)
    home.live(GRACE_S - 1)
    assert home.view.overlay is not None
    assert len(home.started) == started
    home.live(2)
    assert home.route == ATTRACT


def test_headphones_pulled_out_while_a_screen_is_read_aloud_are_silence_and_no_more(terminal: Terminal) -> None:
    """Somebody who touches may have plugged in their own: what they hear is nobody's business (EN 301 549 5.1.3.9)."""
    terminal.come_and_listen()
    terminal.key(OUT)
    assert (terminal.reading.status, terminal.route) == (Status.IDLE, SERVICE)
    terminal.live(GRACE_S + 1)
    assert terminal.route == SERVICE


def test_headphones_that_are_in_already_change_nothing(home: Terminal) -> None:
    home.until_heard() if home.reading.status is Status.PREPARING else None
    before = (home.host.visit, len(home.player.told))
    home.key(IN)
    assert (home.host.visit, len(home.player.told)) == before


@pytest.mark.parametrize("missing", ["device", "voices"])
def test_without_sound_the_ring_still_leads_and_the_screen_says_why(terminal: Terminal, missing: str) -> None:
    """V-14."""
    if missing == "device":
        terminal.player.available = False
    else:
        terminal.voices.mute = {"de", "ar", "en"}
    terminal.key(OTHER)
    assert (terminal.route, terminal.stage.rings[-1]) == (LANGUAGES, "language.de")
    terminal.key(NEXT, NEXT, SELECT)
    assert (terminal.route, terminal.view.language) == (HOME, "en")
    assert terminal.view["bar.listen"].icon == "speaker-x"
    go_to(terminal, "topic.papiere")
    terminal.key(SELECT, SELECT)
    assert terminal.route == SERVICE
    assert terminal.view["listen.state"].icon == "speaker-x"
    terminal.key(BACK, BACK, HELP, HELP)
    assert terminal.stage.rings[-1] == "topic.papiere"


def test_sound_that_is_lost_on_the_way_is_shown_and_tried_again(home: Terminal) -> None:
    """V-14."""
    home.key(NEXT)
    home.until_heard()
    home.player.available = False
    home.player.end("gone")
    home.pass_time(0)
    assert home.view["bar.listen"].icon == "speaker-x"
    home.player.available = True
    home.key(NEXT)
    home.until_heard()
    assert home.view["bar.listen"].icon == "speaker-high"


def test_in_a_language_without_a_voice_it_is_told_in_one_that_has_one(home: Terminal) -> None:
    """A companion has chosen it by touch: the ring is on its screen, the words are German."""
    home.voices.mute = {"ar"}
    home.send(Choose("ar"), Home())
    said = press(home, HELP)
    assert home.view.language == "ar"
    assert said == ["Sprache", "Taste", said[-1]] or said[0] == "Heute im Haus"
    assert home.sentence is None or home.sentence.part == ""


def test_without_content_the_keys_lead_round_and_out_again() -> None:
    terminal = Terminal(catalog=None)
    terminal.key(OTHER)
    assert (terminal.route, terminal.host.focus) == (TROUBLE, "number.112")
    terminal.key(NEXT, NEXT, NEXT)
    assert terminal.stage.rings[-1] == "trouble"
    terminal.key(HELP, HELP, LOUDER, BACK)
    assert terminal.host.visit == Visit()
    terminal.key(OTHER)
    go_to(terminal, "trouble")
    terminal.key(SELECT)
    assert (terminal.host.visit, terminal.host.focus) == (Visit(), "")
    terminal.close()


def test_what_a_companion_touches_is_done_and_told_and_the_keypad_goes_on_from_there(home: Terminal) -> None:
    home.host.press("topic.papiere", Open(Route(TOPIC, "papiere")))
    assert heard(home)[:2] == ["Papiere", "15 Einträge"]
    home.send(Home())
    assert home.host.focus == "topic.papiere"
    home.host.press("bar.contrast", Toggle(Mode.CONTRAST))
    assert heard(home) == ["Kontrast: ein"]
    assert press(home, NEXT)[0] == "Tiefer"


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        (Louder(1), ["Lautstärke 5"]),
        (Faster(1), ["Tempo 1,25"]),
        (HearFrom("bring.1", "name", 0), ["Pass"]),
        (Listen(), ["Wohnung anmelden"]),
        (Open(CARD), ["Sie sind umgezogen?"]),
    ],
)
def test_keys_of_the_listen_bar_work_for_a_companion(home: Terminal, intent: object, said: list[str]) -> None:
    home.send(Open(CARD))
    node = "bring.1" if isinstance(intent, HearFrom) else "listen"
    home.host.press(node, intent)  # type: ignore[arg-type]
    assert heard(home)[:1] == said


def test_read_aloud_touched_again_pauses_it(home: Terminal) -> None:
    home.send(Open(CARD), Listen())
    home.until_heard()
    for expected in (Status.PAUSED, Status.PLAYING):
        home.send(Listen())
        assert home.reading.status is expected


def test_a_companion_who_turns_the_page_takes_the_keypad_along(home: Terminal) -> None:
    home.stage.needs[SERVICE] = 2
    home.stage.only_on = {"lead": 0, "bring.title": 0, "bring.1": 1, "bring.2": 1}
    home.send(Open(CARD))
    assert home.host.focus == "lead"
    home.send(Turn(1))
    assert (home.host.visit.route.page, home.host.focus) == (1, "bring.1")
    assert heard(home)[0] == "Pass"


def test_the_page_follows_the_keypad(home: Terminal) -> None:
    """Every page of a screen is walked: nothing stands behind a page key."""
    home.stage.needs[SERVICE] = 3
    home.stage.only_on = {"lead": 0, "bring.title": 1, "bring.1": 1, "bring.2": 2}
    home.send(Open(CARD))
    for node, page in (("bring.title", 1), ("bring.2", 2), ("bar.back", 2)):
        go_to(home, node)
        assert home.view.route.page == page
    home.send(Open(Route("help")))
    home.key(BACK)
    go_to(home, "bring.title")
    assert home.view.route.page == 1


def test_a_companion_who_used_the_kiosk_by_ear_is_not_asked_to_touch_twice_any_more(terminal: Terminal) -> None:
    terminal.send(ByEar())
    terminal.key(OTHER)
    assert not terminal.host.visit.by_ear
    terminal.host.press("language.ar", Choose("ar"))
    assert terminal.route == HOME
    assert not isinstance(terminal.view["bar.listen"].intent, ByEar)


def test_a_companion_answers_the_question_and_finds_the_keypad_where_it_was(home: Terminal) -> None:
    go_to(home, "topic.papiere")
    until_asked(home)
    home.host.touched()
    home.host.press("idle.more", MoreTime())
    assert (home.view.overlay, home.host.focus) == (None, "topic.papiere")


def test_the_focus_can_be_moved_from_outside_and_does_nothing(home: Terminal) -> None:
    """F-03: what assistive technology asks for."""
    before = home.host.visit
    assert home.host.set_focus("today.opening")
    assert (home.host.focus, home.stage.rings[-1], home.host.visit) == ("today", "today", before)
    assert heard(home)[0] == "Heute im Haus"
    assert not home.host.set_focus("nowhere")
    assert home.host.focus == "today"


def test_moved_from_outside_without_speech_mode_it_is_silent_and_goes_with_the_next_finger(terminal: Terminal) -> None:
    terminal.send(Wake(), Choose("de"))
    assert terminal.host.focus == ""
    assert terminal.host.set_focus("topic.papiere")
    assert (terminal.stage.rings[-1], terminal.reading.status) == ("topic.papiere", Status.IDLE)
    terminal.host.touched()
    terminal.look()
    assert (terminal.host.focus, terminal.stage.rings[-1]) == ("", "")


def test_a_program_that_goes_on_a_page_keeps_its_focus_in_view(terminal: Terminal) -> None:
    terminal.stage.needs[SERVICE] = 2
    terminal.stage.only_on = {"lead": 0, "bring.1": 1}
    terminal.send(Wake(), Choose("de"), Open(CARD))
    terminal.host.set_focus("bring.1")
    assert terminal.view.route.page == 1
    terminal.send(Turn(-1))
    assert (terminal.view.route.page, terminal.host.focus) == (0, "title")
