"""Speech mode on the way (accessibility.md (b)): from stop to stop, from screen to screen, and back."""

from __future__ import annotations

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import ATTRACT, HOME, ORGANISATION, SERVICE, TOPIC, Open, Route
from kiosk.domain.reading import Reading, Status
from kiosk.domain.visit import NORMAL_VOLUME, VOLUMES, Visit
from kiosk.domain.walk import first, walk
from kiosk.narrator import level
from tests.unit.keypad.by_keys import (
    BACK,
    HELP,
    LOUDER,
    NEXT,
    OTHER,
    PREVIOUS,
    QUIETER,
    SELECT,
    come,
    go_to,
    heard,
    press,
)
from tests.unit.keypad.by_keys import HOME as TO_HOME
from tests.unit.terminal import AFTER_S, Terminal

LOOP = ["Deutsch – runde Taste.", "العربية – الزر المستدير.", "English – press the round key."]
INTRODUCTION = [
    *("Hier spricht das Willkommenszentrum.", "Pfeil nach unten: weiter.", "Runde Taste: auswählen."),
    "Fragezeichen: Hilfe.",
]
AT_HOME = ["Wobei können wir helfen?", "18 Einträge", "Ich weiß nicht, wohin"]


def test_a_screen_begins_with_its_first_stop_after_the_title(home: Terminal) -> None:
    for node, route in (("topic.papiere", TOPIC), ("service.anmelden", SERVICE), ("about", ORGANISATION)):
        go_to(home, node)
        said = press(home, SELECT)
        beginning = first(home.view)
        assert beginning is not None
        assert (home.route, home.host.focus) == (route, beginning.id)
        assert beginning.name.text.startswith(said[2])


def test_after_a_step_back_it_is_where_one_came_from(home: Terminal) -> None:
    go_to(home, "topic.papiere")
    press(home, SELECT)
    go_to(home, "service.anmelden")
    press(home, SELECT)
    assert press(home, BACK)[:3] == ["Papiere", "Wohnung anmelden", "In zwei Wochen."]
    assert home.host.focus == "service.anmelden"
    assert press(home, BACK)[:3] == ["Wobei können wir helfen?", "Papiere", "Taste"]
    press(home, SELECT)
    assert home.host.focus == "service.anmelden", "a screen that is opened anew begins at its beginning"
    press(home, SELECT)
    assert press(home, TO_HOME)[:2] == ["Wobei können wir helfen?", "Papiere"]


def test_the_next_visitor_finds_nothing_of_where_the_last_one_was(home: Terminal) -> None:
    go_to(home, "topic.papiere")
    press(home, SELECT, TO_HOME)
    go_to(home, "bar.finish")
    press(home, SELECT)
    assert (home.host.visit, home.host.focus, home.reading) == (Visit(), "", Reading())
    come(home)
    go_to(home, "topic.papiere")
    press(home, SELECT, BACK)
    assert home.host.focus == "topic.papiere"
    assert (home.host.visit.chosen, home.host.visit.by_keys) == ("de", True)


def test_n_presses_go_round_and_every_stop_is_heard(home: Terminal) -> None:
    """F-01."""
    stops = [stop.id for stop in walk(home.view)]
    seen = []
    for _ in stops:
        seen.append(home.host.focus)
        home.key(NEXT)
    assert home.host.focus == seen[0]
    assert sorted(seen) == sorted(stops)
    for node in reversed(seen):
        home.key(PREVIOUS)
        assert home.host.focus == node


def test_over_the_end_it_says_so(home: Terminal) -> None:
    """F-01: the walk is a ring."""
    go_to(home, walk(home.view)[-1].id)
    assert press(home, NEXT)[:2] == ["Anfang.", "Wobei können wir helfen?"]
    assert press(home, PREVIOUS)[0] == "Ende."
    assert home.host.focus == walk(home.view)[-1].id


def test_how_to_use_a_thing_is_told_twice_a_visit(home: Terminal) -> None:
    hint = "Runde Taste: auswählen."
    assert press(home, NEXT)[-1] == hint  # the second time: the first was at home's first stop
    assert hint not in press(home, NEXT)
    assert hint not in press(home, TO_HOME)


def test_to_be_at_a_thing_does_nothing(home: Terminal) -> None:
    """F-03."""
    before = home.host.visit
    for _ in walk(home.view):
        home.key(NEXT)
        assert home.host.visit == before


def test_select_on_words_pauses_and_goes_on(home: Terminal) -> None:
    """V-03."""
    go_to(home, "header.now")
    home.until_heard()
    home.key(SELECT)
    assert home.reading.status is Status.PAUSED
    home.key(SELECT)
    assert home.reading.status is Status.PLAYING
    assert home.player.told[-2:] == ["pause", "resume"]
    spoken = heard(home)
    assert press(home, SELECT) == spoken, "after its end it is said again"


def test_a_key_ends_what_is_said_and_says_the_new_thing(home: Terminal) -> None:
    """V-04: stop, then play; nothing waits its turn."""
    go_to(home, "topic.papiere")
    home.until_heard()
    told = len(home.player.told)
    home.key(NEXT)
    home.until_heard()
    assert [note.split()[0] for note in home.player.told[told:] if "volume" not in note] == ["stop", "start"]
    assert home.started[-1] == "Notfall"
    assert home.reading.count == 3


def test_help_says_it_again_and_twice_where_one_is_and_what_the_keys_do(home: Terminal) -> None:
    """V-03."""
    go_to(home, "topic.papiere")
    again = press(home, HELP)
    assert again == ["Papiere", "Taste", "3 von 18"]
    where = press(home, HELP)
    assert where[:4] == ["Sie sind hier:", "Wobei können wir helfen?", "3 von 18", "Pfeil nach unten: weiter."]
    assert where[-1] == "Plus und Minus: lauter und leiser."
    assert press(home, HELP) == again


def test_help_a_second_later_says_the_thing_again(home: Terminal) -> None:
    again = press(home, HELP)
    home.live(1.0)
    assert press(home, HELP) == again
    press(home, NEXT)
    assert press(home, HELP)[0] == "Papiere"


def test_the_volume_says_its_step_at_the_new_level_and_stops_at_the_ends(home: Terminal) -> None:
    """V-08: seven steps of 3 dB, no way round, and the next visitor has the usual one."""
    home.key(LOUDER)
    assert home.player.told[-1] == f"volume {level(NORMAL_VOLUME + 1):g}"
    assert heard(home) == ["Lautstärke 5"]
    assert press(home, LOUDER, LOUDER, LOUDER) == [f"Lautstärke {VOLUMES}", "Lauter geht es nicht."]
    assert press(home, *[QUIETER] * VOLUMES) == ["Lautstärke 1", "Leiser geht es nicht."]
    go_to(home, "bar.finish")
    home.key(SELECT, OTHER)
    assert home.host.visit.volume == NORMAL_VOLUME


@pytest.mark.parametrize("mode", Mode)
def test_a_mode_that_is_switched_says_so_and_the_keypad_stays_there(home: Terminal, mode: Mode) -> None:
    """V-13."""
    node = f"bar.{mode.value}"
    go_to(home, node)
    name = home.view[node].name.text
    assert press(home, SELECT) == [f"{name}: ein"]
    assert (home.host.visit.modes, home.host.focus) == ({mode}, node)
    assert press(home, HELP)[1] == "Schalter, ein"
    assert press(home, SELECT) == [f"{name}: aus"]


def test_the_speed_is_set_by_keys_and_heard(home: Terminal) -> None:
    """V-10."""
    home.send(Open(Route(SERVICE, "anmelden")))
    for node, said in (("speed.up", "Tempo 1,25"), ("speed.down", "Tempo 1,0"), ("speed.down", "Tempo 0,75")):
        go_to(home, node)
        assert press(home, SELECT) == [said]
        assert home.host.focus == node
    press(home, NEXT)
    assert home.voices.speeds[-1] == 0.75


def test_read_aloud_goes_on_from_stop_to_stop_and_the_ring_with_it(home: Terminal) -> None:
    home.send(Open(Route(SERVICE, "anmelden")))
    go_to(home, "bar.listen")
    home.key(SELECT)
    rings = []
    for _ in range(5):
        home.until_heard()
        rings.append(home.stage.rings[-1])
        home.sentence_ends()
    assert rings[:2] == ["title", "lead"]
    assert rings[-1].startswith("bring.")
    stops, before = [stop.id for stop in walk(home.view)], home.host.focus
    home.key(NEXT)
    assert stops.index(home.host.focus) == stops.index(before) + 1
    assert home.reading.count < 6, "a key ends the reading, and is a key like any other"


def test_at_home_back_leads_to_the_key_that_ends_the_visit_and_does_not_end_it(home: Terminal) -> None:
    """F-01: there is a way out, but one press too many is not one."""
    assert press(home, BACK)[:2] == ["Fertig", "Taste"]
    assert (home.route, home.host.focus) == (HOME, "bar.finish")
    press(home, SELECT)
    assert home.route == ATTRACT


def test_another_language_is_chosen_on_the_way(home: Terminal) -> None:
    go_to(home, "topic.papiere")
    press(home, SELECT)
    go_to(home, "bar.language")
    assert press(home, SELECT)[:3] == ["Sprache", f"{len(walk(home.view))} Einträge", "Deutsch"]
    go_to(home, "language.en")
    said = press(home, SELECT)
    assert (home.route, home.view.language, home.host.focus) == (TOPIC, "en", "bar.language")
    assert said[:3] == ["Papers", "Language", "Button"]


def test_who_uses_the_keypad_is_asked_later(home: Terminal) -> None:
    """I-03: home is asked about after 90 s by touch."""
    home.live(AFTER_S + 30)
    assert home.view.overlay is None
