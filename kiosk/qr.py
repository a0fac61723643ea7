"""QR codes as plain matrices: the only door to the library `qrcode`."""

from __future__ import annotations

from functools import lru_cache

QUIET_ZONE = 4
"""Modules of white around the symbol (ISO/IEC 18004; accessibility.md Q-02)."""


LONG = 150
"""Characters: no address of a page is longer (kiosk.loaders.addresses), a contact always is."""


@lru_cache(maxsize=256)
def matrix(address: str) -> tuple[tuple[bool, ...], ...]:
    """The symbol for an address or a contact, without its quiet zone: rows from the top, True is black.

    The smallest version that holds it; error correction M (Q-03), or L for what is long: on glass nothing is worn off,
    and modules half as fine again are read from farther. Raises ValueError for more than a code can hold.
    """
    # Imported here: it takes 65 ms, and the first screen holds no code (performance.md 3).
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M if len(address) <= LONG else ERROR_CORRECT_L, border=0)
    code.add_data(address)
    code.make(fit=True)
    return tuple(tuple(bool(cell) for cell in row) for row in code.get_matrix())
