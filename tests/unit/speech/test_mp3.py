"""The length of an MP3, and what is none."""

from __future__ import annotations

import pytest

from kiosk.speech.mp3 import mp3_seconds
from tests.unit.speech.loopback_google import FRAME, silent_mp3

MPEG1_FRAME = b"\xff\xfb\x90\x00" + bytes(413)
"""128 kbit/s at 44.1 kHz: 417 bytes, 1152 samples."""
MPEG1_PADDED = b"\xff\xfb\x92\x00" + bytes(414)
ID3V2 = b"ID3\x04\x00\x00" + bytes([0, 0, 1, 2]) + bytes(130)
ID3V1 = b"TAG" + bytes(125)


@pytest.mark.parametrize(
    ("content", "seconds"),
    [
        (silent_mp3(2.4), 2.4),
        (MPEG1_FRAME * 100 + MPEG1_PADDED * 100, 200 * 1152 / 44100),
        (ID3V2 + FRAME * 10 + ID3V2 + FRAME * 10 + ID3V1, 0.48),
    ],
)
def test_the_length_is_that_of_its_frames(content: bytes, seconds: float) -> None:
    assert mp3_seconds(content) == pytest.approx(seconds, abs=0.001)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html></html>",
        FRAME[:-1],
        FRAME + b"\xff\xf3",
        FRAME + b"junk",
        ID3V2,
        ID3V2[:7],
        b"\xff\xf3\xf4\xc4" + bytes(200),
    ],
)
def test_what_is_no_whole_mp3_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="MPEG"):
        mp3_seconds(content)
