"""The player's own process: pygame's mixer, and nothing else of pygame. Started by kiosk.audio.player, never imported.

Only `mixer.music` is used and only paths are given to it: `Channel.play` beside `music.pause` deadlocks, and the
mixer may crash or hang with the sound server (pygame 2.6.1, SDL 2.28.4). None of that reaches the kiosk's process.
Requests: open, play {path, lead, level, serial}, pause, resume, stop, level {level} → {} or {"error"}.
Event: {"event": "ended", "serial"} when a file has been played to its end, with "error" if the device was lost before.
"""

from __future__ import annotations

import ctypes
import os
from queue import Empty
from typing import Any

from kiosk.speech.lines import Lines

SAMPLES_PER_SECOND = 44100
SIGNED_16_BIT = -16
STEREO = 2
BUFFER = 1024
"""Samples; about 23 ms: a stop is heard at once, and a busy machine does not stutter."""
POLL_SECONDS = 0.02
DEVICE = 2
"""SDL's number of the first device that is opened by SDL_OpenAudioDevice: 1 is left to SDL_OpenAudio (SDL_audio.h)."""
STOPPED = 0
"""SDL_AUDIO_STOPPED: the device is not open, or it is lost: its server has died, its plug was pulled. SDL goes on as if
it played, and neither SDL_mixer nor pygame tells (SDL 2.28.4)."""


class Music:
    """The one piece of sound that is playing. pygame has no event for its end without a window, so it is polled."""

    def __init__(self, lines: Lines) -> None:
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        import pygame.mixer

        self._mixer, self._music, self._lines = pygame.mixer, pygame.mixer.music, lines
        self._error = pygame.error
        self._sdl = ctypes.CDLL(pygame.base.__file__)  # names are found in what it is linked to: pygame's own SDL
        self._serial = 0
        self._paused = False

    @property
    def playing(self) -> bool:
        """Whether an end is to be waited for."""
        return bool(self._serial) and not self._paused

    @property
    def _lost(self) -> bool:
        return int(self._sdl.SDL_GetAudioDeviceStatus(DEVICE)) == STOPPED

    def do(self, request: dict[str, Any]) -> None:
        """Carry out `request` and answer it."""
        try:
            getattr(self, request["do"])(request)
        except self._error as error:
            self._serial = 0
            self._lines.answer(request, error=str(error).replace(request.get("path", "\0"), "…"))
        else:
            self._lines.answer(request)

    def open(self, _request: dict[str, Any]) -> None:
        """Take the sound device anew: another one may have become the right one since."""
        self._serial = 0
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
        self._music.pause()
        self._paused = True

    def resume(self, _request: dict[str, Any]) -> None:
        """Go on."""
        self._music.unpause()
        self._paused = False

    def stop(self, _request: dict[str, Any]) -> None:
        """Be silent and forget the file."""
        self._serial = 0
        self._music.stop()
        self._music.unload()

    def level(self, request: dict[str, Any]) -> None:
        """How loud, 0 to 1."""
        self._music.set_volume(request["level"])

    def look(self) -> None:
        """Tell if the file has come to its end, or the device to its own."""
        if self.playing and self._lost:
            serial, self._serial = self._serial, 0
            self._lines.event("ended", serial=serial, error="the sound device was lost")
        elif self.playing and not self._music.get_busy():
            serial, self._serial = self._serial, 0
            self._lines.event("ended", serial=serial)


def main() -> None:
    """Carry out requests until the kiosk is gone."""
    lines = Lines()
    music = Music(lines)
    while True:
        try:
            request = lines.requests.get(timeout=POLL_SECONDS if music.playing else None)
        except Empty:
            music.look()
        else:
            music.do(request)


if __name__ == "__main__":
    main()
