"""`translations export`: one language as a file for translators' tools (GNU PO)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from kiosk.domain.phrase import say_of
from kiosk.domain.strings import placeholders
from kiosk.staff.translations.fields import field_of, longest
from kiosk.staff.translations.po import Entry, written
from kiosk.staff.translations.saving import save
from kiosk.staff.translations.texts import Content, Language, State, Text, Unusable

SAY = "/say"
"""Ends the context of how a text is spoken."""
SPOKEN = (
    "So wird der Text vorgelesen. Leer lassen, wenn er so klingt, wie er geschrieben ist.",
    "How the text is read aloud. Leave empty if it sounds as it is written.",
)
OLDER = "Das Deutsche wurde seitdem geändert. / The German has changed since."
INVISIBLE = {
    "\u00ad": "Weiche Trennstriche (U+00AD): da darf ein langes Wort brechen. / Soft hyphens: a long word may break.",
    "\u2068": "Unsichtbare Richtungszeichen (U+2068, U+2069) paarweise. / Invisible direction marks, in pairs.",
    "\u00a0": "Feste Leerzeichen (U+00A0): hier bricht keine Zeile. / No-break spaces.",
}


def export(content: Content, options: argparse.Namespace) -> int:
    """Run the verb; the exit code."""
    language = content.language(content.known(options.language))
    if options.out.exists():  # a translator's work of days may be in it
        raise Unusable(
            f"{options.out}: gibt es schon, vielleicht mit Übersetzungen, die noch nicht übernommen sind. Einen "
            "anderen Namen angeben oder die Datei löschen. / is there already, perhaps with translations that have not "
            "been taken in. Give another name, or delete the file."
        )
    entries = list(entries_of(language, options.missing))
    save(options.out, written(entries, language.code, options.on))
    print(f"{options.out}: Einträge / entries: {len(entries)}", file=sys.stderr)
    return 0


def entries_of(language: Language, only_missing: bool = False) -> Iterator[Entry]:
    """Every text as an entry, and behind it how it is spoken where that is written down."""
    for text in language.texts:
        if only_missing and text.state is State.COMPLETE:
            continue
        outdated = text.state is State.OUTDATED
        place = f"content/{text.place}"
        # A text that cannot be shown is there to be mended, so it travels, too.
        unfit = text.state is State.MISSING and bool(text.text)
        yield Entry(text.context, str(text.german), text.text, outdated or unfit, remarks(text), place)
        say = say_of(text.german)
        if say or text.say:
            spoken = (*SPOKEN, f"Text: {text.german}")
            yield Entry(
                text.context + SAY, say or str(text.german), text.say, outdated and bool(text.say), spoken, place
            )


def remarks(text: Text) -> tuple[str, ...]:
    """What a translator is told of a text."""
    field = field_of(text.kind, text.key)
    told = [f"{field.de} / {field.en}: höchstens / at most {longest(field)}"]
    places = placeholders(text.german)
    if places:
        names = ", ".join(f"{{{name}}}" for name in sorted(places))
        told.append(f"So lassen / keep as they are: {names}")
    told += [remark for sign, remark in INVISIBLE.items() if sign in text.german]
    if text.state is State.OUTDATED:
        told.append(OLDER)
    return tuple(told)
