"""A process that keeps a content, to be killed while it does: `python -m tests.unit.compiled.keep FOLDER CONTENT CONFIG
MARK`. Says whether it was kept."""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.compiled.cache import Cache
from kiosk.content import Places, read


def main() -> None:
    """Read and keep."""
    folder, content, config, mark = sys.argv[1:]
    places = Places(Path(content), Path(config), Path(config).parent / "themes")
    print(Cache(Path(folder)).keep(mark, read(places)))


if __name__ == "__main__":
    main()
