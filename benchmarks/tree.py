"""Writes a tree as large as the kiosk is made for: the real content, each service many times, in 16 languages.

Every file is written as staff write it, so whatever reads files can be measured with it.
"""

from __future__ import annotations

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

from kiosk.domain.strings import text_hash

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = {
    **{"pl": "Latn", "ro": "Latn", "vi": "Latn", "tr": "Latn", "es": "Latn", "fr": "Latn", "ku": "Latn", "it": "Latn"},
    **{"ru": "Cyrl", "bg": "Cyrl", "fa": "Arab", "ti": "Ethi"},
}
"""The languages that come to those of the content, so that there are sixteen."""
LIKE = {"Latn": "en", "Cyrl": "uk", "Arab": "ar", "Ethi": "ar"}
"""The language of the content whose words a made one has."""
_LANGUAGE = """
  - {{code: {code}, name: Sprache {code}, german: Sprache {code}, script: {script}, greeting: Willkommen,
     touch: Berühren Sie, word: Sprache, speaks: Ich spreche {code}.}}
"""


def write_large(folder: Path, services: int = 1000) -> None:
    """Write content/ and config/ with so many services into `folder`, which must not hold them yet."""
    shutil.copytree(ROOT / "config", folder / "config")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    for code, script in SCRIPTS.items():
        _add_language(content, code, script)
    pattern = sorted(path.stem for path in (content / "services").iterdir())
    folders = [content / "services", *(one / "services" for one in sorted((content / "translations").iterdir()))]
    for number, name in enumerate(islice(cycle(pattern), max(0, services - len(pattern)))):
        for place in folders:
            source = place / f"{name}.yaml"
            if source.exists():
                shutil.copyfile(source, place / f"{name[:34]}-{number}.yaml")


def _add_language(content: Path, code: str, script: str) -> None:
    """Add a language whose words are those of another."""
    for folder in ("strings", "pronunciation", "search"):
        shutil.copyfile(content / folder / f"{LIKE[script]}.yaml", content / folder / f"{code}.yaml")
    shutil.copytree(content / "translations" / LIKE[script], content / "translations" / code)
    with (content / "languages.yaml").open("a", encoding="utf-8") as file:
        file.write(_LANGUAGE.format(code=code, script=script))
    for words in (content / "strings").iterdir():
        text = words.read_text(encoding="utf-8")
        if f"  language.{code}:" not in text:
            line = f"  language.{code}: Sprache {code}\n"
            if words.stem != "de":
                line = f'  language.{code}: {{of: "{text_hash(f"Sprache {code}")}", text: "Language {code}"}}\n'
            words.write_text(re.sub(r"^words:\n", f"words:\n{line}", text, count=1, flags=re.M), encoding="utf-8")
