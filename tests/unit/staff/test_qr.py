"""`run_kiosk.py qr`: the sheet of codes, read back from the PDF by libraries that know nothing of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog
from kiosk.domain.vcard import vcard
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.qr import matrix
from kiosk.staff.qr import SAID
from kiosk.staff.qr.listing import ALL_PARTS, Part, chapters
from kiosk.staff.qr.pages import BOTTOM, TOP, Block, paged
from kiosk.staff.qr.sheet import Printing, sheet
from kiosk.staff.qr.words import WORDS
from kiosk.text.engine import Engine
from kiosk.text.paper import Paper
from kiosk.text.setting import Setting, TypeStyle
from tests import builders

ROOT = Path(__file__).resolve().parents[3]
DPI = 150
DAY = date(2026, 11, 28)
ARABIC = builders.CATALOG.services["anmelden"].name.texts["ar"]
CATALOG = replace(
    builders.CATALOG,
    services={
        **builders.CATALOG.services,
        "anmelden": replace(
            builders.CATALOG.services["anmelden"],
            link=replace(
                builders.CENTRE_PAGES, pages={"de": "https://www.leipzig.de/a", "ar": "https://www.leipzig.de/b"}
            ),
        ),
    },
)
"""The small centre, one service of which has a page in Arabic."""


def printed(catalog: Catalog, parts: frozenset[Part] = ALL_PARTS, language: str = "de") -> bytes:
    codes = [one.code for one in catalog.languages]
    return sheet(chapters(catalog, codes, parts), catalog, Printing(language, "content", DAY))


@cache
def shipped() -> tuple[Catalog, bytes]:
    catalog, _ = load_catalog(ROOT / "content", load_settings(ROOT / "config" / "kiosk.yaml")[0].hosts)
    assert catalog is not None
    return catalog, printed(catalog)


def pages(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        yield document[number]
    document.close()


def symbols(pdf: bytes) -> list[zxingcpp.Barcode]:
    """Every code on every page, as a camera would see it at 150 dpi."""
    found = []
    for page in pages(pdf):
        picture = np.ascontiguousarray(page.render(scale=DPI / 72).to_numpy())
        found += zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode)
    return found


def text(pdf: bytes) -> str:
    """What can be selected, without the invisible places where addresses may break."""
    said = " ".join(page.get_textpage().get_text_range() for page in pages(pdf))
    return " ".join(said.replace("\u200b", "").replace("\ufffe", "").split())


def expected(catalog: Catalog) -> set[str]:
    """What the screens can show, found without the listing: each page, map and contact of every language."""
    codes = [one.code for one in catalog.languages]
    everyone = (catalog.centre, *catalog.organisations.values())
    links = [one.link for one in (*catalog.services.values(), *everyone)]
    chosen = [link.page(code) or catalog.centre.link.page(code) for link in links for code in codes]
    found = {page.url for page in chosen if page}
    found |= {one.map for one in everyone if one.map}
    reached = [one for one in everyone if one.phone or one.email or one.address]
    return found | {vcard(one, code) for one in reached for code in codes}


def test_every_code_of_the_content_is_on_the_sheet_once_and_no_other() -> None:
    catalog, pdf = shipped()
    found = Counter(symbol.text for symbol in symbols(pdf))
    assert set(found) == expected(catalog)
    assert set(found.values()) == {1}


def test_codes_are_wide_enough_and_have_their_quiet_zone() -> None:
    """Four modules of white on every side (ISO/IEC 18004), and whatever stands beside is beyond them."""
    dpi, seen = 300, 0
    for page in pages(shipped()[1]):
        picture = np.ascontiguousarray(page.render(scale=dpi / 72, grayscale=True).to_numpy())
        for symbol in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode):
            left, top, right, bottom = edges(picture, symbol)
            assert (right - left) * 25.4 / dpi >= 25
            quiet = int(4 * (right - left) / len(matrix(symbol.text))) - 1  # less one pixel for rounding
            around = picture[top - quiet : bottom + quiet, left - quiet : right + quiet].copy()
            around[quiet:-quiet, quiet:-quiet] = 255
            assert around.min() == 255
            seen += 1
    assert seen > 100


def edges(picture: np.ndarray, symbol: zxingcpp.Barcode) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the black of a code to the pixel: the reader's corners are a little inside or out."""
    place, slack = symbol.position, 6
    left, top = place.top_left.x - slack, place.top_left.y - slack
    black = picture[top : place.bottom_right.y + slack, left : place.bottom_right.x + slack] < 255
    rows, columns = np.flatnonzero(black.any(axis=1)), np.flatnonzero(black.any(axis=0))
    return left + columns[0], top + rows[0], left + columns[-1] + 1, top + rows[-1] + 1


def test_pages_are_a4_and_say_what_codes_are_for() -> None:
    document = pypdfium2.PdfDocument(shipped()[1])
    found = [document[number] for number in range(len(document))]
    for number, page in enumerate(found, 1):
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.5)
        said = page.get_textpage().get_text_range()
        assert WORDS["de"]["never_short"] in said
        assert f"Seite {number} von {len(found)}" in said
    said = text(shipped()[1])
    assert "28.11.2026" in said and WORDS["de"]["never"] in said


def test_names_files_days_and_addresses_can_be_read_and_selected() -> None:
    catalog, pdf = shipped()
    said = text(pdf)
    for service in catalog.services.values():
        assert service.name.said("de").text.replace("\u00ad", "") in said
        assert f"content/services/{service.id}.yaml · Stand {service.origin.as_of.month}/" in said
    for organisation in catalog.organisations.values():
        assert organisation.name.replace("\u00ad", "") in said
        assert f"content/organisations/{organisation.id}.yaml" in said


def test_the_sheet_speaks_english_too() -> None:
    said = text(printed(CATALOG, language="en"))
    assert "All QR codes, to be checked" in said and "page 1 of" in said and "2026-11-28" in said
    assert WORDS["de"].keys() == WORDS["en"].keys() and SAID["de"].keys() == SAID["en"].keys()


def test_all_fonts_are_in_the_file() -> None:
    for page in pages(shipped()[1]):
        texts = [found.raw for found in page.get_objects() if found.type == pdfium.FPDF_PAGEOBJ_TEXT]
        fonts = [pdfium.FPDFTextObj_GetFont(text) for text in texts]
        assert fonts
        assert all(pdfium.FPDFFont_GetIsEmbedded(font) for font in fonts)


def test_an_address_that_several_entries_share_is_printed_once_and_named_again() -> None:
    service = CATALOG.services["anmelden"]
    twin = replace(service, id="zwilling")
    twice = replace(CATALOG, services={**CATALOG.services, "zwilling": twin})
    entries = [entry for chapter in chapters(twice, ["de"], {Part.SERVICES}) for entry in chapter.entries]
    same = [code for entry in entries for code in entry.codes if code.carries == "https://www.leipzig.de/a"]
    assert [code.first for code in same] == [True, False] and same[0].number == same[1].number
    assert f"wie Nr. {same[0].number}, https://www.leipzig.de/a" in text(printed(twice))


def test_each_code_says_which_languages_it_serves() -> None:
    entry = chapters(CATALOG, ["de", "ar", "en"], {Part.SERVICES})[0].entries[0]
    assert [(code.carries[-1], code.serves) for code in entry.codes] == [("a", ("de", "en")), ("b", ("ar",))]


def test_arabic_is_joined_and_runs_from_the_right_as_on_the_screen() -> None:
    setting = Setting(ARABIC, TypeStyle(200, False, 1.4), "ar", "Arab", True, 1600)
    engine = Engine()
    with Paper(engine, "Probe", DAY) as paper:
        paper.text(setting, 100, 100, "#000000")
        paper.end_page()
        pdf = paper.pdf()
    page = next(pages(pdf))
    picture = 255 - page.render(scale=254 / 72, grayscale=True).to_numpy().astype(int)
    mask = engine.mask(ARABIC, setting.style, "ar", "Arab", True, 1600)
    screen = np.frombuffer(mask.data, np.uint8).reshape(mask.height, mask.width).astype(int)
    left, top = 100 - mask.offset_x, 100 - mask.offset_y
    printed_part = picture[top : top + mask.height, left : left + mask.width]
    assert screen.sum() > 100_000
    assert np.abs(printed_part - screen).sum() < 0.05 * screen.sum()


def test_arabic_names_stand_on_the_sheet() -> None:
    drawn = [
        letter
        for page in pages(printed(CATALOG, frozenset({Part.SERVICES})))
        for letter in page.get_textpage().get_text_range()
        if "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff"
    ]
    assert len(drawn) >= sum(letter != " " for letter in ARABIC) * 0.7


def test_the_same_content_gives_the_same_bytes_and_the_day_is_in_them() -> None:
    assert printed(CATALOG) == printed(CATALOG)
    codes = [one.code for one in CATALOG.languages]
    other = sheet(chapters(CATALOG, codes), CATALOG, Printing("de", "content", date(2026, 11, 29)))
    assert other != printed(CATALOG)


@pytest.mark.parametrize("part", list(Part))
def test_only_one_part_is_listed_if_asked(part: Part) -> None:
    found = chapters(CATALOG, ["de", "ar", "en"], {part})
    assert found
    assert {code.part for one in found for entry in one.entries for code in entry.codes} == {part}


def test_blocks_that_lead_stand_with_the_next_and_a_new_page_says_what_goes_on() -> None:
    def nothing(*_: object) -> None: ...

    room = BOTTOM - TOP
    over = Block(10, nothing)
    first, title, row = Block(room - 20, nothing), Block(15, nothing, leads=True), Block(30, nothing, over=over)
    assert paged([first, title, row]) == [[first], [title, row]]
    assert paged([first, row]) == [[first], [over, row]]
    tall = Block(room * 2, nothing)
    assert paged([first, tall]) == [[first], [tall]]
