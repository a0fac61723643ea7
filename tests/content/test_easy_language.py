"""Leichte Sprache holds its rules in every text (accessibility.md L-06); all other German has short sentences
(L-07)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from kiosk.loaders.plain import MOST_WORDS as MOST_WORDS_OF_GERMAN
from kiosk.loaders.plain import remarks
from kiosk.staff.translations.texts import Content, Text, load
from tests.content.easy_language import CODE, RULES, faults, whole_sentences, words_in

ROOT = Path(__file__).resolve().parents[2]
USUAL_WORDS = 8
"""Words of a sentence on average, in every kind of text."""
KINDS = ("strings", "centre", "topics", "emergency", "organisations", "services", "guide")


@cache
def content() -> Content:
    return load(ROOT / "content")


@cache
def texts() -> tuple[Text, ...]:
    """Every text that there is in Leichte Sprache."""
    return tuple(text for text in content().language(CODE).texts if text.text)


@pytest.mark.parametrize("kind", KINDS)
def test_l_06_every_text_of_leichte_sprache_holds_the_rules(kind: str) -> None:
    """What is shown, and what is spoken instead of it."""
    found = [text for text in texts() if text.kind == kind]
    assert found
    wrong = [f"{one.place}: {fault}" for one in found for said in (one.text, one.say) for fault in faults(said)]
    assert wrong == []


def test_no_kind_of_text_is_left_out() -> None:
    assert {text.kind for text in texts()} <= {*KINDS, "notices"}


@pytest.mark.parametrize("kind", KINDS)
def test_l_06_most_sentences_are_very_short(kind: str) -> None:
    counts = [
        words_in(sentence) for text in texts() if text.kind == kind for sentence in whole_sentences(text.text)
    ] or [0]
    assert mean(counts) <= USUAL_WORDS


def test_hard_words_of_doors_and_letters_are_there_as_they_are_written() -> None:
    """Whoever has read „Kopien mit Stempel“ must find „beglaubigte Kopie“ on the letter."""
    every = " ".join(text.text for text in texts())
    wanted = "Bürgerbüro Ausländerbehörde beglaubigte Einbürgerung Migrationsberatung Diskriminierung Abholstation"
    assert [word for word in wanted.split() if word not in every] == []


def test_l_07_all_other_german_has_short_sentences_and_no_abbreviations() -> None:
    """Also what no screen shows at the moment; test_rows_words.py looks at the screens."""
    wrong = [
        f"{kind}/{entry}#{key}: {remark.values['value']}"
        for kind, entries in content().germans.items()
        for entry, germans in entries.items()
        for key, german in germans.items()
        for remark in remarks(german)
    ]
    assert MOST_WORDS_OF_GERMAN == 15
    assert wrong == []


BAD = [
    ("too long", "Gehen Sie mit dem Brief und dem Pass und der Karte zum Amt dort."),
    ("abbreviation", "Bringen Sie Papiere mit, z. B. den Pass."),
    ("abbreviation", "Das kostet ca. 5 Euro."),
    ("abbreviation", "Den Ausweis bzw. den Pass."),
    ("abbreviation", "Rufen Sie an, Tel. 115."),
    ("abbreviation", "Sie brauchen evtl. Hilfe."),
    ("abbreviation", "Mo–Fr 8–18 Uhr"),
    ("subjunctive", "Das wäre gut."),
    ("subjunctive", "Würden Sie bitte warten?"),
    ("subjunctive", "Sie könnten anrufen."),
    ("subjunctive", "Sie hätten dann mehr Geld."),
    ("subjunctive", "Möchten Sie Sport machen?"),
    ("genitive", "Das ist die Adresse des Amtes."),
    ("genitive", "Der Brief eines Amtes."),
    ("genitive", "Die Nummer Ihres Passes."),
    ("genitive", "Schule der Stadt für Erwachsene"),
    ("genitive", "Das Ende Ihrer Arbeit."),
    ("genitive", "Am Eingang der großen Halle."),
    ("genitive", "Wegen Ihrer Herkunft."),
    ("genitive", "Menschen von außerhalb der EU."),
    ("passive", "Der Text wird gesprochen."),
    ("passive", "Ihre Karte wurde abgeholt."),
    ("passive", "Die Papiere werden vom Amt bezahlt."),
    ("passive", "Hier wird informiert."),
    ("number in letters", "Sie haben zwei Wochen Zeit."),
    ("long word", "Sie bekommen eine Meldebescheinigung."),
    ("long word", "Die Staats-Angehörigkeitsbehörde hilft."),
]


@pytest.mark.parametrize(("rule", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_a_bad_sentence_is_found(rule: str, sentence: str) -> None:
    assert {name for name, _ in faults(sentence)} == {rule}


def test_every_rule_has_a_bad_sentence() -> None:
    assert {rule for rule, _ in BAD} == RULES.keys()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ich möchte Wohn-Geld beantragen.",
        "Sie wollen Deutsche oder Deutscher werden?",
        "Die Schrift wird größer.",
        "Zeigen Sie der Frau am Empfang den Brief.",
        "Der Betrieb gehört der Stadt.",
        "In der Schule ist das so.",
        "Sie haben innerhalb von 3 Tagen Zeit.",
        "Dieses Amt hilft, wenn jemand gegen Sie ist.",
        "Heute ist Feiertag: Tag der Deutschen Einheit.",
        "Sie bekommen ein Papier (Wohnungsgeberbestätigung).",
        "Auch bei NAOMI e.V., Eisenbahnstraße 66",
        "Sprachen zu zweit lernen",
        "So finden Sie das Amt, das Ihnen hilft.",
    ],
)
def test_a_good_sentence_is_let_through(sentence: str) -> None:
    assert faults(sentence) == []
