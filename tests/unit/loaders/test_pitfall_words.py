"""The fixed corpus of pitfalls: the exact words that a person reads about each, in German and in English.

pitfalls.txt is the judge. A sentence that changes turns this red; put the new one there when it is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.catalog import Catalog
from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.nodes import parsed
from tests.unit.loaders.builders import Content, sound_content
from tests.unit.loaders.mistakes import TEXTS
from tests.unit.loaders.pitfalls import CASES, SERVICE, Case

EXPECTED = Path(__file__).with_name("pitfalls.txt")


def words(problem: Problem) -> list[str]:
    """A problem as pitfalls.txt holds it."""
    sign = "" if problem.severity is Severity.ERROR else "(!) "
    place = f"{problem.path.removeprefix('content/')}:{problem.line}:{problem.column}"
    return [place, *(f"  {code}: {sign}{problem.reason[code]} → {problem.remedy[code]}" for code in ("de", "en"))]


def spoilt(case: Case, content: Content) -> None:
    """Write what is wrong in a case."""
    path = content.root / case.file
    text = path.read_text("utf-8")
    assert case.old in text, case.name
    path.write_bytes((text.replace(case.old, case.text) if case.old else case.text).encode(case.encoding))


def told(case: Case, root: Path) -> list[str]:
    """What a person reads of the file of a case; where nothing is wrong, what the kiosk reads there."""
    content = sound_content(root)
    spoilt(case, content)
    _, problems = content.load()
    found = [line for problem in problems if problem.path.endswith(case.file) for line in words(problem)]
    return found or [f"  = {one}" for one in read(case, content.sound())]


def read(case: Case, catalog: Catalog) -> Iterator[str]:
    """What the kiosk read in the file of a case: what stands in the fields that the cases change."""
    if case.file == SERVICE:
        service = catalog.services["amt-finden"]
        yield f"name {service.name.said('de').text}, as_of {service.origin.as_of}, unsure {service.origin.unsure}"
        return
    office = catalog.organisations["referat"]
    hours = office.hours.week[0] if office.hours else ()
    monday = " ".join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in hours)
    yield f"monday {monday}, address {office.address or '–'}, phone {office.phone or '–'}"


def blocks(root: Path) -> dict[str, str]:
    """Every case by its heading, and what a person reads of it."""
    found: dict[str, str] = {}
    for name, (text, *_) in TEXTS.items():
        _, problems = parsed(text, "x.yaml")
        found[f"{len(found) + 1}. {name}"] = "\n".join(line for problem in problems for line in words(problem))
    for case in CASES:
        found[f"{len(found) + 1}. {case.name}"] = "\n".join(told(case, root / str(len(found)) / "content"))
    return found


def test_every_pitfall_is_told_in_exactly_these_words(tmp_path: Path) -> None:
    written = "".join(f"{heading}\n{block}\n\n" for heading, block in blocks(tmp_path).items())
    assert written == EXPECTED.read_text("utf-8")


def test_the_corpus_is_large_and_numbered() -> None:
    headings = [line for line in EXPECTED.read_text("utf-8").splitlines() if line[:1].isdigit() and ". " in line]
    assert len(headings) == len(TEXTS) + len(CASES) >= 90
    assert [int(line.partition(".")[0]) for line in headings] == list(range(1, len(headings) + 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_pitfall_costs_its_own_entry_at_most(case: Case, tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    spoilt(case, content)
    assert {"wohnung-anmelden", "leipzig-pass"} <= content.sound().services.keys()
