"""What doctor finds: a row of the report, in words for whoever looks after the terminal."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from kiosk.loaders.faults import Both
from kiosk.staff.doctor.row import same

NOTHING = same("")


class Verdict(Enum):
    """Whether a thing is as it should be; what cannot be seen from here is not known."""

    PASS = "pass"
    FAIL = "fail"
    UNKNOWN = "unknown"


class Finding(Struct, frozen=True):
    """One look at one thing: what was found, and what to do if it is not as it should be."""

    verdict: Verdict
    found: Both
    remedy: Both = NOTHING


def good(found: Both) -> Finding:
    """All is well."""
    return Finding(Verdict.PASS, found)


def bad(found: Both, remedy: Both) -> Finding:
    """Something is to be done."""
    return Finding(Verdict.FAIL, found, remedy)


def unknown(found: Both, remedy: Both = NOTHING) -> Finding:
    """It cannot be told."""
    return Finding(Verdict.UNKNOWN, found, remedy)


class Row(Struct, frozen=True):
    """A finding with the name and the title of what was looked at."""

    name: str
    title: Both
    finding: Finding


def verdict_of(rows: tuple[Row, ...]) -> Verdict:
    """Of the terminal as a whole: what fails in one thing fails, what is not known of one thing is left open."""
    found = {row.finding.verdict for row in rows}
    return next((one for one in (Verdict.FAIL, Verdict.UNKNOWN) if one in found), Verdict.PASS)
