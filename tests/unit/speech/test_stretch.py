"""Kept clips slower and faster: made by the real child, judged by numpy, and given up when the child is in trouble."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.speech.engine import Clip, SpeechFailed
from kiosk.speech.measure import TAIL_SECONDS, measured
from kiosk.speech.offline import OfflineVoice
from kiosk.speech.samples import Samples, louder, read
from kiosk.speech.shelf import Shelf
from kiosk.speech.stretch import Stretcher
from kiosk.speech.worker import LOSSES
from tests.unit.speech.meter import frequency, lufs, pitch
from tests.unit.speech.sounds import KINDS, encoded, noise, samples_of, tone, vowel, wave_of
from tests.unit.speech.waiting import ends, until

SPEEDS = [0.75, 1.25, 1.5]
JUDGES = {"voice": pitch, "tone": frequency}


@pytest.fixture(scope="module")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Samples]:
    """A sentence by espeak-ng, and a tone."""
    voice = OfflineVoice({"de": "de"})
    text = "Melden Sie Ihre Wohnung in den ersten zwei Wochen an."
    clip = voice.render(text, voice.voice("de"), tmp_path_factory.mktemp("voice") / "clip.wav")
    voice.close()
    return {"voice": read(clip.path), "tone": samples_of(tone(330, 3.0))}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stretcher]:
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    stretcher = Stretcher(shelf)
    yield stretcher
    stretcher.close()
    shelf.close()


@pytest.fixture
def stretcher(tmp_path: Path) -> Iterator[Stretcher]:
    """A stretcher of its own for a test that hurts it."""
    (tmp_path / "run").mkdir()
    shelf = Shelf(tmp_path / "run")
    made = Stretcher(shelf, answer_seconds=1.0)
    yield made
    made.close()
    shelf.close()


def kept(path: Path, samples: Samples) -> Clip:
    return Clip(encoded(path, samples), **measured(samples))


def words(clip: Clip) -> float:
    """The seconds from the first word to the last."""
    return clip.seconds - clip.lead - clip.trail


@pytest.mark.parametrize("what", JUDGES)
@pytest.mark.parametrize("suffix", KINDS)
def test_slower_and_faster_with_the_pitch_kept(
    suffix: str, what: str, sounds: dict[str, Samples], shared: Stretcher, tmp_path: Path
) -> None:
    """V-10."""
    clip, judge = kept(tmp_path / f"clip{suffix}", sounds[what]), JUDGES[what]
    usual = judge(wave_of(sounds[what]), sounds[what].rate)
    for speed in SPEEDS:
        found = shared.find(clip, speed)
        samples = read(found.path)
        assert samples.seconds == pytest.approx(found.seconds, abs=0.001)
        assert words(found) * speed == pytest.approx(words(clip), rel=0.03)
        assert judge(wave_of(samples), samples.rate) == pytest.approx(usual, rel=0.03)


@pytest.mark.parametrize("speed", SPEEDS)
def test_it_stays_as_loud(speed: float, sounds: dict[str, Samples], shared: Stretcher, tmp_path: Path) -> None:
    found = shared.find(kept(tmp_path / "clip.flac", louder(sounds["voice"], 0.4)), speed)
    samples = read(found.path)
    assert lufs(wave_of(samples) * found.gain, samples.rate) == pytest.approx(-19.0, abs=1.0)


def test_silence_around_the_words_is_cut_off(shared: Stretcher, tmp_path: Path) -> None:
    word = samples_of(vowel(140, 1.0) + 0.01)
    sound = Samples(bytes(word.rate) + word.data + bytes(word.rate), word.rate, 1)
    found = shared.find(kept(tmp_path / "clip.flac", sound), 0.75)
    assert found.seconds == pytest.approx(1.0 / 0.75 + TAIL_SECONDS, abs=0.06)
    assert found.lead < 0.02
    assert found.trail == pytest.approx(TAIL_SECONDS, abs=0.02)


def test_it_is_made_once_and_anew_when_it_was_recorded_anew(stretcher: Stretcher, tmp_path: Path) -> None:
    clip = kept(tmp_path / "clip.flac", samples_of(vowel(140, 1.0)))
    assert stretcher.pid == 0, "nobody has asked for it"
    first = stretcher.find(clip, 1.5)
    written = first.path.stat().st_mtime_ns
    assert stretcher.find(clip, 1.5) == first
    assert first.path.stat().st_mtime_ns == written
    assert stretcher.find(clip, 1.25).path != first.path
    again = kept(clip.path, samples_of(vowel(140, 2.0)))
    os.utime(again.path, ns=(written + 1, written + 1))
    assert stretcher.find(again, 1.5).seconds == pytest.approx(2.0 / 1.5 + TAIL_SECONDS, rel=0.03)


def test_a_file_that_is_no_sound_fails_and_leaves_nothing(stretcher: Stretcher, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp3"
    broken.write_text("<html></html>")
    with pytest.raises(SpeechFailed, match="keine lesbare Tondatei"):
        stretcher.find(Clip(broken, 1.0), 1.5)
    assert [path.name for path in (tmp_path / "run").glob("*/*")] == ["owner"]
    pid = stretcher.pid
    assert stretcher.find(kept(tmp_path / "clip.wav", samples_of(vowel(140, 1.0))), 1.5).path.exists()
    assert stretcher.pid == pid, "a bad file is no reason for another child"


def test_a_child_that_hangs_is_given_up_in_time_and_replaced(stretcher: Stretcher, tmp_path: Path) -> None:
    clip = kept(tmp_path / "clip.wav", samples_of(vowel(140, 1.0)))
    stretcher.find(clip, 0.75)
    hanging = stretcher.pid
    os.kill(hanging, signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(SpeechFailed, match="no answer"):
        stretcher.find(clip, 1.5)
    assert time.monotonic() - began < 10
    assert ends(hanging)
    assert stretcher.find(clip, 1.5).path.exists()


def test_a_child_that_is_killed_at_work_fails_and_is_replaced(stretcher: Stretcher, tmp_path: Path) -> None:
    """It works on a named pipe, so it is at work until somebody writes there: until it is killed."""
    clip = kept(tmp_path / "clip.wav", samples_of(vowel(140, 1.0)))
    stretcher.find(clip, 0.75)
    os.mkfifo(tmp_path / "pipe.wav")
    child = stretcher.pid

    def kill_at_work() -> None:
        with (tmp_path / "pipe.wav").open("wb"):  # waits until the child has opened the other end
            os.kill(child, signal.SIGKILL)

    threading.Thread(target=kill_at_work).start()
    with pytest.raises(SpeechFailed, match="ended with code -9"):
        stretcher.find(Clip(tmp_path / "pipe.wav", 1.0), 1.5)
    assert stretcher.find(clip, 1.5).path.exists()


def test_one_that_died_idle_is_replaced_unnoticed(stretcher: Stretcher, tmp_path: Path) -> None:
    clip = kept(tmp_path / "clip.wav", samples_of(vowel(140, 1.0)))
    stretcher.find(clip, 0.75)
    child = stretcher.pid
    os.kill(child, signal.SIGKILL)
    until(lambda: stretcher.pid == 0)
    assert stretcher.find(clip, 1.5).path.exists()


def test_one_that_never_lives_is_not_started_for_ever(
    stretcher: Stretcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = kept(tmp_path / "clip.wav", samples_of(noise(0.5, 0.1)))
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/bin/false")
        for _ in range(LOSSES):
            with pytest.raises(SpeechFailed):
                stretcher.find(clip, 1.5)
    with pytest.raises(SpeechFailed, match="rests"):
        stretcher.find(clip, 1.5)
    stretcher.revive()
    assert stretcher.find(clip, 1.5).path.exists()
