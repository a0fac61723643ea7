"""A terminal without a window: the real host, reader, speaker and idle watch; screen and loudspeaker are notes."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.audio.clips import Clips
from kiosk.audio.reader import GAP_SECONDS, Reader
from kiosk.audio.speaker import Speaker
from kiosk.domain.catalog import Catalog
from kiosk.domain.keypad import Function
from kiosk.domain.navigation import SERVICE, Choose, Intent, Listen, Open, Route, Wake
from kiosk.domain.node import Sentence, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.strings import Strings
from kiosk.domain.utterance import Utterance
from kiosk.host import Host
from kiosk.narrator import Narrator
from kiosk.runtime.calling import CallingOut
from kiosk.runtime.clock import GivenClock
from kiosk.runtime.idle import IdleWatch
from kiosk.speech.engine import Clip
from kiosk.stage.given_time import GivenTime
from tests import builders
from tests.unit.audio.reading_room import PlayerNote
from tests.unit.speech.waiting import Notes

AFTER_S, WARN_S, READING_AFTER_S = 90, 30, 180
SHORTEST_TURN_S, ROUNDING_S = 1e-3, 1e-6


@dataclass(frozen=True)
class Shown:
    """What a stage says of a view."""

    pages: int
    places: dict[str, object]


class StageNote:
    """A stage that keeps what it is shown. `needs` says how many pages a route needs; the others need one. Nodes that
    are `hidden` stand nowhere; those in `only_on` on one page, the others on all."""

    def __init__(self) -> None:
        self.views: list[View] = []
        self.foreseen: list[View] = []
        self.sentences: list[Sentence | None] = []
        self.rings: list[str] = []
        self.needs: dict[str, int] = {}
        self.hidden: set[str] = set()
        self.only_on: dict[str, int] = {}

    def present(self, view: View, sentence: Sentence | None = None, focus: str = "") -> Shown:
        self.views.append(view)
        self.sentences.append(sentence)
        self.rings.append(focus)
        return self.lay_out(view)

    def prepare(self, view: View) -> Shown:
        self.foreseen.append(view)
        return self.lay_out(view)

    def lay_out(self, view: View) -> Shown:
        pages = self.needs.get(view.route.name, 1)
        page = min(view.route.page, pages - 1)
        there = (node.id for node in view.nodes() if self.only_on.get(node.id, page) == page)
        return Shown(pages, {node: None for node in there if node not in self.hidden})


class Voices:
    """A voice in every language that is not in `mute`. Its clips are named by what they say and last `seconds`; while
    `ready` is not set they are not found yet."""

    def __init__(self) -> None:
        self.mute: set[str] = set()
        self.seconds = 2.0
        self.ready = threading.Event()
        self.ready.set()
        self.renewed, self.closed = 0, False
        self.speeds: list[float] = []

    def speaks(self, language: str) -> bool:
        return language not in self.mute

    def find(self, utterance: Utterance, speed: float) -> Clip | None:
        self.ready.wait()
        self.speeds.append(speed)
        return Clip(Path(utterance.text), self.seconds) if self.speaks(utterance.language) else None

    def renew(self) -> None:
        self.renewed += 1

    def close(self) -> None:
        self.closed = True


class Terminal:
    """One terminal; time stands still until it is told to move."""

    def __init__(
        self,
        catalog: Catalog | None = builders.CATALOG,
        strings: Strings | None = None,
        now: datetime = builders.TUESDAY,
        calling: CallingOut | None = None,
    ) -> None:
        self.time, self.stage, self.player = GivenTime(), StageNote(), PlayerNote()
        self.voices, self.found = Voices(), Notes()
        self.told: list[Utterance] = []
        """All that the narrator was given to read, heard to its end or not."""
        clips = Clips([self.voices])
        self.reader = Reader(self.player, clips.find, self.found)
        self.idle = IdleWatch(AFTER_S, WARN_S)
        self.host = Host(
            catalog,
            strings or builders.strings(),
            self.stage,
            Narrator(self.reader, self.player.volume, self._note),
            Speaker(self.player, clips),
            GivenClock(now, self.time),
            self.time,
            self.idle,
            READING_AFTER_S,
            calling,
        )
        self.look()

    def _note(self, utterance: Utterance) -> Utterance:
        self.told.append(utterance)
        return utterance

    @property
    def view(self) -> View:
        """What was shown last."""
        return self.stage.views[-1]

    @property
    def route(self) -> str:
        """The route that was shown last."""
        return self.view.route.name

    @property
    def sentence(self) -> Sentence | None:
        """The sentence that is marked."""
        return self.stage.sentences[-1]

    @property
    def reading(self) -> Reading:
        """How far the reading has come."""
        return self.reader.reading

    @property
    def started(self) -> list[str]:
        """The sentences that were begun to be heard."""
        started = [note for note in self.player.told if note.startswith("start ")]
        return [note.removeprefix("start ").removesuffix(" 1") for note in started]

    def look(self) -> None:
        """The kiosk looks what is to be done, and says when it wants to look again."""
        self.wait, self._looked = self.host.tick(), self.time.now

    def send(self, *intents: Intent) -> None:
        """What a visitor does, and the tick that follows a finger."""
        for intent in intents:
            self.host.send(intent)
        self.look()

    def key(self, *functions: Function) -> None:
        """What a visitor presses on the keypad, half a second apart."""
        for function in functions:
            self.time.now += 0.5
            self.wait, self._looked = self.host.key(function), self.time.now

    def come(self, language: str = "de") -> None:
        """A visitor comes home in their language."""
        self.send(Wake(), Choose(language))

    def come_and_listen(self) -> None:
        """A visitor has a card read to them; its first sentence is heard."""
        self.come()
        self.send(Open(Route(SERVICE, "anmelden")), Listen())
        self.until_heard()

    def pass_time(self, seconds: float) -> None:
        """Time passes, then the kiosk looks."""
        self.time.now += seconds
        self.look()

    def live(self, seconds: float) -> None:
        """Time passes; the kiosk looks only when it wanted to, as in its loop, which never stands still."""
        end = self.time.now + seconds
        while (next_look := self._looked + max(self.wait, SHORTEST_TURN_S)) <= end + ROUNDING_S:
            self.time.now = next_look
            self.look()
        self.time.now = end

    def until_heard(self) -> None:
        """Wait, in real time, until the clip that is prepared has been found and is played."""
        index = self.reading.index

        def found() -> bool:
            return self.reader.due is not None

        self.found.until_true(found)
        self.pass_time(0)
        assert self.reading == Reading(Status.PLAYING, index, self.reading.count)

    def sentence_ends(self) -> None:
        """The sentence that is heard ends, and the next one begins, if there is one."""
        self.player.end()
        self.pass_time(0)
        self.pass_time(GAP_SECONDS)
        if self.reading.status is Status.PREPARING:
            self.until_heard()

    def close(self) -> None:
        """End the host."""
        self.host.close()
