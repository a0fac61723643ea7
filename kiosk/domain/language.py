"""Languages, and texts that exist in several of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

SOURCE = "de"
"""German is the language the content is written in; every text exists in it."""

VARIANT = "-"
"""What parts a kind of a language from the language itself (BCP 47): de-simple is German."""

RTL_SCRIPTS = frozenset({"Arab", "Hebr"})
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"


def base_of(code: str) -> str:
    """The language that `code` is a kind of, or itself: whoever reads de-simple reads German."""
    return code.partition(VARIANT)[0]


class Language(Struct, frozen=True):
    """One language a visitor can choose.

    `code` is a BCP 47 tag, `name` the language's own name in its own script, `german` its name for
    the staff, `script` an ISO 15924 code. `greeting`, `touch` and `word` are what the attract screen and
    the picker say in it ("Welcome", "Touch the screen", "Language"). `offline_voice` and `gtts_voice`
    name the voices that can speak it; empty where there is none. `speaks` is the German sentence by which somebody who
    speaks it says so at the desk ("Ich spreche Arabisch."); empty for German. `keyboard` names the keyboard of its
    letters; empty: the usual one of its script. One that is not `offered` is in preparation: its files are read and
    checked, and no visitor meets it.
    """

    code: str
    name: str
    german: str
    script: str
    greeting: str
    touch: str
    word: str
    offline_voice: str = ""
    gtts_voice: str = ""
    speaks: str = ""
    keyboard: str = ""
    offered: bool = True

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.script in RTL_SCRIPTS


class Said(Struct, frozen=True, eq=False):
    """A text as it is shown: the words, and the language they are really in (not always the visitor's).

    `outdated`: it was translated from an older German text, so the page that shows it must say so; the text is equal to
    one that is not. `untranslated`: there is no translation, so this is the German. `say` is how staff want it spoken
    where that is not what is shown; empty: as it is shown (and as the pronunciation list has it).
    """

    text: str
    language: str
    outdated: bool = False
    say: str = ""
    untranslated: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and self._words == other._words

    def __hash__(self) -> int:
        return hash(self._words)

    @property
    def _words(self) -> tuple[str, str, str]:
        return self.text, self.language, self.say


class Words(Struct, frozen=True):
    """One text in all its languages. German is always there, or the text is empty.

    `outdated` holds the languages whose translation was made from an older German text, `says` how the text is spoken
    in the languages for which staff wrote that down.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    outdated: frozenset[str] = frozenset()
    says: Mapping[str, str] = field(default_factory=dict)

    def said(self, language: str) -> Said:
        """The text in `language`, or in German where it is not translated: never in a third language."""
        if self.texts.get(language):
            return Said(self.texts[language], language, language in self.outdated, self.says.get(language, ""))
        german = self.texts.get(SOURCE, "")
        lacking = bool(german) and language != SOURCE
        return Said(german, SOURCE, say=self.says.get(SOURCE, ""), untranslated=lacking)

    def __bool__(self) -> bool:
        return bool(self.texts.get(SOURCE))

    @classmethod
    def german(cls, text: str) -> Words:
        """A text that so far exists in German only."""
        return cls({SOURCE: text})


NO_WORDS = Words()
"""A text that is not there."""


def isolate(value: str) -> str:
    """`value` kept in its own direction inside any sentence (UAX #9 isolates; text.md, gotcha 1).

    A list of isolated values ("8–12, 13–18") stays as it is. Isolated as a whole, it would lose the direction of the
    sentence: its parts, being figures, have none of their own, and would stand from left to right in Arabic, too.
    """
    if value.startswith(FIRST_STRONG_ISOLATE) and value.endswith(POP_ISOLATE):
        return value
    return f"{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}"
