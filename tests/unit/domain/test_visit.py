"""What every intent makes of a visit, and that nothing of it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    ASK,
    ATTRACT,
    HELP,
    HOME,
    LANGUAGES,
    ROUTES,
    SERVICE,
    SHOW,
    TOPIC,
    Back,
    ByEar,
    ByKeys,
    Choose,
    Faster,
    Finish,
    HearFrom,
    Home,
    InGerman,
    Intent,
    Interpreter,
    Listen,
    Louder,
    MoreTime,
    Open,
    Route,
    Show,
    Skip,
    StartOver,
    Toggle,
    Turn,
    Wake,
)
from kiosk.domain.visit import LONGEST_STACK, NORMAL_SPEED, NORMAL_VOLUME, SPEEDS, VOLUMES, Visit, advance

PAPERS, CARD = Route(TOPIC, "papiere"), Route(SERVICE, "anmelden")
AT_HOME = Visit((Route(HOME),), "ar")


def after(*intents: Intent, visit: Visit | None = None) -> Visit:
    """The visit that becomes of `visit`, nobody's by default."""
    visit = visit or Visit()
    for intent in intents:
        visit = advance(visit, intent)
    return visit


def test_nobodys_visit_is_the_attract_screen_in_german() -> None:
    assert Visit().route == Route(ATTRACT)
    assert Visit().language == "de"
    assert Visit().volume == NORMAL_VOLUME == (VOLUMES + 1) // 2


def test_who_wakes_the_kiosk_is_asked_for_a_language() -> None:
    assert after(Wake()) == Visit((Route(LANGUAGES),))


@pytest.mark.parametrize(
    ("before", "stack"),
    [
        (Visit(), ()),
        (Visit((Route(LANGUAGES),)), ()),
        (Visit((Route(HOME), CARD), "ar"), (Route(HOME), CARD)),
    ],
)
def test_the_keypad_begins_with_the_choice_of_language_and_goes_on_where_one_was(
    before: Visit, stack: tuple[Route, ...]
) -> None:
    begun = after(ByKeys(), visit=replace(before, by_ear=True))
    assert (begun.stack, begun.by_keys, begun.by_ear) == ((*stack, Route(LANGUAGES)), True, False)
    assert after(ByKeys(), visit=begun) == begun
    assert after(Choose("en"), visit=begun).stack == (stack or (Route(HOME),))
    assert after(Finish(), visit=begun) == Visit()


def test_waking_a_visit_changes_nothing() -> None:
    assert after(Wake(), visit=AT_HOME) == AT_HOME


def test_the_first_choice_of_a_language_leads_home() -> None:
    assert after(Wake(), Choose("ar")) == AT_HOME
    assert after(Choose("ar")) == AT_HOME
    assert AT_HOME.language == "ar"


def test_a_later_choice_returns_to_where_it_was_made() -> None:
    before = after(Open(PAPERS), Open(CARD), Turn(1), visit=AT_HOME)
    assert after(Open(Route(LANGUAGES)), Choose("en"), visit=before) == replace(before, chosen="en")


def test_a_language_may_be_changed_without_the_language_screen() -> None:
    assert after(Choose("en"), visit=AT_HOME) == replace(AT_HOME, chosen="en")


def test_opening_leads_on_and_back_leads_back() -> None:
    at_card = after(Open(PAPERS), Open(CARD), visit=AT_HOME)
    assert at_card.stack == (Route(HOME), PAPERS, CARD)
    assert at_card.route == CARD
    assert after(Back(), visit=at_card).route == PAPERS
    assert after(Back(), Back(), visit=at_card) == AT_HOME


def test_opening_where_one_is_adds_no_step() -> None:
    assert after(Open(PAPERS), Open(PAPERS), visit=AT_HOME).stack == (Route(HOME), PAPERS)


@pytest.mark.parametrize("visit", [Visit(), after(Wake()), replace(AT_HOME, volume=7)])
def test_back_from_the_first_screen_forgets_the_visit(visit: Visit) -> None:
    assert after(Back(), visit=visit) == Visit()


def test_home_forgets_the_way_but_not_the_visitor() -> None:
    visit = after(Louder(1), Open(PAPERS), Open(CARD), Home(), visit=AT_HOME)
    assert visit == replace(AT_HOME, volume=NORMAL_VOLUME + 1)


def test_turning_pages_stays_on_the_route_and_never_before_the_first() -> None:
    visit = after(Open(PAPERS), Turn(1), Turn(1), visit=AT_HOME)
    assert visit.stack == (Route(HOME), replace(PAPERS, page=2))
    assert after(*[Turn(-1)] * 5, visit=visit).stack == (Route(HOME), PAPERS)
    assert after(Turn(1)) == Visit(), "there is nothing to turn on the attract screen"


def test_a_page_that_was_turned_is_found_again() -> None:
    visit = after(Open(PAPERS), Turn(1), Open(CARD), Back(), visit=AT_HOME)
    assert visit.route == replace(PAPERS, page=1)


@pytest.mark.parametrize(("step", "end"), [(1, VOLUMES), (-1, 1)])
def test_volume_has_a_loudest_and_a_quietest_step(step: int, end: int) -> None:
    """V-08."""
    volumes = [after(*[Louder(step)] * count, visit=AT_HOME).volume for count in range(VOLUMES + 1)]
    assert volumes[0] == NORMAL_VOLUME
    assert volumes[1] == NORMAL_VOLUME + step
    assert volumes[3:] == [end] * (VOLUMES - 2)


@pytest.mark.parametrize(("step", "end"), [(1, 1.5), (-1, 0.75)])
def test_reading_speed_has_a_fastest_and_a_slowest_step(step: int, end: float) -> None:
    """V-10."""
    speeds = [after(*[Faster(step)] * count, visit=AT_HOME).speed for count in range(len(SPEEDS) + 1)]
    assert speeds[0] == NORMAL_SPEED
    assert len(SPEEDS) >= 4
    assert (SPEEDS[0], SPEEDS[-1]) == (0.75, 1.5)
    assert speeds[-1] == end
    assert after(Finish(), visit=after(Faster(step), visit=AT_HOME)).speed == NORMAL_SPEED


def test_by_ear_is_a_switch_that_also_wakes() -> None:
    heard = after(ByEar())
    assert heard.by_ear and heard.route == Route(LANGUAGES)
    assert not after(ByEar(), visit=heard).by_ear
    assert after(ByEar(), visit=AT_HOME) == replace(AT_HOME, by_ear=True)


@pytest.mark.parametrize("intent", [Listen(), Skip(1), HearFrom("title", "name", 0), MoreTime()])
def test_sound_and_time_leave_the_visit_as_it_is(intent: Intent) -> None:
    assert after(intent, visit=AT_HOME) == AT_HOME
    assert after(intent) == Visit()


def test_a_long_wander_loses_the_oldest_step_and_keeps_the_way_back() -> None:
    many = [Open(Route(SERVICE, str(number))) for number in range(LONGEST_STACK + 5)]
    visit = after(*many, visit=AT_HOME)
    assert len(visit.stack) == LONGEST_STACK
    assert visit.route == Route(SERVICE, str(LONGEST_STACK + 4))
    assert after(Back(), visit=visit).route == Route(SERVICE, str(LONGEST_STACK + 3))
    assert len(after(StartOver(), visit=visit).stack) == LONGEST_STACK


routes = st.builds(Route, st.sampled_from(ROUTES), st.sampled_from(["", "a", "b"]), st.integers(0, 3))
intents = st.one_of(
    *(st.just(intent()) for intent in (Wake, Back, Home, Finish, MoreTime, Listen, ByEar)),
    st.builds(Open, routes),
    st.builds(Choose, st.sampled_from(["de", "ar", "xx"])),
    st.builds(Turn, st.sampled_from([-1, 1])),
    st.builds(Louder, st.sampled_from([-1, 1])),
    st.builds(Faster, st.sampled_from([-1, 1])),
)


@given(st.lists(intents, max_size=60))
def test_whatever_a_visitor_did_nothing_of_it_stays(done: list[Intent]) -> None:
    """I-04."""
    assert after(*done, Finish()) == Visit()


@given(st.lists(intents, max_size=60))
def test_whatever_a_visitor_does_the_visit_stays_in_bounds(done: list[Intent]) -> None:
    visit = after(*done)
    assert len(visit.stack) <= LONGEST_STACK
    assert 1 <= visit.volume <= VOLUMES
    assert visit.speed in SPEEDS
    assert visit.route.page >= 0
    assert visit.stack or visit == replace(Visit(), chosen=visit.chosen, volume=visit.volume)


@given(st.lists(intents, max_size=60), routes)
def test_back_undoes_opening(done: list[Intent], route: Route) -> None:
    visit = after(*done)
    opened = after(Open(route), visit=visit)
    if visit.stack and len(visit.stack) < LONGEST_STACK and route != visit.route:
        assert after(Back(), visit=opened) == visit


def test_help_is_a_route_like_any_other() -> None:
    assert after(Open(Route(HELP)), Back(), visit=AT_HOME) == AT_HOME


@pytest.mark.parametrize("mode", Mode)
def test_a_mode_is_switched_on_and_off_again_and_any_go_together(mode: Mode) -> None:
    on = advance(AT_HOME, Toggle(mode))
    assert on.modes == {mode}
    assert advance(on, Toggle(mode)) == AT_HOME
    both = advance(on, Toggle(next(other for other in Mode if other is not mode)))
    assert len(both.modes) == 2


def test_modes_outlive_the_choice_of_a_language_and_end_with_the_visit() -> None:
    """I-04."""
    visit = advance(advance(Visit(), Wake()), Toggle(Mode.LARGE))
    chosen = advance(visit, Choose("uk"))
    assert chosen.modes == {Mode.LARGE}
    assert advance(chosen, Finish()) == Visit()


def test_before_a_visit_there_is_nothing_to_switch() -> None:
    assert advance(Visit(), Toggle(Mode.LOW)) == Visit()


def test_another_layout_begins_at_its_first_page_other_colours_stay_on_the_page() -> None:
    third = replace(AT_HOME, stack=(Route(HOME), replace(CARD, page=2)))
    assert advance(third, Toggle(Mode.LARGE)).route.page == 0
    assert advance(third, Toggle(Mode.LOW)).route.page == 0
    assert advance(third, Toggle(Mode.CONTRAST)).route.page == 2


def test_the_card_for_the_desk_takes_the_place_of_the_one_before() -> None:
    """However often a visitor changes what they ask for, one step back leads to where they came from."""
    at = Visit((Route(HOME), Route(SERVICE, "a")))
    shown = advance(at, Show("service:a"))
    assert shown.stack == (*at.stack, Route(SHOW, "service:a"))
    for subject in ("topic:x", "", "topic:y"):
        shown = advance(advance(shown, Open(Route(ASK))), Show(subject))
        assert shown.stack == (*at.stack, Route(SHOW, subject))
        assert advance(shown, Back()).stack == at.stack


def test_the_wish_for_an_interpreter_lasts_as_long_as_the_visit() -> None:
    visit = Visit((Route(HOME),))
    assert visit.interpreter
    without = advance(visit, Interpreter())
    assert not without.interpreter and advance(without, Interpreter()).interpreter
    assert advance(without, Open(Route(SHOW))).interpreter is False
    assert advance(without, Finish()) == Visit() == advance(Visit(), Interpreter())


def test_a_card_is_read_in_german_until_the_visitor_goes_on() -> None:
    """The language of the visit never changes, so nobody gets lost in German."""
    second = replace(AT_HOME, stack=(Route(HOME), replace(CARD, page=2)))
    german = advance(second, InGerman())
    assert (german.route, german.language) == (replace(CARD, german=True), "ar")
    assert advance(german, InGerman()).route == CARD
    assert advance(german, Turn(1)).route == replace(CARD, german=True, page=1)
    assert advance(german, Back()) == AT_HOME
    assert not advance(german, Open(PAPERS)).route.german
    assert after(Open(Route(LANGUAGES)), Choose("uk"), visit=german).route == CARD
    assert advance(AT_HOME, InGerman()) == AT_HOME
    assert advance(german, Finish()) == Visit()
