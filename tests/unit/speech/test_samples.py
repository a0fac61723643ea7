"""Reading, writing and measuring sound with Debian's libraries, judged by numpy."""

from __future__ import annotations

import struct
import wave
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from kiosk.speech.samples import (
    LibraryMissing,
    Samples,
    SoundUnreadable,
    cut,
    ebur128,
    louder,
    loudness,
    peak,
    read,
    silence,
    sndfile,
    sonic,
    stretched,
    write,
)
from tests.unit.speech.meter import Wave, frequency, lufs, pitch
from tests.unit.speech.sounds import KINDS, RATE, encoded, noise, samples_of, tone, vowel, wave_of

LEVELS = [-30.0, -19.0, -9.0]


def padded(samples: Samples, before: float, behind: float) -> Samples:
    """The samples with silence, in seconds, before and behind."""
    frame = 2 * samples.channels
    data = bytes(round(before * samples.rate) * frame) + samples.data + bytes(round(behind * samples.rate) * frame)
    return Samples(data, samples.rate, samples.channels)


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("suffix", KINDS)
def test_every_kind_of_file_is_read(suffix: str, channels: int, tmp_path: Path) -> None:
    sides = [vowel(hertz, 2.0) for hertz in (130.0, 170.0)][:channels]
    sound = samples_of(np.stack(sides, axis=1) if channels == 2 else sides[0])
    found = read(encoded(tmp_path / f"clip{suffix}", sound))
    assert (found.rate, found.channels) == (RATE, channels)
    assert found.seconds == pytest.approx(2.0, abs=0.05)
    for before, after in zip(np.atleast_2d(wave_of(sound).T), np.atleast_2d(wave_of(found).T), strict=True):
        count = min(len(before), len(after))
        assert np.corrcoef(before[:count], after[:count])[0, 1] > 0.98


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_what_is_written_is_read_again_to_the_last_bit(suffix: str, tmp_path: Path) -> None:
    sound = samples_of(np.stack([noise(0.5, 0.2, 1), noise(0.5, 0.2, 2)], axis=1), 48000)
    write(tmp_path / f"clip{suffix}", sound)
    assert read(tmp_path / f"clip{suffix}") == sound
    assert [path.name for path in tmp_path.iterdir()] == [f"clip{suffix}"]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    sound = samples_of(tone(200, 0.1))
    with pytest.raises(ValueError, match=r"\.mp3"):
        write(tmp_path / "clip.mp3", sound)
    for suffix in (".wav", ".flac"):
        with pytest.raises(OSError):
            write(tmp_path / "no-folder" / f"clip{suffix}", sound)
    (tmp_path / "taken.wav").mkdir()
    with pytest.raises(OSError):
        write(tmp_path / "taken.wav", sound)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.wav"]


@pytest.mark.parametrize("suffix", [".ogg", ".mp3"])
def test_too_loud_a_file_does_not_crack(suffix: str, tmp_path: Path) -> None:
    """What is coded does not hit the edges of a square: it goes beyond the loudest that 16 bit hold."""
    square = np.sign(tone(100, 1.0))
    found = wave_of(read(encoded(tmp_path / f"square{suffix}", samples_of(square))))
    plateau = np.abs(np.convolve(square, np.ones(81) / 81, "same")) > 0.99
    assert np.abs(found).max() > 0.99
    assert (np.sign(found[plateau]) == square[plateau]).all()


def test_a_wav_of_floats_is_read(tmp_path: Path) -> None:
    """As recording programs write them. Twice too loud at one place: there it is the loudest that there is."""
    sound = tone(200, 0.5).astype("<f4")
    sound[1000] = 2.0
    head = struct.pack(
        "<4sI4s4sIHHIIHH", b"RIFF", 36 + 4 * len(sound), b"WAVE", b"fmt ", 16, 3, 1, RATE, RATE * 4, 4, 32
    )
    (tmp_path / "clip.wav").write_bytes(head + struct.pack("<4sI", b"data", 4 * len(sound)) + sound.tobytes())
    found = wave_of(read(tmp_path / "clip.wav"))
    assert np.abs(found - sound.clip(-1, 1)).max() < 1e-4


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_wav_with_values_that_are_no_numbers_is_refused(value: float, tmp_path: Path) -> None:
    sound = tone(200, 0.5).astype("<f4")
    sound[1000] = value
    head = struct.pack(
        "<4sI4s4sIHHIIHH", b"RIFF", 36 + 4 * len(sound), b"WAVE", b"fmt ", 16, 3, 1, RATE, RATE * 4, 4, 32
    )
    (tmp_path / "clip.wav").write_bytes(head + struct.pack("<4sI", b"data", 4 * len(sound)) + sound.tobytes())
    with pytest.raises(SoundUnreadable, match="no numbers"):
        read(tmp_path / "clip.wav")


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg"])
def test_a_file_that_was_cut_off_is_refused(suffix: str, tmp_path: Path) -> None:
    path = encoded(tmp_path / f"clip{suffix}", samples_of(vowel(130, 1.0)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(SoundUnreadable):
        read(path)


@pytest.mark.parametrize("promised", [0, 2**32 - 1])
def test_a_wav_whose_recorder_did_not_know_its_length_is_read(promised: int, tmp_path: Path) -> None:
    path = encoded(tmp_path / "clip.wav", samples_of(vowel(130, 1.0)))
    whole = path.read_bytes()
    path.write_bytes(whole[:4] + promised.to_bytes(4, "little") + whole[8:])
    assert read(path).seconds == pytest.approx(1.0)


def written(path: Path, channels: int, rate: int, frames: int) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(bytes(2 * channels * frames))
    return path


def test_what_is_no_sound_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "page.mp3").write_text("<html></html>")
    (tmp_path / "empty.wav").write_bytes(b"")
    with pytest.raises(SoundUnreadable, match="No such file"):
        read(tmp_path / "missing.wav")
    for name in ("page.mp3", "empty.wav", "."):
        with pytest.raises(SoundUnreadable, match=r"keine lesbare Tondatei / not a sound file") as caught:
            read(tmp_path / name)
        assert str(tmp_path) not in str(caught.value)
    with pytest.raises(SoundUnreadable, match="no sound in the file"):
        read(written(tmp_path / "nothing.wav", 1, 8000, 0))
    with pytest.raises(SoundUnreadable, match="6 Kanäle"):
        read(written(tmp_path / "cinema.wav", 6, 8000, 100))
    with pytest.raises(SoundUnreadable, match="120 s"):
        read(written(tmp_path / "radio.wav", 1, 8000, 8000 * 121))


def test_of_a_cut_mp3_at_most_what_is_there_is_read(tmp_path: Path) -> None:
    """Nothing in it says how long it should be."""
    path = encoded(tmp_path / "clip.mp3", samples_of(vowel(130, 2.0)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert read(path).seconds < 1.5


@pytest.mark.parametrize(
    ("door", "loader", "use"),
    [
        (sndfile, "_sndfile", lambda: read(Path("clip.mp3"))),
        (ebur128, "_ebur128", lambda: loudness(samples_of(tone(200, 1.0)))),
        (sonic, "_sonic", lambda: stretched(samples_of(tone(200, 1.0)), 1.5)),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    door: ModuleType, loader: str, use: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = door.PACKAGE
    getattr(door, loader).cache_clear()
    with monkeypatch.context() as bare:
        bare.setattr(door, "NAME", f"no-{door.NAME}")
        with pytest.raises(LibraryMissing, match=f"apt-get install {package}$"):
            use()  # type: ignore[operator]
    getattr(door, loader).cache_clear()


@pytest.mark.parametrize("rate", [22050, 24000, 48000])
@pytest.mark.parametrize("level", LEVELS)
def test_loudness_is_that_of_another_meter(level: float, rate: int) -> None:
    for sound in (tone(997, 3.0, 1.0, rate), noise(3.0, 0.3, 1, rate), vowel(140, 3.0, 1.0, rate)):
        softer = sound * 10 ** ((level - 12) / 20)
        assert loudness(samples_of(softer, rate)) == pytest.approx(lufs(softer, rate), abs=0.15)


def test_a_tone_of_1000_hz_has_the_loudness_that_ebu_says() -> None:
    """EBU Tech 3341, case 1, but in one channel: a sine with its peaks at -20 dB measures 3 less than in two."""
    sine = tone(1000, 20.0, 10 ** (-20 / 20), 48000)
    assert loudness(samples_of(sine, 48000)) == pytest.approx(-23.0, abs=0.1)
    assert lufs(sine, 48000) == pytest.approx(-23.0, abs=0.1)


def test_pauses_do_not_make_it_softer() -> None:
    sound = samples_of(vowel(140, 2.0))
    assert loudness(padded(sound, 3.0, 3.0)) == pytest.approx(loudness(sound), abs=1.0)


def test_two_channels_that_say_the_same_are_as_loud_as_one() -> None:
    one = vowel(140, 2.0)
    assert loudness(samples_of(np.stack([one, one], axis=1))) == pytest.approx(loudness(samples_of(one)), abs=0.01)


@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.39, 0.4, 0.41])
def test_a_short_word_has_a_loudness_too(seconds: float) -> None:
    assert loudness(samples_of(tone(997, seconds))) == pytest.approx(loudness(samples_of(tone(997, 3.0))), abs=0.5)


def test_silence_has_none() -> None:
    for data in (bytes(2 * RATE), b""):
        nothing = Samples(data, RATE, 1)
        assert loudness(nothing) == float("-inf")
        assert peak(nothing) == 0.0
        assert silence(nothing) == (nothing.seconds, 0.0)


def test_where_silence_is() -> None:
    sound = padded(samples_of(tone(200, 1.0) + 0.1), 0.3, 0.7)
    assert silence(sound) == pytest.approx((0.3, 0.7), abs=0.01)
    both = samples_of(np.stack([wave_of(sound), np.zeros(sound.frames)], axis=1))
    assert silence(both) == pytest.approx((0.3, 0.7), abs=0.01)


def test_silence_may_hiss() -> None:
    hiss = samples_of(np.concatenate([noise(0.5, 0.002), noise(0.5, 0.1)]))
    assert silence(hiss)[0] == pytest.approx(0.5, abs=0.01)
    assert silence(hiss, floor_db=-90)[0] < 0.01


def test_the_loudest_sample() -> None:
    assert peak(samples_of(np.array([0.1, -0.5, 0.3]))) == pytest.approx(0.5, abs=0.001)
    assert peak(samples_of(np.array([0.1, 0.7, -0.3]))) == pytest.approx(0.7, abs=0.001)
    assert peak(Samples(struct.pack("<h", -32768), RATE, 1)) == 1.0


def test_cutting() -> None:
    sound = samples_of(np.stack([np.arange(RATE) / RATE, np.zeros(RATE)], axis=1))
    piece = cut(sound, 0.25, 0.75)
    assert piece.seconds == 0.5
    assert wave_of(piece)[0] == pytest.approx([0.25, 0.0], abs=0.001)
    assert cut(sound, -1, 9) == sound


def test_louder_is_never_louder_than_the_loudest() -> None:
    sound = samples_of(np.array([0.1, -0.4, 0.6, -0.8]))
    assert wave_of(louder(sound, 0.5)) == pytest.approx([0.05, -0.2, 0.3, -0.4], abs=0.001)
    assert wave_of(louder(sound, 2.0)) == pytest.approx([0.2, -0.8, 1.0, -1.0], abs=0.001)


@pytest.mark.parametrize("speed", [0.75, 1.25, 1.5])
@pytest.mark.parametrize("channels", [1, 2])
def test_slower_and_faster_with_the_pitch_kept(speed: float, channels: int) -> None:
    def sides(wave: Wave) -> Wave:
        return np.stack([wave, wave], axis=1) if channels == 2 else wave

    for judge, sound in ((frequency, tone(220, 3.0)), (pitch, vowel(140, 3.0))):
        before = samples_of(sides(sound))
        after = stretched(before, speed)
        assert (after.rate, after.channels) == (before.rate, channels)
        assert after.seconds * speed == pytest.approx(before.seconds, rel=0.03)
        left = wave_of(after) if channels == 1 else wave_of(after)[:, 0]
        assert judge(left, RATE) == pytest.approx(judge(sound, RATE), rel=0.03)
        assert judge(sound, RATE) == pytest.approx(220 if judge is frequency else 140, rel=0.03)
