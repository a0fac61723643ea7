"""How a text is spoken where staff wrote that down: from the words to the sentences that are read."""

from __future__ import annotations

from kiosk.domain.language import Said, Words
from kiosk.domain.navigation import HOME, Route
from kiosk.domain.node import Node, Role, Sentence, View
from kiosk.domain.strings import Strings
from kiosk.domain.utterance import Utterance, sentences


def read(said: Said, listener: str = "ar") -> tuple[Sentence, ...]:
    """What is read aloud of a screen that shows nothing else."""
    return View(Route(HOME), listener, (), (Node("a", Role.TEXT, said),), ()).sentences()


def test_words_know_how_they_are_spoken_in_each_language() -> None:
    words = Words({"de": "Tel.", "ar": "هاتف"}, says={"de": "Telefon"})
    assert words.said("de") == Said("Tel.", "de", say="Telefon")
    assert words.said("ar") == Said("هاتف", "ar")
    assert words.said("uk") == Said("Tel.", "de", say="Telefon"), "German is shown, and said as German is"


def test_what_is_filled_in_is_filled_in_there_too() -> None:
    strings = Strings({"a": Words({"de": "Ab {time} h"}, says={"de": "Ab {time} Uhr"})})
    assert strings.said("a", "de", time="9").say.replace("\u2068", "").replace("\u2069", "") == "Ab 9 Uhr"


def test_as_many_sentences_are_matched_one_by_one() -> None:
    said = Said("Tel. 115. Das ist gut.", "de", say="Telefon eins eins fünf. Das ist gut.")
    first, second = read(said)
    assert (first.start, first.end, second.start, second.end) == (0, 9, 10, 22)
    assert first.utterance == Utterance("Tel. 115.", "de", "Telefon eins eins fünf.")
    assert second.utterance == Utterance("Das ist gut.", "de")


def test_more_or_fewer_sentences_are_heard_as_one() -> None:
    (only,) = read(Said("Eins. Zwei.", "de", say="Eins und zwei."))
    assert (only.start, only.end) == (0, 11)
    assert only.utterance == Utterance("Eins. Zwei.", "de", "Eins und zwei.")
    assert only.utterance.voiced == "Eins und zwei."
    (long,) = read(Said("Eins.", "de", say="Eins. Und noch eins."))
    assert long.utterance.say == "Eins. Und noch eins."


def test_figures_that_staff_wrote_out_are_in_the_language_of_their_words() -> None:
    assert read(Said("112", "de"))[0].utterance == Utterance("112", "ar")
    assert read(Said("112", "de", say="eins eins zwei"))[0].utterance == Utterance("112", "de", "eins eins zwei")


def test_nothing_shown_says_nothing() -> None:
    assert read(Said("", "de", say="Hallo.")) == ()


def test_a_german_address_is_not_cut_in_other_languages() -> None:
    assert sentences("Вхід у дворі (1. Etage).", "uk") == ("Вхід у дворі (1. Etage).",)
    assert sentences("Room 3. Then go on.", "en") == ("Room 3.", "Then go on.")
