"""`run_kiosk.py voice`: have the texts of the content spoken by gTTS ahead of time, and see what is missing.

`build` renders only what is not there. It may be stopped at any moment, by a power cut too, and goes on from there.
The texts go to the speech service of Google Translate: public texts, from the staff's machine, never a visitor's word.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.domain.catalog import Catalog, Organisation, Service
from kiosk.domain.language import Language, Words
from kiosk.domain.strings import Strings, placeholders
from kiosk.domain.utterance import Utterance, sentences
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.speech.batch import render_all
from kiosk.speech.cache import ClipCache, Stock
from kiosk.speech.engine import SpeechEngine, Voice
from kiosk.speech.gtts import GoogleVoice

ROOT = Path(__file__).resolve().parents[2]
PAUSE_SECONDS = (1.0, 2.0)
"""Between two requests: users of gTTS report that half a second to a second is enough not to be blocked."""
WELL, INCOMPLETE, UNUSABLE, STOPPED, INTERRUPTED = 0, 1, 2, 3, 130

Utterances = Callable[[Catalog, Strings, str], Iterable[Utterance]]
"""All that a visitor who reads a language (its code) can be told."""


def content_utterances(catalog: Catalog, strings: Strings, language: str) -> Iterator[Utterance]:
    """Every sentence of the content and of the interface, but for words with places to fill in: those are left to the
    offline voice."""
    fixed = (words for words in strings.words.values() if not placeholders(words.said(language).text))
    for words in (*_content_words(catalog), *fixed):
        said = words.said(language)
        yield from (Utterance(text, said.language) for text in sentences(said.text, said.language))


def _content_words(catalog: Catalog) -> Iterator[Words]:
    for topic in catalog.topics.values():
        yield from (topic.name, topic.what)
    for number in catalog.emergency:
        yield from (number.name, number.what)
    for organisation in (catalog.centre, *catalog.organisations.values()):
        yield from _organisation_words(organisation)
    for service in catalog.services.values():
        yield from _service_words(service)


def _organisation_words(place: Organisation) -> tuple[Words, ...]:
    notes = (place.phone_note, place.hours_note, place.languages_note)
    return (Words.german(place.name), place.meaning, place.what, place.next_step, *notes)


def _service_words(service: Service) -> tuple[Words, ...]:
    notes = (service.hours_note, service.languages_note)
    words = (
        service.name,
        service.short,
        service.what,
        service.for_whom,
        service.cost,
        service.place,
        service.next_step,
    )
    return (*words, *service.bring, *notes)


def main(
    argv: Sequence[str],
    utterances: Utterances = content_utterances,
    wait: Callable[[float], None] = time.sleep,
    chance: Callable[[float, float], float] = random.uniform,
) -> int:
    """Run the verb. 0: every text has its clip; 1: some have not; 2: the content or the arguments cannot be used; 3: it
    was stopped by the service or the network and can be started again; 130: stopped by Ctrl-C."""
    options = _parser().parse_args(argv)
    catalog, problems = load_catalog(options.content, load_settings(options.config)[0].hosts)
    strings, more = load_strings(options.content, [language.code for language in catalog.languages] if catalog else ())
    if catalog is None or strings is None:
        count = len(problems) + len(more)
        return _unusable(f"Die Inhalte haben {count} Fehler. / The content has {count} problems: run_kiosk.py check")
    chosen = options.language or [language.code for language in catalog.languages]
    unknown = sorted(set(chosen) - {language.code for language in catalog.languages})
    if unknown:
        return _unusable(f"Keine Sprache dieses Kiosks / not a language of this kiosk: {', '.join(unknown)}")
    engine = GoogleVoice(_voices(catalog.languages), pause=lambda: wait(chance(*PAUSE_SECONDS)))
    cache = ClipCache(options.assets / "speech")
    said = dict.fromkeys(utterance for code in chosen for utterance in utterances(catalog, strings, code))
    wanted = [(engine.voice(one.language), one.text) for one in said if engine.speaks(one.language)]
    stock = cache.stock(wanted)
    print_stock(stock, wanted, {one.language for one in said if not engine.speaks(one.language)})
    if options.do == "status" or options.dry_run:
        return INCOMPLETE if stock.needed else WELL
    return _build(cache, engine, stock, wait)


def _build(cache: ClipCache, engine: SpeechEngine, stock: Stock, wait: Callable[[float], None]) -> int:
    try:
        outcome = render_all(cache, engine, stock.needed, wait, lambda line: print(line, flush=True))
    except KeyboardInterrupt:
        print("\nAngehalten; der nächste Lauf macht hier weiter. / Stopped; the next run goes on from here.")
        return INTERRUPTED
    print(f"{outcome.rendered} neu / new, {len(outcome.refused)} abgelehnt / refused.")
    if outcome.stopped:
        print(
            f"Angehalten / stopped: {outcome.stopped}\n"
            "Alles bisher Gesprochene bleibt; später noch einmal starten. / All clips are kept; start again later.",
            file=sys.stderr,
        )
    return STOPPED if outcome.stopped else INCOMPLETE if outcome.refused else WELL


def print_stock(stock: Stock, wanted: Sequence[tuple[Voice, str]], voiceless: set[str]) -> None:
    """A line for each language, and what belongs to nothing any more."""
    for language in dict.fromkeys(voice.language for voice, _ in wanted):
        texts = sum(voice.language == language for voice, _ in wanted)
        missing = sum(voice.language == language for voice, _ in stock.missing)
        broken = sum(voice.language == language for voice, _ in stock.broken)
        print(f"{language:<4} {texts - missing - broken}/{texts}  fehlen/missing {missing}  kaputt/broken {broken}")
    for language in sorted(voiceless):
        print(f"{language:<4} gTTS hat keine Stimme: einen Menschen aufnehmen. / gTTS has no voice: record a person.")
    if stock.unused:
        print(f"{len(stock.unused)} Dateien ohne Text / files without a text")


def _voices(languages: Iterable[Language]) -> dict[str, str]:
    return {language.code: language.gtts_voice for language in languages}


def _unusable(reason: str) -> int:
    print(reason, file=sys.stderr)
    return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run_kiosk.py voice", description=__doc__)
    verbs = parser.add_subparsers(dest="do", required=True, metavar="build|status")
    for verb, about in (
        ("build", "speak what is missing / Fehlendes sprechen"),
        ("status", "what there is / was da ist"),
    ):
        made = verbs.add_parser(verb, help=about, description=about)
        made.add_argument("--language", action="append", metavar="CODE", help="only this one; may be given again")
        made.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
        made.add_argument("--config", type=Path, default=ROOT / "config" / "kiosk.yaml", metavar="FILE")
        made.add_argument("--assets", type=Path, default=ROOT / "assets", metavar="DIR", help="clips go to DIR/speech")
        made.add_argument("--dry-run", action="store_true", help="only say what would be spoken")
    return parser
