"""Reads the guide (content/guide.yaml) and proves it: every way ends with help, none goes round in a circle.

An answer may only lead to a question further down. So there is no circle, and reading from the last question to the
first knows of each question that is led to whether it can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from kiosk.domain.catalog import Organisation, Service, Topic
from kiosk.domain.guide import Answer, Guide, Question
from kiosk.domain.language import Words
from kiosk.domain.navigation import GUIDE, HELP, ORGANISATION, SERVICE, Route
from kiosk.loaders import entries, faults_content, kinds
from kiosk.loaders import faults_guide as faults
from kiosk.loaders.faults import near
from kiosk.loaders.fields import Inspection, Record
from kiosk.loaders.kinds import GUIDE_QUESTION
from kiosk.loaders.records import CENTRE
from kiosk.loaders.tree import Tree
from kiosk.loaders.wording import Wording

FILE = "guide"
TARGETS = ("question", "service", "organisation", "numbers")
MOST_QUESTIONS = 4
"""On one way (issue 5: two to four steps)."""
MOST_ANSWERS = 7
"""Of one question; with "something else" they are the eight pictures of one page."""


class Shown(Struct, frozen=True):
    """What answers can lead to, and whose hue they take; `written` are all that have a file, sound or not."""

    topics: Mapping[str, Topic]
    services: Mapping[str, Service]
    organisations: Mapping[str, Organisation]
    written: frozenset[str]


def read_guide(tree: Tree, wording: Wording, shown: Shown, inspection: Inspection) -> Guide:
    """The guide; without any question if the file cannot be read. Every problem is noted."""
    table = tree.table(tree.name_of("", FILE))
    record = kinds.GUIDE.read(table, inspection) if table else None
    if record is None:
        return Guide()
    written = _by_id(record["questions"], inspection)
    words = wording.words(FILE, {FILE: _germans(written)}, [FILE])[FILE]
    ways = _Ways(written, words, shown, inspection)
    for question in reversed(written.values()):
        ways.add(question)
    found = ways.sound
    if next(iter(written), "") not in found:  # without the first question there is no way into the others
        found = {}
    guide = Guide(dict(reversed(found.items())), _person(record, shown, inspection))
    _report_shape(guide, written, inspection)
    return guide


def _by_id(questions: tuple[Record, ...], inspection: Inspection) -> dict[str, Record]:
    """The questions as they are written; a second one with the same id is left out."""
    found: dict[str, Record] = {}
    for one in questions:
        if one["id"] in found:
            inspection.report(one.place("id"), faults_content.TWICE, name=one["id"])
        else:
            found[one["id"]] = one
    return found


def _germans(questions: Mapping[str, Record]) -> dict[str, str]:
    """The German words by the keys that translations use: brief.text, brief.1, brief.2 …"""
    found: dict[str, str] = {}
    for name, one in questions.items():
        found |= entries.germans_of(one, GUIDE_QUESTION, f"{name}.")
        for number, answer in enumerate(one["answers"], 1):
            found[f"{name}.{number}"] = answer["text"]
    return found


class _Ways(Struct):
    """The questions as they are written and, from the last one up, those that can be shown: `sound`."""

    written: Mapping[str, Record]
    words: Mapping[str, Words]
    shown: Shown
    inspection: Inspection
    sound: dict[str, Question] = field(default_factory=dict)

    def add(self, question: Record) -> None:
        """The question above those that are there already; left out if none of its answers leads somewhere."""
        name, answers = question["id"], []
        for number, answer in enumerate(question["answers"], 1):
            route = self._route(answer, name)
            if route:
                text, hue = self.words[f"{name}.{number}"], answer.get("hue") or _hue(route, self.shown)
                answers.append(Answer(text, answer["icon"], hue, route))
        if answers:
            self.sound[name] = Question(name, self.words[f"{name}.text"], tuple(answers))
        else:
            self.inspection.report(question.place("id"), faults.NO_ANSWER)

    def _route(self, answer: Record, question: str) -> Route | None:
        """Where an answer leads, or None after a problem."""
        given = [name for name in TARGETS if answer.get(name)]
        if len(given) != 1:
            self.inspection.report(answer.node, faults.TARGETS, count=len(given))
            return None
        name = given[0]
        if name == "numbers":
            return Route(HELP)
        if name == "question":
            return self._next_question(answer, question)
        target: str = answer[name]
        options = self.shown.services if name == "service" else [CENTRE, *self.shown.organisations]
        if target not in options:
            fault = faults.LOST if target in self.shown.written else faults.UNKNOWN
            self.inspection.report(answer.place(name), fault, value=target, hint=near(target, options))
            return None
        return Route(SERVICE if name == "service" else ORGANISATION, target)

    def _next_question(self, answer: Record, question: str) -> Route | None:
        target: str = answer["question"]
        if target in self.sound:
            return Route(GUIDE, target)
        order = list(self.written)
        if target not in order:
            fault = faults.UNKNOWN
        else:
            fault = faults.CIRCLE if order.index(target) <= order.index(question) else faults.LOST
        self.inspection.report(answer.place("question"), fault, value=target, hint=near(target, order))
        return None


def _hue(route: Route, shown: Shown) -> str:
    """The hue of the topic that a service belongs to, and that of danger for the numbers to call."""
    if route.name == SERVICE:
        return shown.topics[shown.services[route.subject].topic].hue
    return "emergency" if route.name == HELP else ""


def _person(record: Record, shown: Shown, inspection: Inspection) -> Route:
    """Where somebody listens. Every question leads there, so there is always such a place: at worst the centre."""
    target: str = record["person"]
    if target in shown.services:
        return Route(SERVICE, target)
    if target == CENTRE or target in shown.organisations:
        return Route(ORGANISATION, target)
    fault = faults.LOST_PERSON if target in shown.written else faults.NO_PERSON
    hint = near(target, [CENTRE, *shown.services, *shown.organisations])
    inspection.report(record.place("person"), fault, value=target, hint=hint)
    return Route(ORGANISATION, CENTRE)


def _report_shape(guide: Guide, written: Mapping[str, Record], inspection: Inspection) -> None:
    """What can be shown but should not stay so: questions that nobody gets to, too many of them, too many answers."""
    first = next(iter(guide.questions), "")
    reached = {first}
    for one in guide.questions.values():
        if one.id not in reached:
            inspection.report(written[one.id].place("id"), faults.UNREACHED)
            continue
        reached |= {answer.leads_to.subject for answer in one.answers if answer.leads_to.name == GUIDE}
        if len(one.answers) > MOST_ANSWERS:
            place, count = written[one.id].place("answers"), len(one.answers)
            inspection.report(place, faults.TOO_MANY, count=count, most=MOST_ANSWERS + 1)
    if first and guide.left(first) > MOST_QUESTIONS:
        inspection.report(written[first].place("id"), faults.TOO_LONG, count=guide.left(first), most=MOST_QUESTIONS)
