"""`voice build`: the real verb with the real gTTS, and a service with all its moods. Waiting is written down."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kiosk.audio.clips import clips_of
from kiosk.domain.utterance import Utterance
from kiosk.speech.batch import REFUSALS
from kiosk.speech.shelf import Shelf
from kiosk.staff.voice.build import LOCK
from kiosk.staff.voice.material import INCOMPLETE, INTERRUPTED, STOPPED, UNUSABLE, WELL
from tests.unit.speech.loopback_google import LoopbackGoogle
from tests.unit.speech.waiting import Notes
from tests.unit.staff.small_kiosk import Desk, certificate, content, desk, google
from tests.unit.staff.takes import recorded, said

__all__ = ["certificate", "content", "desk", "google"]

ROOT = Path(__file__).resolve().parents[3]


def test_every_sentence_is_rendered_once_with_pauses_and_is_what_the_kiosk_plays(
    desk: Desk, google: LoopbackGoogle, tmp_path: Path
) -> None:
    texts = desk.texts()
    assert desk.run("build") == WELL
    assert sorted(google.requests) == sorted((text, "de") for text in texts)
    assert desk.waits == [1.5] * len(texts)
    clips = clips_of(desk.assets, desk.material().languages, Shelf(tmp_path))
    found = [clips.find(Utterance(text, "de")) for text in texts]
    clips.close()
    assert {clip.path.parent for clip in found if clip} == {desk.assets / "speech" / "de"}
    assert None not in found
    assert desk.run("build") == WELL
    assert len(google.requests) == len(texts)


def test_the_run_is_told_line_by_line_where_nobody_watches(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    count = len(desk.texts())
    desk.run("build", "--language", "de")
    lines = capsys.readouterr().out.splitlines()
    assert lines[
        0
    ] == f"de   {count} Sätze / sentences: 0 aufgenommen / recorded, 0 gesprochen / rendered, {count} " + (
        "fehlen / missing"
    )
    assert lines[1].startswith(f"1/{count}  de  noch/left ")
    assert lines[count].startswith(f"{count}/{count}  de  noch/left 0 s  ")
    assert lines[count + 1] == f"{count} neu / new, 0 abgelehnt / refused."


def test_a_dry_run_sends_nothing_and_says_what_would_be_sent(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("build", "--dry-run") == INCOMPLETE
    count = len(desk.texts())
    printed = capsys.readouterr().out
    assert f"{count} Sätze in {count} Anfragen, mindestens {count * 1.5:.0f} s; nichts gesendet." in printed
    assert google.requests == []
    desk.run("build")
    assert desk.run("build", "--dry-run") == WELL


def test_only_what_changed_is_rendered(desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("build")
    desk.change("Wir helfen.", "Wir helfen gern.")
    google.requests.clear()
    capsys.readouterr()
    assert desk.run("build") == WELL
    count = len(desk.texts())
    assert f"0 aufgenommen / recorded, {count - 1} gesprochen / rendered, 1 fehlen" in capsys.readouterr().out
    assert google.requests == [("Wir helfen gern.", "de")]


def test_a_broken_clip_is_rendered_again(desk: Desk, google: LoopbackGoogle) -> None:
    desk.run("build")
    clip = desk.material().clip(Utterance("Hallo", "de"))
    assert clip
    clip.path.write_bytes(clip.path.read_bytes()[:-1])
    google.requests.clear()
    assert desk.run("build") == WELL
    assert google.requests == [("Hallo", "de")]


def test_gtts_gets_the_spoken_form_and_a_person_the_shown_one(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk.folder / "content" / "pronunciation").mkdir()
    (desk.folder / "content" / "pronunciation" / "de.yaml").write_text("words: {Leipzig: Leipzich}\n")
    desk.run("build")
    assert ("Willkommenszentrum Leipzich", "de") in google.requests
    assert ("Willkommenszentrum Leipzig", "de") not in google.requests
    capsys.readouterr()
    desk.run("list", "--language", "de")
    assert ";Willkommenszentrum Leipzig;" in capsys.readouterr().out


def test_a_pause_can_be_asked_for(desk: Desk, google: LoopbackGoogle) -> None:
    assert desk.run("build", "--pause", "4") == WELL
    assert set(desk.waits) == {4}


@pytest.mark.parametrize(
    ("faults", "waits"),
    [
        (["throttled"], [30]),
        (["throttled_for_99_s"], [99]),
        (["throttled", "throttled"], [30, 60]),
        (["out_of_order"], [2]),
        (["out_of_order", "cut"], [2, 4]),
        (["cut"], [2]),
        (["drop", "drop"], [2, 4]),
        (["hang"], [2]),
    ],
)
def test_a_passing_fault_is_waited_for_and_nothing_is_missing(
    desk: Desk, google: LoopbackGoogle, faults: list[str], waits: list[float]
) -> None:
    google.faults.extend(faults)
    desk.timeout = (5.0, 0.5)
    assert desk.run("build", "--pause", "0") == WELL
    assert [seconds for seconds in desk.waits if seconds] == waits
    assert len(google.requests) == len(desk.texts()) + len(faults)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("html", "consent"),
        ("latin1", "utf-8"),
        ("noaudio", "200"),
        ("empty", "without sound"),
        ("nothing", "without sound"),
        ("half_a_frame", "not an MP3"),
        ("too_short", "cannot be right"),
        ("babble", "cannot be right"),
    ],
)
def test_a_useless_answer_is_told_and_kept_nowhere(
    desk: Desk, google: LoopbackGoogle, fault: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    google.faults.append(fault)
    assert desk.run("build") == INCOMPLETE
    printed = capsys.readouterr().out
    (line,) = [line for line in printed.splitlines() if line.startswith("de  ! Hallo: ")]
    assert reason in line
    count = len(desk.texts())
    assert f"{count - 1} neu / new, 1 abgelehnt / refused." in printed
    assert desk.material().clip(Utterance("Hallo", "de")) is None
    assert len(list((desk.assets / "speech" / "de").iterdir())) == 2 * (count - 1)
    assert desk.run("build") == WELL


@pytest.mark.parametrize("fault", ["throttled", "out_of_order", "cut", "drop", "hang"])
def test_a_fault_that_stays_ends_the_run_and_keeps_what_is_there(
    desk: Desk, google: LoopbackGoogle, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    google.faults.extend([None, *[fault] * 3])
    desk.timeout = (5.0, 0.5)
    assert desk.run("build") == STOPPED
    assert "start again later" in capsys.readouterr().err
    assert len(google.requests) == 4
    assert len(list(desk.assets.rglob("*.mp3"))) == 1
    assert desk.run("build") == WELL


def test_no_network_stops_the_run_with_a_reason(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    assert desk.run("build") == STOPPED
    assert desk.waits == [1.5, 2, 1.5, 4, 1.5]
    assert "ProxyError" in capsys.readouterr().err


def test_a_language_that_is_always_refused_is_left_out_and_that_is_said(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    google.faults.extend(["html"] * 99)
    assert desk.run("build") == INCOMPLETE
    assert len(google.requests) == REFUSALS
    assert f"{REFUSALS} refusals in a row: the rest of this language is left out." in capsys.readouterr().out


def test_ctrl_c_keeps_what_was_made(desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]) -> None:
    def impatient(seconds: float) -> None:
        desk.waits.append(seconds)
        if len(desk.waits) == 4:
            raise KeyboardInterrupt

    desk.wait = impatient
    assert desk.run("build") == INTERRUPTED
    assert "goes on from here" in capsys.readouterr().out
    assert len(list(desk.assets.rglob("*.json"))) == 3


def test_killed_in_the_middle_nothing_is_lost_and_nothing_doubled(desk: Desk, google: LoopbackGoogle) -> None:
    texts = desk.texts()
    fourth = texts[3]
    google.faults.extend([None, None, None, "hang"])
    google.hanging = Notes()
    command = [sys.executable, "run_kiosk.py", "voice", "build", "--pause", "0", *desk.folders]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        google.hanging.until(fourth)
        process.kill()
    folder = desk.assets / "speech" / "de"
    assert len(list(folder.glob("*.json"))) == len([p for p in folder.glob("*.mp3") if p.name[0] != "."]) == 3
    assert list(folder.glob(".part-*")), "killed while it was waiting for sound"
    assert subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode == WELL
    asked = Counter(text for text, _ in google.requests)
    assert asked == Counter(texts) + Counter([fourth])
    assert sorted(path.suffix for path in folder.iterdir()) == [".json"] * len(texts) + [".mp3"] * len(texts)
    assert subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode == WELL
    assert len(google.requests) == len(texts) + 1


def test_two_builds_do_not_ask_for_the_same(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk.assets / "speech").mkdir(parents=True)
    with (desk.assets / "speech" / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert desk.run("build") == STOPPED
    assert "Another build is at work." in capsys.readouterr().err
    assert google.requests == []
    assert desk.run("build") == WELL


def test_what_a_person_recorded_is_not_rendered(desk: Desk, google: LoopbackGoogle, tmp_path: Path) -> None:
    take = recorded(tmp_path / "take.wav", said("Wir helfen."))
    assert desk.run("import", take, "--language", "de", "--text", "Wir helfen.") == WELL
    assert desk.run("build") == WELL
    assert "Wir helfen." not in [text for text, _ in google.requests]


def test_a_language_without_a_voice_is_named(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("build", "--language", "ti") == WELL
    assert "ti   gTTS hat keine Stimme: einen Menschen aufnehmen." in capsys.readouterr().out
    assert google.requests == []


@pytest.mark.parametrize("pause", ["-1", "61", "soon", "nan"])
def test_a_pause_that_is_none_is_refused(desk: Desk, pause: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        desk.run("build", "--pause", pause)
    assert left.value.code == UNUSABLE
    assert "0 to 60 seconds" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said(
    desk: Desk, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.assets.write_text("a file where a folder should be")
    assert desk.run("build") == UNUSABLE
    assert str(desk.assets) in capsys.readouterr().err
    assert google.requests == []
