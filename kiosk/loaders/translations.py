"""Translations: which German text each was made from, what is missing, what is out of date (docs/content.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.catalog import Translation
from kiosk.domain.language import SOURCE, Words
from kiosk.domain.phrase import say_of
from kiosk.domain.strings import placeholders, text_hash
from kiosk.loaders import faults_content as faults
from kiosk.loaders.faults import MOST_REPORTED, listed, near
from kiosk.loaders.fields import Inspection, Record, first_missing
from kiosk.loaders.kinds import TRANSLATION
from kiosk.loaders.nodes import Table
from kiosk.loaders.phrases import phrase
from kiosk.loaders.tree import Tree


class Translated(Struct, frozen=True):
    """One file of translations: the pieces by key (records of `of` and `text`), and who made those that do not say so
    themselves."""

    pieces: Mapping[str, Record]
    made: Translation
    node: Table

    def made_of(self, piece: Record) -> Translation:
        """Who made one of the pieces. One that names its own maker has its own checker, too, or none: what was checked
        in the file was another text."""
        if piece.get("made_by"):
            return _made(piece, self.made.made_on)
        if piece.get("checked_by"):
            return replace(self.made, checked_by=piece["checked_by"], checked_on=piece.get("checked_on", None))
        return self.made

    def everyone(self) -> list[Translation]:
        """Who made the pieces; of a file without any, who made the file."""
        return [self.made_of(piece) for piece in self.pieces.values()] or [self.made]


def _made(record: Record, made_on: date | None = None) -> Translation:
    """Who made a file's texts, or one text; `made_on` for one that does not say when."""
    when, checked_on = record.get("made_on", made_on), record.get("checked_on", None)
    return Translation(record["made_by"], when, record.get("checked_by"), checked_on, record.get("translator"))


def read_translation(tree: Tree, name: str, inspection: Inspection) -> Translated | None:
    """The translations in the file `name`; None if it cannot be read, so that German is shown."""
    table = tree.table(name)
    record = TRANSLATION.read(table, inspection) if table else None
    if record is None:
        return None
    return Translated(record["words"], _made(record), record.node)


def woven(
    germans: Mapping[str, str], translations: Mapping[str, Translated], inspection: Inspection
) -> dict[str, Words]:
    """German texts by key with all their translations. What is missing, unknown or out of date is reported."""
    texts: dict[str, dict[str, str]] = {key: {SOURCE: german} for key, german in germans.items()}
    outdated: dict[str, set[str]] = {key: set() for key in germans}
    for language, translated in translations.items():
        matched = matches(germans, translated.pieces)
        for key, piece in matched.items():
            if not _same_places(germans[key], piece, inspection):
                continue
            texts[key][language] = phrase(piece, inspection)
            if piece["of"] != text_hash(germans[key]):
                outdated[key].add(language)
                mark = text_hash(germans[key])
                inspection.report(piece.place("of"), faults.OUTDATED, name=key, hash=mark)
        _report_rest(germans, matched, translated, inspection, language)
    return {key: Words(texts[key], frozenset(outdated[key]), _says(texts[key])) for key in germans}


def _says(texts: Mapping[str, str]) -> dict[str, str]:
    """How a text is spoken, in the languages for which that is written down."""
    return {language: say_of(text) for language, text in texts.items() if say_of(text)}


def matched_names(germans: Mapping[str, str], pieces: Mapping[str, Record]) -> dict[str, str]:
    """The name of the piece for each key: that key if it was made from this German; of a list also another number that
    was, so that moving an item is no change; else that key, out of date."""
    marks = {key: text_hash(german) for key, german in germans.items()}
    names = {key: key for key in germans if key in pieces and pieces[key]["of"] == marks[key]}
    free = {(list_of(name), piece["of"]): name for name, piece in pieces.items() if name not in names}
    for key in germans:
        moved = free.pop((list_of(key), marks[key]), None) if key not in names and list_of(key) else None
        if moved:
            names[key] = moved
    taken = set(names.values())
    names |= {key: key for key in germans if key not in names and key in pieces and key not in taken}
    return {key: names[key] for key in germans if key in names}


def matches(germans: Mapping[str, str], pieces: Mapping[str, Record]) -> dict[str, Record]:
    """The piece for each key that has one, up to date or not."""
    return {key: pieces[name] for key, name in matched_names(germans, pieces).items()}


def list_of(key: str) -> str:
    """The list that a key is an item of ("bring.2" → "bring"), or ""."""
    group, _, number = key.rpartition(".")
    return group if number.isdigit() else ""


def _same_places(german: str, piece: Record, inspection: Inspection) -> bool:
    """Whether a translation has the German text's places to fill in; otherwise it would lose what they say."""
    found = wrong_places(german, piece["text"])
    if found:
        inspection.report(piece.place("text"), faults.PLACEHOLDERS, german=found[0], here=found[1])
    return not found


def wrong_places(german: str, text: str) -> tuple[str, str] | None:
    """The places to fill in of both texts, as they are written, if the translation has not those of the German."""
    wanted, there = placeholders(german), placeholders(text)
    if wanted == there or ("month" in wanted and wanted <= _date_in_figures(there) <= wanted | {"year"}):
        return None
    return _braced(wanted), _braced(there)


def _date_in_figures(names: frozenset[str]) -> frozenset[str]:
    """The places of a text, `{number}` taken for `{month}`: where the German names a month, the kiosk also fills in its
    number and the year, because many languages write a date in figures ("Mai 2023" is "5.2023" in Ukrainian)."""
    return names - {"number"} | {"month"} if "number" in names else names


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "–"


def _report_rest(
    germans: Mapping[str, str],
    matched: Mapping[str, Record],
    translated: Translated,
    inspection: Inspection,
    language: str,
) -> None:
    words = translated.node.values["words"]
    written = words.names if isinstance(words, Table) else {}
    # A line that is there but wrong has been reported already and is not "missing".
    missing = first_missing(germans, {*matched, *(key for key in written if key not in translated.pieces)})
    if missing and language not in inspection.in_preparation:
        place = translated.node.names["words"]
        inspection.report(place, faults.UNTRANSLATED_WORDS, count=len(missing), names=listed(missing))
    used = {id(piece) for piece in matched.values()}
    unknown = [key for key, piece in translated.pieces.items() if id(piece) not in used]
    for key in unknown[:MOST_REPORTED]:
        inspection.report(written[key], faults.UNKNOWN_WORD, name=key, hint=near(key, missing or germans))


def made_by_all(made: Iterable[Translation]) -> Translation | None:
    """Who made a language's texts, taken together: machine-made if any machine's text is still unchecked."""
    every = list(made)
    if not every:
        return None
    newest = max(one.made_on for one in every)
    if any(one.unchecked_machine for one in every):
        return Translation("machine", newest)
    checkers = sorted({one.checked_by for one in every if one.checked_by})
    by_machine = any(one.made_by == "machine" for one in every)
    return Translation("machine" if by_machine else "person", newest, ", ".join(checkers))
