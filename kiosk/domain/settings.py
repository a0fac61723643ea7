"""What is set for one terminal. Every value here is the default, and is sound by itself."""

from __future__ import annotations

from msgspec import Struct, field

from kiosk.domain.keypad import Keys, usual_keys


class Panel(Struct, frozen=True):
    """The screen: pixels as it hangs, millimetres from one pixel to the next, and millimetres from the floor to its
    lower edge (`bottom_edge_mm`): by it low mode puts everything to press between 800 and 1100 mm
    (kiosk.domain.reach)."""

    width_px: int = 1920
    height_px: int = 1080
    pitch_mm: float = 0.311
    bottom_edge_mm: int = 900


class Idle(Struct, frozen=True):
    """Seconds of quiet until the kiosk asks "are you still there?" (`after_s`, or `reading_after_s` where there is
    much to read or to hear), and seconds to answer (`warn_s`, at least 20 by WCAG 2.2.1; accessibility.md
    I-01, I-03)."""

    after_s: int = 90
    warn_s: int = 30
    reading_after_s: int = 180


class Sound(Struct, frozen=True):
    """`enabled`: there is a loudspeaker. `voices` are the languages whose computer voice a person has listened to and
    found understandable; other languages are heard only in recordings of people. Every `call_every_s` seconds the
    attract screen greets aloud (0: never), but not between the full hours `quiet_from` and `quiet_to`."""

    enabled: bool = True
    voices: tuple[str, ...] = ()
    call_every_s: int = 60
    quiet_from: int = 18
    quiet_to: int = 8


class Keypad(Struct, frozen=True):
    """The function of each key, by the key's name. The same function again within `settle_s` seconds is a trembling
    hand (EN 301 549 5.8 asks for up to at least 0.5 s). `headphones` are the input devices (a pattern of paths) that
    may tell when headphones are plugged in; empty: none is looked at. Only if it is `there` the screen speaks of it."""

    keys: Keys = field(default_factory=usual_keys)
    settle_s: float = 0.5
    headphones: str = "/dev/input/event*"
    there: bool = True


class Settings(Struct, frozen=True):
    """One terminal's settings. `hosts` are the only sites that a QR code may lead to; `time_zone` is an IANA name.
    `motion` is read and checked, and not used yet: nothing moves so far. `usage`: visits are counted, in sums without
    persons (docs/privacy.md). In `staff` mode the attract screen shows how old the content is and what is wrong with
    it."""

    panel: Panel = Panel()
    idle: Idle = Idle()
    sound: Sound = Sound()
    hosts: frozenset[str] = field(default_factory=lambda: frozenset({"leipzig.de", "www.leipzig.de"}))
    theme: str = "lobby"
    motion: bool = True
    time_zone: str = "Europe/Berlin"
    keypad: Keypad = field(default_factory=Keypad)
    usage: bool = True
    staff: bool = False
