"""Judges of sound that share nothing with the kiosk: a loudness meter after ITU-R BS.1770-4 and a pitch meter.

The weighting is applied to the spectrum, so no filter runs sample by sample.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float64]
"""Samples between -1 and 1; with two dimensions: frames, channels."""

BLOCK, STEP = 0.4, 0.1
FLOOR_LUFS, BELOW_MEAN_LU = -70.0, -10.0
SHELF = (1681.974450955533, 3.999843853973347, 0.7071752369554196)
HIGH_PASS = (38.13547087602444, 0.5003270373238773)
"""The two stages of the K weighting, as frequency, gain in dB and quality: BS.1770 gives coefficients at 48 kHz."""
LOWEST, HIGHEST, FRAME = 60, 400, 0.04
"""The pitch of voices in Hz, and how long a piece is looked at."""


def lufs(wave: Wave, rate: int) -> float:
    """The integrated, gated loudness; -inf where all is silent. Channels are summed, as the recommendation has it."""
    channels = np.atleast_2d(wave.T).T
    weighted = np.stack([_weighted(channel, rate) for channel in channels.T])
    block, step = round(BLOCK * rate), round(STEP * rate)
    starts = range(0, weighted.shape[1] - block + 1, step)
    powers = np.array([(weighted[:, start : start + block] ** 2).mean(axis=1).sum() for start in starts])
    gated = powers[_level(powers) > FLOOR_LUFS]
    if not len(gated):
        return float("-inf")
    gated = gated[_level(gated) > _level(gated.mean()) + BELOW_MEAN_LU]
    return float(_level(gated.mean()))


def pitch(wave: Wave, rate: int) -> float:
    """The pitch of a voice in Hz: the median of what repeats itself in the voiced pieces."""
    size = round(FRAME * rate)
    pieces = wave[: len(wave) // size * size].reshape(-1, size)
    loud = pieces[np.sqrt((pieces**2).mean(axis=1)) > 0.3 * np.sqrt((wave**2).mean())]
    found = [hertz for piece in loud if (hertz := _repeating(piece * np.hanning(size), rate))]
    return float(np.median(found))


def frequency(wave: Wave, rate: int) -> float:
    """The frequency of a pure tone in Hz."""
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), 8 * len(wave)))
    return float(spectrum.argmax() * rate / (8 * len(wave)))


def _level(power: Wave) -> Wave:
    return -0.691 + 10 * np.log10(power + 1e-20)


def _weighted(channel: Wave, rate: int) -> Wave:
    size = 1 << (2 * len(channel)).bit_length()
    z = np.exp(2j * np.pi * np.arange(size // 2 + 1) / size)
    weights = _shelf(z, rate) * _high_pass(z, rate)
    weighted: Wave = np.fft.irfft(np.fft.rfft(channel, size) * weights, size)[: len(channel)]
    return weighted


def _shelf(z: NDArray[np.complex128], rate: int) -> NDArray[np.complex128]:
    frequency, gain, quality = SHELF
    k, high = np.tan(np.pi * frequency / rate), 10 ** (gain / 20)
    band = high**0.4996667741545416
    above = (high + band * k / quality + k * k) + 2 * (k * k - high) / z + (high - band * k / quality + k * k) / z**2
    shelf: NDArray[np.complex128] = above / _below(z, k, quality)
    return shelf


def _high_pass(z: NDArray[np.complex128], rate: int) -> NDArray[np.complex128]:
    frequency, quality = HIGH_PASS
    k = np.tan(np.pi * frequency / rate)
    passed: NDArray[np.complex128] = (1 - 1 / z) ** 2 * (1 + k / quality + k * k) / _below(z, k, quality)
    return passed


def _below(z: NDArray[np.complex128], k: float, quality: float) -> NDArray[np.complex128]:
    return (1 + k / quality + k * k) + 2 * (k * k - 1) / z + (1 - k / quality + k * k) / z**2


def _repeating(piece: Wave, rate: int) -> float:
    """The frequency with which a piece repeats itself, 0 if it does not."""
    spectrum = np.fft.rfft(piece, 2 * len(piece))
    alike = np.fft.irfft(np.abs(spectrum) ** 2)
    shortest, longest = rate // HIGHEST, rate // LOWEST
    place = shortest + int(alike[shortest:longest].argmax())
    return rate / place if alike[place] > 0.4 * alike[0] else 0.0
