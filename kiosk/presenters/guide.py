"""The guide: one question, its pictures, and always the way to a person (issue 5)."""

from __future__ import annotations

from kiosk.domain.guide import Question, asked
from kiosk.domain.navigation import Open, StartOver
from kiosk.domain.node import Node, Role, View
from kiosk.presenters.frame import framed
from kiosk.presenters.paging import further_pages
from kiosk.presenters.scene import Scene


def present(scene: Scene) -> View:
    """The question that the visitor has come to. Raises KeyError for one that is not there."""
    guide = scene.catalog.guide
    question = guide.question(scene.visit.route.subject)
    title = Node("title", Role.HEADING, question.text.said(scene.language))
    over = (_over(scene),) if asked(scene.visit.stack) > 1 else ()
    return framed(
        scene,
        title,
        _step(scene, question),
        Node("answers", Role.GROUP, children=_answers(scene, question)),
        *over,
        *further_pages(scene),
    )


def _step(scene: Scene, question: Question) -> Node:
    """How far the visitor has come: as many doors as the longest way from here has questions, those behind open."""
    number = asked(scene.visit.stack)
    count = number + scene.catalog.guide.left(question.id) - 1
    said = scene.say("guide.step", number=str(number), count=str(count))
    return Node("step", Role.STATUS, said, amount=number, of=count)


def _answers(scene: Scene, question: Question) -> tuple[Node, ...]:
    found = [
        Node(
            f"answer.{number}",
            Role.BUTTON,
            answer.text.said(scene.language),
            icon=answer.icon,
            hue=answer.hue,
            intent=Open(answer.leads_to),
        )
        for number, answer in enumerate(question.answers, 1)
    ]
    person = Open(scene.catalog.guide.person)
    other = Node("answer.other", Role.BUTTON, scene.say("guide.other"), icon="dots-three-circle", intent=person)
    return (*found, other)


def _over(scene: Scene) -> Node:
    return Node("over", Role.BUTTON, scene.say("guide.over"), icon="arrow-counter-clockwise", intent=StartOver())
