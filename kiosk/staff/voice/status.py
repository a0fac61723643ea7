"""`voice status`: who speaks how much of each language, and what visitors hear of it."""

from __future__ import annotations

import argparse
import json
from collections import Counter

from msgspec import Struct
from msgspec.structs import asdict

from kiosk.domain.language import Language
from kiosk.domain.utterance import Utterance
from kiosk.speech.engine import Clip
from kiosk.staff.figures import megabytes
from kiosk.staff.voice.build import missing
from kiosk.staff.voice.material import INCOMPLETE, WELL, Machine, Material

PERSON, GTTS, OFFLINE, NONE = "recordings", "gtts", "offline", "none"
HEADINGS = (
    ("", "Sätze", "Mensch", "gTTS", "offline", "keine", "fehlen", "Minuten", "MB", "Computerstimme"),
    ("", "texts", "person", "gTTS", "offline", "none", "missing", "minutes", "MB", "computer voice"),
)
HOW_TO = """\
Spalten: die beste Stimme, die es für jeden Satz gibt; „fehlen“: Sätze, die `voice build` noch sprechen lassen kann.
Die Computerstimme (gTTS und offline) hören Besucher nur in Sprachen, die unter sound: voices: in {config} stehen;
in allen anderen nur Menschen. Vorher anhören lassen, dann dort eintragen oder herausnehmen.
Columns: the best voice that there is for each sentence; "missing": sentences that `voice build` can still get spoken.
Visitors hear the computer voice (gTTS and offline) only in languages listed under sound: voices: in {config};
in all others only people. Have somebody listen first, then enter or remove a language there."""


class Row(Struct, frozen=True):
    """One language. The first counts tell the best voice that there is for each sentence, whether staff have released
    it or not; `heard` are the sentences that visitors can hear, none in a language that is not `offered`. `missing`:
    what gTTS could say and has not said yet. `seconds` and `bytes` are those of the recordings and clips."""

    language: str
    texts: int
    recordings: int
    gtts: int
    offline: int
    none: int
    missing: int
    seconds: float
    bytes: int
    released: bool
    heard: int
    offered: bool


def status(material: Material, options: argparse.Namespace, machine: Machine) -> int:
    """Run the verb; the exit code."""
    rows = [row_of(material, language) for language in material.chosen(options.language)]
    if options.format == "json":
        print(json.dumps([asdict(row) for row in rows], indent=1))
    else:
        _print(rows, material, str(options.config))
    return WELL if all(row.recordings + row.gtts == row.texts for row in rows) else INCOMPLETE


def row_of(material: Material, language: Language) -> Row:
    """What there is in one language."""
    said = [one.utterance for one in material.spoken_in(language.code)]
    best = [_best(material, utterance, language) for utterance in said]
    counts = Counter(source for source, _ in best)
    released = language.code in material.sound.voices
    heard = len(said) - counts[NONE] if released else counts[PERSON]
    return Row(
        language.code,
        len(said),
        counts[PERSON],
        counts[GTTS],
        counts[OFFLINE],
        counts[NONE],
        len(missing(material, language)),
        round(sum(clip.seconds for _, clip in best if clip), 1),
        sum(clip.path.stat().st_size for _, clip in best if clip),
        released,
        heard if language.offered else 0,
        language.offered,
    )


def _best(material: Material, utterance: Utterance, language: Language) -> tuple[str, Clip | None]:
    clip = material.recording(utterance)
    if clip:
        return PERSON, clip
    clip = material.clip(utterance)
    if clip:
        return GTTS, clip
    return (OFFLINE if language.offline_voice else NONE), None


def _print(rows: list[Row], material: Material, config: str) -> None:
    lines = [*HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        print("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)))
    for row in rows:
        print(f"{row.language}: {_heard(row)}")
    if not material.sound.enabled:
        print("sound: enabled: no – dieses Terminal hat keinen Ton / this terminal has no sound")
    print("\n" + HOW_TO.format(config=config))


def _cells(row: Row) -> tuple[str, ...]:
    counts = (row.texts, row.recordings, row.gtts, row.offline, row.none, row.missing)
    sizes = (f"{row.seconds / 60:.1f}", megabytes(row.bytes))
    release = "freigegeben / released" if row.released else "nicht freigegeben / not released"
    return (row.language, *(str(count) for count in counts), *sizes, release)


def _heard(row: Row) -> str:
    if not row.offered:
        return "In Vorbereitung, Besucher sehen sie noch nicht. / In preparation, visitors do not see it yet."
    if not row.heard:
        return "Besucher hören nichts, der Kiosk sagt das ehrlich. / Visitors hear nothing, and the kiosk says so."
    return f"Besucher hören {row.heard} von {row.texts} Sätzen. / Visitors hear {row.heard} of {row.texts} sentences."
