"""The choice of language, by which speech mode begins: every language says itself, in its own voice."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.keypad import Function
from kiosk.domain.navigation import Choose
from kiosk.keypad.focus import Focus
from kiosk.keypad.speech import Speech
from kiosk.presenters import telling
from kiosk.presenters.scene import Scene

BREATH_S = 1.2
"""Between two languages: time to press a key for the one that was just said."""
STEPS = {Function.NEXT: 1, Function.PREVIOUS: -1}
TILE = "language."
"""The id of a language's tile begins so; its code follows."""


class Choice:
    """Says the languages, with the ring around the one that is said. `open`: it is being made."""

    def __init__(self, focus: Focus, speech: Speech, scene: Callable[[], Scene | None]) -> None:
        self._focus, self._speech, self._scene = focus, speech, scene
        self.open = False

    @property
    def language(self) -> str:
        """The language that is offered now."""
        return self._focus.node.removeprefix(TILE)

    def begin(self, chosen: str) -> None:
        """Offer all languages, from the one on that a companion has chosen, or else from the first."""
        codes = self._codes()
        self.open = bool(codes)
        if codes:
            self.offer(chosen if chosen in codes else codes[0])

    def press(self, function: Function) -> Choose | None:
        """The next one is said at once; what is said is chosen: that is returned. Any other key says it again."""
        codes = self._codes()
        at = codes.index(self.language) if self.language in codes else 0
        if function is Function.SELECT:
            return Choose(codes[at])
        self.offer(codes[(at + STEPS.get(function, 0)) % len(codes)])
        return None

    def again(self) -> None:
        """Offer the language that was said last again; the first one, where a finger has gone to something else."""
        codes = self._codes()
        if codes:
            self.offer(self.language if self.language in codes else codes[0])

    def offer(self, code: str) -> None:
        """Say the languages, from this one on."""
        scene = self._scene()
        self._focus.node = TILE + code
        if scene:
            self._speech.say(telling.choices(scene, code), BREATH_S, follows=True)

    def _codes(self) -> list[str]:
        scene = self._scene()
        return [language.code for language in telling.offered(scene)] if scene else []
