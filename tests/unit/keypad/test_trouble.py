"""Speech mode when something is in the way: nobody answers, headphones are pulled out, there is no sound."""

from __future__ import annotations

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    ATTRACT,
    HOME,
    LANGUAGES,
    SERVICE,
    TOPIC,
    TROUBLE,
    Choose,
    Open,
    Route,
    Toggle,
)
from kiosk.domain.reading import Status
from kiosk.domain.visit import Visit
from kiosk.keypad.conduct import GRACE_S
from tests.unit.keypad.by_keys import (
    BACK,
    HELP,
    IN,
    LOUDER,
    NEXT,
    OTHER,
    OUT,
    SELECT,
    go_to,
    heard,
    until_asked,
)
from tests.unit.terminal import AFTER_S, READING_AFTER_S, WARN_S, Terminal

CARD = Route(SERVICE, "anmelden")
QUESTION = ["Sind Sie noch da?", "Drücken Sie eine beliebige Taste.", "Der Bildschirm beginnt bald von vorn."]


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
    """V-09: a companion has chosen it by touch: the ring is on its screen, the words are German."""
    home.voices.mute = {"ar"}
    home.send(Choose("ar"))
    heard(home)
    go_to(home, "topic.papiere")
    home.until_heard()
    assert (home.view.language, home.stage.rings[-1]) == ("ar", "topic.papiere")
    assert home.sentence is not None
    assert (home.sentence.utterance.text, home.sentence.utterance.language) == ("Papiere", "de")


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
