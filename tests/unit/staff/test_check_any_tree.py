"""Whatever happens to a whole tree, `check` ends, says where, why and what to do, and steers no terminal.

500 trees a run, each with up to four things that people, editors, programs or disks do to files
(tests/unit/loaders/damage.py). KIOSK_TEST_TREES asks for more.
"""

from __future__ import annotations

import io
import json
import os
import tempfile
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.staff import links
from kiosk.staff.reading import problems_in
from kiosk.staff.report import LONGEST_LINE, Report, print_problems
from kiosk.staff.report_formats import as_github, as_json
from kiosk.text.fonts import icon_names
from tests.unit.loaders.builders import HOSTS
from tests.unit.loaders.damage import NAMES, SERVICES, Damage, damages, whole_content

TREES = int(os.environ.get("KIOSK_TEST_TREES", "500"))
TODAY = date(2026, 11, 28)
UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
ANY_TREE = settings(
    max_examples=TREES * 4 // 5, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
ONE_SERVICE = settings(ANY_TREE, max_examples=TREES // 5)


def judge(problems: Iterable[Problem]) -> None:
    """Every problem has a place, a reason and a remedy, in both languages, and none is endless."""
    for problem in problems:
        assert problem.path.startswith(("content", "config"))
        assert problem.line >= 0 and problem.column >= 0
        for code in ("de", "en"):
            for text in (problem.reason[code], problem.remedy[code]):
                assert text.strip() and len(text) < 1200
                assert "{value}" not in text and "{hint}" not in text


def judge_report(problems: list[Problem], folder: Path) -> None:
    """What is printed steers no terminal, in any format and language, and holds every problem once."""
    report = Report.of(problems)
    for language in ("de", "en"):
        stream = io.StringIO()
        print_problems(problems, stream, language)
        lines = stream.getvalue().split("\n")
        assert not {c for line in lines for c in line if unicodedata.category(c) in UNSEEN or "\u202a" <= c <= "\u202e"}
        commands = list(as_github(report, folder, language))
        assert len(commands) == len(report.every)
        assert all(command.startswith(("::error file=", "::warning file=", "::notice file=")) for command in commands)
        assert not {c for command in commands for c in command if unicodedata.category(c) in UNSEEN}
        carets = [line for line in lines if line.startswith("    ")]
        assert all(len(line) <= 2 * LONGEST_LINE + 4 for line in carets)
    again = json.loads(as_json(report))
    assert again["errors"] == len(report.errors) and len(again["problems"]) == len(report.every)


@ANY_TREE
@given(st.lists(damages(NAMES), min_size=1, max_size=4))
def test_no_damage_to_a_tree_makes_check_fall(done: list[Damage]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        whole_content(root)
        for one in done:
            one.do(root)
        problems = problems_in(Path(folder), TODAY)
        judge(problems)
        judge_report(problems, Path(folder))
        links.addresses(Path(folder))
        found, _ = load_settings(Path(folder) / "config" / "kiosk.yaml")
        catalog, _ = load_catalog(root, found.hosts)
        assert catalog is not None or any(problem.severity is Severity.ERROR for problem in problems)


@ONE_SERVICE
@given(st.sampled_from(SERVICES).flatmap(lambda name: st.lists(damages([name]), min_size=1, max_size=3)))
def test_whatever_happens_to_one_service_the_others_stay(done: list[Damage]) -> None:
    kinds = [one for one in done if one.what.__name__ not in ("folder_gone", "copied", "renamed")]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        whole_content(root)
        for one in kinds:
            one.do(root)
        catalog, problems = load_catalog(root, HOSTS, icon_names(), TODAY)
        assert catalog is not None
        hit = root / done[0].name
        assert {Path(name).stem for name in SERVICES} - {hit.stem} <= catalog.services.keys()
        if hit.stem not in catalog.services and os.path.lexists(hit):
            assert any(p.severity is Severity.ERROR and p.path == f"content/{done[0].name}" for p in problems)
