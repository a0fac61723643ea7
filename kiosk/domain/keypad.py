"""The keypad: what its keys do, and by which names they are known.

Six keys are enough (previous, next, select, back, help, and the volume); whoever uses them needs neither sight nor
touch (EN 301 549 5.1.2.2, 5.2). Keypads differ, so every key can be chosen (accessibility.md K-01).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Function(Enum):
    """What a key does. The value is its name in config/kiosk.yaml."""

    PREVIOUS = "previous"
    NEXT = "next"
    SELECT = "select"
    BACK = "back"
    HELP = "help"
    """Says the present thing again; twice: where the visitor is, and what the keys do."""
    LOUDER = "louder"
    QUIETER = "quieter"
    HOME = "home"
    HEADPHONES_IN = "headphones_in"
    """Some keypads tell of their socket by a key: headphones have been plugged in …"""
    HEADPHONES_OUT = "headphones_out"
    """… or pulled out."""
    OTHER = "other"
    """A key without a function: somebody is there, and does not know the keys yet."""


QUICK = frozenset({Function.PREVIOUS, Function.NEXT, Function.LOUDER, Function.QUIETER})
"""Functions that are wanted several times in a row, one step each: who knows the way presses quickly, and a step too
many is undone by one step back. The others change the screen or end the visit."""

USUAL = {
    Function.PREVIOUS: ("up",),
    Function.NEXT: ("down",),
    Function.SELECT: ("enter", "numpadenter"),
    Function.BACK: ("escape", "backspace"),
    Function.HELP: ("f1", "?"),
    Function.LOUDER: ("+", "numpadadd"),
    Function.QUIETER: ("-", "numpadsubstract"),
    Function.HOME: ("home",),
    Function.HEADPHONES_IN: (),
    Function.HEADPHONES_OUT: (),
}
"""The keys of each function where nothing else is set. Previous and next, not left and right: they mean the same in
every direction of reading."""

SETTABLE = tuple(USUAL)
"""The functions that keys can be given."""

KEY_NAMES = frozenset(
    "backspace tab enter rshift shift alt rctrl lctrl super alt-gr compose pipe capslock escape spacebar pageup "
    "pagedown end home left up right down insert delete numlock print screenlock pause scrolllock "
    "a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 "
    "numpad0 numpad1 numpad2 numpad3 numpad4 numpad5 numpad6 numpad7 numpad8 numpad9 numpaddecimal numpaddivide "
    "numpadmul numpadsubstract numpadadd numpadenter "
    "f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19 f20 f21 f22 f23 f24 "
    "volumeup volumedown mute "
    "( ) [ ] { } : ; = + - _ * ? ` ~ ´ ¦ \\ | \" ' , . < > @ ! # $ % ^ & ¬ ¨ … ù à é è".split()
)
"""The names of all keys, as Kivy has them (a test holds them alike), with what Kivy does not know or names wrongly."""


def usual_keys() -> dict[str, Function]:
    """The function of each key where nothing else is set."""
    return {name: function for function, names in USUAL.items() for name in names}


Keys = Mapping[str, Function]
"""The function of a key, by the key's name."""
