"""What is shown: views on the stage, the pages they need there, and what of them is read aloud."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from typing import Protocol

from msgspec.structs import replace

from kiosk.domain.modes import Modes
from kiosk.domain.navigation import OF_SOUND, Intent, Route
from kiosk.domain.node import Sentence, View
from kiosk.domain.reading import Reading
from kiosk.domain.visit import advance, screen_of
from kiosk.presenters import trouble
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene

log = logging.getLogger(__name__)

LAID_OUT = 3
"""So often a screen is laid out anew to find out how many pages it needs. Once is enough for all but a long list (which
is laid out page by page) that has a row higher than those by which it was judged."""


PRESENTED = 4
"""Scenes whose views are kept until another is shown: what is shown, and what a finger is about to ask for, with and
without page keys."""


Present = Callable[[Scene | None], View]


class Shown(Protocol):
    """What the stage says of a view that it shows: how many pages the content needs there, and which nodes are to be
    seen on this one."""

    @property
    def pages(self) -> int:
        """How many pages the content needs."""

    @property
    def places(self) -> Mapping[str, object]:
        """The nodes that can be seen, by id."""


class Stage(Protocol):
    """Where views are shown."""

    def lay_out(self, view: View) -> Shown:
        """What `present` would show."""

    def prepare(self, view: View) -> Shown:
        """Have ready what `present` is likely to be asked for next."""

    def present(self, view: View, sentence: Sentence | None = None, focus: str = "") -> Shown:
        """Show a view, mark a sentence of it, and put the ring around the node that the keypad is on."""


class Showing:
    """Shows scenes, None standing for a kiosk without content. `seen` are the nodes on the pages of this screen that
    have been shown so far, by page."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._asked = 0
        self._missing: set[str] = set()
        self.view = trouble.present()
        self.pages = 1
        self.seen: dict[int, Collection[str]] = {}
        self._known: dict[tuple[Route, str, Modes, str, int], dict[int, Collection[str]]] = {}
        self._views = deque[tuple[Scene | None, View]](maxlen=PRESENTED)

    @property
    def page(self) -> int:
        """The page that is shown; a visitor who changes to a language with shorter words may come from a later one."""
        return min(self._asked, self.pages - 1)

    def another(self) -> None:
        """Another screen or another language comes: how many pages it needs is not known yet."""
        self.pages, self.seen = 1, {}

    def forget(self) -> None:
        """The visit is over."""
        self._known.clear()
        self.another()

    def renew(self) -> None:
        """The content is another: what was laid out of the old one says nothing of it."""
        self._missing.clear()
        self._views.clear()
        self.forget()

    def show(self, scene: Scene | None, mark: Sentence | None, focus: str = "") -> None:
        """Show a scene, mark a sentence, put the ring around a node. Of what was shown before, nothing is kept."""
        self._asked = scene.visit.route.page if scene else 0
        view = self._fitting(scene, self._present)
        self._views = deque([each for each in self._views if each[1] is view], PRESENTED)
        shown = self._stage.present(view, mark, focus)
        self.view, self.pages = view, shown.pages
        if scene:  # who comes back to a later page finds known what stands on those before it
            visit = scene.visit
            place = (replace(visit.route, page=0), scene.language, visit.modes, visit.query, self.pages)
            self.seen = self._known.setdefault(place, {})
        self.seen[self.page] = shown.places.keys()

    def _fitting(self, scene: Scene | None, presented: Present) -> View:
        """The view of a scene. How many pages it needs is known only when it has been laid out: then page keys are on
        it, too."""
        view = self._kept(scene, presented)
        for _ in range(LAID_OUT):
            pages = self._stage.lay_out(view).pages
            if scene is None or pages == _pages_of(view):
                break
            view = self._kept(replace(scene, pages=pages), presented)
        return view

    def foresee(self, scene: Scene, intent: Intent) -> None:
        """Have ready what is shown after `intent`, in all likelihood. By ear the first touch only says what a key is,
        and what concerns the voice changes little."""
        visit, after = scene.visit, advance(scene.visit, intent)
        if visit.by_ear or isinstance(intent, OF_SOUND):
            return
        stays = (screen_of(visit), visit.chosen, visit.modes) == (screen_of(after), after.chosen, after.modes)
        if (visit.stack, visit.chosen, visit.interpreter) != (after.stack, after.chosen, after.interpreter):
            scene = replace(scene, reading=Reading())  # a move ends it
        with suppress(KeyError):  # what the content lacks is told of when somebody opens the page
            expected = replace(scene, visit=after, pages=self.pages if stays else 1)
            self._stage.prepare(self._fitting(expected, _view_of))

    def present(self, scene: Scene | None) -> View:
        """The view of a scene; that of our own trouble where the content lacks what it needs."""
        return self._kept(scene, self._present)

    def _kept(self, scene: Scene | None, presented: Present) -> View:
        for known, view in self._views:
            if known == scene:
                return view
        view = presented(scene)
        self._views.append((scene, view))
        return view

    def _present(self, scene: Scene | None) -> View:
        try:
            return _view_of(scene)
        except KeyError as error:
            missing = f"{scene.visit.route.name} {error}" if scene else str(error)
            if missing not in self._missing:  # told once: a line at every visit would tell what visitors look for
                self._missing.add(missing)
                log.exception("not in the content: %s", missing)
            return replace(trouble.present(), modes=scene.visit.modes) if scene else trouble.present()

    def heard(self, scene: Scene | None) -> View:
        """A scene in the language it can be heard in: the visitor's own, or else one that has a voice."""
        if scene and scene.heard_in not in ("", scene.language):
            scene = replace(scene, visit=replace(scene.visit, chosen=scene.heard_in))
        return self.present(scene)

    def sentences(self, scene: Scene | None) -> tuple[Sentence, ...]:
        """What is read aloud of a scene, on all its pages; of an overlay all. What no page shows is not read."""
        shown, heard = self.present(scene), self.heard(scene)
        sentences = shown.sentences() if heard.language == shown.language else borrowed(shown, heard)
        if shown.overlay or len(self.seen) < self.pages:
            return sentences
        seen = {node for nodes in self.seen.values() for node in nodes}
        return tuple(sentence for sentence in sentences if sentence.node in seen)

    def visible(self, view: View) -> View:
        """A view without what the header has no room for on this panel: the eye does not get it, so nothing else
        does."""
        here = self.seen.get(self.page, ())
        return replace(view, header=tuple(node for node in view.header if node.id in here))

    def page_of(self, nodes: Collection[str]) -> int:
        """The page to show so that one of these nodes is in view. What is on no page that has been shown so far is
        looked for on the others, from the first on."""
        if not nodes or any(node in self.seen.get(self.page, ()) for node in nodes):
            return self.page
        known = (page for page, there in self.seen.items() if any(node in there for node in nodes))
        unseen = (page for page in range(self.pages) if page not in self.seen)
        return next(known, next(unseen, self.page))

    def begins(self, sentences: Sequence[Sentence]) -> int:
        """The first sentence of the page that is shown: of a later page, one that stood on no page before it."""
        return next((at for at, one in enumerate(sentences) if self.new_here(one.node)), 0)

    def new_here(self, node: str) -> bool:
        """Whether a node stands on the page that is shown, and on none before it."""
        before = (nodes for page, nodes in self.seen.items() if page < self.page)
        return node in self.seen.get(self.page, ()) and not any(node in nodes for nodes in before)


def borrowed(shown: View, heard: View) -> tuple[Sentence, ...]:
    """The sentences of `heard`, the same screen in a language that has a voice, for `shown`, whose language has none:
    there the whole text that a sentence belongs to is marked."""

    def placed(sentence: Sentence) -> Sentence:
        node = shown.find(sentence.node)
        text = getattr(node, sentence.part).text if node else ""
        return replace(sentence, start=0, end=len(text))

    return tuple(placed(sentence) for sentence in heard.sentences())


def _view_of(scene: Scene | None) -> View:
    """Raises KeyError where the content lacks what a view needs."""
    return present(scene) if scene else trouble.present()


def _pages_of(view: View) -> int:
    keys = view.find("pages.count")
    return keys.of if keys else 1
