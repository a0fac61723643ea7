"""A sound server of a test's own (PulseAudio, with a loudspeaker that nobody hears), its troubles, and what was heard.

Needs no sound card, no D-Bus and no session; runs as root, too.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.gui.outside import PATIENCE_S, ROOT, until

UNPACKED = ROOT / ".venv" / "debian"
"""Where `make test` leaves PulseAudio (tools/prepare.py)."""
RATE = 44100
LOUDSPEAKER = "kiosk"
SPEECH = 100
"""Of 32768: what is louder is speech. Nobody else plays anything here, so silence is silence."""


def pulseaudio() -> tuple[list[str], dict[str, str]]:
    """The command that runs the server, and what it needs in its environment: as the set-up has unpacked it, or else as
    it is installed."""
    command = UNPACKED / "usr" / "bin" / "pulseaudio"
    if not command.exists():
        return ["pulseaudio"], {}
    folders = {file.name: str(file.parent) for file in UNPACKED.glob("usr/lib/**/*.so")}
    parts = f"--dl-search-path={folders['module-null-sink.so']}"
    return [str(command), parts], {"LD_LIBRARY_PATH": ":".join(sorted({*folders.values()}))}


class SoundServer:
    """PulseAudio on a socket in `folder`. There is none before `start`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._socket = folder, folder / "sound"
        self._process: subprocess.Popen[bytes] | None = None
        self._deaf: list[socket.socket] = []
        # With PULSE_SERVER set, libpulse starts no server by itself. Without a configuration ALSA has no card: on a
        # machine that has one, SDL would play through that, and nothing would ever be missing.
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "ALSA_CONFIG_PATH": os.devnull,
        }
        self._surroundings = os.environ | self.environment | {"HOME": str(folder)}

    def start(self, loudspeaker: bool = True) -> None:
        """Run the server, with a loudspeaker or without any. Who waited at a deaf one is let go when it is there."""
        deaf, self._deaf = self._deaf, []
        self.kill()
        answers = f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"
        command, more = pulseaudio()
        self._process = subprocess.Popen(
            [*command, "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-L", answers],
            env=self._surroundings | more,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,  # it says that it should not be run as root, and that it loads few modules
        )
        until(lambda: self._pactl("info"), "the sound server answers")
        if loudspeaker:
            self.plug()
        for connection in deaf:
            connection.close()

    def plug(self) -> None:
        """A loudspeaker is there. Like a real one it takes sound at least every 50 ms (norewinds): PulseAudio's null
        sink as it is sleeps for up to 2 s before it plays."""
        how = (f"sink_name={LOUDSPEAKER}", f"rate={RATE}", "channels=1", "norewinds=1")
        assert self._pactl("load-module", "module-null-sink", *how)

    def unplug(self) -> None:
        """The loudspeaker is gone."""
        assert self._pactl("unload-module", "module-null-sink")

    def streams(self) -> int:
        """How many programs play something, if only silence."""
        command = ["pactl", "list", "short", "sink-inputs"]
        told = subprocess.run(command, env=self._surroundings, capture_output=True, check=True)
        return len(told.stdout.splitlines())

    def kill(self) -> None:
        """There is no server any more, as after a crash."""
        for connection in self._deaf:
            connection.close()
        self._deaf.clear()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        self._socket.unlink(missing_ok=True)

    def hang(self) -> None:
        """The server takes what it is sent and does nothing, until `wake`."""
        self._signal(signal.SIGSTOP)

    def wake(self) -> None:
        """The server goes on."""
        self._signal(signal.SIGCONT)

    def deafen(self) -> None:
        """In place of the server there is somebody who accepts every connection and never says a word."""
        self.kill()
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(self._socket))
        listener.listen(64)
        listener.settimeout(PATIENCE_S)
        self._deaf.append(listener)

    def until_knocked(self) -> None:
        """Wait until somebody has come to the deaf server, and waits."""
        self._deaf.append(self._deaf[0].accept()[0])

    def _signal(self, number: int) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _pactl(self, *words: str) -> bool:
        """Tell the server something; whether it did it."""
        command = ["pactl", *words]
        return subprocess.run(command, env=self._surroundings, capture_output=True, check=False).returncode == 0


class Ear:
    """Hears what the loudspeaker is given, 10 ms at a time."""

    def __init__(self, server: SoundServer) -> None:
        command = ["parec", f"--device={LOUDSPEAKER}.monitor", "--latency-msec=10", "--raw", "--format=s16le"]
        self._process = subprocess.Popen(
            [*command, f"--rate={RATE}", "--channels=1"],
            env=os.environ | server.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it complains when its server is killed
        )
        self._chunks: list[bytes] = []
        self.arrivals: list[tuple[float, int]] = [(time.monotonic(), 0)]
        """When (time.monotonic()) how many samples had been heard."""
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        count = 0
        while chunk := os.read(self._process.stdout.fileno(), 1 << 16):
            self._chunks.append(chunk)
            count += len(chunk)
            self.arrivals.append((time.monotonic(), count // 2))

    def until_hearing(self) -> None:
        """Wait until it hears, if only silence."""
        until(lambda: self.now() > 0, "the loudspeaker is there")

    def now(self) -> int:
        """How many samples were heard so far."""
        return self.arrivals[-1][1]

    def samples(self, since: int = 0) -> NDArray[np.int16]:
        """What was heard since then."""
        data = b"".join(self._chunks)
        return np.frombuffer(data[2 * since : len(data) // 2 * 2], np.int16)

    def speech(self, since: int) -> int:
        """How many samples of speech were heard since then."""
        return int(np.count_nonzero(np.abs(self.samples(since).astype(int)) > SPEECH))

    def until_speech(self, since: int) -> None:
        """Wait until so much as a syllable was heard since then."""
        until(lambda: self.speech(since) > RATE // 20, "somebody speaks")

    def until_silence(self, seconds: float = 0.5) -> None:
        """Wait until nothing was heard for so long, from now on."""
        start, length = self.now(), round(seconds * RATE)
        until(lambda: self.now() - start > length and not self.speech(self.now() - length), "it is silent")

    def close(self) -> None:
        """Stop listening."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
