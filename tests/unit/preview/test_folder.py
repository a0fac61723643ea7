"""The folder of pictures: keys, the list of what there is, and what goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.domain.language import Said
from kiosk.presenters.registry import present
from kiosk.preview.camera import Shot
from kiosk.preview.pictures import PICTURE, key_of, read_records, record_of, tidy, write_records
from kiosk.preview.places import places
from kiosk.preview.wishes import Wish
from kiosk.screens.registry import compose
from kiosk.text.engine import Engine
from kiosk.theme.tokens import DEFAULTS, Theme
from kiosk.widgets.pieces import Sign, Text
from kiosk.widgets.sheet import Frame
from tests.builders import CATALOG, scene

THEME = Theme("lobby", DEFAULTS)
FRAME = Frame(1920, 1080, 1.0, False, {"de": "Latn", "ar": "Arab", "en": "Latn"}, Engine())


def shot() -> Shot:
    view = present(scene())
    return Shot(view, compose(view, FRAME), None, FRAME, 1)


def test_the_same_screen_has_the_same_key_and_anything_that_is_painted_another_one() -> None:
    one = shot()
    keys = {key_of(one, THEME, "x")}
    assert keys == {key_of(shot(), THEME, "x")}
    pieces = list(one.page.pieces)
    word = next(n for n, piece in enumerate(pieces) if isinstance(piece, Text))
    sign = next(n for n, piece in enumerate(pieces) if isinstance(piece, Sign))
    changes = {word: replace(pieces[word], said=Said("Neu", "de")), sign: replace(pieces[sign], icon="phone")}
    for number, piece in changes.items():
        page = replace(one.page, pieces=(*pieces[:number], piece, *pieces[number + 1 :]))
        keys.add(key_of(replace(one, page=page), THEME, "x"))
    keys.add(key_of(replace(one, page=replace(one.page, ground="night")), THEME, "x"))
    keys.add(key_of(replace(one, overlay=one.page), THEME, "x"))
    keys.add(key_of(replace(one, frame=replace(FRAME, scale=0.5)), THEME, "x"))
    keys.add(key_of(one, Theme("lobby", {**DEFAULTS, "ink": "#000001"}), "x"))
    keys.add(key_of(one, THEME, "another painter"))
    assert len(keys) == 8


def test_every_picture_has_a_name_of_its_own_that_is_known_as_ours() -> None:
    one = shot()
    names = [record_of(Wish(p, "zh-Hant", frozenset()), (640, 480), one, "0" * 16)["file"] for p in places(CATALOG)]
    assert len(set(names)) == len(names) and all(PICTURE.fullmatch(name) for name in names)


OTHERS = ("holiday.png", "preview.png", "preview-1x1-home-de-usual-1-short.png", "index.html", "1920x1080-de-00-x.png")


def test_only_our_own_pictures_go(tmp_path: Path) -> None:
    ours = [f"preview-640x480-home-de-usual-1-{digit * 16}.png" for digit in "ab"]
    for name in (*ours, *OTHERS):
        (tmp_path / name).write_bytes(b"x")
    tidy(tmp_path, [{"file": ours[0]}])
    assert {path.name for path in tmp_path.iterdir()} == {ours[0], *OTHERS}


def test_what_was_written_down_is_read_again_without_pictures_that_are_gone(tmp_path: Path) -> None:
    kept, gone = (f"preview-640x480-home-de-usual-1-{digit * 16}.png" for digit in "ab")
    (tmp_path / kept).write_bytes(b"x")
    write_records(tmp_path, [{"file": name, "new": True} for name in (kept, gone, "../../etc/passwd")])
    assert read_records(tmp_path) == [{"file": kept, "new": False}]


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"pictures": 3}', '{"pictures": [{"file": 3}]}', "\udcff"])
def test_a_broken_list_costs_nothing_but_time(broken: str, tmp_path: Path) -> None:
    (tmp_path / "preview.json").write_bytes(broken.encode("utf-8", "surrogateescape"))
    assert read_records(tmp_path) == []
