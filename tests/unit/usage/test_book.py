"""The book: days that are told, days that are folded into months, and what is told without a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.usage.book import Book
from kiosk.usage.figures import ONE, VISITS, Sums
from kiosk.usage.writing import Unreadable, as_text, from_text

MONDAY = date(2026, 11, 23)
VISIT = frozenset({(VISITS, ONE)})


def visited(book: Book, times: int, dated: bool = True) -> None:
    for _ in range(times):
        book.count(VISIT, dated)


def test_a_day_is_told_when_the_next_one_begins_and_never_before() -> None:
    book = Book()
    assert book.turn(MONDAY)
    visited(book, 12)
    assert not book.turn(MONDAY)
    assert book.told == {}
    assert book.turn(MONDAY + timedelta(1))
    assert book.told == {MONDAY: Sums({(VISITS, ONE): 10})}
    assert book.held == Sums({(VISITS, ONE): 2})
    assert book.last == MONDAY


def test_while_no_clock_is_believed_no_day_ends_and_visits_have_none() -> None:
    book = Book()
    book.turn(MONDAY)
    visited(book, 5)
    assert not book.turn(None)
    visited(book, 7, dated=False)
    book.turn(MONDAY + timedelta(1))
    assert book.told == {MONDAY: Sums({(VISITS, ONE): 5})}
    assert (book.undated, book.undated_held) == (Sums({(VISITS, ONE): 5}), Sums({(VISITS, ONE): 2}))


def test_a_day_that_comes_again_is_told_once_more_on_top() -> None:
    """A clock that was a day ahead at the start, and believed."""
    book = Book()
    for day in (MONDAY, MONDAY + timedelta(1), MONDAY, MONDAY + timedelta(1)):
        book.turn(day)
        visited(book, 5)
    assert book.told == {MONDAY: Sums({(VISITS, ONE): 10}), MONDAY + timedelta(1): Sums({(VISITS, ONE): 5})}


def test_a_day_in_the_future_does_not_hide_the_days_to_come() -> None:
    """A clock that was years ahead, and believed: what is exported goes on with the right days."""
    book = Book()
    for day in (date(2031, 1, 1), MONDAY, MONDAY + timedelta(1)):
        book.turn(day)
        visited(book, 5)
    assert sorted(book.told) == [MONDAY, date(2031, 1, 1)]
    assert book.last == MONDAY


def test_days_that_are_older_than_two_years_and_a_month_are_folded_into_their_months() -> None:
    book, day = Book(), date(2024, 9, 1)
    while day <= date(2026, 11, 1):
        book.turn(day)
        visited(book, 5)
        day += timedelta(1)
    assert min(book.told) == date(2024, 9, 1), "this month and 25 before it"
    book.turn(date(2026, 11, 2))
    assert min(book.told) == date(2024, 10, 1)
    assert book.months == {"2024-09": Sums({(VISITS, ONE): 150})}
    assert all(b - a == timedelta(1) for a, b in pairwise(sorted(book.told)))


NAMES = st.text(min_size=1, max_size=8)
SUMS = st.dictionaries(st.tuples(NAMES, NAMES), st.integers(1, 10**6), max_size=4).map(Sums)
BOOKS = st.builds(
    Book,
    st.none() | st.dates(),
    SUMS,
    st.dictionaries(st.dates(), SUMS, max_size=3),
    st.dictionaries(NAMES, SUMS, max_size=3),
    SUMS,
    SUMS,
)


@given(BOOKS)
def test_a_book_comes_back_from_its_text_as_it_was(book: Book) -> None:
    assert from_text(as_text(book)) == book


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(str))
def test_whatever_is_no_book_is_called_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        from_text(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"version":1', '"version":2'), ("10", "-10"), ("10", "true"), ("10", '"10"'), ("2026-11-23", "2026-11-99")],
)
def test_a_book_with_something_impossible_in_it_is_no_book(old: str, new: str) -> None:
    text = as_text(Book(None, Sums(), {MONDAY: Sums({(VISITS, ONE): 10})}))
    assert old in text
    with pytest.raises(Unreadable):
        from_text(text.replace(old, new))
