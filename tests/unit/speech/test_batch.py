"""Rendering many clips: the real gTTS and a service with all its moods. Waiting is written down, not done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.speech.batch import REFUSALS, Outcome, render_all
from kiosk.speech.cache import ClipCache
from kiosk.speech.engine import Voice
from kiosk.speech.gtts import GoogleVoice
from kiosk.speech.samples import sndfile
from tests.unit.speech.loopback_google import LoopbackGoogle

VOICES = {"de": "de", "en": "en"}
DE, EN = Voice("gtts", "de", "de"), Voice("gtts", "en", "en")
TEXTS = [(DE, f"Das ist Satz {n}.") for n in range(12)]


class Told:
    """What the run tells, in order."""

    def __init__(self) -> None:
        self.all: list[tuple[object, ...]] = []

    def made(self, voice: Voice, text: str) -> None:
        self.all.append(("made", text))

    def refused(self, voice: Voice, text: str, reason: str) -> None:
        self.all.append(("refused", text))

    def gave_up(self, voice: Voice, refusals: int) -> None:
        self.all.append(("gave up", voice.language, refusals))

    def waits(self, seconds: float, reason: str) -> None:
        self.all.append(("waits", seconds))


Run = Callable[[list[tuple[Voice, str]]], Outcome]


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path)


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def run(google: LoopbackGoogle, cache: ClipCache, waits: list[float], told: Told) -> Run:
    engine = GoogleVoice(VOICES)
    return lambda texts: render_all(cache, engine, cache.stock(texts).needed, waits.append, told)


def test_nothing_is_rendered_twice(google: LoopbackGoogle, run: Run) -> None:
    assert run(TEXTS[:3]) == Outcome(3)
    assert run(TEXTS[:3]) == Outcome(0)
    assert run(TEXTS[:4]) == Outcome(1)
    assert len(google.requests) == 4


def test_a_limit_is_waited_for_and_that_is_told(
    google: LoopbackGoogle, run: Run, waits: list[float], told: Told
) -> None:
    google.faults.extend([None, "throttled", "throttled_for_99_s"])
    assert run(TEXTS[:2]) == Outcome(2)
    assert waits == [30, 99]
    assert told.all == [("made", TEXTS[0][1]), ("waits", 30), ("waits", 99), ("made", TEXTS[1][1])]


def test_a_limit_that_stays_ends_the_run_and_keeps_what_is_there(
    google: LoopbackGoogle, run: Run, waits: list[float]
) -> None:
    google.faults.extend([None, "throttled", "throttled", "throttled"])
    outcome = run(TEXTS[:3])
    assert (outcome.rendered, outcome.refused) == (1, [])
    assert "429" in outcome.stopped
    assert waits == [30, 60]
    assert run(TEXTS[:3]) == Outcome(2)


def test_a_service_out_of_order_is_tried_three_times(google: LoopbackGoogle, run: Run, waits: list[float]) -> None:
    google.faults.extend(["out_of_order", "cut", None, "drop", "drop", "drop"])
    assert "Failed to connect" in run(TEXTS).stopped
    assert waits == [2, 4, 2, 4]


def test_one_refused_text_does_not_end_the_run(google: LoopbackGoogle, run: Run) -> None:
    google.faults.extend([None, "html", "babble"])
    outcome = run(TEXTS[:4])
    assert outcome.rendered == 2
    assert [line.split(": ")[1] for line in outcome.refused] == ["Das ist Satz 1.", "Das ist Satz 2."]
    assert not outcome.stopped


def test_a_language_that_is_always_refused_is_left_and_the_next_one_spoken(
    google: LoopbackGoogle, run: Run, told: Told
) -> None:
    google.faults.extend(["html"] * REFUSALS)
    outcome = run([*TEXTS, (EN, "One."), (EN, "Two.")])
    assert (outcome.rendered, len(outcome.refused)) == (2, REFUSALS)
    assert len(google.requests) == REFUSALS + 2
    assert told.all[REFUSALS:] == [("gave up", "de", REFUSALS), ("made", "One."), ("made", "Two.")]


def test_refusals_that_are_not_in_a_row_end_nothing(google: LoopbackGoogle, run: Run) -> None:
    google.faults.extend([*["html"] * (REFUSALS - 1), None, *["html"] * 4])
    outcome = run(TEXTS)
    assert (outcome.rendered, len(outcome.refused)) == (1, 11)


def test_a_full_disk_ends_the_run_with_its_reason(run: Run, cache: ClipCache) -> None:
    (cache.root / "de").write_text("a file where a folder should be")
    assert "de" in run(TEXTS).stopped


def test_a_service_that_wants_to_be_asked_another_day_is(google: LoopbackGoogle, run: Run, waits: list[float]) -> None:
    google.faults.append("throttled_for_an_hour")
    assert "429" in run(TEXTS).stopped
    assert waits == []


def test_a_library_that_is_not_installed_ends_the_run_with_its_name(
    google: LoopbackGoogle, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sndfile._sndfile.cache_clear()
    with monkeypatch.context() as bare:
        bare.setattr(sndfile, "NAME", "no-libsndfile.so")
        outcome = run(TEXTS)
    sndfile._sndfile.cache_clear()
    assert outcome.stopped.endswith("apt-get install libsndfile1")
    assert (outcome.rendered, outcome.refused, len(google.requests)) == (0, [], 1)
