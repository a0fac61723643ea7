"""`check --links` against real servers on this machine: what is asked, how often, and what staff read about it."""

from __future__ import annotations

import json
import ssl
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from kiosk.staff import check, links
from kiosk.staff.asking import AGENT, AT_A_SITE, Asker
from tests.unit.loaders.builders import Content, sound_content

LEIPZIG = "https://www.leipzig.de"
HANDBOOK = "https://handbookgermany.de"


class Site(ThreadingHTTPServer):
    """Answers as `pages` says: path → (status, Location) or {method: (status, Location)}; notes what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Any] = {}
        self.asked: list[tuple[str, str, str]] = []
        self.agents: set[str] = set()
        self.slow = 0.0
        self.most: Counter[str] = Counter()
        self.now: Counter[str] = Counter()
        self.lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    """One request to a Site."""

    server: Site

    def answer(self) -> None:
        """Say what the site's table says."""
        site, host = self.server, self.headers["Host"]
        with site.lock:
            site.asked.append((self.command, host, self.path))
            site.agents.add(self.headers["User-Agent"])
            site.now[host] += 1
            site.most[host] = max(site.most[host], site.now[host])
        time.sleep(site.slow)
        said = site.pages.get(self.path, (200, ""))
        status, location = said[self.command] if isinstance(said, dict) else said
        with site.lock:
            site.now[host] -= 1
        if status:
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()
        self.close_connection = True

    do_HEAD = do_GET = answer

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class ToLoopback(HTTPAdapter):
    """Carries every request, whatever site it is for, to a server on this machine."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def send(self, request: Any, **more: Any) -> Any:
        """Send it to the server on this machine."""
        host = request.url.split("/")[2]
        request.headers["Host"] = host
        request.url = request.url.replace(f"https://{host}", self.base, 1)
        return super().send(request, **{**more, "proxies": {}})


def asker(base: str, timeouts: tuple[float, float] = (2, 2)) -> Asker:
    """One that reaches `base` wherever it asks."""

    def session() -> requests.Session:
        made = requests.Session()
        made.mount("https://", ToLoopback(base))
        return made

    return Asker(frozenset({"www.leipzig.de", "handbookgermany.de"}), session, timeouts)


@pytest.fixture
def site() -> Iterator[Site]:
    """A running server."""
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def house(tmp_path: Path) -> Content:
    """Content with two addresses: one on two cards, one in English."""
    content = sound_content(tmp_path / "content")
    hosts = "hosts: [www.leipzig.de, handbookgermany.de]\n"
    content.write("../config/kiosk.yaml", hosts)
    content.edit("services/amt-finden.yaml", "where:", f"link:\n  de: {LEIPZIG}/amt#oben\n  en: {HANDBOOK}/en\nwhere:")
    return content


def base(site: Site) -> str:
    """The server's address."""
    return f"http://127.0.0.1:{site.server_address[1]}"


def told(house: Content, site: Site, language: str = "de", timeouts: tuple[float, float] = (2, 2)) -> list[str]:
    """What a person reads: severity, place, reason, remedy."""
    found = links.addresses(house.root.parent)
    problems = links.problems_of(found, lambda host: None, asker(base(site), timeouts))
    return [
        f"{p.severity.value} {p.path.removeprefix('content/')}:{p.line}:{p.column} "
        f"{p.reason[language]} → {p.remedy[language]}"
        for p in problems
    ]


def test_each_address_is_asked_once_by_head_with_our_name(house: Content, site: Site) -> None:
    assert told(house, site) == []
    assert sorted(site.asked) == [
        ("HEAD", "handbookgermany.de", "/en"),
        ("HEAD", "www.leipzig.de", "/amt"),
        ("HEAD", "www.leipzig.de", "/buergerbuero"),
    ]
    assert site.agents == {AGENT}


def test_a_page_that_is_gone_is_an_error_at_every_place(house: Content, site: Site) -> None:
    site.pages["/buergerbuero"] = (404, "")
    advice = "Die richtige Seite im Browser suchen und ihre Adresse eintragen; gibt es keine, die Zeile löschen."
    reason = f"Diese Seite gibt es nicht mehr (404, de): {LEIPZIG}/buergerbuero"
    assert told(house, site) == [
        f"error organisations/buergerbuero.yaml:10:7 {reason} → {advice}",
        f"error organisations/referat.yaml:10:7 {reason} → {advice}",
    ]
    assert [method for method, _, path in site.asked if path == "/buergerbuero"] == ["HEAD", "GET"]


@pytest.mark.parametrize("refused", [403, 404, 405, 500, 501])
def test_a_site_that_only_knows_get_is_well(refused: int, house: Content, site: Site) -> None:
    site.pages["/en"] = {"HEAD": (refused, ""), "GET": (200, "")}
    assert told(house, site) == []


@pytest.mark.parametrize(("status", "words"), [(403, "answer programs (403, en)"), (503, "a fault just now (503, en)")])
def test_what_only_programs_meet_is_a_warning(status: int, words: str, house: Content, site: Site) -> None:
    site.pages["/en"] = (status, "")
    (said,) = told(house, site, "en")
    assert said.startswith("warning services/amt-finden.yaml:11:7 ") and words in said


def test_who_asks_too_often_does_not_ask_again(house: Content, site: Site) -> None:
    site.pages["/en"] = (429, "")
    assert len(told(house, site)) == 1
    assert [method for method, _, path in site.asked if path == "/en"] == ["HEAD"]


def test_a_page_that_moved_for_good_is_told_with_its_new_address(house: Content, site: Site) -> None:
    site.pages["/en"] = (301, "/english")
    site.pages["/english"] = (308, f"{LEIPZIG}/englisch-fuer-alle")
    site.pages["/englisch-fuer-alle"] = (302, "/heute")
    assert told(house, site) == [
        f"warning services/amt-finden.yaml:11:7 Die Seite ist umgezogen (en): {HANDBOOK}/en → "
        f"Die neue Adresse im Browser ansehen, dann eintragen: {LEIPZIG}/englisch-fuer-alle"
    ]


def test_a_detour_for_today_is_nothing_to_mend(house: Content, site: Site) -> None:
    site.pages["/en"] = (302, "/english")
    assert told(house, site) == []


def test_nobody_is_asked_who_is_not_on_the_list(house: Content, site: Site) -> None:
    site.pages["/en"] = (301, "https://evil.example/en")
    (said,) = told(house, site)
    assert said.startswith("error services/amt-finden.yaml:11:7 Die Seite leitet weiter nach „evil.example“; das steht")
    assert all(host != "evil.example" for _, host, _ in site.asked)


@pytest.mark.parametrize("to", ["http://handbookgermany.de/x", "https://a@handbookgermany.de/x", "https://127.0.0.1/"])
def test_an_unsafe_address_is_not_followed(to: str, house: Content, site: Site) -> None:
    site.pages["/en"] = (302, to)
    (said,) = told(house, site)
    assert "die der Kiosk nicht zulässt (en)" in said and said.startswith("error ")
    assert len([path for _, _, path in site.asked if path != "/buergerbuero"]) == 2


def test_a_circle_ends_after_five_detours(house: Content, site: Site) -> None:
    site.pages["/en"] = (302, "/en")
    (said,) = told(house, site)
    assert "leitet immer weiter und kommt nirgends an" in said
    assert len([path for _, _, path in site.asked if path == "/en"]) == 6


def test_a_silent_site_is_asked_twice(house: Content, site: Site) -> None:
    site.slow = 0.5
    (*_, said) = told(house, site, timeouts=(1, 0.1))
    assert said.startswith("warning ") and "hat zweimal nicht geantwortet" in said
    assert [path for _, _, path in site.asked].count("/en") == 2


def test_a_broken_line_is_an_error_where_others_answer(house: Content, site: Site) -> None:
    site.pages["/en"] = (0, "")
    (said,) = told(house, site)
    assert said.startswith("error ") and "Die Website „handbookgermany.de“ ist nicht zu erreichen" in said


def test_at_most_two_at_a_time_ask_one_site(house: Content, site: Site) -> None:
    for number in range(9):
        name = f"organisations/amt-{number}.yaml"
        house.write(name, (house.root / "organisations/referat.yaml").read_text("utf-8"))
        house.edit(name, "/buergerbuero", f"/amt-{number}")
    site.slow = 0.03
    assert told(house, site) == []
    assert site.most["www.leipzig.de"] == AT_A_SITE


def test_without_network_nothing_is_called_sound(
    house: Content, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages |= dict.fromkeys(("/en", "/amt", "/buergerbuero"), (0, ""))
    monkeypatch.setattr(links, "Asker", lambda hosts: asker(base(site)))
    house.edit("services/amt-finden.yaml", "short:", "shrot:")
    assert check.main([str(house.root.parent), "--links"]) == 2
    told_ = capsys.readouterr()
    assert "„shrot“" in told_.out, "what is wrong with the files is told all the same"
    assert "Hat dieser Rechner Internet?" in told_.err
    monkeypatch.setattr(check, "problems_in", lambda *_: [])
    assert check.main([str(house.root.parent), "--links"]) == 2
    assert capsys.readouterr().out == "", "sound files, but nobody knows about their links"


def test_the_verb_tells_links_with_everything_else(
    house: Content, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/en"] = (410, "")
    monkeypatch.setattr(links, "Asker", lambda hosts: asker(base(site)))
    assert check.main([str(house.root.parent), "--links", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    gone = [p for p in report["problems"] if "410" in p["reason"]["de"]]
    assert [(p["path"], p["line"], p["source"]) for p in gone] == [
        ("content/services/amt-finden.yaml", 11, f"  en: {HANDBOOK}/en")
    ]
    site.asked.clear()
    check.main([str(house.root.parent)])
    assert site.asked == [], "nothing is asked without --links"


def test_the_map_of_a_place_is_asked_too(house: Content) -> None:
    house.write("../config/kiosk.yaml", "hosts: [www.leipzig.de, www.openstreetmap.org]\n")
    house.edit("centre.yaml", "as_of:", "geo: [51.338575, 12.370793]\nas_of:")
    found = links.addresses(house.root.parent).places
    (place,) = next(places for url, places in found.items() if "openstreetmap" in url)
    assert (place.node.source.path, place.node.line, place.language.de) == ("content/centre.yaml", 6, "Karte")
    assert not any("handbook" in url for url in found), "what is not on the list is not asked"


def test_a_certificate_that_nobody_vouches_for_is_an_error(house: Content, tmp_path: Path, site: Site) -> None:
    pem = tmp_path / "both.pem"
    request = (
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=handbookgermany.de -keyout {pem} -out {pem}.c"
    )
    subprocess.run(request.split(), check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{pem}.c", pem)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    found = links.addresses(house.root.parent)
    problems = links.problems_of(found, lambda host: None, asker(base(site).replace("http:", "https:")))
    assert len(problems) == 4 and not site.asked
    assert problems[0].reason["de"] == (
        "Das Zertifikat von „handbookgermany.de“ stimmt nicht; Telefone warnen vor der Seite (en, certificate verify "
        f"failed: self-signed certificate): {HANDBOOK}/en"
    )
