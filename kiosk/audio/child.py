"""The player's own process: pygame's mixer, and nothing else of pygame. Started by kiosk.audio.player, never imported.

Only `mixer.music` is used and only paths are given to it: `Channel.play` beside `music.pause` deadlocks, and the
mixer may crash or hang with the sound server (pygame 2.6.1, SDL 2.28.4). None of that reaches the kiosk's process.
An open device plays silence, and its thread and the sound server are awake for it: nobody keeps one who plays nothing.
Requests: open, play {path, lead, level, serial}, pause, resume, stop, level {level} → {} or {"error"}.
Event: {"event": "ended", "serial"} when a file has been played to its end, with "error" if the device was lost before.
"""

from __future__ import annotations

import ctypes
import os
import sys
from queue import Empty
from time import monotonic
from typing import Any

from kiosk.speech.lines import Lines

SAMPLES_PER_SECOND = 44100
SIGNED_16_BIT = -16
STEREO = 2
BUFFER = 1024
"""Samples; about 23 ms: a stop is heard at once, and a busy machine does not stutter."""
POLL_SECONDS = 0.02
UNUSED = ("numpy", "pkg_resources")
"""What pygame takes along where it is installed, and the mixer has no use for: 10 to 16 MB (measured, issue 9)."""
SILENT_SECONDS = 3.0
"""After so long with nothing to play the device is given back: longer than it is silent between two sentences. To take
it again before a clip costs 3 ms (median; 10 ms at most but for one in 20, PulseAudio); to hold it 180 wake-ups a
second and 0.7 % of a core. Giving it back takes 50 ms, for SDL waits for its last samples."""
DEVICE = 2
"""SDL's number of the first device that is opened by SDL_OpenAudioDevice: 1 is left to SDL_OpenAudio (SDL_audio.h)."""
STOPPED = 0
"""SDL_AUDIO_STOPPED: the device is not open, or it is lost: its server has died, its plug was pulled. SDL goes on as if
it played, and neither SDL_mixer nor pygame tells (SDL 2.28.4)."""


class Music:
    """The one piece of sound that is playing. pygame has no event for its end without a window, so it is polled."""

    def __init__(self, lines: Lines) -> None:
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        for name in UNUSED:
            sys.modules[name] = None  # type: ignore[assignment]  # so "import" says that they are not there
        import pygame.mixer

        self._mixer, self._music, self._lines = pygame.mixer, pygame.mixer.music, lines
        self._error = pygame.error
        self._sdl = ctypes.CDLL(pygame.base.__file__)  # names are found in what it is linked to: pygame's own SDL
        self._serial = 0
        self._paused = False
        self._silent_since = monotonic()

    @property
    def playing(self) -> bool:
        """Whether an end is to be waited for."""
        return bool(self._serial) and not self._paused

    @property
    def patience(self) -> float | None:
        """In how many seconds to `look`; None if there is nothing to look for. What is paused keeps the device: only
        there its place is kept, and a pause lasts no longer than its visit."""
        if self.playing:
            return POLL_SECONDS
        if self._serial or not self._held:
            return None
        return max(0.0, self._silent_since + SILENT_SECONDS - monotonic())

    @property
    def _held(self) -> bool:
        """Whether the device was taken and not given back. It may be lost all the same."""
        return self._mixer.get_init() is not None

    @property
    def _lost(self) -> bool:
        """Whether there is no device that takes sound, given back or not."""
        return int(self._sdl.SDL_GetAudioDeviceStatus(DEVICE)) == STOPPED

    def do(self, request: dict[str, Any]) -> None:
        """Carry out `request` and answer it."""
        try:
            getattr(self, request["do"])(request)
        except self._error as error:
            self._ended()
            self._lines.answer(request, error=str(error).replace(request.get("path", "\0"), "…"))
        else:
            self._lines.answer(request)

    def open(self, _request: dict[str, Any]) -> None:
        """Take the sound device anew: another one may have become the right one since."""
        self._ended()
        self._take_device()

    def _take_device(self) -> None:
        self._mixer.quit()
        self._mixer.init(SAMPLES_PER_SECOND, SIGNED_16_BIT, STEREO, BUFFER)

    def play(self, request: dict[str, Any]) -> None:
        """Play a file from `lead` seconds on, in place of what is playing. A WAV file is played whole: SDL_mixer 2.6.3
        takes the order and does not follow it."""
        if self._lost:
            self._take_device()
        self._music.load(request["path"])
        self._music.set_volume(request["level"])
        self._music.play(start=request["lead"])
        self._serial, self._paused = request["serial"], False

    def pause(self, _request: dict[str, Any]) -> None:
        """Hold on."""
        if self._held:
            self._music.pause()
        self._paused = True

    def resume(self, _request: dict[str, Any]) -> None:
        """Go on."""
        if self._held:
            self._music.unpause()
        self._paused = False

    def stop(self, _request: dict[str, Any]) -> None:
        """Be silent and forget the file."""
        self._ended()
        if self._held:
            self._music.stop()
            self._music.unload()

    def level(self, request: dict[str, Any]) -> None:
        """How loud, 0 to 1. Each clip brings its own, so there is nothing to keep for the next one."""
        if self._held:
            self._music.set_volume(request["level"])

    def look(self) -> None:
        """Tell if the file has come to its end, or the device to its own; give back what is silent for long enough."""
        if self.playing and self._lost:
            self._lines.event("ended", serial=self._ended(), error="the sound device was lost")
        elif self.playing and not self._music.get_busy():
            self._lines.event("ended", serial=self._ended())
        elif self.patience == 0:
            self._mixer.quit()

    def _ended(self) -> int:
        """From now on there is nothing to play; the number of what was played."""
        serial, self._serial, self._silent_since = self._serial, 0, monotonic()
        return serial


def main() -> None:
    """Carry out requests until the kiosk is gone."""
    lines = Lines()
    music = Music(lines)
    while True:
        try:
            request = lines.requests.get(timeout=music.patience)
        except Empty:
            music.look()
        else:
            music.do(request)


if __name__ == "__main__":
    main()
