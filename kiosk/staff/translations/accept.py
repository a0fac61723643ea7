"""`translations accept`: a person has read translations and stands for them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from kiosk.domain.problem import Problem
from kiosk.loaders.faults import near
from kiosk.loaders.files import SUFFIX
from kiosk.loaders.tree import Tree
from kiosk.staff.report import print_problems
from kiosk.staff.translations import faults
from kiosk.staff.translations.saving import Draft
from kiosk.staff.translations.texts import Content, State, Text, Unusable, read

NOT_MARKED = {
    "de": "Fehler: Das ist nicht als geprüft eingetragen.",
    "en": "Errors: this is not marked as checked.",
}


def accept(content: Content, options: argparse.Namespace) -> int:
    """Run the verb; the exit code."""
    language = content.language(content.known(options.language))
    if language.problems:
        print_problems(language.problems, sys.stderr, options.report)
        raise Unusable("Zuerst berichtigen; nichts geschrieben. / Mend these first; nothing written.")
    chosen, problems = _chosen(language.texts, options.what)
    for text in chosen:
        if text.state is not State.COMPLETE:
            missing = text.state is State.MISSING
            fault = faults.CANNOT_ACCEPT_MISSING if missing else faults.CANNOT_ACCEPT_OUTDATED
            line = text.piece.node.line if text.piece else 0
            problems.append(
                fault.at(f"content/{text.file}", line, 0, text.text, context=text.context, german=text.german)
            )
    accepted = [text for text in chosen if text.state is State.COMPLETE]
    files = write(content.root, accepted, options.by, options.on)
    if problems:
        print_problems(problems, sys.stderr, options.report, NOT_MARKED[options.report])
    print(
        f"{language.code}: geprüft von / checked by {options.by}, {options.on}: Texte / texts: {len(accepted)}, "
        f"geänderte Dateien / files changed: {len(files)}"
    )
    return 1 if problems else 0


def _chosen(texts: Iterable[Text], wanted: Iterable[str]) -> tuple[list[Text], list[Problem]]:
    """The texts of files, ids or contexts, and what there is not; without any, all texts."""
    every = list(texts)
    if not wanted:
        return every, []
    chosen: dict[str, Text] = {}
    problems: list[Problem] = []
    for name in wanted:
        found = [text for text in every if _is(text, name)]
        if not found:
            hint = near(name, {text.entry for text in every})
            problems.append(faults.NO_SUCH.at(name, context=name, hint=hint))
        chosen |= {text.context: text for text in found}
    return list(chosen.values()), problems


def _is(text: Text, name: str) -> bool:
    """Whether a text is meant by its context, its entry (with or without its kind), its kind, or its file."""
    if name in (text.context, text.entry, text.kind, f"{text.kind}/{text.entry}"):
        return True
    if not name.endswith(SUFFIX):
        return False
    parts, file = PurePosixPath(name.replace("\\", "/")).parts, PurePosixPath(text.file).parts
    shorter = min(len(parts), len(file))
    return shorter > 1 and parts[-shorter:] == file[-shorter:]


def write(root: Path, texts: Iterable[Text], by: str, on: date) -> list[str]:
    """Write down who has checked the texts; which files have changed."""
    by_file: dict[str, list[str]] = {}
    for text in texts:
        by_file.setdefault(text.file, []).append(text.name)
    drafts = {file: _draft(root, file, names, by, on) for file, names in by_file.items()}
    return [file for file, draft in drafts.items() if draft.save()]


def _draft(root: Path, file: str, names: Iterable[str], by: str, on: date) -> Draft:
    draft, there = Draft(root, file), read(Tree(root), file)
    if there is None:
        raise Unusable(f"{file}: run_kiosk.py check")
    who = {name: there.made_of(piece) for name, piece in there.pieces.items()}
    who |= {name: replace(who[name], checked_by=by, checked_on=on) for name in names}
    draft.attribute(who)
    return draft
