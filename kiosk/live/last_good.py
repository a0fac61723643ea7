"""The last good version, file by file: what a save made faulty stays as visitors know it, all else comes through.

A file is faulty when it has an error that the content on the screen does not have. Then its last good copy is read in
its place. An error may also stand in a file that nobody touched, because another one no longer has what it points to
(a topic less in topics.yaml): then the changed files of the frame are put back, else all changed files, if that helps.
A file that was deleted stays deleted: that is a decision. A new file that is faulty is left out, as at the start.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content import Content, Places, read, with_search
from kiosk.domain.catalog import Catalog, codes_of
from kiosk.domain.problem import Problem, Severity
from kiosk.live.copies import CONFIG, CONTENT, Copies
from kiosk.loaders.files import SUFFIX

Errors = Counter[tuple[str, str]]
"""How often each error stands in each file (key, reason): a line further down is no new error."""
WHOLE = (f"{CONTENT}/", f"{CONFIG}/")
"""The keys of errors that concern a folder as a whole."""


class Answer(Struct, frozen=True):
    """What came of a reading. `content` is what may be shown, None: what is shown stays. `faults` are those of the
    files as they stand, sorted by place; `back` are the keys of those whose last good version is read, `errors` are
    those of `content`. With `same` what is shown is what stands in the files, byte by byte."""

    content: Content | None
    faults: tuple[Problem, ...]
    back: frozenset[str]
    errors: Errors = field(default_factory=Counter)
    same: bool = False


def errors_of(content: Content) -> Errors:
    """The errors of a content by file."""
    return Counter((key, one.reason["de"]) for key, one in _faults(content))


def faults_of(content: Content) -> tuple[Problem, ...]:
    """What takes something off the screen, sorted by place."""
    return tuple(sorted((one for _, one in _faults(content)), key=lambda one: (one.path, one.line, one.column)))


def _faults(content: Content) -> Iterator[tuple[str, Problem]]:
    """Each fault once, with the key of its file."""
    for root, problems in ((CONTENT, content.problems), (CONFIG, content.config_problems)):
        once = {(one.path, one.line, one.column, one.reason["de"]): one for one in problems}
        for one in once.values():
            key = f"{root}/{one.path.partition('/')[2]}"
            if one.severity is Severity.ERROR or _lost_language(key, one, content):
                yield key, one


def _lost_language(key: str, problem: Problem, content: Content) -> bool:
    """Whether a language has words and is not offered: `check` only warns of it, but who misspells the code of a
    language takes it from all its readers. Whoever takes one away on purpose takes its words away, too."""
    folder, _, name = key.rpartition("/")
    named = {code for codes in codes_of(content.catalog) for code in codes}
    return folder == f"{CONTENT}/strings" and not problem.line and name.removesuffix(SUFFIX) not in named


def settle(places: Places, kept: Copies, fresh: Copies, known: Errors) -> Answer:
    """Read what is there now. `kept` are the copies of what visitors see, with the errors `known`; `fresh`, an empty
    folder, gets those of what they may see now. While there are no copies yet, nothing faulty is shown at all."""
    content = read(places, _as_it_is)
    faults = faults_of(content)
    if not kept.there and errors_of(content) - known:
        return Answer(None, faults, frozenset())
    search = _Search(fresh, kept, known, fresh.take(places, kept), content)
    search.run()
    shown, errors = search.content, errors_of(search.content)
    if not shown.whole or any(key in WHOLE for key, _ in errors - known):
        return Answer(None, faults, frozenset(search.back))
    return Answer(_searched(shown), faults, frozenset(search.back), errors)


class _Search:
    """Puts files back until nothing is faulty that was not before, or nothing helps any more."""

    def __init__(self, fresh: Copies, kept: Copies, known: Errors, changed: set[str], content: Content) -> None:
        self._fresh, self._kept, self._known = fresh, kept, known
        self._changed = {key for key in changed if kept.has(key)}
        self.content = content
        self.back: set[str] = set()

    def run(self) -> None:
        """Until it is done: each file is put back once at most, so it comes to an end."""
        groups = [True, False]
        while new := self._new():
            own = {key for key, _ in new if key in self._changed - self.back}
            if own:
                self._put_back(own)
            elif groups:
                self._try(groups.pop(0), sum(new.values()))
            else:
                return

    def _new(self) -> Errors:
        return errors_of(self.content) - self._known

    def _try(self, frame: bool, errors: int) -> None:
        """Put back the changed files of the frame, or all the others; undone if there are as many errors as before."""
        group = {key for key in self._changed - self.back if _of_frame(key) is frame}
        if not group:
            return
        mine, before = {key: self._fresh.data(key) for key in group}, self.content
        self._put_back(group)
        if sum(self._new().values()) >= errors:
            for key, data in mine.items():
                self._fresh.put(key, data)
            self.back -= group
            self.content = before

    def _put_back(self, keys: set[str]) -> None:
        for key in keys:
            self._fresh.put(key, self._kept.data(key))
        self.back |= keys
        self.content = read(self._fresh.places, _as_it_is)


def _of_frame(key: str) -> bool:
    """Whether many others hang on a file: those at the top, the German words, the settings."""
    return key.count("/") == 1 or key == f"{CONTENT}/strings/de.yaml"


def _as_it_is(catalog: Catalog) -> Catalog:
    """Without the search: it takes time, and only what is shown in the end needs it."""
    return catalog


def _searched(content: Content) -> Content:
    assert content.catalog is not None
    return replace(content, catalog=with_search(content.catalog))
