"""The page to look through: well-formed, complete, without network; and its filter, in a real engine, if any."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser

from kiosk.preview import page
from kiosk.preview.page import html_of
from kiosk.preview.pictures import Record
from kiosk.preview.problems import KINDS, Told
from tests.builders import CATALOG

LANGUAGES = {one.code: one for one in CATALOG.languages}
VOID = {"meta", "img", "input", "br"}


def record(language: str, screen: str = "home", **more: object) -> Record:
    name = f"preview-1920x1080-{screen}-{language}-usual-1-{'a' * 16}.png"
    one = {"file": name, "size": "1920x1080", "screen": screen, "id": screen, "title": "", "language": language}
    return one | {"modes": "usual", "page": 1, "pages": 1, "problems": [], "new": False, "seen": "2026-11-24"} | more


MISSING: Told = {"kind": "missing", "detail": '<b>"Größe" & Co</b>'}
RECORDS = [
    record("de"),
    record("ar", new=True, problems=[MISSING, {"kind": "machine", "detail": ""}]),
    record("en", problems=[{"kind": "machine", "detail": ""}]),
    record("ar", "help", modes="large+low", page=2, pages=3),
]


class Read(HTMLParser):
    """Reads a page: every figure's data, every address, and whether all that was opened is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.figures: list[dict[str, str]] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.addresses += [given[name] for name in ("href", "src") if name in given]
        if tag == "figure":
            self.figures.append({k.removeprefix("data-"): v for k, v in given.items() if k.startswith("data-")})
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_every_picture_stands_on_the_page_and_nothing_comes_from_elsewhere() -> None:
    text = html_of(RECORDS, LANGUAGES, [])
    read = Read(text)
    assert {one["file"] for one in RECORDS} == set(read.addresses)
    assert "//" not in re.sub(r"^\s*//.*$", "", text, flags=re.M)
    assert len(read.figures) == len(RECORDS)


def test_what_staff_wrote_is_words_on_the_page_and_no_markup() -> None:
    text = html_of(RECORDS, LANGUAGES, [{"kind": "check", "detail": "", "de": "<i>x</i>", "en": "y"}])
    assert "<b>&quot;" not in text and "<i>" not in text
    assert MISSING["detail"] in Read(text).words and KINDS["missing"][0] in "".join(Read(text).words)


def test_the_german_picture_of_the_same_page_stands_beside() -> None:
    text = html_of(RECORDS, LANGUAGES, [])
    beside = re.findall(r'<a href="([^"]+)" class="beside">', text)
    assert beside == [RECORDS[0]["file"]] * 2  # Arabic and English home; there is no German help


CASES: list[tuple[dict[str, str], list[int]]] = [
    ({}, [0, 1, 2, 3]),
    ({"language": "ar"}, [1, 3]),
    ({"language": "ar", "screen": "home"}, [1]),
    ({"modes": "large+low"}, [3]),
    ({"size": "1080x1920"}, []),
    ({"problem": "any"}, [1]),
    ({"problem": "machine"}, [1, 2]),
    ({"problem": "outdated"}, []),
    ({"fresh": "on"}, [1]),
]
"""What the form wants, and which of RECORDS that are."""


def test_the_filter_shows_what_is_wanted() -> None:
    figures = sorted(Read(html_of(RECORDS, LANGUAGES, [])).figures, key=order)
    script = f"""
        const {{ shows }} = require({json.dumps(str(page.HERE / "page.js"))});
        const figures = {json.dumps(figures)}, cases = {json.dumps([wanted for wanted, _ in CASES])};
        console.log(JSON.stringify(cases.map((wanted) => figures.flatMap((one, n) => shows(one, wanted) ? [n] : []))));
    """
    told = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True, timeout=30)
    assert json.loads(told.stdout) == [shown for _, shown in CASES]


def order(figure: dict[str, str]) -> int:
    """Where a figure's picture stands in RECORDS."""
    return [(one["screen"], one["language"]) for one in RECORDS].index((figure["screen"], figure["language"]))
