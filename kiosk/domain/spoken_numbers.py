"""Numbers as they are spoken: phone numbers and postcodes figure by figure, sums of money, ranges, ordinals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kiosk.domain.pronunciation import Ordinals, Pronunciation
from kiosk.domain.spoken_patterns import CLOSE, DASH, OPEN, Rule, around, counted, filled, one_of, said

SPECIAL = r"11[025]|116 ?\d{3}"
"""Numbers of three or six figures that are called in Germany: police, fire brigade, authorities, and 116 117 and its
like (Bundesnetzagentur, Nummernplan)."""
FEWEST_DIGITS = 6
"""Of a phone number with its area code, which has at least three itself (030)."""
LONGEST_GROUP = 4
"""Figures that are heard as one; longer groups are cut into threes and twos."""

_AMOUNT = r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d\d)?|\d+(?:[.,](?:\d\d(?!\d)|[-–]+))?"
_AMOUNT_PARTS = re.compile(r"(\d[\d.,'’ ]*?)(?:[.,](\d\d|[-–]+))?")


class SpokenNumbers:
    """The rules for numbers in one language."""

    def __init__(self, list_: Pronunciation) -> None:
        self._list = list_
        euro = one_of(("€", "EUR", *list_.prices.written))
        self._amount = re.compile(rf"\s?(?:{counted(list_)})(?!\w)")
        self._price = re.compile(
            rf"{OPEN}(?:(?P<low>{_AMOUNT}){DASH})?(?P<sum>{_AMOUNT})\s?(?:{euro})(?!\w)"
            rf"|(?<!\w)(?:€|EUR)\s?(?:(?P<low_behind>{_AMOUNT}){DASH})?(?P<sum_behind>{_AMOUNT}){CLOSE}"
        )

    def phones(self) -> list[Rule]:
        """The rule for numbers with an area code; it goes before dates and times, which may look like a part of one."""
        return [(re.compile(rf"{OPEN}(?:\+\d|\(?0)[\d ()/–-]{{4,24}}\d{CLOSE}"), self._phone)]

    def rules(self) -> list[Rule]:
        """In the order in which they are tried."""
        ordinals = [(self._ordinals(kind.before), self._ordinal(kind)) for kind in self._list.ordinals]
        return [
            *([(self._price, self._money)] if self._list.prices.euros else []),
            (re.compile(rf"{OPEN}(?:{SPECIAL}){CLOSE}"), self._special),
            (re.compile(rf"{OPEN}(?:D-)?(?P<code>\d{{5}})(?!\d)(?=(?P<town> [A-ZÄÖÜ])?)"), self._postcode),
            (re.compile(rf"{OPEN}\d{{7,}}(?!\d)"), lambda match: self.figures(match[0])),
            *ordinals,
            (re.compile(rf"{OPEN}(?P<low>\d{{1,4}}){DASH}(?P<high>\d{{1,4}}){CLOSE}"), self._between),
        ]

    def figures(self, text: str) -> str:
        """Every figure by itself; between the groups, as they are written, a pause. A + is said."""
        groups = [part for group in re.findall(r"\d+", text) for part in _parts(group)]
        spoken = f"{self._list.pause} ".join(" ".join(self._figure(char) for char in group) for group in groups)
        return f"{self._list.plus} {spoken}".strip() if text.startswith("+") else spoken

    def _figure(self, char: str) -> str:
        number = int(char)
        return self._list.digits[number] if number < len(self._list.digits) else str(number)

    def _phone(self, match: re.Match[str]) -> str | None:
        groups = re.findall(r"\d+", match[0])
        if not match[0].startswith("+") and (len(groups[0]) < 3 or sum(map(len, groups)) < FEWEST_DIGITS):
            return None
        return self.figures(match[0])

    def _special(self, match: re.Match[str]) -> str | None:
        before, after = around(match)
        house = re.match(r", \d{5}", after)
        if house or before.rstrip().endswith("§") or self._amount.match(after):
            return None
        return self.figures(match[0])

    def _postcode(self, match: re.Match[str]) -> str | None:
        if not match["code"].startswith("0") and not match["town"]:
            return None
        if self._amount.match(match.string, match.end()):
            return None
        return " ".join(self._figure(char) for char in match["code"])

    def _ordinals(self, nouns: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"{OPEN}(?P<number>[1-9]\d?)\.(?= (?:{one_of(nouns)}))")

    def _ordinal(self, kind: Ordinals) -> Callable[[re.Match[str]], str]:
        return lambda match: said(kind.forms, around(match)[0], int(match["number"]) - 1, match[0])

    def _between(self, match: re.Match[str]) -> str | None:
        low, high = match["low"], match["high"]
        if not self._list.between or int(low) >= int(high) or (low[0] == "0" and len(low) > 1):
            return None
        return filled(self._list.between, {"from": lambda _: low, "to": lambda _: high}, *around(match))

    def _money(self, match: re.Match[str]) -> str | None:
        whole, lowest = self._sum(match["sum"] or match["sum_behind"]), match["low"] or match["low_behind"]
        if not whole or not lowest:
            return whole
        low, cents = _euros_and_cents(lowest)
        if not self._list.between or cents:
            return None
        return filled(self._list.between, {"from": lambda _: low, "to": lambda _: whole}, *around(match))

    def _sum(self, text: str) -> str:
        prices = self._list.prices
        euros, cents = _euros_and_cents(text)
        if cents and euros == "0" and prices.cents:
            return filled(prices.cents, {"number": lambda _: str(cents)})
        whole = prices.one if prices.one and euros == "1" else filled(prices.euros, {"number": lambda _: euros})
        if not cents or not whole:
            return whole
        return filled(prices.both, {"euros": lambda _: whole, "cents": lambda _: str(cents)})


def _euros_and_cents(text: str) -> tuple[str, int]:
    """The euros as plain figures, and the cents: "1.200,50" is 1200 and 50; "12,-" is 12 and 0."""
    parts = _AMOUNT_PARTS.fullmatch(text)
    euros, cents = (parts[1], parts[2]) if parts else (text, None)
    return re.sub(r"\D", "", euros), int(cents) if cents and cents.isdigit() else 0


def _parts(group: str) -> list[str]:
    """A group of figures in parts that can be heard and written down: 1234400 as 123 44 00."""
    if len(group) <= LONGEST_GROUP:
        return [group]
    threes = [3] * (len(group) // 3)
    rest = len(group) % 3
    sizes = [*threes[:-1], 2, 2] if rest == 1 else [*threes, *([rest] if rest else [])]
    parts, start = [], 0
    for size in sizes:
        parts.append(group[start : start + size])
        start += size
    return parts
