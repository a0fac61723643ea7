"""The whole way from words to sound: sentences, offline voice, reader, player, loudspeaker."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

from kiosk.audio.clips import Clips, Spoken
from kiosk.audio.player import ChildPlayer
from kiosk.audio.reader import Reader
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import Utterance, sentences
from kiosk.speech.offline import OfflineVoice
from kiosk.speech.shelf import Shelf
from tests.unit.audio.sound import Loudspeaker, clip_samples, likeness
from tests.unit.speech.waiting import PATIENCE, Notes

TEXT = "Guten Tag. Sie finden uns in der Otto-Schill-Str. 2. Ласкаво просимо!"


def test_every_sentence_is_heard_in_its_turn_and_the_shown_one_is_the_one_that_is_heard(tmp_path: Path) -> None:
    wakes, loudspeaker = Notes(), Loudspeaker(tmp_path / "heard.raw")
    clips = Clips([Spoken(OfflineVoice({"de": "de", "uk": "uk"}), Shelf(tmp_path))])
    player = ChildPlayer(wakes, loudspeaker.environment)
    turns: dict[int, int] = {}

    def on_change(reading: Reading) -> None:
        if reading.status is Status.PLAYING:
            turns[reading.index] = len(loudspeaker.samples())

    reader = Reader(player, clips.find, wakes, on_change)
    utterances = [Utterance(text, "uk" if "просимо" in text else "de") for text in sentences(TEXT, "de")]
    player.open()
    reader.read(utterances)
    deadline = time.monotonic() + PATIENCE
    while reader.reading.status is not Status.IDLE:
        assert time.monotonic() < deadline
        time.sleep(0.005)
        reader.tick(time.monotonic())
    heard = loudspeaker.until_silent()
    found = [clips.find(utterance) for utterance in utterances]
    assert reader.reading.error == ""
    assert list(turns) == [0, 1, 2]
    edges = [*turns.values(), len(heard)]
    for index, clip in enumerate(found):
        assert clip is not None
        in_turn = [likeness(clip_samples(clip.path), heard[a:b]) > 0.9 for a, b in pairwise(edges)]
        assert in_turn == [index == turn for turn in range(3)]
    reader.close()
    player.close()
    clips.close()
