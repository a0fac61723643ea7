"""`run_kiosk.py qr` as staff call it: what it says, its exit codes, and what it never prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff.qr import FAULTY, NOT_MADE, WELL, main
from tests.unit.staff.small_kiosk import content
from tests.unit.staff.test_qr import symbols, text

__all__ = ["content"]


@pytest.fixture
def kiosk(content: Path, tmp_path: Path) -> list[str]:
    """The arguments for a small kiosk with one address."""
    centre = content / "centre.yaml"
    centre.write_text(centre.read_text("utf-8") + "link: {de: https://www.leipzig.de/willkommen}\n", "utf-8")
    (tmp_path / "kiosk.yaml").write_text("hosts: [www.leipzig.de]\n", "utf-8")
    return ["--content", str(content), "--config", str(tmp_path / "kiosk.yaml"), "--on", "2026-11-28"]


def test_a_sound_kiosk_gives_a_sheet(kiosk: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "codes.pdf"
    assert main([*kiosk, "--out", str(out)]) == WELL
    assert capsys.readouterr().out == f"{out}: Codes: 1. Ausdrucken, scannen, abhaken. Nichts davon aufkleben.\n"
    assert [symbol.text for symbol in symbols(out.read_bytes())] == ["https://www.leipzig.de/willkommen"]


def test_a_host_that_is_not_allowed_is_never_printed(
    kiosk: list[str], content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    centre = content / "centre.yaml"
    text_ = centre.read_text("utf-8").replace("link: {", "link: {en: https://evil.example.org/x, ")
    centre.write_text(text_, "utf-8")
    out = tmp_path / "codes.pdf"
    assert main([*kiosk, "--out", str(out), "--words", "en"]) == FAULTY
    assert "Errors in settings and content: 1." in capsys.readouterr().err
    assert [symbol.text for symbol in symbols(out.read_bytes())] == ["https://www.leipzig.de/willkommen"]
    assert "evil" not in text(out.read_bytes())


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["--out", "{tmp}/none/codes.pdf"], {"de": "{tmp}/none: Diesen Ordner gibt es nicht", "en": "no such folder"}),
        (["--out", "{tmp}/folder.pdf"], {"de": "Das lässt sich nicht schreiben", "en": "this cannot be written"}),
        (["--content", "{tmp}/none"], {"de": "Hier sind keine Inhalte", "en": "there is no content here"}),
        (["--language", "xx"], {"de": "„xx“ ist keine Sprache des Kiosks. Es gibt: de, ti", "en": "There are: de, ti"}),
        (["--only", "maps"], {"de": "Dazu gibt es keine Codes", "en": "There are no codes for this"}),
    ],
    ids=["folder", "directory", "content", "language", "part"],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_hinders_is_said_and_nothing_is_written(
    arguments: list[str],
    words: dict[str, str],
    language: str,
    kiosk: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = [argument.replace("{tmp}", str(tmp_path)) for argument in arguments]
    out = tmp_path / "codes.pdf"
    (tmp_path / "folder.pdf").mkdir()
    assert main([*kiosk, "--out", str(out), "--words", language, *given]) == NOT_MADE
    assert words[language].replace("{tmp}", str(tmp_path)) in capsys.readouterr().err
    assert not out.exists()


def test_a_place_without_the_right_to_write_is_named(
    kiosk: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refused)  # root may write everywhere, so a folder's rights would not tell
    assert main([*kiosk, "--out", str(tmp_path / "codes.pdf")]) == NOT_MADE
    assert "Hier darf nicht geschrieben werden" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "said"), [("de", "ist in Vorbereitung"), ("en", "is in preparation")])
def test_a_language_in_preparation_has_no_codes_yet(
    words: str, said: str, kiosk: list[str], content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = content / "languages.yaml"
    text_ = listed.read_text("utf-8")
    assert text_.count("code: ti") == 1
    listed.write_text(text_.replace("code: ti", "code: ti, offered: no"), "utf-8")
    out = tmp_path / "codes.pdf"
    assert main([*kiosk, "--out", str(out), "--words", words, "--language", "ti"]) == NOT_MADE
    assert said in capsys.readouterr().err and not out.exists()
    assert main([*kiosk, "--out", str(out)]) == WELL
    assert "Für: Deutsch" in text(out.read_bytes()), "not “all 1 languages”"


def test_no_slip_of_the_keys_writes_over_a_file_of_the_content(kiosk: list[str], content: Path) -> None:
    centre = content / "centre.yaml"
    before = centre.read_bytes()
    with pytest.raises(SystemExit) as refused:
        main([*kiosk, "--out", str(centre)])
    assert refused.value.code == NOT_MADE
    assert centre.read_bytes() == before
