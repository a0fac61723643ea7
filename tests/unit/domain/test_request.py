"""What the card for the desk asks for."""

from __future__ import annotations

import pytest

from kiosk.domain.language import NO_WORDS
from kiosk.domain.request import asked, for_service, for_topic
from tests import builders
from tests.builders import CATALOG


def test_a_service_asks_with_its_own_words_or_with_those_of_its_topic() -> None:
    assert asked(CATALOG, for_service("anmelden")) == builders.REGISTER.ask
    assert not builders.BARE.ask
    assert asked(CATALOG, for_service("unbekannt")) == builders.PAPERS.ask == asked(CATALOG, for_topic("papiere"))


def test_who_wants_anything_or_what_has_no_words_asks_for_nothing_in_particular() -> None:
    assert asked(CATALOG, "") == asked(CATALOG, for_topic("notfall")) == NO_WORDS


@pytest.mark.parametrize("subject", ["anmelden", "service:nirgends", "topic:anmelden", "service:", "nirgends:anmelden"])
def test_what_is_not_there_is_a_key_error(subject: str) -> None:
    with pytest.raises(KeyError):
        asked(CATALOG, subject)
