"""The text for Prometheus, read by the rules of its text format, and judged by Prometheus' own tool."""

from __future__ import annotations

import re
import subprocess
from datetime import date

from kiosk.usage.book import Book
from kiosk.usage.figures import DURATION, LANGUAGE, ONE, SERVICE, VISITS, Sums
from kiosk.usage.metrics import as_metrics
from tests.unpacked import PROMTOOL

SAMPLE = re.compile(r'([a-z_]+)(?:\{([a-z_]+)="([^"\\\n]*)"\})? (\d+)')
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def samples(text: str) -> dict[tuple[str, str], int]:
    """Every sample; each name has its type told once, before its samples, which stand together."""
    found, typed = {}, []
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            typed.append(line.split()[2])
            assert line.endswith(" gauge")
        elif not line.startswith("# HELP "):
            match = SAMPLE.fullmatch(line)
            assert match, line
            assert match[1] == typed[-1], "the samples of a name stand together"
            found[match[1], match[3] or ""] = int(match[4])
    assert text.endswith("\n")
    assert len(typed) == len(set(typed))
    judged = subprocess.run([PROMTOOL, "check", "metrics"], input=text, capture_output=True, text=True, check=False)
    assert (judged.returncode, judged.stderr) == (0, "")
    return found


def test_the_last_day_is_exported_and_no_other() -> None:
    told = {
        MONDAY: Sums({(VISITS, ONE): 95}),
        TUESDAY: Sums({(VISITS, ONE): 10, (LANGUAGE, "ti"): 5, (SERVICE, "anmelden"): 5}),
    }
    found = samples(as_metrics(Book(date(2026, 11, 25), Sums({(VISITS, ONE): 4}), told), 2))
    assert found["kiosk_usage_day", "2026-11-24"] == 1
    assert found["kiosk_usage_day_visits", ""] == 10
    assert found["kiosk_usage_day_language", "ti"] == found["kiosk_usage_day_service", "anmelden"] == 5
    assert found["kiosk_usage_day_used", "audio"] == 0, "what is always there is there with 0, too"
    assert found["kiosk_usage_faults", ""] == 2
    assert not [count for (name, _), count in found.items() if "_day_" in name and count % 5]


def test_a_duration_is_in_one_line_only() -> None:
    told = {MONDAY: Sums({(VISITS, ONE): 20, (DURATION, "60"): 5, (DURATION, "+Inf"): 10})}
    found = samples(as_metrics(Book(TUESDAY, Sums(), told), 0))
    lines = {line: count for (name, line), count in found.items() if name == "kiosk_usage_day_duration"}
    assert lines == {"30": 0, "60": 5, "120": 0, "300": 0, "+Inf": 10}


def test_before_the_first_day_is_over_nothing_of_a_day_is_there() -> None:
    found = samples(as_metrics(Book(MONDAY, Sums({(VISITS, ONE): 40})), 0))
    assert found == {("kiosk_usage_faults", ""): 0}


def test_a_line_that_could_break_the_text_is_left_out() -> None:
    told = {MONDAY: Sums({(SERVICE, 'a"} 7\n'): 5, (SERVICE, "b"): 5})}
    found = samples(as_metrics(Book(TUESDAY, Sums(), told), 0))
    assert [line for name, line in found if name == "kiosk_usage_day_service"] == ["b"]
