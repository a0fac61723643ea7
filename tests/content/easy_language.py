"""The rules of Leichte Sprache that a machine can hold without being wrong often (BITV 2.0, Anlage 2, Teil 2; Netzwerk
Leichte Sprache; accessibility.md L-06). Whether a text is easy only people who need it can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kiosk.domain.utterance import sentences

MOST_WORDS = 12
"""Words of a sentence; most have eight at most."""
LONGEST_WORD = 14
"""Letters in a row, without a hyphen."""
ENDS = (".", "?", "!")
"""What a whole sentence ends with; names, keys and headings have nothing there."""

CODE = "de-simple"

SHORT = re.compile(
    r"(?<!\w)(?:z\. ?B|u\. ?a|d\. ?h|o\. ?ä|i\. ?d\. ?R|u\. ?U|s\. ?o|s\. ?u|ca|bzw|usw|ggf|inkl|exkl|zzgl|evtl|etc|Std"
    r"|Min|Tel|Nr|Str|vgl|gem|lt|mind|max|tägl)\."
    r"|(?-i:\b(?:Mo|Di|Mi|Do|Fr|Sa)\b)",
    re.IGNORECASE,
)
SUBJUNCTIVE = re.compile(
    r"\b(?:(?:wär|würd|könnt|hätt|müsst|sollt|dürft|bräucht|gäb|käm|ließ|wüsst|möcht)(?:en|et|est)"
    r"|(?:wär|würd|könnt|hätt|müsst|sollt|dürft|bräucht|gäb|käm|wüsst)e)\b",
    re.IGNORECASE,
)
"""„Ich möchte“ is not among them: so people ask politely, and they learn it as one word in the first lessons."""

NOUN = r"[A-ZÄÖÜ][\wäöüß-]+"
GENITIVE = re.compile(
    rf"\bdes\s\w+|\b(?:ein|kein|mein|sein|ihr|unser)es\s+(?:\w+e[nrs]\s+)?(?-i:{NOUN})"
    rf"|(?-i:\b{NOUN}\s+(?:der|[dk]?einer|meiner|seiner|[iI]hrer|unserer|dieser|jeder)\s+(?:[a-zäöü]\w+\s+)?{NOUN})"
    r"|\b(?:wegen|während|trotz|statt|anstatt|aufgrund|mithilfe|anhand)\s\w+|\b(?:innerhalb|außerhalb)\b(?!\svon\b)",
    re.IGNORECASE,
)
NO_NOUNS = frozenset(
    "Sie Ihnen Das Es Hier Dort Dann Heute Auch Oder Und Wo Wann Wie Ist Hilft Kann Gilt "
    "An Auf Aus Bei Bis Für Hinter In Mit Nach Neben Seit Über Unter Von Vor Zu Zwischen".split()
)
"""Words with a capital that may stand before „der“ and own nothing: „Zeigen Sie der Frau …“, „In der Schule …“."""
GENITIVE_NAMES = {"Tag der Deutschen Einheit": "the holiday's name"}

PASSIVE = re.compile(r"\b(?:werde|wird|werden|wurden?|worden)\b", re.IGNORECASE)
BEFORE_GE = "ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zurück"
PARTICIPLE = re.compile(
    rf"\b(?:(?:{BEFORE_GE})?ge\w{{2,}}(?:t|en)|(?:be|emp|ent|er|hinter|über|unter|ver|zer)\w{{2,}}(?:t|en)|\w+iert)\b"
)
NO_PARTICIPLES = frozenset("bereit berühmt ersten erwachsen gegen gerecht leicht verrückt verschieden".split())

NUMBER = re.compile(r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b", re.IGNORECASE)

IN_BRACKETS = re.compile(r"\([^()]*\)")
LETTERS = re.compile(r"[^\W\d_]+")
LONG_NAMES = {"Eisenbahnstraße": "stands on the street's sign"}


def words_in(sentence: str) -> int:
    """How many words a sentence has; what the kiosk fills in counts as one."""
    return sum(any(map(str.isalnum, word)) for word in sentence.split())


def whole_sentences(text: str) -> list[str]:
    """The sentences that end as sentences do."""
    return [sentence for sentence in sentences(text, CODE) if sentence.endswith(ENDS)]


def too_long(sentence: str) -> Iterator[str]:
    """The sentence, if it has too many words."""
    if words_in(sentence) > MOST_WORDS:
        yield sentence


def abbreviations(sentence: str) -> Iterator[str]:
    """Short forms, days of the week among them. e.V. belongs to a name and stands on doors."""
    yield from (found[0] for found in SHORT.finditer(sentence))


def subjunctives(sentence: str) -> Iterator[str]:
    """Forms that say what is not so, and „möchten“ as an offer."""
    yield from (found[0] for found in SUBJUNCTIVE.finditer(sentence))


def genitives(sentence: str) -> Iterator[str]:
    """„des Amtes“, „das Amt der Stadt“, „wegen …“: „vom Amt“, „von der Stadt“, „weil …“ are easier."""
    for name in GENITIVE_NAMES:
        sentence = sentence.replace(name, "")
    yield from (found[0] for found in GENITIVE.finditer(sentence) if found[0].split()[0] not in NO_NOUNS)


def passives(sentence: str) -> Iterator[str]:
    """„wird gesprochen“: nobody does it. „Deutscher werden“ and „wird größer“ are none."""
    verb = PASSIVE.search(sentence)
    done = [word for word in PARTICIPLE.findall(sentence) if word not in NO_PARTICIPLES]
    if verb and done:
        yield f"{verb[0]} … {done[0]}"


def number_words(sentence: str) -> Iterator[str]:
    """Numbers in letters; figures are easier. „zu zweit“ is no number."""
    yield from (found[0] for found in NUMBER.finditer(sentence))


def long_words(sentence: str) -> Iterator[str]:
    """Long words that no hyphen parts; as they stand on doors and letters they may stand in brackets."""
    for word in LETTERS.findall(IN_BRACKETS.sub("", sentence)):
        if len(word) > LONGEST_WORD and word not in LONG_NAMES:
            yield word


RULES: dict[str, Callable[[str], Iterator[str]]] = {
    "too long": too_long,
    "abbreviation": abbreviations,
    "subjunctive": subjunctives,
    "genitive": genitives,
    "passive": passives,
    "number in letters": number_words,
    "long word": long_words,
}


def faults(text: str) -> list[tuple[str, str]]:
    """What in a text is not easy: the rule, and the words."""
    found = (
        (name, what) for sentence in sentences(text, CODE) for name, rule in RULES.items() for what in rule(sentence)
    )
    return list(found)
