"""Rows of the acceptance sheet: what only people can judge, one row a language (accessibility.md L-07, V-09, I)."""

from __future__ import annotations

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE, Language
from kiosk.domain.settings import Idle, Settings
from kiosk.domain.strings import Strings
from kiosk.loaders.faults import Both
from kiosk.staff.doctor.row import Part, Row, same

SOMEBODY = Both("ein Mensch mit dieser Muttersprache", "a person who grew up with this language")
BY = Both("von ____ am ____", "by ____ on ____")


def people(settings: Settings, catalog: Catalog, strings: Strings) -> Part:
    """The rows, for the languages that are offered and the voices that are released."""
    spoken = [language for language in catalog.languages if language.code in settings.sound.voices]
    read = (
        _reading(language, _name(language, strings), _by_machine(catalog, language)) for language in catalog.languages
    )
    rows = (_question(settings.idle), *read, *(_listening(_name(language, strings)) for language in spoken))
    return Part(Both("Menschen", "People"), rows)


def _name(language: Language, strings: Strings) -> Both:
    """What the language is called in German and in English."""
    return Both(language.german, strings.said(f"language.{language.code}", "en").text)


def _by_machine(catalog: Catalog, language: Language) -> bool:
    """Whether a computer made this language's words and nobody has checked them yet."""
    made = catalog.translations.get(language.code)
    return made is not None and made.made_by == "machine" and not made.checked_by


def _question(idle: Idle) -> Row:
    return Row(
        ("I-01", "I-02"),
        Both("Die Frage „Sind Sie noch da?“", "The question 'Are you still there?'"),
        Both(
            "Eine Liste öffnen und nichts tun. Einmal wegsehen und nur zuhören, einmal mit Ohrstöpseln. Dann irgendwo "
            "berühren.",
            "Open a list and do nothing. Once look away and only listen, once with earplugs. Then touch anywhere.",
        ),
        Both("Uhr, Ohrstöpsel", "watch, earplugs"),
        Both(
            f"Nach {idle.after_s} s kommt die Frage, für Augen und Ohren; sie bleibt {idle.warn_s} s; eine Berührung "
            "genügt.",
            f"After {idle.after_s} s the question comes, for eyes and ears; it stays for {idle.warn_s} s; a touch is "
            "enough.",
        ),
        same("EN 301 549 11.2.2.1; EU 2019/882"),
        Both("nach ____ s, gesehen ____ gehört ____", "after ____ s, seen ____ heard ____"),
    )


def _reading(language: Language, name: Both, by_machine: bool) -> Row:
    honest = Both("", "")
    if by_machine:
        honest = Both(
            " Bis dahin sagt jede Karte, dass ein Computer übersetzt hat.",
            " Until then every card says that a computer has translated it.",
        )
    elif language.code == SOURCE:
        honest = Both(" Auch wer wenig Deutsch kann, versteht es.", " Those who know little German understand it, too.")
    return Row(
        ("L-07",),
        Both(f"{name.de} lesen", f"Reading {name.en}"),
        Both(
            "Start, Hilfe und alle Karten lesen. Was falsch oder schwer ist, mit dem Namen der Karte aufschreiben.",
            "Read the start, help and all cards. Write down what is wrong or hard, with the name of the card.",
        ),
        SOMEBODY,
        Both(f"Alles stimmt und ist leicht zu verstehen.{honest.de}", f"All is right and easy to grasp.{honest.en}"),
        Both("DIN ISO 24495-1, eigener Wert", "DIN ISO 24495-1, our own value"),
        BY,
    )


def _listening(name: Both) -> Row:
    return Row(
        ("V-09",),
        Both(f"Stimme anhören: {name.de}", f"Listening to the voice: {name.en}"),
        Both(
            "Start, Hilfe und zehn Karten vorlesen lassen, ohne mitzulesen. Nacherzählen, was gesagt wurde.",
            "Have the start, help and ten cards read aloud without reading along. Retell what was said.",
        ),
        SOMEBODY,
        Both(
            "Jeder Satz ist zu verstehen. Sonst die Sprache aus sound: voices: in config/kiosk.yaml nehmen.",
            "Every sentence is understood. Otherwise take the language out of sound: voices: in config/kiosk.yaml.",
        ),
        same("EN 301 549 5.1.3.14"),
        BY,
    )
