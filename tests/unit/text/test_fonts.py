"""The font files are found by path, and their absence is said in words that help."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.text import fonts
from kiosk.text.fonts import FontsMissing, icon, icons, missing, text_files

NAMES = ("NotoSans", "NotoSansArabicUI", "NotoSansEthiopic")


def a_folder_with(folder: Path, *names: str) -> Path:
    for name in names:
        for cut in ("Regular", "Bold"):
            (folder / f"{name}-{cut}.ttf").touch()
    return folder


def test_the_six_files_are_on_this_machine() -> None:
    expected = [f"{name}-{cut}.ttf" for name in NAMES for cut in ("Regular", "Bold")]
    assert [file.name for file in text_files()] == expected
    assert all(file.stat().st_size > 100_000 for file in text_files())


def test_the_other_arabic_font_is_good_enough(tmp_path: Path) -> None:
    found = text_files(a_folder_with(tmp_path, "NotoSans", "NotoSansArabic", "NotoSansEthiopic"))
    assert [file.name for file in found[2:4]] == ["NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"]


def test_a_missing_font_is_named_in_both_languages_with_the_command(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing) as caught:
        text_files(a_folder_with(tmp_path, "NotoSansArabicUI"))
    words = str(caught.value)
    assert str(tmp_path / "NotoSans-Regular.ttf") in words
    assert "fehlt" in words and "is missing" in words
    assert "sudo apt install" in words and "fonts-noto-core fonts-noto-ui-core" in words
    assert "\n" not in words


def test_without_the_font_of_one_script_the_others_are_there(tmp_path: Path) -> None:
    """Half a font is none: bold words would be boxes."""
    folder = a_folder_with(tmp_path, "NotoSans", "NotoSansArabicUI", "NotoSansEthiopic")
    assert missing(folder) == {}
    (folder / "NotoSansEthiopic-Bold.ttf").unlink()
    assert [(script, "NotoSansEthiopic-Bold.ttf" in str(gone)) for script, gone in missing(folder).items()] == [
        ("Ethi", True)
    ]
    assert {file.name.partition("-")[0] for file in text_files(folder)} == {"NotoSans", "NotoSansArabicUI"}


def test_missing_icons_are_said_with_the_command() -> None:
    with pytest.raises(FontsMissing, match=r"Phosphor.*python3 -m pip install.*qtawesome"):
        icons("qtawesome_which_is_not_installed")


def test_a_font_that_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.text.engine import Engine

    monkeypatch.setattr(fonts, "text_files", lambda: (a_folder_with(tmp_path, "NotoSans") / "NotoSans-Bold.ttf",))
    with pytest.raises(FontsMissing, match=r"NotoSans-Bold\.ttf"):
        Engine()


def test_the_icon_package_is_never_imported() -> None:
    code = "import sys; from kiosk.text.fonts import icon; icon('house', True); print('qtawesome' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_weights_have_different_characters() -> None:
    (filled, family), (bold, _) = icon("house-line", fill=True), icon("house-line", fill=False)
    assert family == "Phosphor"
    assert filled != bold and len(filled) == len(bold) == 1


def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(KeyError, match="no Phosphor icon is called 'haus'"):
        icon("haus", fill=True)
