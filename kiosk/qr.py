"""QR codes as plain matrices: the only door to the library `qrcode`."""

from __future__ import annotations

from functools import lru_cache

QUIET_ZONE = 4
"""Modules of white around the symbol (ISO/IEC 18004; accessibility.md Q-02)."""


@lru_cache(maxsize=256)
def matrix(address: str) -> tuple[tuple[bool, ...], ...]:
    """The symbol for an address, without its quiet zone: rows from the top, True is black.

    Error correction M, the smallest version that holds it (Q-03). Raises ValueError for more than a code can hold.
    """
    # Imported here: it takes 65 ms, and the first screen holds no code (performance.md 3).
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address)
    code.make(fit=True)
    return tuple(tuple(bool(cell) for cell in row) for row in code.get_matrix())
