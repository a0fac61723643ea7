"""The programs that the kiosk is compared with show its words and its codes, and a finger finds its keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from benchmarks.peers.book import NOW, Book, Leaf, name_of
from benchmarks.peers.qt_app import Qt
from benchmarks.peers.script import reading, steps
from benchmarks.peers.web import Web
from kiosk.domain.navigation import HELP, HOME, LANGUAGES, SERVICE, TOPIC, Route
from kiosk.domain.visit import Visit
from kiosk.loaders.strings import load_strings
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.widgets.pieces import Code, Text

ROOT = Path(__file__).resolve().parents[3]
PLACES = (Route(HOME), Route(LANGUAGES), Route(HELP), Route(TOPIC, "wohnen"), Route(SERVICE, "wohnung-anmelden"))


@cache
def book() -> Book:
    """The real content."""
    return Book(ROOT)


def leaves(route: Route, code: str) -> list[Leaf]:
    """All pages of a route."""
    return list(book().pages(Visit((Route(HOME), route), code)))


class Reader(HTMLParser):
    """What is on a page of the web app: the words, an element at a time, and the paths of codes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.paths: list[str] = []
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A text begins, or a code is drawn."""
        if tag in ("p", "h1"):
            self.words.append("")
            self._inside = tag
        if tag == "path":
            self.paths.append(dict(attrs)["d"] or "")

    def handle_endtag(self, tag: str) -> None:
        """A text ends."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._inside:
            self.words[-1] += data


def presented(route: Route, code: str) -> Iterator[str]:
    """The words that the kiosk's presenter puts into the middle of that screen, without any layout."""
    strings, _ = load_strings(ROOT / "content", book().codes)
    assert strings is not None
    scene = Scene(book().catalog, strings, Visit((Route(HOME), route), code), NOW)
    for top in present(scene).main:
        for node in top.walk():
            if not node.id.startswith(("listen", "volume", "speed")):  # a silent language has others
                yield from (said.text for said in (node.name, node.value) if said.text)


@pytest.mark.parametrize("code", ["de", "ar", "ti"])
@pytest.mark.parametrize("route", PLACES, ids=name_of)
def test_every_word_of_the_kiosk_is_on_both(route: Route, code: str, tmp_path: Path) -> None:
    web, qt, seen = Web(book()), Qt(book(), tmp_path), set[str]()
    for leaf in leaves(route, code):
        kiosk = [piece.said.text for piece in leaf.pieces() if isinstance(piece, Text)]
        assert Reader(web.html(leaf)).words == kiosk
        assert [text["text"] for text in qt.page(leaf)["texts"]] == [text.replace("\u00ad", "") for text in kiosk]
        seen.update(kiosk)
    assert set(presented(route, code)) <= seen


def test_both_show_the_codes_of_the_kiosk(tmp_path: Path) -> None:
    (leaf, *_) = leaves(Route(SERVICE, "wohnung-anmelden"), "de")
    (code,) = (piece for piece in leaf.pieces() if isinstance(piece, Code))
    (picture,) = (one for one in Qt(book(), tmp_path).page(leaf)["pictures"] if one["w"] == one["h"] > 200)
    (path,) = Reader(Web(book()).html(leaf)).paths
    drawn = Image.new("L", (60, 60), 255)
    for cell in path.split("M")[1:]:
        x, y = (int(number) for number in cell.split("h")[0].split())
        ImageDraw.Draw(drawn).point((x, y), 0)
    for image in (drawn, Image.open(tmp_path / "pictures" / picture["file"]).convert("L")):
        (read,) = zxingcpp.read_barcodes(image.resize((image.width * 5, image.height * 5), Image.Resampling.NEAREST))
        assert read.text == code.address


def test_the_finger_goes_whole_visits_in_many_languages() -> None:
    script = steps(book(), 100, seed=1)
    assert len(script) >= 100
    assert script[0].node == "wake" and script[-1].node == "bar.finish" and not script[-1].checked
    assert len({step.page.split("/")[0] for step in script}) > 7
    assert {step.node.split(".")[0] for step in script} == {"wake", "language", "topic", "service", "bar"}
    assert steps(book(), 100, seed=1) == script != steps(book(), 100, seed=2)
    assert [step.node for step in reading(book())][-1] == "bar.listen"


def test_a_key_that_is_not_on_the_page_is_told() -> None:
    (leaf,) = leaves(Route(HOME), "de")
    with pytest.raises(LookupError, match=r"de/home has no key answer\.1"):
        leaf.key("answer.1")


def test_the_page_before_a_language_is_chosen_greets_in_all_of_them() -> None:
    greetings = [leaf.name for leaf in book().start() if leaf.name.startswith("attract")]
    assert greetings == [f"attract.{number}" for number in range(len(book().codes))]
