"""`translations import`: what translators hand in is checked text by text; what is sound comes in."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.domain.catalog import Translation
from kiosk.domain.strings import text_hash
from kiosk.staff.translations import checks, main
from kiosk.staff.translations.texts import State, load
from tests.unit.loaders.builders import Content
from tests.unit.staff.translators import AT, SERVICE, Desk, desk

CONTENT = Path(__file__).resolve().parents[3] / "content"
PERSON = Translation("person", date(2026, 11, 25), translator="Ada")


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_an_export_of_the_real_content_comes_back_without_changing_a_byte(language: str, tmp_path: Path) -> None:
    real = Desk(Content(CONTENT))
    before, out = real.files(), tmp_path / "x.po"
    assert main(["export", "--language", language, "--out", str(out)]) == 0
    assert main(["import", str(out), "--by", "Ada"]) == 0
    assert real.files() == before


def test_no_translation_of_the_real_content_would_be_refused() -> None:
    content = load(CONTENT)
    texts = [text for code in content.names for text in content.language(code).texts if text.text]
    assert [(text.context, *found) for text in texts for found in checks.wrong_with(text, text.text)] == []
    assert sum(len(checks.figures(text.german)) for text in texts) > 50, "there is something to compare"


def test_a_missing_text_that_is_translated_is_shown(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.send("--missing")
    here.write("services/amt-finden#name", "Find an office")
    assert here.take_in() == 0
    assert "en: übernommen / taken in: 1 (Dateien / files: 1), unverändert / unchanged: 0, " in capsys.readouterr().out
    assert here.text("services/amt-finden#name").made == PERSON
    service = here.content.sound().services["amt-finden"]
    assert service.name.said("en").text == "Find an office"
    assert here.content.said() == []


def test_three_of_ten_texts_have_their_own_translator_and_no_checker(tmp_path: Path) -> None:
    here = desk(tmp_path, checked_by="Omar")
    here.send()
    here.write(AT + "name", "Register your flat")
    here.take_in("--machine", by="DeepL")
    name, what = here.text(AT + "name"), here.text(AT + "what")
    assert name.made == Translation("machine", date(2026, 11, 25), translator="DeepL")
    assert what.made == Translation("machine", date(2026, 11, 22), "Omar")
    assert here.content.sound().translations["en"].checked_by == "", "Omar has never seen the new one"


def test_an_old_text_that_is_confirmed_is_new_and_one_that_is_not_stays_old(here: Desk) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", "In den ersten zwei Wochen.", "In den ersten 2 Wochen.")
    here.send()
    here.take_in()
    assert here.text(AT + "short").state is State.OUTDATED
    here.write(AT + "short", "Within two weeks.")
    assert here.take_in() == 0
    assert (here.text(AT + "short").state, here.text(AT + "short").made) == (State.COMPLETE, PERSON)
    assert here.text(AT + "name").made == Translation("machine", date(2026, 11, 22))


def test_a_program_that_writes_letters_in_another_form_has_translated_nothing(here: Desk) -> None:
    here.content.edit(SERVICE, "Register your address", "Café, réception")
    here.send()
    here.write(AT + "name", unicodedata.normalize("NFD", "Café, réception"))
    before = here.files()
    assert here.take_in() == 0
    assert here.files() == before


def test_a_file_is_written_whole_or_not_at_all(here: Desk) -> None:
    """Whoever reads the old file reads it to its end: the new one takes its place in one step, and nothing is left."""
    path, before = here.content.root / SERVICE, here.files()
    path.chmod(0o640)
    here.send()
    here.write(AT + "name", "Register here")
    with path.open("rb") as old:
        assert here.take_in() == 0
        assert old.read() == before[SERVICE] != path.read_bytes()
    assert here.files().keys() == before.keys()
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_still_needs_work_is_told_and_stays_as_it_is(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.send()
    here.write(AT + "name", "Register somehow")
    here.edit(lambda file: next(one for one in file if one.msgctxt == AT + "name").flags.append("fuzzy"))
    before = here.files()
    assert here.take_in() == 1
    assert f"„{AT}name“ ist noch als unsicher markiert (fuzzy)" in capsys.readouterr().err
    assert here.files() == before


def test_an_item_of_a_list_finds_its_place_however_the_list_stands_by_then(here: Desk) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", "  - Pass oder", "  - Geburtsurkunde\n  - Pass oder")
    here.send()
    here.write(f"{AT}bring:{text_hash('Geburtsurkunde')}", "Birth certificate")
    here.content.edit(
        "services/wohnung-anmelden.yaml",
        "  - Pass oder Ausweis\n  - Bestätigung vom Vermieter",
        "  - Bestätigung vom Vermieter\n  - Pass oder Ausweis",
    )
    assert here.take_in() == 0
    bring = here.content.sound().services["wohnung-anmelden"].bring
    assert [item.said("en").text for item in bring] == ["Birth certificate", "Letter of the landlord", "Passport"]


def test_german_that_has_changed_meanwhile_is_told_and_nothing_is_written(
    here: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    here.send()
    here.write(AT + "name", "Register here")
    here.content.edit("services/wohnung-anmelden.yaml", "name: Wohnung anmelden", "name: Adresse anmelden")
    before = here.files()
    assert here.take_in() == 1
    assert f"Das Deutsche von „{AT}name“ ist inzwischen anders: „Adresse anmelden“." in capsys.readouterr().err
    assert here.files() == before


def test_everything_wrong_is_told_at_once_and_what_is_sound_comes_in(
    here: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    here.send()
    wrong = {
        "strings#open.until": ("Open until {hour}", "The braces do not match: in the German {time}, in the transla"),
        AT + "name": ("Register \u202ehere", "Invisible character U+202E"),
        AT + "short": ("Within \u2067two weeks", "is not closed"),
        AT + "what": ("You <b>register</b>.", "'<b>' is markup"),
        "emergency/emergency#112.name": ("x" * 1001, "Too long: 1001 characters"),
    }
    for context, (text, _) in wrong.items():
        here.write(context, text)
    here.write("services/amt-finden#name", "Find an office")
    before = here.files()
    capsys.readouterr()
    assert here.take_in("--strict", "--report", "en") == 1
    assert here.files() == before
    assert here.take_in("--report", "en") == 1
    said = capsys.readouterr()
    for _, told in wrong.values():
        assert told in said.err
    lines = here.po.read_text(encoding="utf-8").splitlines()
    at = lines.index(f'msgctxt "{AT}name"') + 1
    assert f"{here.po}:{at}\n" in said.err, "where its words begin, not its remarks"
    assert said.err.startswith("Errors: this is not taken in until it is mended.\n")
    assert "taken in: 1 (Dateien / files: 1)" in said.out and "refused: 5" in said.out
    assert here.text("services/amt-finden#name").state is State.COMPLETE
    assert here.text(AT + "name").text == "Register your address"


@pytest.mark.parametrize(
    ("written", "given", "code"),
    [("en", "", 0), ("en_GB", "", 0), ("en-GB", "en", 0), ("", "en", 0), ("", "", 2), ("ar", "en", 2), ("xx", "", 2)],
)
def test_the_language_is_the_files_however_a_program_writes_it(here: Desk, written: str, given: str, code: int) -> None:
    here.send()
    here.write("services/amt-finden#name", "Find an office")
    here.edit(lambda file: file.metadata.update(Language=written))
    before = here.files()
    assert here.take_in(*(["--language", given] if given else [])) == code
    assert (here.files() == before) == (code == 2)


def test_strange_entries_do_no_harm(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.send()

    def strange(file: polib.POFile) -> None:
        file.append(polib.POEntry(msgctxt=AT + "nam", msgid="Wohnung anmelden", msgstr="x"))
        file.append(polib.POEntry(msgctxt=AT + "short", msgid="Noch einmal", msgstr="y"))
        file.append(polib.POEntry(msgid="ohne", msgstr="z"))
        file.append(polib.POEntry(msgctxt=AT + "what/say", msgid="Text", msgstr="You {register}."))

    here.edit(strange)
    before = here.files()
    assert here.take_in() == 1
    said = capsys.readouterr().err
    assert f"„{AT}nam“ gehört zu keinem Text" in said and f"Meinten Sie „{AT}name“?" in said
    assert f"„{AT}short“ steht zweimal in der Datei" in said
    assert here.files() == before


def test_entries_that_a_program_has_put_aside_count_for_nothing(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.send()
    here.po.write_text(here.po.read_text(encoding="utf-8") + f'\n#~ msgctxt "{AT}name"\n#~ msgid "x"\n#~ msgstr "y"\n')
    before = here.files()
    assert here.take_in() == 0
    assert here.files() == before and "name" not in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'msgid "x', b"\x00" * 20, b"not a po file\n", b""])
def test_what_is_no_po_file_is_refused_with_a_sentence(here: Desk, data: bytes) -> None:
    here.po.write_bytes(data)
    before = here.files()
    assert here.run("import", str(here.po), "--by", "Ada") == 2
    assert here.files() == before


def test_a_broken_file_of_the_content_is_never_written_over(here: Desk) -> None:
    here.send()
    here.write(AT + "name", "Register here")
    here.content.edit(SERVICE, "made_on: 2026-11-22", "made_on: [")
    before = here.files()
    assert here.take_in() == 2
    assert here.files() == before


def test_how_a_text_is_spoken_travels_with_it(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.content.edit("services/wohnung-anmelden.yaml", "what: Sie melden Ihre Adresse an.",
                      "what: {text: Sie melden Ihre Adresse an., say: Sie sprechen.}")  # fmt: skip
    here.send()
    here.write(AT + "what/say", "You speak.")
    assert here.take_in() == 0
    assert here.content.sound().services["wohnung-anmelden"].what.said("en").say == "You speak."
    before = here.files()
    here.send()
    here.take_in()
    assert here.files() == before
    here.write(AT + "what", "You register here.")
    capsys.readouterr()
    assert here.take_in() == 1
    assert f"Der Text ist neu, aber „{AT}what/say“" in capsys.readouterr().err


_SIGNS = "aZ09 \"\\'#:%{}[],&*|>-?ßä\u00ad\u00a0\u200c\u200d«»ґїأبة،٣中ሀ\u0308n"
WORDS = st.text(st.sampled_from(_SIGNS) | st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=4))
@example(["\\n \\t \"quoted\" 'x' # no", "\u2068abc\u2069 {x}", "no", "12345678"])
@example([" - a: b", "~", "null", "% & * ! | >"])
def test_words_of_any_kind_come_back_as_they_were_or_are_refused(here: Desk, texts: list[str]) -> None:
    """What comes in is what the loader then shows; a second round changes nothing; what is refused changes nothing."""
    keys = ["name", "short", "what", f"bring:{text_hash('Pass oder Ausweis')}"][: len(texts)]
    here.send()
    for key, text in zip(keys, texts, strict=True):
        here.write(AT + key, text)
    old = {key: here.text(AT + key).text for key in keys}
    here.take_in()
    assert here.language().problems == ()
    for key, text in zip(keys, texts, strict=True):
        now = here.text(AT + key).text
        sound = checks.plain(text) and not [
            fault for fault, _ in checks.wrong_with(here.text(AT + key), checks.plain(text)) if "Long" not in fault.en
        ]
        assert now == (checks.plain(text) if sound else old[key])
        assert now == unicodedata.normalize("NFC", now)
    after = here.files()
    here.send()
    here.take_in()
    assert here.files() == after
    counts = here.language().count()
    assert counts["texts"] == counts["complete"] + counts["missing"] + counts["outdated"]
