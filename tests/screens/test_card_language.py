"""What a card says of its language, and the key to German and back: whole on every panel, in every mode."""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.language import SOURCE, Words
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages
from tests.screens.test_modes import LAYOUTS

assert catalog is not None
MODES = {"usual": frozenset(), **LAYOUTS}
OTHERS = [code for code in LANGUAGES if code != SOURCE]
EVERY = [*product(MODES, SIZES, OTHERS, (False, True))]


def older(words: Words) -> Words:
    return replace(words, outdated=frozenset(OTHERS))


LONGEST = max(catalog.services.values(), key=lambda one: len(one.what.said("uk").text))
OLD = replace(
    LONGEST,
    name=older(LONGEST.name),
    what=older(LONGEST.what),
    bring=tuple(older(one) for one in LONGEST.bring),
    next_step=Words.german("Kommen Sie einfach vorbei."),
    cost=Words.german("Nichts."),
    for_whom=Words.german("Für alle."),
)
ROUTE = nav.Route(nav.SERVICE, OLD.id)


@pytest.mark.parametrize(("layout", "size", "language", "german"), chosen(EVERY))
def test_a_card_with_old_and_missing_parts_is_whole(layout: str, size: str, language: str, german: bool) -> None:
    assert catalog is not None
    on = frame(SIZES[size], language, MODES[layout])
    route = replace(ROUTE, german=german)
    shown = pages(route, language, on, catalog=replace(catalog, services={**catalog.services, OLD.id: OLD}))
    found = [fault for _, page in shown for fault in audit.faults(page, on)] + audit.unplaced(shown)
    assert found == []
    wanted = ["german"] if german else ["notice.outdated", "notice.untranslated", "german"]
    for node in wanted:
        assert any(node in page.places for _, page in shown), node
    key = [number for number, (_, page) in enumerate(shown) if "german" in page.places]
    assert key[0] <= 3, "the key comes early: whoever cannot read the card finds it"
