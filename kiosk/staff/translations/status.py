"""`translations status`: what is there of each language, what is missing, what is out of date, who has checked it."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from kiosk.staff.report import print_problems
from kiosk.staff.translations.page import HOW_TO, PREPARING, as_page
from kiosk.staff.translations.saving import save
from kiosk.staff.translations.texts import Content, Language, State

COLUMNS = ("texts", "complete", "missing", "outdated", "machine", "person", "checked")
HEADINGS = (
    ("", "Texte", "fertig", "fehlen", "veraltet", "Maschine", "Mensch", "geprüft"),
    ("", "texts", "complete", "missing", "outdated", "machine", "person", "checked"),
)
UNLISTED = (
    "steht nicht in languages.yaml, niemand sieht diese Texte / is not in languages.yaml, nobody sees these texts"
)


def status(content: Content, options: argparse.Namespace) -> int:
    """Run the verb; the exit code."""
    codes = [options.language] if options.language else [*content.names, *content.unknown]
    if options.language and options.language not in content.unknown:
        content.known(options.language)
    languages = [content.language(code) for code in codes]
    if options.html:
        save(options.html, as_page(languages, date.today()))
        print(f"{options.html}: Sprachen / languages: {len(languages)}", file=sys.stderr)
    if options.format == "json":
        print(json.dumps([as_values(language) for language in languages], indent=1, ensure_ascii=False))
    else:
        _print(languages, bool(options.language))
    for language in languages:
        if language.problems:
            print_problems(language.problems, sys.stderr, options.report)
    wanting = any(
        language.listed and language.count()["texts"] > language.count()["complete"] for language in languages
    )
    return 1 if wanting or any(language.problems for language in languages) else 0


def as_values(language: Language) -> dict[str, object]:
    """A language for machines."""
    kinds = dict.fromkeys(text.kind for text in language.texts)
    counts = language.count()
    wanting = [
        {
            "context": text.context,
            "state": text.state.value,
            "place": f"content/{text.place}",
            "german": str(text.german),
            "translation": text.text,
        }
        for text in language.texts
        if text.state is not State.COMPLETE
    ]
    return {
        "language": language.code,
        "listed": language.listed,
        "in_preparation": language.preparing,
        **{column: counts[column] for column in COLUMNS},
        "checked_by": language.checkers(),
        "kinds": {kind: {column: language.count(kind)[column] for column in COLUMNS} for kind in kinds},
        "wanting": wanting,
        "faults": len(language.problems),
    }


def _print(languages: list[Language], closely: bool) -> None:
    rows = [(language.code, language.count()) for language in languages]
    if closely:
        kinds = dict.fromkeys(text.kind for text in languages[0].texts)
        rows += [(f"  {kind}", languages[0].count(kind)) for kind in kinds]
    lines = [*HEADINGS, *((name, *(str(counts[column]) for column in COLUMNS)) for name, counts in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for first, *rest in lines:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        print("  ".join(cells).rstrip())
    for language in languages:
        if language.preparing:
            print(f"{language.code}: {PREPARING}")
        if not language.listed:
            print(f"{language.code}: {UNLISTED}")
        names = language.checkers()
        if names:
            print(f"{language.code}: geprüft von / checked by {', '.join(names)}")
    if closely:
        _list(languages[0])
    print("", *HOW_TO, sep="\n")


def _list(language: Language) -> None:
    words = {State.MISSING: "fehlt / missing", State.OUTDATED: "veraltet / outdated"}
    for text in language.texts:
        if text.state is not State.COMPLETE:
            print(f"\ncontent/{text.place}: {words[text.state]}: {text.context}\n  de: {text.german}")
            if text.text:
                print(f"  {language.code}: {text.text}")
