"""Every fault can be told: in both languages, with the same gaps, and never with a hole."""

from __future__ import annotations

import string
from types import ModuleType

import pytest

from kiosk.domain.problem import Severity
from kiosk.loaders import faults_content, faults_fields, faults_files, faults_links, faults_plain, faults_settings
from kiosk.loaders.faults import Both, Fault, listed, near, slip

MODULES = (faults_content, faults_fields, faults_files, faults_links, faults_plain, faults_settings)


def faults_of(module: ModuleType) -> dict[str, Fault]:
    """The faults of a module by name."""
    return {name: fault for name, fault in vars(module).items() if isinstance(fault, Fault)}


FAULTS = {name: fault for module in MODULES for name, fault in faults_of(module).items()}


def gaps(text: str) -> set[str]:
    """The gaps in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_can_be_told_in_both_languages(fault: Fault) -> None:
    assert gaps(fault.de) == gaps(fault.en)
    assert gaps(fault.de_remedy) == gaps(fault.en_remedy)
    problem = fault.at("x.yaml", 1, 2, "line", **dict.fromkeys(gaps(fault.de + fault.de_remedy), "WERT"))
    for texts in (problem.reason, problem.remedy):
        assert set(texts) == {"de", "en"}
        assert all(text and text == text.strip() and "{WERT" not in text for text in texts.values())


def test_no_two_faults_have_the_same_name() -> None:
    assert len(FAULTS) == sum(len(faults_of(module)) for module in MODULES)


def test_a_long_value_is_cut_and_braces_in_it_are_harmless() -> None:
    problem = Fault("„{value}“", "–", "'{value}'", "–").at("x", 0, 0, "", value="{value}" + "x" * 100)
    assert problem.reason["de"] == "„{value}" + "x" * 52 + "…“"


def test_a_gap_may_differ_between_the_languages() -> None:
    problem = Fault("{what}", "–", "{what}", "–", Severity.WARNING).at("x", what=Both("Haus", "house"))
    assert problem.reason == {"de": "Haus", "en": "house"}
    assert problem.severity is Severity.WARNING


def test_hints() -> None:
    assert near("stafing", ["staffing", "city"]).de == "Meinten Sie „staffing“?"
    assert near("qq", ["staffing", "city"]).en == "Possible are: city, staffing."
    assert near("qq", []).de == "Hier ist nichts möglich."
    assert near("qq", [f"x{n:02}" for n in range(30)]).de.endswith("x11 ….")
    assert slip("stafing", ["staffing"]).de == "Meinten Sie „staffing“?"
    assert slip("city", ["staffing"]).de == ""
    assert listed(["a", "b"]).de == "a, b"
    assert listed([str(n) for n in range(14)]).de.endswith("10, 11 … (+2)")
