"""`run_kiosk.py voice`: the words that staff read, the clips that are made, and the exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.audio.clips import clips_of
from kiosk.domain.utterance import Utterance
from kiosk.loaders.catalog import load_catalog
from kiosk.speech.shelf import Shelf
from kiosk.staff.voice import INCOMPLETE, INTERRUPTED, STOPPED, UNUSABLE, WELL, main
from tests.unit.speech.loopback_google import LoopbackGoogle, certificate, google

__all__ = ["certificate", "google"]
"""Fixtures, as pytest finds them."""

FILES = {
    "centre.yaml": """
        name: Willkommenszentrum Leipzig
        role: centre
        icon: house
        meaning: Haus für neue Leute
        what: Wir helfen. Das kostet nichts.
        next_step: Kommen Sie am 3. Mai.
        as_of: 2024-01
        """,
    "languages.yaml": """
        languages:
          - {code: de, name: Deutsch, german: Deutsch, script: Latn, greeting: Hallo, touch: Tippen, word: Sprache,
             offline_voice: de, gtts_voice: de}
          - {code: ti, name: ትግርኛ, german: Tigrinya, script: Ethi, greeting: ሰላም, touch: ንኪእ, word: ቋንቋ}
        """,
    "topics.yaml": """
        topics:
          - {id: anmelden, icon: buildings, hue: register, name: Anmelden, what: Adresse und Papiere.}
        """,
    "emergency.yaml": """
        numbers:
          - {number: "112", icon: fire, hue: emergency, name: Feuerwehr, what: Jemand ist verletzt.}
        """,
    "strings/de.yaml": """
        words:
          home.title: Wobei können wir helfen?
          open.until: Jetzt offen, bis {time}
        """,
}
TEXTS = {
    "Willkommenszentrum Leipzig",
    "Haus für neue Leute",
    "Wir helfen.",
    "Das kostet nichts.",
    "Kommen Sie am 3. Mai.",
    "Anmelden",
    "Adresse und Papiere.",
    "Feuerwehr",
    "Jemand ist verletzt.",
    "Wobei können wir helfen?",
}

Run = Callable[..., int]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(line[8:] for line in text.splitlines()[1:]) + "\n", "utf-8")
    return tmp_path / "content"


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def run(content: Path, tmp_path: Path, waits: list[float]) -> Run:
    def run_verb(*arguments: str, content: Path = content) -> int:
        folders = ["--content", str(content), "--assets", str(tmp_path / "assets")]
        return main([*arguments, *folders], wait=waits.append, chance=lambda low, high: (low + high) / 2)

    return run_verb


def test_everything_said_is_rendered_once_with_pauses_and_is_what_the_kiosk_plays(
    run: Run,
    google: LoopbackGoogle,
    waits: list[float],
    content: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("build") == WELL
    assert {text for text, _ in google.requests} == TEXTS
    assert len(google.requests) == len(TEXTS)
    assert waits == [1.5] * len(TEXTS)
    printed = capsys.readouterr().out
    assert f"{len(TEXTS)}/{len(TEXTS)} de  " in printed
    assert "10 neu / new, 0 abgelehnt / refused." in printed
    assert run("build") == WELL
    assert len(google.requests) == len(TEXTS)
    catalog, _ = load_catalog(content, frozenset())
    assert catalog is not None
    clips = clips_of(tmp_path / "assets", catalog.languages, Shelf(tmp_path))
    found = {text: clips.find(Utterance(text, "de")) for text in TEXTS}
    clips.close()
    assert {clip.path.parent for clip in found.values() if clip} == {tmp_path / "assets" / "speech" / "de"}


def test_status_and_dry_run_send_nothing(run: Run, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status") == INCOMPLETE
    assert run("build", "--dry-run") == INCOMPLETE
    assert google.requests == []
    assert "de   0/10  fehlen/missing 10  kaputt/broken 0" in capsys.readouterr().out


def test_a_changed_text_is_missing_and_its_old_clip_is_left_over(
    run: Run, google: LoopbackGoogle, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    assert run("status", "--language", "de") == WELL
    assert "de   10/10  fehlen/missing 0" in capsys.readouterr().out
    centre = content / "centre.yaml"
    centre.write_text(centre.read_text().replace("Wir helfen.", "Wir helfen gern."))
    assert run("status") == INCOMPLETE
    assert "2 Dateien ohne Text / files without a text" in capsys.readouterr().out
    assert run("build") == WELL
    assert google.requests[-1] == ("Wir helfen gern.", "de")


def test_a_refused_text_is_told_and_makes_the_run_incomplete(
    run: Run, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    google.faults.append("html")
    assert run("build") == INCOMPLETE
    printed = capsys.readouterr().out
    assert "1/10 de  ! " in printed
    assert "9 neu / new, 1 abgelehnt / refused." in printed


def test_no_network_stops_the_run_with_a_reason(
    run: Run, monkeypatch: pytest.MonkeyPatch, waits: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    assert run("build") == STOPPED
    assert waits == [1.5, 2, 1.5, 4, 1.5]
    assert "start again later" in capsys.readouterr().err


def test_ctrl_c_keeps_what_was_made(
    content: Path, tmp_path: Path, google: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    pauses: list[float] = []

    def impatient(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 4:
            raise KeyboardInterrupt

    arguments = ["build", "--content", str(content), "--assets", str(tmp_path / "assets")]
    assert main(arguments, wait=impatient) == INTERRUPTED
    assert "goes on from here" in capsys.readouterr().out
    assert len(list((tmp_path / "assets").rglob("*.json"))) == 3


def test_a_language_without_a_voice_is_named(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = lambda catalog, strings, language: [Utterance("ሰላም።", "ti")]  # noqa: E731
    arguments = ["status", "--language", "ti", "--content", str(content)]
    assert main(arguments, utterances=ours) == WELL
    assert "ti   gTTS hat keine Stimme" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [("build", "--language", "xx"), ("status", "--language", "de", "--language", "xx")]
)
def test_an_unknown_language_is_refused(
    run: Run, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == UNUSABLE
    assert "xx" in capsys.readouterr().err


def test_content_that_cannot_be_read_is_refused(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", content=tmp_path / "nothing") == UNUSABLE
    assert "run_kiosk.py check" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["sing"], ["build", "--loud"]])
def test_a_wrong_command_shows_how_it_is_done(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == UNUSABLE
    assert "usage: run_kiosk.py voice" in capsys.readouterr().err
