"""Words, abbreviations, names, addresses and signs as they are spoken."""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.domain.pronunciation import Pronunciation
from kiosk.domain.spoken_patterns import Rule, one_of

USUAL_ENDINGS = ("de", "eu", "com", "org", "net", "info")
"""A name that ends so is an address, even without https:// or www."""
SHORTEST_NUMBER = 3
"""Figures in an address that are read one by one (116117.de); shorter ones are a number (24)."""

_MAIL = r"[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+"
_PATH = r"(?:[/?#][\w./?=&%#~+-]*)?"
_PARTS = re.compile(r"[^\W_]+|.", re.DOTALL)


class SpokenWords:
    """The rules for words and signs in one language. `figures` reads a number figure by figure."""

    def __init__(self, list_: Pronunciation, figures: Callable[[str], str]) -> None:
        self._list, self._figures = list_, figures
        self._plain = {word.casefold().rstrip("."): spoken for word, spoken in list_.words.items()}
        addresses = list_.addresses
        self._signs = {".": addresses.dot, "/": addresses.slash, "-": addresses.hyphen, "@": addresses.at}

    def addresses(self) -> list[Rule]:
        """The rule for web and e-mail addresses; it goes before all others, as an address may hold anything."""
        last = one_of({*USUAL_ENDINGS, *self._list.addresses.endings})
        bare = rf"(?:[a-z\d-]{{2,}}\.)+(?:{last})(?![\w.-]*\w)"
        web = rf"(?:https?://)[^\s/?#]+{_PATH}|www\.[a-z\d.-]+{_PATH}|{bare}{_PATH}"
        return [(re.compile(rf"(?<![\w.@-])(?:{_MAIL}|{web})"), self._address)]

    def rules(self) -> list[Rule]:
        """In the order in which they are tried."""
        words = "|".join(_whole(word) for word in sorted(self._list.words, key=len, reverse=True)) or r"(?!)"
        return [
            (re.compile(words), self._word),
            (re.compile(rf"(?<=[^\W\d_])(?:{one_of(self._list.endings)})(?!\w)"), self._ending),
            (re.compile(r"\s*[·•|]\s*|\s+[–—-]\s+|(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])"), lambda _: f"{self._list.pause} "),
            (re.compile(r"(?<=\w)[–—](?=\w)"), self._dash),
        ]

    def _word(self, match: re.Match[str]) -> str:
        return _with_full_stop(match, self._list.words[match[0]])

    def _ending(self, match: re.Match[str]) -> str:
        return _with_full_stop(match, self._list.endings[match[0]])

    def _dash(self, _: re.Match[str]) -> str:
        """ "B1–B2" is said like "12–27"."""
        glue = self._list.between.partition("{from}")[2].partition("{to}")[0]
        return glue or f"{self._list.pause} "

    def _address(self, match: re.Match[str]) -> str:
        text = match[0].rstrip(".")
        name = re.sub(r"^(https?://)?(www\.)?", "", text).rstrip("/")
        host = re.match(r"[^/?#]*", name)
        parts = _PARTS.findall(host[0] if host else "")
        said = [*(self._part(part) for part in parts[:-1]), self._last(parts[-1])] if parts else []
        said += [self._part(part) for part in _PARTS.findall(name[host.end() if host else 0 :])]
        return " ".join(part for part in said if part) + match[0][len(text) :]

    def _part(self, part: str) -> str:
        if not part[0].isalnum():
            return self._signs.get(part, "")
        if part.isdecimal() and len(part) >= SHORTEST_NUMBER:
            return self._figures(part)
        return self._plain.get(part.casefold(), part)

    def _last(self, part: str) -> str:
        return self._list.addresses.endings.get(part, part)


def _whole(word: str) -> str:
    """A pattern for a word that is not part of a longer one; a sign may stand anywhere."""
    start = r"(?<!\w)" if word[:1].isalnum() else ""
    end = r"(?!\w)" if word[-1:].isalnum() or word[-1:] == "." else ""
    return start + re.escape(word) + end


def _with_full_stop(match: re.Match[str], said: str) -> str:
    """An abbreviation's full stop is the sentence's too, at its end. A word in the place of a sign gets its space."""
    text, start, end = match.string, match.start(), match.end()
    if match[0].endswith(".") and not any(char.isalnum() for char in text[end:]) and said[-1:].isalnum():
        said += "."
    if not match[0][:1].isalnum() and text[start - 1 : start].isalnum():
        said = " " + said
    return said + " " if not match[0][-1:].isalnum() and text[end : end + 1].isalnum() else said
