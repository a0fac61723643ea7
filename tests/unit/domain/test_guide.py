"""The guide: how far there is still to go, how far one has come, and starting again."""

from __future__ import annotations

import pytest

from kiosk.domain.guide import Answer, Guide, Question, asked
from kiosk.domain.navigation import GUIDE, HELP, HOME, SERVICE, Back, Home, Open, Route, StartOver
from kiosk.domain.visit import Visit, advance
from tests.builders import words


def question(name: str, *leads_to: Route) -> Question:
    return Question(name, words(name), tuple(Answer(words("?"), "info", "", route) for route in leads_to))


def guide(*questions: Question) -> Guide:
    return Guide({one.id: one for one in questions}, Route(SERVICE, "rat"))


SHORT_AND_LONG = guide(
    question("a", Route(HELP), Route(GUIDE, "b"), Route(GUIDE, "c")),
    question("b", Route(GUIDE, "c")),
    question("c", Route(SERVICE, "x")),
)


@pytest.mark.parametrize(("name", "left"), [("a", 3), ("b", 2), ("c", 1)])
def test_the_longest_way_counts(name: str, left: int) -> None:
    assert SHORT_AND_LONG.left(name) == left


def test_without_a_subject_it_is_the_first_question() -> None:
    assert SHORT_AND_LONG.question("").id == "a"
    assert SHORT_AND_LONG.question("c").id == "c"


@pytest.mark.parametrize(("made", "subject"), [(SHORT_AND_LONG, "z"), (Guide(), "")])
def test_a_question_that_is_not_there_is_told(made: Guide, subject: str) -> None:
    with pytest.raises(KeyError):
        made.question(subject)


@pytest.mark.parametrize(
    ("stack", "count"),
    [
        ((), 0),
        ((Route(HOME),), 0),
        ((Route(HOME), Route(GUIDE)), 1),
        ((Route(HOME), Route(GUIDE), Route(GUIDE, "b")), 2),
        ((Route(HOME), Route(GUIDE), Route(HELP), Route(GUIDE, "b")), 1),
        ((Route(HOME), Route(GUIDE), Route(SERVICE, "x")), 0),
    ],
)
def test_only_the_questions_in_a_row_count(stack: tuple[Route, ...], count: int) -> None:
    assert asked(stack) == count


def test_starting_again_leads_to_the_first_question_and_back_from_there_to_where_it_began() -> None:
    visit = Visit((Route(HOME), Route(GUIDE), Route(GUIDE, "b"), Route(SERVICE, "x")), "uk")
    again = advance(visit, StartOver())
    assert again.stack == (Route(HOME), Route(GUIDE))
    assert again.chosen == "uk"
    assert advance(again, Back()).stack == (Route(HOME),)


def test_starting_again_without_a_first_question_behind_begins_here() -> None:
    assert advance(Visit((Route(HOME),)), StartOver()).stack == (Route(HOME), Route(GUIDE))


def test_back_goes_one_question_back_and_home_leaves_the_guide() -> None:
    visit = advance(advance(Visit((Route(HOME),)), Open(Route(GUIDE))), Open(Route(GUIDE, "b")))
    assert advance(visit, Back()).route == Route(GUIDE)
    assert advance(visit, Home()).stack == (Route(HOME),)
