"""Asks an HTTPS server for the newest release; with kiosk.staff.asking the only door to requests.

The server need not be trusted: what comes counts by its signature. It must not cost more than a release is worth: time
and size have limits, and nobody sends us on to another host.
"""

from __future__ import annotations

import time
from urllib.parse import urljoin, urlsplit

import requests

from kiosk.release import faults
from kiosk.release.offer import FILE, Offer
from kiosk.release.refusal import Impossible, Reason, Refused
from kiosk.release.signature import LARGEST

TIMEOUTS = (10.0, 30.0)
"""Seconds to connect, and to wait for more bytes."""
MOST_S = 300.0
"""Seconds for the whole file: half a megabyte comes through any line in that."""
MOST_HOPS = 3
PIECE = 64 * 1024
REDIRECTS = (301, 302, 303, 307, 308)
NOTHING_NEW = 304
AGENT = "Tueroeffner-Kiosk (content)"


def offered(source: str, mark: str) -> Offer | None:
    """What the directory (or file *.release) at this address offers; None if it is what `mark` stands for (an ETag).
    Raises Impossible, or Refused if it is too large."""
    address = source if source.endswith(".release") else urljoin(source.rstrip("/") + "/", FILE)
    try:
        with requests.Session() as session:
            session.headers["User-Agent"] = AGENT
            session.auth = lambda request: request  # no password of this machine's .netrc goes anywhere
            return _asked(session, address, mark)
    except requests.exceptions.RequestException as error:
        raise Impossible(faults.UNREACHABLE, source, detail=_reason(error)) from error


def _asked(session: requests.Session, address: str, mark: str) -> Offer | None:
    here, first = address, urlsplit(address)
    for _ in range(MOST_HOPS + 1):
        known = {"If-None-Match": mark} if mark else {}
        with session.get(here, headers=known, timeout=TIMEOUTS, allow_redirects=False, stream=True) as answer:
            if answer.status_code == NOTHING_NEW:
                return None
            if answer.status_code == requests.codes.ok:
                return Offer(_body(answer, address), answer.headers.get("ETag", ""))
            if answer.status_code not in REDIRECTS:
                raise Impossible(faults.UNREACHABLE, address, detail=f"HTTP {answer.status_code}")
            here = urljoin(here, answer.headers.get("Location", ""))
        there = urlsplit(here)
        if (there.scheme, there.netloc) != (first.scheme, first.netloc):
            raise Impossible(faults.UNREACHABLE, address, detail=f"→ {there.scheme}://{there.netloc}")
    raise Impossible(faults.UNREACHABLE, address, detail=f"> {MOST_HOPS} redirects")


def _body(answer: requests.Response, address: str) -> bytes:
    end, body = time.monotonic() + MOST_S, bytearray()
    for piece in answer.iter_content(PIECE):
        body += piece
        if len(body) > LARGEST:
            raise Refused(Reason.SIZE, faults.TOO_LARGE.at(address, name=FILE, limit=LARGEST // 1024))
        if time.monotonic() > end:
            raise Impossible(faults.UNREACHABLE, address, detail=f"> {MOST_S:.0f} s")
    return bytes(body)


def _reason(error: Exception) -> str:
    """The innermost cause, without addresses of objects."""
    inner = error.args[0] if error.args else error
    cause = getattr(inner, "reason", inner)
    return str(cause).rpartition("] ")[2].partition(" (_ssl")[0] or type(error).__name__
