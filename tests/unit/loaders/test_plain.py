"""Plain language: what staff are told of a German text that is hard to read, in the words that they read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders import faults_plain
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.plain import WRITTEN_OUT, remarks

CONTENT = Path(__file__).resolve().parents[3] / "content"
WORDS = " ".join(["Wort"] * 15)  # as docs/content.md tells staff


def found(text: str) -> list[object]:
    return [remark.fault for remark in remarks(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS}. {WORDS}.",
        "Verein e.V., Haus Nr. 3, am 3. Mai (Montag) und (Dienstag).",
        "Das Bad ist im Park. Etca. Marca.",
        "",
    ],
)
def test_plain_texts_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_sentence_with_one_word_too_many_is_named() -> None:
    assert found(f"Kurz. {WORDS} – und.") == [faults_plain.LONG_SENTENCE]


@pytest.mark.parametrize("short", WRITTEN_OUT)
def test_each_abbreviation_is_found_with_and_without_its_spaces(short: str) -> None:
    for written in {short, short.replace(" ", ""), short.replace(" ", "\u00a0"), short[0].upper() + short[1:]}:
        (remark,) = remarks(f"Ausweis {written} Pass.")
        assert remark.fault is faults_plain.ABBREVIATION
        assert remark.values == {"value": written, "whole": WRITTEN_OUT[short]}


def test_brackets_inside_brackets_are_named_even_if_one_is_not_closed() -> None:
    assert found("Pass (auch alt (bis 2020)) genügt.") == [faults_plain.NESTED_BRACKETS]
    assert found("Pass (auch alt (bis 2020 genügt.") == [faults_plain.NESTED_BRACKETS]


def test_looking_through_a_huge_text_is_quick() -> None:
    assert len(list(remarks("(" * 1_000_000 + " z. B." * 100_000))) <= 3


def plain(problems: tuple[Problem, ...]) -> list[Problem]:
    told = [problem for problem in problems if problem.severity is Severity.WARNING]
    return [p for p in told if "Wörter. Wer" in p.reason["de"] or "Abkürzung" in p.reason["de"]]


def test_the_shipped_texts_are_plain_and_a_hard_one_is_told_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    assert plain(load_catalog(folder, frozenset())[1]) == []
    file = folder / "services" / "wohngeld.yaml"
    lines = file.read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if line.startswith("what:"))
    lines[number] = "what: Sie brauchen ggf. einen Ausweis."
    file.write_text("\n".join([*lines, ""]), "utf-8")
    (problem,) = plain(load_catalog(folder, frozenset())[1])
    assert (problem.path, problem.line) == ("content/services/wohngeld.yaml", number + 1)
    assert problem.reason["de"] == "„ggf.“ ist eine Abkürzung, die viele nicht kennen."
    assert problem.remedy["de"] == "Ausschreiben: „wenn nötig“, oder anders sagen."
    assert problem.reason["en"] == "'ggf.' is an abbreviation that many people do not know."
