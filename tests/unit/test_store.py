"""The store: who is told of which change."""

from __future__ import annotations

from kiosk.domain.navigation import Choose, Intent, Listen, Wake
from kiosk.domain.visit import Visit, advance
from kiosk.store import Store


def test_it_begins_with_nobodys_visit() -> None:
    assert Store().visit == Visit()


def test_everybody_who_subscribed_is_told_of_the_visit_before_and_after() -> None:
    store = Store()
    told: list[list[tuple[Visit, Visit]]] = [[], []]
    for notes in told:
        store.subscribe(lambda before, after, notes=notes: notes.append((before, after)))  # type: ignore[misc]
    store.send(Wake())
    store.send(Choose("ar"))
    woken = advance(Visit(), Wake())
    chosen = advance(woken, Choose("ar"))
    assert told == [[(Visit(), woken), (woken, chosen)]] * 2
    assert store.visit == chosen


def test_nobody_is_told_when_nothing_changes() -> None:
    store = Store()
    told: list[Visit] = []
    store.send(Wake())
    store.subscribe(lambda before, after: told.append(after))
    store.send(Wake())
    store.send(Listen())
    assert told == []


def test_who_is_told_finds_the_new_visit_in_the_store() -> None:
    store = Store()
    found: list[Visit] = []
    store.subscribe(lambda before, after: found.append(store.visit))
    store.send(Wake())
    assert found == [store.visit]
    assert found != [Visit()]


def test_an_observer_is_told_of_every_intent_even_if_nothing_changes() -> None:
    told: list[tuple[Intent, Visit, Visit]] = []
    store = Store(lambda *one: told.append(one))
    store.send(Wake())
    store.send(Listen())
    woken = advance(Visit(), Wake())
    assert told == [(Wake(), Visit(), woken), (Listen(), woken, woken)]
