"""What makes no translation outdated: everything but a change of the German words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff.translations.texts import State
from tests.unit.staff.translators import ENGLISH, SERVICE, Desk, desk


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    return desk(tmp_path)


QUIET = {
    "the icon": ("icon: house-line", "icon: door"),
    "the place": ("where: buergerbuero", "where: referat"),
    "the order of a list": (
        "  - Pass oder Ausweis\n  - Bestätigung vom Vermieter",
        "  - Bestätigung vom Vermieter\n  - Pass oder Ausweis",
    ),
    "line breaks": ("what: Sie melden Ihre Adresse an.", "what: >-\n  Sie melden Ihre\n  Adresse an."),
    "quotes and spaces": ("what: Sie melden Ihre", "what: Sie   melden  Ihre"),
    "the form of letters": ("Bestätigung", "Besta\u0308tigung"),
    "the day it is known from": ("as_of: 2026-08-01", "as_of: 2026-09-01"),
}


@pytest.mark.parametrize("change", QUIET)
def test_nothing_becomes_outdated_by_changing(here: Desk, change: str) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", *QUIET[change])
    texts = [text for text in here.language().texts if text.entry == "wohnung-anmelden"]
    assert [text.state for text in texts] == [State.COMPLETE] * len(ENGLISH)


OFFICE = "organisations/buergerbuero.yaml"
OFFICE_CHANGES = {
    "a phone number": ("role: city\n", 'role: city\nphone: "0341 123-0"\n'),
    "another phone number": ('phone: "0341 115"', 'phone: "0341 123-0"'),
    "hours": ("fri: 9-13", "fri: 9-12"),
    "a page": ("leipzig.de/buergerbuero", "leipzig.de/buergerbuero2"),
}


@pytest.mark.parametrize("change", OFFICE_CHANGES)
def test_nothing_of_an_office_becomes_outdated_by_changing(here: Desk, change: str) -> None:
    here.content.edit(OFFICE, "as_of: 2023-05\nsources", "email: a@leipzig.de\nas_of: 2023-05\nsources")
    if change.startswith("another"):
        here.content.edit(OFFICE, "role: city\n", 'role: city\nphone: "0341 115"\n')
    words = {"meaning": ("Amt für Papiere", "Office"), "what": ("Hier bekommen Sie Papiere.", "Here you get papers.")}
    here.content.translate(f"translations/en/{OFFICE}", words)
    here.content.edit(OFFICE, *OFFICE_CHANGES[change])
    texts = [text for text in here.language().texts if text.entry == "buergerbuero"]
    assert [text.state for text in texts] == [State.COMPLETE] * 2
    here.content.edit(OFFICE, "Sie Papiere.", "Sie Papier.")
    assert here.text("organisations/buergerbuero#what").state is State.OUTDATED, "the words themselves do"


def test_nothing_becomes_outdated_by_another_id_if_its_translation_is_renamed_with_it(here: Desk) -> None:
    root = here.content.root
    (root / "services/wohnung-anmelden.yaml").rename(root / "services/anmelden.yaml")
    (root / SERVICE).rename(root / "translations/en/services/anmelden.yaml")
    assert [text.state for text in here.language().texts if text.entry == "anmelden"] == [State.COMPLETE] * 5
