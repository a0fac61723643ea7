"""Reading aloud as a finger asks for it: the whole screen, a sentence that was touched, and by ear what a thing is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from kiosk.domain.navigation import SEARCH, Erase, HearFrom, Type
from kiosk.domain.node import Sentence
from kiosk.domain.reading import Status
from kiosk.domain.utterance import Utterance
from kiosk.domain.visit import Visit
from kiosk.narrator import Narrator
from kiosk.presenters import telling
from kiosk.presenters.scene import Scene
from kiosk.showing import Showing
from kiosk.store import Store


class Aloud:
    """Has the narrator read what is shown; `scene` is the world at this moment."""

    def __init__(self, store: Store, screen: Showing, narrator: Narrator, scene: Callable[[], Scene | None]) -> None:
        self._store, self._screen, self._narrator, self._scene = store, screen, narrator, scene
        self._hinted = False
        store.subscribe(self._typed)

    def forget(self) -> None:
        """The visit is over."""
        self._hinted = False

    def listen(self, node: str = "") -> None:
        """Read the screen, or one node of it; pause while it is being read; go on after a pause."""
        if node:
            self.tune()
            self._narrator.read(self._screen.present(self._scene()).sentences_of(node))
        elif self._narrator.reading.status is Status.IDLE:
            self.read()
        else:
            self._narrator.hold_or_go_on()

    def read(self, at: int | None = None) -> None:
        """Read the screen, from sentence `at` on or from the page on that is shown."""
        sentences = self._screen.sentences(self._scene())
        self.tune()
        self._narrator.read(sentences, self._screen.begins(sentences) if at is None else at)

    def hear(self, touched: HearFrom) -> None:
        """Read from the sentence on that was touched; borrowed ones are whole texts, and begin anywhere in them."""
        sentences = self._screen.sentences(self._scene())
        for start in (touched.start, 0):
            for at, one in enumerate(sentences):
                if (one.node, one.part, one.start) == (touched.node, touched.part, start):
                    self.read(at)
                    return

    def call(self) -> None:
        """Greet whoever passes by, in the language that the waiting screen shows."""
        self.tune()
        self._narrator.read(self._screen.present(self._scene()).sentences_of("wake"))

    def waits(self, node: str) -> bool:
        """By ear: whether the first touch of a node only says what it is. Nobody waits for words that do not come."""
        marked, scene = self._narrator.mark, self._scene()
        heard = scene is not None and scene.heard_in
        return bool(self._store.visit.by_ear and heard) and (marked is None or marked.node != node)

    def aim(self, node: str) -> None:
        """Say what was touched by ear."""
        self.tune()
        said = self._screen.heard(self._scene()).sentences_of(node)
        self._narrator.aim(node, (*said, *self._hint(said)))

    def _typed(self, before: Visit, after: Visit) -> None:
        """By ear: say what became of a letter. The key stays marked, so that the same letter again is one touch."""
        if after.by_ear and before.query != after.query and after.route.name == before.route.name == SEARCH:
            marked = self._narrator.mark
            intent = Type("") if len(after.query) > len(before.query) else Erase()
            said = telling.typed(self._screen.heard(self._scene()), intent)
            self.tune()
            self._narrator.aim(marked.node if marked else "found", said)

    def tune(self) -> None:
        """As loud and as fast as this visitor wants it."""
        visit = self._store.visit
        self._narrator.tune(visit.volume, visit.speed)

    def _hint(self, said: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """After the first thing that a visitor touches by ear: how to open it, in the language that was just heard."""
        scene = self._scene()
        if self._hinted or not said or scene is None:
            return ()
        self._hinted = True
        hint = scene.strings.said("ear.open", said[-1].utterance.language)
        return (replace(said[-1], start=0, end=0, utterance=Utterance(hint.text, hint.language)),)
