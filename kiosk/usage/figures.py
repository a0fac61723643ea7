"""What is counted. There is no figure but these, and no two of them are ever counted together.

docs/privacy.md names every one of them, for the people who decide about data protection; a test holds that page to this
table. So nothing can be counted here that is not written there.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

Cell = tuple[str, str]
"""One line of one figure: the figure's name, and the id of the service, the code of the language …"""
Sums = Counter[Cell]
"""How many visits, by cell."""


class Figure(Struct, frozen=True):
    """One figure. `metric` is its name for Prometheus, `label` what tells its lines apart there (empty: only one line).
    `one_each`: a visit is in one line of it at most, so its lines add up to no more than the visits of `within`, the
    figure that each of its visits is part of; of other figures a visit may be in several lines. `lines` are those that
    are fixed, in their order; others have the ids of the content."""

    name: str
    metric: str
    label: str = ""
    one_each: bool = False
    within: str = ""
    lines: tuple[str, ...] = ()


VISITS, DURATION, ENDED, MODE = "visits", "duration", "ended", "mode"
LANGUAGE, TOPIC, SERVICE, USED = "language", "topic", "service", "used"
ONE = ""
"""The only line of a figure that has but one."""

LONGEST_S = ("30", "60", "120", "300", "+Inf")
"""The upper ends of the durations, in seconds. A visit is in one of them only: they are no buckets of a histogram."""
FINISHED, LEFT = "finish", "idle"
BY_EAR, BY_KEYS = "ear", "keys"
AUDIO, CARD, CODES, GUIDE, HELP, ORGANISATIONS, SEARCH, TODAY = (
    *("audio", "card", "codes", "guide", "help", "organisations", "search", "today"),
)

FIGURES = {
    figure.name: figure
    for figure in (
        Figure(VISITS, "kiosk_usage_day_visits", lines=(ONE,)),
        Figure(DURATION, "kiosk_usage_day_duration", "up_to_seconds", True, VISITS, LONGEST_S),
        Figure(ENDED, "kiosk_usage_day_ended", "by", True, VISITS, (FINISHED, LEFT)),
        Figure(LANGUAGE, "kiosk_usage_day_language", "language", True, DURATION),
        Figure(TOPIC, "kiosk_usage_day_topic", "topic", False, DURATION),
        Figure(SERVICE, "kiosk_usage_day_service", "service", False, DURATION),
        Figure(
            *(USED, "kiosk_usage_day_used", "what", False, DURATION),
            lines=(GUIDE, SEARCH, ORGANISATIONS, TODAY, AUDIO, CARD, CODES, HELP),
        ),
        Figure(
            *(MODE, "kiosk_usage_day_mode", "mode", False, VISITS),
            lines=("large", "contrast", "low", BY_EAR, BY_KEYS),
        ),
    )
}
"""Every figure by its name, and each after the one that it is `within`."""
DAY_METRIC = "kiosk_usage_day"
"""1, with the label `date`: the day that the other figures are about."""
FAULTS_METRIC = "kiosk_usage_faults"
"""Visits and days that could not be counted, or not kept, since the kiosk started."""
