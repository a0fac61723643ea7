"""The code that is shown is the address that was meant, as an independent reader sees it."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp

from kiosk.qr import LONG, QUIET_ZONE, matrix

SIXTY = "https://www.leipzig.de/buergerservice-und-verwaltung/anmelden"[:60]


def read(address: str, quiet_zone: int = QUIET_ZONE) -> zxingcpp.Barcode:
    """What a reader makes of the code, painted with 6 dots a module."""
    modules = np.pad(np.array(matrix(address)), quiet_zone)
    picture = np.where(np.kron(modules, np.ones((6, 6))) > 0, 0, 255).astype(np.uint8)
    found = zxingcpp.read_barcode(picture, zxingcpp.BarcodeFormat.QRCode)
    assert found is not None
    return found


def version(address: str) -> int:
    """ISO/IEC 18004: version 1 has 21 modules, and each higher one 4 more."""
    return (len(matrix(address)) - 17) // 4


@pytest.mark.parametrize(
    "address",
    [
        "https://leipzig.de",
        "https://www.leipzig.de/welcomecentre",
        "https://info-to-go.binational-leipzig.de/ro/?p=27",
        SIXTY,
        "https://a.de/" + "x" * 300,
    ],
)
def test_a_reader_finds_the_address(address: str) -> None:
    assert read(address).text == address


def test_a_sixth_of_the_code_may_be_damaged() -> None:
    """Q-03: level M restores 15 percent of a code."""
    assert read(SIXTY).ec_level == "M"


def test_an_address_of_sixty_characters_is_a_code_with_large_modules() -> None:
    assert len(SIXTY) == 60
    assert version(SIXTY) <= 5
    assert version("https://leipzig.de") == 2, "the smallest that holds it"


def test_what_is_long_has_larger_modules_and_less_to_restore() -> None:
    """A contact is shown on glass, where nothing is worn off, and must be read from as far as an address."""
    longest_address, contact = "x" * LONG, "x" * (LONG + 1)
    assert (read(longest_address).ec_level, read(contact).ec_level) == ("M", "L")
    assert version(contact) < version(longest_address)


def test_the_matrix_is_square_and_has_no_quiet_zone() -> None:
    rows = matrix(SIXTY)
    assert {len(row) for row in rows} == {len(rows)}
    assert rows[0][:7] == (True,) * 7, "the finder pattern begins at the corner"
    assert QUIET_ZONE == 4


def test_the_same_address_is_the_same_code() -> None:
    assert matrix(SIXTY) is matrix(SIXTY)
    assert matrix(SIXTY) != matrix(SIXTY + "x")


def test_more_than_a_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="version"):
        matrix("x" * 3000)
