"""The guide: a few questions with pictures that lead to the right desk (product.md, V7).

A question stands before all the questions that it leads to, so no way through the guide can go round in a circle.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from kiosk.domain.language import Words
from kiosk.domain.navigation import GUIDE, Route

NOBODY = Route("")
"""No person is known to send visitors to."""


class Answer(Struct, frozen=True):
    """One picture to choose: `leads_to` the next question, or where help is: a service, an organisation, the numbers
    to call."""

    text: Words
    icon: str
    hue: str
    leads_to: Route


class Question(Struct, frozen=True):
    """One question and its answers, in the order on the screen."""

    id: str
    text: Words
    answers: tuple[Answer, ...]


class Guide(Struct, frozen=True):
    """All questions by id, the first one first. `person` is where "something else, or I do not know" leads, at every
    question: to somebody who listens."""

    questions: Mapping[str, Question] = field(default_factory=dict)
    person: Route = NOBODY

    def question(self, subject: str) -> Question:
        """The question of a route's subject; without one the first. Raises KeyError for one that is not there."""
        return self.questions[subject or next(iter(self.questions), "")]

    def left(self, question: str) -> int:
        """How many questions the longest way from here has, this one included."""
        longest: dict[str, int] = {}
        for one in reversed(tuple(self.questions.values())):
            next_ones = (a.leads_to.subject for a in one.answers if a.leads_to.name == GUIDE)
            longest[one.id] = 1 + max((longest.get(name, 0) for name in next_ones), default=0)
        return longest[question]


def asked(stack: tuple[Route, ...]) -> int:
    """How many questions in a row have led here, counting the one that the visitor is at."""
    count = 0
    for route in reversed(stack):
        if route.name != GUIDE:
            break
        count += 1
    return count
