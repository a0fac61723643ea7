"""An HTTPS server on loopback with a certificate of its own making: a directory that releases are fetched from."""

from __future__ import annotations

import hashlib
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.unit.release.desk import Desk


@dataclass
class Site:
    """What it offers by path, what it was asked (path and If-None-Match), and its faults by path."""

    port: int
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    status: dict[str, int] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    half: bool = False
    """Whether it breaks off in the middle."""
    drip_s: float = 0.0
    """Seconds between pieces of a kilobyte."""
    marks: bool = True

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}/kiosk"

    def offer(self, data: bytes, path: str = "/kiosk/latest.release") -> None:
        """From now on."""
        self.files[path] = data


def certificate(folder: Path) -> Path:
    """A certificate for localhost with its key in one file; whoever trusts the file trusts the server."""
    path = folder / "localhost.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    more = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(path), "-out", str(folder / "cert")]
    subprocess.run([*command, *more], check=True, capture_output=True)
    with path.open("ab") as file:
        file.write((folder / "cert").read_bytes())
    return path


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        site, known = self.site, self.headers.get("If-None-Match", "")
        site.asked.append((self.path, known))
        data = site.files.get(self.path, b"")
        mark = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        status = site.status.get(self.path, 302 if self.path in site.moved else 200 if data else 404)
        if status == 200 and known == mark:
            status = 304
        self.send_response(status)
        if self.path in site.moved:
            self.send_header("Location", site.moved[self.path])
        if site.marks:
            self.send_header("ETag", mark)
        body = data if status == 200 else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._send(body)

    def _send(self, body: bytes) -> None:
        if self.site.half:
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
            return
        for at in range(0, len(body), 1024) if self.site.drip_s else ():
            self.wfile.write(body[at : at + 1024])
            time.sleep(self.site.drip_s)
        if not self.site.drip_s:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request: object, client_address: object) -> None:
        """Who goes away in the middle is part of the tests."""


@contextmanager
def serving(certificate: Path) -> Iterator[Site]:
    """A site until the end of the block."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    handler = type("Handler", (_Handler,), {})
    server = _Server(("127.0.0.1", 0), handler)
    # The handshake belongs to the thread of its connection: one slow client must not hold up the others.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    handler.site = site = Site(server.server_address[1])  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def offer(desk: Desk, site: Site, number: int) -> str:
    """Have the release with this number offered; its id."""
    site.offer(desk.file(number).read_bytes())
    return desk.release(number).id
