"""`run_kiosk.py new service|organisation|topic|notice|language`: asks what it needs, shows what it will write, writes
it, and checks it. Every answer may also be given as an option, so that scripts can use it."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from kiosk.domain.problem import Severity
from kiosk.loaders.kinds import item_fields
from kiosk.staff.forms.files import kind_called
from kiosk.staff.new.asking import Dialogue, Refused
from kiosk.staff.new.house import House, NoHouse, house_in
from kiosk.staff.new.questions import QUESTIONS
from kiosk.staff.new.words import HEAD, PREPARE, TRANSLATE, WORDS
from kiosk.staff.new.writing import Change, Odd, entry_added, word_added, write
from kiosk.staff.new.yaml_text import Answer, as_yaml, lines_of
from kiosk.staff.reading import problems_in
from kiosk.staff.report import print_problems
from kiosk.text.fonts import FontsMissing

WELL, FAULTY, CANNOT_RUN, STOPPED = 0, 1, 2, 130
ROOT = Path(__file__).resolve().parents[3]
FILE_OF = {"service": "service", "organisation": "organisation", "notice": "notice", "topic": "topics",
           "language": "languages"}  # fmt: skip
FOLDERS = {"service": "services", "organisation": "organisations", "notice": "notices"}
Ask = Callable[[str], str]
SCHEMA = "# yaml-language-server: $schema=../../config/schemas/{name}.schema.json"


def main(argv: Sequence[str], today: date | None = None, ask: Ask | None = None) -> int:
    """Ask, write and check; the exit code: 0 well, 1 refused or faulty, 2 cannot run, 130 stopped by the person. `ask`
    shows a prompt and gives the line typed; tests give their own, and their own day."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return CANNOT_RUN if stop.code else WELL
    words = WORDS["en" if options.english else "de"]
    try:
        return _run(options, today or date.today(), ask or input)
    except (KeyboardInterrupt, EOFError):
        with _pressed_once():
            print("\n" + str(words["stopped"]), file=sys.stderr)
        return STOPPED
    except Refused as refused:
        print(refused, file=sys.stderr)
        return FAULTY
    except Odd as odd:
        print(str(words["odd"]).format(path=odd), file=sys.stderr)
        return FAULTY
    except OSError as error:
        print(str(words["cannot"]).format(path=error.filename, reason=error.strerror), file=sys.stderr)
        return CANNOT_RUN
    except NoHouse:
        print(words["no_house"], file=sys.stderr)
        return CANNOT_RUN
    except FontsMissing as missing:
        print(missing, file=sys.stderr)
        return CANNOT_RUN


@contextmanager
def _pressed_once() -> Iterator[None]:
    """Who presses Ctrl-C twice is told, too, that nothing was written."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="run_kiosk.py new", description=__doc__)
    kinds = made.add_subparsers(dest="kind", required=True, metavar="|".join(QUESTIONS))
    for kind, questions in QUESTIONS.items():
        one = kinds.add_parser(kind, help=f"{WORDS['de']['title'][kind]} / {WORDS['en']['title'][kind]}")  # type: ignore[index]
        one.add_argument("--english", action="store_true", help="ask in English")
        one.add_argument("--yes", action="store_true", help="write without asking whether all is right")
        one.add_argument("--folder", type=Path, default=ROOT, metavar="DIR", help="holds content/ and config/")
        for question in questions:
            one.add_argument(f"--{question.name}", dest=f"given_{question.name}", metavar="TEXT", help=question.en)
    return made


def _run(options: argparse.Namespace, today: date, ask: Ask) -> int:
    language = "en" if options.english else "de"
    words, house = WORDS[language], house_in(options.folder, today)
    print(words["title"][options.kind], words["intro"], sep="\n")  # type: ignore[index]
    dialogue = dialogue_for(options.kind, house, language, _given(options), ask)
    answers = dialogue.all(QUESTIONS[options.kind])
    changes = changes_for(options.kind, house, answers, language)
    print("", words["preview"], sep="\n")
    for change in changes:
        print("", f"{_shown(change.path, house)}:", *(f"    {line}" for line in change.shown.split("\n")), sep="\n")
    if not options.yes:
        print("", words["sure"], sep="\n")
        if ask("> ").strip().casefold() not in ("", "j", "ja", "y", "yes"):
            raise KeyboardInterrupt
    write(changes)
    for change in changes:
        print(str(words["written"]).format(path=_shown(change.path, house)))
    return _checked(options.kind, house, changes, answers, language)


def _given(options: argparse.Namespace) -> dict[str, str]:
    given = {name.removeprefix("given_"): value for name, value in vars(options).items() if name.startswith("given_")}
    return {name: value for name, value in given.items() if value is not None}


def dialogue_for(kind: str, house: House, language: str, given: Mapping[str, str], ask: Ask) -> Dialogue:
    """The dialogue about one new thing; ids that there are cannot be taken again."""
    file = FILE_OF[kind]
    group = kind_called(file).group
    catalog = house.catalog
    taken = {
        "topic": frozenset(catalog.topics),
        "language": house.languages,
        "organisation": frozenset((*catalog.organisations, "centre")),
    }.get(kind, frozenset())
    if kind in FOLDERS:  # also those that are left out because of an error
        taken |= {path.stem for path in (house.content / FOLDERS[kind]).glob("*.yaml")}
    return Dialogue(house, group if kind in FOLDERS else item_fields(group), file, language, given, taken, ask)


def changes_for(kind: str, house: House, answers: Mapping[str, Answer], language: str) -> list[Change]:
    """The files to write. Raises Odd."""
    file, german = kind_called(FILE_OF[kind]), language == "de"
    if kind in FOLDERS:
        body = lines_of(file.group, answers, file.name, german)
        text = "\n".join((SCHEMA.format(name=file.name), f"# {HEAD[language]}", *body)) + "\n"
        return [Change(house.content / FOLDERS[kind] / f"{answers['id']}.yaml", text, text.rstrip("\n"), new=True)]
    if kind == "language":
        answers = {**answers, "offered": "no"}
    lines = list(lines_of(item_fields(file.group), answers, file.name, german))
    topics = list(house.catalog.topics.values())
    added = entry_added(
        house.content / f"{file.name}.yaml",
        file.name,
        lines,
        before_last=kind == "topic" and bool(topics[-1].leads_to),  # danger stays the last one
    )
    if kind != "language":
        return [added]
    word = word_added(house.content / "strings" / "de.yaml", f"language.{answers['code']}", as_yaml(answers["german"]))
    return [word, added] if word else [added]


def _shown(path: Path, house: House) -> str:
    return path.relative_to(house.folder).as_posix()


def _checked(kind: str, house: House, changes: Sequence[Change], answers: Mapping[str, Answer], language: str) -> int:
    """Say what `check` says of the files that were written, and how to go on."""
    words = WORDS[language]
    paths = {_shown(change.path, house) for change in changes}
    about = [one for one in problems_in(house.folder, house.today) if one.path in paths]
    told = [problem for problem in about if problem.severity is not Severity.NOTE]
    print("", words["faulty" if told else "sound"], sep="\n")
    if told:
        print_problems(told, sys.stdout, language)
    others = [one for one in house.catalog.languages if one.code != "de"]
    if kind == "language":
        print("", PREPARE[language].format(code=answers["code"]), sep="\n")
    elif others:
        names = ", ".join(one.german if language == "de" else one.code for one in others)
        screen = f"today --day {answers['from']}" if kind == "notice" else f"{kind}:{answers['id']}"
        values = {"names": names, "code": others[0].code, "screen": screen, "id": answers["id"]}
        print("", TRANSLATE[language].format(**values), sep="\n")
    return FAULTY if any(problem.severity is Severity.ERROR for problem in told) else WELL
