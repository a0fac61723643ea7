"""Saxony's public holidays: the names that staff may write in an exception, and which words tell visitors of them."""

from __future__ import annotations

HOLIDAYS = {
    "Neujahr": "new_year",
    "Karfreitag": "good_friday",
    "Ostermontag": "easter_monday",
    "Erster Mai": "first_may",
    "Christi Himmelfahrt": "ascension",
    "Pfingstmontag": "whit_monday",
    "Tag der Deutschen Einheit": "unity",
    "Reformationstag": "reformation",
    "Buß- und Bettag": "repentance",
    "Erster Weihnachtstag": "christmas",
    "Zweiter Weihnachtstag": "second_christmas",
}
"""The eleven days of SächsSFG § 1: the name that the calendar gives (kiosk.public_holidays; a test holds the two alike)
and the key of its words, `holiday.name.<key>`."""

BETWEEN = "; "
"""Between the names of two holidays that fall on one day (1 May 2008 was Ascension Day, too)."""


def names_in(holiday: str) -> tuple[str, ...]:
    """The names in what the calendar says of a day; none for a day that is no holiday."""
    return tuple(holiday.split(BETWEEN)) if holiday else ()
