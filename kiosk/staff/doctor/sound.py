"""Doctor listens: a tone is played as the kiosk plays its voices, and it is looked whether it came out."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from array import array
from collections.abc import Mapping
from pathlib import Path

from kiosk.audio.player import ANSWER_SECONDS, OPEN_SECONDS, ChildPlayer
from kiosk.loaders.faults import Both
from kiosk.staff.doctor.finding import Finding, bad, good, unknown
from kiosk.staff.doctor.terminal import Terminal
from kiosk.staff.doctor.tone import RATE, SECONDS, loudest, tone_in, write_tone

POSITION = "hw_ptr"
"""How far a card has come with what it plays (ALSA, pcm/sub/status); the line is there only while it plays."""
LOOK_S = 0.05
START_S = 2.0
"""So long a sound server may take until it tells what its loudspeaker plays."""
AS_KIOSK = Both(
    "Kabel und Lautstärke ansehen. Den Ton hört der Benutzer des Kiosks: sudo -u kiosk XDG_RUNTIME_DIR=/run/user/"
    "$(id -u kiosk) run_kiosk.py doctor",
    "Look at cable and volume. The sound belongs to the kiosk's user: sudo -u kiosk XDG_RUNTIME_DIR=/run/user/"
    "$(id -u kiosk) run_kiosk.py doctor",
)
LISTEN = Both("Hinhören: War ein kurzer Ton zu hören?", "Listen: was there a short tone?")


def look_at_sound(terminal: Terminal) -> Finding:
    """Play a tone, and tell what came of it."""
    if not terminal.settings.sound.enabled:
        return good(Both("Nach den Einstellungen gibt es keinen Ton.", "By the settings there is no sound."))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tone.wav"
        write_tone(path)
        ear = Ear(terminal.environ)
        card = Card(terminal.root / "proc/asound")
        try:
            error = _play(path, card, terminal.environ)
        finally:
            heard = ear.close()
    return _judged(error, heard, card.moved)


def _judged(error: str, heard: array[int] | None, moved: bool) -> Finding:
    if error:
        return bad(Both(f"Kein Ton: {error}", f"No sound: {error}"), AS_KIOSK)
    if heard is not None and tone_in(heard):
        how = f"{loudest(heard) / 327.68:.0f} %"
        return good(Both(f"Der Ton kam am Lautsprecher an ({how}).", f"The tone reached the loudspeaker ({how})."))
    if heard is not None:
        return bad(
            Both("Gespielt, aber am Lautsprecher kam nichts an.", "Played, but nothing reached the loudspeaker."),
            Both("Ist er stumm? pactl get-sink-mute @DEFAULT_SINK@", "Is it muted? pactl get-sink-mute @DEFAULT_SINK@"),
        )
    if moved:
        return good(Both("Die Soundkarte hat den Ton gespielt. " + LISTEN.de, "The card played it. " + LISTEN.en))
    return unknown(Both("Ohne Fehler gespielt.", "Played without an error."), LISTEN)


def _play(path: Path, card: Card, environ: Mapping[str, str]) -> str:
    """Play a file to its end; why nothing was played, or nothing."""
    changed = threading.Event()
    player = ChildPlayer(changed.set, environ)
    player.open()
    player.start(path, 1.0)
    end = time.monotonic() + OPEN_SECONDS + ANSWER_SECONDS + SECONDS
    try:
        while player.busy() and time.monotonic() < end:
            changed.wait(LOOK_S)
            card.look()
        return player.error or ("no answer" if player.busy() else "")
    finally:
        player.close()


class Card:
    """Watches whether any sound card moves."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._places = folder, set[tuple[str, str]]()

    def look(self) -> None:
        """Where are they now?"""
        for file in self._folder.glob("card*/pcm*p/sub*/status"):
            for line in file.read_text(encoding="ascii", errors="replace").splitlines():
                name, _, place = line.partition(":")
                if name.strip() == POSITION:
                    self._places.add((str(file), place.strip()))

    @property
    def moved(self) -> bool:
        """Whether one was at two places."""
        files = [file for file, _ in self._places]
        return len(files) > len(set(files))


class Ear:
    """Hears what the sound server gives to the loudspeaker, where there is such a server (PulseAudio, PipeWire)."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        words = ["parec", "--device=@DEFAULT_MONITOR@", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        self._heard = bytearray()
        self._begun = threading.Event()
        try:
            self._process: subprocess.Popen[bytes] | None = subprocess.Popen(
                [*words, "--latency-msec=20"], env=dict(environ), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except FileNotFoundError:  # no pulseaudio-utils here: then the sound card itself is looked at
            self._process = None
            return
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self._begun.wait(START_S)  # or the tone would be over before anybody listens

    def _listen(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        while data := os.read(self._process.stdout.fileno(), 1 << 16):
            self._heard += data
            self._begun.set()
        self._begun.set()  # it has ended: no server

    def close(self) -> array[int] | None:
        """What was heard; None if nobody could listen."""
        if self._process is None:
            return None
        self._process.kill()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        samples = array("h")
        samples.frombytes(bytes(self._heard[: len(self._heard) // 2 * 2]))
        return samples if samples else None
