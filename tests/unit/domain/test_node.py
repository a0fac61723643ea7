"""The one tree: in which order it is walked, what is found in it, and what is read aloud of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.language import Said, isolate
from kiosk.domain.navigation import HOME, Route
from kiosk.domain.node import Node, Role, Sentence, View
from kiosk.domain.utterance import Utterance


def text(
    node_id: str, name: str = "", value: str = "", *children: Node, language: str = "de", silent: bool = False
) -> Node:
    return Node(node_id, Role.TEXT, Said(name, language), Said(value, language), silent=silent, children=children)


TREE = text("a", "A.", "", text("b", "B.", "", text("c", "C.")), text("d", "D."))
VIEW = View(Route(HOME), "de", (text("head", "Kopf."),), (TREE, text("e", "E.")), (text("key", "Zurück"),))


def heard(view: View) -> list[str]:
    return [sentence.utterance.text for sentence in view.sentences()]


def test_a_node_is_walked_before_what_is_in_it() -> None:
    assert [node.id for node in TREE.walk()] == ["a", "b", "c", "d"]


def test_a_view_is_read_from_header_to_overlay() -> None:
    view = replace(VIEW, overlay=text("over", "", "", text("yes")))
    assert [node.id for node in view.nodes()] == ["head", "a", "b", "c", "d", "e", "key", "over", "yes"]
    assert [node.id for node in VIEW.nodes()][-1] == "key"


def test_a_node_is_found_by_its_id_wherever_it_is() -> None:
    assert VIEW["c"] is VIEW.find("c") is TREE.children[0].children[0]
    assert VIEW["key"].name == Said("Zurück", "de")
    assert VIEW.find("nowhere") is None
    with pytest.raises(KeyError, match="nowhere"):
        VIEW["nowhere"]


def test_only_the_main_part_is_read_aloud() -> None:
    assert heard(VIEW) == ["A.", "B.", "C.", "D.", "E."]


def test_the_overlay_alone_is_read_aloud() -> None:
    assert heard(replace(VIEW, overlay=text("over", "Noch da?", "", text("yes", "Ja")))) == ["Noch da?", "Ja"]


def test_a_silent_node_is_passed_over_but_not_what_is_in_it() -> None:
    main = (text("a", "A.", "", text("b", "B."), silent=True), text("c", "C.", "Mehr.", silent=True))
    assert heard(replace(VIEW, main=main)) == ["B."]


def test_every_sentence_knows_where_it_stands() -> None:
    said = f"Rufen Sie {isolate('0341 115')} an.  Das kostet nichts."
    view = replace(VIEW, main=(text("a", said, "Und mehr. Noch mehr."),))
    found = [(s.node, s.part, s.utterance.text) for s in view.sentences()]
    assert found == [
        ("a", "name", "Rufen Sie 0341 115 an."),
        ("a", "name", "Das kostet nichts."),
        ("a", "value", "Und mehr."),
        ("a", "value", "Noch mehr."),
    ]
    shown = [getattr(view[s.node], s.part).text[s.start : s.end] for s in view.sentences()]
    assert shown == [f"Rufen Sie {isolate('0341 115')} an.", "Das kostet nichts.", "Und mehr.", "Noch mehr."]


def test_every_sentence_is_spoken_in_the_language_it_is_written_in() -> None:
    main = (Node("a", Role.TEXT, Said("Bürgerbüro", "de"), Said("دائرة العنوان", "ar")),)
    assert replace(VIEW, main=main).sentences() == (
        Sentence("a", "name", 0, 10, Utterance("Bürgerbüro", "de")),
        Sentence("a", "value", 0, 13, Utterance("دائرة العنوان", "ar")),
    )


@pytest.mark.parametrize(
    ("figures", "heard"), [("112", "112"), (isolate("0341 115"), "0341 115"), ("116 117", "116 117")]
)
def test_figures_are_spoken_in_the_language_of_who_listens(figures: str, heard: str) -> None:
    main = (text("a", figures, "ab 9 Uhr", text("b", "Nr. 2")),)
    found = [(s.utterance.text, s.utterance.language) for s in replace(VIEW, language="ar", main=main).sentences()]
    assert found == [(heard, "ar"), ("ab 9 Uhr", "de"), ("Nr. 2", "de")]


def test_two_sentences_without_a_space_between_them_share_no_character() -> None:
    """Ethiopic writes none, and a soft hyphen or an isolate may stand there."""
    view = replace(VIEW, main=(text("a", "ሰላም።\u00adሰላም።", language="ti"),))
    assert [(s.start, s.end, s.utterance.text) for s in view.sentences()] == [(0, 5, "ሰላም።"), (5, 9, "ሰላም።")]


@pytest.mark.parametrize("nothing", ["", " ", "–", "\u2068\u2069"])
def test_what_holds_no_word_is_not_read_aloud(nothing: str) -> None:
    assert heard(replace(VIEW, main=(text("a", nothing, "Ja."),))) == ["Ja."]
