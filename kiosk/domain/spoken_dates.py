"""Dates and years as they are spoken."""

from __future__ import annotations

import re

from kiosk.domain.pronunciation import Pronunciation
from kiosk.domain.spoken_patterns import CLOSE, DASH, OPEN, Rule, around, counted, filled, one_of, said
from kiosk.domain.strings import PLACEHOLDER

DAYS, MONTHS = 31, 12
OLD_YEARS = range(1100, 2000)
"""Years that many languages say by their hundreds."""
LAST_CENTURY = range(1900, 2000)
"""Numbers that are taken for years even where nothing else says so."""
CENTURY = 2000
"""What is added to a year of two figures."""

_YEAR = r"[12]\d{3}"


class SpokenDates:
    """The rules for dates in one language."""

    def __init__(self, list_: Pronunciation) -> None:
        self._dates, self._between = list_.dates, list_.between
        self._counted = re.compile(rf"\s?(?:{counted(list_)})(?!\w)")
        self._year_word = PLACEHOLDER.split(self._dates.month)[-1].strip()
        named = (self._dates.months, self._dates.of_day, self._dates.short)
        self._month_of = {name: i for names in named for i, name in enumerate(names)}

    def rules(self) -> list[Rule]:
        """In the order in which they are tried."""
        month = one_of(self._month_of)
        figures = rf"{OPEN}(?P<d>\d\d?)(?P<sign>[./])(?P<m>\d\d?)(?P=sign)(?P<y>{_YEAR}|\d\d)?(?![\d:])"
        computers = rf"{OPEN}(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d){CLOSE}"
        days = rf"{OPEN}(?:(?P<first>\d\d?)\.?{DASH})?(?P<d>\d\d?)\.?"
        named = rf"{days} (?P<name>{month})(?!\w)(?: (?P<y>{_YEAR}){CLOSE})?"
        return [
            (re.compile(figures), self._in_figures),
            (re.compile(computers), self._in_figures),
            (re.compile(rf"{OPEN}(?P<m>0?[1-9]|1[0-2])[./](?P<y>{_YEAR}){CLOSE}"), self._month_in_figures),
            (re.compile(named), lambda match: self._day(match, self._month_of[match["name"]], match["first"])),
            (re.compile(rf"(?<!\w)(?P<name>{month}) (?P<y>{_YEAR}){CLOSE}"), self._named_month),
            (re.compile(rf"{OPEN}(?P<y>{_YEAR}){CLOSE}(?!{DASH}\d)"), self._bare_year),
        ]

    def _in_figures(self, match: re.Match[str]) -> str | None:
        part_of_something = match.groupdict().get("sign") == "/" and not match["y"]
        return None if part_of_something else self._day(match, int(match["m"]) - 1)

    def _day(self, match: re.Match[str], month: int, first: str | None = None) -> str | None:
        dates, day = self._dates, int(match["d"])
        pattern = dates.date if match["y"] else dates.day
        if not pattern or not 0 < day <= DAYS or not 0 <= month < MONTHS:
            return None
        if first and (not self._between or not 0 < int(first) < day):
            return None
        names = dates.of_day or dates.months
        values = {
            "day": lambda text: self._days(first, day, text),
            "month": lambda _: names[month] if month < len(names) else str(month + 1),
            "year": lambda _: self._year(match["y"]),
        }
        return filled(pattern, values, *around(match))

    def _days(self, first: str | None, last: int, before: str) -> str:
        if not first:
            return self._ordinal(last, before)
        ends = {"from": lambda text: self._ordinal(int(first), text), "to": lambda text: self._ordinal(last, text)}
        return filled(self._between, ends, before)

    def _ordinal(self, day: int, before: str) -> str:
        return said(self._dates.forms, before, day - 1, str(day))

    def _month_in_figures(self, match: re.Match[str]) -> str | None:
        names, month = self._dates.months, int(match["m"]) - 1
        return self._month(match, names[month]) if month < len(names) else None

    def _named_month(self, match: re.Match[str]) -> str:
        name, month = match["name"], self._month_of[match["name"]]
        short = name in self._dates.short and month < len(self._dates.months)
        return self._month(match, self._dates.months[month] if short else name)

    def _month(self, match: re.Match[str], name: str) -> str:
        values = {"month": lambda _: name, "year": lambda _: self._year(match["y"])}
        return filled(self._dates.month, values, *around(match))

    def _bare_year(self, match: re.Match[str]) -> str | None:
        """A year alone: with the word for it behind it, or of the last century and not an amount."""
        after = around(match)[1]
        if self._year_word and after.lstrip().startswith(self._year_word):
            return self._year(match["y"])
        old = int(match["y"]) in LAST_CENTURY and self._dates.century and not self._counted.match(after)
        return self._year(match["y"]) if old else None

    def _year(self, text: str) -> str:
        year = int(text) + (CENTURY if len(text) == 2 else 0)
        if year in self._dates.years:
            return self._dates.years[year]
        hundreds, rest = str(year // 100), str(year % 100)
        if year in OLD_YEARS and len(rest) == 2 and self._dates.century:
            return filled(self._dates.century, {"hundreds": lambda _: hundreds, "rest": lambda _: rest})
        return str(year)
