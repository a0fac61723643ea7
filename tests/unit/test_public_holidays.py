"""Saxony's public holidays: every one, by its German name, in any year, and not loaded before somebody asks."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import public_holidays
from kiosk.public_holidays import public_holiday

ROOT = Path(__file__).resolve().parents[2]
IN_2026 = {
    date(2026, 1, 1): "Neujahr",
    date(2026, 4, 3): "Karfreitag",
    date(2026, 4, 6): "Ostermontag",
    date(2026, 5, 1): "Erster Mai",
    date(2026, 5, 14): "Christi Himmelfahrt",
    date(2026, 5, 25): "Pfingstmontag",
    date(2026, 10, 3): "Tag der Deutschen Einheit",
    date(2026, 10, 31): "Reformationstag",
    date(2026, 11, 18): "Buß- und Bettag",
    date(2026, 12, 25): "Erster Weihnachtstag",
    date(2026, 12, 26): "Zweiter Weihnachtstag",
}
"""The days of SächsSFG § 1, with the movable ones looked up in a printed calendar."""
MOVABLE = {
    date(2027, 3, 29): "Ostermontag",
    date(2027, 11, 17): "Buß- und Bettag",
    date(2038, 4, 26): "Ostermontag",  # as late as Easter can be
    date(2028, 11, 22): "Buß- und Bettag",
}


def year_of(year: int) -> dict[date, str]:
    days = (date(year, 1, 1) + timedelta(days) for days in range(366))
    return {day: public_holiday(day) for day in days if day.year == year and public_holiday(day)}


def test_a_year_has_the_holidays_of_saxony_and_no_others() -> None:
    assert year_of(2026) == IN_2026


@pytest.mark.parametrize(("day", "name"), MOVABLE.items())
def test_movable_holidays_move(day: date, name: str) -> None:
    assert public_holiday(day) == name


@pytest.mark.parametrize("day", [date(2026, 6, 4), date(2026, 12, 24), date(2026, 12, 31), date(2026, 4, 5)])
def test_corpus_christi_the_eves_and_easter_sunday_are_none(day: date) -> None:
    assert public_holiday(day) == ""


@given(st.integers(1995, 2100))
def test_the_kiosk_may_run_for_as_many_years_as_it_likes(year: int) -> None:
    days = {name: day for day, names in year_of(year).items() for name in names.split("; ")}
    assert len(days) == len(IN_2026)
    assert days["Ostermontag"] - days["Karfreitag"] == timedelta(3)
    assert days["Buß- und Bettag"].weekday() == 2
    assert date(year, 11, 16) <= days["Buß- und Bettag"] <= date(year, 11, 22)


def test_a_year_is_worked_out_once() -> None:
    public_holiday(date(2031, 1, 1))
    before = public_holidays._of_year.cache_info().misses
    for day in range(1000):
        public_holiday(date(2031, 1, 1) + timedelta(day % 365))
    assert public_holidays._of_year.cache_info().misses == before


def test_the_kiosk_knows_them_and_does_not_load_the_library_before_somebody_asks() -> None:
    """It reads the rules of all countries: that would make the start longer by a tenth of a second."""
    program = (
        "import sys; from datetime import date; from pathlib import Path; from kiosk.app import load\n"
        "catalog = load(Path('content'), Path('config/kiosk.yaml')).catalog\n"
        "print('holidays' in sys.modules, catalog.holidays(date(2026, 11, 18)), 'holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "False Buß- und Bettag True"
