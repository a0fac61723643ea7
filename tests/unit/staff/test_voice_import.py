"""`voice list` and `voice import`: from the sheet to the voice that visitors hear, with real sound files."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from kiosk.audio.clips import clips_of
from kiosk.domain.utterance import Utterance
from kiosk.speech import samples
from kiosk.speech.samples import sndfile
from kiosk.speech.shelf import Shelf
from kiosk.staff.voice.heard import Heard
from kiosk.staff.voice.imports import OTHER_SOUNDS
from kiosk.staff.voice.material import INCOMPLETE, UNUSABLE, WELL
from kiosk.staff.voice.sheet import file_of, to_record
from tests.unit.speech.meter import lufs
from tests.unit.speech.sounds import KINDS, RATE, noise, wave_of
from tests.unit.staff.small_kiosk import Desk, content, desk
from tests.unit.staff.takes import joined, quiet, recorded, said

__all__ = ["content", "desk"]

TEXT = "Wobei können wir helfen?"
SENTENCE = Utterance(TEXT, "de")


@pytest.fixture
def takes(tmp_path: Path) -> Path:
    """The folder that a person has recorded into."""
    return tmp_path / "takes"


def kept(desk: Desk, utterance: Utterance = SENTENCE) -> samples.Samples:
    clip = desk.material().recording(utterance)
    assert clip
    return samples.read(clip.path)


def rows(sheet: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheet), delimiter=";"))


def test_the_sheet_lists_every_sentence_in_the_order_in_which_visitors_meet_them(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("list", "--language", "de", "--out", tmp_path / "texts.csv") == WELL
    raw = (tmp_path / "texts.csv").read_bytes()
    head, *lines = rows(raw.decode("utf-8-sig"))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert head[0] == "Datei / file"
    assert [line[1] for line in lines] == desk.texts()
    places = list(dict.fromkeys(line[2].split(" / ")[0] for line in lines))
    assert places[:4] == ["Begrüßung", "Sprachauswahl", "Startseite", "Hilfe"]
    assert len({line[0] for line in lines}) == len(lines)
    assert f"{len(lines)} Sätze / sentences (0 von / of {len(lines)}" in capsys.readouterr().err


def test_names_stay_when_other_texts_change(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("list", "--language", "de")
    before = {line[1]: line[0] for line in rows(capsys.readouterr().out)}
    desk.change("Wir helfen.", "Wir helfen gern.")
    desk.run("list", "--language", "de")
    after = {line[1]: line[0] for line in rows(capsys.readouterr().out)}
    both = before.keys() & after.keys()
    assert "Wir helfen." not in both and TEXT in both
    assert {text: before[text] for text in both} == {text: after[text] for text in both}


def test_a_text_that_engines_are_given_in_two_ways_is_recorded_once(desk: Desk) -> None:
    ways = [Heard(Utterance("Amt", "de", say), "Startseite") for say in ("", "Behörde")]
    assert to_record(replace(desk.material(), heard=tuple(ways)), "de") == (ways[0],)


def test_a_folder_named_like_the_sheet_becomes_what_visitors_hear(
    desk: Desk, takes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = desk.texts()
    for number, (text, suffix) in enumerate(zip(texts, [*KINDS] * 9, strict=False)):
        recorded(takes / file_of(Utterance(text, "de")).replace(".wav", suffix), said(text, hertz=100 + 5 * number))
    (takes / "texts.csv").write_text("the sheet itself is no sound")
    assert desk.run("import", takes, "--language", "de") == WELL
    assert capsys.readouterr().out.endswith(
        f"{len(texts)} neu / new, 0 ersetzt / replaced, 0 schon da / already there, 0 abgelehnt / refused.\n"
    )
    clips = clips_of(desk.assets, desk.material().languages, Shelf(tmp_path))
    found = [clips.find(Utterance(text, "de", say="something else")) for text in texts]
    clips.close()
    assert {clip.path.parent for clip in found if clip} == {desk.assets / "recordings" / "de"}
    assert {clip.path.suffix for clip in found if clip} == {".flac"}
    assert None not in found
    desk.run("list", "--language", "de", "--missing")
    assert len(rows(capsys.readouterr().out)) == 1


@pytest.mark.parametrize("loudness", [0.06, 0.2, 0.5, 0.99])
def test_every_take_is_as_loud_as_the_others_and_keeps_its_peak(desk: Desk, takes: Path, loudness: float) -> None:
    take = recorded(takes / "a.wav", said(TEXT, loudness))
    assert desk.run("import", take, "--language", "de", "--text", TEXT) == WELL
    wave = wave_of(kept(desk))
    assert np.abs(wave).max() <= 10 ** (-1 / 20) + 1e-4
    assert lufs(wave, RATE) == pytest.approx(-19, abs=0.5)


def test_a_take_with_a_loud_plosive_is_raised_only_as_far_as_its_peak_allows(desk: Desk, takes: Path) -> None:
    wave = said(TEXT, 0.05)
    wave[5000:5020] = 0.9
    assert desk.run("import", recorded(takes / "a.wav", wave), "--language", "de", "--text", TEXT) == WELL
    assert np.abs(wave_of(kept(desk))).max() == pytest.approx(10 ** (-1 / 20), abs=0.001)


@pytest.mark.parametrize("room", [0.0, 0.001])
def test_silence_at_the_ends_is_cut_to_a_twentieth_of_a_second(desk: Desk, takes: Path, room: float) -> None:
    take = joined(quiet(3.0), said(TEXT), quiet(2.0))
    recorded(takes / "a.wav", take + noise(len(take) / RATE, room))
    assert desk.run("import", takes / "a.wav", "--language", "de", "--text", TEXT) == WELL
    assert kept(desk).seconds == pytest.approx(len(said(TEXT)) / RATE + 0.1, abs=0.05)


def test_of_two_channels_one_is_kept(desk: Desk, takes: Path) -> None:
    left = said(TEXT)
    recorded(takes / "a.wav", np.column_stack((left, np.zeros_like(left))))
    assert desk.run("import", takes / "a.wav", "--language", "de", "--text", TEXT) == WELL
    assert kept(desk).channels == 1
    assert lufs(wave_of(kept(desk)), RATE) == pytest.approx(-19, abs=0.5)


BAD = {
    "zu leise: -48 LUFS, mindestens -40": (said(TEXT, 0.02), "too quiet: -48 LUFS"),
    "nichts zu hören": (quiet(2.0), "nothing to hear"),
    "übersteuert: 8.8% abgeschnitten": (said(TEXT, 3.0).clip(-1, 1), "at most 0.1%"),
    "übersteuert: 1.5% abgeschnitten": (said(TEXT, 1.2).clip(-1, 1) * 0.7, "overdriven: "),
    "2.0 s Stille bei 0.8 s, höchstens 1.5": (
        joined(said("Wobei könne"), quiet(2.0), said("n wir helfen?")),
        "2.0 s of silence at 0.8 s",
    ),
    "0.3 s lang, der Satz mit 24 Zeichen dauert 0.7 bis 15.9 s": (said("Wobei"), "cut off?"),
    "21.0 s lang, der Satz mit 24 Zeichen": (said(TEXT * 13)[: 21 * RATE], "Another sentence"),
}


@pytest.mark.parametrize("german", BAD)
def test_a_bad_take_is_refused_with_figures_and_what_to_do(
    desk: Desk, takes: Path, german: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wave, english = BAD[german]
    take = recorded(takes / "a.wav", wave)
    assert desk.run("import", take, "--language", "de", "--text", TEXT) == INCOMPLETE
    told = capsys.readouterr()
    (line,) = told.err.splitlines()
    assert line.startswith(f"{take}: {german}")
    assert english in line
    assert "1 abgelehnt / refused." in told.out
    assert not list((desk.assets / "recordings").rglob("*.*"))


def test_a_take_for_a_very_short_text_may_be_longer_than_its_letters(desk: Desk, takes: Path) -> None:
    take = recorded(takes / "a.flac", said("eins eins zwei, die Feuerwehr"))
    assert desk.run("import", take, "--language", "de", "--text", "112") == WELL


def test_the_good_ones_come_in_though_others_are_bad(
    desk: Desk, takes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(takes / file_of(SENTENCE), said(TEXT))
    (takes / file_of(Utterance("Hallo", "de"))).write_text("no sound at all")
    (takes / "memo.m4a").write_bytes(b"what a telephone records")
    recorded(takes / "Aufnahme 17.wav", said(TEXT))
    recorded(takes / "de-0123456789.wav", said(TEXT))
    assert desk.run("import", takes, "--language", "de") == INCOMPLETE
    told = capsys.readouterr()
    assert "1 neu / new, 0 ersetzt / replaced, 0 schon da / already there, 4 abgelehnt / refused." in told.out
    assert "not a sound file that can be read" in told.err
    assert told.err.count("belongs to no sentence") == 3
    kept(desk)


@pytest.mark.parametrize("suffix", OTHER_SOUNDS)
def test_other_kinds_of_files_are_named_with_what_to_do(
    desk: Desk, takes: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    takes.mkdir()
    (takes / f"{Path(file_of(SENTENCE)).stem}{suffix}").write_bytes(b"sound")
    assert desk.run("import", takes, "--language", "de") == INCOMPLETE
    assert "save it as .wav, .mp3, .ogg, .flac" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["{}", "003 {} Kopie", "{}(2)", "Take_{}"])
def test_a_file_may_be_called_more_than_its_name(desk: Desk, takes: Path, name: str) -> None:
    stem = Path(file_of(SENTENCE)).stem
    recorded(takes / f"{name.format(stem)}.wav", said(TEXT))
    assert desk.run("import", takes, "--language", "de") == WELL
    kept(desk)


def test_two_takes_of_one_sentence_are_both_refused(
    desk: Desk, takes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stem = Path(file_of(SENTENCE)).stem
    recorded(takes / f"{stem}.wav", said(TEXT))
    recorded(takes / f"{stem}-2.wav", said(TEXT, hertz=160))
    assert desk.run("import", takes, "--language", "de") == INCOMPLETE
    assert capsys.readouterr().err.count("keep the best") == 2
    assert desk.material().recording(SENTENCE) is None


def test_the_same_take_is_not_taken_twice_and_a_better_one_replaces_it(
    desk: Desk, takes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = recorded(takes / "a.wav", joined(quiet(1), said(TEXT)))
    again = recorded(takes / "b.flac", joined(quiet(1), said(TEXT)))
    better = recorded(takes / "c.wav", said(TEXT, hertz=170))
    results = []
    for take in (first, first, again, better, better):
        assert desk.run("import", take, "--language", "de", "--text", TEXT) == WELL
        results.append(capsys.readouterr().out.split(": ")[1].split(",")[0])
    there = "schon da / already there"
    assert results == ["neu / new", there, there, "ersetzt / replaced", there]
    assert len(list((desk.assets / "recordings").rglob("*.flac"))) == 1
    before = {path: path.stat().st_mtime_ns for path in (desk.assets / "recordings").rglob("*.*")}
    desk.run("import", better, "--language", "de", "--text", TEXT)
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_the_files_themselves_stay_as_they_are(desk: Desk, takes: Path) -> None:
    recorded(takes / file_of(SENTENCE), joined(quiet(2), said(TEXT, 0.05)))
    recorded(takes / "other.mp3", said(TEXT))

    def look() -> dict[str, tuple[str, int]]:
        paths = sorted(takes.iterdir())
        return {p.name: (hashlib.sha256(p.read_bytes()).hexdigest(), p.stat().st_mtime_ns) for p in paths}

    before = look()
    desk.run("import", takes, "--language", "de")
    assert look() == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--language", "xx"), "'xx' ist keine Sprache dieses Kiosks / is not a language of this kiosk: de, ti"),
        (("--language", "de", "--text", "Wobei können wir Ihnen helfen?"), f"do you mean: {TEXT}"),
        (("--language", "ti", "--text", TEXT), "does not say this sentence"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_read(
    desk: Desk, takes: Path, arguments: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("import", recorded(takes / "a.wav", said(TEXT)), *arguments) == UNUSABLE
    assert reason in capsys.readouterr().err


def test_a_text_belongs_to_one_file(desk: Desk, takes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded(takes / "a.wav", said(TEXT))
    recorded(takes / "b.wav", said(TEXT))
    assert desk.run("import", takes, "--language", "de", "--text", TEXT) == UNUSABLE
    assert "exactly one file, not 2" in capsys.readouterr().err


def test_nothing_to_import_is_said(desk: Desk, takes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    takes.mkdir()
    assert desk.run("import", takes, "--language", "de") == UNUSABLE
    assert "keine Tondateien / no sound files" in capsys.readouterr().err
    assert desk.run("import", takes / "a.wav", "--language", "de") == UNUSABLE
    assert "nicht gefunden / not found" in capsys.readouterr().err


def test_a_library_that_is_not_installed_is_named_once(
    desk: Desk, takes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for text in desk.texts():
        recorded(takes / file_of(Utterance(text, "de")), said(text))
    sndfile._sndfile.cache_clear()
    with monkeypatch.context() as bare:
        bare.setattr(sndfile, "NAME", "no-libsndfile.so")
        assert desk.run("import", takes, "--language", "de") == UNUSABLE
    sndfile._sndfile.cache_clear()
    assert capsys.readouterr().err.count("apt-get install libsndfile1") == 1
