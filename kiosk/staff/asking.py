"""The only door to requests: asks a site whether a page is there, politely, and follows where it sends us.

Staff's machine only; the kiosk itself never asks anybody anything. Only https on allowed sites is ever asked,
also after being sent on: that is `wrong_with_address` (loaders/addresses.py), before each single request.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from threading import BoundedSemaphore, Lock
from urllib.parse import urldefrag, urljoin, urlsplit

import requests
from msgspec import Struct
from requests.utils import requote_uri

from kiosk.loaders.addresses import wrong_with_address
from kiosk.loaders.faults_fields import URL_HOST

TIMEOUTS = (5.0, 10.0)
"""Seconds to connect, and to wait for each answer."""
MOST_HOPS = 5
AT_A_SITE = 2
"""Requests to one site at the same time: as polite as a person with two windows."""
AGENT = "Tueroeffner-Kiosk (link check; Willkommenszentrum Leipzig)"
PERMANENT, TEMPORARY = (301, 308), (302, 303, 307)
TOO_OFTEN = 429


class Trouble(Enum):
    """Why there is no answer."""

    SLOW = "slow"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    ROUND = "round"
    FORBIDDEN = "forbidden"
    """Sent on to an address that visitors must not be led to."""


class Answer(Struct, frozen=True):
    """What a site said of an address: the last `status` (0: none), the address it has moved to for good, or "", and
    what stood in the way. `detail` is of that: the reason, or the forbidden address, which may be just `off_list`."""

    status: int = 0
    moved_to: str = ""
    trouble: Trouble | None = None
    detail: str = ""
    off_list: bool = False


class Asker:
    """Asks about addresses, from several threads at once."""

    def __init__(
        self,
        hosts: frozenset[str],
        session: Callable[[], requests.Session] = requests.Session,
        timeouts: tuple[float, float] = TIMEOUTS,
    ) -> None:
        self._hosts, self._session, self._timeouts = hosts, session, timeouts
        self._lock = Lock()
        self._sites: dict[str, BoundedSemaphore] = defaultdict(lambda: BoundedSemaphore(AT_A_SITE))

    def ask(self, url: str) -> Answer:
        """What a site says of `url`. Never raises: whatever a site may do is an answer."""
        try:
            with self._session() as session:
                session.headers["User-Agent"] = AGENT
                session.auth = lambda request: request  # no password of this machine's .netrc goes anywhere
                return self._followed(session, url)
        except requests.exceptions.SSLError as error:
            return Answer(trouble=Trouble.CERTIFICATE, detail=_reason(error))
        except requests.exceptions.Timeout:
            return Answer(trouble=Trouble.SLOW)
        except Exception as error:  # requests lets through what urllib3 and codecs raise over strange answers
            return Answer(trouble=Trouble.UNREACHABLE, detail=type(error).__name__)

    def _followed(self, session: requests.Session, url: str) -> Answer:
        here, moved_to, for_good = urldefrag(url).url, "", True
        for _ in range(MOST_HOPS + 1):
            finding = wrong_with_address(here, self._hosts)
            if finding:
                return Answer(trouble=Trouble.FORBIDDEN, detail=here, off_list=finding.fault is URL_HOST)
            status, location = self._once_more(session, here)
            if not location:
                return Answer(status, moved_to)
            here = requote_uri(urldefrag(urljoin(here, location)).url)
            for_good = for_good and status in PERMANENT
            moved_to = here if for_good else moved_to
        return Answer(trouble=Trouble.ROUND)

    def _once_more(self, session: requests.Session, url: str) -> tuple[int, str]:
        """Status and, of a redirect, where to; after a time-out or a broken line asked once again."""
        try:
            return self._page(session, url)
        except requests.exceptions.SSLError:
            raise
        except (requests.exceptions.Timeout, requests.exceptions.ConnectionError):
            return self._page(session, url)

    def _page(self, session: requests.Session, url: str) -> tuple[int, str]:
        """HEAD, and GET where HEAD gets no page: many sites answer it wrongly."""
        status, location = self._request(session, "HEAD", url)
        if status >= 400 and status != TOO_OFTEN:
            status, location = self._request(session, "GET", url)
        return status, location

    def _request(self, session: requests.Session, method: str, url: str) -> tuple[int, str]:
        with (
            self._turn(urlsplit(url).hostname or ""),
            # stream: what a page holds is never fetched, however long it is
            session.request(method, url, timeout=self._timeouts, allow_redirects=False, stream=True) as answer,
        ):
            redirect = answer.status_code in PERMANENT + TEMPORARY
            return answer.status_code, answer.headers.get("Location", "") if redirect else ""

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        with self._lock:
            site = self._sites[host]
        with site:
            yield


def _reason(error: Exception) -> str:
    """The words of the innermost cause, without addresses of objects."""
    inner = error.args[0] if error.args else error
    cause = getattr(inner, "reason", inner)
    return str(cause).removesuffix(")").rpartition("] ")[2].rpartition(" (_ssl")[0] or type(error).__name__
