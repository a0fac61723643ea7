"""Writes a tree as large as the kiosk is made for: the real content in all its languages, each service many times, or
as small as one wants it.

Every file is written as staff write it, so whatever reads files can be measured with it.
"""

from __future__ import annotations

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

from kiosk.domain.strings import text_hash

ROOT = Path(__file__).resolve().parents[1]


def write_large(folder: Path, services: int = 1000, distinct: bool = False) -> None:
    """Write content/ and config/ with so many services into `folder`, which must not hold them yet. With `distinct`
    each has a word of its own in its name, in every language."""
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
                target = place / f"{name[:34]}-{number}.yaml"
                if distinct:
                    _write_distinct(source, target, number)
                else:
                    shutil.copyfile(source, target)


def _write_distinct(source: Path, target: Path, number: int) -> None:
    """A copy whose name ends with a word of its own, so that there are as many words to search as in texts by people.
    The translation's mark is that of the new German."""
    text, word = source.read_text(encoding="utf-8"), _word(number)
    german = source.parents[1].name == "content"
    if german:
        text = re.sub(r"^name: (.*)$", lambda line: f"name: {_ended(line[1], word)}", text, count=1, flags=re.M)
    else:
        services = source.parents[3] / "services"
        name = re.search(r"^name: (.*)$", (services / source.name).read_text(encoding="utf-8"), re.M)
        assert name
        mark = text_hash(f"{_plain(name[1])} {word}")
        found = re.compile(r'^  name: \{of: "?\w+"?, text: (.*?)(, say: .*)?\}$', re.M)
        text = found.sub(lambda line: f'  name: {{of: "{mark}", text: {_ended(line[1], word)}}}', text, count=1)
    target.write_text(text, encoding="utf-8")


def _word(number: int) -> str:
    """A word that no other number has, of letters that keyboards of all scripts have: people write names in Latin."""
    letters = "abdefgiklmnoprstuvz"
    return "".join(letters[number // len(letters) ** place % len(letters)] for place in range(5)).capitalize()


def _plain(value: str) -> str:
    return value.strip().strip("\"'")


def _ended(value: str, word: str) -> str:
    return f'"{_plain(value)} {word}"'


def keep_few(folder: Path, services: int) -> None:
    """Leave so many services in a tree of the real content, and no word of the others: no guide, which needs them, and
    no other words to search by."""
    content = folder / "content"
    every = sorted(path.stem for path in (content / "services").iterdir())
    for gone in (*(f"{one}.yaml" for one in every[services:]),):
        for path in content.glob(f"**/services/{gone}"):
            path.unlink()
    for path in (*content.glob("guide.yaml"), *content.glob("translations/*/guide"), *content.glob("search")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    topics = content / "topics.yaml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(re.sub(r"^ +order: \[[^\]]*\]\n", "", text, flags=re.M), encoding="utf-8")


def _offer_all(languages: Path) -> None:
    """Offer the languages that are in preparation, too."""
    text = languages.read_text(encoding="utf-8")
    languages.write_text(re.sub(r"^ +offered: no\n", "", text, flags=re.M), encoding="utf-8")
