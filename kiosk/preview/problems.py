"""What a reviewer is told of a picture: faults of its layout, how its words stand to the German, what `check` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from kiosk.domain.catalog import Catalog
from kiosk.domain.problem import Problem, Severity
from kiosk.domain.utterance import spoken
from kiosk.preview.camera import Shot
from kiosk.preview.places import Place
from kiosk.screens.audit import finds
from kiosk.widgets.pieces import Text

Told = dict[str, str]
"""One thing to tell: `kind` (of `KINDS`), and `detail` in words; `de` and `en` where it says more than its kind."""

KINDS = {
    "outside": ("Wörter ragen aus dem Bild", "words leave the screen"),
    "clipped": ("Wörter passen nicht an ihre Stelle", "words do not fit their place"),
    "overlapping": ("Wörter liegen übereinander", "words overlap"),
    "mingled": ("Wörter liegen auf einer fremden Taste oder Linie", "words lie on another key or line"),
    "torn": ("Ein Wort ist zerrissen", "a word is torn apart"),
    "glyphs": ("Ein Zeichen fehlt in der Schrift", "a character has no glyph"),
    "small": ("Schrift zu klein", "words too small"),
    "tiny": ("Bildzeichen zu klein", "a sign too small"),
    "long": ("Zeilen zu lang", "lines too long"),
    "targets": ("Taste zu klein oder zu nah am Rand", "a key too small or too near the edge"),
    "gaps": ("Tasten zu nah beieinander", "keys too close to each other"),
    "reach": ("Außer Reichweite vom Rollstuhl", "out of reach from a wheelchair"),
    "missing": ("Übersetzung fehlt, Besucher sehen Deutsch", "not translated, visitors see German"),
    "outdated": ("Übersetzung älter als das Deutsche", "the translation is older than the German"),
    "check": ("Prüfung (check)", "check"),
    "machine": ("Maschinell übersetzt, von niemandem geprüft", "machine translation, checked by nobody"),
}
"""Every kind of thing that is told, in German and English; the order is that of the page's filter."""
NOTES = frozenset({"machine"})
"""What is only to be known: there is nothing wrong with the picture."""
SHOWN = 60
"""Characters of a text, by which staff know it again."""


def problems_of(shot: Shot, language: str, catalog: Catalog) -> list[Told]:
    """Everything to be told of one page."""
    told = [{"kind": kind, "detail": found} for kind, found in finds(shot.page, shot.frame)]
    told += [{"kind": kind, "detail": text} for kind, text in _translations(shot)]
    made = catalog.translations.get(language)
    if made and made.unchecked_machine:
        told.append({"kind": "machine", "detail": ""})
    return told


def _translations(shot: Shot) -> Iterator[tuple[str, str]]:
    """The texts on a page that are not translated, or are older than their German; each once."""
    seen = set()
    pieces = (*shot.page.pieces, *(shot.overlay.pieces if shot.overlay else ()))
    for said in (piece.said for piece in pieces if isinstance(piece, Text)):
        kind = "missing" if said.untranslated else "outdated" if said.outdated else ""
        if kind and (kind, said.text) not in seen:
            seen.add((kind, said.text))
            yield kind, spoken(said.text)[:SHOWN]


def told_of(problem: Problem) -> Told:
    """What `check` says of a file, in both of the staff's languages."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    words = {language: f"{place}: {problem.reason[language]} {problem.remedy[language]}" for language in ("de", "en")}
    return {"kind": "check", "detail": "", **words}


def checked(problems: Iterable[Problem]) -> tuple[dict[tuple[str, str], list[Told]], list[Told]]:
    """What `check` says, by the language and the id of the place it concerns; and what concerns no one place. An entry
    with an error is on no screen, so there it would be told to nobody."""
    by_place: dict[tuple[str, str], list[Told]] = {}
    others = []
    for problem in problems:
        if problem.severity is Severity.NOTE:
            continue
        where = _where(problem.path)
        if where and problem.severity is Severity.WARNING:
            by_place.setdefault(where, []).append(told_of(problem))
        else:
            others.append(told_of(problem))
    return by_place, others


def _where(path: str) -> tuple[str, str] | None:
    """The language and the place's id of content/services/x.yaml or content/translations/ar/services/x.yaml."""
    parts = PurePosixPath(path).parts[1:]
    language = "de"
    if parts[:1] == ("translations",) and len(parts) == 4:
        language, parts = parts[1], parts[2:]
    screen = {"services": "service", "organisations": "organisation"}.get(parts[0]) if len(parts) == 2 else None
    return (language, Place(screen, PurePosixPath(parts[1]).stem).id) if screen else None
