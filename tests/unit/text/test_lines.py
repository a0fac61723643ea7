"""Sizes, lines and where they break."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.text.engine import Engine, TypeStyle
from tests.unit.text.corpus import BODY, HEADING, SAMPLES, Sample

LATIN = ("de", "Latn", False)
LONG = "Wohnungs\u00adgeber\u00adbestätigung"


def width(engine: Engine, text: str, way: tuple[str, str, bool] = LATIN, style: TypeStyle = BODY) -> float:
    """Of the whole text in one line, to the fraction of a pixel."""
    return engine.rectangles(text, style, *way, None, 0, len(text))[0].width


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.language)
def test_every_character_can_be_drawn(engine: Engine, sample: Sample, bold: bool) -> None:
    assert engine.unknown_glyphs(sample.text, bold, sample.language) == 0


def test_what_no_font_knows_is_counted_and_icons_do_not_help_out(engine: Engine) -> None:
    assert engine.unknown_glyphs("漢字 und हिन्दी") > 2
    assert engine.unknown_glyphs("\uf371") == 1


def test_the_height_is_the_number_of_lines_whatever_they_hold(engine: Engine) -> None:
    mixed = engine.measure("Deutsch, العربية, ትግርኛ, Ặ\nzwei", BODY, *LATIN)
    assert (mixed.lines, mixed.height) == (2, 82)
    arabic = engine.measure("سطر\nLeipzig", BODY, "ar", "Arab", True)
    assert (arabic.lines, arabic.height) == (2, 98)


def test_no_text_is_one_empty_line(engine: Engine) -> None:
    assert engine.measure("", BODY, *LATIN).height == 41
    assert not any(engine.mask("", BODY, *LATIN).data)


@settings(max_examples=60, deadline=None)
@given(sample=st.sampled_from(SAMPLES), box=st.integers(200, 1200), style=st.sampled_from([BODY, HEADING]))
def test_lines_stay_in_their_box(engine: Engine, sample: Sample, box: int, style: TypeStyle) -> None:
    extent = engine.measure(sample.text, style, *sample.way, box)
    # Pango takes the spacing off a line's last letter after it has chosen the break: half a pixel in headings.
    assert extent.width <= box + (1 if style.spacing else 0)
    assert extent.height == extent.lines * engine.measure("", style, *sample.way).height


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.language)
def test_a_text_fits_the_width_that_was_measured(engine: Engine, sample: Sample) -> None:
    extent = engine.measure(sample.text, BODY, *sample.way)
    assert engine.measure(sample.text, BODY, *sample.way, extent.width) == extent
    assert extent.lines == 1
    assert engine.measure(sample.text, BODY, *sample.way, extent.width - 3).lines == 2


def test_a_soft_hyphen_breaks_a_word_that_is_wider_than_its_box(engine: Engine) -> None:
    whole = width(engine, LONG)
    assert engine.measure(LONG, BODY, *LATIN, whole - 2).lines == 2
    without_hyphen = engine.measure("Wohnungsgeber", BODY, *LATIN).width
    with_hyphen = engine.measure(LONG, BODY, *LATIN, whole - 2).width
    assert with_hyphen == engine.measure("Wohnungsgeber-", BODY, *LATIN).width > without_hyphen


def test_a_word_that_fits_the_next_line_is_not_broken(engine: Engine) -> None:
    text = f"Mit {LONG}"
    box = width(engine, LONG) + 4
    assert width(engine, "Mit Wohnungs-") < box
    (word,) = engine.rectangles(text, BODY, *LATIN, box, 4, len(text))
    assert (word.x, word.y) == (0, 41)
    assert word.width == pytest.approx(width(engine, LONG), abs=0.1)


def test_a_compound_breaks_at_its_real_hyphens_first(engine: Engine) -> None:
    box = engine.measure(f"{LONG}-", BODY, *LATIN).width
    text = f"Die Otto-Schill-{LONG}-Schein"
    pieces = ["Die Otto-Schill-", f"{LONG}-", "Schein"]
    for number, piece in enumerate(pieces):
        start = text.index(piece)
        (place,) = engine.rectangles(text, BODY, *LATIN, box, start, start + len(piece))
        assert place.y == number * 41, piece
    assert engine.measure(text, BODY, *LATIN, box).lines == len(pieces)
    assert engine.fits_words(text, BODY, *LATIN, width(engine, LONG) + 1), "the hyphen itself wants room, too"


def test_a_bold_word_is_broken_if_bold_it_does_not_fit(engine: Engine) -> None:
    box = width(engine, LONG) + 4
    assert engine.measure(LONG, BODY, *LATIN, box).lines == 1
    bold = ((0, len(LONG)),)
    assert engine.measure(LONG, BODY, *LATIN, box, bold).lines == 2
    assert engine.fits_words(LONG, BODY, *LATIN, box, bold)


def test_fits_words(engine: Engine) -> None:
    hard = LONG.replace("\u00ad", "")
    box = width(engine, hard)
    assert engine.fits_words(f"Die {hard} bitte", BODY, *LATIN, box + 1)
    assert not engine.fits_words(f"Die {hard} bitte", BODY, *LATIN, box - 1)
    assert engine.fits_words(f"Die {LONG} bitte", BODY, *LATIN, box - 1)
    assert not engine.fits_words(LONG, BODY, *LATIN, width(engine, "bestätigung") - 1)
    assert not engine.fits_words(hard, BODY, *LATIN, box + 1, bold_ranges=((0, len(hard)),))


def test_a_word_wider_than_its_box_breaks_rather_than_leave_it(engine: Engine) -> None:
    extent = engine.measure("Niederlassungserlaubnis", BODY, *LATIN, 200)
    assert extent.lines == 2 and extent.width <= 200


def test_latin_and_figures_are_smaller_inside_arabic(engine: Engine) -> None:
    arabic = ("ar", "Arab", True)
    for text in ("Leipzig", "0341 115", "Лейпциг", "(Bürgeramt)"):
        (inside,) = engine.rectangles(f"في {text} في", BODY, *arabic, None, 3, 3 + len(text))
        assert inside.width / width(engine, text) == pytest.approx(1.2 * 0.86, rel=0.01), text
    word = "العنوان"
    assert width(engine, word, arabic) / width(engine, word) == pytest.approx(1.2, rel=0.01)


def test_ethiopic_is_larger(engine: Engine) -> None:
    assert width(engine, "ትግርኛ", ("ti", "Ethi", False)) / width(engine, "ትግርኛ") == pytest.approx(1.15, rel=0.01)


def test_letters_are_spaced_in_latin_and_cyrillic_only(engine: Engine) -> None:
    spaced, plain = BODY._replace(spacing=0.5), BODY
    for text, way, grows in [
        ("Leipzig", LATIN, True),
        ("Лейпциг", ("uk", "Cyrl", False), True),
        ("العنوان", LATIN, False),
        ("العنوان", ("ar", "Arab", True), False),
        ("Leipzig", ("ar", "Arab", True), False),
        ("ትግርኛ", ("ti", "Ethi", False), False),
    ]:
        difference = width(engine, text, way, spaced) - width(engine, text, way, plain)
        assert (difference > 14 * (len(text) - 1) - 1) if grows else difference == 0, (text, way)


def test_bold_ranges_are_wider_and_only_they(engine: Engine) -> None:
    def first_x(bold: tuple[tuple[int, int], ...], character: int) -> float:
        return engine.rectangles("eins zwei", BODY, *LATIN, None, character, 9, bold_ranges=bold)[0].x

    assert first_x(((5, 9),), 5) == first_x((), 5)
    assert first_x(((0, 4),), 5) > first_x((), 5)


def test_the_language_chooses_the_shapes_of_letters(engine: Engine) -> None:
    """Romanian writes ş with a comma, Urdu has its own figures; the characters are the same."""
    for text, script, language, other in [("ş ţ", "Latn", "ro", "tr"), ("۴۵۶", "Arab", "ur", "fa")]:
        way = script, script == "Arab"
        assert engine.mask(text, BODY, language, *way).data != engine.mask(text, BODY, other, *way).data


def test_turkish_letters_differ_by_their_dot(engine: Engine) -> None:
    letters = {engine.mask(letter, BODY, "tr", "Latn", False).data for letter in "ıiIİ"}
    assert len(letters) == 4


def test_decomposed_vietnamese_looks_like_composed(engine: Engine) -> None:
    composed, decomposed = "Tiếng Việt", "Tie\u0302\u0301ng Vie\u0323\u0302t"
    assert engine.unknown_glyphs(decomposed) == 0
    assert engine.mask(decomposed, BODY, "vi", "Latn", False) == engine.mask(composed, BODY, "vi", "Latn", False)


@settings(max_examples=400, deadline=None)
@given(
    sample=st.sampled_from(SAMPLES),
    style=st.sampled_from((BODY, HEADING, TypeStyle(30, False, 1.3, 0.04))),
    box=st.floats(20, 1200),
    words=st.integers(1, 30),
)
def test_a_box_is_the_same_whoever_asked_first_whether_the_words_fit(
    engine: Engine, sample: Sample, style: TypeStyle, box: float, words: int
) -> None:
    text = f"{LONG} {' '.join(sample.text.split()[:words])}"
    asked = Engine(icons=False)
    asked.fits_words(text, style, *sample.way, box)
    assert asked.measure(text, style, *sample.way, box) == engine.measure(text, style, *sample.way, box)


def test_a_text_that_fits_is_set_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine.fits_words("Anmeldung und Ämter heute", BODY, *LATIN, 900)
    monkeypatch.setattr(Engine, "_measured", None)  # who sets it again fails
    assert engine.measure("Anmeldung und Ämter heute", BODY, *LATIN, 900).lines == 1
