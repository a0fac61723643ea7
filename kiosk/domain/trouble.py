"""The words for our own faults. They stand in code because everything else may be what is broken."""

from __future__ import annotations

from kiosk.domain import house
from kiosk.domain.language import Said

HOUSE = Said(house.HOUSE, "de")
TITLES = (
    Said("Das zeigen wir gerade nicht. Fragen Sie am Empfang.", "de"),
    Said("We cannot show this right now. Please ask at the desk.", "en"),
    Said("لا يمكننا عرض هذا الآن. اسأل في الاستقبال.", "ar"),
    Said("Зараз ми не можемо це показати. Запитайте на рецепції.", "uk"),
)
NUMBERS = tuple(Said(number, "de") for number in house.NUMBERS)
SCRIPTS = {"de": "Latn", "en": "Latn", "ar": "Arab", "uk": "Cyrl"}
"""The scripts of these words, for when no list of languages could be read."""
