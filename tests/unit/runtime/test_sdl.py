"""Saying that nobody can see the screen. (What driver it is, the real windows of the other tests report.)"""

from __future__ import annotations

import pytest

from kiosk.runtime.sdl import NoWindow, unseen


@pytest.mark.parametrize("driver", ["offscreen", "dummy"])
def test_a_screen_nobody_asked_to_hide_is_unseen(driver: str) -> None:
    assert unseen(driver, {"DISPLAY": ":9"})
    assert unseen(driver, {"SDL_VIDEODRIVER": "x11"})


@pytest.mark.parametrize("driver", ["x11", "KMSDRM", "wayland"])
def test_a_real_screen_is_fine(driver: str) -> None:
    assert not unseen(driver, {})


def test_a_hidden_screen_that_was_asked_for_is_fine() -> None:
    assert not unseen("offscreen", {"SDL_VIDEODRIVER": "offscreen"})


def test_that_there_is_no_window_is_told_in_both_languages_with_what_to_do() -> None:
    german, english = str(NoWindow("SDL: KMSDRM not available", {"DISPLAY": ":9"})).split("\n")
    assert german.startswith("Kein Fenster möglich (SDL: KMSDRM not available; DISPLAY ist „:9“); bitte: ")
    assert english.startswith("No window possible (SDL: KMSDRM not available; DISPLAY is ':9'); please: ")
    assert "DISPLAY=:0" in german and "DISPLAY=:0" in english
