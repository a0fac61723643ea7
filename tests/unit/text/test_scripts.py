"""Which characters are European, and what size each script gets."""

from __future__ import annotations

import pytest

from kiosk.text import scripts


@pytest.mark.parametrize(
    "text, runs",
    [
        ("مكتب (Bürgeramt) في Leipzig", ["(Bürgeramt)", "Leipzig"]),
        ("الهاتف: +49 341 123-0", ["+49 341 123-0"]),
        ("من 13–17 يومياً", ["13–17"]),
        ("Anna، Олена، Ali", ["Anna", "Олена", "Ali"]),
        ("می‌خواهم خانه‌ها ۹–۱۲", []),
        ("Nguye\u0302\u0303n", ["Nguye\u0302\u0303n"]),
        ("Otto-Schill-Straße 2, 04109 Leipzig", ["Otto-Schill-Straße 2, 04109 Leipzig"]),
        ("", []),
    ],
)
def test_european_runs(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in scripts.european_runs(text)] == runs


def test_sizes_are_those_of_the_look() -> None:
    assert scripts.size("Arab", 28) == pytest.approx(33.6)
    assert scripts.size("Ethi", 28) == pytest.approx(32.2)
    assert scripts.size("Cyrl", 28) == 28


def test_lines_are_whole_pixels_and_arabic_ones_are_never_tight() -> None:
    assert scripts.line_height("Latn", 28, 1.45) == 41
    assert scripts.line_height("Arab", 28, 1.45) == 49
    assert scripts.line_height("Arab", 56, 1.15) == 94  # 56 * 1.2 * 1.4
