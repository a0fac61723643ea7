"""`run_kiosk.py check`: the words, the carets and the exit codes that people and scripts get."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.values import NEUTRAL_ICON
from kiosk.staff.check import main
from kiosk.staff.report import print_problems
from kiosk.text import fonts
from kiosk.text.fonts import icon, icon_names
from tests.unit.loaders.builders import Content, sound_content

ROOT = Path(__file__).parents[3]
ERROR = Severity.ERROR
LINE = 'what: "Adresse: hier"'


@pytest.fixture
def house(tmp_path: Path) -> Content:
    """Content and configuration without errors; warned of is only what is not translated."""
    shutil.copytree(ROOT / "config", tmp_path / "config")
    made = sound_content(tmp_path / "content")
    shutil.copy(ROOT / "content" / "strings" / "de.yaml", made.root / "strings")  # the screens need all its words
    (made.root / "pronunciation").mkdir()
    for code in ("de", "en", "ar"):
        shutil.copy(ROOT / "content" / "pronunciation" / f"{code}.yaml", made.root / "pronunciation")
    return made


def problem(path: str, line: int = 0, column: int = 0, severity: Severity = ERROR, source: str = "") -> Problem:
    """A problem with words of its own."""
    return Problem(path, line, column, {"de": "Grund", "en": "reason"}, {"de": "Rat", "en": "advice"}, severity, source)


def printed(*problems: Problem, language: str = "de") -> str:
    """What is printed about problems."""
    stream = io.StringIO()
    print_problems(problems, stream, language)
    return stream.getvalue()


def test_problems_are_printed_by_place_errors_first() -> None:
    warning = problem("a.yaml", 3, 1, Severity.WARNING)
    assert (
        printed(warning, problem("b.yaml", 10, 2, source=LINE), problem("b.yaml", 9), problem("b.yaml", 9))
        == """\
Fehler: Das fehlt auf dem Bildschirm oder führt in die Irre, bis es berichtigt ist.

b.yaml:9
  Grund
  → Rat

b.yaml:10:2
    what: "Adresse: hier"
     ^
  Grund
  → Rat

Hinweise: Der Kiosk läuft, aber das sollte jemand ansehen.

a.yaml:3:1
  Grund
  → Rat

Fehler: 2. Hinweise: 1.
"""
    )


def test_problems_are_printed_in_english() -> None:
    assert (
        printed(problem("a.yaml"), language="en")
        == """\
Errors: this is missing on the screen, or misleads, until it is mended.

a.yaml
  reason
  → advice

Errors: 1. Warnings: 0.
"""
    )


def test_nothing_wrong_is_said_too() -> None:
    assert printed() == "Alles in Ordnung.\n"


def caret(source: str, column: int) -> tuple[str, str]:
    """The line and the caret line that are printed for a place."""
    lines = printed(problem("a.yaml", 1, column, source=source)).splitlines()
    return lines[3], lines[4]


def test_the_caret_stands_below_wide_and_combined_letters() -> None:
    assert caret("日本: x", 3) == ("    日本: x", "        ^")
    assert caret("e\u0301: x", 3) == ("    e\u0301: x", "     ^")
    assert caret("می\u200cخواهم: x", 4) == ("    می\u200cخواهم: x", "      ^")


def test_a_file_cannot_steer_the_terminal() -> None:
    assert caret("a: \x1b[2J\u202ex\t", 4) == ("    a: ▯[2J▯x→", "       ^")


def test_a_long_line_is_cut_around_the_place() -> None:
    line, below = caret("a" * 500 + "B" + "c" * 500, 501)
    assert len(line) == 124
    assert line[below.index("^")] == "B"


def test_a_poor_terminal_does_not_stop_the_report() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    print_problems([problem("a.yaml", 1, 1, source="العربية")], stream, "de")
    stream.seek(0)
    assert "\\u0627" in stream.read()


def test_sound_content_is_0_and_strict_counts_warnings(house: Content, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(house.root.parent)
    assert main([folder]) == 0
    assert capsys.readouterr().out.endswith("Fehler: 0. Hinweise: 14.\n")
    assert main([folder, "--strict"]) == 1


def test_an_error_is_1_with_place_line_reason_and_remedy(house: Content, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit("services/amt-finden.yaml", "short:", "shrot:")
    assert main([str(house.root.parent)]) == 1
    out = capsys.readouterr().out
    assert (
        """
content/services/amt-finden.yaml:4:1
    shrot: In den ersten zwei Wochen.
    ^
  „shrot“ ist hier kein bekanntes Feld.
  → Meinten Sie „short“?
"""
        in out
    )
    assert out.endswith("Fehler: 2. Hinweise: 15.\n")


def test_content_strings_settings_and_themes_are_all_read(house: Content, capsys: pytest.CaptureFixture[str]) -> None:
    house.write("emergency.yaml", "\t")
    house.write("strings/en.yaml", "\t")
    house.write("../config/kiosk.yaml", "theme: 1.5\nhosts: [www.leipzig.de]\n")
    house.write("../config/themes/lobby.yaml", "\t")
    house.write("../config/themes/night.yaml", "\t")
    assert main([str(house.root.parent), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    wrong = [item["path"] for item in report["problems"] if item["severity"] == "error"]
    assert wrong == [
        "config/kiosk.yaml",
        "config/themes/lobby.yaml",
        "config/themes/night.yaml",
        "content/emergency.yaml",
        "content/strings/en.yaml",
    ]
    assert report["errors"] == 5


def test_machines_get_places_and_both_languages(house: Content, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit("services/amt-finden.yaml", "icon: house-line", "icon: Haus!")
    main([str(house.root.parent), "--format", "json"])
    first = json.loads(capsys.readouterr().out)["problems"][0]
    assert first["path"] == "content/services/amt-finden.yaml"
    assert (first["line"], first["column"], first["severity"]) == (2, 7, "error")
    assert first["reason"]["en"] == "There is no picture 'Haus!'; a general sign is shown instead."
    assert first["remedy"]["de"].startswith("Meinten Sie „")
    assert first["source"] == "icon: Haus!"


def test_what_cannot_be_looked_at_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "Hier ist kein Ordner „content“." in capsys.readouterr().err
    assert main(["--language", "fr"]) == 2
    assert main(["--help"]) == 0


def test_the_command_runs_as_staff_run_it(house: Content) -> None:
    house.write("centre.yaml", "name: [")
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "check", str(house.root.parent), "--language", "en"]
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, env=plain, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "content/centre.yaml:1:7" in done.stdout


def test_a_reader_who_has_seen_enough_is_no_error(house: Content) -> None:
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "check", str(house.root.parent)]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_misspelt_picture_and_a_lost_word_are_errors(house: Content, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit("services/amt-finden.yaml", "icon: house-line", "icon: house-lien")
    house.edit("strings/de.yaml", "  bar.back: Zurück\n", "")
    assert main([str(house.root.parent)]) == 1
    out = capsys.readouterr().out
    assert (
        """
content/services/amt-finden.yaml:2:7
    icon: house-lien
          ^
  Ein Bild „house-lien“ gibt es nicht; gezeigt wird stattdessen ein allgemeines Zeichen.
  → Meinten Sie „house-line“?"""
        in out
    )
    assert "Das deutsche Wort „bar.back“ fehlt" in out


def test_every_picture_that_may_be_named_is_drawn_in_both_weights() -> None:
    names = icon_names()
    assert {"house-line", NEUTRAL_ICON} <= names and len(names) > 500
    for name in names:
        assert icon(name, fill=True) != icon(name, fill=False)


def test_a_picture_in_one_weight_only_may_not_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    points = {"house-fill": 1, "house-bold": 2, "fox-fill": 3, "owl-bold": 4, "elk": 5}
    monkeypatch.setattr(fonts, "icons", lambda: fonts.Icons(Path("phosphor.ttf"), points))
    assert icon_names() == {"house"}


def test_without_the_pictures_font_nothing_is_called_sound(
    house: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = fonts.icons
    monkeypatch.setattr(fonts, "icons", lambda: found("qtawesome_which_is_not_installed"))
    assert main([str(house.root.parent)]) == 2
    told = capsys.readouterr()
    assert told.out == "" and "Phosphor" in told.err and "fehlt" in told.err and "is missing" in told.err


def test_what_is_over_is_told_with_its_place_and_does_not_count_as_an_error(
    house: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    house.write(
        "notices/aufzug.yaml", "text: Der Aufzug steht.\nfrom: 2020-01-01\nuntil: 2020-01-02\nas_of: 2020-01-01\n"
    )
    assert main([str(house.root.parent)]) == 0
    printed_ = capsys.readouterr().out
    assert "content/notices/aufzug.yaml:3:8\n    until: 2020-01-02\n           ^\n  Das ist vorbei" in printed_
    house.edit("notices/aufzug.yaml", "from: 2020-01-01", "from: 2020-01-03")
    assert main([str(house.root.parent), "--language", "en"]) == 1
    assert "The last day (2020-01-02) is before the first (2020-01-03)." in capsys.readouterr().out
