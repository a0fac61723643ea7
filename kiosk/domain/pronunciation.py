"""How a language is pronounced: the words and patterns that a voice needs and a text does not show.

One list a language, written by staff (content/pronunciation/<language>.yaml, docs/content.md). What a list leaves out
is left to the voice, which reads plain numbers well. What is done with it is in pronouncer.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Form(Struct, frozen=True):
    """Words in one grammatical form, in order ("erster, zweiter, …"), and the words `after` which they stand in it
    ("am, vom, bis": "ersten, zweiten, …"). The form without `after` is the usual one. Hours go from 0 to 24."""

    words: tuple[str, ...]
    after: tuple[str, ...] = ()
    whole: str = ""
    """For hours: the whole hour in this form, with `{hour}`."""


class Weekdays(Struct, frozen=True):
    """`written`: the seven days as texts have them ("Mo"), Monday first; `forms`: as they are said; `range`: a range
    of them ("Mo–Fr")."""

    written: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    range: str = ""


class Times(Struct, frozen=True):
    """Times of day. `hour` is said on the hour, `half` at half past, `few` for 1 to 9 minutes, `minutes` for any.

    `unit` are words that belong to a time and are not said twice ("Uhr"); `hours` is a range of whole hours, `range`
    one with minutes. Without `hour` times are left as they are; without forms the hour is the number itself.
    """

    forms: tuple[Form, ...] = ()
    hour: str = ""
    half: str = ""
    few: str = ""
    minutes: str = "{hour} {minute}"
    range: str = ""
    hours: str = ""
    unit: tuple[str, ...] = ()


class Dates(Struct, frozen=True):
    """Dates. `forms`: the days of a month; `months` stand alone or with a year, `of_day` behind a day (where that is
    another form), `short` as they are written ("Nov."). `years` are those that the voice would read wrongly, `century`
    is how years before 2000 are said, with `{hundreds}` and `{rest}`."""

    forms: tuple[Form, ...] = ()
    months: tuple[str, ...] = ()
    of_day: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    day: str = ""
    date: str = ""
    month: str = "{month} {year}"
    years: Mapping[int, str] = field(default_factory=dict)
    century: str = ""


class Ordinals(Struct, frozen=True):
    """Numbers with a full stop before certain nouns: "1. Etage". `before`: how those nouns begin, of one gender."""

    before: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()


class Prices(Struct, frozen=True):
    """Sums of money. `euros` with `{number}`, `one` for 1 euro, `cents` for less than a euro, `both` with `{euros}` and
    `{cents}`; `written`: words for the currency besides € and EUR."""

    euros: str = ""
    one: str = ""
    cents: str = ""
    both: str = "{euros} {cents}"
    written: tuple[str, ...] = ()


class Addresses(Struct, frozen=True):
    """Web and e-mail addresses: the words for their signs, and how their last part is said ("de": "D E")."""

    dot: str = ""
    slash: str = ""
    hyphen: str = ""
    at: str = ""
    endings: Mapping[str, str] = field(default_factory=dict)


class Pronunciation(Struct, frozen=True):
    """Everything for one language.

    `digits`: 0 to 9, for numbers that are read figure by figure; `pause` separates their groups. `plus` is said for the
    + of a phone number, `between` for "12–27" that is no time. `amounts` are words behind a number that make it an
    amount ("112 Stunden" is no call for help). `words` and `endings` (of longer words) are spoken as they say, whatever
    the voice would make of them.
    """

    digits: tuple[str, ...] = ()
    plus: str = ""
    pause: str = ","
    between: str = ""
    amounts: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    weekdays: Weekdays = Weekdays()
    times: Times = Times()
    dates: Dates = Dates()
    ordinals: tuple[Ordinals, ...] = ()
    prices: Prices = Prices()
    addresses: Addresses = Addresses()
