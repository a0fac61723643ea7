"""The icons of the look exist in both weights, and stand in the middle of their square."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.text.engine import Engine

# look.md, section 4, and the arrows and signs of sections 6 and 8.
LOOK = (
    "buildings identification-card chats-circle briefcase house-line student heartbeat users-three lifebuoy compass "
    "magnifying-glass calendar-check calendar-x identification-badge device-mobile-camera check-square clock "
    "map-pin wallet translate globe text-aa circle-half arrow-line-down speaker-high question sign-out hand-waving "
    "fire shield-chevron first-aid-kit warning-circle warning arrow-left arrow-right caret-left caret-right "
    "speaker-x moon check play pause skip-back skip-forward "
)


@pytest.mark.parametrize("fill", [True, False], ids=["fill", "bold"])
@pytest.mark.parametrize("name", LOOK.split())
def test_every_icon_of_the_look_is_drawn_whole(engine: Engine, name: str, fill: bool) -> None:
    mask = engine.icon_mask(name, fill, 256)
    assert (mask.width, mask.height, mask.offset_x, mask.offset_y) == (256, 256, 0, 0)
    drawn = np.frombuffer(mask.data, np.uint8).reshape(256, 256)
    assert drawn.max() == 255
    # A few reach their square's sides with the round end of a stroke 24 wide; a cut would be as wide as the stroke.
    assert not drawn[0].any() and not drawn[-1].any()
    assert max(np.count_nonzero(drawn[:, side]) for side in (0, -1)) < 16, "a side is cut"


def test_an_icon_stands_in_the_middle(engine: Engine) -> None:
    drawn = np.frombuffer(engine.icon_mask("clock", True, 72).data, np.uint8).reshape(72, 72)
    for axis in (0, 1):
        inked = np.flatnonzero(drawn.any(axis=axis))
        assert inked[0] == 71 - inked[-1]


@pytest.mark.parametrize("size", [30, 37, 148])
def test_an_icon_is_as_large_as_it_is_asked_to_be(engine: Engine, size: int) -> None:
    drawn = np.frombuffer(engine.icon_mask("clock", True, size).data, np.uint8).reshape(size, size)
    across = int(drawn.any(axis=0).sum())
    assert across / size == pytest.approx(0.8125, abs=2 / size)  # Phosphor's disc is 208 of 256


def test_weights_differ(engine: Engine) -> None:
    assert engine.icon_mask("heartbeat", True, 56) != engine.icon_mask("heartbeat", False, 56)


def test_an_unknown_icon_is_named(engine: Engine) -> None:
    with pytest.raises(KeyError, match="haus"):
        engine.icon_mask("haus", True, 72)
