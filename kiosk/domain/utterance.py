"""What is spoken, and where one sentence ends and the next begins.

One sentence is one clip and one marked stretch of the shown text. So the splitter never cuts at a full stop that
belongs to a word ("3. Mai", "z. B.", "Str.", "e.V."); where a full stop is in doubt it does not cut: two sentences
in one clip are heard as they should be, half a sentence is not.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from kiosk.domain.language import base_of

ABBREVIATIONS = {
    "": "Str str Nr nr Tel tel Dr Prof St ca bzw Mo Di Mi Fr Jan Feb Aug Sept Okt Nov Dez",
    "de": "Abs Apr Art bspw bzgl Do einschl evtl geb gem ggf Hr inkl insb Mio max min Min Mrd Pl Sa sog Std tägl tgl "
    "vgl vorm zzgl",
    "en": "approx Apr Ave Dept dept Fri Mon Mr Mrs Ms Rd Sat Thu Tue vs Wed",
    "uk": "буд вул грн ім кв корп напр обл пл просп св стор тел хв",
    "ru": "им кв корп млн напр обл пл просп руб св стр тел ул",
    "bg": "бул вкл ет им лв напр пл св стр тел ул",
    "pl": "godz im inż mgr np pl pok pon tel ul wt zob",
    "ro": "bd bl mie nr pag sc sf str tel",
    "tr": "Apt Cad cad Mah mah Sok sok vb vs",
    "fr": "av bd env ex MM Mme Mlle tél",
    "es": "Av av Avda avda pág Sr Sra Srta Ud Uds",
    "it": "Dott p.es pag Sig sig tel",
    "vi": "TP Tp tp",
}
"""Words that carry a full stop, by language; "" holds for all, as German addresses stand in every language."""

BEFORE_A_NUMBER = {"en": "No no"}
"""Words that are abbreviations only with a number behind them ("No. 3"; but "No. You need nothing.")."""

ORDINAL_LANGUAGES = frozenset({"de", "pl", "tr", "cs", "sk", "hu", "ku"})
"""Languages that write an ordinal number as figure and full stop ("am 3. Mai")."""

IN_A_HOUSE = ("Etage", "Klasse", "OG", "Stock")
"""How German nouns begin that come in ordinals and stand in every language, as they are on the signs."""

COUNTED = (
    *("Jan", "Feb", "März", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"),
    *IN_A_HOUSE,
)
"""How German months and other nouns begin that come in ordinals; the other languages write theirs in small letters."""

LONGEST_PREPOSITION = 3
"""Letters of a first word that is no noun: Am, Im, Ab, Vom, Bis, Der."""

_END = re.compile(r"(?P<mark>[.!?…؟۔]+)[\"'»«“”’‘)\]›‹]*(?=\s|$)|[።፧।॥。！？]+[\"'»“”’)\]」]*|\n")
_LETTER_AND_DOT = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_SHORT_NUMBER = re.compile(r"\d{1,2}")
_OPENING = "\"'«»„“‚‘’”([<¿¡–—-•·*"
_KEPT_FORMATS = "\u200c\u200d"
"""Joiners belong to the spelling of Persian and Kurdish and are not stripped."""


class Utterance(Struct, frozen=True):
    """A text to be spoken, one sentence as a rule, and the language (BCP 47) it is in. `text` is what is shown; `say`
    is how a voice must be given it, where that differs ("0341 123" → "0 3 4 1, 1 2 3"), else empty."""

    text: str
    language: str
    say: str = ""

    @property
    def voiced(self) -> str:
        """What an engine speaks. People read the shown text and know how; their recordings are kept under `text`."""
        return self.say or self.text


def spoken(text: str) -> str:
    """`text` as a voice gets it: composed (NFC), without invisible characters (bidi isolates, soft hyphens), with
    every run of white space, no-break spaces among it, as one space."""
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if not _invisible(c))
    return " ".join(visible.split())


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of `text` in order, each as it is spoken. Joined again by single spaces they are `spoken(text)`
    (scripts that write no space between sentences: joined by nothing)."""
    return tuple(spoken(text[start:end]) for start, end in sentence_spans(text, language))


def sentence_spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences stand in `text` as it is shown: `text[start:end]` for each, in order. Between them there is
    only white space. A line break always ends a sentence. What holds neither letter nor digit belongs to the
    sentence before it, or else to the one behind it; if that is all there is, there is nothing to say."""
    places = [i for i, c in enumerate(text) if not _invisible(c)]
    plain = "".join(text[i] for i in places)
    spans: list[tuple[int, int]] = []
    waiting: int | None = None
    for start, end in _plain_spans(plain, base_of(language)):
        first, last = _with_invisible(text, places[start], places[end - 1] + 1)
        first = max(first, spans[-1][1]) if spans else first  # an invisible character between two belongs to one
        if any(c.isalnum() for c in plain[start:end]):
            spans.append((first if waiting is None else waiting, last))
            waiting = None
        elif spans:
            spans[-1] = (spans[-1][0], last)
        elif waiting is None:
            waiting = first
    return tuple(spans)


def _invisible(char: str) -> bool:
    return char == "\u00ad" or (unicodedata.category(char) == "Cf" and char not in _KEPT_FORMATS)


def _with_invisible(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened over the invisible characters that touch it, so that an isolate is closed where it is opened."""
    while start > 0 and _invisible(text[start - 1]):
        start -= 1
    while end < len(text) and _invisible(text[end]):
        end += 1
    return start, end


def _plain_spans(plain: str, language: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for found in _END.finditer(plain):
        if found["mark"] and not _ends_here(plain, start, found, language):
            continue
        spans.append((start, found.end()))
        start = found.end()
    spans.append((start, len(plain)))
    return [span for span in (_stripped(plain, *span) for span in spans) if span[0] < span[1]]


def _stripped(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return start, end


def _ends_here(plain: str, start: int, found: re.Match[str], language: str) -> bool:
    rest = plain[found.end() :]
    following = rest.lstrip().lstrip(_OPENING)
    if following[:1].islower() and "\n" not in rest[: len(rest) - len(rest.lstrip())]:
        return False
    if found["mark"] != ".":
        return True
    *before, word = plain[start : found.start()].split() or [""]
    word = word.lstrip(_OPENING)
    return not (_is_abbreviation(word, language, following) or _is_ordinal(word, before, following, language))


def _is_abbreviation(word: str, language: str, following: str) -> bool:
    if _LETTER_AND_DOT.fullmatch(word):
        return True
    last = re.split(r"[-–/(]", word)[-1]
    known = f"{ABBREVIATIONS['']} {ABBREVIATIONS.get(language, '')}".split()
    street = len(last) > 3 and last.endswith("str")
    return last in known or street or (following[:1].isdigit() and last in BEFORE_A_NUMBER.get(language, "").split())


def _is_ordinal(word: str, before: list[str], following: str, language: str) -> bool:
    """A list's number ("1. Gehen Sie …") in every language; a day or a rank where it is written with a full stop. There
    a capital before it makes it the number of a house or a room, at the end of a sentence ("Straße 2. Dort …")."""
    if not _SHORT_NUMBER.fullmatch(word):
        return False
    if not before:
        return True
    if language not in ORDINAL_LANGUAGES:
        return following.startswith(IN_A_HOUSE)
    last = before[-1]
    opens = last.endswith((",", ";", ":")) or (len(before) == 1 and len(last) <= LONGEST_PREPOSITION)
    return opens or last[:1].islower() or following.startswith(COUNTED)
