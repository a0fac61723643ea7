"""The safe page: its words, its colours and its pixels, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kiosk.safe_mode.page import DRIFT, NIGHT, PAPER, PICTURES_A_COLOUR, Letters, Picture, PixelLetters, SetLetters
from kiosk.safe_mode.page import picture as made
from kiosk.safe_mode.pixel_letters import LETTERS, ROWS, pixel_mask, plain, writes
from kiosk.safe_mode.words import ASK, HOUSE, NAME, NUMBERS
from kiosk.text.engine import Engine
from kiosk.text.mask import Mask

ROOT = Path(__file__).resolve().parents[3]
SIZES = [(1920, 1080), (1080, 1920), (1280, 720), (3840, 2160), (800, 480)]
CODE = "start-limit-hit 1"
FEWEST_EDGE_PIXELS = 8
"""So many pixels of the ground stay free at each side, however far the page has drifted."""


@pytest.fixture(scope="module")
def letters() -> SetLetters:
    """Pango's."""
    return SetLetters()


def test_the_words_are_those_of_the_content() -> None:
    """Every language that is offered, in its order; two that say the same are shown once."""
    languages = yaml.safe_load((ROOT / "content/languages.yaml").read_text(encoding="utf-8"))["languages"]
    said: dict[str, tuple[str, str]] = {}
    for language in languages:
        strings = yaml.safe_load((ROOT / f"content/strings/{language['code']}.yaml").read_text(encoding="utf-8"))
        words = strings["words"]["help.desk"]
        if language.get("offered", True):
            said.setdefault(words if isinstance(words, str) else words["text"], (language["code"], language["script"]))
    assert [(line.text, (line.language, line.script)) for line in ASK] == list(said.items())


def test_the_colours_are_those_of_the_lobby() -> None:
    colours = yaml.safe_load((ROOT / "config/themes/lobby.yaml").read_text(encoding="utf-8"))["colours"]
    roles = {
        NIGHT: ("night", "night_text", "night_text2", "light", "leaf_edge", "light", "floor_light"),
        PAPER: ("paper", "ink", "ink2", "alert", "mark_leaf", "light", "soft"),
    }
    for theme, names in roles.items():
        found = (theme.ground, theme.words, theme.second, theme.numbers, theme.leaf, theme.light, theme.floor)
        assert [f"#{bytes(colour).hex().upper()}" for colour in found] == [colours[name].upper() for name in names]


def test_every_letter_is_there() -> None:
    engine = Engine(icons=False)
    assert [line for line in ASK if engine.unknown_glyphs(line.text, True, line.language)] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["set", "pixels"])
def test_nothing_is_cut_off_wherever_it_has_drifted(kind: str, size: tuple[int, int], letters: SetLetters) -> None:
    chosen: Letters = letters if kind == "set" else PixelLetters()
    for number in range(len(DRIFT)):
        edges, ground = _edges(made(number, size, chosen, CODE)), (NIGHT, PAPER)[number // PICTURES_A_COLOUR % 2]
        assert edges == {bytes((*reversed(ground.ground), 0))}, number


def _edges(picture: Picture) -> set[bytes]:
    """The colours of the outermost pixels."""
    wide, high = picture.size
    line, rim = 4 * wide, FEWEST_EDGE_PIXELS
    rows = [bytes(picture.pixels[row * line : (row + 1) * line]) for row in range(high)]
    parts = [*rows[:rim], *rows[-rim:], *(row[: 4 * rim] for row in rows), *(row[-4 * rim :] for row in rows)]
    return {part[at : at + 4] for part in set(parts) for at in range(0, len(part), 4)}


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_no_two_words_stand_on_each_other(size: tuple[int, int], letters: SetLetters) -> None:
    """Every line is painted once, in its own place: what one writes, no other writes over."""
    painted: list[tuple[int, int, int, int]] = []

    class Noting(Picture):
        def paint(self, mask: Mask, colour: object, x: int, y: int, under: object = None) -> None:
            if mask.height > 1:  # the door is made of rows
                painted.append((x, y + mask.height // 4, x + mask.width, y + mask.height * 3 // 4))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.safe_mode.page.Picture", Noting)
        made(0, size, letters, CODE)
    assert len(painted) == len(ASK) + len(NUMBERS) + 4  # the kiosk's name, the house, its street, the code
    for at, (left, top, right, bottom) in enumerate(painted):
        for other in painted[at + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_no_pixel_is_always_the_same(letters: SetLetters) -> None:
    """Letters move and the ground turns from dark to light, and back."""
    pictures = [bytes(made(number, (1280, 720), letters, CODE).pixels) for number in range(2 * PICTURES_A_COLOUR)]
    assert len(set(pictures)) == len(pictures)
    dark, light = (bytes((*reversed(colours.ground), 0)) for colours in (NIGHT, PAPER))
    assert all(
        picture[:4] == (dark if number < PICTURES_A_COLOUR else light) for number, picture in enumerate(pictures)
    )


def test_right_to_left_stands_at_the_right(letters: SetLetters) -> None:
    wide = made(0, (1080, 1920), letters, CODE)
    row = {line.language: 230 + 78 * place + 24 for place, line in enumerate(ASK)}

    def inked(language: str) -> list[int]:
        at = 4 * row[language] * 1080
        line = wide.pixels[at : at + 4 * 1080]
        return [x for x in range(1080) if line[4 * x : 4 * x + 3] != bytes(reversed(NIGHT.ground))]

    assert max(inked("de")) < 1080 * 0.6
    assert min(inked("ar")) > 1080 * 0.3
    assert 1080 - 96 - 40 < max(inked("ar")) <= 1080 - 96


def test_letters_of_squares_write_every_latin_sentence_the_house_and_the_numbers() -> None:
    assert all(len(rows) == ROWS and len({len(row) for row in rows}) == 1 for rows in LETTERS.values())
    assert [line.language for line in ASK if not writes(line.text)] == ["ar", "uk", "ru", "fa", "bg", "ti"]
    assert all(writes(text) for text in (HOUSE, NAME, CODE, *NUMBERS))
    assert plain("Straße, Proszę, đón, Danışmaya") == "STRASSE, PROSZE, DON, DANISMAYA"
    assert pixel_mask("T", 10).data == b"\xff" * 5 + 6 * (b"\0\0\xff\0\0")
