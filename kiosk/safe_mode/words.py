"""What the safe page says. The words stand here because the content may be what is broken; a test holds them equal to
those of the content (`help.desk`), language by language."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.house import HOUSE, NUMBERS

__all__ = ["ASK", "HOUSE", "NAME", "NUMBERS", "Line"]

NAME = "Türöffner"


class Line(NamedTuple):
    """One language's sentence; `language` and `script` as in content/languages.yaml."""

    text: str
    language: str
    script: str = "Latn"

    @property
    def rtl(self) -> bool:
        """Whether it is read from the right."""
        return self.script == "Arab"


ASK = (
    Line("Fragen Sie am Empfang.", "de"),  # Leichte Sprache says the same
    Line("Ask at reception.", "en"),
    Line("يُرجى السؤال في الاستقبال.", "ar", "Arab"),
    Line("Запитайте на рецепції.", "uk", "Cyrl"),
    Line("Спросите на ресепшене.", "ru", "Cyrl"),
    Line("Proszę zapytać w recepcji.", "pl"),
    Line("Întrebați la recepție.", "ro"),
    Line("Hãy hỏi ở quầy tiếp đón.", "vi"),
    Line("از پذیرش بپرسید.", "fa", "Arab"),
    Line("Danışmaya sorun.", "tr"),
    Line("Pregunte en la recepción.", "es"),
    Line("Demandez à l’accueil.", "fr"),
    Line("Li maseya pêşwaziyê bipirsin.", "ku"),
    Line("Попитайте на рецепцията.", "bg", "Cyrl"),
    Line("ኣብ መቐበሊ ሕተቱ።", "ti", "Ethi"),
    Line("Chieda alla reception.", "it"),
)
"""In the order of the choice of languages."""
