"""Loads how languages are pronounced: content/pronunciation/<language>.yaml → Pronouncer.

What is wrong in a list is left out and reported, the rest is used; a file that cannot be read at all leaves its
language to the voice alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from kiosk.domain.language import base_of
from kiosk.domain.problem import Problem
from kiosk.domain.pronouncer import Pronouncer
from kiosk.domain.pronunciation import (
    Addresses,
    Dates,
    Form,
    Ordinals,
    Prices,
    Pronunciation,
    Times,
    Weekdays,
)
from kiosk.domain.strings import placeholders
from kiosk.loaders import faults_content
from kiosk.loaders import faults_pronunciation as faults
from kiosk.loaders.faults import near
from kiosk.loaders.fields import Field, Group, Inspection, Keyed, Listed, Record, items_of, text_of
from kiosk.loaders.files import SUFFIX, names_in
from kiosk.loaders.nodes import Node
from kiosk.loaders.tree import Tree
from kiosk.loaders.values import Line

FOLDER = "pronunciation"


class Series(Struct, frozen=True):
    """A list of so many words; with one too few or too many nobody knows which number each belongs to."""

    count: int

    def read(self, node: Node, inspection: Inspection) -> tuple[str, ...] | None:
        """The words in their order."""
        items = items_of(node, inspection)
        if items is None:
            return None
        words = [text_of(item, inspection) for item in items]
        if len(words) != self.count:
            inspection.report(node, faults.WRONG_COUNT, count=len(words), wanted=self.count)
        found = tuple(word for word in words if word is not None)
        return found if len(found) == len(words) == self.count else None


class Pattern(Struct, frozen=True):
    """Words with places that the kiosk fills in: all of `places`, and no others."""

    places: tuple[str, ...]

    def read(self, node: Node, inspection: Inspection) -> str | None:
        """The pattern."""
        text = text_of(node, inspection)
        if text is None or placeholders(text) == frozenset(self.places):
            return text
        inspection.report(node, faults.WRONG_PLACES, wanted=_braced(self.places), here=_braced(placeholders(text)))
        return None


def _braced(names: Iterable[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names)) or "–"


WORD = Line(80)
WORDS = Listed(WORD)
SPOKEN = Keyed(Line(120, may_be_empty=True))
RANGE = Pattern(("from", "to"))


def _forms(count: int, *more: Field) -> Listed:
    return Listed(Group((
        Field("words", Series(count), f"{count} Wörter", f"{count} words", needed=True),
        Field("after", WORDS, "hinter diesen Wörtern", "behind these words"),
        *more,
    )))  # fmt: skip


WEEKDAYS = Group((
    Field("written", Series(7), "wie sie im Text stehen", "as they stand in texts"),
    Field("forms", _forms(7), "wie sie gesprochen werden", "as they are spoken"),
    Field("range", RANGE, "Mo–Fr", "Mon–Fri"),
))  # fmt: skip
TIMES = Group((
    Field("unit", WORDS, "Wörter, die zur Zeit gehören", "words that belong to a time"),
    Field("forms", _forms(25, Field("whole", Pattern(("hour",)), "volle Stunde", "whole hour")), "Stunden", "hours"),
    Field("hour", Pattern(("hour",)), "14:00", "14:00"),
    Field("half", Pattern(("hour",)), "8:30", "8:30"),
    Field("few", Pattern(("hour", "minute")), "8:05", "8:05"),
    Field("minutes", Pattern(("hour", "minute")), "8:15", "8:15"),
    Field("hours", RANGE, "13–17", "13–17"),
    Field("range", RANGE, "9:30–17:30", "9:30–17:30"),
))  # fmt: skip
DATES = Group((
    Field("forms", _forms(31), "Tage", "days"),
    Field("months", Series(12), "Monate", "months"),
    Field("of_day", Series(12), "Monate hinter einem Tag", "months behind a day"),
    Field("short", Series(12), "Monate, abgekürzt", "months, abbreviated"),
    Field("day", Pattern(("day", "month")), "24.11.", "24.11."),
    Field("date", Pattern(("day", "month", "year")), "24.11.2026", "24.11.2026"),
    Field("month", Pattern(("month", "year")), "11/2026", "11/2026"),
    Field("years", SPOKEN, "Jahre", "years"),
    Field("century", Pattern(("hundreds", "rest")), "1995", "1995"),
))  # fmt: skip
ORDINALS = Listed(Group((
    Field("before", WORDS, "vor diesen Wörtern", "before these words", needed=True),
    Field("forms", _forms(10), "erste, zweite …", "first, second …", needed=True),
)))  # fmt: skip
PRICES = Group((
    Field("written", WORDS, "Namen der Währung", "names of the currency"),
    Field("euros", Pattern(("number",)), "12 €", "12 €"),
    Field("one", WORD, "1 €", "1 €"),
    Field("cents", Pattern(("number",)), "0,50 €", "0.50 €"),
    Field("both", Pattern(("euros", "cents")), "12,50 €", "12.50 €"),
))  # fmt: skip
ADDRESSES = Group((
    Field("dot", WORD, "Punkt", "dot"),
    Field("slash", WORD, "Schrägstrich", "slash"),
    Field("hyphen", WORD, "Bindestrich", "hyphen"),
    Field("at", WORD, "@", "@"),
    Field("endings", SPOKEN, "Ende einer Adresse", "end of an address"),
))  # fmt: skip
LIST = Group((
    Field("digits", Series(10), "0 bis 9", "0 to 9"),
    Field("plus", WORD, "das + einer Rufnummer", "the + of a phone number"),
    Field("pause", WORD, "Zeichen für eine Pause", "sign for a pause"),
    Field("between", RANGE, "12–27", "12–27"),
    Field("amounts", WORDS, "Wörter hinter einer Menge", "words behind an amount"),
    Field("weekdays", WEEKDAYS, "Wochentage", "weekdays"),
    Field("times", TIMES, "Uhrzeiten", "times"),
    Field("dates", DATES, "Tage, Monate, Jahre", "days, months, years"),
    Field("ordinals", ORDINALS, "1. Etage", "1st floor"),
    Field("prices", PRICES, "Geld", "money"),
    Field("addresses", ADDRESSES, "Adressen im Netz", "addresses on the web"),
    Field("endings", SPOKEN, "Ende längerer Wörter", "end of longer words"),
    Field("words", SPOKEN, "Abkürzungen und Namen", "abbreviations and names"),
))  # fmt: skip


PARTS = {
    "weekdays": Weekdays,
    "times": Times,
    "dates": Dates,
    "prices": Prices,
    "addresses": Addresses,
}
"""The parts of a list that are fields themselves, and what they become."""


def load_pronunciation(
    content_dir: Path, languages: Iterable[str], in_preparation: Iterable[str] = ()
) -> tuple[Pronouncer, tuple[Problem, ...]]:
    """The pronouncer for `languages` (codes) and those `in_preparation`, and every problem; that one in preparation has
    no list is none. Never raises for what staff wrote."""
    tree = Tree(content_dir)
    inspection = Inspection(tree.problems, in_preparation=frozenset(in_preparation))
    wanted = tuple(dict.fromkeys((*languages, *in_preparation)))
    found = {code: _list(tree, code, inspection) for code in wanted}
    for name in names_in(tree.root / FOLDER):
        code = name.removesuffix(SUFFIX)
        if code + SUFFIX != name or code not in wanted:
            tree.report(f"{FOLDER}/{name}", faults_content.NOT_OFFERED, value=code, hint=near(code, wanted))
    return Pronouncer({code: list_ for code, list_ in found.items() if list_}), tuple(tree.problems)


def _list(tree: Tree, code: str, inspection: Inspection) -> Pronunciation | None:
    name = tree.name_of(FOLDER, code)
    if not tree.has(name):
        lent = base_of(code) != code and tree.has(tree.name_of(FOLDER, base_of(code)))
        if code not in inspection.in_preparation and not lent:
            tree.report(name, faults.NO_LIST, name=code + SUFFIX)
        return None
    table = tree.table(name)
    record = LIST.read(table, inspection) if table else None
    return pronunciation(record, inspection) if record else None


def pronunciation(record: Record, inspection: Inspection) -> Pronunciation:
    """The list of one language, from a record of `LIST`."""
    made = {name: _part(PARTS[name], value, inspection) for name, value in record.values.items() if name in PARTS}
    made["ordinals"] = tuple(_part(Ordinals, kind, inspection) for kind in record.get("ordinals", ()))
    return Pronunciation(**{**record.values, **made})


def _part(kind: Callable[..., Any], record: Record, inspection: Inspection) -> Any:
    values = dict(record.values)
    if "forms" in values:
        values["forms"] = tuple(Form(**form.values) for form in values["forms"])
    if "years" in values:
        values["years"] = _years(record, inspection)
    return kind(**values)


def _years(dates: Record, inspection: Inspection) -> Mapping[int, str]:
    years: dict[int, str] = {}
    for name, spoken in dates["years"].items():
        if re.fullmatch(r"[0-9]{4}", name):
            years[int(name)] = spoken
        else:
            inspection.report(dates.place("years"), faults.NO_YEAR, value=name)
    return years
