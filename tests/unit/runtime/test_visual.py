"""The window's buffers: none that flat pages have no use for, where that is to be had. Asked of a real X server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.runtime import visual
from tests.unit.runtime.starter import ROOT

ASK = """
import os, sys
from kiosk.runtime import visual
visual.Asked(os.environ).tell(os.environ)
from kiosk.runtime import lockdown
lockdown.prepare(os.environ)
lockdown.configure((640, 480))
import kivy.core.window
from kivy.graphics.opengl import GL_DEPTH_BITS, GL_STENCIL_BITS, GL_RENDERER, glGetIntegerv, glGetString
print(glGetIntegerv(GL_DEPTH_BITS)[0], glGetIntegerv(GL_STENCIL_BITS)[0], glGetString(GL_RENDERER).decode())
"""


KIOSK = """
import argparse, ctypes, pathlib, re
from kiosk.app import prepare
from kiosk.audio.player import SilentPlayer
options = argparse.Namespace(content=pathlib.Path("content"), config=pathlib.Path("config/kiosk.yaml"), window=None)
options.now = None
prepare(options, player=SilentPlayer("a test"))
from kivy.graphics.opengl import GL_DEPTH_BITS, GL_RENDERER, GL_STENCIL_BITS, glGetIntegerv, glGetString
print(glGetIntegerv(GL_DEPTH_BITS)[0], glGetIntegerv(GL_STENCIL_BITS)[0], glGetString(GL_RENDERER).decode())
"""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A real X server that paints with the processor."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def test_a_window_that_the_processor_paints_has_no_depth_and_no_stencil_buffer(display: str, tmp_path: Path) -> None:
    """Asked in a process of its own, of its own window; and of one that SDL was left alone with, which has them."""
    for program, buffers in (
        (KIOSK, "0 0"),
        (ASK, "0 0"),
        (ASK.replace("visual.Asked(os.environ).tell(os.environ)", ""), "24 8"),
    ):
        environ = {"DISPLAY": display, "SDL_VIDEODRIVER": "x11", "HOME": str(tmp_path)}
        done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environ, capture_output=True, text=True)
        assert done.stdout.startswith(f"{buffers} llvmpipe"), (done.stdout, done.stderr)


def test_where_there_is_a_graphics_card_or_no_x_all_stays_as_it_is(display: str, tmp_path: Path) -> None:
    with_card = {"DISPLAY": display}
    (tmp_path / "renderD128").touch()
    visual.Asked(with_card, tmp_path).tell(with_card)
    assert with_card == {"DISPLAY": display}
    for environ in ({}, {"DISPLAY": ""}, {"DISPLAY": display, "SDL_VIDEODRIVER": "KMSDRM"}, {"DISPLAY": ":9999"}):
        before = dict(environ)
        visual.Asked(environ, tmp_path / "none").tell(environ)
        assert environ == before


def test_who_has_chosen_a_visual_keeps_it(display: str, tmp_path: Path) -> None:
    chosen = {"DISPLAY": display, visual.HINT: "0x21"}
    visual.Asked(chosen, tmp_path).tell(chosen)
    assert chosen[visual.HINT] == "0x21"
