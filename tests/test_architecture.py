"""Who may import whom, which library has which door, and how long things may get: the house rules, held by reading the
source. The tables say the rules; each rule below is shown to turn red on a small bad kiosk of its own."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.rooms import (
    BELOW,
    CLOCKS,
    DOORS,
    GIVEN,
    LONGEST_FILE,
    LONGEST_FUNCTION,
    NAMED_BY_TABLE,
    NOT_BEFORE_VISITORS,
)

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Source:
    """One file of Python, read."""

    name: str
    place: str
    lines: int
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.partition(".")[2].partition(".")[0]

    def at(self, node: ast.AST, what: str) -> str:
        return f"{self.place}:{getattr(node, 'lineno', 1)}: {what}"


def sources(root: Path, *folders: str) -> dict[str, Source]:
    """Read all Python under the folders: module name → source."""
    found = {}
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            place = path.relative_to(root)
            name = ".".join(place.with_suffix("").parts).removesuffix(".__init__")
            text = path.read_text(encoding="utf-8")
            found[name] = Source(name, str(place), text.count("\n"), ast.parse(text))
    return found


def imported(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    """All that a source imports, wherever in it: `from a import b` gives a.b, for b may be a module."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{'.' * node.level}{node.module or ''}.{alias.name}") for alias in node.names)


def within(name: str, modules: str) -> bool:
    """Tell whether a module is one of these or in one of these."""
    return any(name == module or name.startswith(module + ".") for module in modules.split())


def arrows_point_down(root: Path) -> Iterator[str]:
    """A room uses only the rooms below it, and says so with absolute imports."""
    known = sources(root, "kiosk")
    for source in known.values():
        if source.room and source.room not in BELOW:
            yield f"{source.place}:1: the room '{source.room}' is not in the table BELOW: say what it may use"
            continue
        for node, name in imported(source):
            if name.startswith("."):
                yield source.at(node, "relative import: write the whole name, kiosk.…")
            elif within(name, "kiosk"):
                other, allowed = name.split(".")[1], (source.room, *BELOW.get(source.room, "").split())
                if f"kiosk.{other}" in known and other not in allowed:
                    yield source.at(node, f"{source.room or 'kiosk'} must not use {other}")


def libraries_have_one_door(root: Path) -> Iterator[str]:
    """A library is imported where its door is, and nowhere else."""
    for source in sources(root, "kiosk").values():
        for node, name in imported(source):
            library = name.partition(".")[0]
            if library in DOORS:
                if not within(source.name, DOORS[library]):
                    yield source.at(node, f"{library} is imported only in {DOORS[library].replace(' ', ', ')}")
            elif library not in sys.stdlib_module_names and library not in ("kiosk", ""):
                yield source.at(node, f"{library} has no door: name the one module that may import it in DOORS")


def visitors_process_stays_clean(root: Path) -> Iterator[str]:
    """Nothing that kiosk/app.py imports, however far along the chain, loads what visitors' process must not hold."""
    known = sources(root, "kiosk")
    if "kiosk.app" not in known:
        yield "kiosk/app.py:1: missing: this is where the visitors' process begins"
        return
    chains: dict[str, str] = {"kiosk.app": "kiosk.app"}
    waiting = ["kiosk.app"]
    while waiting:
        source = known[waiting.pop()]
        for node, name in imported(source):
            if within(name, NOT_BEFORE_VISITORS):
                yield source.at(node, f"visitors' process must not load {name} ({chains[source.name]})")
            parts = name.split(".")
            for module in (".".join(parts[:length]) for length in range(1, len(parts) + 1)):
                if module in known and module not in chains:
                    chains[module] = f"{chains[source.name]} → {module}"
                    waiting.append(module)


def names_stand_in_imports(root: Path) -> Iterator[str]:
    """Loading a module by a computed name would hide it from these rules."""
    for source in sources(root, "kiosk").values():
        for node in ast.walk(source.tree):
            name = getattr(node, "attr", getattr(node, "id", getattr(node, "name", "")))
            if name in ("import_module", "__import__") and source.name not in NAMED_BY_TABLE.split():
                yield source.at(node, f"{name}: only {NAMED_BY_TABLE.replace(' ', ' and ')} load modules by name")


def values_are_structs(root: Path) -> Iterator[str]:
    """Values are msgspec's: a start makes 143 kinds of them, and each dataclass is compiled from source text then."""
    for source in sources(root, "kiosk").values():
        for node, name in imported(source):
            if within(name, "dataclasses"):
                yield source.at(node, "dataclasses: write class …(Struct, frozen=True), as msgspec has it")


def time_is_given(root: Path) -> Iterator[str]:
    """No clock and no dice where the same question must always get the same answer."""
    for source in sources(root, "kiosk").values():
        if source.room not in GIVEN.split():
            continue
        for node, name in imported(source):
            if name.partition(".")[0] in ("time", "random", "secrets"):
                yield source.at(node, f"{name}: {source.room} is given time and chance, it does not take them")
        for call in ast.walk(source.tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS:
                yield source.at(call, f".{call.func.attr}(): {source.room} is given the time, it does not look")


def things_stay_short(root: Path) -> Iterator[str]:
    """A file fits a few screens, a function one."""
    for source in sources(root, "kiosk", "tests", "tools", "benchmarks").values():
        if source.lines > LONGEST_FILE:
            yield f"{source.place}:1: {source.lines} lines: a file has at most {LONGEST_FILE}"
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    yield source.at(node, f"{node.name}: {length} lines: a function has at most {LONGEST_FUNCTION}")


def public_things_say_what_they_are(root: Path) -> Iterator[str]:
    """Modules, and classes, functions and methods that others may use, have a docstring."""

    def look(source: Source, node: ast.Module | ast.ClassDef) -> Iterator[str]:
        for thing in node.body:
            if isinstance(thing, ast.ClassDef | ast.FunctionDef) and not thing.name.startswith("_"):
                if not ast.get_docstring(thing):
                    yield source.at(thing, f"{thing.name} has no docstring")
                if isinstance(thing, ast.ClassDef):
                    yield from look(source, thing)

    for source in sources(root, "kiosk", "tools").values():
        if not ast.get_docstring(source.tree):
            yield f"{source.place}:1: the module has no docstring"
        yield from look(source, source.tree)


def named_by_tables() -> set[str]:
    return {f"kiosk.{room}" for room in BELOW} | {module for doors in DOORS.values() for module in doors.split()}


def tables_name_what_is_there(root: Path) -> Iterator[str]:
    """A room or a door that is gone leaves the tables, too."""
    known = sources(root, "kiosk")
    for module in sorted(named_by_tables()):
        if module not in known:
            yield f"tests/test_architecture.py:1: there is no {module}: take it out of the table"


Rule = Callable[[Path], Iterator[str]]
RULES: list[Rule] = [
    *(arrows_point_down, libraries_have_one_door, visitors_process_stays_clean, names_stand_in_imports, time_is_given),
    *(values_are_structs, things_stay_short, public_things_say_what_they_are, tables_name_what_is_there),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_kiosk_keeps_the_rule(rule: Rule) -> None:
    assert "\n".join(rule(ROOT)) == ""


@pytest.fixture
def small_kiosk(tmp_path: Path) -> Path:
    """Every room and door of the tables, each an empty module with a docstring: a kiosk that keeps all rules."""
    for name in named_by_tables():
        write(tmp_path, f"{name.replace('.', '/')}/__init__.py", "")
    return tmp_path


def write(root: Path, place: str, code: str) -> None:
    (path := root / place).parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'"""Says what it is."""\n{code}\n', encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_kiosk_without_faults_is_left_in_peace(rule: Rule, small_kiosk: Path) -> None:
    write(small_kiosk, "kiosk/speech/gtts/__init__.py", "import gtts\nimport json\nfrom kiosk.domain import node")
    write(small_kiosk, "kiosk/app/__init__.py", "from kiosk import VERSION, stage\nimport kiosk.speech.engine")
    write(small_kiosk, "kiosk/widgets/tile.py", "def tile():\n    'Draw it.'\n    def _part():\n        pass")
    assert list(rule(small_kiosk)) == []


BAD = [
    (arrows_point_down, "kiosk/domain/a.py", "from kiosk.loaders import nodes", "domain must not use loaders"),
    (arrows_point_down, "kiosk/presenters/a.py", "import kiosk.stage.window", "presenters must not use stage"),
    (arrows_point_down, "kiosk/widgets/a.py", "def _a():\n    from kiosk import stage", "widgets must not use stage"),
    (arrows_point_down, "kiosk/staff/a.py", "from kiosk.stage.window import W", "staff must not use stage"),
    (arrows_point_down, "kiosk/audio/a.py", "import kiosk.loaders", "audio must not use loaders"),
    (arrows_point_down, "kiosk/audio/a.py", "from . import b", "relative import"),
    (arrows_point_down, "kiosk/cellar/a.py", "", "'cellar' is not in the table"),
    (libraries_have_one_door, "kiosk/domain/a.py", "from kivy.clock import Clock", "kivy is imported only in"),
    (libraries_have_one_door, "kiosk/loaders/a.py", "import yaml", "yaml is imported only in kiosk.loaders.nodes"),
    (libraries_have_one_door, "kiosk/audio/player.py", "import pygame.mixer", "pygame is imported only in"),
    (libraries_have_one_door, "kiosk/speech/a.py", "from gtts import gTTS", "gtts is imported only in"),
    (libraries_have_one_door, "kiosk/stage/a.py", "import qrcode", "qrcode is imported only in kiosk.qr"),
    (libraries_have_one_door, "kiosk/audio/a.py", "from ctypes import CDLL", "ctypes is imported only in"),
    (libraries_have_one_door, "kiosk/audio/a.py", "import espeakng_loader", "espeakng_loader is imported only in"),
    (libraries_have_one_door, "kiosk/text/a.py", "import qtawesome", "qtawesome has no door"),
    (visitors_process_stays_clean, "kiosk/app/__init__.py", "import kiosk.speech.gtts", "must not load kiosk.speech"),
    (visitors_process_stays_clean, "kiosk/app/__init__.py", "import espeakng_loader", "must not load espeakng"),
    (names_stand_in_imports, "kiosk/audio/a.py", "import importlib as i\ni.import_module('b')", "by name"),
    (names_stand_in_imports, "kiosk/audio/a.py", "__import__('gtts')", "load modules by name"),
    (values_are_structs, "kiosk/domain/a.py", "from dataclasses import replace", "write class …(Struct, frozen=True)"),
    (time_is_given, "kiosk/domain/a.py", "import time", "domain is given time"),
    (time_is_given, "kiosk/presenters/a.py", "def _a(d):\n    return d.now()", "presenters is given the time"),
    (things_stay_short, "kiosk/text/a.py", "\n" * 299, "at most 300"),
    (things_stay_short, "tests/a.py", "def a():\n" + "    pass\n" * 60, "a: 61 lines"),
    (public_things_say_what_they_are, "kiosk/text/a.py", "def a():\n    pass", "a has no docstring"),
    (public_things_say_what_they_are, "kiosk/text/a.py", "class A:\n    'One.'\n    def b(self): ...", "b has no"),
]


@pytest.mark.parametrize(("rule", "place", "code", "complaint"), BAD, ids=lambda part: getattr(part, "__name__", ""))
def test_a_broken_rule_turns_red(rule: Rule, place: str, code: str, complaint: str, small_kiosk: Path) -> None:
    write(small_kiosk, place, code)
    (said,) = rule(small_kiosk)
    assert said.startswith(place.rpartition("/")[0])
    assert complaint in said


def test_a_forbidden_library_is_found_at_the_end_of_a_chain(small_kiosk: Path) -> None:
    write(small_kiosk, "kiosk/app/__init__.py", "from kiosk.audio.clips import Clips")
    write(small_kiosk, "kiosk/audio/clips.py", "import kiosk.audio.child")
    write(small_kiosk, "kiosk/audio/child/__init__.py", "import pygame")
    child, library = visitors_process_stays_clean(small_kiosk)
    assert "must not load kiosk.audio.child (kiosk.app → kiosk.audio.clips)" in child
    assert "must not load pygame (kiosk.app → kiosk.audio.clips → kiosk.audio.child)" in library


def test_what_is_gone_must_leave_the_tables(small_kiosk: Path) -> None:
    (small_kiosk / "kiosk" / "qr" / "__init__.py").unlink()
    (small_kiosk / "kiosk" / "app" / "__init__.py").unlink()
    assert [said.split()[4] for said in tables_name_what_is_there(small_kiosk)] == ["kiosk.app:", "kiosk.qr:"]
    assert "kiosk/app.py:1: missing" in "".join(visitors_process_stays_clean(small_kiosk))
