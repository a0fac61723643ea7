"""How long an MP3 sounds, told without a decoder: its frames are walked from head to head (ISO 11172-3, 13818-3)."""

from __future__ import annotations

BIT_RATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Thousand bits a second of layer III, for MPEG 1 and for MPEG 2 and 2.5."""
SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""Samples a second, by the version bits of the head."""
ID3V1_LENGTH = 128
HEAD = 4


def mp3_seconds(content: bytes) -> float:
    """The length of the sound. Raises ValueError if `content` is not a whole MP3 with at least one frame."""
    place, seconds = 0, 0.0
    while place < len(content):
        length = _tag_length(content, place)
        if not length:
            length, frame_seconds = _frame(content, place)
            seconds += frame_seconds
        place += length
    if place != len(content):
        raise ValueError("the last MPEG frame is cut")
    if not seconds:
        raise ValueError("no MPEG frame")
    return round(seconds, 3)


def _tag_length(content: bytes, place: int) -> int:
    """The length of the ID3 tag at `place`, 0 if there is none. Version 2 may stand before any joined piece."""
    if content.startswith(b"TAG", place):
        return ID3V1_LENGTH
    if content.startswith(b"ID3", place) and len(content) >= place + 10:
        a, b, c, d = content[place + 6 : place + 10]
        return 10 + (a << 21 | b << 14 | c << 7 | d)
    return 0


def _frame(content: bytes, place: int) -> tuple[int, float]:
    """The bytes and the seconds of the frame at `place`."""
    head = int.from_bytes(content[place : place + HEAD], "big") if place + HEAD <= len(content) else 0
    version, layer, bits, samples = head >> 19 & 3, head >> 17 & 3, head >> 12 & 15, head >> 10 & 3
    if head >> 21 != 0x7FF or version not in SAMPLE_RATES or layer != 1 or bits in (0, 15) or samples == 3:
        raise ValueError(f"no MPEG frame at byte {place} of {len(content)}")
    generation = 1 if version == 3 else 2
    rate = SAMPLE_RATES[version][samples]
    padding = head >> 9 & 1
    length = (144 // generation) * BIT_RATES[generation][bits] * 1000 // rate + padding
    return length, 1152 / generation / rate
