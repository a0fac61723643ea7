"""`run_kiosk.py voice`: the command line, what `status` tells, and what `prune` takes away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.utterance import Utterance
from kiosk.speech.cache import GRACE_SECONDS
from kiosk.staff.voice import VERBS, main
from kiosk.staff.voice.material import INCOMPLETE, INTERRUPTED, UNUSABLE, WELL
from kiosk.staff.voice.prune import NOTE
from tests.unit.speech.loopback_google import LoopbackGoogle
from tests.unit.staff.small_kiosk import DAY, Desk, certificate, content, desk, google
from tests.unit.staff.takes import recorded, said

__all__ = ["certificate", "content", "desk", "google"]

ROOT = Path(__file__).resolve().parents[3]
HELPED = "Wir helfen."


def sounds(desk: Desk, folder: str = "speech") -> list[Path]:
    """Sounds and what tells of them."""
    return sorted(path for path in (desk.assets / folder).glob("*/*") if path.is_file())


def record(desk: Desk, text: str) -> None:
    take = recorded(desk.folder / "take.wav", said(text))
    assert desk.run("import", take, "--language", "de", "--text", text) == WELL


def rows(desk: Desk, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    desk.run("status", "--format", "json", *arguments)
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("arguments", [[], ["sing"], ["build", "--loud"], ["list"], ["import", "a.wav"]])
def test_a_wrong_command_shows_how_it_is_done(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == UNUSABLE
    assert "usage: run_kiosk.py voice" in capsys.readouterr().err


def test_help_explains_every_verb_and_its_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    every = capsys.readouterr().out
    codes = every.partition("exit codes:")[2].splitlines()
    for verb in VERBS:
        (line,) = [line for line in codes if line.startswith(f"  {verb} ")]
        with pytest.raises(SystemExit):
            main([verb, "--help"])
        alone = capsys.readouterr().out.partition("exit codes:")[2]
        assert "".join(line.split()[1:]) == "".join(alone.split())


@pytest.mark.parametrize("verb", ["build", "status"])
def test_an_unknown_language_is_refused(desk: Desk, verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run(verb, "--language", "de", "--language", "xx") == UNUSABLE
    assert "'xx' ist keine Sprache dieses Kiosks" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["build"], ["status"], ["list", "--language", "de"], ["prune", "--yes"]])
def test_content_that_cannot_be_read_is_refused(
    desk: Desk, verb: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (desk.folder / "content" / "centre.yaml").write_text("name: [")
    assert desk.run(*verb) == UNUSABLE
    assert "run_kiosk.py check" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["status"], ["list", "--language", "de"], ["build", "--dry-run"]])
def test_content_with_errors_is_told(desk: Desk, verb: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    desk.run(*verb)
    assert capsys.readouterr().err == ""
    desk.change("next_step: Kommen Sie am 3. Mai.", "next_step: [Kommen Sie am 3. Mai.]")
    desk.run(*verb)
    assert "1 Fehler in den Inhalten, dort fehlen Sätze / errors in the content" in capsys.readouterr().err


def test_ctrl_c_ends_any_verb(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def impatient(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(VERBS, "status", impatient)
    assert desk.run("status") == INTERRUPTED
    assert "Angehalten. / Stopped." in capsys.readouterr().err


def test_who_has_read_enough_may_go(desk: Desk) -> None:
    command = [sys.executable, "run_kiosk.py", "voice", "list", "--language", "de", *desk.folders]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (WELL, b"")


def test_a_terminal_without_ethiopic_letters_does_not_end_the_verb(desk: Desk) -> None:
    command = [sys.executable, "run_kiosk.py", "voice", "list", "--language", "ti", *desk.folders]
    plain = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env=plain, check=True)
    assert rb"\u1230\u120b\u121d" in done.stdout


def test_status_counts_the_best_voice_of_every_sentence(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    count = len(desk.texts())
    assert desk.run("status") == INCOMPLETE
    german, tigrinya = rows(desk, capsys)
    assert (german["texts"], german["offline"], german["missing"], german["heard"]) == (count, count, count, count)
    # its own words, and the keyboard's three figures: these are said in the listener's language
    assert (tigrinya["texts"], tigrinya["none"], tigrinya["missing"], tigrinya["heard"]) == (8, 8, 0, 0)
    record(desk, HELPED)
    google.faults.append("html")
    desk.run("build")
    (german,) = rows(desk, capsys, "--language", "de")
    assert (german["recordings"], german["gtts"], german["offline"], german["missing"]) == (1, count - 2, 1, 1)
    clips = [desk.material().clip(Utterance(text, "de")) for text in desk.texts()]
    recording = desk.material().recording(Utterance(HELPED, "de"))
    assert recording
    assert german["seconds"] == pytest.approx(sum(c.seconds for c in (*clips, recording) if c), abs=0.06)
    assert german["bytes"] == sum(path.stat().st_size for path in desk.assets.rglob("*.[mf][pl]*"))
    desk.run("build")
    assert desk.run("status", "--language", "de") == WELL


def test_status_says_what_visitors_hear_and_how_to_change_it(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    count = len(desk.texts())
    record(desk, HELPED)
    desk.run("status")
    told = capsys.readouterr().out
    assert f"de: Besucher hören {count} von {count} Sätzen." in told
    assert "ti: Besucher hören nichts" in told
    assert f"sound: voices: in {desk.config}" in told
    desk.config.write_text("sound: {enabled: no, voices: []}\n")
    desk.run("status")
    told = capsys.readouterr().out
    assert f"de: Besucher hören 1 von {count} Sätzen." in told
    assert "nicht freigegeben / not released" in told
    assert "this terminal has no sound" in told


def test_status_aligns_its_columns(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("status")
    table = capsys.readouterr().out.splitlines()[:4]
    assert len({len(line) for line in table}) == 1
    assert table[0].split()[:4] == ["Sätze", "Mensch", "gTTS", "offline"]
    assert table[2].split()[:5] == ["de", str(len(desk.texts())), "0", "0", str(len(desk.texts()))]


def test_prune_takes_what_belongs_to_no_text_after_two_weeks_and_only_if_told(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("build")
    everything = sounds(desk)
    desk.now += 400 * DAY
    desk.change(HELPED, "Wir helfen gern.")
    assert desk.run("prune", "--yes") == WELL
    assert sounds(desk) == everything, "unused since today, however old it is"
    assert "unused for less than 14 days" in capsys.readouterr().out
    desk.now += GRACE_SECONDS
    assert desk.run("prune") == WELL
    assert sounds(desk) == everything
    assert "speech: 2 Dateien, 0.0 MB, würden gelöscht" in capsys.readouterr().out
    assert desk.run("prune", "--yes") == WELL
    assert len(sounds(desk)) == len(everything) - 2
    assert "speech: 2 Dateien gelöscht / files deleted" in capsys.readouterr().out
    desk.change("Wir helfen gern.", HELPED)
    assert [row["missing"] for row in rows(desk, capsys, "--language", "de")] == [1]


def test_a_text_that_comes_back_keeps_its_clip_and_its_next_two_weeks_begin_anew(
    desk: Desk, google: LoopbackGoogle
) -> None:
    desk.run("build")
    everything = sounds(desk)
    desk.change(HELPED, "Wir helfen gern.")
    desk.run("build")  # notes that it is unused
    desk.now += 10 * DAY
    desk.change("Wir helfen gern.", HELPED)
    desk.run("prune")
    desk.change(HELPED, "Wir helfen sehr.")
    desk.now += 10 * DAY
    desk.run("prune", "--yes")
    assert set(everything) <= set(sounds(desk))


def test_the_two_weeks_begin_with_the_build_that_finds_a_clip_unused(desk: Desk, google: LoopbackGoogle) -> None:
    desk.run("build")
    desk.change(HELPED, "Wir helfen gern.")
    desk.run("build")
    everything = sounds(desk)
    desk.now += GRACE_SECONDS
    desk.run("prune", "--yes")
    assert len(sounds(desk)) == len(everything) - 2


def test_a_damaged_note_begins_the_two_weeks_anew(desk: Desk, google: LoopbackGoogle) -> None:
    desk.run("build")
    everything = sounds(desk)
    desk.change(HELPED, "Wir helfen gern.")
    desk.run("prune")
    desk.now += GRACE_SECONDS
    for damaged in ("", "[]", '{"de/x": "long ago"}', "null"):
        (desk.assets / "speech" / NOTE).write_text(damaged)
        desk.run("prune", "--yes")
        assert sounds(desk) == everything


def test_prune_keeps_what_is_in_use_in_any_language_and_voice(desk: Desk, google: LoopbackGoogle) -> None:
    desk.run("build")
    record(desk, HELPED)
    everything = sounds(desk) + sounds(desk, "recordings")
    for _ in range(2):
        desk.run("prune", "--yes", "--recordings")
        desk.now += 400 * DAY
    assert sounds(desk) + sounds(desk, "recordings") == everything


def test_recordings_go_only_if_that_is_said(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    record(desk, HELPED)
    desk.change(HELPED, "Wir helfen gern.")
    for _ in range(2):
        capsys.readouterr()
        assert desk.run("prune", "--yes") == WELL
        assert "recordings: 2 Dateien ohne Text bleiben" in capsys.readouterr().out
        desk.now += GRACE_SECONDS
    assert len(sounds(desk, "recordings")) == 2
    assert desk.run("prune", "--yes", "--recordings") == WELL
    assert sounds(desk, "recordings") == []


def test_content_with_errors_prunes_nothing(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("build")
    everything = sounds(desk)
    desk.change("next_step: Kommen Sie am 3. Mai.", "next_step: [Kommen Sie am 3. Mai.]")
    assert "Kommen Sie am 3. Mai." not in desk.texts(), "off the screen, but it will come back"
    for _ in range(2):
        assert desk.run("prune", "--yes") == UNUSABLE
        desk.now += 400 * DAY
    assert "Mend them first" in capsys.readouterr().err
    assert sounds(desk) == everything
