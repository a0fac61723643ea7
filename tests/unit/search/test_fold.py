"""Texts as a search compares them."""

from __future__ import annotations

import pytest

from kiosk.search.fold import forms, tokens, without_article, words
from kiosk.search.sound import consonants, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ärztin", "ARZTIN"),
        ("Straße", "strasse"),
        ("łódź", "LODZ"),
        ("Đăng ký", "dang ky"),
        ("IŞIK", "isik"),
        ("прописка", "ПРОПИСКА"),
        ("їжа", "іжа"),
        ("ґанок", "ганок"),
        ("сім’я", "сім'я"),
        ("إقامة", "اقامه"),
        ("أوراق", "اوراق"),
        ("مُصدَّقة", "مصدقه"),
        ("شهـــادة", "شهاده"),
        ("مستشفى", "مستشفي"),
        ("کیتا", "كيتا"),
        ("ትምህርቲ", "ተመሀረተ"),
        ("ቋንቋ", "ቀነቀ"),
        ("ጐደና", "ገደነ"),
        ("ፀሓይ", "ጸሐየ"),
        ("ሥራሕ", "ሰረሐ"),
        ("٢٧", "27"),
        ("Wohnungs\u00adgeber", "wohnungsgeber"),
        ("(\u2068Kita\u2069)", "kita"),
    ],
)
def test_what_people_write_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


def test_an_umlaut_is_found_in_both_ways() -> None:
    assert {"arztin", "aerztin"} <= forms("Ärztin")
    assert {"fuhrungszeugnis", "fuehrungszeugnis"} <= forms("Führungszeugnis")


def test_what_a_hyphen_joins_is_found_in_parts_and_as_one_word() -> None:
    assert {"kita", "platz", "kitaplatz"} <= forms("Kita-Platz finden")
    assert "platzfinden" not in forms("Kita-Platz finden")


@pytest.mark.parametrize(
    ("word", "noun"),
    [("الاقامه", "اقامه"), ("بالشهاده", "شهاده"), ("ال", "ال"), ("wohnung", "wohnung")],
)
def test_an_arabic_noun_is_found_without_its_article(word: str, noun: str) -> None:
    assert without_article(word) == noun


def test_each_letter_knows_where_it_comes_from() -> None:
    text = "Große Äpfel"
    (first, second) = words(text)
    assert (first.form, second.form) == ("grosse", "apfel")
    assert "".join(text[place] for place in first.places) == "Großße"
    assert text[second.places[0]] == "Ä"


@pytest.mark.parametrize(
    ("latin", "word"),
    [("propiska", "прописка"), ("zhytlo", "житло"), ("shkola", "школа"), ("skola", "школа"), ("jazyk", "языкъ")],
)
def test_a_cyrillic_word_sounds_like_what_people_write_for_it(latin: str, word: str) -> None:
    assert sound(latin) == sound(word)


@pytest.mark.parametrize(
    ("latin", "word"),
    [("iqama", "إقامة"), ("tasjil", "تسجيل"), ("madrasa", "مدرسة"), ("jawaz", "جواز")],
)
def test_an_arabic_word_has_the_consonants_that_people_write_for_it(latin: str, word: str) -> None:
    assert consonants(latin) == consonants(*tokens(word))
