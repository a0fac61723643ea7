"""Faults of the guide: a way that ends nowhere, or goes round in a circle."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

TARGETS = Fault(
    "Diese Antwort führt an {count} Ziele; sie wird nicht gezeigt.",
    "Genau eines angeben: „question“, „service“, „organisation“ oder „numbers: yes“.",
    "This answer leads to {count} places; it is not shown.",
    "Give exactly one: 'question', 'service', 'organisation' or 'numbers: yes'.",
)
UNKNOWN = Fault(
    "Das Ziel „{value}“ gibt es nicht; die Antwort wird nicht gezeigt.",
    "{hint}",
    "There is no '{value}' to lead to; the answer is not shown.",
    "{hint}",
)
LOST = Fault(
    "„{value}“ hat Fehler; bis dahin wird die Antwort nicht gezeigt.",
    "„{value}“ berichtigen.",
    "'{value}' has errors; until then the answer is not shown.",
    "Mend '{value}'.",
    Severity.WARNING,
)
CIRCLE = Fault(
    "Diese Antwort führt zurück zur Frage „{value}“: So kann man im Kreis gehen. Sie wird nicht gezeigt.",
    "Zu einer Frage weiter unten führen, oder „{value}“ unter diese Frage verschieben.",
    "This answer leads back to the question '{value}': that way one can go round in a circle. It is not shown.",
    "Lead to a question further down, or move '{value}' below this question.",
)
NO_ANSWER = Fault(
    "Von dieser Frage führt keine Antwort weiter; sie wird nicht gezeigt.",
    "Mindestens eine Antwort mit einem Ziel angeben.",
    "No answer leads on from this question; it is not shown.",
    "Give at least one answer that leads somewhere.",
)
NO_PERSON = Fault(
    "Weder Dienst noch Stelle heißt „{value}“; „Etwas anderes“ führt so lange zur Seite des Zentrums.",
    "{hint}",
    "No service or organisation is called '{value}'; until then 'something else' leads to the page of the centre.",
    "{hint}",
)
LOST_PERSON = Fault(
    "„{value}“ hat Fehler; „Etwas anderes“ führt so lange zur Seite des Zentrums.",
    "„{value}“ berichtigen.",
    "'{value}' has errors; until then 'something else' leads to the page of the centre.",
    "Mend '{value}'.",
    Severity.WARNING,
)
UNREACHED = Fault(
    "Keine Antwort führt zu dieser Frage; niemand sieht sie.",
    "Von einer Frage weiter oben hierher führen, oder sie löschen.",
    "No answer leads to this question; nobody sees it.",
    "Lead here from a question further up, or delete it.",
    Severity.WARNING,
)
TOO_LONG = Fault(
    "Der längste Weg hat {count} Fragen; mehr als {most} sind zu viele.",
    "Fragen zusammenlegen.",
    "The longest way has {count} questions; more than {most} are too many.",
    "Put questions together.",
    Severity.WARNING,
)
TOO_MANY = Fault(
    "{count} Antworten: Mit „Etwas anderes“ passen höchstens {most} auf einen Blick.",
    "Antworten zusammenlegen, oder auf zwei Fragen verteilen.",
    "{count} answers: together with 'something else' at most {most} fit at one glance.",
    "Put answers together, or spread them over two questions.",
    Severity.WARNING,
)
