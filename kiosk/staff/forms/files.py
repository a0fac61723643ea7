"""The kinds of file that staff edit: what each is for, where it lies, and its fields as the loaders read them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kiosk.loaders import keyboards, kinds, pronunciation, search_words, settings, theme
from kiosk.loaders.exceptions import EXCEPTION, Exceptions
from kiosk.loaders.fields import Field, Group, Keyed, Kind, Listed


class FileKind(Struct, frozen=True):
    """One kind of file. `places` are patterns below the checkout, `instead` the fields of its German file where that
    differs (the words of the interface, which are written in German and translated elsewhere)."""

    name: str
    de: str
    en: str
    places: tuple[str, ...]
    group: Group
    instead: Group | None = None


FILES = (
    FileKind("service", "Ein Dienst: etwas, das Besucher erledigen oder wobei sie Hilfe bekommen.",
             "A service: one thing that visitors get done or get help with.",
             ("content/services/*.yaml",), kinds.SERVICE),
    FileKind("organisation", "Eine Organisation: ein Partner im Haus oder eine Stelle in der Stadt.",
             "An organisation: a partner in the house or an office in the city.",
             ("content/organisations/*.yaml",), kinds.ORGANISATION),
    FileKind("centre", "Das Zentrum selbst.", "The centre itself.", ("content/centre.yaml",), kinds.CENTRE),
    FileKind("notice", "Eine Nachricht an alle, für einige Tage.", "A message to everybody, for some days.",
             ("content/notices/*.yaml",), kinds.NOTICE),
    FileKind("topics", "Die Themen des Startbildschirms.", "The topics of the home screen.",
             ("content/topics.yaml",), kinds.TOPICS),
    FileKind("languages", "Die Sprachen.", "The languages.", ("content/languages.yaml",), kinds.LANGUAGES),
    FileKind("emergency", "Die Notrufnummern.", "The emergency numbers.", ("content/emergency.yaml",), kinds.EMERGENCY),
    FileKind("guide", "Der Wegweiser: Fragen mit Bildern.", "The guide: questions with pictures.",
             ("content/guide.yaml",), kinds.GUIDE),
    FileKind("strings", "Die Wörter der Oberfläche in einer Sprache.", "The interface's words in one language.",
             ("content/strings/*.yaml",), kinds.TRANSLATION, kinds.GERMAN_STRINGS),
    FileKind("translation", "Übersetzungen einer Datei in eine Sprache.", "Translations of a file into a language.",
             ("content/translations/*/*/*.yaml",), kinds.TRANSLATION),
    FileKind("search", "Wörter, nach denen Menschen auch suchen.", "Words by which people also search.",
             ("content/search/*.yaml",), search_words.WORDS),
    FileKind("keyboard", "Eine Tastatur auf dem Bildschirm.", "A keyboard on the screen.",
             ("content/keyboards/*.yaml",), keyboards.KEYBOARD),
    FileKind("pronunciation", "Wie die Stimme einer Sprache Zahlen und Namen sagt.",
             "How the voice of a language says figures and names.",
             ("content/pronunciation/*.yaml",), pronunciation.LIST),
    FileKind("kiosk", "Einstellungen dieses Terminals.", "Settings of this terminal.",
             ("config/kiosk.yaml",), settings.SETTINGS),
    FileKind("theme", "Farben.", "Colours.", ("config/themes/*.yaml",), theme.THEME),
)  # fmt: skip


def kind_called(name: str) -> FileKind:
    """The kind of file with this name. Raises KeyError."""
    for kind in FILES:
        if kind.name == name:
            return kind
    raise KeyError(name)


def fields_of(kind: Kind) -> Iterator[Field]:
    """All fields that a kind of value holds, also those inside its fields, in their order."""
    if isinstance(kind, Group):
        for field in kind.fields:
            yield field
            yield from fields_of(field.kind)
    elif isinstance(kind, Listed | Keyed):
        yield from fields_of(kind.kind)
    elif isinstance(kind, Exceptions):
        yield from fields_of(EXCEPTION)
