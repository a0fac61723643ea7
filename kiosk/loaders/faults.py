"""Faults: what can be wrong, said once in German and in English, with what to do about it.

A fault is a sentence with gaps; `at` puts it in a place and makes a Problem of it. The faults themselves stand in
faults_files.py, faults_fields.py and faults_content.py, by what they are about.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.problem import Problem, Severity

LONGEST_VALUE = 60
"""Characters of a wrong value that a problem repeats; the line itself is shown as well."""

MOST_REPORTED = 20
"""Faults of one kind in one place that are reported; more of the same tell nothing new and cost time."""

MOST_OPTIONS = 12
"""Possible values that a remedy lists; longer lists do not help."""


class Both(NamedTuple):
    """A gap's filling that differs between German and English."""

    de: str
    en: str


Value: TypeAlias = str | int | float | Both
"""What a gap can be filled with."""


class Fault(Struct, frozen=True):
    """One kind of fault: reason and remedy in both of the staff's languages, with gaps such as `{value}`."""

    de: str
    de_remedy: str
    en: str
    en_remedy: str
    severity: Severity = Severity.ERROR

    def at(self, path: str, line: int = 0, column: int = 0, source: str = "", /, **values: Value) -> Problem:
        """This fault in a place. Raises KeyError if a gap has no value (a slip of the programmer)."""
        german = {name: value.de if isinstance(value, Both) else _short(value) for name, value in values.items()}
        english = {name: value.en if isinstance(value, Both) else _short(value) for name, value in values.items()}
        reason = {"de": self.de.format(**german), "en": self.en.format(**english)}
        remedy = {"de": self.de_remedy.format(**german).strip(), "en": self.en_remedy.format(**english).strip()}
        return Problem(path, line, column, reason, remedy, self.severity, source)

    def as_warning(self) -> Fault:
        """The same fault where it takes nothing off the screen."""
        return replace(self, severity=Severity.WARNING)


def _short(value: str | int | float) -> str:
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def closest(value: str, options: Iterable[str], alike: float = 0.6) -> str:
    """The one of `options` that `value` probably stands for, "" if none is `alike` enough (1: the same letters)."""
    close = difflib.get_close_matches(value[:LONGEST_VALUE].lower(), sorted(options), n=1, cutoff=alike)
    return close[0] if close else ""


def near(value: str, options: Iterable[str]) -> Both:
    """A hint for a value that is not among `options`: the one that was probably meant, else what is possible."""
    known = sorted(options)
    hint = slip(value, known, alike=0.6)
    if hint.de:
        return hint
    if not known:
        return Both("Hier ist nichts möglich.", "Nothing is possible here.")
    listed = ", ".join(known[:MOST_OPTIONS]) + (" …" if len(known) > MOST_OPTIONS else "")
    return Both(f"Möglich sind: {listed}.", f"Possible are: {listed}.")


def slip(value: str, options: Iterable[str], alike: float = 0.9) -> Both:
    """A hint only if `value` is one of `options` but for a letter or two; nothing where a guess could do harm."""
    close = closest(value, options, alike)
    return Both(f"Meinten Sie „{close}“?", f"Did you mean '{close}'?") if close else Both("", "")


def listed(names: Iterable[str]) -> Both:
    """Names for a sentence: the first few, and how many more there are."""
    every = list(names)
    rest = len(every) - MOST_OPTIONS
    text = ", ".join(every[:MOST_OPTIONS]) + (f" … (+{rest})" if rest > 0 else "")
    return Both(text, text)
