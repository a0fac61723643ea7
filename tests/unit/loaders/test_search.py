"""Search words and keyboards: a fault is told at its place, in words that say what to do, and the rest lives."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.keyboard import BASIC, MOST_KEYS, ROWS, SIGNS, keyboard_of
from kiosk.domain.language import base_of
from kiosk.domain.problem import Severity
from kiosk.loaders.catalog import load_catalog
from tests.unit.loaders.builders import Content

CONTENT = Path(__file__).resolve().parents[3] / "content"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "de": LATIN + "äöüß",
    "en": LATIN,
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىئؤ",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "ro": LATIN + "ăâîșț",
    "vi": "aăâbcdđeêghiklmnoôơpqrstuưvxy",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "es": LATIN + "ñ",
    "fr": LATIN + "éèàç",
    "ku": "abcçdeêfghiîjklmnopqrsştuûvwxyz",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "it": LATIN + "àèéìòù",
    "ti": "ሀለሐመሠረሰሸቀቐበተቸነኘአከኸወዐዘዠየደጀገጠጨጸፀፈፐቨ",
    "123": "0123456789",
}
"""The letters of each language, as its schools teach them; French also those that its keyboards have; of Tigrinya's
syllables the basic form of each consonant."""


def test_every_keyboard_writes_all_letters_of_its_language() -> None:
    catalog, _ = load_catalog(CONTENT, frozenset({"*"}))
    assert catalog is not None
    assert catalog.keyboards.keys() == ALPHABETS.keys()
    lacking = {
        name: missing
        for name, letters in ALPHABETS.items()
        if (missing := set(letters) - {key for row in catalog.keyboards[name].rows for key in row})
    }
    assert lacking == {}
    for keyboard in catalog.keyboards.values():
        assert len(keyboard.rows) == ROWS
        assert all(len(row) <= MOST_KEYS for row in keyboard.rows)
        assert all(key.isalnum() or key in SIGNS for row in keyboard.rows for key in row)


def test_every_language_has_its_own_keyboard() -> None:
    catalog, _ = load_catalog(CONTENT, frozenset({"*"}))
    assert catalog is not None
    assert {language.code: catalog.keyboard(language.code).name for language in catalog.languages} == {
        language.code: base_of(language.code) for language in catalog.languages
    }


def test_sound_words_and_keyboards_are_read(content: Content) -> None:
    catalog = content.sound()
    assert content.said() == []
    assert catalog.other_words["de"] == {"wohnung-anmelden": ("Ummeldung", "Wohnsitz")}
    assert catalog.keyboards["de"].rows[0] == tuple("qwertz")
    assert catalog.keyboard("en").name == "de"  # of its script


FAULTS = {
    "unknown id": (
        ("search/de.yaml", "wohnung-anmelden:", "wohnung-anmeldne:"),
        "content/search/de.yaml:2: Die Kennung „wohnung-anmeldne“ gibt es nicht; ihre Suchwörter führen zu nichts.",
        "Meinten Sie „wohnung-anmelden“? Gemeint ist die Kennung eines Dienstes, einer Organisation oder eines Themas.",
    ),
    "an empty word": (
        ("search/de.yaml", "Ummeldung,", '"",'),
        "content/search/de.yaml:2: Das Feld ist leer.",
        "",
    ),
    "no list": (("search/de.yaml", "[Ummeldung, Wohnsitz]", "Ummeldung"), "content/search/de.yaml:2: ", ""),
    "two letters in one key": (
        ("keyboards/ar.yaml", "ض ص", "ضص"),
        "content/keyboards/ar.yaml:2: „ضص“ ist keine Taste; die Tastatur wird nicht gezeigt.",
        "Zwischen den Tasten stehen Leerzeichen, jede ist ein Buchstabe, eine Ziffer oder eines dieser Zeichen: ",
    ),
    "a key twice": (
        ("keyboards/ar.yaml", "ض ص", "ض ض"),
        "content/keyboards/ar.yaml:2: Die Taste „ض“ gibt es schon; die Tastatur wird nicht gezeigt.",
        "Eine von beiden löschen.",
    ),
    "too many rows": (
        ("keyboards/ar.yaml", "  - ئ", "  - ج\n  - ئ"),
        "content/keyboards/ar.yaml:5: Mehr als 3 Zeilen haben auf dem Bildschirm keinen Platz; die Tastatur wird nicht "
        "gezeigt.",
        "Die Buchstaben auf 3 Zeilen verteilen.",
    ),
    "too many keys": (
        ("keyboards/ar.yaml", "ش س ي ب ل ا", "ش س ي ب ل ا ت ن م ك ط ظ ز"),
        "content/keyboards/ar.yaml:3: Hier stehen 13 Tasten, Platz ist für 12 ",
        "Tasten in eine andere Zeile setzen.",
    ),
    "an unknown keyboard": (
        ("languages.yaml", "script: Arab,", "script: Arab, keyboard: arr,"),
        "Die Tastatur „arr“ gibt es nicht; gezeigt wird die übliche dieser Schrift.",
        "Sonst keyboards/arr.yaml anlegen.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_place_and_the_rest_lives(fault: str, content: Content) -> None:
    (name, old, new), place, remedy = FAULTS[fault]
    content.edit(name, old, new)
    catalog, problems = content.load()
    assert catalog is not None and catalog.services
    (problem,) = (one for one in problems if one.severity is Severity.ERROR)
    told = f"{problem.path}:{problem.line}: {problem.reason['de']}"
    assert place in told
    assert remedy in problem.remedy["de"]
    assert problem.reason["en"] and problem.reason["en"] != problem.reason["de"]


def test_a_word_that_stands_twice_is_told_and_counts_once(content: Content) -> None:
    content.edit("search/de.yaml", "Wohnsitz]", "wohnsitz, Wohnsitz]")
    (told,) = (line for line in content.said(Severity.WARNING) if "steht bei" in line)
    assert "search/de.yaml:2" in told
    assert content.sound().other_words["de"]["wohnung-anmelden"] == ("Ummeldung", "wohnsitz")


def test_words_in_a_language_that_is_not_offered_are_told(content: Content) -> None:
    content.write("search/xx.yaml", "words:\n  wohnung-anmelden: [a]\n")
    assert any("search/xx.yaml" in line for line in [*content.said(), *content.said(Severity.WARNING)])


def test_a_broken_keyboard_leaves_the_german_one_and_without_any_there_are_letters(content: Content) -> None:
    content.write("keyboards/ar.yaml", "rows: []\n")
    assert content.sound().keyboard("ar").name == "de"
    for name in ("de", "ar", "123"):
        (content.root / "keyboards" / f"{name}.yaml").unlink()
    catalog = content.sound()
    assert catalog.keyboard("ar") == BASIC
    assert keyboard_of(catalog.language("ar"), {}) is None
