"""A notice at home: the longest that staff may write, in every mode on every panel, and never in the way."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.catalog import Notice, Origin
from kiosk.domain.language import Words
from kiosk.domain.modes import NO_MODES
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages
from tests.screens.test_modes import LAYOUTS

assert catalog is not None
LONGEST = "Der Aufzug ist gesperrt. Bitte nehmen Sie den Eingang in der Straße und klingeln Sie dort zweimal. " * 2
TEXT = {code: LONGEST[:160].strip() for code in LANGUAGES} | {
    "ar": "المصعد معطّل. يُرجى استخدام المدخل في الشارع المجاور وقرع الجرس مرتين. " * 2,
    "uk": "Ліфт не працює. Скористайтеся, будь ласка, входом із вулиці та подзвоніть двічі. " * 2,
}
NOTICE = Notice("aufzug", Words(TEXT), date(2026, 11, 1), date(2026, 12, 31), Origin(date(2026, 11, 1)))
TOLD = replace(catalog, notices={"aufzug": NOTICE})
MODES = {"usual": NO_MODES, **LAYOUTS}


@pytest.mark.parametrize(("mode", "size", "language"), chosen([*product(MODES, SIZES, LANGUAGES)]))
def test_home_is_whole_with_the_longest_notice(mode: str, size: str, language: str) -> None:
    on = frame(SIZES[size], language, MODES[mode])
    shown = pages(nav.Route(nav.HOME), language, on, catalog=TOLD)
    assert audit.faults_of(shown, on) == []
    assert any("message.aufzug" in page.places for _, page in shown)
