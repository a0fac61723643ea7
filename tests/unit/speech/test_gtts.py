"""The real gTTS against the service on the loopback: what it sends, and that no bad answer becomes a clip."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.speech.gtts import CHUNK, GoogleVoice, Refused, Throttled, Unreachable, chunks
from tests.unit.speech.loopback_google import FRAME_SECONDS, LoopbackGoogle

DAMAGED_BY_GTTS = "Das ist Pflicht und liegt bei der Post. Gehen Sie am 3. Mai zum Amt."
LONG = (
    "Bringen Sie bitte Ihren Pass oder Ausweis, die Bestätigung vom Vermieter, z. B. als Brief, "
    "und die Geburtsurkunden der Kinder mit; auch Kopien helfen."
)


@pytest.fixture
def voice() -> GoogleVoice:
    return GoogleVoice({"de": "de", "ti": "ti", "zh": "zh-CN"})


def test_a_sentence_is_sent_as_it_is_and_becomes_a_clip(
    google: LoopbackGoogle, voice: GoogleVoice, tmp_path: Path
) -> None:
    clip = voice.render(DAMAGED_BY_GTTS, voice.voice("de"), tmp_path / "clip.mp3")
    assert google.requests == [(DAMAGED_BY_GTTS, "de")]
    assert google.tunnels == ["translate.google.com:443"]
    assert clip.seconds == pytest.approx(0.06 * len(DAMAGED_BY_GTTS), abs=FRAME_SECONDS)
    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp3"]


def test_a_long_sentence_goes_in_pieces_that_keep_their_punctuation(google: LoopbackGoogle, tmp_path: Path) -> None:
    pauses: list[None] = []
    voice = GoogleVoice({"de": "de"}, pause=lambda: pauses.append(None))
    clip = voice.render(LONG, voice.voice("de"), tmp_path / "clip.mp3")
    sent = [text for text, _ in google.requests]
    assert len(sent) == 2 == len(pauses)
    assert " ".join(sent) == LONG
    assert sent[0].endswith("Brief,")
    assert clip.seconds == pytest.approx(0.06 * len(LONG), abs=3 * FRAME_SECONDS)


@pytest.mark.parametrize(
    ("fault", "error", "reason"),
    [
        ("throttled", Throttled, "429"),
        ("out_of_order", Unreachable, "503"),
        ("drop", Unreachable, "Failed to connect"),
        ("cut", Unreachable, "ChunkedEncodingError"),
        ("html", Refused, "consent"),
        ("latin1", Refused, "utf-8"),
        ("noaudio", Refused, "200"),
        ("babble", Refused, "cannot be right"),
        ("half_a_frame", Refused, "not an MP3"),
    ],
)
def test_a_bad_answer_is_named_and_leaves_no_file(
    google: LoopbackGoogle, voice: GoogleVoice, tmp_path: Path, fault: str, error: type[Exception], reason: str
) -> None:
    google.faults.append(fault)
    with pytest.raises(error, match=reason):
        voice.render("Guten Tag.", voice.voice("de"), tmp_path / "clip.mp3")
    assert not list(tmp_path.iterdir())


def test_a_fault_in_the_second_piece_leaves_no_file(google: LoopbackGoogle, voice: GoogleVoice, tmp_path: Path) -> None:
    google.faults.extend([None, "throttled_for_99_s"])
    with pytest.raises(Throttled) as caught:
        voice.render(LONG, voice.voice("de"), tmp_path / "clip.mp3")
    assert caught.value.retry_after == 99
    assert not list(tmp_path.iterdir())


def test_a_service_that_never_answers_is_given_up(google: LoopbackGoogle, tmp_path: Path) -> None:
    google.faults.append("hang")
    voice = GoogleVoice({"de": "de"}, timeout=(5, 0.2))
    with pytest.raises(Unreachable, match="ReadTimeout"):
        voice.render("Guten Tag.", voice.voice("de"), tmp_path / "clip.mp3")


def test_no_network_at_all(monkeypatch: pytest.MonkeyPatch, voice: GoogleVoice, tmp_path: Path) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(Unreachable, match="ProxyError"):
        voice.render("Guten Tag.", voice.voice("de"), tmp_path / "clip.mp3")


def test_a_language_that_the_service_lacks_is_refused_before_anything_is_sent(
    google: LoopbackGoogle, voice: GoogleVoice, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="ti"):
        voice.render("ሰላም።", voice.voice("ti"), tmp_path / "clip.mp3")
    assert not google.requests


@pytest.mark.parametrize("text", [LONG, "Wort " * 60, "x" * 250, "አዲስ፡ቃል፣" * 40, "क्षि" * 60, "Ja."])
def test_pieces_are_short_and_nothing_is_lost(text: str) -> None:
    pieces = chunks(text)
    assert all(0 < len(piece) <= CHUNK for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert not any(piece[0] in "\u093f\u094d" for piece in pieces), "a mark was cut from its letter"


def test_the_visitors_process_does_not_load_gtts() -> None:
    program = (
        "import sys, kiosk.audio.clips, kiosk.audio.reader, kiosk.audio.player\n"
        "print({'gtts', 'requests', 'pygame', 'espeakng_loader'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
