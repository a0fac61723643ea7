"""`run_kiosk.py doctor --acceptance`: the sheet of what must be verified on site, computed for one terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain.modes import NO_MODES, Modes
from kiosk.domain.navigation import ATTRACT, HOME, TROUBLE, Route
from kiosk.domain.reach import EDGE_MM
from kiosk.domain.settings import Panel, Settings, Sound
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.loaders.settings import load_settings
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose_overlay
from kiosk.staff.doctor import GOOD, NOT_GOOD, NOT_MADE, main
from kiosk.staff.doctor.measures import LOW, LOW_AND_LARGE, Measures, measured
from kiosk.staff.doctor.printable import as_page
from kiosk.staff.doctor.row import ROOM, Row
from kiosk.staff.doctor.sheet import COLUMNS, WORDS, Sheet, as_text, sheet_for
from kiosk.theme.tokens import UNIT_MM
from kiosk.widgets.pieces import Code, Page
from tests import builders
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages, routes, scene, strings
from tests.unit.staff.small_kiosk import content

__all__ = ["content"]

ROOT = Path(__file__).resolve().parents[3]
EDGE = 900
GAP = UNIT_MM
"""Millimetres by which two ways to compute the same may differ."""


@cache
def shipped() -> Measures:
    """What the terminal is like that is shipped."""
    settings, _ = load_settings(ROOT / "config" / "kiosk.yaml")
    assert catalog is not None and strings is not None
    return measured(settings, catalog, strings)


def small(**panel: float) -> Sheet:
    """The sheet of the small centre, whose pages are quickly laid out; German and Arabic voices are released."""
    settings = Settings(panel=replace(Panel(), **panel), sound=Sound(voices=("de", "ar")))  # type: ignore[arg-type]
    return sheet_for(settings, builders.CATALOG, builders.strings())


@cache
def small_sheet() -> Sheet:
    return small()


def row(sheet: Sheet, number: int, id_: str) -> Row:
    """The row with this number among those with this id."""
    return [one for one in sheet.rows if id_ in one.ids][number]


def everything(language: str, modes: Modes) -> Iterator[Page]:
    """Every page in one language as the tests of layouts walk them, and the question whether somebody is there."""
    assert catalog is not None
    on = frame(SIZES["27 inch"], language, modes)
    for route in routes(catalog):
        if not modes or route.name not in (ATTRACT, TROUBLE):
            yield from (page for _, page in pages(route, language, on))
    asked = scene(Route(HOME), language, countdown=30, visit=Visit((Route(HOME),), language, modes=modes))
    question = compose_overlay(present(asked), on)
    assert question is not None
    yield question


def test_heights_and_sizes_are_those_of_the_screens_that_visitors_see() -> None:
    """Followed from key to key there, and in millimetres; here listed by the catalog, and in units."""
    low, codes, bar = [], [], []
    for language, modes in product(LANGUAGES, (NO_MODES, LOW, LOW_AND_LARGE)):
        for page in everything(language, modes):
            keys = [target for target in page.targets if target.at.w < page.width]
            if modes:
                low += [target.at for target in keys]
            else:
                codes += [piece.at.center[1] for piece in page.pieces if isinstance(piece, Code)]
                bar += [target.at for target in keys if target.node.startswith("bar.")]

    def heights(lowest: float, highest: float) -> Any:
        return pytest.approx((EDGE + (1080 - lowest) * UNIT_MM, EDGE + (1080 - highest) * UNIT_MM), abs=GAP)

    found = shipped()
    assert found.codes is not None
    assert (found.low.least, found.low.most) == heights(max(at.bottom for at in low), min(at.y for at in low))
    assert (found.codes.least, found.codes.most) == heights(max(codes), min(codes))
    assert (found.bar.least, found.bar.most) == heights(max(at.bottom for at in bar), min(at.y for at in bar))
    assert found.key == pytest.approx(min(min(at.w, at.h) for at in bar) * UNIT_MM, abs=GAP)


def test_what_is_known_of_the_shipped_terminal_comes_out() -> None:
    """Worked out with a pencil from look.md: keys of 96 units, 32 above the edge; words of 22 units, large ones of 34;
    capitals are 0.714 of a word's size; the smallest code has 25 modules of 8 pixels."""
    found = shipped()
    assert found.width == pytest.approx(597.1, abs=0.1)
    assert (found.bar.least, found.bar.most) == pytest.approx((900 + 32 * UNIT_MM, 900 + 128 * UNIT_MM), abs=0.1)
    assert (found.capital, found.capital_large) == pytest.approx((4.88, 7.55), abs=0.02)
    assert found.symbol == pytest.approx(25 * 8 * UNIT_MM, abs=0.1)
    assert found.key == pytest.approx(96 * UNIT_MM, abs=0.1)


def test_the_sheet_fits_a_page_of_a4_and_every_row_has_room_to_write() -> None:
    for language in WORDS:
        lines = as_text(small_sheet(), language).splitlines()
        assert max(map(len, lines)) <= COLUMNS
        assert not any(re.search(r"[^\S ]|[\x00-\x1f]", line) for line in lines), "only plain blanks"
        assert not any(line.endswith((" 301", "EN", "×", "±")) for line in lines)
        for place in ("Unterschrift:", "Datum:") if language == "de" else ("Signature:", "date:"):
            assert any(place in line and "_____" in line for line in lines)
        assert "".join(lines).count("[ ]") == 2 * len(small_sheet().rows)
    assert all(ROOM in text for one in small_sheet().rows for text in one.write)


def test_both_languages_say_the_same_in_their_own_words() -> None:
    """Equal in both are figures and names of standards only."""
    for one in small_sheet().rows:
        for both in (one.title, one.do, one.tool, one.limit, one.write):
            assert both.de and both.en
            assert re.findall(r"\d+", both.de) == re.findall(r"\d+", both.en), both
        assert one.do.de != one.do.en and one.title.de != one.title.en


def test_keys_are_called_as_they_are_called_on_the_screen() -> None:
    words: Strings = builders.strings()
    shown = {code: {words.said(key, code).text.rstrip(".?") for key in words.words} for code in ("de", "en")}
    for one in small_sheet().rows:
        for both in (one.do, one.title):
            named = re.findall("„([^“]+)“", both.de), re.findall("(?<![a-z])'([^']+)'", both.en)
            assert len(named[0]) == len(named[1]), both
            assert {name.rstrip(".?") for name in named[0]} - {"Berechnet"} <= shown["de"], both
            assert {name.rstrip(".?") for name in named[1]} <= shown["en"], both


def test_people_read_every_language_and_listen_to_every_released_voice() -> None:
    titles = [one.title for one in small_sheet().rows if one.ids in (("L-07",), ("V-09",))]
    assert [title.de for title in titles] == [
        *("Deutsch lesen", "Arabisch lesen", "Englisch lesen"),
        *("Stimme anhören: Deutsch", "Stimme anhören: Arabisch"),
    ]
    assert titles[1].en == "Reading Arabic"
    limits = [row(small_sheet(), number, "L-07").limit.de for number in range(3)]
    assert ["Computer" in limit for limit in limits] == [False, True, False], "a person has checked the English words"


def test_the_keys_to_be_tried_are_those_that_are_set(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """K-01."""
    assert "einen Punkt zurück (up)" in row(small_sheet(), 0, "K-01").do.de
    main(given(content, "--acceptance", "--language", "en", config="keypad: {previous: [f13, f14], help: []}\n"))
    out = " ".join(capsys.readouterr().out.split())
    assert "one point back (f13, f14), one point on (down)" in out and "once more" not in out


def test_a_panel_that_hangs_too_high_is_not_good_and_says_which_rows() -> None:
    sheet = small(bottom_edge_mm=1000)
    assert {"R-02"} <= {id_ for one in sheet.wrong for id_ in one.ids}
    text = as_text(sheet, "de")
    lowest, _ = row(sheet, 1, "R-02").computed
    assert round(lowest.mm) >= 1000 + EDGE_MM - 1
    assert re.search(r"Schon nach den Einstellungen NICHT GUT: .*R-02", text)
    assert re.search(r"oberste\s+bis 1\d\d\d mm\s+\(NICHT\s+GUT\)", text)


def test_a_small_panel_has_words_that_are_too_small() -> None:
    """24 inches of 1920 pixels: the screens need more millimetres than it has, so all is smaller."""
    sheet = small(pitch_mm=0.277)
    assert [one.ids for one in sheet.wrong if "T-02" in one.ids] == [("T-02",)]
    assert row(sheet, 1, "T-02").computed[0].text("de") == "Großbuchstabe 4,6 mm"
    assert row(sheet, 1, "T-02").computed[0].text("en") == "capital letter 4.6 mm"


class Tags(HTMLParser):
    """What is in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", WORDS)
def test_the_page_needs_nothing_else_and_has_boxes_to_tick(language: str) -> None:
    page = as_page(small_sheet(), language)
    tags = Tags(page)
    assert tags.open == [], "all that is opened is closed"
    assert not {"link", "script", "img", "iframe", "a"} & {tag for tag, _ in tags.found}
    assert not re.search(r"url\(|https?:|@import|src=", page)
    assert dict(tags.found)["html"] == {"lang": language}
    boxes = [attributes for tag, attributes in tags.found if tag == "input"]
    assert len(boxes) == 2 * len(small_sheet().rows)
    assert {box["type"] for box in boxes} == {"checkbox"}
    rooms = sum(getattr(one.write, language).count(ROOM) for one in small_sheet().rows)
    assert page.count('class="room"') == rooms
    assert all(f"{WORDS[language][name]}" in page for name in ("title", "faults"))


def given(content: Path, *arguments: str, config: str = "sound: {voices: [de]}\n") -> list[str]:
    """The arguments for a kiosk of few words."""
    (content.parent / "kiosk.yaml").write_text(config, encoding="utf-8")
    return [*arguments, "--content", str(content), "--config", str(content.parent / "kiosk.yaml")]


def test_a_kiosk_without_codes_has_no_rows_about_them(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(given(content, "--acceptance"))
    out = capsys.readouterr().out
    assert out.startswith("Abnahmeblatt")
    assert "V-09  Stimme anhören: Deutsch" in out and "Tigrinya lesen" in out
    assert "Q-01" not in out and "QR-Codes" not in out
    assert code == (NOT_GOOD if "NICHT GUT" in out else GOOD)


def test_what_is_out_of_its_limits_is_1(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(given(content, "--acceptance", "--language", "en", config="panel: {bottom_edge_mm: 1200}\n"))
    assert "By the settings alone NOT GOOD: R-01" in capsys.readouterr().out
    assert code == NOT_GOOD


def test_errors_in_the_files_are_told_and_are_1(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(given(content, "--acceptance", config="panel: {pitch_mm: 31}\nhosts: [localhost]\n"))
    told = capsys.readouterr()
    assert (code, told.out.startswith("Abnahmeblatt")) == (NOT_GOOD, True)
    assert told.err.startswith("2 Fehler in Einstellungen und Inhalten")


def test_the_page_is_written_where_it_is_wanted(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = content.parent / "blatt.html"
    assert main(given(content, "--acceptance", "--html", str(page))) != NOT_MADE
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out == f"{page}: geschrieben. Im Browser öffnen und drucken.\n"
    assert main(given(content, "--acceptance", "--html", str(content / "no" / "such" / "folder.html"))) == NOT_MADE
    assert "no/such" in capsys.readouterr().err


def test_without_content_there_is_no_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--acceptance", "--content", str(tmp_path)]) == NOT_MADE
    told = capsys.readouterr()
    assert told.out == "" and "run_kiosk.py check" in told.err


def test_a_reader_who_has_seen_enough_and_a_poor_terminal_are_no_errors(content: Path) -> None:
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "doctor", *given(content, "--acceptance")]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    os.close(writer)
    assert done.stderr == "" and done.returncode in (GOOD, NOT_GOOD)
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, env=plain, timeout=120, check=False)
    assert done.stderr == "" and "\\xfc" in done.stdout
