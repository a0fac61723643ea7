"""What the host knows of sound: is there a device, is there a voice, how loud."""

from __future__ import annotations

from kiosk.audio.clips import Clips
from kiosk.audio.player import Player


class Speaker:
    """Player and clips of one terminal."""

    def __init__(self, player: Player, clips: Clips) -> None:
        self._player, self._clips = player, clips

    @property
    def available(self) -> bool:
        """Whether there is a device."""
        return self._player.available

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for `language`."""
        return self._clips.speaks(language)

    def renew(self) -> None:
        """A new visitor: the device may have come or gone, new clips may have been made."""
        self._player.open()
        self._clips.renew()

    def close(self) -> None:
        """The kiosk ends."""
        self._player.close()
        self._clips.close()
