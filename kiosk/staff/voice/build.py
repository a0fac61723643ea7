"""`voice build`: gTTS speaks what has no clip yet. It may be stopped at any moment, by a power cut too, and goes on
from there."""

from __future__ import annotations

import argparse
import fcntl
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.domain.language import Language
from kiosk.speech.batch import Outcome, render_all
from kiosk.speech.cache import PART
from kiosk.speech.engine import Voice
from kiosk.speech.gtts import GoogleVoice, chunks
from kiosk.staff.figures import duration
from kiosk.staff.voice.material import INCOMPLETE, INTERRUPTED, STOPPED, WELL, Machine, Material
from kiosk.staff.voice.progress import Progress
from kiosk.staff.voice.prune import note_unused

PAUSE_SECONDS = 1.5
"""Between two requests, half a second more or less: users of gTTS report that a second is enough not to be blocked."""
SPREAD_SECONDS = 0.5
LOCK = "build.lock"

Needed = list[tuple[Voice, str]]


class Busy(Exception):
    """Another build is at work on the same clips."""


def build(material: Material, options: argparse.Namespace, machine: Machine) -> int:
    """Run the verb; the exit code."""
    languages = material.chosen(options.language)
    for language in languages:
        print(_about(material, language))
    needed = _all_missing(material, languages)
    if options.dry_run:
        print(_forecast(needed, options.pause))
    if options.dry_run or not needed:
        return INCOMPLETE if needed else WELL
    try:
        with _alone(material.rendered.root):  # what another build has made meanwhile is not missing any more
            return _render(material, _all_missing(material, languages), options.pause, machine)
    except Busy:
        print("Ein anderer Lauf ist noch dabei. / Another build is at work.", file=sys.stderr)
        return STOPPED


def _all_missing(material: Material, languages: Iterable[Language]) -> Needed:
    return [wanted for language in languages for wanted in missing(material, language)]


def missing(material: Material, language: Language) -> Needed:
    """What gTTS has to say in a language: neither a person nor gTTS has said it yet, or the clip is broken."""
    said = [one.utterance for one in material.spoken_in(language.code) if not material.recording(one.utterance)]
    wanted = (material.for_gtts(utterance) for utterance in said)
    return list(material.rendered.stock([one for one in wanted if one]).needed)


def _about(material: Material, language: Language) -> str:
    every = [one.utterance for one in material.spoken_in(language.code)]
    if not language.gtts_voice:
        why = "gTTS hat keine Stimme: einen Menschen aufnehmen. / gTTS has no voice: record a person."
        return f"{language.code:<4} {why}"
    recorded = sum(material.recording(utterance) is not None for utterance in every)
    rendered = sum(not material.recording(one) and material.clip(one) is not None for one in every)
    return (
        f"{language.code:<4} {len(every)} Sätze / sentences: {recorded} aufgenommen / recorded, "
        f"{rendered} gesprochen / rendered, {len(every) - recorded - rendered} fehlen / missing"
    )


def _forecast(needed: Needed, pause: float) -> str:
    """What a build would do. The pauses are most of the time that it takes."""
    requests = sum(len(chunks(text)) for _, text in needed)
    return (
        f"{len(needed)} Sätze in {requests} Anfragen, mindestens {duration(requests * pause)}; nichts gesendet. / "
        f"{len(needed)} sentences in {requests} requests, at least {duration(requests * pause)}; nothing sent."
    )


def _render(material: Material, needed: Needed, pause: float, machine: Machine) -> int:
    voices = {language.code: language.gtts_voice for language in material.languages}
    low, high = max(0.0, pause - SPREAD_SECONDS), pause + SPREAD_SECONDS if pause else 0.0
    engine = GoogleVoice(voices, lambda: machine.wait(machine.chance(low, high)), machine.timeout)
    progress = Progress(len(needed), sys.stdout, machine.clock)
    try:
        outcome = render_all(material.rendered, engine, needed, machine.wait, progress)
    except KeyboardInterrupt:
        progress.end()
        print("Angehalten; der nächste Lauf macht hier weiter. / Stopped; the next build goes on from here.")
        return INTERRUPTED
    progress.end()
    note_unused(material, machine.now())
    return _told(outcome)


def _told(outcome: Outcome) -> int:
    print(f"{outcome.rendered} neu / new, {len(outcome.refused)} abgelehnt / refused.")
    if outcome.stopped:
        print(
            f"Angehalten / stopped: {outcome.stopped}\n"
            "Alles bisher Gesprochene bleibt; später noch einmal starten. / All clips are kept; start again later.",
            file=sys.stderr,
        )
    return STOPPED if outcome.stopped else INCOMPLETE if outcome.refused else WELL


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Two builds would ask for the same sentences. The lock ends with the process, however that ends; so what a dead
    build has left half done is nobody's and can go. Raises Busy."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy from error
        for part in root.glob(f"*/{PART}*"):
            part.unlink()
        yield


def pause_seconds(text: str) -> float:
    """`--pause`'s value: 0 to 60 seconds. Raises ArgumentTypeError."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= 60:
        raise argparse.ArgumentTypeError(f"{text!r}: 0 bis 60 Sekunden / 0 to 60 seconds")
    return seconds
