"""One run: what is wanted is made where it is not there yet, the page is written, what nobody shows any more goes."""

from __future__ import annotations

import argparse
import sys
import time
import webbrowser
from datetime import datetime

from kiosk.app import load
from kiosk.domain.catalog import Catalog
from kiosk.preview import page
from kiosk.preview.camera import LACKING, NoContent
from kiosk.preview.inputs import state_of
from kiosk.preview.pictures import Record, read_records, read_state, tidy, write_records
from kiosk.preview.places import places
from kiosk.preview.problems import NOTES, checked
from kiosk.preview.wishes import SIZES, Size, Wish, modes_name, wishes
from kiosk.preview.work import all_parts
from kiosk.staff.progress import Bar
from kiosk.staff.reading import problems_in

DONE = (
    "{page}: {count} Bilder, {new} neu, {wrong} mit Problemen, in {seconds:.0f} s / "
    "{count} pictures, {new} new, {wrong} with problems"
)


def run(options: argparse.Namespace) -> bool:
    """Make a preview; whether nothing on it is to be mended. Raises Failed, NoContent, Unknown, OSError."""
    start = time.monotonic()
    catalog = load(options.content, options.config).catalog
    if catalog is None:
        raise NoContent(LACKING.format(place=options.content))
    sizes = list(dict.fromkeys(options.size or [SIZES["wide"]]))
    wanted = wishes(catalog, options)
    out = options.out
    out.mkdir(parents=True, exist_ok=True)
    records, state = read_records(out), state_of(options, sizes)
    if options.all or state != read_state(out):
        records = [*_still_true(records, catalog, sizes, wanted), *_made(options, sizes, len(wanted))]
    by_place, others = checked(problems_in(options.folder))
    told = [one | {"problems": one["problems"] + by_place.get((one["language"], one["id"]), [])} for one in records]
    languages = {one.code: one for one in (*catalog.languages, *catalog.in_preparation)}
    index = out / page.PAGE
    index.write_text(page.html_of(told, languages, others), encoding="utf-8")
    write_records(out, records, state)
    tidy(out, records)
    wrong = sum(_is_wrong(one) for one in told)
    new, seconds = sum(one["new"] for one in told), time.monotonic() - start
    print(DONE.format(page=index, count=len(told), new=new, wrong=wrong, seconds=seconds))
    if options.open:
        webbrowser.open(index.resolve().as_uri())
    return not wrong and not others


def _made(options: argparse.Namespace, sizes: list[Size], wanted: int) -> list[Record]:
    bar = Bar(wanted * len(sizes), sys.stderr, time.monotonic)
    try:
        made = all_parts(options, sizes, bar.step)
    finally:
        bar.end()
    seen = f"{datetime.now():%Y-%m-%d %H:%M}"
    return [one | {"seen": seen} for one in made]


def _still_true(old: list[Record], catalog: Catalog, sizes: list[Size], wanted: list[Wish]) -> list[Record]:
    """Pictures of earlier runs that this run was not asked for, of what there still is."""
    pixels = {f"{width}x{height}" for width, height in sizes}
    asked = {(size, wish.place.id, wish.language, modes_name(wish.modes)) for size in pixels for wish in wanted}
    there = {place.id for place in places(catalog)}
    codes = {one.code for one in (*catalog.languages, *catalog.in_preparation)}
    return [
        one
        for one in old
        if (one["size"], one["id"], one["language"], one["modes"]) not in asked
        and one["id"] in there
        and one["language"] in codes
    ]


def _is_wrong(one: Record) -> bool:
    return any(problem["kind"] not in NOTES for problem in one["problems"])
