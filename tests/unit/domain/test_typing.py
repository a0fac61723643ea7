"""What is typed on the search screen: letters come and go, and nothing of it stays."""

from __future__ import annotations

from kiosk.domain.navigation import (
    HOME,
    LANGUAGES,
    SEARCH,
    SERVICE,
    Back,
    Choose,
    Erase,
    EraseAll,
    Finish,
    Home,
    Intent,
    Layout,
    Open,
    Route,
    Turn,
    Type,
)
from kiosk.domain.visit import LONGEST_QUERY, Visit, advance

CARD = Route(SERVICE, "anmelden")
AT_HOME = Visit((Route(HOME),), "ar")


def after(*intents: Intent, visit: Visit) -> Visit:
    """The visit that becomes of `visit`."""
    for intent in intents:
        visit = advance(visit, intent)
    return visit


AT_SEARCH = Visit((Route(HOME), Route(SEARCH)), "uk")


def test_letters_are_written_and_erased_where_one_searches() -> None:
    typed = after(Type("п"), Type("р"), visit=AT_SEARCH)
    assert typed.query == "пр"
    assert after(Erase(), visit=typed).query == "п"
    assert after(EraseAll(), visit=typed).query == ""
    assert after(Erase(), EraseAll(), visit=AT_SEARCH) == AT_SEARCH
    assert after(Type("a"), Layout("de"), visit=AT_HOME) == AT_HOME


def test_a_query_is_at_most_so_long_and_begins_with_a_letter() -> None:
    assert after(*[Type("ж")] * 50, visit=AT_SEARCH).query == "ж" * LONGEST_QUERY
    assert after(Type(" "), Type("a"), Type(" "), visit=AT_SEARCH).query == "a "


def test_other_letters_begin_at_the_first_page() -> None:
    turned = after(Type("a"), Turn(2), visit=AT_SEARCH)
    assert turned.route.page == 2
    assert after(Type("b"), visit=turned).route.page == 0
    assert after(Layout("123"), visit=turned).route.page == 2


def test_who_comes_back_finds_what_was_typed_and_a_new_search_is_empty() -> None:
    typed = after(Type("a"), Layout("de"), Open(CARD), visit=AT_SEARCH)
    back = after(Back(), visit=typed)
    assert (back.query, back.keyboard, back.route.name) == ("a", "de", SEARCH)
    assert after(Home(), Open(Route(SEARCH)), visit=typed).query == ""
    assert after(Finish(), visit=typed) == Visit()


def test_another_language_has_its_own_letters() -> None:
    other = after(Type("a"), Layout("123"), Open(Route(LANGUAGES)), Choose("ar"), visit=AT_SEARCH)
    assert (other.route.name, other.query, other.keyboard) == (SEARCH, "a", "")
