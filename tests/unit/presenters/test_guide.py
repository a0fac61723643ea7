"""The guide's screen: the question, its pictures, how far one has come, and always a person."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.guide import Guide
from kiosk.domain.navigation import GUIDE, HELP, HOME, ORGANISATION, SERVICE, Open, Route, StartOver
from kiosk.domain.node import View
from kiosk.domain.visit import Visit
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from tests import builders
from tests.builders import scene

FIRST = (Route(HOME), Route(GUIDE))
SECOND = (*FIRST, Route(GUIDE, "papiere"))


def at(stack: tuple[Route, ...], language: str = "de") -> Scene:
    return replace(scene(Route(GUIDE)), visit=Visit(stack, language))


def intents(view: View) -> list[object]:
    return [node.intent for node in view["answers"].children]


def test_a_question_and_where_its_answers_lead() -> None:
    view = present(at(FIRST))
    assert view["title"].name.text == "Was brauchen Sie?"
    assert [node.name.text for node in view["answers"].children][:2] == ["Papiere", "Gefahr"]
    assert intents(view)[:2] == [Open(Route(GUIDE, "papiere")), Open(Route(HELP))]
    assert all(node.icon for node in view["answers"].children)


@pytest.mark.parametrize("stack", [FIRST, SECOND])
def test_whoever_does_not_know_always_gets_to_a_person(stack: tuple[Route, ...]) -> None:
    view = present(at(stack))
    assert view["answers"].children[-1].id == "answer.other"
    assert intents(view)[-1] == Open(Route(SERVICE, "beratung"))


def test_answers_may_lead_to_services_and_organisations() -> None:
    assert intents(present(at(SECOND)))[:2] == [Open(Route(SERVICE, "anmelden")), Open(Route(ORGANISATION, "mosaik"))]


def test_it_speaks_the_visitors_language() -> None:
    view = present(at(SECOND, "ar"))
    assert view["title"].name.text == "أي أوراق؟"
    assert {node.name.language for node in view["answers"].children} == {"ar"}


@pytest.mark.parametrize(("stack", "number", "count"), [(FIRST, 1, 2), (SECOND, 2, 2)])
def test_it_says_how_far_one_has_come(stack: tuple[Route, ...], number: int, count: int) -> None:
    here = at(stack)
    step = present(here)["step"]
    assert (step.amount, step.of) == (number, count)
    assert step.name == here.say("guide.step", number=str(number), count=str(count))


def test_starting_again_is_offered_from_the_second_question_on() -> None:
    assert present(at(FIRST)).find("over") is None
    assert present(at(SECOND))["over"].intent == StartOver()


def test_home_leads_into_the_guide() -> None:
    assert present(scene(Route(HOME)))["guide"].intent == Open(Route(GUIDE))


def test_without_a_guide_home_leads_to_the_desk_and_promises_no_questions() -> None:
    here = scene(Route(HOME), catalog=builders.catalog(guide=Guide()))
    panel = present(here)["guide"]
    assert panel.intent == Open(Route(HELP))
    assert panel.children[0].name == here.say("facts.ask")
