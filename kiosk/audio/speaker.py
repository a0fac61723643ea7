"""What the host knows of sound: is there a device, is there a voice, how loud."""

from __future__ import annotations

from kiosk.audio.clips import Clips
from kiosk.audio.player import Player
from kiosk.domain.sound import Sound


class Speaker:
    """Player and clips of one terminal."""

    def __init__(self, player: Player, clips: Clips) -> None:
        self._player, self._clips = player, clips

    def ready(self, language: str) -> Sound:
        """Whether a visitor who reads `language` can be spoken to now."""
        if not self._player.available:
            return Sound.NO_DEVICE
        return Sound.READY if self._clips.speaks(language) else Sound.NO_VOICE

    def renew(self) -> None:
        """A new visitor: the device may have come or gone, new clips may have been made."""
        self._player.open()
        self._clips.renew()

    def volume(self, level: float) -> None:
        """How loud, from 0 to 1."""
        self._player.volume(level)

    def close(self) -> None:
        """The kiosk ends."""
        self._player.close()
        self._clips.close()
