"""Kivy's doors, shut: nothing typed, plugged in, dropped or set in the environment leads a visitor out of the kiosk.

Kivy 2.3.1 quits on Esc, opens a settings panel on F1, reads options from the command line, the environment and
~/.kivy, loads code from $KIVY_HOME/mods, and takes one tap twice from two input providers. In this order:

    prepare(os.environ)                 before anything imports Kivy
    configure(size)                     before anything imports kivy.core.window
    seal(Window, on_key)                once the window is there
    class KioskApp(NoSettings, App)

Out of reach here, and the system's to shut: Ctrl+Alt+F1 and Ctrl+Alt+Backspace (X: DontVTSwitch, DontZap).
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

FORCED = {
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_ENV_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    # Leaves standard error and the root logger alone: with Kivy's own console switched off, tracebacks vanish.
    "KIVY_LOG_MODE": "PYTHON",
    # A place below which no file can exist, so no config.ini and no mods/ (Kivy would put mods/ on sys.path).
    "KIVY_HOME": "/dev/null",
    "KIVY_WINDOW": "sdl2",
    "KIVY_TEXT": "sdl2",
    "KIVY_IMAGE": "sdl2",
    "KIVY_CLIPBOARD": "dummy",
    # Python handles SIGTERM and SIGINT (see seal); SDL would turn them into a close request like Alt+F4.
    "SDL_NO_SIGNAL_HANDLERS": "1",
}
SHADERS = "shaders"
"""Below the cache's folder: what Mesa has compiled. Without a graphics card the processor compiles every shader, which
was a quarter of a start. Mesa knows its own by its build and the processor, and checks each file before it uses it."""
MOST_SHADERS = "16M"
"""Of the disk; all of the kiosk's take 0.1 MB."""
NO_STYLES = Path(__file__).with_name("kivy_without_styles")
"""Holds a style.kv without rules: see load_kivy."""
HARDWARE = ("KIVY_GL_BACKEND", "KIVY_SDL_GL_ALPHA_SIZE")
"""What a terminal's graphics chip may need (a Pi 4 without X: alpha size 0); IT may set these."""

OnKey = Callable[[str, frozenset[str]], object]
"""Receives a key's name as Kivy calls it ("enter", "left", "a") and the modifiers held ("shift", "ctrl")."""

LET_GO_S = 2.0
"""A key that is down and has not been repeated for so long was let go, unheard: the system repeats a held key every
few hundredths of a second, after half a second at most."""
MISNAMED = {294: "print", 295: "scrolllock", 296: "pause"}
"""Kivy 2.3.1 takes these for F13 to F15."""
UNNAMED = {
    **{1073741928 + number: f"f{13 + number}" for number in range(12)},
    1073741951: "mute",
    1073741952: "volumeup",
    1073741953: "volumedown",
}
"""SDL's numbers of keys that Kivy has no name for, and that keypads have."""


def prepare(environ: MutableMapping[str, str], cache: Path | None = None) -> None:
    """Leave Kivy nothing to read but what is said here; Mesa keeps what it compiles in `cache`. Raises RuntimeError if
    Kivy has been imported already."""
    if "kivy" in sys.modules:
        raise RuntimeError("lockdown.prepare comes too late: Kivy is already imported and has read its environment")
    for name in list(environ):
        if name.startswith(("KIVY_", "KCFG_")) and name not in HARDWARE:
            del environ[name]
    environ.update(FORCED)
    environ.update(_shaders(cache))


def _shaders(cache: Path | None) -> dict[str, str]:
    """Where Mesa keeps its shaders. By itself it would do so below HOME, which a locked-down terminal may not have or
    may not write to."""
    if cache is None:
        return {"MESA_SHADER_CACHE_DISABLE": "true"}
    return {
        "MESA_SHADER_CACHE_DISABLE": "false",
        "MESA_SHADER_CACHE_DIR": str(cache / SHADERS),
        "MESA_SHADER_CACHE_MAX_SIZE": MOST_SHADERS,
    }


def settings(size: tuple[int, int], window: bool = False) -> dict[tuple[str, str], str]:
    """Kivy's configuration as {(section, key): value}. `window`: a movable one with a mouse pointer, for a desk."""
    framed = {("graphics", "borderless"): "0", ("graphics", "position"): "auto", ("graphics", "show_cursor"): "1"}
    return {
        ("kivy", "exit_on_escape"): "0",
        ("kivy", "log_maxfiles"): "1",
        ("kivy", "pause_on_minimize"): "0",
        ("graphics", "allow_screensaver"): "0",
        ("graphics", "show_cursor"): "0",
        ("graphics", "multisamples"): "0",  # 2, the default, costs 3 times the frame time without a GPU
        ("graphics", "vsync"): "",  # the driver's own choice
        # Not fullscreen: without a window manager Kivy then believes in a size the window does not have.
        ("graphics", "fullscreen"): "0",
        ("graphics", "borderless"): "1",
        ("graphics", "position"): "custom",
        ("graphics", "left"): "0",
        ("graphics", "top"): "0",
        ("graphics", "width"): str(size[0]),
        ("graphics", "height"): str(size[1]),
        # The only provider: a second one (Kivy adds probesysfs) would make two actions of one tap.
        ("input", "mouse"): "mouse,disable_multitouch,disable_hover",
        **(framed if window else {}),
    }


def configure(size: tuple[int, int], window: bool = False) -> None:
    """Tell Kivy its configuration; `size` in pixels. Raises RuntimeError if the window is already there."""
    if "kivy.core.window" in sys.modules:
        raise RuntimeError("lockdown.configure comes too late: Kivy has already opened its window")
    load_kivy()
    from kivy.config import Config

    for section in ("input", "modules"):
        for key, _ in Config.items(section):
            Config.remove_option(section, key)
    for (section, key), value in settings(size, window).items():
        Config.set(section, key, value)


def load_kivy() -> None:
    """Load Kivy's language without the rules of its own widgets, of which the kiosk has none: to read them was a tenth
    of a start. Everything else in Kivy's folder of data stays where it is."""
    import kivy
    import kivy.resources  # looks for fonts and pictures in that folder, too

    usual, kivy.kivy_data_dir = kivy.kivy_data_dir, str(NO_STYLES)
    try:
        import kivy.lang.builder  # reads style.kv while it is loaded
    finally:
        kivy.kivy_data_dir = usual


class NoSettings:
    """Goes before `App` in the kiosk's bases: F1 finds no settings panel, and no file holds settings."""

    use_kivy_settings = False

    def open_settings(self, *_: object) -> bool:
        """Nothing was opened."""
        return False

    def get_application_config(self, *_: object) -> None:
        """There is no file."""


def key_names() -> dict[int, str]:
    """The name of every key that has one, by Kivy's number or SDL's."""
    from kivy.core.window import Keyboard

    return {**{code: name for name, code in Keyboard.keycodes.items()}, **MISNAMED, **UNNAMED}


def seal(window: Any, on_key: OnKey, monotonic: Callable[[], float] = time.monotonic) -> None:
    """Give every key to `on_key` and to nobody else; refuse dropped files and requests to close. A held key, or one
    that is stuck, acts once (EN 301 549, 5.7).

    SIGTERM and SIGINT end the main loop in good order: they are the only way out besides `App.stop`.
    """
    from kivy.base import EventLoop

    names = key_names()
    held: dict[int, float] = {}
    """The keys that are down, and when they were last heard of."""

    def key_down(_: Any, key: int, scancode: int, text: str | None, modifiers: list[str], *__: object) -> bool:
        now = monotonic()
        before, held[key] = held.get(key), now
        if before is None or now - before > LET_GO_S:  # the system repeats a held key; a wish is not repeated
            on_key(names.get(key, ""), frozenset(modifiers))
        return True

    def key_up(_: Any, key: int, *__: object) -> bool:
        held.pop(key, None)
        return True

    window.bind(on_key_down=key_down, on_key_up=key_up, focus=lambda *_: held.clear())
    for event in ("on_keyboard", "on_textinput", "on_textedit", "on_drop_begin", "on_drop_file", "on_drop_text"):
        window.bind(**{event: _refuse})
    window.bind(on_request_close=_refuse)
    for provider in list(EventLoop.input_providers):  # SDL's own, which Kivy adds unasked
        EventLoop.remove_input_provider(provider)
    _end_on_signals(EventLoop)


def _refuse(*_: object, **__: object) -> bool:
    return True


def _end_on_signals(loop: Any) -> None:
    asked = False

    def end(*_: object) -> None:
        nonlocal asked
        asked = True
        loop.quit = True

    def started(_: Any) -> None:
        loop.quit = asked  # starting the loop forgets a signal that came while the kiosk was being built

    loop.bind(on_start=started)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
