"""The content is spoken rightly: by the real offline voice, in four languages, and down to its last sentence."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from kiosk.domain.catalog import Catalog, codes_of
from kiosk.domain.navigation import HOME, Route
from kiosk.domain.pronouncer import Pronouncer
from kiosk.domain.strings import Strings
from kiosk.domain.utterance import Utterance
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.pronunciation import load_pronunciation
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.speech.offline import OfflineVoice
from kiosk.staff.voice.heard import heard

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "en", "ar", "uk")
MOMENTS = [
    *(datetime(2026, month, month + 16, 8 + month, 5) for month in range(1, 13)),
    *(datetime(2026, 11, day, 0, 30) for day in (1, 2, 3, 30)),
]
"""Every month, and times and days that are easily said wrong."""

HEARD = [
    # language, shown, and the same as somebody would write it who has only letters (or, where the voice itself reads
    # plain numbers best, with those left)
    ("de", "0341 123-4400", "null drei vier eins, eins zwei drei, vier vier null null"),
    ("de", "116 117", "eins eins sechs, eins eins sieben"),
    ("de", "04109 Leipzig", "null vier eins null neun Leipzig"),
    ("de", "Mo 13–17 Uhr", "Montag dreizehn bis siebzehn Uhr"),
    ("de", "Mo 13–17 Uhr", "Montag 13 bis 17 Uhr"),
    ("de", "Mo, Di 8:30–12 Uhr", "Montag, Dienstag acht Uhr dreißig bis zwölf Uhr"),
    ("de", "offen bis 18:00", "offen bis achtzehn Uhr"),
    ("de", "am 24. November", "am vierundzwanzigsten November"),
    ("de", "1. Mai", "erster Mai"),
    ("de", "12,50 €", "zwölf Euro fünfzig"),
    ("de", "1 €", "ein Euro"),
    ("de", "0 €", "null Euro"),
    ("de", "§ 5", "Paragraf fünf"),
    ("de", "z. B. 12–20", "zum Beispiel zwölf bis zwanzig"),
    ("de", "IHK", "i ha ka"),
    ("en", "0341 123-4400", "zero three four one, one two three, four four zero zero"),
    ("en", "Call 112.", "Call one one two."),
    ("en", "04109 Leipzig", "zero four one zero nine Leipzig"),
    ("en", "Mon 13–17", "Monday thirteen to seventeen o'clock"),
    ("en", "Thu, 8:30", "Thursday, eight thirty"),
    ("en", "24 November", "the twenty-fourth of November"),
    ("en", "12.50 €", "twelve euros fifty"),
    ("en", "€1", "one euro"),
    ("ar", "116 117", "1 1 6، 1 1 7"),
    ("ar", "0341 123", "0 3 4 1، 1 2 3"),
    ("ar", "04109", "0 4 1 0 9"),
    ("ar", "الثلاثاء 13–18", "الثلاثاء من الساعة 13 إلى الساعة 18"),
    ("ar", "حتى 8:30", "حتى الساعة 8 والنصف"),
    ("ar", "24.11.2026", "24 تشرين الثاني 2026"),
    ("ar", "12,50 €", "12 يورو و50 سنت"),
    ("uk", "0341 123-4400", "нуль три чотири один, один два три, чотири чотири нуль нуль"),
    ("uk", "04109 Лейпциг", "нуль чотири один нуль дев’ять Лейпциг"),
    ("uk", "вт 13–18", "вівторок з тринадцятої до вісімнадцятої години"),
    ("uk", "до 18:00", "до вісімнадцятої години"),
    ("uk", "24.11.2026", "двадцять четверте листопада дві тисячі двадцять шостого року"),
    ("uk", "1 €", "один євро"),
    ("uk", "12,50 €", "12 євро 50"),
]

Sound = Callable[[str, str], bytes]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """The sound of a text in a language by the offline voice. Each time it is a fresh one: the same words then give the
    same bytes, whatever was spoken before."""
    voices = {language.code: language.offline_voice for language in content()[0].languages}
    out = tmp_path_factory.mktemp("sound") / "clip.wav"

    @cache
    def speak(text: str, language: str) -> bytes:
        voice = OfflineVoice(voices)
        clip = voice.render(text, voice.voice(language), out)
        voice.close()
        return clip.path.read_bytes()

    return speak


@cache
def pronouncer() -> Pronouncer:
    made, problems = load_pronunciation(ROOT / "content", *codes_of(content()[0]))
    assert problems == ()
    return made


@cache
def content() -> tuple[Catalog, Strings]:
    catalog, problems = load_catalog(ROOT / "content", load_settings(ROOT / "config" / "kiosk.yaml")[0].hosts)
    assert catalog is not None, problems
    offered, waiting = codes_of(catalog)
    strings, more = load_strings(ROOT / "content", offered, in_preparation=waiting)
    assert strings is not None, more
    return catalog, strings


def voiced(text: str, language: str) -> str:
    return pronouncer().pronounced(Utterance(text, language)).voiced


@pytest.mark.parametrize(("language", "shown", "by_hand"), HEARD, ids=[f"{row[0]} {row[1]}" for row in HEARD])
def test_it_sounds_like_the_words_written_out(language: str, shown: str, by_hand: str, sound: Sound) -> None:
    spoken = sound(voiced(shown, language), language)
    assert spoken == sound(by_hand, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_voice_alone_would_say_it_otherwise(language: str, sound: Sound) -> None:
    needed = [(shown, by_hand) for code, shown, by_hand in HEARD if code == language]
    assert sum(sound(shown, language) != sound(by_hand, language) for shown, by_hand in needed) >= len(needed) - 2


@cache
def every_utterance() -> tuple[Utterance, ...]:
    """Everything that the content says anywhere, as it is pronounced; with the header's date and time on many days."""
    catalog, strings = content()
    said = dict.fromkeys(one.utterance for one in heard(catalog, strings, pronouncer()))
    for language in LANGUAGES:
        for now in MOMENTS:
            view = present(Scene(catalog, strings, Visit((Route(HOME),), language), now))
            nodes = (node for top in (*view.header, *view.main) for node in top.walk())
            texts = (part for node in nodes for part in (node.name, node.value) if part)
            said |= dict.fromkeys(pronouncer().pronounced(Utterance(text.text, text.language)) for text in texts)
    return tuple(said)


STUMBLES = {
    "a sign": r"[§€@&%+·|]",
    "an address": r"://|www\.|\w\.(de|eu|com|org|net)\b",
    "an abbreviation": r"\b(Str|str|Nr|Tel|ca|bzw|evtl|ggf|e\.V|e\. ?V|z\. ?B|d\. ?h|вул|тел)\.|\b\w\.\s?\w\.",
    "figures that are no plain number": r"\b0\d|\d[.:/–-]\d|\d{5}|\d \d{3}\b|\b11[025]\b",
    "a dash": r"\d\s?[–-]|[–—]|\s-\s",
    "a slash": r"/",
    "a day in short": r"\b(Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun|пн|вт|ср|чт|пт|сб|нд)\b(?=[ ,.]*\d|,)",
}
NOT_YET_THERE = ["§ 16, z. B. 5 €", "Amt/Haus"]
"""What the content does not have today, and may have tomorrow."""
FOREIGN = {"en": r"[äöüÄÖÜß]", "ar": r"[A-Za-zÄÖÜäöüß]", "uk": r"[A-Za-zÄÖÜäöüß]"}
"""Letters that a voice reads by another language's rules: names in these must be on its list."""


@pytest.mark.parametrize("stumble", STUMBLES)
def test_no_sentence_of_the_content_makes_a_voice_stumble(stumble: str) -> None:
    found = [one for one in every_utterance() if re.search(STUMBLES[stumble], one.voiced)]
    assert [f"{one.language}: {one.text} → {one.voiced}" for one in found] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_german_names_are_spelled_for_the_voice_that_reads_them(language: str) -> None:
    found = [one for one in every_utterance() if one.language == language and re.search(FOREIGN[language], one.voiced)]
    assert [f"{one.text} → {one.voiced}" for one in found] == []


def test_the_content_is_all_there() -> None:
    counted = {code: sum(one.language == code for one in every_utterance()) for code in LANGUAGES}
    assert all(count > 300 for count in counted.values()), counted
    assert sum(bool(one.say) for one in every_utterance()) > 300


@pytest.mark.parametrize("stumble", STUMBLES)
def test_every_stumble_would_be_found(stumble: str) -> None:
    """Without the lists."""
    assert any(
        re.search(STUMBLES[stumble], text) for text in (*(one.text for one in every_utterance()), *NOT_YET_THERE)
    )


def test_a_name_that_is_pronounced_wrongly_is_mended_with_one_line(tmp_path: Path) -> None:
    """The recipe in docs/recipes.md."""
    copied = tmp_path / "content"
    shutil.copytree(ROOT / "content", copied)
    list_ = copied / "pronunciation" / "de.yaml"
    with list_.open("a", encoding="utf-8") as file:
        file.write("  Connewitz: Konnewitz\n")
    made, problems = load_pronunciation(copied, *codes_of(content()[0]))
    assert problems == ()
    assert made.pronounced(Utterance("In Connewitz.", "de")).voiced == "In Konnewitz."
