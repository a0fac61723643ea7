"""The words of the interface: those that the screens ask for are those that the loader insists on, and a lost one
takes no screen with it."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain.catalog import codes_of
from kiosk.domain.language import NO_WORDS, RTL_SCRIPTS, Words
from kiosk.domain.navigation import HOME, SERVICE, Route
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.domain.strings import NEEDED, Strings
from kiosk.domain.trouble import SCRIPTS
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.screens.registry import compose, compose_overlay
from kiosk.text.engine import Engine
from kiosk.widgets.sheet import Frame
from tests import builders

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = "language."
"""Names of languages are asked for as the content names them, and the loader checks them there."""
SIZES = {"27 inch": (1920, 1080), "27 inch upright": (1080, 1920)}
CARD = Route(SERVICE, "anmelden")
STATES: tuple[dict[str, Any], ...] = (
    *({}, {"countdown": 12}, {"clock_trusted": False}, {"pages": 3}),
    *({"sound": sound} for sound in Sound),
    *({"reading": Reading(status, 1, 4)} for status in Status),
    *({"reading": Reading(error=f"listen.{sound.value}")} for sound in Sound if sound is not Sound.READY),
)


class Asked(Mapping[str, Words]):
    """Words that remember which of them were asked for, even where there are none."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self.keys_asked: set[str] = set()
        self._words = words

    def __getitem__(self, key: str) -> Words:
        self.keys_asked.add(key)
        return self._words.get(key, NO_WORDS)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def scenes(strings: Strings) -> Iterator[Scene]:
    """The small centre in many states, and at noon and in the night of every day of a year."""
    full = replace(builders.REGISTER, cost=builders.words("Nichts."), hours=builders.CENTRE.hours, languages=("de",))
    for route in builders.ROUTES:
        for state in STATES:
            yield builders.scene(route, strings=strings, **state)
        yield builders.scene(route, strings=strings, catalog=builders.with_services(full))
        yield builders.scene(route, strings=strings, catalog=builders.catalog(centre={"hours": None}))
    for hour in range(0, 366 * 24, 12):
        yield builders.scene(Route(HOME), strings=strings, now=datetime(2026, 1, 1) + timedelta(hours=hour))


def written() -> Iterator[tuple[str, ast.expr]]:
    """Every key in the code that a word is asked for by: where, and how it is written."""
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name, count = node.func.attr, len(node.args)
                if (name == "say" and count) or (name == "said" and count > 1):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0]


def patterns(key: ast.expr) -> Iterator[str]:
    """What a key can be, as regular expressions: what is computed in it may be anything."""
    if isinstance(key, ast.Constant):
        yield re.escape(str(key.value))
    elif isinstance(key, ast.JoinedStr):
        yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in key.values)
    elif isinstance(key, ast.IfExp):
        yield from (*patterns(key.body), *patterns(key.orelse))


def test_every_key_in_the_code_is_needed() -> None:
    """Also those that no scene below comes by."""
    found = [(place, pattern) for place, key in written() for pattern in patterns(key)]
    assert len(found) > 60
    strange = [
        f"{place}: {pattern}"
        for place, pattern in found
        if not pattern.startswith(re.escape(LANGUAGE)) and not any(re.fullmatch(pattern, key) for key in NEEDED)
    ]
    assert strange == []


def test_every_key_that_is_needed_is_in_the_code() -> None:
    """As it is (in a call or in a table), or computed: a word that nobody asks for would be translated for nobody."""
    computed = [pattern for _, key in written() for pattern in patterns(key) if ".+" in pattern]
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "kiosk").rglob("*.py") if path.name != "strings.py"]
    dead = [
        key
        for key in sorted(NEEDED)
        if not any(f'"{key}"' in source for source in sources)
        and not any(re.fullmatch(pattern, key) for pattern in computed)
    ]
    assert dead == []


def test_what_the_screens_ask_for_is_needed() -> None:
    """Also where the key is computed, or comes out of a table."""
    words = Asked(builders.strings().words)
    for scene in scenes(Strings(words)):
        present(scene)
    assert len(words.keys_asked) > 90
    assert {key for key in words.keys_asked if not key.startswith(LANGUAGE)} <= NEEDED


def test_the_shipped_words_are_those_that_are_needed() -> None:
    catalog, _ = load_catalog(ROOT / "content", load_settings(ROOT / "config" / "kiosk.yaml")[0].hosts)
    assert catalog is not None
    offered, waiting = codes_of(catalog)
    strings, problems = load_strings(ROOT / "content", offered, in_preparation=waiting)
    assert strings is not None and problems == ()
    assert {key for key in strings.words if not key.startswith(LANGUAGE)} == NEEDED
    assert all(strings.said(key, "de") for key in NEEDED)


@cache
def engine() -> Engine:
    return Engine()


def show(scene: Scene, size: tuple[int, int]) -> None:
    """Present and lay out, as the kiosk does."""
    scripts = SCRIPTS | {language.code: language.script for language in scene.catalog.languages}
    frame = Frame(*size, 1.0, scripts[scene.language] in RTL_SCRIPTS, scripts, engine())
    view = present(scene)
    compose(view, frame)
    compose_overlay(view, frame)


@pytest.mark.parametrize("key", sorted(NEEDED))
def test_no_lost_word_takes_a_screen_with_it(key: str) -> None:
    strings = Strings({**builders.strings().words, key: NO_WORDS})
    for route in builders.ROUTES:
        show(builders.scene(route, strings=strings), SIZES["27 inch"])
    for state in STATES:
        show(builders.scene(CARD, strings=strings, **state), SIZES["27 inch"])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", builders.LANGUAGES_HERE)
def test_with_hardly_a_word_left_there_are_still_screens(tmp_path: Path, language: str, size: str) -> None:
    """Topics, services and organisations have words of their own: visitors still find their way."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    names = "".join(f"  {LANGUAGE}{code}: {code}\n" for code in builders.LANGUAGES_HERE)
    (content / "strings" / "de.yaml").write_text(f"words:\n{names}", encoding="utf-8")
    for code in ("en", "ar", "uk"):
        (content / "strings" / f"{code}.yaml").unlink()
    strings, problems = load_strings(content, builders.LANGUAGES_HERE)
    assert strings is not None and problems
    for route in builders.ROUTES:
        for state in STATES:
            show(builders.scene(route, language, strings=strings, **state), SIZES[size])
