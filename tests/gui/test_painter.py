"""What the painter does with a picture that there is not: nothing, and it says so once; and what it keeps."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from kiosk.text.mask import Mask
from kiosk.widgets.pieces import Box, Fill, Sign
from tests.gui.hands import Layers
from tests.gui.pictures import picture, share

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

INK = (0.0, 0.5, 1.0)
HERE = Box(200, 300, 96, 96)


@pytest.mark.window(1920, 1080)
def test_an_unknown_picture_draws_nothing_and_is_logged_once(
    pilot: Pilot, fill: Layers, expected_log: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_log.append("no Phosphor icon is called 'house-lien'")
    ground = Fill("ground", HERE, "paper")
    for size in (96, 48):
        signs = [
            Sign("sign", Box(HERE.x, HERE.y, size, size), "house-lien", filled, "ink", flip=False)
            for filled in (True, False)
        ]
        fill("focus", (ground, *signs))
        pilot.settle()
        assert share(picture(pilot, HERE), pilot, "paper") == 1.0
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1 and "its place stays empty" in errors[0].getMessage()
    known = Sign("sign", HERE, "house-line", True, "ink", flip=False)
    fill("focus", (ground, known))
    pilot.settle()
    assert share(picture(pilot, HERE), pilot, "ink") > 0.2


@pytest.mark.window(1920, 1080)
def test_of_a_picture_only_the_texture_is_kept_and_of_textures_only_so_many(pilot: Pilot) -> None:
    from kiosk.stage.textures import Textures  # imports Kivy, which wants a window

    textures, mask = Textures(kept_bytes=4 * 16 + 4 * 6), Mask(3, 2, bytes(6), 1, 1)
    first, kept = textures.of("small", INK, lambda: mask)
    assert (first.size, kept) == ((3, 2), Mask(3, 2, b"", 1, 1))
    textures.of("large", INK, lambda: Mask(4, 4, bytes(16)))
    assert textures.of("small", INK, lambda: mask)[0] is first
    textures.of("another", INK, lambda: mask)
    assert len(textures) == 2, "the large one was not used for longest"
    assert textures.of("small", INK, lambda: mask)[0] is first
