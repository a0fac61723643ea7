"""Where a range of characters stands, judged by the ink of the picture."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.text.engine import Engine, Mask, Rect
from tests.unit.text.corpus import BODY, Sample

LTR = Sample("de", "Latn", "Erster Satz steht hier. Zweiter Satz geht gewiss über die Zeile hinaus. Dritter Satz.")
RTL = Sample("ar", "Arab", "الجملة الأولى هنا. الجملة الثانية أطول من سطر واحد بالتأكيد. الجملة الثالثة.")
MIXED = Sample("ar", "Arab", "مكتب Bürgeramt في Leipzig. الهاتف \u2068+49 341 123-0\u2069 يومياً من 8–18. نعم.")


def picture(mask: Mask) -> np.ndarray:
    """The pixels of a mask's box and of everything right of and below it."""
    pixels = np.frombuffer(mask.data, np.uint8).reshape(mask.height, mask.width)
    return pixels[mask.offset_y :, mask.offset_x :].astype(int)


def ink_inside(pixels: np.ndarray, boxes: tuple[Rect, ...], margin: int = 2) -> int:
    """The coverage inside some rectangles, each widened by a margin for letters that reach over."""
    chosen = np.zeros(pixels.shape, bool)
    for box in boxes:
        left = max(0, round(box.x) - margin)
        chosen[round(box.y) : round(box.y + box.height), left : round(box.x + box.width) + margin] = True
    return int(pixels[chosen].sum())


def words(text: str) -> list[tuple[int, int]]:
    places, at = [], 0
    for word in text.split(" "):
        places.append((at, at + len(word)))
        at += len(word) + 1
    return places


@pytest.mark.parametrize("align", ["start", "center", "end"])
@pytest.mark.parametrize("sample", [LTR, RTL, MIXED], ids=["ltr", "rtl", "mixed"])
def test_each_word_is_where_its_ink_is(engine: Engine, sample: Sample, align) -> None:
    full = picture(engine.mask(sample.text, BODY, *sample.way, 420, align))
    boxes = [engine.rectangles(sample.text, BODY, *sample.way, 420, *place, align) for place in words(sample.text)]
    inside = sum(ink_inside(full, box, margin=0) for box in boxes)
    assert inside > 0.97 * full.sum(), "the words' rectangles hold the ink"
    every = [one for box in boxes for one in box]
    for number, one in enumerate(every):
        for other in every[number + 1 :]:
            apart = one.y != other.y or one.x + one.width <= other.x + 0.5 or other.x + other.width <= one.x + 0.5
            assert apart, "no two words share a place"


@pytest.mark.parametrize("sample", [LTR, RTL, MIXED], ids=["ltr", "rtl", "mixed"])
def test_a_word_is_found_by_its_rectangles(engine: Engine, sample: Sample) -> None:
    """Its rectangles hold as much ink as the word has when it stands alone."""
    full = picture(engine.mask(sample.text, BODY, *sample.way))
    for start, end in words(sample.text):
        boxes = engine.rectangles(sample.text, BODY, *sample.way, None, start, end)
        alone = picture(engine.mask(sample.text[start:end], BODY, *sample.way))
        assert ink_inside(full, boxes) == pytest.approx(alone.sum(), rel=0.03), sample.text[start:end]


def test_a_sentence_over_two_lines_has_a_rectangle_in_each(engine: Engine) -> None:
    for sample in (LTR, RTL):
        first_stop = sample.text.index(".")
        start, end = first_stop + 2, sample.text.index(".", first_stop + 1) + 1
        boxes = engine.rectangles(sample.text, BODY, *sample.way, 420, start, end)
        heights = [box.y for box in boxes]
        assert len(boxes) >= 2 and len(set(heights)) == len(heights), "one rectangle a line"
        line = engine.measure("", BODY, *sample.way).height
        assert heights == [boxes[0].y + number * line for number in range(len(boxes))]
        assert {box.height for box in boxes} == {line}
        edge = boxes[1].x + boxes[1].width if sample.rtl else boxes[1].x
        assert edge == pytest.approx(420 if sample.rtl else 0, abs=1), "the second line begins at the leading edge"


def test_a_range_that_the_reordering_parts_has_a_rectangle_for_each_part(engine: Engine) -> None:
    text = "اسم Anna Bert اسم"
    assert len(engine.rectangles(text, BODY, "ar", "Arab", True, None, 0, 8)) == 2, "Bert stands between the two"
    assert len(engine.rectangles(text, BODY, "ar", "Arab", True, None, 0, len(text))) == 1


def test_nothing_is_marked_by_an_empty_range(engine: Engine) -> None:
    assert engine.rectangles("Leipzig", BODY, "de", "Latn", False, 300, 3, 3) == ()


def test_characters_are_counted_not_bytes(engine: Engine) -> None:
    (box,) = engine.rectangles("äöüX", BODY, "de", "Latn", False, None, 3, 4)
    assert box.x == pytest.approx(engine.rectangles("äöü", BODY, "de", "Latn", False, None, 0, 3)[0].width, abs=0.1)
