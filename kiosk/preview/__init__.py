"""`run_kiosk.py preview`: pictures of every screen in every language, on one page to look through."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime

from kiosk.preview.wishes import OUT, SIZES, Unknown, languages_of, parser, places_of

WELL, TO_MEND, CANNOT_RUN = 0, 1, 2
"""Exit codes."""
NO_CONTENT = (
    "{place}: Hier ist kein Ordner „content“. Den Ordner angeben, in dem content und config liegen. / "
    "There is no folder 'content' here. Name the folder that holds content and config."
)
INTERRUPTED = (
    "Abgebrochen. Fertige Bilder bleiben; der nächste Lauf macht nur die übrigen. / "
    "Stopped. Pictures that are done stay; the next run makes only the others."
)
NO_ONE = "--day gibt es nur mit --one. / --day goes with --one only."
NO_OUT = "--one braucht --out DATEI.png. / --one needs --out FILE.png."


def main(argv: Sequence[str]) -> int:
    """Make the pictures; the exit code."""
    try:
        options = parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return CANNOT_RUN if stop.code else WELL
    options.content, options.config = options.folder / "content", options.folder / "config" / "kiosk.yaml"
    if not options.content.is_dir():
        return _cannot(NO_CONTENT.format(place=options.folder))
    from kiosk.app import CANNOT_RUN as reasons
    from kiosk.preview.camera import NoContent
    from kiosk.preview.work import Failed

    try:
        return _do(options)
    except (*reasons, NoContent, Failed, Unknown, OSError) as error:
        return _cannot(error)
    except KeyboardInterrupt:
        return _cannot(INTERRUPTED)


def _do(options: argparse.Namespace) -> int:
    if options.one:
        return _one(options)
    if options.day:
        return _cannot(NO_ONE)
    options.out = (options.out or OUT).resolve()
    if options.part:
        from kiosk.preview.work import part

        part(options)
        return WELL
    from kiosk.preview.run import run

    return WELL if run(options) else TO_MEND


def _cannot(why: object) -> int:
    print(why, file=sys.stderr)
    return CANNOT_RUN


def _one(options: argparse.Namespace) -> int:
    """One picture into one file: the first page of a place, in one language (German) and one size (wide)."""
    if options.out is None or options.out.suffix != ".png":
        return _cannot(NO_OUT)
    from kiosk.preview.camera import NOW, Camera

    now = datetime.combine(options.day, NOW.time()) if options.day else NOW
    camera = Camera(options.content, options.config, (options.size or [SIZES["wide"]])[0], now)
    try:
        place = places_of(camera.catalog, [options.one], every=False)[0]
        language = languages_of(camera.catalog, (options.language or ["de"])[:1])[0]
        shot = next(camera.shots(place, language.code, options.modes[0]))
        camera.develop(shot, options.out)
    finally:
        camera.close()
    print(f"{options.out}: {place.id} {language.code}, Seite / page 1/{shot.pages}")
    return WELL
