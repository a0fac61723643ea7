"""Rows of docs/accessibility.md about words and signs, over all that the real content shows in every language: names of
languages (L-01), figures (L-05), sentences (L-07), pictograms (P-01, T-06), codes (Q-03, Q-04) and help (D-01)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product

import bidi
import pytest

from kiosk.domain import navigation as nav
from kiosk.domain.language import Said
from kiosk.domain.modes import Mode
from kiosk.domain.node import Node, Role, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import sentences
from kiosk.presenters.registry import present
from kiosk.qr import matrix
from kiosk.widgets.pieces import Code, Piece, Sign, Text
from tests.screens.test_layout import LANGUAGES, ROOT, SIZES, catalog, frame, pages, routes, scene

AUTONYMS = {
    "de": "Deutsch",
    "de-simple": "Leichte Sprache",
    "en": "English",
    "ar": "العربية",
    "uk": "Українська",
    "ru": "Русский",
    "pl": "Polski",
    "ro": "Română",
    "vi": "Tiếng Việt",
    "fa": "فارسی",
    "tr": "Türkçe",
    "es": "Español",
    "fr": "Français",
    "ku": "Kurdî (Kurmancî)",
    "bg": "Български",
    "ti": "ትግርኛ",
    "it": "Italiano",
}
"""What languages call themselves: Unicode CLDR, common/main/<code>.xml, localeDisplayNames, with the capital that CLDR
asks for in a list of languages (contextTransforms, uiListOrMenu: titlecase-firstword). Leichte Sprache is called so in
the law (BITV 2.0, Annex 2)."""
FLAGS = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3f3\U0001f3f4\u2690\u2691]")
LONGEST_SENTENCE = 15
"""Words (L-07, our own value)."""
MOST_MODULES = 37
"""A code of version 5 (Q-03)."""
STATES = (
    {},
    {"reading": Reading(Status.PLAYING, 11, 24)},
    {"countdown": 28},
    {"pages": 12},
)
"""Where figures are counted: sentences, seconds, pages."""


@cache
def views(language: str) -> tuple[View, ...]:
    """Every screen in a language, in all these states."""
    assert catalog is not None
    return tuple(present(scene(route, language, **state)) for route, state in product(routes(catalog), STATES))


def texts(language: str) -> Iterator[tuple[str, Said]]:
    """Every text on every screen in a language, with the node it belongs to."""
    for view in views(language):
        for node in view.nodes():
            yield from ((node.id, said) for said in (node.name, node.value) if said)


def test_l_01_every_language_is_called_as_it_calls_itself() -> None:
    assert catalog is not None
    assert {one.code: one.name for one in catalog.languages} == {code: AUTONYMS[code] for code in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_l_01_there_is_no_flag_and_the_picker_has_a_globe(language: str) -> None:
    assert [said.text for _, said in texts(language) if FLAGS.search(said.text)] == []
    signs = {node.icon for view in views(language) for node in view.nodes()}
    assert not any(sign.startswith("flag") for sign in signs)
    picker = present(scene(nav.Route(nav.LANGUAGES), language))
    assert picker["title"].icon == picker["bar.language"].icon == "globe"
    assert len({word.name.language for word in picker["title"].children}) > 1, "not in German alone"


@pytest.mark.parametrize("language", LANGUAGES)
def test_l_05_figures_are_those_of_the_signs_in_the_city(language: str) -> None:
    """Western digits in every language."""
    strange = {
        character
        for _, said in texts(language)
        for character in said.text
        if unicodedata.category(character).startswith("N") and not character.isascii()
    }
    assert strange == set()


FIGURES = re.compile(r"\d[\d\u00a0 .:,/–-]*\d")
"""Figures with what holds them together: times, spans, dates, phone numbers."""
UNSEEN = {"Cf", "Mn"}


def visual(text: str) -> str:
    """A line of Arabic as the eye meets it, from the left, by an independent implementation of UAX #9."""
    return seen(bidi.get_display(text, base_dir="R"))


def seen(text: str) -> str:
    """Without what takes no room, the isolates among it."""
    return "".join(character for character in text if unicodedata.category(character) not in UNSEEN)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code == "ar"])
def test_l_05_figures_keep_their_order_in_words_that_are_read_from_the_right(language: str) -> None:
    """Isolated, so that a number can be dialled and a time compared with the sign at the door."""
    wrong, found = set(), 0
    for node, said in texts(language):
        if said.language != language:
            continue
        for number in FIGURES.findall(seen(said.text)):
            found += 1
            if number not in visual(said.text):
                wrong.add((node, number, visual(said.text)))
    assert found > 50
    assert wrong == set()


def test_l_05_the_judge_sees_a_phone_number_that_turns_round() -> None:
    """Control: without isolates."""
    assert "0341 123-45" not in visual("الهاتف 0341 123-45 يومياً")
    assert "0341 123-45" in visual("الهاتف \u20680341 123-45\u2069 يومياً")


@pytest.mark.parametrize("language", LANGUAGES)
def test_l_05_times_have_24_hours_and_a_phone_number_is_german_in_every_language(language: str) -> None:
    assert not [said.text for _, said in texts(language) if re.search(r"\d\s*([ap]\.?m\b|[صم]\b)", said.text, re.I)]
    shown = {node: said.text for node, said in texts(language) if re.fullmatch(r"(number\.[\d ]+|phone\.1)", node)}
    german = {node: said.text for node, said in texts("de") if node in shown}
    assert shown and shown == german


def test_l_07_german_sentences_have_at_most_15_words() -> None:
    long = {
        sentence
        for _, said in texts("de")
        if said.language == "de"
        for sentence in sentences(said.text, "de")
        if len(re.findall(r"\w[\w\-/.:]*", sentence)) > LONGEST_SENTENCE
    }
    assert long == set()


ALONE = ("listen.back", "listen.again", "listen.forward", "speed", "volume", "pages.", "bar.", "key.erase")
"""Keys of a player, of pages and of a keyboard, whose signs may stand alone: no pictograms of things. The tick of a
mode that is on is one more sign on a key that has its word."""


@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_p_01_no_pictogram_stands_without_its_word(language: str, size: str) -> None:
    """Picture and word belong to one node, or to what is in it; and whatever can be pressed says its name."""
    assert catalog is not None
    on, alone = frame(SIZES[size], language), set()
    for route in routes(catalog):
        for view, page in pages(route, language, on):
            worded = {piece.node for piece in page.pieces if isinstance(piece, Text)}
            for piece in page.pieces:
                if isinstance(piece, Sign) and not piece.node.startswith(ALONE):
                    node = view.find(piece.node)
                    hint = node and node.role is Role.IMAGE and node.name  # headphones and keys: said, not written
                    if node and not hint and not {one.id for one in node.walk()} & worded:
                        alone.add(f"{route.name}: {piece.icon} of {piece.node}")
    assert alone == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_p_01_every_tile_is_said_as_well(language: str) -> None:
    silent = {
        node.id
        for view in views(language)
        for node in view.nodes()
        if node.intent and not view.sentences_of(node.id) and view.route.name != nav.TROUBLE
    }
    assert silent == set()


def test_p_01_no_two_topics_have_the_same_picture() -> None:
    assert catalog is not None
    signs = [topic.icon for topic in catalog.topics.values()]
    assert len(signs) == len(set(signs)) > 5


def test_t_06_no_words_are_painted_into_pictures() -> None:
    """There are no pictures: all that can be painted is shapes, signs of a font, codes, and words that are words."""
    kinds = {kind.__name__ for kind in Piece.__args__}
    assert kinds == {"Fill", "Outline", "Text", "Sign", "Code", "Polygon"}
    files = [path for folder in ("kiosk", "content", "config", "assets") for path in (ROOT / folder).rglob("*")]
    assert [
        path.name for path in files if path.suffix.lower() in (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
    ] == []


def codes(language: str) -> Iterator[tuple[View, Node]]:
    for view in views(language):
        code = view.find("code")
        if code and code.role is Role.CODE and view.overlay is None:
            yield view, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_q_03_codes_have_few_modules(language: str) -> None:
    large = {code.address for _, code in codes(language) if len(matrix(code.address)) > MOST_MODULES}
    assert large == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_q_04_a_code_says_what_it_opens_in_which_language_and_how_to_get_there_without_it(language: str) -> None:
    """Seen, and heard: with the page, and when the code is touched by ear."""
    found, bare = 0, set()
    for view, code in codes(language):
        found += 1
        address, page_language = code.children
        said = {sentence.node for sentence in view.sentences()}
        touched = {sentence.node for sentence in view.sentences_of(code.id)}
        parts = {code.id, address.id, page_language.id}
        otherwise = [view.find(name) for name in ("phone", "where", "next", "when")]
        if not (code.name and address.name and page_language.name and parts <= said & touched and any(otherwise)):
            bare.add(f"{view.route.name} {view.route.subject}")
    assert found > 50
    assert bare == set()


@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_q_04_its_words_stand_beside_it_on_every_page(language: str, size: str) -> None:
    assert catalog is not None
    for route in routes(catalog):
        for _, page in pages(route, language, frame(SIZES[size], language)):
            if any(isinstance(piece, Code) for piece in page.pieces):
                worded = {piece.node for piece in page.pieces if isinstance(piece, Text)}
                wanted = {"code", "code.address", "code.language"}
                if route.name == nav.CONTACT:  # what a contact holds stands beside it, of a map its site
                    held = {piece.node for piece in page.pieces if isinstance(piece, Code)}
                    wanted = held | ({"way.host", "way.1"} if "way.code" in held else set())
                assert wanted <= worded, route


@pytest.mark.parametrize("language", LANGUAGES)
def test_d_01_help_tells_of_every_way_to_make_the_screen_easier(language: str) -> None:
    """With the sign and the word of its key, seen and heard; and of the keypad, with the sign that the waiting screen
    has for it."""
    view = present(scene(nav.Route(nav.HELP), language, keypad=True))
    heard = {sentence.node for sentence in view.sentences()}
    told = {(node.icon, node.name.text) for node in view["features"].children if node.id in heard and node.value}
    keys = [view[f"bar.{name}"] for name in (*(mode.value for mode in Mode), "language", "listen")]
    assert {(key.icon, key.name.text) for key in keys} - told == set()
    assert view["feature.keys"].icon == "headphones" and "feature.keys" in heard
