"""`translations import`: what a translator has written comes in, each text once it has been checked.

Everything that is wrong is said at once. What stays the same keeps who made it and who checked it; what is new has the
translator's name, and nobody has checked it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.domain.catalog import Translation
from kiosk.domain.problem import Problem, Severity
from kiosk.domain.strings import text_hash
from kiosk.loaders.faults import Fault, Value, slip
from kiosk.loaders.translations import list_of
from kiosk.loaders.tree import Tree
from kiosk.staff.report import print_problems
from kiosk.staff.translations import checks, faults, po
from kiosk.staff.translations.export import SAY
from kiosk.staff.translations.saving import Draft
from kiosk.staff.translations.texts import Content, Language, State, Text, Unusable, read

NOT_TAKEN_IN = {
    "de": "Fehler: Das ist nicht übernommen, bis es berichtigt ist.",
    "en": "Errors: this is not taken in until it is mended.",
}


class New(Struct):
    """A text's new translation; `say` "" where nothing is written down."""

    text: Text
    words: str
    say: str


class Handed(Struct):
    """What was handed in: the sound new translations by context, and the problems. `same`: how many stay as they are,
    `refused`: how many entries were not taken."""

    path: str
    new: dict[str, New] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    same: int = 0
    refused: int = 0

    def report(self, entry: po.Entry, fault: Fault, /, **values: Value) -> None:
        """Note a problem with an entry."""
        shown = entry.text or entry.german
        self.problems.append(fault.at(self.path, entry.line, 0, shown, **values))

    def judge(self, entry: po.Entry, found: Iterable[checks.Found]) -> bool:
        """Note what was found; whether the entry may come in all the same."""
        sound = True
        for fault, values in found:
            self.report(entry, fault, **values)
            sound = sound and fault.severity is Severity.WARNING
        self.refused += not sound
        return sound


def import_(content: Content, options: argparse.Namespace) -> int:
    """Run the verb; the exit code."""
    named, entries = po.read(options.file)
    if not (named or options.language):
        raise Unusable(f"{options.file}: ohne Sprache; mit --language angeben / no language; name it by --language")
    code = content.known(options.language or named)
    if named and content.known(named) != code:
        raise Unusable(f"{options.file}: Language: {named}, nicht / not {options.language}")
    language = content.language(code)
    if language.problems:
        print_problems(language.problems, sys.stderr, options.report)
        raise Unusable("Zuerst berichtigen; nichts geschrieben. / Mend these first; nothing written.")
    handed = judged(language, entries, str(options.file))
    files: list[str] = []
    if not (options.strict and handed.refused):
        made = Translation("machine" if options.machine else "person", options.on, translator=options.by)
        files = write(content.root, handed.new.values(), made)
    if handed.problems:
        print_problems(handed.problems, sys.stderr, options.report, NOT_TAKEN_IN[options.report])
    taken = len(handed.new) if files or not handed.new else 0
    print(
        f"{code}: übernommen / taken in: {taken} (Dateien / files: {len(files)}), unverändert / unchanged: "
        f"{handed.same}, abgelehnt / refused: {handed.refused}"
    )
    return 1 if handed.problems else 0


def judged(language: Language, entries: Iterable[po.Entry], path: str) -> Handed:
    """Every entry looked at. The texts come first, then how they are spoken."""
    handed, texts = Handed(path), {text.context: text for text in language.texts}
    seen: set[str] = set()
    once = []
    for entry in entries:
        if entry.context in seen:
            handed.refused += 1
            handed.report(entry, faults.TWICE, context=entry.context)
        else:
            seen.add(entry.context)
            once.append(entry)
    for entry in once:
        if not entry.context.endswith(SAY):
            _judge_text(handed, texts, entry)
    for entry in once:
        if entry.context.endswith(SAY):
            _judge_say(handed, texts, entry)
    for context, new in handed.new.items():
        if new.say and new.say == new.text.say and new.words != new.text.text:
            handed.problems.append(faults.OLD_SAY.at(path, 0, 0, new.words, context=context + SAY))
    return handed


def _judge_text(handed: Handed, texts: dict[str, Text], entry: po.Entry) -> None:
    words = checks.plain(entry.text)
    if not words:
        return
    text = _text_of(handed, texts, entry, entry.context)
    if text is None:
        return
    if text_hash(entry.german) != text_hash(text.german):
        handed.refused += 1
        handed.report(entry, faults.CHANGED, context=entry.context, german=str(text.german))
    elif words == text.text and (entry.fuzzy or text.state is State.COMPLETE):
        handed.same += 1
    elif entry.fuzzy:
        handed.report(entry, faults.FUZZY, context=entry.context)
    elif handed.judge(entry, checks.wrong_with(text, words)):
        handed.new[entry.context] = New(text, words, text.say)


def _judge_say(handed: Handed, texts: dict[str, Text], entry: po.Entry) -> None:
    """How a text is spoken. Its own German is for the translator to read only: a new one makes no translation old."""
    say, context = checks.plain(entry.text), entry.context.removesuffix(SAY)
    if not say:  # whatever is there stays
        return
    text = _text_of(handed, texts, entry, context)
    if text is None:
        return
    new = handed.new.get(context)
    words = new.words if new else text.text
    if say == text.say:
        handed.same += 1
    elif entry.fuzzy:
        handed.report(entry, faults.FUZZY, context=entry.context)
    elif not words or (text.state is not State.COMPLETE and new is None):
        handed.refused += 1
        handed.report(entry, faults.LONE_SAY, context=entry.context)
    elif handed.judge(entry, checks.wrong_with_say(say, words)):
        handed.new[context] = replace(new, say=say) if new else New(text, words, say)


def _text_of(handed: Handed, texts: dict[str, Text], entry: po.Entry, context: str) -> Text | None:
    text = texts.get(context)
    if text is None:
        handed.refused += 1
        handed.report(entry, faults.UNKNOWN, context=entry.context, hint=slip(context, texts))
    return text


def write(root: Path, new: Iterable[New], made: Translation) -> list[str]:
    """Write the texts; which files have changed. All drafts are made before the first one is written. Raises Unusable
    for a file that cannot be changed."""
    by_file: dict[str, list[New]] = {}
    for one in new:
        by_file.setdefault(one.text.file, []).append(one)
    drafts = {file: _draft(root, file, texts, made) for file, texts in by_file.items()}
    return [file for file, draft in drafts.items() if draft.save()]


def _draft(root: Path, file: str, new: Iterable[New], made: Translation) -> Draft:
    draft, there = Draft(root, file), read(Tree(root), file)
    who = {name: there.made_of(piece) for name, piece in there.pieces.items()} if there else {}
    for one in new:
        name = one.text.name or _free(one.text.key, draft.names)
        draft.put(name, text_hash(one.text.german), one.words, one.say)
        who[name] = made
    draft.attribute(who)
    return draft


def _free(key: str, taken: frozenset[str]) -> str:
    """The key of a new text; an item of a list whose number another item has takes the next one, for it is found by
    its German anyway."""
    if key not in taken or not list_of(key):
        return key
    number = 1
    while f"{list_of(key)}.{number}" in taken:
        number += 1
    return f"{list_of(key)}.{number}"
