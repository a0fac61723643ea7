"""Weekdays and times of day as they are spoken."""

from __future__ import annotations

import re

from kiosk.domain.pronunciation import Pronunciation
from kiosk.domain.spoken_patterns import CLOSE, DASH, OPEN, Rule, around, filled, fitting, one_of, said

LAST_HOUR = 24
HALF = 30
FEW = 10
"""Minutes below this are written with a 0 before them, and some languages say it ("eight oh five")."""

_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"(?:[:.][0-5]\d)?"
_JOINED = r"\s?[,،/+&–-]\s?|\s[^\W\d_]{1,4}\s"
"""Between two days of a list: a sign or a small word (und, bis, and, та, إلى)."""
_SMALL_WORD = re.compile(r"\s[^\W\d_]{1,4}$")
_BETWEEN_DAY_AND_TIME = "0123456789:–-,،;. "


class SpokenTimes:
    """The rules for days and times in one language."""

    def __init__(self, list_: Pronunciation) -> None:
        self._days, self._times, self._pause = list_.weekdays, list_.times, f"{list_.pause} "
        usual = fitting(self._days.forms, "")
        # "lun." is found as "lun": the dot behind a day may be there or not.
        whole, written = usual.words if usual else (), tuple(day.rstrip(".") for day in self._days.written)
        names = (whole, written, tuple(map(_capital, written)))
        self._number_of = {name: number for these in names for number, name in enumerate(these)}
        self._short = frozenset(self._number_of) - frozenset(whole)
        dates = list_.dates
        unit, month = one_of(self._times.unit), one_of((*dates.months, *dates.of_day, *dates.short))
        self._time_follows = re.compile(
            rf"[\s,،:]*(?:[^\W\d_]{{1,4}}\s)?(?:{_HOUR}(?:[:.][0-5]\d|{DASH}\d|\s?(?:{unit})(?!\w))"
            rf"|\d\d?(?:\.\d|\.? (?:{month})))"
        )
        self._a_day = re.compile(rf"((?:{one_of(self._number_of)})(?!\w)\.?)")

    def rules(self) -> list[Rule]:
        """In the order in which they are tried."""
        unit, day = one_of(self._times.unit), rf"(?:{one_of(self._number_of)})(?!\w)"
        time = re.compile(
            rf"{OPEN}(?P<before>(?:{unit})\s)?(?P<h>{_HOUR})(?P<m>{_MINUTE})"
            rf"(?:(?P<mid>\s?(?:{unit}))?{DASH}(?P<h2>{_HOUR})(?P<m2>{_MINUTE}))?"
            rf"(?P<behind>\s?(?:{unit})(?!\w))?{CLOSE}"
        )
        days = re.compile(rf"(?<!\w){day}(?:\.?(?:{_JOINED}){day})*(?:\.(?=\s))?")
        return [*([(time, self._time)] if self._times.hour else []), (days, self._weekdays)]

    def _weekdays(self, match: re.Match[str]) -> str | None:
        names, joins = self._a_day.split(match[0])[1::2], self._a_day.split(match[0])[2::2]
        short = len(names) == 1 and names[0].rstrip(".") in self._short
        if short and not self._time_follows.match(match.string, match.end()):
            return None  # "So geht es weiter" is no Sunday
        (before, _), out = around(match), ""
        pairs = [bool(self._days.range) and join.strip() in ("–", "-") for join in joins]
        number = 0
        while number < len(names):
            if pairs[number]:
                ends = {"from": names[number], "to": names[number + 1]}
                values = {place: (lambda text, name=name: self._day(name, text)) for place, name in ends.items()}
                out += filled(self._days.range, values, before + out)
                number += 1
            else:
                out += self._day(names[number], before + out)
            out += self._pause if joins[number].strip() == "/" else joins[number]
            number += 1
        return out

    def _day(self, name: str, before: str) -> str:
        plain = name.rstrip(".")
        return said(self._days.forms, before, self._number_of[plain], plain)

    def _behind_a_day(self, before: str) -> bool:
        """Whether a range stands behind a day of the week, with no more than other times and a small word between."""
        text = before.rstrip(_BETWEEN_DAY_AND_TIME)
        for _ in range(2):
            if any(text.endswith(day) and not text[: -len(day)][-1:].isalnum() for day in self._number_of):
                return True
            text = _SMALL_WORD.sub("", text).rstrip(_BETWEEN_DAY_AND_TIME)
        return False

    def _time(self, match: re.Match[str]) -> str | None:
        times, (before, after) = self._times, around(match)
        unit, minutes = match["before"] or match["mid"] or match["behind"], match["m"] + (match["m2"] or "")
        clear = unit or ":" in minutes or (match["h2"] and self._behind_a_day(before))
        start, end = _clock(match["h"], match["m"]), _clock(match["h2"] or "0", match["m2"] or "")
        if not clear or max(start, end) > (LAST_HOUR, 0):
            return None
        if not match["h2"]:
            return self._moment(*start, before, after)
        if times.hours and not start[1] and not end[1]:
            hours = {"from": lambda text: self._hour(start[0], text), "to": lambda text: self._hour(end[0], text)}
            return filled(times.hours, hours, before, after)
        whole = {"from": lambda text: self._moment(*start, text), "to": lambda text: self._moment(*end, text)}
        return filled(times.range, whole, before, after) if times.range else None

    def _hour(self, hour: int, before: str) -> str:
        return said(self._times.forms, before, hour, str(hour))

    def _moment(self, hour: int, minute: int, before: str, after: str = "") -> str:
        times, form = self._times, fitting(self._times.forms, before)
        if not minute:
            pattern = (form.whole if form else "") or times.hour
        else:
            pattern = (times.half if minute == HALF else times.few if minute < FEW else "") or times.minutes
        values = {"hour": lambda _: self._hour(hour, before), "minute": lambda _: str(minute)}
        return filled(pattern, values, before, after)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _clock(hour: str, minute: str) -> tuple[int, int]:
    return int(hour), int(minute[1:] or 0)
