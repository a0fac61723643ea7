"""Latin capitals out of little squares, drawn by hand: for when there are no fonts, or nothing that sets them."""

from __future__ import annotations

import unicodedata

from kiosk.text.mask import Mask

ROWS = 7
PIXELS_IN_SIZE = 10
"""A letter of seven pixels is as high as the capitals of a font of so many."""

_DRAWN = """
A .###. #...# #...# ##### #...# #...# #...#
B ####. #...# #...# ####. #...# #...# ####.
C .###. #...# #.... #.... #.... #...# .###.
D ####. #...# #...# #...# #...# #...# ####.
E ##### #.... #.... ####. #.... #.... #####
F ##### #.... #.... ####. #.... #.... #....
G .###. #...# #.... #.### #...# #...# .####
H #...# #...# #...# ##### #...# #...# #...#
I ### .#. .#. .#. .#. .#. ###
J ..### ...#. ...#. ...#. ...#. #..#. .##..
K #...# #..#. #.#.. ##... #.#.. #..#. #...#
L #.... #.... #.... #.... #.... #.... #####
M #...# ##.## #.#.# #.#.# #...# #...# #...#
N #...# ##..# #.#.# #..## #...# #...# #...#
O .###. #...# #...# #...# #...# #...# .###.
P ####. #...# #...# ####. #.... #.... #....
Q .###. #...# #...# #...# #.#.# #..#. .##.#
R ####. #...# #...# ####. #.#.. #..#. #...#
S .#### #.... #.... .###. ....# ....# ####.
T ##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..
U #...# #...# #...# #...# #...# #...# .###.
V #...# #...# #...# #...# #...# .#.#. ..#..
W #...# #...# #...# #.#.# #.#.# ##.## #...#
X #...# #...# .#.#. ..#.. .#.#. #...# #...#
Y #...# #...# .#.#. ..#.. ..#.. ..#.. ..#..
Z ##### ....# ...#. ..#.. .#... #.... #####
0 .###. #...# #..## #.#.# ##..# #...# .###.
1 ..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.
2 .###. #...# ....# ...#. ..#.. .#... #####
3 .###. #...# ....# ..##. ....# #...# .###.
4 ...#. ..##. .#.#. #..#. ##### ...#. ...#.
5 ##### #.... ####. ....# ....# #...# .###.
6 .###. #.... #.... ####. #...# #...# .###.
7 ##### ....# ...#. ..#.. ..#.. .#... .#...
8 .###. #...# #...# .###. #...# #...# .###.
9 .###. #...# #...# .#### ....# ....# .###.
. . . . . . . #
· . . . # . . .
- ... ... ... ### ... ... ...
' # # . . . . .
"""
LETTERS: dict[str, list[str]] = {line[0]: line[2:].split() for line in _DRAWN.strip().splitlines()}
LETTERS[" "] = ["..."] * ROWS
_PLAIN = str.maketrans({"Đ": "D", "’": "'"})
"""What Unicode does not take apart."""


def plain(text: str) -> str:
    """In capitals without accents: "Straße" is STRASSE, "Proszę" is PROSZE."""
    parts = unicodedata.normalize("NFKD", text.upper().translate(_PLAIN))
    return "".join(part for part in parts if not unicodedata.combining(part))


def writes(text: str) -> bool:
    """Whether all of it can be written."""
    return all(letter in LETTERS for letter in plain(text))


def pixel_mask(text: str, size: float) -> Mask:
    """The text in the `size` (px) of a font. Raises KeyError for what it cannot write."""
    pixel = max(1, round(size / PIXELS_IN_SIZE))
    drawn = [LETTERS[letter] for letter in plain(text)]
    rows = [".".join(letter[row] for letter in drawn) for row in range(ROWS)]
    wide = [b"".join((b"\xff" if dot == "#" else b"\0") * pixel for dot in row) for row in rows]
    return Mask(len(wide[0]), ROWS * pixel, b"".join(row for row in wide for _ in range(pixel)))
