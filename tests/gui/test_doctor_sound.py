"""doctor plays a tone through the real player, and hears with a real sound server whether it came out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.staff.doctor.finding import Verdict
from kiosk.staff.doctor.sound import Card, look_at_sound
from kiosk.staff.doctor.terminal import Terminal
from kiosk.staff.doctor.tone import RATE, SECONDS
from tests.gui.outside import ROOT, until
from tests.gui.sound_server import Ear, SoundServer

CONFIG = ROOT / "config" / "kiosk.yaml"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    """A sound server that does not run yet."""
    server = SoundServer(tmp_path)
    yield server
    server.kill()


def environment(server: SoundServer) -> dict[str, str]:
    """That of a kiosk which plays through the server, and nothing of this machine's sound."""
    return {
        key: value for key, value in os.environ.items() if not key.startswith(("SDL_", "PULSE_"))
    } | server.environment


def look(server: SoundServer) -> tuple[Verdict, str]:
    """What doctor finds, without its other looks."""
    found = look_at_sound(Terminal(ROOT / "content", CONFIG, None, environment(server)))
    return found.verdict, found.found.en


def test_a_loudspeaker_that_plays_is_good(server: SoundServer) -> None:
    server.start()
    ear = Ear(server)
    ear.until_hearing()
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "doctor", "--json", "--config", str(CONFIG)]
    done = subprocess.run(command, env=environment(server), stdout=subprocess.PIPE, check=False)
    (row,) = (row for row in json.loads(done.stdout)["rows"] if row["name"] == "audio")
    assert row["verdict"] == "pass" and row["found"]["en"].startswith("The tone reached the loudspeaker ("), row
    assert ear.speech(0) > RATE * SECONDS / 2, "somebody in the room heard it, too"
    ear.close()


def test_a_muted_loudspeaker_is_found(server: SoundServer) -> None:
    server.start()
    assert server._pactl("set-sink-mute", "@DEFAULT_SINK@", "1")
    assert look(server) == (Verdict.FAIL, "Played, but nothing reached the loudspeaker.")


def test_no_server_is_found(server: SoundServer) -> None:
    verdict, found = look(server)
    assert verdict is Verdict.FAIL and found.startswith("No sound: ")


def test_a_server_that_never_answers_holds_the_report_up_for_some_seconds_only(server: SoundServer) -> None:
    server.deafen()
    assert look(server)[0] is Verdict.FAIL


def test_where_nobody_can_listen_the_card_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pulseaudio-utils, on SDL's dummy device: first no card tells anything, then one that moves."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    terminal = Terminal(
        ROOT / "content", CONFIG, None, {"PATH": str(tmp_path / "bin"), "SDL_AUDIODRIVER": "dummy"}, tmp_path
    )
    found = look_at_sound(terminal)
    assert found.verdict is Verdict.UNKNOWN and "hear" not in found.found.en and found.remedy.de

    (status := tmp_path / "proc/asound/card0/pcm3p/sub0/status").parent.mkdir(parents=True)
    over = threading.Event()

    def play() -> None:
        at = 0
        while not over.wait(0.01):
            (new := status.with_name("new")).write_text(f"state: RUNNING\nhw_ptr      : {(at := at + 441)}\n")
            new.replace(status)

    (player := threading.Thread(target=play)).start()
    try:
        assert look_at_sound(terminal).verdict is Verdict.PASS
    finally:
        over.set()
        player.join()


def test_a_card_that_stands_still_has_not_moved(tmp_path: Path) -> None:
    (status := tmp_path / "card0/pcm3p/sub0/status").parent.mkdir(parents=True)
    card = Card(tmp_path)
    for text in ("closed\n", "state: RUNNING\nhw_ptr      : 5\n", "state: RUNNING\nhw_ptr      : 5\n"):
        status.write_text(text)
        card.look()
    assert not card.moved
    status.write_text("state: RUNNING\nhw_ptr      : 6\n")
    until(lambda: card.look() or card.moved, "it moves")
