"""Every value is text and knows its place; nothing that a file may hold makes reading fail or explode."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.loaders import nodes
from kiosk.loaders.characters import LINE_BREAK
from kiosk.loaders.nodes import Items, Node, Table, Text, parsed


def plain(node: Node | None) -> object:
    """A node without its places."""
    if isinstance(node, Table):
        return {name: plain(value) for name, value in node.values.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Text) else None


WRITTEN = "no yes on off true 8:30 18:00 08:30 0341123 01067 04177 1.10 1e3 0x1F 12_000 2025-01-02 2025-13-45 =".split()


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_a_value_stays_what_was_written(written: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_LOADER", getattr(yaml, loader))
    assert plain(parsed(f"a: {written}\n", "x.yaml")[0]) == {"a": written}


@pytest.mark.parametrize("nothing", ["", "~", "null", "# Bemerkung"])
def test_nothing_is_the_empty_text(nothing: str) -> None:
    assert plain(parsed(f"a: {nothing}\nb: c\n", "x.yaml")[0]) == {"a": "", "b": "c"}


def test_quoted_null_is_a_word() -> None:
    assert plain(parsed('a: "null"\n', "x.yaml")[0]) == {"a": "null"}


def test_letters_are_composed() -> None:
    assert plain(parsed('a: Bu\u0308ro\n"u\u0308": 1\n', "x.yaml")[0]) == {"a": "B\u00fcro", "\u00fc": "1"}


def test_joiners_stay() -> None:
    assert plain(parsed("a: می\u200cخواهم\n", "x.yaml")[0]) == {"a": "می\u200cخواهم"}


def test_a_node_knows_its_place() -> None:
    node, _ = parsed("# Kopf\nhours:\n  mon: 9-12\nbring:\n  - Pass\n  - Bild\n", "x.yaml")
    assert isinstance(node, Table)
    hours, bring = node.values["hours"], node.values["bring"]
    assert isinstance(hours, Table) and isinstance(bring, Items)
    assert (hours.names["mon"].line, hours.names["mon"].column) == (3, 3)
    assert (hours.values["mon"].line, hours.values["mon"].column) == (3, 8)
    assert [(item.line, item.column) for item in bring.items] == [(5, 5), (6, 5)]
    assert bring.items[1].source.lines[5] == "  - Bild"


def test_places_count_letters_not_bytes() -> None:
    node, _ = parsed("{ü: ö, ä: 1}", "x.yaml")
    assert isinstance(node, Table)
    assert node.names["ä"].column == 8


@pytest.mark.parametrize("error", [RecursionError("deep"), ValueError("chr() arg"), MemoryError(), KeyError("x")])
def test_whatever_a_parser_throws_is_a_fault_of_the_file(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def thrown(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(yaml, "parse", thrown)
    node, (problem,) = parsed("a: b\n", "x.yaml")
    assert node is None
    assert problem.reason["de"] == f"Die Datei ist ab hier nicht lesbar ({type(error).__name__}: {error})."


@pytest.mark.parametrize("text", ["\u2069a\u2066", "\u2066a", "a\u2069", "\u2066\u2066a\u2069"])
def test_isolates_are_closed_in_their_order(text: str) -> None:
    assert parsed(f"a: {text}\n", "x.yaml")[0] is None
    assert plain(parsed("a: \u2066\u2067a\u2069\u2069\n", "x.yaml")[0]) == {"a": "\u2066\u2067a\u2069\u2069"}


def test_an_alias_bomb_is_refused() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    node, problems = parsed(text, "x.yaml")
    assert node is None
    assert len(problems) == 20


def test_a_merge_key_bomb_is_refused() -> None:
    text = "a0: &a0 {k: v}\n" + "".join(
        f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}\n" for n in range(1, 9)
    )
    assert parsed(text, "x.yaml")[0] is None


@pytest.mark.parametrize("piece", [*"[{'\"#%\x01", "- ", "? ", "a: {", "*a ", "!a ", "&a ", ": ", "[],", "a, "])
def test_a_file_full_of_one_thing_ends(piece: str) -> None:
    parsed(piece * (100_000 // len(piece)), "x.yaml")


YAML_LIKE = st.lists(
    st.sampled_from([*"abüع: -[]{}#&*!|>'\"%@`,?\n\t\\\u2067\ufeff\x85", "\n  ", "- ", ": ", "---\n", "\\x"])
).map("".join)


@given(YAML_LIKE | st.text())
def test_no_text_makes_reading_fail(text: str) -> None:
    node, problems = parsed(text, "x.yaml")
    assert node is not None or problems
    for problem in problems:
        assert 0 <= problem.line <= len(LINE_BREAK.split(text)) + 1
