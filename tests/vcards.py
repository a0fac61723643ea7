"""Reads a vCard back by the rules of RFC 2426, with no word of ours: lines are unfolded, parted, then unescaped."""

from __future__ import annotations

import re


def read(text: str) -> dict[str, list[str]]:
    """The parts of each property by its name; of a URI the whole of it. Raises ValueError for what is no vCard 3.0."""
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")
    if lines[:2] != ["BEGIN:VCARD", "VERSION:3.0"] or lines[-2:] != ["END:VCARD", ""] or re.search(r"(?<!\r)\n", text):
        raise ValueError("no vCard 3.0")
    found: dict[str, list[str]] = {}
    for line in lines[2:-2]:
        name, colon, value = line.partition(":")
        name = name.split(";")[0]
        if not colon or not re.fullmatch(r"[A-Z-]+", name) or name in found:
            raise ValueError(line)
        found[name] = [value] if name == "URL" else [_plain(part) for part in _parted(value)]
    if not {"N", "FN"} <= found.keys():
        raise ValueError("N and FN are needed")
    return found


def _parted(value: str) -> list[str]:
    """At each semicolon that is not escaped."""
    parts, start, at = [], 0, 0
    while at < len(value):
        if value[at] == ";":
            parts.append(value[start:at])
            start = at + 1
        at += 2 if value[at] == "\\" else 1
    return [*parts, value[start:]]


def _plain(part: str) -> str:
    """Unescaped. Raises ValueError for a comma that parts values where there is one, and for an unknown escape."""
    if re.search(r"(?<!\\)(?:\\\\)*,", part) and not re.search(r"\\,", part):
        raise ValueError(f"a comma that is not escaped: {part}")
    if re.search(r"\\[^\\,;nN]", re.sub(r"\\\\", "", part)):
        raise ValueError(f"an unknown escape: {part}")
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], part)
