"""Saxony's public holidays, on which offices are closed. The one door of the library `holidays`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

COUNTRY, STATE, LANGUAGE = "DE", "SN", "de"
"""Corpus Christi is not among them: in Saxony only some Sorbian Catholic villages keep it."""


Years = Mapping[int, Mapping[date, str]]
"""By year its holidays by their day."""


def public_holiday(day: date, known: Years | None = None) -> str:
    """The German name of the public holiday that `day` is; "" for every other day. The library is asked only for a year
    that is not `known`."""
    year = (known or {}).get(day.year)
    return (_of_year(day.year) if year is None else year).get(day, "")


def holidays_of(years: Iterable[int]) -> Years:
    """Those of some years, to be known from then on."""
    return {year: _of_year(year) for year in years}


@cache
def _of_year(year: int) -> Mapping[date, str]:
    """A year is worked out when it is first asked for, so the kiosk may run for as many as it likes."""
    # Loaded here and not at the start: the library reads the rules of all countries, which takes about 0.1 s and 12 MB.
    from holidays import country_holidays

    return dict(country_holidays(COUNTRY, subdiv=STATE, years=year, language=LANGUAGE))
