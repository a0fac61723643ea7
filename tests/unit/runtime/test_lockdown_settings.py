"""What is decided before Kivy is there; real windows are in tests/gui/test_lockdown.py."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kiosk.runtime import lockdown
from tests.unit.runtime.starter import ROOT


def test_nothing_of_kivys_environment_survives_but_what_the_hardware_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kivy", raising=False)  # another test of this process may have wanted its graphics
    environ = {
        "PATH": "/bin",
        "SDL_VIDEODRIVER": "x11",
        "KIVY_HOME": "/home/someone",
        "KIVY_MODULES_DIR": "/home/someone/modules",
        "KIVY_DATA_DIR": "/home/someone/modules",
        "KIVY_NO_CONSOLELOG": "1",
        "KCFG_KIVY_EXIT_ON_ESCAPE": "1",
        "KIVY_SDL_GL_ALPHA_SIZE": "0",
    }
    lockdown.prepare(environ)
    kept = {"PATH": "/bin", "SDL_VIDEODRIVER": "x11", "KIVY_SDL_GL_ALPHA_SIZE": "0"}
    kept["MESA_SHADER_CACHE_DISABLE"] = "true"  # no folder to keep anything in
    assert environ == kept | lockdown.FORCED
    refusals = ("KIVY_NO_ARGS", "KIVY_NO_CONFIG", "KIVY_NO_ENV_CONFIG", "KIVY_NO_FILELOG")
    assert [environ[name] for name in refusals] == ["1"] * 4


def test_no_widget_is_used_that_needs_the_rules_of_kivy() -> None:
    """They are not read (load_kivy): such a widget would be there and show nothing."""
    used = {
        name for file in (ROOT / "kiosk").rglob("*.py") for name in re.findall(r"kivy\.uix\.(\w+)", file.read_text())
    }
    assert used == {"widget"}


def test_the_window_fills_the_panel_or_is_framed() -> None:
    panel, desk = lockdown.settings((1080, 1920)), lockdown.settings((540, 960), window=True)
    assert (panel["graphics", "width"], panel["graphics", "height"]) == ("1080", "1920")
    assert [panel["graphics", key] for key in ("borderless", "position", "show_cursor")] == ["1", "custom", "0"]
    assert [desk["graphics", key] for key in ("borderless", "position", "show_cursor")] == ["0", "auto", "1"]
    for either in (panel, desk):
        off = [("kivy", "exit_on_escape"), ("graphics", "allow_screensaver"), ("graphics", "multisamples")]
        assert [either[key] for key in off] == ["0"] * 3
        assert [key for key in either if key[0] == "input"] == [("input", "mouse")]


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import kivy, os; from kiosk.runtime import lockdown; lockdown.prepare(os.environ)", "prepare comes too late"),
        ("import kivy.core.window; from kiosk.runtime import lockdown; lockdown.configure((1, 1))", "configure comes"),
    ],
)
def test_locking_too_late_is_refused(program: str, said: str) -> None:
    environ = {"KIVY_NO_CONFIG": "1", "KIVY_NO_FILELOG": "1", "KIVY_LOG_MODE": "PYTHON", "HOME": "/nonexistent"}
    environ["SDL_VIDEODRIVER"] = "offscreen"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert done.returncode == 1
    assert said in done.stderr
