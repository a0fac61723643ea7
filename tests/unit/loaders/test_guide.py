"""The guide as it is read: every way ends with help, and what is wrong is told while the rest lives."""

from __future__ import annotations

import pytest

from kiosk.domain.catalog import Catalog
from kiosk.domain.navigation import GUIDE, HELP, ORGANISATION, SERVICE, Route
from kiosk.domain.problem import Severity
from tests.unit.loaders.builders import Content

W = Severity.WARNING
FILE = "guide.yaml"


def routes(catalog: Catalog, question: str) -> list[Route]:
    return [answer.leads_to for answer in catalog.guide.questions[question].answers]


def of_guide(content: Content, severity: Severity = Severity.ERROR) -> list[str]:
    """What a person reads about the guide: line and German reason."""
    mark = f"content/{FILE}:"
    return [line.removeprefix(mark) for line in content.said(severity) if line.startswith(mark)]


def test_a_sound_guide_leads_everywhere(content: Content) -> None:
    catalog = content.sound()
    assert list(catalog.guide.questions) == ["anliegen", "wohnen"]
    assert routes(catalog, "anliegen") == [Route(GUIDE, "wohnen"), Route(HELP)]
    assert routes(catalog, "wohnen") == [Route(SERVICE, "wohnung-anmelden"), Route(ORGANISATION, "centre")]
    assert catalog.guide.person == Route(SERVICE, "amt-finden")
    assert (of_guide(content), of_guide(content, W)) == ([], [])


def test_an_answer_has_the_hue_it_is_given_or_that_of_where_it_leads(content: Content) -> None:
    guide = content.sound().guide
    assert [answer.hue for answer in guide.questions["wohnen"].answers] == ["register", "people"]
    assert [answer.hue for answer in guide.questions["anliegen"].answers] == ["", "emergency"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("service: wohnung-anmelden", "service: wohnung-anmeldne", "11: Das Ziel „wohnung-anmeldne“ gibt es nicht"),
        ("organisation: centre", "organisation: centrum", "12: Das Ziel „centrum“ gibt es nicht"),
        ("question: wohnen", "question: wohnne", "6: Das Ziel „wohnne“ gibt es nicht"),
        ("service: wohnung-anmelden", "question: anliegen", "11: Diese Antwort führt zurück zur Frage „anliegen“"),
        ("service: wohnung-anmelden", "question: wohnen", "11: Diese Antwort führt zurück zur Frage „wohnen“"),
        (", service: wohnung-anmelden", "", "11: Diese Antwort führt an 0 Ziele"),
        ("service: wohnung-anmelden", "service: wohnung-anmelden, numbers: yes", "11: Diese Antwort führt an 2 Ziele"),
    ],
)
def test_an_answer_that_leads_nowhere_is_left_out_and_told(content: Content, old: str, new: str, said: str) -> None:
    """No dead end, no circle, no missing target: the other answers live."""
    content.edit(FILE, old, new)
    (told,) = of_guide(content)
    assert told.startswith(said)
    guide = content.sound().guide
    assert sum(len(question.answers) for question in guide.questions.values()) in (1, 3)
    assert next(iter(guide.questions)) == "anliegen"


def test_the_remedy_says_what_was_probably_meant(content: Content) -> None:
    content.edit(FILE, "service: wohnung-anmelden", "service: wohnung-anmeldne")
    (problem,) = [p for p in content.load()[1] if p.path.endswith(FILE) and p.severity is Severity.ERROR]
    assert problem.remedy["de"] == "Meinten Sie „wohnung-anmelden“?"
    assert problem.remedy["en"] == "Did you mean 'wohnung-anmelden'?"


def test_a_question_without_answers_takes_those_with_it_that_lead_there(content: Content) -> None:
    content.edit(FILE, "service: wohnung-anmelden", "service: x")
    content.edit(FILE, "organisation: centre", "organisation: x")
    assert list(content.sound().guide.questions) == ["anliegen"]
    assert routes(content.sound(), "anliegen") == [Route(HELP)]
    assert [line for line in of_guide(content) if line.startswith("8:")] == [
        "8: Von dieser Frage führt keine Antwort weiter; sie wird nicht gezeigt."
    ]
    assert of_guide(content, W) == ["6: „wohnen“ hat Fehler; bis dahin wird die Antwort nicht gezeigt."]


def test_without_its_first_question_there_is_no_guide(content: Content) -> None:
    content.edit(FILE, "question: wohnen", "question: x")
    content.edit(FILE, ", numbers: yes", "")
    guide = content.sound().guide
    assert (dict(guide.questions), guide.person) == ({}, Route(SERVICE, "amt-finden"))


def test_an_answer_to_a_broken_service_waits_until_it_is_mended(content: Content) -> None:
    content.edit("services/wohnung-anmelden.yaml", "short:", "shrot:")
    assert of_guide(content) == []
    assert of_guide(content, W) == ["11: „wohnung-anmelden“ hat Fehler; bis dahin wird die Antwort nicht gezeigt."]


def test_something_else_always_leads_to_somebody(content: Content) -> None:
    content.edit(FILE, "person: amt-finden", "person: niemand")
    assert content.sound().guide.person == Route(ORGANISATION, "centre")
    assert of_guide(content) == [
        "1: Weder Dienst noch Stelle heißt „niemand“; „Etwas anderes“ führt so lange zur Seite des Zentrums."
    ]


@pytest.mark.parametrize("person", ["centre", "buergerbuero"])
def test_the_person_may_sit_at_an_organisation(content: Content, person: str) -> None:
    content.edit(FILE, "person: amt-finden", f"person: {person}")
    assert content.sound().guide.person == Route(ORGANISATION, person)
    assert of_guide(content) == []


def test_a_person_at_a_broken_service_waits_until_it_is_mended(content: Content) -> None:
    content.edit("services/amt-finden.yaml", "short:", "shrot:")
    assert content.sound().guide.person == Route(ORGANISATION, "centre")
    assert [line[:4] for line in of_guide(content, W)] == ["1: „"]


def test_a_second_question_of_the_same_name_is_left_out(content: Content) -> None:
    content.edit(FILE, "id: wohnen", "id: anliegen")
    assert list(content.sound().guide.questions) == ["anliegen"]
    assert of_guide(content)[0] == "8: „anliegen“ gibt es schon; dieser zweite Eintrag wird nicht gezeigt."


def test_a_question_that_nobody_gets_to_is_told(content: Content) -> None:
    content.edit(FILE, "question: wohnen", "organisation: referat")
    assert of_guide(content, W) == ["8: Keine Antwort führt zu dieser Frage; niemand sieht sie."]


def chain(length: int) -> str:
    """A guide of so many questions, each leading to the next one."""
    answers = [f"question: f{number + 1}" for number in range(1, length)] + ["numbers: yes"]
    lines = ["person: centre", "questions:"]
    for number, leads_to in enumerate(answers, 1):
        lines += [f"  - id: f{number}", "    text: Was?", "    answers:"]
        lines.append(f"      - {{text: Weiter, icon: info, {leads_to}}}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("length", "told"),
    [(4, []), (5, ["3: Der längste Weg hat 5 Fragen; mehr als 4 sind zu viele."])],
)
def test_more_than_four_steps_are_too_many(content: Content, length: int, told: list[str]) -> None:
    content.write(FILE, chain(length))
    assert (of_guide(content), of_guide(content, W)) == ([], told)


def test_even_a_hundred_steps_stop_nothing(content: Content) -> None:
    content.write(FILE, chain(190))
    assert content.sound().guide.left("f1") == 190


def test_more_pictures_than_fit_at_one_glance_are_told(content: Content) -> None:
    more = "\n".join(f"      - {{text: Mehr {number}, icon: info, numbers: yes}}" for number in range(6))
    content.write(FILE, (content.root / FILE).read_text("utf-8") + more + "\n")
    assert of_guide(content, W) == ["11: 8 Antworten: Mit „Etwas anderes“ passen höchstens 8 auf einen Blick."]


def test_without_its_file_there_is_no_guide_and_the_rest_lives(content: Content) -> None:
    (content.root / FILE).unlink()
    assert content.sound().guide.questions == {}
    assert of_guide(content) == ["0: Die Datei fehlt."]


def test_questions_and_answers_are_translated_in_one_file(content: Content) -> None:
    words = {"anliegen.text": ("Was brauchen Sie?", "ماذا؟"), "anliegen.2": ("Gefahr", "خطر")}
    content.translate("translations/ar/guide/guide.yaml", words)
    question = content.sound().guide.questions["anliegen"]
    assert question.text.said("ar").text == "ماذا؟"
    assert [answer.text.said("ar").language for answer in question.answers] == ["de", "ar"]
