"""The lists of pronunciation: a fault is told at its place and costs no more than the line that it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.problem import Problem, Severity
from kiosk.domain.utterance import Utterance
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.pronunciation import load_pronunciation
from tests.unit.loaders.builders import HOSTS, Content, said

LIST = """\
digits: ["null", eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun]
between: "{from} bis {to}"
times:
  unit: [Uhr]
  hour: "{hour} Uhr"
  hours: "{from} bis {to} Uhr"
dates:
  day: "{day}. {month}"
  date: "{day}. {month} {year}"
  months: [Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember]
  years:
    2026: zwanzig sechsundzwanzig
words:
  z. B.: zum Beispiel
  Kita: Kiita
"""
SHOWN = "z. B. Kita, 115, 13–17 Uhr, 1.5.2026"
SPOKEN = "zum Beispiel Kiita, eins eins fünf, 13 bis 17 Uhr, 1. Mai zwanzig sechsundzwanzig"


def loaded(content: Content, list_: str, *codes: str) -> tuple[str, tuple[Problem, ...]]:
    """What is spoken for SHOWN with a German list, and the problems."""
    content.write("pronunciation/de.yaml", list_)
    pronouncer, problems = load_pronunciation(content.root, codes or ("de",))
    return pronouncer.pronounced(Utterance(SHOWN, "de")).voiced, problems


def test_a_sound_list_is_used(content: Content) -> None:
    assert loaded(content, LIST) == (SPOKEN, ())


FAULTS = {
    "unknown field": (
        ("words:", "wrods:"),
        "13: „wrods“ ist hier kein bekanntes Feld.",
        "Meinten Sie „words“?",
        "z. B. Kita, eins eins fünf, 13 bis 17 Uhr, 1. Mai zwanzig sechsundzwanzig",
    ),
    "unknown field within": (
        ("  hours:", "  huors:"),
        "6: „huors“ ist hier kein bekanntes Feld.",
        "Meinten Sie „hours“?",
        SPOKEN,
    ),
    "a word too few": (
        ("eins, zwei", "eins zwei"),
        "1: Hier stehen 9 Wörter, es müssen 10 sein; bis dahin liest die Stimme diese Zahlen, wie sie es kann.",
        "Der Reihe nach ergänzen, was fehlt, oder löschen, was zu viel ist; zwischen zwei Wörtern steht ein Komma.",
        SPOKEN.replace("eins eins fünf", "1 1 5"),
    ),
    "null without quotes": (
        ('"null"', "null"),
        "1: Das Feld ist leer.",
        "",
        SPOKEN.replace("eins eins fünf", "1 1 5"),
    ),
    "a lost place": (
        ('date: "{day}. {month} {year}"', 'date: "{day}. {month} {jahr}"'),
        "9: Hier müssen genau diese Wörter in geschweiften Klammern stehen: {day} {month} {year} "
        "(jetzt: {day} {jahr} {month}).",
        "Den Satz darum herum frei schreiben, die Wörter in den Klammern nicht übersetzen.",
        SPOKEN.replace("1. Mai zwanzig sechsundzwanzig", "1.5.2026"),
    ),
    "no year": (
        ("2026:", "zwanzig:"),
        "12: „zwanzig“ ist keine Jahreszahl.",
        "Vier Ziffern schreiben: 2026.",
        SPOKEN.replace("zwanzig sechsundzwanzig", "2026"),
    ),
    "a list for a word": (
        ("Kita: Kiita", "Kita: [Kiita]"),
        "15: Hier wird ein Text erwartet, keine Liste und keine weiteren Felder.",
        "",
        SPOKEN.replace("Kiita", "Kita"),
    ),
}


@pytest.mark.parametrize(("edit", "reason", "remedy", "spoken"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_and_the_rest_is_used(
    content: Content, edit: tuple[str, str], reason: str, remedy: str, spoken: str
) -> None:
    assert edit[0] in LIST
    voiced, problems = loaded(content, LIST.replace(*edit, 1))
    (problem,) = problems
    assert f"{problem.path}:{problem.line}: {problem.reason['de']}" == f"content/pronunciation/de.yaml:{reason}"
    assert remedy in problem.remedy["de"]
    assert problem.reason["en"] and problem.remedy["en"]
    assert voiced == spoken


@pytest.mark.parametrize("broken", ["words: {", "- eins\n- zwei\n", "", "words:\n  a: b\n  a: c\n"])
def test_a_file_that_cannot_be_read_leaves_its_language_to_the_voice(content: Content, broken: str) -> None:
    voiced, problems = loaded(content, broken)
    assert voiced == SHOWN
    assert [problem.path for problem in problems] == ["content/pronunciation/de.yaml"]


def test_a_missing_list_is_only_warned_of(content: Content) -> None:
    _, problems = loaded(content, LIST, "de", "en")
    assert said(problems, Severity.ERROR) == []
    (told,) = said(problems, Severity.WARNING)
    assert told.startswith("content/pronunciation/en.yaml:0: Für diese Sprache fehlt die Ausspracheliste")


def test_a_list_that_no_language_uses_is_told(content: Content) -> None:
    content.write("pronunciation/ru.yaml", LIST)
    content.write("pronunciation/notes.doc", "x")
    _, problems = loaded(content, LIST)
    assert [problem.path for problem in problems] == [
        "content/pronunciation/notes.doc",
        "content/pronunciation/ru.yaml",
    ]


def test_the_folder_belongs_to_the_content(content: Content) -> None:
    content.write("pronunciation/de.yaml", "words: {")
    catalog, problems = load_catalog(content.root, HOSTS)
    assert catalog is not None
    assert [problem.path for problem in problems if "pronunciation" in problem.path] == []


def test_a_folder_that_is_missing_is_no_trouble(tmp_path: Path) -> None:
    pronouncer, problems = load_pronunciation(tmp_path, ["de"])
    assert pronouncer.pronounced(Utterance("115", "de")) == Utterance("115", "de")
    assert len(problems) == 1
