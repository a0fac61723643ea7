"""The table in docs/accessibility.md holds what it says: every row is there, every test it names is there and says its
row, what is on the acceptance sheet is printed on it, and nothing is open that is not listed as open here."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kiosk.staff.doctor import main

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "accessibility.md"
ROWS = {"T": 7, "C": 5, "S": 5, "R": 5, "V": 15, "F": 3, "I": 4, "L": 7, "P": 1, "Q": 4, "A": 3, "D": 1, "K": 1}
"""How many rows there are of each kind."""
OPEN = set("T-05 L-06 A-03 D-01".split())
"""The rows that are not verified, or not wholly. Take one out when its test is there."""
ID = re.compile(r"\b[A-Z]-\d\d\b")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
SHEET = "acceptance sheet"
OPEN_WHY = re.compile(r"\bopen: (\S.*)")
OF_A_ROW = re.compile(r"test_((?:[a-z]_\d\d_(?:and_)?)+)")
"""The beginning of a test's name that says its row: test_c_03_, test_q_01_and_q_02_."""
AUDIT = ROOT / "kiosk" / "screens" / "audit.py"


@dataclass(frozen=True)
class Row:
    """One requirement, as the table has it."""

    id: str
    asked: str
    source: str
    verified: str

    @property
    def tests(self) -> list[tuple[str, str]]:
        """The files and functions that verify it."""
        return NAMED.findall(self.verified)

    @property
    def on_the_sheet(self) -> bool:
        return SHEET in self.verified

    @property
    def open(self) -> str:
        """What is not verified and why; empty if all is."""
        found = OPEN_WHY.search(self.verified)
        return found[1] if found else ""


@cache
def table() -> tuple[Row, ...]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if ID.match(line.lstrip("| "))]
    return tuple(Row(*four) for four in cells)


@cache
def functions(file: str) -> dict[str, tuple[str, str]]:
    """What a test file says of each function: its name and docstrings, and its source."""
    text = (ROOT / file).read_text(encoding="utf-8")
    tree = ast.parse(text)
    of_file = ast.get_docstring(tree) or ""
    return {
        node.name: (f"{of_file} {ast.get_docstring(node) or ''}", ast.get_source_segment(text, node) or "")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }


def ids_in_name(name: str) -> set[str]:
    found = OF_A_ROW.match(name)
    return {id_.replace("_", "-").upper() for id_ in re.findall(r"[a-z]_\d\d", found[1])} if found else set()


def says(file: str, name: str, id_: str) -> bool:
    """Whether a test says which row it verifies: by its name, in its docstring or its file's, or by the faults that it
    has kiosk/screens/audit.py look for."""
    documented, source = functions(file)[name]
    told = f"{id_}: " if id_ not in ("T-01", "T-02") else f"'{id_}'"
    audited = "audit." in source and told in AUDIT.read_text(encoding="utf-8")
    return id_ in ids_in_name(name) or id_ in ID.findall(documented) or audited


def test_the_table_has_every_row_once_and_in_order() -> None:
    known = [f"{kind}-{number:02}" for kind, count in ROWS.items() for number in range(1, count + 1)]
    assert [row.id for row in table()] == known
    assert all(row.asked and row.source for row in table())
    assert [row.id for row in table() if not (row.tests or row.on_the_sheet or row.open)] == []


def test_every_test_that_is_named_is_there_and_says_its_row() -> None:
    wrong = []
    for row in table():
        for file, name in row.tests:
            if not (ROOT / file).is_file() or name not in functions(file):
                wrong.append(f"{row.id}: there is no {file}::{name}")
            elif not says(file, name, row.id):
                wrong.append(f"{row.id}: {file}::{name} does not say so")
    assert wrong == []


def test_every_test_that_is_named_after_a_row_stands_in_the_table() -> None:
    missing = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        file = str(path.relative_to(ROOT))
        for name in functions(file):
            rows = [row for row in table() if row.id in ids_in_name(name)]
            missing += [f"{row.id}: {file}::{name}" for row in rows if (file, name) not in row.tests]
            assert len(rows) == len(ids_in_name(name)), f"{file}::{name} is of no known row"
    assert missing == []


def test_what_is_open_is_listed_as_open() -> None:
    assert {row.id for row in table() if row.open} == OPEN
    assert all(len(row.open) > 10 for row in table() if row.open), "with its reason"


def test_the_sheet_has_the_rows_that_only_hardware_and_people_can_show(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--acceptance"])
    heads = [line for line in capsys.readouterr().out.splitlines() if re.match(r" ?\d+\. ", line)]
    printed = {id_ for line in heads for id_ in ID.findall(line)}
    assert len(heads) > 25
    assert printed == {row.id for row in table() if row.on_the_sheet}


def test_nobody_claims_that_a_standard_is_met() -> None:
    text = TABLE.read_text(encoding="utf-8").lower()
    assert "nobody has declared that this kiosk conforms" in text
    assert len(re.findall(r"conform|complian|zertifiz|certif", text)) == 1


CONTROL = [
    Row("C-03", "a", "b", "`tests/screens/test_rows_states.py::test_no_such_test`"),
    Row("C-03", "a", "b", "`tests/gui/test_touches.py::test_sliding_off_cancels`"),
]


def test_a_row_that_names_the_wrong_test_would_be_found() -> None:
    """Control: a test that is not there, one that is of another row, one that looks for other faults."""
    missing, other = CONTROL
    ((file, name),) = missing.tests
    assert name not in functions(file)
    assert not says(*other.tests[0], "C-03") and says(*other.tests[0], "S-03")
    whole = ("tests/screens/test_pages.py", "test_every_page_is_whole")
    assert says(*whole, "T-04") and says(*whole, "T-02") and not says(*whole, "F-01")
