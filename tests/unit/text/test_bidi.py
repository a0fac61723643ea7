"""Directions: the order of characters on the screen against an independent implementation of UAX #9."""

from __future__ import annotations

import unicodedata

import bidi
import pytest

from kiosk.domain.language import isolate
from kiosk.text.engine import Engine
from tests.unit.text.corpus import BODY, HARD, SAMPLES, Sample

UNSEEN = {"Mn", "Mc", "Cf"}
"""Marks sit on their letter and format characters take no room: neither has a place of its own in a line."""


def shown(engine: Engine, sample: Sample) -> str:
    """The characters of an unbroken line as the eye meets them, from the left."""
    places = []
    for number, character in enumerate(sample.text):
        if unicodedata.category(character) in UNSEEN:
            continue
        (box,) = engine.rectangles(sample.text, BODY, *sample.way, None, number, number + 1)
        places.append((box.x, character))
    return "".join(character for _, character in sorted(places, key=lambda place: place[0]))


@pytest.mark.parametrize("sample", SAMPLES + HARD, ids=lambda sample: f"{sample.language} {sample.text[:20]}")
def test_visual_order_is_that_of_the_standard(engine: Engine, sample: Sample) -> None:
    expected = bidi.get_display(sample.text, base_dir="R" if sample.rtl else "L")
    assert shown(engine, sample) == "".join(c for c in expected if unicodedata.category(c) not in UNSEEN)


@pytest.mark.parametrize("value", ["+49 341 123-4567", "04109 Leipzig", "(0341) 115", "8–18"])
def test_isolated_numbers_keep_their_order_inside_arabic(engine: Engine, value: str) -> None:
    """L-05."""
    assert value in shown(engine, Sample("ar", "Arab", f"الهاتف {isolate(value)} يومياً"))


def test_without_isolates_they_would_not(engine: Engine) -> None:
    assert "+49 341 123-4567" not in shown(engine, Sample("ar", "Arab", "الهاتف +49 341 123-4567 يومياً"))


def test_the_language_decides_the_direction_not_the_first_letter(engine: Engine) -> None:
    text = "Leipzig مدينة"
    rtl = engine.rectangles(text, BODY, "ar", "Arab", True, 500, 0, 7)
    ltr = engine.rectangles(text, BODY, "de", "Latn", False, 500, 0, 7)
    assert rtl[0].x + rtl[0].width == pytest.approx(500, abs=1)
    assert ltr[0].x == pytest.approx(0, abs=1)
