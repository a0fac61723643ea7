"""The guide tells a visitor who uses the keypad what there is: a screen that has come, a stop, what became of a key."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from kiosk.domain.navigation import Erase, EraseAll, Faster, Intent, Listen, Louder, MoreTime, Toggle, Turn, Type
from kiosk.domain.node import Node, Sentence, View
from kiosk.domain.walk import walk
from kiosk.keypad.choice import Choice
from kiosk.keypad.focus import Focus
from kiosk.keypad.speech import Speech
from kiosk.narrator import Narrator
from kiosk.presenters import telling
from kiosk.presenters.scene import Scene
from kiosk.showing import Showing
from kiosk.store import Store

TALK_S = 0.3
"""Between sentences of a longer talk, as in reading aloud."""
HINTS = 2
"""So often in a visit it is said how to use a thing."""


class Guide:
    """Knows where the keypad is (`focus`), how the language is chosen (`choice`) and what is being said (`speech`).
    `scene` is the world at this moment."""

    def __init__(self, store: Store, screen: Showing, narrator: Narrator, scene: Callable[[], Scene | None]) -> None:
        self._store, self._screen, self._scene = store, screen, scene
        self.focus, self.speech = Focus(), Speech(store, narrator)
        self.choice = Choice(self.focus, self.speech, scene)
        self._introduced, self._hints = False, 0

    def forget(self) -> None:
        """The visit is over: nothing of it stays."""
        self.focus.forget()
        self.speech.forget()
        self.choice.open = self._introduced = False
        self._hints = 0

    @property
    def view(self) -> View:
        """What is shown, as far as it can be seen."""
        return self._screen.visible(self._screen.view)

    @property
    def stop(self) -> Node | None:
        """The stop that the keypad is on."""
        return self.view.find(self.focus.node)

    def tell(self, before: tuple[Sentence, ...] = (), lead: int = 0) -> None:
        """Say the present stop, after something else; at first with a hint how to use it."""
        scene, view = self._spoken()
        stop = view.find(self.focus.node)
        lines = telling.stop(scene, view, stop) if stop else ()
        if stop and self._hints < HINTS and (hint := telling.hint(scene, stop)):
            self._hints += 1
            lines = (*lines, *hint)
        self.speech.say((*before, *lines), lead=lead)

    def again(self) -> None:
        """Say once more where the visitor is."""
        if self.choice.open:
            self.choice.again()
        else:
            scene, view = self._spoken()
            stop = view.find(self.focus.node)
            self.speech.say(telling.stop(scene, view, stop) if stop else ())

    def step(self, by: int) -> None:
        """To the next stop (+1) or the one before (-1), and say it; over the end, say that first."""
        over_the_end = self.focus.step(self.view, by)
        self.tell(telling.edge(self._spoken()[0], by) if over_the_end else ())

    def where(self) -> None:
        """Say on which screen the visitor is, at which of its stops, and what the keys do."""
        scene, view = self._spoken()
        self.speech.say(telling.where(scene, view, self.stop), TALK_S)

    def enter(self) -> None:
        """A screen has come: say its name and its first stop; of one that lay behind, the stop that was left. Before
        the first one of all say what this is and how it is used."""
        was_here = self.focus.arrive(self.view)
        scene, view = self._spoken()
        lines = telling.named(view) if was_here else telling.arrival(scene, view)
        lead = () if self._introduced else telling.introduction(scene)
        self._introduced = True
        self.tell((*lead, *lines), len(lead))

    def to_the_page(self) -> None:
        """A page has come that nobody has gone to by keys: on to its first stop."""
        here = (stop for stop in walk(self.view) if any(self._screen.new_here(node.id) for node in stop.walk()))
        self.focus.node = next((stop.id for stop in here), self.focus.node)
        if self._store.visit.by_keys:
            self.tell()

    def warn(self) -> None:
        """Ask whether somebody is still there."""
        scene, view = self._spoken()
        if view.overlay:
            self.speech.say(telling.warning(scene, view.overlay, view.language), TALK_S)

    def did(self, intent: Intent) -> None:
        """What has been asked for is done, by key or by finger, and no other screen has come: say what became of it."""
        scene, _ = self._spoken()
        match intent:
            case Louder(step):
                self._aside(telling.volume(scene, step))
            case Toggle(mode):
                self._aside(telling.mode(scene, mode))
            case Faster():
                self.speech.say(telling.speed(scene))
            case Listen(node) if node:
                self.speech.say(self._screen.present(self._scene()).sentences_of(node), TALK_S)
            case Listen() if self.speech.follows and self.speech.going_on:
                self.speech.pause()
            case Listen():
                self.speech.say(self._screen.sentences(self._scene()), TALK_S, follows=True)
            case Type() | Erase() | EraseAll():
                self.speech.say(telling.typed(self._spoken()[1], intent))
            case Turn() | MoreTime():
                pass  # the page that comes is told by itself, and the host has it said where the visitor is
            case _:
                self.again()

    def _aside(self, said: tuple[Sentence, ...]) -> None:
        """Something small is heard at once. The choice of language and the introduction go on behind it: nobody has
        asked for them, so nobody could ask again."""
        if self.choice.open or self.speech.introducing:
            self.speech.before(said)
        else:
            self.speech.say(said)

    def _spoken(self) -> tuple[Scene | None, View]:
        """The scene and its view in the language that is spoken: the one that is being offered, or the one in which
        the screen can be heard."""
        scene = self._scene()
        if scene:
            language = self.choice.language if self.choice.open else scene.heard_in or scene.language
            scene = scene if language == scene.language else replace(scene, visit=replace(scene.visit, chosen=language))
        return scene, self._screen.visible(self._screen.present(scene))
