"""Sentences: one clip each, never cut inside one, and every character of the text in exactly one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.language import isolate
from kiosk.domain.utterance import sentence_spans, sentences, spoken

LANGUAGES = ("de", "en", "ar", "uk", "tr", "fa", "ti", "vi")
WORDS = (
    "Post",
    "3.",
    "z.",
    "B.",
    "Str.",
    "نعم",
    "؟",
    "!",
    "…",
    "Так.",
    "8–13",
    "\n",
    "\u00a0",
    "\u2068e.V.\u2069",
    "e\u0301.",
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kommen Sie am 3. Mai.| Sie finden uns in der Otto-Schill-Str. 2.| Bis dann!"),
        ("de-simple", "Das gilt am 3. Mai.| In der Otto-Schill-Str. 2.| Ende"),
        ("de", "Am 2. Tag im 3. Stock, Zimmer 4.| Dort, am Mittwoch, 3. Mai.| Zur Linie 9.| Ende"),
        ("de", "Eingang im Hof, 1. Etage.| Dann Haus B 2. Stock"),
        ("de", "Das geht z. B. beim Mosaik e.V. im Haus.| Wirklich?| Ja!"),
        ("de", "Am 12. und 13. Dezember ist zu.| Danach, d. h. ab 14. Dezember, ist offen."),
        ("de", "Mo. bis Fr. 8.30 Uhr bis 13 Uhr.| Rufen Sie an: 0341 115.| Tel. 0341 123-45, Nr. 7."),
        ("de", "Lesen Sie www.leipzig.de.| Oder https://leipzig.de/a?b=c.d!| Um 13:30.| Gut."),
        ("de", "„Ja!“ sagte er.| „Nein.“| (Das war alles.)| Ende"),
        ("de", "Warten Sie …| Dann … geht es weiter.| Was?!| Gut."),
        ("de", "1. Gehen Sie hin.| 2. Fragen Sie Dr. Krause, Prof. Dr. Meyer oder J. S. Bach."),
        ("de", "Überschrift\n|eine Zeile ohne Punkt\n\n|Noch eine."),
        ("de", "Das kostet max. 5 Euro, evtl. mehr, ggf. nichts usw.| Fragen Sie."),
        ("en", "No.| You do not need it.| Take tram No. 9 to house 3.| Ask Mr. Smith, e.g. at 9 a.m. on Monday."),
        ("en", "Take tram 9.| Get off at the church."),
        ("ar", "هل لديك موعد؟| نعم.| اذهب إلى ⁨Otto-Schill-Str. 2⁩ اليوم!| شكرًا"),
        ("uk", "Прийдіть на вул. Шіллера, буд. 2, кв. 5.| Це безкоштовно.| Так?| Ні!"),
        ("uk", "Візьміть паспорт і т. д. Або ні.| Телефон: тел. 115."),
        ("ti", "ሰላም።ከመይ ኣለኻ፧ ጽቡቕ።"),
        ("fa", "می‌خواهید بمانید؟| بله.| خیر۔| خوب"),
        ("hi", "नमस्ते।| आप कैसे हैं?"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(language: str, text: str) -> None:
    expected = [spoken(piece) for piece in text.split("|")]
    if language == "ti":
        expected = ["ሰላም።", "ከመይ ኣለኻ፧", "ጽቡቕ።"]
    assert list(sentences(text.replace("|", ""), language)) == expected


def test_what_is_spoken_has_no_invisible_characters_but_those_of_the_spelling() -> None:
    assert spoken(f"  Mo\u00adn\u00adtag,\u00a08\u202f–\u200e13\n Uhr {isolate('e.V.')} ") == "Montag, 8 –13 Uhr e.V."
    assert spoken("e\u0301cole") == "école"
    assert spoken("می\u200cخواهید") == "می\u200cخواهید"


def test_the_marked_stretch_is_in_the_shown_text_with_its_isolates() -> None:
    text = f"Erst hierhin.  {isolate('Mosaik e.V.')} hilft.\u2069"
    assert [text[start:end] for start, end in sentence_spans(text, "de")] == [
        "Erst hierhin.",
        f"{isolate('Mosaik e.V.')} hilft.\u2069",
    ]


@pytest.mark.parametrize("text", ["", "  ", "\u2068\u2069", "\u00ad\n", ", ", "…\n– !"])
def test_nothing_to_say(text: str) -> None:
    assert sentences(text, "de") == ()


def test_signs_without_a_word_belong_to_the_sentence_before_them() -> None:
    assert sentences("Ja! ☺ – Gut.", "de") == ("Ja!", "☺ – Gut.")
    assert sentences("Ja!\n☺", "de") == ("Ja! ☺",)
    assert sentences("☺\n…\nJa!\nNein.", "de") == ("☺ … Ja!", "Nein.")


texts = st.one_of(
    st.text(alphabet="aÄ. !?…\n\u00ad\u2068\u2069\u200cب؟።3بВ:-„“", max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.text(max_size=40),
)


@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_no_character_is_lost_or_said_twice(text: str, language: str) -> None:
    spans = sentence_spans(text, language)
    if not any(char.isalnum() for char in text):
        assert spans == ()
        return
    assert "".join(sentences(text, language)).replace(" ", "") == spoken(text).replace(" ", "")
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(not spoken(text[end:start]) for end, start in zip(edges[::2], edges[1::2], strict=True))
    assert tuple(spoken(text[start:end]) for start, end in spans) == sentences(text, language)
    assert all(sentences(text, language))
