"""Reading aloud: one sentence after the other, so that the one that is heard can be marked.

The reader is told the time by `tick` and never waits: clips are found in a thread of its own, one sentence ahead of
what is heard. Everything else, `on_change` too, happens in the thread that calls it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from kiosk.audio.finder import Find, Finder
from kiosk.audio.player import Player
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import Utterance
from kiosk.speech.engine import Clip

log = logging.getLogger(__name__)

GAP_SECONDS = 0.25
"""Silence between two sentences."""
PATIENCE_SECONDS = 3.0
"""A clip that takes this much longer than it is long goes to a device that takes no sound."""
NO_DEVICE = "listen.no_device"
NO_VOICE = "listen.no_voice"


class Reader:
    """Reads utterances with `player`, in the clips that `find` finds for them (it may block).

    `wake` is called from another thread when there is something to do for `tick`; `due` is the moment at which `tick`
    is wanted even if nothing wakes. `on_change` gets every new `Reading`.
    """

    def __init__(
        self,
        player: Player,
        find: Find,
        wake: Callable[[], None] = lambda: None,
        on_change: Callable[[Reading], None] = lambda reading: None,
    ) -> None:
        self._player, self._on_change = player, on_change
        self._finder = Finder(find, wake)
        self._reading = Reading()
        self._utterances: tuple[Utterance, ...] = ()
        self._due: float | None = None
        self._left = 0.0
        self._in_gap = self._heard = False
        self._repeated = -1

    @property
    def reading(self) -> Reading:
        """How far it has come."""
        return self._reading

    @property
    def due(self) -> float | None:
        """When `tick` is wanted next, in the time that `tick` is given (0: at once); None if only `wake` will tell."""
        if self._reading.status is Status.PREPARING:
            return 0.0 if self._finder.has(self._reading.index) else None
        if self._reading.status is Status.PLAYING:
            return 0.0 if self._due is None else self._due
        return None

    def read(self, utterances: Sequence[Utterance], start: int = 0) -> None:
        """Read from sentence `start` on, in place of what is being read."""
        self._halt()
        self._utterances = tuple(utterances)
        self._finder.begin()
        self._heard, self._repeated = False, -1
        if not self._player.available:
            self._show(Status.IDLE, start, NO_DEVICE)
        elif start < len(self._utterances):
            self._want(start)
            self._show(Status.PREPARING, start)
        else:
            self._show(Status.IDLE, start)

    def pause(self) -> None:
        """Hold on, in the middle of a sentence if need be."""
        if self._reading.status is Status.PLAYING and not self._in_gap:
            self._player.pause()
        if self._reading.status is not Status.IDLE:
            self._show(Status.PAUSED, self._reading.index)

    def resume(self) -> None:
        """Go on where it was paused."""
        if self._reading.status is not Status.PAUSED:
            return
        if self._in_gap:
            self._show(Status.PLAYING, self._reading.index)
        elif self._player.busy():
            self._player.resume()
            self._due = None  # the next tick begins to be patient anew
            self._show(Status.PLAYING, self._reading.index)
        else:  # not found yet, or the player broke down meanwhile
            self._show(Status.PREPARING, self._reading.index)

    def stop(self) -> None:
        """Be silent and forget what was read. Nothing is shown as an error any more."""
        self._halt()
        self._finder.begin()
        self._utterances = ()
        self._show(Status.IDLE, 0)

    def tick(self, now: float) -> None:
        """Do what is to be done at `now`, in seconds of a clock that never goes back."""
        index = self._reading.index
        if self._reading.status is Status.PREPARING:
            self._go_on(index, now)
        elif self._reading.status is Status.PLAYING and not self._in_gap:
            self._listen(now)
        elif self._reading.status is Status.PLAYING and now >= (self._due or 0.0):
            self._go_on(index + 1, now)

    def close(self) -> None:
        """The kiosk ends."""
        self._halt()
        self._finder.close()

    def _halt(self) -> None:
        if self._reading.status is not Status.IDLE:
            self._player.stop()
        self._in_gap, self._due = False, None

    def _want(self, index: int) -> None:
        if index < len(self._utterances):
            self._finder.want(index, self._utterances[index])

    def _go_on(self, index: int, now: float) -> None:
        """Let sentence `index` be heard, if it is found already; those without a voice are passed over."""
        self._in_gap, self._due = False, None
        while index < len(self._utterances):
            self._want(index)
            if not self._finder.has(index):
                self._show(Status.PREPARING, index)
                return
            clip = self._finder.take(index)
            if clip:
                self._play(index, clip, now)
                return
            index += 1
        self._show(Status.IDLE, 0, "" if self._heard else NO_VOICE)

    def _play(self, index: int, clip: Clip, now: float) -> None:
        self._player.start(clip.path, clip.gain)
        self._left = clip.seconds + PATIENCE_SECONDS
        self._due = now + self._left
        self._want(index + 1)
        self._show(Status.PLAYING, index)

    def _listen(self, now: float) -> None:
        if self._due is None:
            self._due = now + self._left
        if self._player.busy():
            if now > self._due:
                self._fail("the sound device takes no sound")
        elif self._player.error:
            self._broken_off(now)
        else:
            self._heard = True
            self._in_gap, self._due = True, now + GAP_SECONDS

    def _broken_off(self, now: float) -> None:
        """The player broke down: a new one says the sentence once more. Twice in one sentence is a fault to show."""
        index = self._reading.index
        if self._repeated == index or not self._player.available:
            self._fail(self._player.error)
            return
        log.warning("a sentence broke off and is repeated: %s", self._player.error)
        self._repeated = index
        self._go_on(index, now)

    def _fail(self, reason: str) -> None:
        log.warning("reading aloud ended: %s", reason)
        index = self._reading.index
        self._halt()
        self._show(Status.IDLE, index, NO_DEVICE)

    def _show(self, status: Status, index: int, error: str = "") -> None:
        reading = Reading(status, index, len(self._utterances), error)
        if reading != self._reading:
            self._reading = reading
            self._on_change(reading)
