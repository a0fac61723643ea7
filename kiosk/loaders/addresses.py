"""Web addresses that a QR code may carry: https, on a site that the terminal's owner allows, and nothing that can lie.

Quishing is common (reliability.md 2.4): what a code in a public office leads to must be plain to see. So no user-info,
no number instead of a name, no letters that look like others, no port, no site that is not on the list.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from msgspec import Struct

from kiosk.loaders import faults_fields as faults
from kiosk.loaders.faults import Both, Fault, slip

HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
SHORTENERS = frozenset(
    "bit.ly tinyurl.com t.co goo.gl is.gd ow.ly t1p.de kurzelinks.de qr.io rb.gy cutt.ly t.ly l.ead.me qrco.de".split()
)
LONGEST = 150
"""Characters of an address; with more the modules of the code fall below 1.2 mm (accessibility.md Q-02)."""

_ALLOWED = re.compile(r"[A-Za-z0-9:/?#@!$&'()*+,;=._~%-]+")


NO_HINT = Both("", "")


class Finding(Struct, frozen=True):
    """A fault and the values for its gaps."""

    fault: Fault
    value: str
    hint: Both = NO_HINT


def wrong_with_address(url: str, hosts: frozenset[str]) -> Finding | None:
    """What is wrong with a web address, or None if visitors may be led there."""
    if not url.lower().startswith("https://"):
        return Finding(faults.URL_SCHEME, url)
    authority = re.split(r"[/?#\\]", url[len("https://") :], maxsplit=1)[0]
    if "@" in authority:
        return Finding(faults.URL_USER, authority)
    found = _wrong_with_authority(authority)
    if found:
        return found
    bad = sorted(set(_ALLOWED.sub("", url)))
    if bad:
        return Finding(faults.URL_CHARACTERS, " ".join(bad))
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return Finding(faults.URL_CHARACTERS, url)
    if host not in hosts:
        return Finding(faults.URL_HOST, host, slip(host, hosts))
    return None


def _wrong_with_authority(authority: str) -> Finding | None:
    if _is_number(authority):
        return Finding(faults.URL_NUMBER, authority)
    name, colon, port = authority.partition(":")
    if colon:
        return Finding(faults.URL_NUMBER if _is_number(name) else faults.URL_PORT, port or ":")
    if not name.isascii() or any(label.startswith("xn--") for label in name.lower().split(".")):
        return Finding(faults.URL_LOOKALIKE, authority)
    return None


def _is_number(host: str) -> bool:
    """Whether a host is an IP address in any of the ways browsers read one: 10.0.0.1, [::1], 2130706433, 0x7f.1."""
    if host.startswith("["):
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        last = host.rstrip(".").rpartition(".")[2]
        return bool(re.fullmatch(r"\d+|0[xX][0-9a-fA-F]*", last))
    return True


def wrong_with_host(host: str) -> Finding | None:
    """What is wrong with an entry of the list of allowed sites, or None."""
    if any(label.startswith("xn--") for label in host.split(".")) or not host.isascii():
        return Finding(faults.URL_LOOKALIKE, host)
    if not HOST.fullmatch(host):
        return Finding(faults.BAD_HOST, host)
    return Finding(faults.SHORTENER, host) if host in SHORTENERS else None
