"""The pictures: nothing is clipped, letters stand where the box says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from kiosk.text.engine import Engine, Mask, TypeStyle
from tests.unit.text.corpus import BODY, HEADING, SAMPLES, Sample

TIGHT = TypeStyle(56, True, 1.0)
TALL = (
    Sample("vi", "Latn", "ẪẴỖ Ệ gjpy"),
    Sample("ar", "Arab", "ۍ ې ئ ي أُمّٰ لٍ"),
    Sample("de", "Latn", "jÄÖÜÅÇ ƒ f"),
    Sample("ti", "Ethi", "ጿ ፏ ቷ"),
    Sample("uk", "Cyrl", "Ґ Ї Щ Ц р"),
)


def pixels(mask: Mask) -> np.ndarray:
    assert len(mask.data) == mask.width * mask.height
    return np.frombuffer(mask.data, np.uint8).reshape(mask.height, mask.width)


@pytest.mark.parametrize("style", [BODY, HEADING, TIGHT], ids=["body", "heading", "tight"])
@pytest.mark.parametrize("sample", SAMPLES + TALL, ids=lambda sample: f"{sample.language} {sample.text[:12]}")
def test_nothing_is_clipped(engine: Engine, sample: Sample, style: TypeStyle) -> None:
    """Ink never touches an edge that lies beyond the box; at an edge of the box itself there is none to be cut, or
    the mask would reach further."""
    for width in (None, 600):
        drawn = pixels(engine.mask(sample.text, style, *sample.way, width))
        assert drawn.any()
        for edge in (drawn[0], drawn[-1], drawn[:, 0], drawn[:, -1]):
            assert not edge.any()


def test_all_ink_is_there(engine: Engine) -> None:
    """Every sample has as much ink in a tight line as in a generous one, where surely nothing can be cut."""
    for sample in TALL:
        tight = pixels(engine.mask(sample.text, TypeStyle(56, True, 1.0), *sample.way))
        generous = pixels(engine.mask(sample.text, TypeStyle(56, True, 3.0), *sample.way))
        assert tight.astype(int).sum() == generous.astype(int).sum()


def test_the_box_lies_where_the_offsets_say(engine: Engine) -> None:
    mask = engine.mask("ẪẴ", TIGHT, "vi", "Latn", False, 300)
    box = engine.measure("ẪẴ", TIGHT, "vi", "Latn", False, 300)
    assert mask.offset_y > 0, "accents reach above the box"
    assert mask.width - mask.offset_x >= 300 and mask.height - mask.offset_y >= box.height


def test_two_scripts_share_a_baseline(engine: Engine) -> None:
    """Nothing hangs below the letters H and И, and alef stands on their line: their feet are the baseline."""

    def foot(text: str, script: str) -> int:
        mask = engine.mask(text, BODY, "de", script, False)
        return int(np.flatnonzero(pixels(mask).max(axis=1) > 128)[-1]) - mask.offset_y

    assert foot("H", "Latn") == foot("И", "Cyrl") == foot("H اا H", "Latn") == foot("H ትዝ", "Latn")
    assert foot("H\nH", "Latn") == foot("H", "Latn") + 41


@pytest.mark.parametrize("way", [("de", "Latn", False), ("ar", "Arab", True)], ids=["ltr", "rtl"])
def test_alignment_follows_the_base_direction(engine: Engine, way: tuple[str, str, bool]) -> None:
    def middle(align) -> float:
        mask = engine.mask("Leipzig", BODY, *way, 600, align)
        columns = np.flatnonzero(pixels(mask).any(axis=0)) - mask.offset_x
        return (columns[0] + columns[-1]) / 2

    start, end = (middle("end"), middle("start")) if way[2] else (middle("start"), middle("end"))
    assert start < 100 and end > 500
    assert middle("center") == pytest.approx(300, abs=2)


def test_letters_are_smooth(engine: Engine) -> None:
    drawn = pixels(engine.mask("SOSO", BODY, "de", "Latn", False))
    assert len(np.unique(drawn)) > 50 and drawn.max() == 255


def test_threads_with_an_engine_each_draw_the_same(engine: Engine) -> None:
    def all_masks(own: Engine) -> list[Mask]:
        return [own.mask(sample.text, HEADING, *sample.way, 500) for sample in SAMPLES]

    with ThreadPoolExecutor(2) as threads:
        results = list(threads.map(lambda _: all_masks(Engine()), range(4)))
    assert results == [all_masks(engine)] * 4
