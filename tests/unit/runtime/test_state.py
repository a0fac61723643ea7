"""Where a terminal keeps what outlasts a restart."""

from pathlib import Path

import pytest

from kiosk.runtime.state import state_folder


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"STATE_DIRECTORY": "/var/lib/kiosk"}, Path("/var/lib/kiosk")),
        ({"STATE_DIRECTORY": "/var/lib/kiosk:/var/lib/other"}, Path("/var/lib/kiosk")),
        ({"STATE_DIRECTORY": "relative"}, None),
        ({"STATE_DIRECTORY": ""}, None),
        ({}, None),
    ],
)
def test_the_folder_is_systemds_or_none(environ: dict[str, str], folder: Path | None) -> None:
    """Who starts the kiosk by hand leaves nothing behind."""
    assert state_folder(environ) == folder
