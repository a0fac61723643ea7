"""Where the sound of an utterance comes from: the best source that has these very words."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.audio.clips import Clips, Kept, Spoken, clips_of
from kiosk.domain.language import Language
from kiosk.domain.utterance import Utterance
from kiosk.speech.cache import ClipCache
from kiosk.speech.engine import Clip, Voice
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


def test_a_voice_that_fails_is_logged_and_is_no_sound(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    clips = Clips([Spoken(OfflineVoice({"de": "no-such-voice"}), shelf)])
    assert clips.find(TEXT) is None
    assert "no-such-voice" in caplog.text
    assert "Guten" not in caplog.text
    clips.close()


def test_a_shelf_that_cannot_be_written_is_no_sound(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    clips = Clips([Kept(ClipCache(Path("/no/such")), "gtts", {"de": "de"}), Spoken(OfflineVoice({"de": "de"}), shelf)])
    (shelf.folder / "owner").unlink()
    shelf.folder.rmdir()
    shelf.folder.write_text("a file where the shelf should be")
    assert clips.find(TEXT) is None
    assert "no sound in 'de'" in caplog.text
    clips.close()
    shelf.folder.unlink()


def test_a_voice_that_was_killed_speaks_on(shelf: Shelf) -> None:
    voice = OfflineVoice({"de": "de"})
    clips = Clips([Spoken(voice, shelf)])
    assert clips.find(TEXT)
    os.kill(voice.pid, signal.SIGKILL)
    assert clips.find(Utterance("Guten Abend.", "de"))
    clips.close()
