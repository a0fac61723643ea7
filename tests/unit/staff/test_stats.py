"""`run_kiosk.py stats`: the figures as staff see them, and never more than may be told."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kiosk.staff.stats import NOT_MADE, NOTHING, TOLD, _parser, main
from kiosk.staff.stats.page import as_page
from kiosk.staff.stats.period import Span, month_span, told_of, usual_span
from kiosk.staff.stats.table import ORDER, as_sheet, as_text
from kiosk.staff.stats.words import FIGURES as NAMED
from kiosk.staff.stats.words import LINES, WORDS, Names
from kiosk.usage.book import Book
from kiosk.usage.figures import DURATION, FIGURES, LANGUAGE, MODE, ONE, SERVICE, USED, VISITS, Sums
from kiosk.usage.shelf import BOOK, FOR_US, replace
from kiosk.usage.writing import as_text as book_text
from tests import builders

ROOT = Path(__file__).resolve().parents[3]
GERMAN, ENGLISH = Names.of(builders.CATALOG, "de"), Names.of(builders.CATALOG, "en")
NOVEMBER = month_span(2026, 11)
DAY = Sums(
    {
        **{(VISITS, ONE): 20, (DURATION, "60"): 10, (DURATION, "+Inf"): 5, (LANGUAGE, "ar"): 5, (LANGUAGE, "de"): 10},
        **{(SERVICE, "anmelden"): 15, (SERVICE, "gone"): 5, (USED, "audio"): 5, (MODE, "large"): 5},
    }
)
BOOK_OF_TWO = Book(
    date(2026, 11, 25),
    Sums({(VISITS, ONE): 3, (LANGUAGE, "en"): 4, (MODE, "keys"): 1}),
    {date(2026, 10, 31): Sums({(VISITS, ONE): 5}), date(2026, 11, 23): DAY, date(2026, 11, 24): DAY},
    {"2024-09": Sums({(VISITS, ONE): 700, (LANGUAGE, "de"): 300})},
    undated=Sums({(VISITS, ONE): 10}),
)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    replace(tmp_path / BOOK, book_text(BOOK_OF_TWO), FOR_US)
    return tmp_path


def stats(*arguments: object) -> int:
    """The verb without the content, which takes a second to read: ids must do for names."""
    return main([*map(str, arguments), "--content", "/nowhere"])


class Reader(HTMLParser):
    """Reads a page: its words, what it would load, and the figures beside each name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loads += [
            str(value) for name, value in attrs if name in ("src", "href", "srcset") or name.startswith("on")
        ]
        self.loads += [tag] if tag in ("script", "link", "iframe", "img") else []
        if tag not in ("meta", "rect", "circle", "path"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<rect …/>` and the like."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1] != "style":
            self.words.append(data.strip())


def test_every_figure_and_every_line_has_a_name_and_a_place() -> None:
    assert {VISITS, *ORDER} == set(FIGURES) == set(NAMED)
    assert set(LINES) == {(one.name, line) for one in FIGURES.values() for line in one.lines if one.name != VISITS}
    assert set(WORDS["de"]) == set(WORDS["en"])


def test_a_time_is_the_sum_of_its_days_and_of_whole_months_that_were_folded() -> None:
    assert told_of(BOOK_OF_TWO, NOVEMBER).visits == 40
    assert told_of(BOOK_OF_TWO, Span(date(2024, 9, 1), date(2026, 11, 23))).visits == 725
    part = told_of(BOOK_OF_TWO, Span(date(2024, 9, 2), date(2026, 11, 23)))
    assert (part.visits, part.missing) == (25, ("2024-09",))


def test_a_short_time_is_shown_by_days_and_a_long_one_by_months() -> None:
    days = told_of(BOOK_OF_TWO, NOVEMBER).columns
    assert [column.day for column in days] == [*range(1, 31)]
    assert {column.day: column.visits for column in days if column.visits} == {23: 20, 24: 20}
    usual = usual_span(BOOK_OF_TWO)
    assert usual == Span(date(2025, 12, 1), date(2026, 11, 24))
    months = told_of(BOOK_OF_TWO, usual).columns
    assert [(column.month, column.visits) for column in months][-2:] == [(10, 5), (11, 40)]
    assert len(months) == 12


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [(2026, 12, date(2026, 12, 31)), (2028, 2, date(2028, 2, 29)), (2026, 1, date(2026, 1, 31))],
)
def test_a_month_ends_where_it_ends(year: int, month: int, last: date) -> None:
    assert month_span(year, month) == Span(date(year, month, 1), last)


def test_the_table_has_names_and_says_what_cannot_be_told() -> None:
    text = "\n".join(as_text(told_of(BOOK_OF_TWO, NOVEMBER), GERMAN))
    assert re.search(r"Wohnung anmelden +30 ", text)
    assert re.search(r"gone +10 ", text), "what the content no longer has is told by its id"
    assert text.index("Deutsch  ") < text.index("Arabisch  "), "the most first"
    assert "Noch nicht zu nennen: Englisch\n" in text
    assert "Tastenfeld" in text.split("Noch nicht zu nennen: Kontrast")[1]
    assert "10 Besuche ohne Datum" in text


def test_nothing_that_is_held_shows_anywhere() -> None:
    """The page of a book is the same whatever is held in it."""
    held = BOOK_OF_TWO.copy()
    held.held, held.undated_held = Sums(), Sums({(VISITS, ONE): 4})
    for names in (GERMAN, ENGLISH):
        pages = {as_page(told_of(book, NOVEMBER), names, "lobby-1", date(2026, 11, 25)) for book in (BOOK_OF_TWO, held)}
        assert len(pages) == 1


def test_the_sheet_is_what_a_spreadsheet_program_reads() -> None:
    data = as_sheet(told_of(BOOK_OF_TWO, NOVEMBER), GERMAN)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["von", "bis", "Größe", "Kennung", "Name", "Besuche"]
    assert ["2026-11-01", "2026-11-30", "Sprachen", "ar", "Arabisch", "10"] in rows
    assert {len(row) for row in rows} == {6}


def test_no_name_of_the_content_becomes_a_formula() -> None:
    evil = Names("de", {SERVICE: {"anmelden": "=HYPERLINK()"}})
    assert b";'=HYPERLINK();" in as_sheet(told_of(BOOK_OF_TWO, NOVEMBER), evil)


@pytest.mark.parametrize("names", [GERMAN, ENGLISH], ids=["de", "en"])
def test_the_page_needs_nothing_and_tells_everything(names: Names) -> None:
    page = as_page(told_of(BOOK_OF_TWO, NOVEMBER), names, "lobby-1", date(2026, 11, 25))
    reader = Reader(page)
    assert reader.loads == []
    assert reader.open == ["head"] or reader.open == []
    said = " ".join(reader.words)
    for wanted in (names.centre, "lobby-1", names["nobody"], names.line(SERVICE, "anmelden"), "40"):
        assert wanted in said
    assert said.count(names.line(LANGUAGE, "en")) == 1, "only where it says that it cannot be told"


@pytest.mark.parametrize("span", [NOVEMBER, Span(date(2025, 12, 1), date(2026, 11, 30))], ids=["days", "months"])
def test_every_column_keeps_the_same_room_for_its_number(span: Span) -> None:
    """A column without a line over it would be drawn by another measure than its neighbours."""
    page = as_page(told_of(BOOK_OF_TWO, span), GERMAN, "lobby-1", date(2026, 11, 25))
    columns = re.findall(r'<div>([^<]*)<svg role="img" aria-label="([^"]+): (\d+)"', page)
    assert len(columns) == (30 if span is NOVEMBER else 12)
    assert all(over for over, _, _ in columns)
    assert {over for over, _, visits in columns if visits == "0"} == {"&#160;"}
    assert ("20" if span is NOVEMBER else "40") in {over for over, _, _ in columns}


def test_a_month_that_was_folded_is_one_column() -> None:
    told = told_of(BOOK_OF_TWO, month_span(2024, 9))
    assert [(column.month, column.day, column.visits) for column in told.columns] == [(9, 0, 700)]
    assert 'aria-label="September 2024: 700"' in as_page(told, GERMAN, "lobby-1", date(2026, 11, 25))


def test_what_stands_in_a_name_cannot_change_the_page() -> None:
    names = Names("de", {SERVICE: {"anmelden": "<script>x</script>"}}, "A & B <b>")
    page = as_page(told_of(BOOK_OF_TWO, NOVEMBER), names, '"><i>', date(2026, 11, 25))
    assert "<script>" not in page and "<b>" not in page and "<i>" not in page


def test_an_empty_book_and_an_empty_time_say_so(
    tmp_path: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stats("--state", tmp_path / "none", "--html", tmp_path / "a.html") == NOTHING
    assert WORDS["de"]["nothing_yet"] in capsys.readouterr().out
    assert WORDS["de"]["nothing_yet"] in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert stats("--state", state, "--month", "2026-01", "--language", "en") == NOTHING
    assert WORDS["en"]["nothing"] in capsys.readouterr().out


def test_the_verb_writes_what_is_asked_for(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, sheet = state / "usage.html", state / "usage.csv"
    asked = ["--state", str(state), "--from", "2026-11-24", "--to", "2026-11-24"]
    assert main([*asked, "--html", str(page), "--csv", str(sheet)]) == TOLD
    assert "24. November 2026 – 24. November 2026" in page.read_text(encoding="utf-8")
    assert "Arabisch;5" in sheet.read_text(encoding="utf-8-sig")
    assert stats(*asked) == TOLD
    assert "Besuche: 20" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "span"),
    [
        (["--from", "2026-11-24"], "24. November 2026 – 24. November 2026"),
        (["--to", "2026-11-23"], "31. Oktober 2026 – 23. November 2026"),
        (["--from", "2027-01-01"], "1. Januar 2027 – 1. Januar 2027"),
    ],
)
def test_a_time_that_is_open_at_one_end(asked: list[str], span: str, state: Path) -> None:
    stats("--state", state, *asked, "--html", state / "page.html")
    assert span in (state / "page.html").read_text(encoding="utf-8")


def test_on_a_terminal_the_names_are_those_of_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not those of the content that came with the program."""
    monkeypatch.setattr("kiosk.staff.usual.CONTENT", tmp_path / "current")
    monkeypatch.setattr("kiosk.staff.usual.CONFIG", tmp_path / "kiosk.yaml")
    here = _parser().parse_args([])
    assert (here.content, here.config) == (ROOT / "content", ROOT / "config" / "kiosk.yaml")
    (tmp_path / "current").mkdir()
    (tmp_path / "kiosk.yaml").touch()
    there = _parser().parse_args([])
    assert (there.content, there.config) == (tmp_path / "current", tmp_path / "kiosk.yaml")


@pytest.mark.parametrize("wrong", [["--month", "2026-13"], ["--from", "gestern"]])
def test_what_is_no_day_is_said_at_once(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == NOT_MADE
    assert "2026-11" in capsys.readouterr().err


def test_what_cannot_be_read_or_written_is_said(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stats("--state", state, "--html", state / "no" / "page.html") == NOT_MADE
    assert "page.html" in capsys.readouterr().err
    (state / BOOK).write_text("{}")
    assert stats("--state", state) == NOT_MADE
    assert "keine Summen" in capsys.readouterr().err


def test_the_program_finds_the_sums_of_its_terminal_and_ends_quietly(state: Path) -> None:
    """As it is called, with a reader that has seen enough."""
    command = f"{sys.executable} run_kiosk.py stats | head -n 1"
    environment = {**os.environ, "STATE_DIRECTORY": str(state), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "1. Dezember 2025 \\u2013 24. November 2026\n"
    assert done.stderr == ""


def test_the_days_of_a_long_time_fit_the_page() -> None:
    book = Book(told={date(2026, 1, 1) + timedelta(n): Sums({(VISITS, ONE): 5}) for n in range(300)})
    told = told_of(book, Span(date(2026, 1, 1), date(2026, 10, 27)))
    assert sum(column.visits for column in told.columns) == told.visits == 1500
    assert (told.days, told.a_day, len(told.columns)) == (300, 5, 10)
