"""Whatever happens to a file, nothing is raised, and one bad service never takes another with it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.problem import Severity
from kiosk.loaders.strings import load_strings
from tests.unit.loaders.builders import FILES, sound_content

SERVICES = sorted(name for name in FILES if name.startswith("services/"))
PIECES = [*"\t'\"{]#\n\0\u202e\ufffdü", ": ", "- ", "&a ", "*a ", "!x ", "\n\n---\n", "[" * 40]
SPOILS = st.tuples(st.integers(0, 2000), st.integers(0, 12), st.sampled_from(PIECES) | st.text(max_size=5))
"""Where, how many letters are lost there, and what stands there instead."""


def spoilt(text: str, spoils: list[tuple[int, int, str]]) -> bytes:
    """A text after some slips of the hand."""
    for place, lost, new in spoils:
        start = place % (len(text) + 1)
        text = text[:start] + new + text[start + lost :]
    return text.encode("utf-8", "surrogatepass")


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(SERVICES), st.lists(SPOILS, min_size=1, max_size=4) | st.binary(max_size=80))
def test_one_bad_service_never_takes_another_with_it(name: str, damage: list[tuple[int, int, str]] | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = sound_content(Path(folder) / "content")
        data = damage if isinstance(damage, bytes) else spoilt(FILES[name], damage)
        (content.root / name).write_bytes(data)
        catalog, problems = content.load()
        assert catalog is not None
        others = {Path(other).stem for other in SERVICES if other != name}
        assert others <= catalog.services.keys()
        if Path(name).stem not in catalog.services:
            assert any(p.severity is Severity.ERROR and p.path == f"content/{name}" for p in problems)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.lists(SPOILS, min_size=1, max_size=4) | st.binary(max_size=80))
def test_no_damage_to_any_file_raises(name: str, damage: list[tuple[int, int, str]] | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = sound_content(Path(folder) / "content")
        data = damage if isinstance(damage, bytes) else spoilt(FILES[name], damage)
        (content.root / name).write_bytes(data)
        catalog, problems = content.load()
        strings, more = load_strings(content.root, ["de", "en"])
        errors = [problem for problem in (*problems, *more) if problem.severity is Severity.ERROR]
        assert (catalog is not None and strings is not None) or errors
        for problem in (*problems, *more):
            assert problem.path.startswith("content") and problem.reason["de"] and problem.remedy["en"]
