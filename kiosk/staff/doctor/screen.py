"""Doctor looks at what visitors touch: screen, touch panel, keypad."""

from __future__ import annotations

from pathlib import Path

from kiosk.health import machine
from kiosk.loaders.faults import Both
from kiosk.runtime import lockdown, sdl
from kiosk.staff.doctor.finding import Finding, bad, good, unknown
from kiosk.staff.doctor.terminal import Terminal

Size = tuple[int, int]
CABLES = Both("Strom und Kabel des Bildschirms ansehen.", "Look at the power and the cable of the screen.")


def look_at_display(terminal: Terminal) -> Finding:
    """Whether a screen is there, and has the pixels that the settings say."""
    folder = terminal.root / "sys/class/drm"
    plugged = [name for name, there in (machine.screens(folder) or {}).items() if there]
    if machine.screen_connected(folder) is False:
        return bad(Both("An keiner Buchse ist ein Bildschirm.", "No screen is plugged in."), CABLES)
    try:
        size = _served(terminal) or _preferred(folder, plugged)
    except sdl.NoWindow as error:
        german, _, english = str(error).partition("\n")
        return bad(Both(german, english), CABLES)
    names = ", ".join(plugged)
    if size is None:
        where = Both(names or "Linux meldet keine Buchsen", names or "Linux tells of no sockets")
        return unknown(where, Both("Hinsehen: Steht das Bild?", "Look at it: is the picture there?"))
    return _judged(size, (terminal.settings.panel.width_px, terminal.settings.panel.height_px), names)


def _judged(size: Size, wanted: Size, names: str) -> Finding:
    text = f"{size[0]} × {size[1]}" + (f" ({names})" if names else "")
    if size in (wanted, wanted[::-1]):
        return good(Both(text, text))
    expected = f"{wanted[0]} × {wanted[1]}"
    return bad(
        Both(f"{text}, eingestellt ist {expected}", f"{text}, but {expected} is set"),
        Both(
            "panel in kiosk.yaml berichtigen, oder die Auflösung: Sonst stimmen Größen und Höhen nicht.",
            "Correct panel in kiosk.yaml, or the resolution: otherwise sizes and heights are wrong.",
        ),
    )


def _served(terminal: Terminal) -> Size | None:
    """What the X or Wayland server shows; None without one. Raises NoWindow."""
    if not (terminal.environ.get("DISPLAY") or terminal.environ.get("WAYLAND_DISPLAY")):
        return None
    lockdown.prepare(dict(terminal.environ))
    return sdl.screen_size(terminal.environ)


def _preferred(folder: Path, plugged: list[str]) -> Size | None:
    """The mode that the first screen likes best: it names that first."""
    for name in plugged:
        modes = folder / name / "modes"
        first = modes.read_text(encoding="ascii").split() if modes.is_file() else []
        width, _, height = first[0].partition("x") if first else ("", "", "")
        if width.isdigit() and height.rstrip("i").isdigit():
            return int(width), int(height.rstrip("i"))
    return None


def look_at_touch(terminal: Terminal) -> Finding:
    """Whether there is a touch panel."""
    found = machine.touch_screens(terminal.root / "proc/bus/input/devices")
    if found is None:
        return unknown(
            Both("Linux meldet keine Eingabegeräte.", "Linux tells of no input devices."),
            Both("Den Schirm berühren.", "Touch the screen."),
        )
    if not found:
        return bad(
            Both("Kein Touch-Panel.", "No touch panel."),
            Both(
                "USB-Kabel des Touch-Panels ansehen. usbguard list-devices: Ist es gesperrt (block)?",
                "Look at the USB cable of the touch panel. usbguard list-devices: is it blocked (block)?",
            ),
        )
    return good(Both(", ".join(found), ", ".join(found)))


def look_at_keypad(terminal: Terminal) -> Finding:
    """Whether there is the keypad that the settings speak of."""
    if not terminal.settings.keypad.there:
        return good(Both("Nach den Einstellungen gibt es keins.", "By the settings there is none."))
    found = machine.keyboards(terminal.root / "proc/bus/input/devices")
    if found is None:
        return unknown(Both("Linux meldet keine Eingabegeräte.", "Linux tells of no input devices."))
    if not found:
        return bad(
            Both("Kein Tastenfeld, nach den Einstellungen gibt es eins.", "No keypad; by the settings there is one."),
            Both(
                "USB-Kabel ansehen, usbguard list-devices; oder keypad: {there: no} in kiosk.yaml (docs/keypad.md).",
                "Look at the USB cable, usbguard list-devices; or keypad: {there: no} in kiosk.yaml (docs/keypad.md).",
            ),
        )
    return good(Both(", ".join(found), ", ".join(found)))
