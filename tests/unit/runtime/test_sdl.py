"""Saying that nobody can see the screen. (What driver it is, the real windows of the other tests report.)"""

from __future__ import annotations

import pytest

from kiosk.runtime.sdl import no_screen


@pytest.mark.parametrize("driver", ["offscreen", "dummy"])
def test_a_screen_nobody_asked_to_hide_is_trouble(driver: str) -> None:
    said = no_screen(driver, {"DISPLAY": ":9"})
    assert set(said) == {"de", "en"}
    for text in said.values():
        assert driver in text
        assert ":9" in text
        assert "DISPLAY=:0" in text
    assert no_screen(driver, {"SDL_VIDEODRIVER": "x11"}) != {}


@pytest.mark.parametrize("driver", ["x11", "KMSDRM", "wayland"])
def test_a_real_screen_is_fine(driver: str) -> None:
    assert no_screen(driver, {}) == {}


def test_a_hidden_screen_that_was_asked_for_is_fine() -> None:
    assert no_screen("offscreen", {"SDL_VIDEODRIVER": "offscreen"}) == {}
