"""The cache: a clip is whole or not there, at whatever moment its maker is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kiosk.speech.cache import GRACE_SECONDS, ClipCache, State, clip_key
from kiosk.speech.engine import Clip, SpeechFailed, Voice
from kiosk.speech.samples import Samples, read, write
from tests.unit.speech.meter import lufs
from tests.unit.speech.sounds import RATE, samples_of, tone, wave_of

DE = Voice("gtts", "de", "de")
EN = Voice("gtts", "en", "en")


def stamp(text: str) -> Samples:
    """A sound that no other text has: a tone for each letter, after a tenth of a second of silence."""
    letters = [tone(200 + ord(letter) % 97 * 10, 0.1) for letter in text]
    return samples_of(np.concatenate([np.zeros(RATE // 10), *letters, np.zeros(RATE // 5)]))


class Stamp:
    """An engine that "speaks" in tones."""

    name, suffix = "stamp", ".wav"

    def __init__(self) -> None:
        self.spoken: list[str] = []

    def speaks(self, language: str) -> bool:
        return True

    def voice(self, language: str, speed: float = 1.0) -> Voice:
        return Voice(self.name, language, language, speed)

    def render(self, text: str, voice: Voice, out: Path) -> Clip:
        self.spoken.append(text)
        if "!" in text:
            out.write_bytes(b"half")
            raise SpeechFailed("refused")
        if "?" in text:
            out.write_text("<html></html>")
        else:
            write(out, stamp(text))
        return Clip(out, 99.0)

    def close(self) -> None:
        pass


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "speech")


def files(cache: ClipCache) -> list[str]:
    return sorted(path.suffix for path in cache.root.rglob("*") if path.is_file())


def test_a_clip_is_found_by_what_it_says(cache: ClipCache) -> None:
    """A-02."""
    made = cache.render(Stamp(), DE, "Guten\u00a0 Tag.")
    assert cache.find(DE, " Guten Tag.") == made
    assert made.path == cache.root / "de" / f"{clip_key(DE, 'Guten Tag.')}.wav"
    assert read(made.path) == stamp("Guten Tag.")
    assert files(cache) == [".json", ".wav"]
    assert {oct(path.stat().st_mode)[-3:] for path in made.path.parent.iterdir()} == {"644"}
    assert cache.languages() == {"de"}


def test_a_clip_is_measured_when_it_is_made_and_its_sound_is_left_alone(cache: ClipCache) -> None:
    made = cache.render(Stamp(), DE, "Guten Tag.")
    assert lufs(wave_of(stamp("Guten Tag.")) * made.gain, RATE) == pytest.approx(-19.0, abs=0.5)
    assert (made.seconds, made.lead, made.trail) == pytest.approx((1.3, 0.08, 0.2), abs=0.005)
    assert read(made.path) == stamp("Guten Tag.")


def test_a_clip_of_before_there_was_a_measure_is_found_as_it_was(cache: ClipCache) -> None:
    made = cache.render(Stamp(), DE, "Guten Tag.")
    sidecar = made.path.with_suffix(".json")
    about = json.loads(sidecar.read_text("utf-8"))
    sidecar.write_text(json.dumps({key: about[key] for key in about if key not in ("gain", "lead", "trail")}))
    assert cache.find(DE, "Guten Tag.") == Clip(made.path, made.seconds, 1.0, 0.0, 0.0)
    assert cache.state(DE, "Guten Tag.") is State.READY


def test_a_file_that_no_player_could_read_is_no_clip(cache: ClipCache) -> None:
    with pytest.raises(SpeechFailed, match="keine lesbare Tondatei"):
        cache.render(Stamp(), DE, "Wie bitte?")
    assert files(cache) == []


def test_any_other_text_or_voice_is_another_clip() -> None:
    """A-02."""
    voices = [DE, EN, Voice("human", "de", ""), Voice("gtts", "de", "at"), Voice("gtts", "de", "de", 0.75)]
    keys = [clip_key(voice, text) for voice in voices for text in ("Tag.", "Tag", "tag.")]
    assert len(set(keys)) == len(keys)
    assert clip_key(DE, "Ä\u00ad") == clip_key(DE, "A\u0308 ")


def test_what_cannot_be_spoken_leaves_nothing(cache: ClipCache) -> None:
    with pytest.raises(SpeechFailed):
        cache.render(Stamp(), DE, "Halt!")
    assert files(cache) == []
    assert cache.state(DE, "Halt!") is State.MISSING
    assert cache.languages() == set()


def test_the_sidecar_tells_where_a_clip_comes_from(cache: ClipCache) -> None:
    path = cache.render(Stamp(), DE, "Guten Tag.").path
    about = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert about["text"] == "Guten Tag."
    assert about["voice"] == {"engine": "gtts", "language": "de", "name": "de", "speed": 1.0}
    assert about["bytes"] == path.stat().st_size
    assert {"seconds", "gain", "lead", "trail"} < set(about)


@pytest.mark.parametrize(
    "harm", ["sound cut", "sound gone", "sidecar cut", "sidecar of another kind", "gain of 9", "all lead"]
)
def test_a_broken_clip_is_seen_and_made_again(cache: ClipCache, harm: str) -> None:
    sound = cache.render(Stamp(), DE, "Guten Tag.").path
    sidecar = sound.with_suffix(".json")
    about = sidecar.read_text("utf-8")
    match harm:
        case "sound cut":
            sound.write_bytes(b"Guten")
        case "sound gone":
            sound.unlink()
        case "sidecar cut":
            sidecar.write_text(about[:20])
        case "sidecar of another kind":
            sidecar.write_text("[]")
        case "gain of 9":
            sidecar.write_text(json.dumps(json.loads(about) | {"gain": 9}))
        case _:
            sidecar.write_text(json.dumps(json.loads(about) | {"lead": 1.3}))
    assert cache.find(DE, "Guten Tag.") is None
    assert cache.state(DE, "Guten Tag.") is State.BROKEN
    assert cache.stock([(DE, "Guten Tag.")]).needed == ((DE, "Guten Tag."),)
    cache.render(Stamp(), DE, "Guten Tag.")
    assert cache.find(DE, "Guten Tag.")


def test_stock_and_prune(cache: ClipCache) -> None:
    for text in ("Eins.", "Zwei.", "Drei."):
        cache.render(Stamp(), DE, text)
    (cache.root / "de" / ".part-x").write_text("left by a killed run")
    cache.find(DE, "Zwei.").path.unlink()  # type: ignore[union-attr]
    stock = cache.stock([(DE, "Eins."), (DE, " Eins."), (DE, "Zwei."), (EN, "One.")])
    assert (stock.ready, stock.missing, stock.broken) == (1, ((EN, "One."),), ((DE, "Zwei."),))
    assert sorted(path.suffix or path.name for path in stock.unused) == [".json", ".part-x", ".wav"]
    written = max(path.stat().st_mtime for path in stock.unused)
    assert cache.prune(stock, written + GRACE_SECONDS - 1) == ()
    assert len(cache.prune(stock, written + GRACE_SECONDS)) == 3
    assert cache.stock([(DE, "Eins."), (DE, "Zwei.")]).unused == ()
    assert cache.find(DE, "Eins.")


def test_a_cache_that_is_not_there_holds_nothing(cache: ClipCache) -> None:
    assert cache.find(DE, "Tag.") is None
    assert cache.languages() == set()
    assert cache.stock([]).unused == ()


CRASH = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from kiosk.speech.cache import ClipCache
from tests.unit.speech.test_clip_cache import DE, Stamp

def die_at(moment):
    left = [moment]
    def watch(event, _arguments):
        if event in ("open", "os.rename", "os.remove", "os.chmod", "tempfile.mkstemp", "os.mkdir"):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(watch)

for moment in range(1, 100):
    child = os.fork()
    if child == 0:
        die_at(moment)
        ClipCache(Path(sys.argv[1]) / str(moment)).render(Stamp(), DE, "Guten Tag.")
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        print(moment)
        break
"""


def test_killed_at_any_step_it_leaves_a_whole_clip_or_none(tmp_path: Path) -> None:
    """The process is killed before its first, second, … touch of the disk, until it comes through."""
    command = [sys.executable, "-c", CRASH, str(tmp_path), os.getcwd()]
    moments = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert moments > 6
    states = []
    for moment in range(1, moments + 1):
        cache = ClipCache(tmp_path / str(moment))
        states.append(cache.state(DE, "Guten Tag."))
        assert cache.render(Stamp(), DE, "Guten Tag.").path.exists()
        assert cache.stock([(DE, "Guten Tag.")]).ready == 1
    assert set(states[:-1]) <= {State.MISSING, State.READY}
    assert states[0] is State.MISSING
    assert states[-1] is State.READY
