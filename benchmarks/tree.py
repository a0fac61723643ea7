"""Writes a tree as large as the kiosk is made for: the real content in all its languages, each service many times.

Every file is written as staff write it, so whatever reads files can be measured with it.
"""

from __future__ import annotations

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def write_large(folder: Path, services: int = 1000) -> None:
    """Write content/ and config/ with so many services into `folder`, which must not hold them yet."""
    shutil.copytree(ROOT / "config", folder / "config")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    _offer_all(content / "languages.yaml")
    pattern = sorted(path.stem for path in (content / "services").iterdir())
    folders = [content / "services", *(one / "services" for one in sorted((content / "translations").iterdir()))]
    for number, name in enumerate(islice(cycle(pattern), max(0, services - len(pattern)))):
        for place in folders:
            source = place / f"{name}.yaml"
            if source.exists():
                shutil.copyfile(source, place / f"{name[:34]}-{number}.yaml")


def _offer_all(languages: Path) -> None:
    """Offer the languages that are in preparation, too."""
    text = languages.read_text(encoding="utf-8")
    languages.write_text(re.sub(r"^ +offered: no\n", "", text, flags=re.M), encoding="utf-8")
