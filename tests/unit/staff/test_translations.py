"""`translations status`, `export` and `accept`: what staff read and what is written down."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest

from kiosk.domain.catalog import Translation
from kiosk.staff.translations import main
from kiosk.staff.translations.page import as_page
from kiosk.staff.translations.saving import Draft
from kiosk.staff.translations.texts import State, load
from tests.unit.staff.translators import AT, SERVICE, Desk, desk

CONTENT = Path(__file__).resolve().parents[3] / "content"
WRITTEN = sorted(CONTENT.glob("translations/**/*.yaml")) + sorted(
    path for path in CONTENT.glob("strings/*.yaml") if path.stem != "de"
)


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(CONTENT)))
def test_every_file_comes_back_byte_by_byte_when_nothing_changes(path: Path) -> None:
    draft = Draft(CONTENT, str(path.relative_to(CONTENT)))
    assert draft.text().encode() == path.read_bytes()


def test_remarks_order_and_quotes_stay_where_something_changes(here: Desk) -> None:
    text = (
        "# Oben.\nmade_by: person   # wer\nmade_on: 2026-11\nchecked_by:\nwords:\n"
        "  # Davor.\n  short: {text: 'Two weeks', of: 12345678}  # no\n  name: {of: \"0e123456\", text: Register no}\n"
    )
    here.content.write(SERVICE, text)
    draft = Draft(here.content.root, SERVICE)
    assert draft.text() == text
    draft.put("short", "12345678", "New weeks")
    assert draft.text() == text.replace("'Two weeks'", '"New weeks"')


def test_status_counts_what_is_complete_missing_outdated_and_by_whom(
    here: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", "In den ersten zwei Wochen.", "In drei Wochen.")
    assert here.run("status", "--language", "en", "--format", "json") == 1
    (english,) = json.loads(capsys.readouterr().out)
    services = english["kinds"]["services"]
    assert services == {
        "texts": 15, "complete": 4, "missing": 10, "outdated": 1, "machine": 5, "person": 0, "checked": 0,
    }  # fmt: skip
    (outdated,) = [one for one in english["wanting"] if one["state"] == "outdated"]
    assert outdated == {
        "context": AT + "short",
        "state": "outdated",
        "place": f"content/{SERVICE}:6",
        "german": "In drei Wochen.",
        "translation": "Within two weeks.",
    }
    for counts in (english, *english["kinds"].values()):
        assert counts["texts"] == counts["complete"] + counts["missing"] + counts["outdated"]
        assert counts["texts"] == counts["missing"] + counts["machine"] + counts["person"] + counts["checked"]


def test_a_translation_that_lacks_what_the_kiosk_fills_in_counts_as_missing(here: Desk) -> None:
    """Visitors see German instead of it; a translator gets it to be mended."""
    (until,) = [text for text in here.language().texts if text.context == "strings#open.until"]
    here.content.translate("strings/en.yaml", {"open.until": (str(until.german), "Open")})
    assert here.text("strings#open.until").state is State.MISSING
    assert here.text("strings#open.until").by == ""
    here.send("--missing")
    (sent,) = [one for one in polib.pofile(str(here.po)) if one.msgctxt == "strings#open.until"]
    assert (sent.msgstr, sent.fuzzy) == ("Open", True)


def test_status_of_one_language_lists_what_to_do(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", "In den ersten zwei Wochen.", "In drei Wochen.")
    here.run("status", "--language", "en")
    said = capsys.readouterr().out
    told = f"content/{SERVICE}:6: veraltet / outdated: {AT}short\n  de: In drei Wochen.\n  en: Within two weeks.\n"
    assert told in said
    assert "content/translations/en/services/amt-finden.yaml: fehlt / missing: services/amt-finden#name" in said


def test_a_folder_of_a_language_that_is_not_listed_is_told(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.content.write("translations/fr/notes.yaml", "x: y\n")
    here.run("status")
    assert "fr: steht nicht in languages.yaml" in capsys.readouterr().out
    assert here.run("export", "--language", "fr", "--out", str(here.po)) == 2
    assert "Enter the language there first." in capsys.readouterr().err


def test_a_language_in_preparation_counts_like_the_others_and_is_named(
    here: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    here.content.edit("languages.yaml", "{code: ar,", "{code: ar, offered: no,")
    assert here.run("status") == 1
    said = capsys.readouterr().out
    assert "ar: in Vorbereitung, Besucher sehen sie noch nicht / in preparation" in said
    assert "en: in Vorbereitung" not in said
    assert here.run("export", "--language", "ar", "--out", str(here.po)) == 0
    assert {one.msgstr for one in polib.pofile(str(here.po))} == {""}
    arabic, english = here.language("ar"), here.language("en")
    page = as_page([arabic, english], date(2026, 11, 25))
    assert "Arabisch (ar)<br>in Vorbereitung" in page and "Englisch (en)</th>" in page


def test_german_is_not_translated_and_what_cannot_be_done_is_said(
    here: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = here.content.root / "none"
    for arguments, said in (
        (("status", "--language", "de"), "Deutsch ist die Sprache, aus der übersetzt wird."),
        (("export", "--language", "en", "--out", str(nowhere / "x.po")), f"{nowhere}: Diesen Ordner gibt es nicht."),
        (("status", "--html", str(nowhere / "x.html")), f"{nowhere}: Diesen Ordner gibt es nicht."),
        (("import", str(nowhere), "--by", "Ada"), f"{nowhere}: Diese Datei gibt es nicht."),
    ):
        assert here.run(*arguments) == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("export", "--language", "en", "--out"), ("status", "--html")])
def test_no_slip_of_the_keys_writes_over_a_file_of_the_content(here: Desk, arguments: tuple[str, ...]) -> None:
    before = here.files()
    with pytest.raises(SystemExit) as refused:
        here.run(*arguments, str(here.content.root / SERVICE))
    assert refused.value.code == 2
    assert here.files() == before


def test_an_export_never_writes_over_a_translators_work(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.po.write_text("two days of work", encoding="utf-8")
    assert here.run("export", "--language", "en", "--out", str(here.po)) == 2
    assert "gibt es schon" in capsys.readouterr().err
    assert here.po.read_text(encoding="utf-8") == "two days of work"


def test_the_page_says_of_which_day_it_is_and_who_has_checked(here: Desk) -> None:
    here.run("accept", "--language", "en", "--by", "Ada", "--on", "2026-11-25", AT + "name")
    page = as_page([here.language()], date(2026, 11, 26))
    assert "Stand / as of 2026-11-26" in page
    assert "<td>Ada 1 (2026-11-25)</td></tr>" in page
    assert "Texte = fertig + fehlen + veraltet" in page


def test_status_of_the_real_content_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    """Of each language that visitors meet; those in preparation have nothing wrong or older than the German."""
    main(["status", "--format", "json"])
    languages = {one["language"]: one for one in json.loads(capsys.readouterr().out)}
    assert all(languages[code]["texts"] == languages[code]["complete"] > 800 for code in ("en", "ar", "uk"))
    assert len(languages) == 16
    assert all(one["outdated"] == 0 and one["faults"] == 0 for one in languages.values())


class _Rows(HTMLParser):
    """Counts the rows of texts, and whatever a page would fetch from elsewhere."""

    rows, elsewhere = 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count."""
        names = dict(attrs)
        self.rows += tag == "tr" and "data-state" in names
        self.elsewhere += "src" in names or "href" in names


def test_the_page_needs_nothing_else_and_no_text_can_break_it(here: Desk) -> None:
    here.content.edit(SERVICE, "Within two weeks.", "</td><script src=//x>")
    here.content.edit("services/wohnung-anmelden.yaml", "Sie melden Ihre Adresse an.", "</td><script src=//y>")
    here.run("accept", "--language", "en", "--by", "<a href=//z>", AT + "name")
    out = here.content.root.parent / "status.html"
    here.run("status", "--html", str(out))
    page = out.read_text(encoding="utf-8")
    rows = _Rows()
    rows.feed(page)
    assert rows.elsewhere == 0
    content = load(here.content.root)
    assert rows.rows == sum(len(content.language(code).texts) for code in content.names)
    assert page.index("Übersetzungen") < page.index("Translations")
    assert as_page([content.language("en")], date(2026, 11, 25)).count("<tr data-") == len(here.language().texts)


def test_an_export_can_be_read_by_other_programs(here: Desk) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", "In den ersten zwei Wochen.", "In drei Wochen.")
    assert here.send() == 0
    file = polib.pofile(str(here.po))
    assert file.metadata["Language"] == "en"
    assert len({(one.msgctxt, one.msgid) for one in file}) == len(file) == len(here.language().texts)
    (short,) = [one for one in file if one.msgctxt == AT + "short"]
    assert (short.msgid, short.msgstr, short.fuzzy) == ("In drei Wochen.", "Within two weeks.", True)
    assert "höchstens / at most 100" in short.comment and "has changed" in short.comment
    (until,) = [one for one in file if one.msgctxt == "strings#open.until"]
    assert "{time}" in until.comment


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_gettext_itself_finds_no_fault_in_an_export(language: str, tmp_path: Path) -> None:
    out = tmp_path / "x.po"
    assert main(["export", "--language", language, "--out", str(out)]) == 0
    made = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", str(out)], capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stderr) == (0, "")


def test_only_what_is_missing_or_old_is_exported_if_that_is_wanted(here: Desk) -> None:
    here.send("--missing")
    contexts = {one.msgctxt for one in polib.pofile(str(here.po))}
    assert AT + "name" not in contexts
    assert "services/amt-finden#name" in contexts


def test_whoever_checks_all_of_a_file_stands_in_its_head(here: Desk) -> None:
    assert here.run("accept", "--language", "en", "--by", "Ada", "--on", "2026-11-25", "wohnung-anmelden") == 0
    text = here.files()[SERVICE].decode()
    assert "checked_by: Ada\nchecked_on: 2026-11-25\nwords:" in text
    assert text.count("Ada") == 1
    made = Translation("machine", date(2026, 11, 22), "Ada", date(2026, 11, 25))
    assert here.text(AT + "what").made == made
    assert here.content.sound().translations["en"].checked_by == "Ada"
    before = here.files()
    here.run("accept", "--language", "en", "--by", "Ada", "--on", "2026-11-25", SERVICE)
    assert here.files() == before


def test_one_checked_text_does_not_make_the_others_checked(here: Desk) -> None:
    here.run("accept", "--language", "en", "--by", "Ada", "--on", "2026-11-25", AT + "name")
    assert [here.text(AT + key).by for key in ("name", "what")] == ["checked", "machine"]
    made = here.content.sound().translations["en"]
    assert (made.made_by, made.checked_by) == ("machine", ""), "a card still says that a machine has translated"
    here.run("accept", "--language", "en", "--by", "Ada", "--on", "2026-11-25", "services")
    assert here.files()[SERVICE].decode().count("Ada") == 1, "once all are, the head says it"


def test_what_is_old_or_missing_cannot_be_accepted(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", "In den ersten zwei Wochen.", "In drei Wochen.")
    here.content.edit("services/wohnung-anmelden.yaml", "  - Pass oder", "  - Geburtsurkunde\n  - Pass oder")
    assert here.run("accept", "--language", "en", "--by", "Ada", "wohnung-anmelden", "wohnung-anmeldn") == 1
    said = capsys.readouterr().err
    assert f"„{AT}short“ ist älter als das Deutsche und kann nicht als geprüft gelten. Deutsch: In drei" in said
    assert "ist nicht übersetzt und kann nicht als geprüft gelten: Geburtsurkunde" in said
    assert f"content/{SERVICE}:6" in said
    assert "Meinten Sie „wohnung-anmelden“?" in said
    assert said.startswith("Fehler: Das ist nicht als geprüft eingetragen.\n")
    assert [here.text(AT + key).by for key in ("name", "short")] == ["checked", "machine"]
