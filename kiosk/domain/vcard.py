"""The contact of an organisation as a vCard, so that a phone takes it in without any network.

Version 3.0 (RFC 2426): every phone reads it, 4.0 and 2.1 not all do. A library would bring its own QR code or the dates
of a calendar; these are six lines of text, and only what is known gets one. Lines are not folded: folding is advice
(2.6), some readers of codes show its breaks, and each costs the code three letters.
"""

from __future__ import annotations

import re

from kiosk.domain.catalog import Organisation

_TOWN = re.compile(r"(?P<street>.+), (?P<code>\d{5}) (?P<town>[^,]+)")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens and signs of direction: they are for the screen."""


def vcard(organisation: Organisation, language: str) -> str:
    """The vCard: name, what the name means in `language`, phone, mail, address, and the page with its times."""
    name = _text(organisation.name)
    page = organisation.link.page(language)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:;;;;",  # needed, and empty for what is no person: then phones show the organisation's name
        f"FN:{name}",
        f"ORG:{name}",
        *_line("TEL", organisation.phone),
        *_line("EMAIL", organisation.email),
        *_address(organisation.address),
        *([f"URL:{page.url}"] if page else ()),  # a URI: nothing in it is escaped
        *_line("NOTE", organisation.meaning.said(language).text),
        "END:VCARD",
    ]
    return "\r\n".join(lines) + "\r\n"


def _line(name: str, value: str) -> tuple[str, ...]:
    return (f"{name}:{_text(value)}",) if value else ()


def _address(address: str) -> tuple[str, ...]:
    """Street, town and postcode in their places; an address of another form as a whole in that of the street."""
    if not address:
        return ()
    found = _TOWN.fullmatch(address)
    street, town, code = (found["street"], found["town"], found["code"]) if found else (address, "", "")
    return (f"ADR:;;{_text(street)};{_text(town)};;{_text(code)};",)


def _text(value: str) -> str:
    """A value as it stands in a vCard: what parts values is escaped, a line break is written as one (RFC 2426, 4)."""
    plain = _INVISIBLE.sub("", value.replace("\u00a0", " "))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, "\\" + sign)
    return re.sub(r"\r\n|\r|\n", r"\\n", plain)
