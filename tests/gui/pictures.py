"""What the window shows, as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import zxingcpp

from kiosk.widgets.pieces import Box

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot


def picture(pilot: Pilot, at: Box | None = None) -> Any:
    """Rows from the top, each pixel red, green and blue from 0 to 255; of one place in units, or of the window."""
    data, width, height = pilot.pixels()
    rows = np.frombuffer(data, np.uint8).reshape(height, width, 4)[::-1, :, :3]
    if at is None:
        return rows
    scale = pilot.app.frame.scale
    left, top, right, bottom = (round(edge * scale) for edge in (at.x, at.y, at.right, at.bottom))
    return rows[max(0, top) : bottom, max(0, left) : right]


def share(part: Any, pilot: Pilot, role: str) -> float:
    """How much of a picture has the colour of a role, from 0 to 1."""
    wanted = np.array([round(255 * value) for value in pilot.app.stage.theme.rgb(role)])
    return float((np.abs(part.astype(int) - wanted).max(axis=2) <= 1).mean())


def decoded(part: Any) -> list[str]:
    """What all QR codes in a picture hold, read by a library that knows nothing of ours. Now and then the lines of a
    fine one look to it like a bar code of Codabar, which no camera of a phone reads."""
    return [found.text for found in zxingcpp.read_barcodes(np.ascontiguousarray(part), zxingcpp.BarcodeFormat.QRCode)]
