"""The sheet of codes: chapters, entries and their codes on A4 pages, each page with its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE
from kiosk.staff.qr.cell import BIG, SMALL, STRONG, TEXT, Cell, Writer, breakable
from kiosk.staff.qr.listing import Chapter, Code, Entry
from kiosk.staff.qr.pages import BOTTOM, MARGIN, ROOM, TOP, Block, paged
from kiosk.staff.qr.words import WORDS
from kiosk.text.engine import Engine
from kiosk.text.paper import Paper
from kiosk.text.setting import Setting, TypeStyle
from kiosk.theme.tokens import DEFAULTS as COLOURS

TITLE, CHAPTER = TypeStyle(74, True, 1.2), TypeStyle(52, True, 1.2)
COLUMNS, GUTTER = 2, 40
PLATE = 84
"""The coloured plate of a chapter's pictogram."""
_AIR, _HAIR = 30, 3


class Printing(Struct, frozen=True):
    """For whom and when a sheet is made: staff's `language` (de or en), the name of the content's folder, the day."""

    language: str
    folder: str
    on: date


def sheet(chapters: Sequence[Chapter], catalog: Catalog, printing: Printing) -> bytes:
    """The PDF. Raises PangoMissing and FontsMissing."""
    engine = Engine()
    words = WORDS[printing.language]
    writer = Writer(engine, catalog, words, printing.language)
    blocks = [block for chapter in chapters for block in _chapter(writer, chapter, printing)]
    count = sum(code.first for chapter in chapters for entry in chapter.entries for code in entry.codes)
    pages = paged([_head(writer, printing, "0"), *blocks])
    values = {"count": count, "pages": len(pages), "centre": catalog.centre.name}
    pages[0][0] = _head(writer, printing, words["counts"].format(date=_day(writer, printing.on), **values))
    with Paper(engine, f"{words['title']} · {catalog.centre.name}", printing.on) as paper:
        for number, page in enumerate(pages, 1):
            y: float = TOP
            for block in page:
                block.draw(paper, MARGIN, y)
                y += block.height
            _foot(writer, paper, words["page"].format(page=number, pages=len(pages)))
            paper.end_page()
        return paper.pdf()


def _day(writer: Writer, day: date) -> str:
    return writer.words["date"].format(day=day.day, month=day.month, year=day.year)


def _head(writer: Writer, printing: Printing, counts: str) -> Block:
    """What this is, what it is for, and what must never be done with it."""
    words, inner = writer.words, ROOM - 2 * _AIR - 16
    title = writer.setting(words["title"], TITLE, ROOM)
    facts = writer.setting(counts, SMALL, ROOM)
    what_for = writer.setting(words["what_for"], TEXT, ROOM)
    never = writer.setting(words["never"], TEXT, inner)
    above = [(title, 0), (facts, 6), (what_for, 24)]
    plate = writer.height(never) + 2 * _AIR
    upper = sum(gap + writer.height(setting) for setting, gap in above)

    def draw(paper: Paper, x: float, y: float) -> None:
        for setting, gap in above:
            paper.text(setting, x, y + gap, COLOURS["ink2" if setting is facts else "ink"])
            y += gap + writer.height(setting)
        paper.fill(x, y + 24, ROOM, plate, COLOURS["notice"])
        paper.fill(x, y + 24, 16, plate, COLOURS["light"])
        paper.text(never, x + 16 + _AIR, y + 24 + _AIR, COLOURS["ink"])

    return Block(upper + 24 + plate + 2 * _AIR, draw)


def _foot(writer: Writer, paper: Paper, page: str) -> None:
    y = BOTTOM + 40
    paper.fill(MARGIN, y, ROOM, _HAIR, COLOURS["hair"])
    paper.text(writer.setting(writer.words["never_short"], SMALL, ROOM), MARGIN, y + 16, COLOURS["ink2"])
    right = Setting(page, SMALL, writer.language, "Latn", False, ROOM, "end")
    paper.text(right, MARGIN, y + 16, COLOURS["ink2"])


def _chapter(writer: Writer, chapter: Chapter, printing: Printing) -> Iterator[Block]:
    title = writer.setting(chapter.title or writer.words["organisations"], CHAPTER, ROOM - PLATE - _AIR)

    def draw(paper: Paper, x: float, y: float) -> None:
        top, sign = y + _AIR, PLATE * 0.6
        paper.fill(x, top, PLATE, PLATE, COLOURS[chapter.hue])
        paper.icon(chapter.icon, sign, x + (PLATE - sign) / 2, top + (PLATE - sign) / 2, COLOURS["on_hue"])
        middle = top + (PLATE - writer.height(title)) / 2
        paper.text(title, x + PLATE + _AIR, middle, COLOURS["ink"])

    yield Block(_AIR + max(PLATE, writer.height(title)) + _AIR, draw, leads=True)
    for entry in chapter.entries:
        yield from _entry(writer, entry, printing)


def _entry(writer: Writer, entry: Entry, printing: Printing) -> Iterator[Block]:
    name = writer.setting(entry.name.said(SOURCE).text, BIG, ROOM, SOURCE)
    first = [code for code in entry.codes if code.first]
    lines = [(name, "ink"), (writer.setting(_facts(writer, entry, printing), SMALL, ROOM), "ink2")]
    lines += [(writer.setting(_again(writer, code), SMALL, ROOM), "ink") for code in entry.codes if not code.first]
    yield _lines(writer, lines, leads=bool(first))
    more = writer.setting(writer.words["more"].format(name=name.text), STRONG, ROOM, SOURCE)
    yield from _rows(writer, entry, first, _lines(writer, [(more, "ink2")]))


def _facts(writer: Writer, entry: Entry, printing: Printing) -> str:
    as_of = entry.origin.as_of
    form = writer.words["month" if as_of.day == 1 else "date"]
    return writer.words["facts"].format(
        file=f"{printing.folder}/{entry.file}",
        as_of=form.format(day=as_of.day, month=as_of.month, year=as_of.year),
        unsure=writer.words["unsure"] if entry.origin.unsure else "",
    )


def _lines(writer: Writer, lines: Sequence[tuple[Setting, str]], leads: bool = False) -> Block:
    """Texts with the roles of their colours, below a thin line."""

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.fill(x, y, ROOM, _HAIR, COLOURS["hair"])
        y += _HAIR + _AIR / 2
        for setting, colour in lines:
            paper.text(setting, x, y, COLOURS[colour])
            y += writer.height(setting)

    height = sum(writer.height(setting) for setting, _ in lines)
    return Block(_HAIR + height + _AIR, draw, leads)


def _again(writer: Writer, code: Code) -> str:
    plain = breakable(code.plain[0]) if code.plain else ""
    languages = writer.languages(code.serves)
    return writer.words["again"].format(languages=languages, number=code.number, plain=plain)


def _rows(writer: Writer, entry: Entry, codes: Sequence[Code], over: Block) -> Iterator[Block]:
    width = (ROOM - GUTTER * (COLUMNS - 1)) / COLUMNS
    for at in range(0, len(codes), COLUMNS):
        cells = [Cell(writer, code, entry.name, width) for code in codes[at : at + COLUMNS]]

        def draw(paper: Paper, x: float, y: float, cells: Sequence[Cell] = cells) -> None:
            for column, cell in enumerate(cells):
                cell.draw(paper, x + column * (width + GUTTER), y)

        yield Block(max(cell.height for cell in cells) + _AIR, draw, over=over)
