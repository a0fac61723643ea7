"""What is wanted of a preview: the command line, understood against the content."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE, Language
from kiosk.domain.modes import Mode, Modes
from kiosk.preview.places import NAMES, USUAL, Place, examples, places

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "preview"
SIZES = {"wide": (1920, 1080), "upright": (1080, 1920)}
SMALLEST, LARGEST = 320, 7680
"""Pixels of a side."""
USUAL_MODES = "usual"
ABOUT = """\
Bilder aller Bildschirme, wie ein Besucher sie sieht, in allen Sprachen, auf einer Seite zum Blättern.
Pictures of every screen as a visitor sees it, in every language, on one page to look through."""
CODES = """\
exit codes: 0 all is well, 1 something is to be mended (see the page), 2 cannot run
screens: {names}
         one thing of many by its id: service:wohnung-anmelden"""

Size = tuple[int, int]


class Unknown(Exception):
    """Something that is wanted is not there; the words say what there is, in German and English."""


class Wish(Struct, frozen=True):
    """One picture, or several where the screen has pages: a place in a language, in modes."""

    place: Place
    language: str
    modes: Modes


def parser() -> argparse.ArgumentParser:
    """What `run_kiosk.py preview --help` shows."""
    made = argparse.ArgumentParser(
        prog="run_kiosk.py preview",
        description=ABOUT,
        epilog=CODES.format(names=", ".join(NAMES)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = made.add_argument
    add("folder", nargs="?", type=Path, default=ROOT, metavar="DIR", help="holds content/ and config/")
    add("--language", action="append", metavar="CODE", help="nur diese Sprache / only this language (several times)")
    add("--screen", action="append", metavar="NAME", help="nur diesen Bildschirm / only this screen (several times)")
    add("--every", action="store_true", help="auch jedes Angebot, jede Organisation … / every service and so on, too")
    modes_help = f"{USUAL_MODES}, large, contrast, low, large+low …, mit Komma / with commas"
    add("--modes", type=modes_of, default=(frozenset(),), metavar="MODES", help=modes_help)
    add("--size", action="append", type=size_of, metavar="WxH", help="1920x1080, upright (several times)")
    add("--all", action="store_true", help="alle Bilder neu / make all pictures anew")
    add("--open", action="store_true", help="die Seite im Browser öffnen / open the page in a browser")
    add("--out", type=Path, metavar="PATH", help="wohin / where to (build/preview; with --one the picture's file)")
    add("--day", type=day_of, metavar="DAY", help="mit --one: an diesem Tag / with --one: on this day, 2026-12-01")
    add("--one", metavar="SCREEN", help="nur ein Bild, in die Datei --out / one picture, into the file --out")
    add("--part", type=part_of, help=argparse.SUPPRESS)
    return made


def size_of(text: str) -> Size:
    """`1280x720`, `wide` or `upright` in pixels. Raises ArgumentTypeError."""
    width, _, height = text.partition("x")
    if text in SIZES:
        return SIZES[text]
    sides = [int(side) for side in (width, height) if side.isascii() and side.isdigit()]
    if len(sides) == 2 and all(SMALLEST <= side <= LARGEST for side in sides):
        return sides[0], sides[1]
    raise argparse.ArgumentTypeError(f"{text!r}: 1920x1080, wide, upright ({SMALLEST}–{LARGEST})")


def day_of(text: str) -> date:
    """`2026-12-01` as a day. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: schreiben wie / write it like 2026-12-01") from None


def modes_of(text: str) -> tuple[Modes, ...]:
    """`usual,large+low` as modes. Raises ArgumentTypeError."""
    known = {mode.value: mode for mode in Mode}
    found = []
    for words in text.split(","):
        names = [] if words == USUAL_MODES else words.split("+")
        wrong = [name for name in names if name not in known]
        if wrong:
            raise argparse.ArgumentTypeError(f"{wrong[0]!r}: {USUAL_MODES}, {', '.join(known)}, large+low …")
        found.append(frozenset(known[name] for name in names))
    return tuple(dict.fromkeys(found))


def part_of(text: str) -> tuple[int, int]:
    """`0/2`: the first of two parts of the work."""
    number, _, count = text.partition("/")
    return int(number), int(count)


def modes_name(modes: Modes) -> str:
    """`large+low`, or `usual`."""
    return "+".join(mode.value for mode in Mode if mode in modes) or USUAL_MODES


def languages_of(catalog: Catalog, wanted: Sequence[str] | None) -> list[Language]:
    """The languages to show: all, those in preparation too, or only those wanted, German first. Raises Unknown."""
    there = {one.code: one for one in (*catalog.languages, *catalog.in_preparation)}
    for code in wanted or ():
        _must_be(code, there)
    codes = [code for code in there if not wanted or code in wanted]
    return [there[code] for code in sorted(codes, key=lambda code: code != SOURCE)]


def places_of(catalog: Catalog, wanted: Sequence[str] | None, every: bool) -> list[Place]:
    """The places to show: the usual examples, those wanted by name or name and id, or all. Raises Unknown."""
    there = {place.id: place for place in places(catalog)}
    first = examples(catalog)
    if not wanted:
        return list(there.values()) if every else [first[name] for name in USUAL if name in first]
    found: dict[str, Place] = {}
    for word in wanted:
        if word in first:
            found |= {p.id: p for p in there.values() if p.screen == word} if every else {word: first[word]}
        else:
            _must_be(word, there, [*first, *there])
            found[word] = there[word]
    return list(found.values())


def _must_be(word: str, there: Iterable[str], names: Sequence[str] = ()) -> None:
    if word in there:
        return
    every = list(names or there)
    near = get_close_matches(word, every, 3, 0.5)
    hint = (
        f"Meinten Sie / did you mean: {', '.join(near)}?" if near else f"Es gibt / there are: {', '.join(every[:30])}"
    )
    raise Unknown(f"„{word}“ gibt es hier nicht. / There is no {word!r} here. {hint}")


def wishes(catalog: Catalog, options: argparse.Namespace) -> list[Wish]:
    """All that is wanted on a window of one size, language after language. Raises Unknown."""
    shown = places_of(catalog, options.screen, options.every)
    return [
        Wish(place, language.code, modes)
        for language in languages_of(catalog, options.language)
        for modes in options.modes
        for place in shown
        if not (place.screen == "attract" and modes)  # before the attract screen stands nobody who has a mode on
    ]
