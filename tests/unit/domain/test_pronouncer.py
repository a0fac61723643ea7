"""What is spoken for what is shown, with the lists of the content in four languages."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalog import codes_of
from kiosk.domain.language import isolate
from kiosk.domain.pronouncer import Pronouncer
from kiosk.domain.pronunciation import Form, Ordinals, Pronunciation, Times, Weekdays
from kiosk.domain.utterance import Utterance
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.pronunciation import load_pronunciation
from tests.builders import CONTENT

GERMAN = {
    # phone numbers, postcodes
    "Tel. 0341 123-4400": "Telefon null drei vier eins, eins zwei drei, vier vier null null",
    "+49 341 1234400": "plus vier neun, drei vier eins, eins zwei drei, vier vier, null null",
    "(0341) 115": "null drei vier eins, eins eins fünf",
    "0800 4 5555 00": "null acht null null, vier, fünf fünf fünf fünf, null null",
    "Rufen Sie 110 oder 112 an.": "Rufen Sie eins eins null oder eins eins zwei an.",
    "Dann 116 117.": "Dann eins eins sechs, eins eins sieben.",
    "112 Stunden": "112 Stunden",
    "Prager Straße 112, 04317 Leipzig": "Prager Straße 112, null vier drei eins sieben Leipzig",
    "§ 110": "Paragraf 110",
    "10115 Berlin": "eins null eins eins fünf Berlin",
    "15000 Menschen": "15000 Menschen",
    "15000 kamen": "15000 kamen",
    # times
    "14:00": "vierzehn Uhr",
    "bis 14:00 Uhr": "bis vierzehn Uhr",
    "8:30": "acht Uhr 30",
    "um 8.05 Uhr": "um acht Uhr 5",
    "1 Uhr": "ein Uhr",
    "Mo 13–17 Uhr": "Montag dreizehn bis siebzehn Uhr",
    "Mo–Fr 8–18 Uhr, kostenlos": "Montag bis Freitag acht bis achtzehn Uhr, kostenlos",
    "Mo, Di: 9–12, 13–18 Uhr": "Montag, Dienstag: neun bis zwölf Uhr, dreizehn bis achtzehn Uhr",
    "von 8:30–12 Uhr": "von acht Uhr 30 bis zwölf Uhr",
    "Do und Fr 9-12 und 13-18": "Donnerstag und Freitag neun bis zwölf Uhr und dreizehn bis achtzehn Uhr",
    "Sa/So geschlossen": "Samstag, Sonntag geschlossen",
    "Mo. 9–12 Uhr": "Montag neun bis zwölf Uhr",
    "So geht es weiter": "So geht es weiter",
    "Mo 8.30–12": "Montag acht Uhr 30 bis zwölf Uhr",
    "24:30": "24:30",
    "Version 1.30": "Version 1.30",
    # dates
    "Dienstag, 24. November · 14:00": "Dienstag, vierundzwanzigster November, vierzehn Uhr",
    "am 24.11.2026": "am vierundzwanzigsten November 2026",
    "der 3. Mai": "der dritte Mai",
    "Bis 3. Mai.": "Bis dritten Mai.",
    "1. Januar 2026": "erster Januar 2026",
    "vom 3.–5. Mai": "vom dritten bis fünften Mai",
    "bis 31.12.": "bis einunddreißigsten Dezember",
    "Stand: 11/2026.": "Stand: November 2026.",
    "Sa, 3. Okt. 2026": "Samstag, dritter Oktober 2026",
    "2026-11-24": "vierundzwanzigster November 2026",
    "seit 1995, 1995 Euro": "seit 19 hundert 95, 1995 Euro",
    "31.13.2026": "31.13.2026",
    # prices
    "12,50 €": "12 Euro 50",
    "12 EUR": "12 Euro",
    "0 €": "0 Euro",
    "1 €": "ein Euro",
    "1,50 Euro": "ein Euro 50",
    "0,50 €": "50 Cent",
    "1.200,00 €": "1200 Euro",
    "10–15 €": "10 bis 15 Euro",
    "110 €": "110 Euro",
    # other numbers
    "12–27 Jahre": "12 bis 27 Jahre",
    "Löhrstraße 3-7, 04105 Leipzig": "Löhrstraße 3 bis 7, null vier eins null fünf Leipzig",
    "Hof, 1. Etage": "Hof, erste Etage",
    "im 2. Stock, in der 1. Klasse": "im zweiten Stock, in der ersten Klasse",
    "2. OG": "zweites Obergeschoss",
    # words and signs
    "§ 16a AufenthG, §§ 53–55": "Paragraf 16a Aufenthaltsgesetz, Paragrafen 53 bis 55",
    "§16": "Paragraf 16",
    "z. B. Pass, d. h. Ausweis usw.": "zum Beispiel Pass, das heißt Ausweis und so weiter.",
    "Otto-Schill-Str. 2": "Otto-Schill-Straße 2",
    "Eisenbahnstr. 66.": "Eisenbahnstraße 66.",
    "Mosaik Leipzig e.V.": "Mosaik Leipzig e V.",
    "NAOMI e.V., Hof": "NAOMI e V, Hof",
    "IHK-Berufe, VHS, BAföG, eID-Karte": "I H K-Berufe, V H S, Bafög, e I D-Karte",
    "Amt/Behörde und/oder Verein": "Amt, Behörde und oder Verein",
    "BABS – Beratung": "BABS, Beratung",
    "Kurs B1–B2": "Kurs B1 bis B2",
    "50 %": "50 Prozent",
    # addresses
    "leipzig.de/buergerbuero": "leipzig Punkt D E Schrägstrich Bürgerbüro",
    "https://www.leipzig.de/": "leipzig Punkt D E",
    "Siehe www.leipzig.de.": "Siehe leipzig Punkt D E.",
    "vhs@leipzig.de": "V H S ät leipzig Punkt D E",
    "116117.de": "eins eins sechs, eins eins sieben Punkt D E",
    "Ende.Neu": "Ende.Neu",
}
ENGLISH = {
    "Call 0341 123-4400.": "Call zero three four one, one two three, four four zero zero.",
    "04109 Leipzig": "zero four one zero nine Leipzig",
    "Mon, Thu 13–17": "Monday, Thursday 13 to 17 o'clock",
    "Mon–Fri 8–18, free": "Monday to Friday 8 to 18 o'clock, free",
    "until 18:00": "until 18 o'clock",
    "8:05, 8:30": "8 oh 5, 8 30",
    "The sun is up. Sat there.": "The sun is up. Sat there.",
    "Sat 9–12": "Saturday 9 to 12 o'clock",
    "Tuesday, 24 November · 14:00": "Tuesday, the twenty-fourth of November, 14 o'clock",
    "on the 24 November 2026": "on the twenty-fourth of November 2026",
    "24/11/2026": "the twenty-fourth of November 2026",
    "€12.50": "12 euros 50",
    "€10–15": "10 to 15 euros",
    "0 €": "0 euros",
    "1 EUR": "one euro",
    "aged 12–27": "aged 12 to 27",
    "§ 16": "section 16",
    "the citizens’ office (Bürgerbüro)": "the citizens’ office (burgher bureau)",
    "Eisenbahnstr. 66": "Eisenbahnstrahssa 66",
}
ARABIC = {
    "الاتصال بالرقم 116 117 مجاني.": "الاتصال بالرقم 1 1 6، 1 1 7 مجاني.",
    "0341 123-4400": "0 3 4 1، 1 2 3، 4 4 0 0",
    "04109 لايبزيغ": "0 4 1 0 9 لايبزيغ",
    "الثلاثاء 13–18": "الثلاثاء من الساعة 13 إلى الساعة 18",
    "من الاثنين إلى الجمعة 8–18": "من الاثنين إلى الجمعة من الساعة 8 إلى الساعة 18",
    "حتى 18:00": "حتى الساعة 18",
    "الساعة 13:00": "الساعة 13",
    "9:30–17:15": "من الساعة 9 والنصف إلى الساعة 17 و15 دقيقة",
    "24 ساعة": "24 ساعة",
    "الثلاثاء 24.11.2026 · 14:00": "الثلاثاء 24 تشرين الثاني 2026، الساعة 14",
    "المعلومات من 1/2015.": "المعلومات من كانون الثاني 2015.",
    "12,50 €": "12 يورو و50 سنت",
    "1 €": "يورو واحد",
    "في مكتب المواطنين (Bürgerbüro).": "في مكتب المواطنين (بُورْغَر بُورُو).",
    "Otto-Schill-Straße 2": "أُوتُو شِيلْ شْتْرَاسَه 2",
    "الطابق (1. Etage)": "الطابق (إِرْسْتَه إِتَاجَه)",
}
UKRAINIAN = {
    "Подзвоніть на 112.": "Подзвоніть на один один два.",
    "0341 123-4400": "нуль три чотири один, один два три, чотири чотири нуль нуль",
    "04109 Лейпциг": "нуль чотири один нуль дев’ять Лейпциг",
    "вт 13–18": "вівторок з тринадцятої до вісімнадцятої години",
    "Пн–пт 8–18": "з понеділка по п’ятницю з восьмої до вісімнадцятої години",
    "у ср 9–12": "у середу з дев’ятої до дванадцятої години",
    "до 18:00": "до вісімнадцятої години",
    "о 13:00": "о тринадцятій годині",
    "четвер, 13:00": "четвер, тринадцята година",
    "9:30–17:00": "з дев’ятої 30 до сімнадцятої години",
    "вівторок, 24.11.2026": "вівторок, двадцять четверте листопада дві тисячі двадцять шостого року",
    "до 24 листопада": "до двадцять четвертого листопада",
    "Станом на 5.2023.": "Станом на травень дві тисячі двадцять третього року.",
    "травень 2026 року": "травень дві тисячі двадцять шостого року",
    "12,50 €": "12 євро 50",
    "0,50 €": "50 центів",
    "близько 1 хв": "близько однієї хвилини",
    "центр зайнятості (Jobcenter)": "центр зайнятості (джобцентер)",
    "вхід (1. Etage)": "вхід (ерсте етаже)",
    "leipzig.de": "ляйпциґ крапка де е",
}
TABLE = [
    (language, shown, say)
    for language, rows in (("de", GERMAN), ("en", ENGLISH), ("ar", ARABIC), ("uk", UKRAINIAN))
    for shown, say in rows.items()
]


@cache
def pronouncer() -> Pronouncer:
    catalog, _ = load_catalog(CONTENT, frozenset())
    made, problems = load_pronunciation(CONTENT, *codes_of(catalog))
    assert problems == ()
    return made


def voiced(shown: str, language: str = "de", made: Pronouncer | None = None) -> str:
    return (made or pronouncer()).pronounced(Utterance(shown, language)).voiced


@pytest.mark.parametrize(("language", "shown", "say"), TABLE, ids=[f"{row[0]} {row[1]}" for row in TABLE])
def test_it_is_spoken_as_people_say_it(language: str, shown: str, say: str) -> None:
    assert voiced(shown, language) == say


def test_what_is_shown_never_changes() -> None:
    shown = Utterance(f"Mo {isolate('13–17')} Uhr", "de")
    found = pronouncer().pronounced(shown)
    assert (found.text, found.language) == (shown.text, "de")
    assert found.say == "Montag dreizehn bis siebzehn Uhr"


@pytest.mark.parametrize(
    "shown", ["Guten Tag.", f"Seite {isolate('2')} von {isolate('3')}", "Bürger\u00adbüro\u00a0hier"]
)
def test_what_the_voice_reads_right_is_left_to_it(shown: str) -> None:
    assert pronouncer().pronounced(Utterance(shown, "de")) == Utterance(shown, "de")


def test_isolates_and_no_break_spaces_do_not_hide_a_number() -> None:
    assert voiced(isolate("0341\u00a0115")) == "null drei vier eins, eins eins fünf"
    assert voiced(f"Otto-Schill-Straße\u00a02, {isolate('04109')}\u00a0Leipzig").endswith("eins null neun Leipzig")


def test_the_list_holds_for_the_words_that_staff_wrote_too() -> None:
    found = pronouncer().pronounced(Utterance("Tel.", "de", "Telefon, bis 18:00"))
    assert found == Utterance("Tel.", "de", "Telefon, bis achtzehn Uhr")


def test_days_may_be_shortened_with_a_dot() -> None:
    days = Weekdays(("lun.", "mar."), (Form(("lundi", "mardi")),))
    made = Pronouncer({"fr": Pronunciation(weekdays=days, times=Times(hour="{hour} heures"))})
    assert voiced("lun., mar. 9:00", "fr", made) == voiced("lun, mar 9:00", "fr", made) == "lundi, mardi 9 heures"


def test_a_language_without_a_list_is_left_to_its_voice() -> None:
    assert pronouncer().pronounced(Utterance("Pn 8–18", "hu")) == Utterance("Pn 8–18", "hu")
    assert Pronouncer().pronounced(Utterance("0341 115", "de", "eins")) == Utterance("0341 115", "de", "eins")


def test_leichte_sprache_is_spoken_by_the_german_list_or_by_its_own() -> None:
    own = Pronouncer({"de": Pronunciation(words={"IHK": "I H K"}), "de-simple": Pronunciation(words={"IHK": "Kammer"})})
    assert voiced("bis 18:00", "de-simple") == voiced("bis 18:00", "de") == "bis achtzehn Uhr"
    assert (voiced("IHK", "de-simple", own), voiced("IHK", "de", own)) == ("Kammer", "I H K")


def test_an_empty_list_reads_phone_numbers_figure_by_figure_and_leaves_the_rest() -> None:
    empty = Pronouncer({"ru": Pronunciation()})
    assert voiced("0341 115", "ru", empty) == "0 3 4 1, 1 1 5"
    for shown in ("8:30", "24.11.2026", "05.2023", "12,50 €", "1. Etage", "Пн 8:00", "§ 16"):
        assert voiced(shown, "ru", empty) == shown
    assert voiced("Пн–Пт · 8–18", "ru", empty) == "Пн, Пт, 8, 18", "signs that a voice would name are pauses"


def test_a_list_with_gaps_does_what_it_can() -> None:
    days = Weekdays(("Mo", "Di"), (Form(("Montag",)),))
    times = Times(hour="{hour} Uhr", forms=(Form(("null",)),))
    short = Pronouncer({"de": Pronunciation(weekdays=days, times=times)})
    assert voiced("Mo, Di 9:00, 0:00 und 9:15", made=short) == "Montag, Di 9 Uhr, null Uhr und 9 15"


def test_the_form_behind_most_words_is_taken() -> None:
    forms = (Form(("eine",), ("der",)), Form(("einen",), ("in der",)), Form(("ein",)))
    made = Pronouncer({"de": Pronunciation(ordinals=(Ordinals(("Etage",), forms),))})
    assert (
        voiced("1. Etage, der 1. Etage, in der 1. Etage", made=made) == "ein Etage, der eine Etage, in der einen Etage"
    )
    swapped = Pronouncer({"de": Pronunciation(ordinals=(Ordinals(("Etage",), forms[1::-1]),))})
    assert voiced("in der 1. Etage, oder 1. Etage", made=swapped) == "in der einen Etage, oder 1. Etage"


def test_words_are_found_whole_and_the_longest_first() -> None:
    made = Pronouncer({"de": Pronunciation(words={"Kita": "Kiita", "Kita-Platz": "Platz", "§": "Para", "©": ""})})
    assert voiced("Kita, Kitas, Kita-Platz, AKita, Kita-Amt", made=made) == "Kiita, Kitas, Platz, AKita, Kiita-Amt"
    assert voiced("a§b © c", made=made) == "a Para b c"


PIECES = st.sampled_from(
    [
        *("0", "1", "9", "12", "24", "2026", "0341", "115", "116 117", "04109", "13–17", "8:30", "24.11.", "12,50"),
        *(" ", " ", ".", ",", ":", "-", "–", "/", "(", ")", "+", "§", "€", "EUR", "@", "%", "·", "\n", "{hour}", "\\1"),
        *("Mo", "So", "und", "Uhr", "Mai", "Str.", "str.", "z. B.", "e.V.", "IHK", "www.", "https://", "leipzig.de"),
        *(
            "Bürgerbüro",
            "до",
            "пн",
            "травень",
            "року",
            "الاثنين",
            "الساعة",
            "و",
            "\u2068",
            "\u2069",
            "\u00a0",
            "²",
            "٣",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


@given(TEXTS, st.sampled_from(["de", "en", "ar", "uk"]))
def test_nothing_that_staff_write_breaks_it(shown: str, language: str) -> None:
    found = pronouncer().pronounced(Utterance(shown, language))
    assert (found.text, found.language) == (shown, language)
    assert not found.say or found.say == " ".join(found.say.split())
