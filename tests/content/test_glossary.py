"""The words of the house (docs/glossary.md): a German word that stands on doors, letters and forms is on every card
that speaks of it, in every language, for that is what visitors must find again."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from kiosk.domain.language import SOURCE, base_of
from kiosk.staff.translations.texts import Text
from tests.unit.staff.test_translations_import import CONTENT, load

ROOT = Path(__file__).resolve().parents[2]
STAYS = re.compile(r"^\| ([^|]+?) \| [^|]+ \| (bleibt|Name)(?:: ([^|]+?)|,[^|]+)? \|", re.M)
"""A row: the German word, what it is, that it stays, and where only a part of it does, which."""
COMMON = {"anmelden", "Kammer", "Ausbildung", "Kita"}
"""Words that are not always the one that stands on a door ("Kind anmelden", "Rat zu Arbeit und Ausbildung")."""
SOFT_HYPHEN = "\u00ad"
IN_ITS_NAME = {("organisations/buergerbuero", "Bürgerbüro"), ("organisations/vhs", "Volkshochschule")}
"""An organisation's own German name is the title of its card in every language."""
CARDS = ("services/", "organisations/", "centre/")


@cache
def words() -> tuple[str, ...]:
    """The German words that stay."""
    rows = STAYS.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))
    found = [part or re.split(r" \(|, ", word)[0] for word, _, part in rows]
    return tuple(word for word in found if word not in COMMON and "," not in word)


def cards() -> dict[tuple[str, str], list[Text]]:
    """The texts of every card in every foreign language."""
    content = load(CONTENT)
    found: dict[tuple[str, str], list[Text]] = defaultdict(list)
    for code in content.names:
        for text in content.language(code).texts if base_of(code) != SOURCE else ():
            if text.context.startswith(CARDS):
                found[code, text.context.partition("#")[0]].append(text)
    return found


def missing(texts: list[Text]) -> list[str]:
    """The words that a card lacks: in its German, but neither in its words nor in the German name under its title."""
    german = " ".join(text.german for text in texts)
    shown = [text.text.replace(SOFT_HYPHEN, "") for text in texts]
    shown += [text.german for text in texts if text.context.endswith("#name")]
    return [word for word in words() if re.search(rf"\b{re.escape(word)}\b", german) and word not in " ".join(shown)]


def test_a_word_that_stands_on_doors_is_on_every_card_that_speaks_of_it() -> None:
    lacking = {(*card, word) for card, texts in cards().items() for word in missing(texts)}
    assert {one for one in lacking if one[1:] not in IN_ITS_NAME} == set()


def test_the_glossary_has_such_words_and_a_lost_one_would_be_found() -> None:
    assert {"Bürgerbüro", "Wohngeld", "BAMF", "Meldebescheinigung", "SprachenZimmer"} <= {*words()}
    texts = cards()["en", "organisations/jobcenter"]
    assert missing(texts) == []
    untranslated = [replace(text, piece=None) if "Grundsicherung" in text.german else text for text in texts]
    assert missing(untranslated) == ["Grundsicherung"]
