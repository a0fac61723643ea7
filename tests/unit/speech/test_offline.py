"""The offline voice really speaks, and comes back from whatever happens to its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kiosk.speech.engine import SpeechFailed
from kiosk.speech.offline import OfflineVoice
from kiosk.speech.samples import read
from kiosk.speech.worker import LOSSES
from tests.unit.speech.meter import lufs
from tests.unit.speech.sounds import wave_of
from tests.unit.speech.waiting import ends

TEXTS = {
    "de": "Melden Sie Ihre Wohnung in den ersten zwei Wochen an.",
    "en": "Register your address within the first two weeks.",
    "ar": "سجّل عنوانك خلال أول أسبوعين.",
    "uk": "Зареєструйте свою адресу протягом перших двох тижнів.",
}


@pytest.fixture(scope="module")
def shared() -> Iterator[OfflineVoice]:
    voice = OfflineVoice({code: code for code in TEXTS})
    yield voice
    voice.close()


@pytest.fixture
def voice() -> Iterator[OfflineVoice]:
    """A voice of its own for a test that hurts it."""
    voice = OfflineVoice({"de": "de", "xx": "no-such-voice"}, answer_seconds=1.0)
    yield voice
    voice.close()


def samples(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22050)
        return np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(float)


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_heard_in(language: str, shared: OfflineVoice, tmp_path: Path) -> None:
    clip = shared.render(TEXTS[language], shared.voice(language), tmp_path / "clip.wav")
    sound = samples(clip.path)
    assert len(sound) / 22050 == pytest.approx(clip.seconds, abs=0.001)
    assert 0.04 < clip.seconds / len(TEXTS[language]) < 0.15, "seconds per character"
    assert np.sqrt(np.mean(sound**2)) > 1000, "loudness"
    assert not sound[-round(0.045 * 22050) :].any(), "the tail that SDL may keep back"
    tenths = sound[: len(sound) // 2205 * 2205].reshape(-1, 2205)
    assert np.mean(np.abs(tenths).max(axis=1) > 500) > 0.8, "the share of tenths of a second in which something sounds"


@pytest.mark.parametrize("speed", [0.75, 1.0, 1.25, 1.5])
@pytest.mark.parametrize("language", TEXTS)
def test_it_is_as_loud_as_everything_else(language: str, speed: float, shared: OfflineVoice, tmp_path: Path) -> None:
    clip = shared.render(TEXTS[language], shared.voice(language, speed), tmp_path / "clip.wav")
    assert lufs(samples(clip.path) / 32768 * clip.gain, 22050) == pytest.approx(-19.0, abs=1.0)


@pytest.mark.parametrize(("text", "language"), [("Ja.", "de"), ("115", "de"), ("Yes.", "en"), ("نعم", "ar")])
def test_a_single_word_is_as_loud_too(text: str, language: str, shared: OfflineVoice, tmp_path: Path) -> None:
    """Three times in a row, as a meter hears words only that are longer than this one."""
    clip = shared.render(text, shared.voice(language), tmp_path / "clip.wav")
    word = samples(clip.path)[: -round(clip.trail * 22050)] / 32768
    assert lufs(np.tile(word, 3) * clip.gain, 22050) == pytest.approx(-19.0, abs=1.5)


def test_where_its_words_begin_and_end(shared: OfflineVoice, tmp_path: Path) -> None:
    clip = shared.render(TEXTS["de"], shared.voice("de"), tmp_path / "clip.wav")
    sounding = np.flatnonzero(np.abs(wave_of(read(clip.path))) > 0.005) / 22050
    assert clip.lead <= sounding[0] < clip.lead + 0.04
    assert clip.seconds - clip.trail == pytest.approx(sounding[-1], abs=0.01)


def test_without_the_meter_it_speaks_all_the_same_and_says_once_what_to_install(
    voice: OfflineVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A child whose libebur128 cannot be opened, as on a machine that was not prepared."""
    (tmp_path / "sitecustomize.py").write_text(
        "import kiosk.speech.samples.ebur128 as door\ndoor.NAME = 'libno-such-library.so.1'\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    for name in ("first", "second"):
        clip = voice.render("Post", voice.voice("de"), tmp_path / f"{name}.wav")
        assert (clip.gain, clip.path.exists()) == (1.0, True)
    assert [record.getMessage().count("libebur128-1") for record in caplog.records] == [1]


def test_voices_and_texts_differ(shared: OfflineVoice, tmp_path: Path) -> None:
    made = {
        (text, voice): shared.render(text, shared.voice(voice), tmp_path / f"{i}.wav").path.read_bytes()
        for i, (text, voice) in enumerate((text, voice) for text in ("Post", "Amt") for voice in ("de", "en"))
    }
    assert len(set(made.values())) == 4


def test_slower_and_faster(shared: OfflineVoice, tmp_path: Path) -> None:
    slow, usual, fast = (
        shared.render(TEXTS["de"], shared.voice("de", speed), tmp_path / f"{speed}.wav").seconds
        for speed in (0.75, 1.0, 1.5)
    )
    assert slow / usual == pytest.approx(1 / 0.75, rel=0.15)
    assert fast / usual == pytest.approx(1 / 1.5, rel=0.15)


def test_long_and_odd_texts(shared: OfflineVoice, tmp_path: Path) -> None:
    long = shared.render(TEXTS["de"] * 20, shared.voice("de"), tmp_path / "long.wav")
    assert long.seconds > 40
    odd = shared.render('<b>Tom & "Jerry" [[x]]\n', shared.voice("de"), tmp_path / "odd.wav")
    assert odd.seconds > 0.5


def test_an_unknown_voice_and_an_empty_text_fail_and_leave_nothing(voice: OfflineVoice, tmp_path: Path) -> None:
    for text, language in (("Post", "xx"), ("", "de")):
        with pytest.raises(SpeechFailed):
            voice.render(text, voice.voice(language), tmp_path / "clip.wav")
    with pytest.raises(SpeechFailed, match="No such file"):
        voice.render("Post", voice.voice("de"), tmp_path / "no-folder" / "clip.wav")
    assert not list(tmp_path.iterdir())
    assert voice.render("Post", voice.voice("de"), tmp_path / "clip.wav").seconds > 0.2


@pytest.mark.parametrize("harm", [signal.SIGKILL, signal.SIGSTOP])
def test_a_child_that_died_or_hangs_is_replaced(voice: OfflineVoice, tmp_path: Path, harm: signal.Signals) -> None:
    voice.render("Post", voice.voice("de"), tmp_path / "first.wav")
    harmed = voice.pid
    os.kill(harmed, harm)
    assert voice.render("Amt", voice.voice("de"), tmp_path / "second.wav").path.exists()
    assert voice.pid != harmed
    assert ends(harmed)


def test_a_child_that_never_lives_is_not_started_for_ever(
    voice: OfflineVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/bin/false")
        for _ in range(LOSSES):
            with pytest.raises(SpeechFailed):
                voice.render("Post", voice.voice("de"), tmp_path / "clip.wav")
    with pytest.raises(SpeechFailed, match="rests"):
        voice.render("Post", voice.voice("de"), tmp_path / "clip.wav")
    voice.revive()
    assert voice.render("Post", voice.voice("de"), tmp_path / "clip.wav").path.exists()


def test_the_child_ends_with_a_kiosk_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from kiosk.speech.offline import OfflineVoice\n"
        "voice = OfflineVoice({'de': 'de'})\n"
        "voice.render('Post', voice.voice('de'), pathlib.Path(sys.argv[1]))\n"
        "print(voice.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "clip.wav")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as kiosk:
        assert kiosk.stdout is not None
        child = int(kiosk.stdout.readline())
        kiosk.kill()
        assert ends(child)
