"""A stand-in for the speech service behind gTTS, on this machine only.

gTTS runs as it is, with nothing replaced: `https_proxy` names this server, gTTS asks it for a tunnel to
translate.google.com, and the server ends the tunnel's TLS itself (gTTS checks no certificate). It understands the
service's request, refuses what the service refuses, and has its faults.
"""

from __future__ import annotations

import base64
import json
import ssl
import subprocess
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

import pytest

RPC, PATH = "jQ1olc", "/_/TranslateWebserverUi/data/batchexecute"
LONGEST = 100
FRAME = b"\xff\xf3\x84\xc4" + bytes(188)
"""24 ms of silence as the service would send it: MPEG 2 layer III, 24 kHz, mono, 64 kbit/s."""
FRAME_SECONDS = 0.024


def silent_mp3(seconds: float) -> bytes:
    """An MP3 that any decoder takes, made without an encoder."""
    return FRAME * max(1, round(seconds / FRAME_SECONDS))


def said_slowly(text: str, _language: str) -> bytes:
    """As much silence as a voice would need to say `text`."""
    return silent_mp3(0.06 * len(text))


@dataclass
class Heard:
    """What came to the server, and what it will do wrong: the faults are taken one a request, None is none."""

    requests: list[tuple[str, str]] = field(default_factory=list)
    tunnels: list[str] = field(default_factory=list)
    faults: list[str | None] = field(default_factory=list)
    voice: Callable[[str, str], bytes] = said_slowly
    gone: threading.Event = field(default_factory=threading.Event)
    hanging: Callable[[str], None] = lambda text: None
    """Told the text of a request that gets no answer."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    heard: Heard
    tls: ssl.SSLContext

    def do_CONNECT(self) -> None:
        self.heard.tunnels.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.connection = self.tls.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", 0)  # type: ignore[assignment]
        self.handle_one_request()  # gTTS opens a tunnel for every request
        self.close_connection = True
        self.rfile.close()
        self.connection.close()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        text, language = understood(body)
        self.heard.requests.append((text, language))
        fault = self.heard.faults.pop(0) if self.heard.faults else None
        if fault:
            getattr(self, fault)(text, language)
        elif self.path != PATH or len(text) > LONGEST:
            self.send(400, b"bad request")
        else:
            self.send(200, reply(self.heard.voice(text, language)))

    def throttled(self, *_: str) -> None:
        self.send(429, b"<html>unusual traffic</html>")

    def throttled_for_99_s(self, *_: str) -> None:
        self.send(429, b"<html>unusual traffic</html>", "99")

    def throttled_for_an_hour(self, *_: str) -> None:
        self.send(429, b"<html>unusual traffic</html>", "3600")

    def out_of_order(self, *_: str) -> None:
        self.send(503, b"backend")

    def noaudio(self, *_: str) -> None:
        self.send(200, reply(None))

    def html(self, *_: str) -> None:
        self.send(200, "<html>Bevor Sie fortfahren …</html>".encode())

    def latin1(self, *_: str) -> None:
        self.send(200, "<html>für jQ1olc</html>".encode("latin-1"))

    def babble(self, text: str, language: str) -> None:
        self.send(200, reply(self.heard.voice(text * 50, language)))

    def too_short(self, *_: str) -> None:
        self.send(200, reply(silent_mp3(0)))

    def empty(self, *_: str) -> None:
        self.send(200, reply(b""))

    def nothing(self, *_: str) -> None:
        self.send(200, b"")

    def half_a_frame(self, text: str, language: str) -> None:
        self.send(200, reply(self.heard.voice(text, language)[:-9]))

    def hang(self, text: str, _language: str) -> None:
        self.heard.hanging(text)
        self.heard.gone.wait()
        self.close_connection = True

    def drop(self, *_: str) -> None:
        self.close_connection = True

    def cut(self, text: str, language: str) -> None:
        whole = reply(self.heard.voice(text, language))
        self.send_response(200)
        self.send_header("Content-Length", str(len(whole)))
        self.end_headers()
        self.wfile.write(whole[: len(whole) // 2])

    def send(self, status: int, body: bytes, retry_after: str = "") -> None:
        self.send_response(status)
        if retry_after:
            self.send_header("Retry-After", retry_after)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The tests look at `Heard`."""


def understood(body: bytes) -> tuple[str, str]:
    """Text and language of a request."""
    ((call,),) = json.loads(urllib.parse.parse_qs(body.decode("ascii"))["f.req"][0])
    if call[0] != RPC:
        raise ValueError(call[0])
    text, language, _speed, _ = json.loads(call[1])
    return text, language


def reply(mp3: bytes | None) -> bytes:
    """The service's answer; None is the answer for a language that it does not speak."""
    inner = json.dumps([base64.b64encode(mp3).decode()]) if mp3 is not None else None
    row = ["wrb.fr", RPC, inner, None, None, None if mp3 else [3], "generic"]
    return b")]}'\n\n" + json.dumps([row, ["di", 109]], separators=(",", ":")).encode()


class LoopbackGoogle(Heard):
    """`with LoopbackGoogle(certificate) as google: monkeypatch.setenv("https_proxy", google.proxy)`."""

    def __init__(self, certificate: Path) -> None:
        super().__init__()
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        handler = type("Handler", (_Handler,), {"heard": self, "tls": tls})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def proxy(self) -> str:
        """The value for `https_proxy`."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> LoopbackGoogle:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gone.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def make_certificate(folder: Path) -> Path:
    """A certificate that nobody has to trust, with its key, in one file."""
    key, certificate, both = folder / "key.pem", folder / "certificate.pem", folder / "both.pem"
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=loopback"
    command = [*make.split(), "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    both.write_text(key.read_text() + certificate.read_text())
    return both


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all tests."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def google(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackGoogle]:
    """The service; gTTS finds it by its environment alone."""
    with LoopbackGoogle(certificate) as server:
        monkeypatch.setenv("https_proxy", server.proxy)
        # gTTS checks no certificate, but the system's are read for each request: with one of them that is ten times
        # as quick.
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        yield server
