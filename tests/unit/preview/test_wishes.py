"""What a preview is asked for, and the screens there are."""

from __future__ import annotations

import argparse

import pytest
from msgspec.structs import replace

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import ROUTES as ALL_ROUTES
from kiosk.domain.visit import Visit
from kiosk.preview.page import SCREENS
from kiosk.preview.places import NAMES, USUAL, Place, examples, places, visit_at
from kiosk.preview.wishes import Unknown, Wish, languages_of, modes_of, parser, places_of, size_of, wishes
from kiosk.preview.work import shares
from tests.builders import CATALOG

WAITING = replace(CATALOG.languages[1], code="ti", offered=False)
PREPARING = replace(CATALOG, in_preparation=(WAITING,))


def asked(*arguments: str) -> list[Wish]:
    return wishes(PREPARING, parser().parse_args(list(arguments)))


def test_every_route_of_the_kiosk_is_shown_and_every_screen_has_a_name_on_the_page() -> None:
    shown = {visit_at(place, "ar", frozenset(), CATALOG).route.name for place in places(CATALOG)}
    assert shown | {"trouble"} == set(ALL_ROUTES)
    assert set(examples(CATALOG)) == set(NAMES) == set(SCREENS)
    assert len(USUAL) == 12


def test_the_usual_screens_are_shown_in_every_language_also_in_those_in_preparation() -> None:
    wanted = asked()
    assert [wish.place.screen for wish in wanted[:12]] == list(USUAL)
    assert list(dict.fromkeys(wish.language for wish in wanted)) == ["de", "ar", "en", "ti"]
    assert len(wanted) == 12 * 4


def test_every_shows_each_thing_and_a_name_or_an_id_chooses() -> None:
    ids = [wish.place.id for wish in asked("--every", "--language", "ar")]
    assert ids == [place.id for place in places(CATALOG)] and len(ids) > len(NAMES)
    one = next(iter(CATALOG.services))
    chosen = asked("--screen", f"service:{one}", "--screen", "home", "--language", "ti")
    assert [(wish.place.id, wish.language) for wish in chosen] == [(f"service:{one}", "ti"), ("home", "ti")]


@pytest.mark.parametrize(
    ("wrong", "hint"), [("servise", "service"), ("service:anmeldem", "service:anmelden"), ("zzz", "Es gibt")]
)
def test_what_is_not_there_is_said_with_what_is_near(wrong: str, hint: str) -> None:
    with pytest.raises(Unknown, match=hint):
        places_of(CATALOG, [wrong], every=False)
    with pytest.raises(Unknown, match="Es gibt / there are: de, ar, en"):
        languages_of(CATALOG, ["xx"])


def test_sizes_and_modes_are_read_as_they_are_written() -> None:
    assert (size_of("upright"), size_of("1280x720")) == ((1080, 1920), (1280, 720))
    assert modes_of("usual,large+low") == (frozenset(), frozenset({Mode.LARGE, Mode.LOW}))
    for read, wrong in ((size_of, "12x9"), (size_of, "big"), (modes_of, "larg"), (size_of, "²x²")):
        with pytest.raises(argparse.ArgumentTypeError):
            read(wrong)


def test_nobody_before_the_attract_screen_has_a_mode_on() -> None:
    assert [wish.place.screen for wish in asked("--modes", "large", "--language", "de")] == list(USUAL[1:])
    assert visit_at(Place("attract"), "ar", frozenset({Mode.LARGE}), CATALOG) == Visit()


def test_both_processes_get_every_wish_once() -> None:
    wanted = asked()
    first, second = shares(wanted, 2)
    assert first + second == wanted and abs(len(first) - len(second)) <= 1
