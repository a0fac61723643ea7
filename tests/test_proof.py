"""The page docs/proof.md holds what it says: every test and command that it names is there, and every fault has one."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "proof.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("|")]
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
MODULES = re.findall(r"-m (benchmarks\.\w+)", PAGE)
TARGETS = re.findall(r"`make (\w+)`", PAGE)
HEAD = "| fault | how | held by | asked | measured |"


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_every_test_that_is_named_is_there(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_fault_has_its_test() -> None:
    faults = ROWS[ROWS.index(HEAD) + 2 :]
    assert len(faults) > 20
    assert [row for row in faults if "`tests/" not in row] == []


def test_every_command_that_is_named_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert MODULES and all(importlib.util.find_spec(module) for module in MODULES)
    assert TARGETS and all(f"\n{target}:" in makefile for target in TARGETS)
