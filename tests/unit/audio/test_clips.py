"""Where the sound of an utterance comes from: the best source that has these very words."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.audio.clips import Clips, Kept, Spoken, clips_of
from kiosk.domain.language import Language
from kiosk.domain.utterance import Utterance
from kiosk.speech.cache import ClipCache
from kiosk.speech.engine import Clip, Voice
from kiosk.speech.measure import TAIL_SECONDS
from kiosk.speech.offline import OfflineVoice
from kiosk.speech.shelf import Shelf
from tests.unit.speech.test_clip_cache import Stamp

TEXT = Utterance("Guten Tag.", "de")


def language(code: str, offline: str = "", gtts: str = "") -> Language:
    return Language(code, code, code, "Latn", "", "", "", offline, gtts)


LANGUAGES = (language("de", "de", "de"), language("ps"), language("tr", "", "tr"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "run").mkdir()
    return Shelf(tmp_path / "run")


@pytest.fixture
def clips(tmp_path: Path, shelf: Shelf) -> Iterator[Clips]:
    made = clips_of(tmp_path / "assets", LANGUAGES, shelf)
    yield made
    made.close()


def keep(tmp_path: Path, folder: str, voice: Voice, text: str = TEXT.text) -> Clip:
    """A clip in tones."""
    return ClipCache(tmp_path / "assets" / folder).render(Stamp(), voice, text)


def test_a_fresh_kiosk_speaks_with_the_offline_voice(clips: Clips, shelf: Shelf) -> None:
    clip = clips.find(TEXT)
    assert clip is not None
    assert clip.path.parent == shelf.folder
    assert clip.seconds > 0.3
    assert clips.find(Utterance("Guten\u00a0Tag.", "de")) == clip, "the same words are rendered once"


def test_the_best_source_wins(clips: Clips, tmp_path: Path) -> None:
    rendered = keep(tmp_path, "speech", Voice("gtts", "de", "de"))
    clips.renew()
    assert clips.find(TEXT) == rendered
    recorded = keep(tmp_path, "recordings", Voice("recordings", "de", ""))
    clips.renew()
    assert clips.find(TEXT) == recorded
    other = clips.find(Utterance("Guten Abend.", "de"))
    assert other is not None
    assert other.path.suffix == ".wav", "other words were neither recorded nor rendered"


def test_a_broken_recording_gives_way_to_the_next_source(clips: Clips, tmp_path: Path) -> None:
    recorded = keep(tmp_path, "recordings", Voice("recordings", "de", ""))
    clips.renew()
    recorded.path.write_bytes(b"")
    clip = clips.find(TEXT)
    assert clip is not None
    assert clip.path.suffix == ".wav"


def test_whom_it_can_speak_to(clips: Clips, tmp_path: Path) -> None:
    assert [clips.speaks(code) for code in ("de", "ps", "tr", "xx")] == [True, False, False, False]
    keep(tmp_path, "recordings", Voice("recordings", "ps", ""))
    keep(tmp_path, "speech", Voice("gtts", "tr", "tr"))
    assert not clips.speaks("ps"), "looked at again at the next visit"
    clips.renew()
    assert [clips.speaks(code) for code in ("de", "ps", "tr", "xx")] == [True, True, True, False]
    assert clips.find(Utterance("Salam.", "ps")) is None


def test_what_is_spoken_may_differ_from_what_is_shown(clips: Clips, tmp_path: Path) -> None:
    """An engine is given the spoken form, and its clips are kept under that; a person's recording belongs to the shown
    text, and a new spoken form does not lose it."""
    phone = Utterance("Tel. 115", "de", "Telefon eins, eins, fünf")
    spoken_now = clips.find(phone)
    assert spoken_now is not None
    assert spoken_now == clips.find(Utterance("Telefon eins, eins, fünf", "de"))
    assert spoken_now != clips.find(Utterance("Tel. 115", "de"))
    shown = keep(tmp_path, "speech", Voice("gtts", "de", "de"), phone.text)
    voiced = keep(tmp_path, "speech", Voice("gtts", "de", "de"), phone.say)
    clips.renew()
    assert clips.find(phone) == voiced != shown
    keep(tmp_path, "recordings", Voice("recordings", "de", ""), phone.say)
    recorded = keep(tmp_path, "recordings", Voice("recordings", "de", ""), phone.text)
    clips.renew()
    assert clips.find(phone) == recorded


@pytest.mark.parametrize("speed", [0.75, 1.25, 1.5])
def test_every_source_is_heard_slower_and_faster(speed: float, clips: Clips, tmp_path: Path, shelf: Shelf) -> None:
    usual, other = clips.find(TEXT), clips.find(TEXT, speed)
    assert usual and other
    assert other.seconds == pytest.approx(usual.seconds / speed, rel=0.15)
    for folder, voice in (("speech", Voice("gtts", "de", "de")), ("recordings", Voice("recordings", "de", ""))):
        kept = keep(tmp_path, folder, voice)
        clips.renew()
        assert clips.find(TEXT) == kept
        stretched = clips.find(TEXT, speed)
        assert stretched is not None
        assert stretched.path.parent == shelf.folder
        assert stretched.path.name.startswith(kept.path.stem)
        words = kept.seconds - kept.lead - kept.trail
        assert stretched.seconds - TAIL_SECONDS == pytest.approx(words / speed, rel=0.05)


def test_a_clip_that_cannot_be_stretched_gives_way_to_the_next_source_at_that_speed(
    clips: Clips, tmp_path: Path, shelf: Shelf
) -> None:
    recorded = keep(tmp_path, "recordings", Voice("recordings", "de", ""))
    clips.renew()
    recorded.path.write_bytes(bytes(recorded.path.stat().st_size))
    faster = clips.find(TEXT, 1.5)
    spoken_faster = Spoken(OfflineVoice({"de": "de"}), shelf)
    assert faster == spoken_faster.find(TEXT, 1.5)
    spoken_faster.close()


def test_the_usual_speed_is_better_than_nothing(
    clips: Clips, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    recorded = keep(tmp_path, "recordings", Voice("recordings", "ps", ""), "Salam.")
    clips.renew()
    with monkeypatch.context() as broken:
        broken.setattr("sys.executable", "/no/such/python")
        assert clips.find(Utterance("Salam.", "ps"), 1.5) == recorded
    assert "could not be started" in caplog.text
    stretched = clips.find(Utterance("Salam.", "ps"), 1.5)
    assert stretched is not None
    assert stretched != recorded


def test_without_a_place_for_new_clips_the_kept_ones_are_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A file stands where the folder for temporary files should be, and there is none in memory."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    recorded = keep(tmp_path, "recordings", Voice("recordings", "de", ""))
    clips = clips_of(tmp_path / "assets", LANGUAGES)
    assert "no place for its clips" in caplog.text
    assert clips.find(TEXT) == clips.find(TEXT, 1.5) == recorded
    assert clips.find(Utterance("Guten Abend.", "de")) is None
    assert [clips.speaks(code) for code in ("de", "tr")] == [True, False]
    clips.renew()
    clips.close()


def test_a_voice_that_fails_is_no_sound_and_is_logged_once_without_what_was_chosen(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    clips = Clips([Spoken(OfflineVoice({"uk": "no-such-uk", "ar": "no-such-ar"}), shelf)])
    for language in ("uk", "ar", "uk"):
        assert clips.find(Utterance("Guten Tag.", language), 1.5) is None
    assert [record.getMessage() for record in caplog.records] == ["no sound from Spoken: espeak-ng has no such voice"]
    clips.close()


def test_a_shelf_that_cannot_be_written_is_no_sound(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    clips = Clips([Kept(ClipCache(Path("/no/such")), "gtts", {"de": "de"}), Spoken(OfflineVoice({"de": "de"}), shelf)])
    (shelf.folder / "owner").unlink()
    shelf.folder.rmdir()
    shelf.folder.write_text("a file where the shelf should be")
    assert clips.find(TEXT) is None
    assert [record.getMessage() for record in caplog.records] == ["no sound from Spoken: File exists"]
    clips.close()
    shelf.folder.unlink()


def test_a_voice_that_was_killed_speaks_on(shelf: Shelf) -> None:
    voice = OfflineVoice({"de": "de"})
    clips = Clips([Spoken(voice, shelf)])
    assert clips.find(TEXT)
    os.kill(voice.pid, signal.SIGKILL)
    assert clips.find(Utterance("Guten Abend.", "de"))
    clips.close()
