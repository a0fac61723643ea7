"""What the painter does with a picture that there is not: nothing, and it says so once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from kiosk.widgets.pieces import Box, Fill, Sign
from tests.gui.pictures import picture, share

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

HERE = Box(200, 300, 96, 96)


@pytest.mark.window(1920, 1080)
def test_an_unknown_picture_draws_nothing_and_is_logged_once(
    pilot: Pilot, expected_log: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_log.append("no Phosphor icon is called 'house-lien'")
    ground = Fill("ground", HERE, "paper")
    for size in (96, 48):
        signs = [
            Sign("sign", Box(HERE.x, HERE.y, size, size), "house-lien", fill, "ink", flip=False)
            for fill in (True, False)
        ]
        pilot.app.stage._fill("overlay", (ground, *signs))
        pilot.settle()
        assert share(picture(pilot, HERE), pilot, "paper") == 1.0
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1 and "its place stays empty" in errors[0].getMessage()
    known = Sign("sign", HERE, "house-line", True, "ink", flip=False)
    pilot.app.stage._fill("overlay", (ground, known))
    pilot.settle()
    assert share(picture(pilot, HERE), pilot, "ink") > 0.2
