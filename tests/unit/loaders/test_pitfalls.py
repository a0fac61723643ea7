"""What staff type by mistake is told in plain words, at its place, with what to do."""

from __future__ import annotations

import pytest
import yaml

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders import nodes
from kiosk.loaders.nodes import parsed
from tests.unit.loaders.mistakes import TEXTS


def told(problem: Problem) -> tuple[str, str, str]:
    """What a person reads of a problem."""
    return f"{problem.line}:{problem.column}", problem.reason["de"], problem.remedy["de"]


@pytest.mark.parametrize(("text", "place", "reason", "remedy"), TEXTS.values(), ids=TEXTS)
def test_a_mistake_is_told_in_plain_words(text: str, place: str, reason: str, remedy: str) -> None:
    node, problems = parsed(text, "content/services/kita.yaml")
    assert [told(problem) for problem in problems] == [(place, reason, remedy)]
    assert node is None
    assert problems[0].severity is Severity.ERROR
    assert problems[0].reason["en"] and problems[0].remedy["en"]


@pytest.mark.parametrize("text", [text for text, *_ in TEXTS.values()], ids=TEXTS)
def test_a_mistake_is_found_without_libyaml_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    node, problems = parsed(text, "content/services/kita.yaml")
    assert node is None
    assert problems


def test_what_a_hash_swallows_is_told() -> None:
    node, problems = parsed("address: Haus #3\nphone: 0341 115 # geprüft\n", "x.yaml")
    assert node is not None
    assert [told(problem)[:2] for problem in problems] == [
        ("1:10", "Alles nach „ #“ gilt als Bemerkung und wird nicht gezeigt.")
    ]


def test_a_direction_mark_is_only_warned_of() -> None:
    node, problems = parsed("name: \u200fHaus\n", "x.yaml")
    assert node is not None
    assert [told(problem)[1] for problem in problems] == ["Hier steht eine unsichtbare Richtungsmarke (U+200F)."]
    assert problems[0].severity is Severity.WARNING


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "name: &a Haus\nname: Garten\nicon: !x door\n"
    assert [told(problem)[0] for problem in parsed(text, "x.yaml")[1]] == ["1:7", "2:1", "3:7"]
