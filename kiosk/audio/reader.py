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

GAP_SECONDS = 0.3
"""Silence between two sentences, that of the clips themselves counted in: it lies between 200 and 600 ms (issue 3)."""
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
        self._speed, self._breath = 1.0, GAP_SECONDS
        self._due: float | None = None
        self._left = self._gap = 0.0
        self._in_gap = self._heard = False
        self._repeated = self._left_out = -2

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

    def read(
        self, utterances: Sequence[Utterance], start: int = 0, speed: float = 1.0, breath: float = GAP_SECONDS
    ) -> None:
        """Read from sentence `start` on, in place of what is being read, at `speed` times the usual speed, with
        `breath` seconds between two sentences."""
        self._begin(utterances, speed)
        self._breath = breath
        if not self._player.available:
            self._show(Status.IDLE, start, NO_DEVICE)
        elif start < len(self._utterances):
            self._want(start)
            self._show(Status.PREPARING, start)
        else:
            self._show(Status.IDLE, start)

    def hold(self, utterances: Sequence[Utterance], index: int, speed: float = 1.0) -> None:
        """Stand paused before sentence `index`, in place of what is being read; `resume` reads on from there."""
        self._begin(utterances, speed)
        self._show(Status.PAUSED, index)

    def skip(self, step: int) -> None:
        """From the sentence that is being read, or was when it paused, to another; 0 is the same one again. Nothing
        lies before the first one or behind the last."""
        if self._reading.status is Status.IDLE:
            return
        index = min(len(self._utterances) - 1, max(0, self._reading.index + step))
        self._halt()
        self._repeated = self._left_out = -2
        self._want(index)
        self._show(Status.PREPARING, index)

    def pace(self, speed: float) -> None:
        """From now on, at this speed. The sentence that is being read begins anew; one that has ended does not."""
        index, status = self._reading.index + self._in_gap, self._reading.status
        if index >= len(self._utterances) > 0:
            return
        if status in (Status.PLAYING, Status.PREPARING):
            self.read(self._utterances, index, speed, self._breath)
        elif status is Status.PAUSED:
            self.hold(self._utterances, index, speed)

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
        else:  # not found yet, not even wanted, or the player broke down meanwhile
            self._want(self._reading.index)
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

    def _begin(self, utterances: Sequence[Utterance], speed: float) -> None:
        self._halt()
        self._utterances, self._speed = tuple(utterances), speed
        self._finder.begin()
        self._heard, self._repeated, self._left_out = False, -2, -2

    def _halt(self) -> None:
        if self._reading.status is not Status.IDLE:
            self._player.stop()
        self._in_gap, self._due = False, None

    def _want(self, index: int) -> None:
        if index < len(self._utterances):
            self._finder.want(index, self._utterances[index], self._speed)

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
        self._player.start(clip.path, clip.gain, clip.lead)
        self._left = clip.seconds + PATIENCE_SECONDS
        self._gap = max(0.0, self._breath - clip.trail)
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
            self._in_gap, self._due = True, now + self._gap

    def _broken_off(self, now: float) -> None:
        """The player broke down: a new one says the sentence once more. Twice in one sentence is a fault of its clip,
        and the rest is read without it; twice in the next one, too, is a fault to show."""
        index = self._reading.index
        if not self._player.available or (self._repeated == index and self._left_out == index - 1):
            self._fail(self._player.error)
        elif self._repeated == index:
            log.warning("a sentence is left out: %s", self._player.error)
            self._left_out = index
            self._go_on(index + 1, now)
        else:
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
