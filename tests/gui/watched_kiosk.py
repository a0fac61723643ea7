"""The kiosk as the lobby has it, with a hand on its pulse: a program of its own for tests and measurements of sound.
Its arguments are those of run_kiosk.py. Nothing in it is replaced: it is touched, heard and disturbed from outside.

Says {"event": "open"} when the first screen is there; answers {"do": "look"} in JSON lines (kiosk/speech/lines.py).
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.app import prepare
from kiosk.cli import parser
from kiosk.runtime import log
from kiosk.speech.lines import Lines
from kiosk.widgets.pieces import Text

BEATS_PER_S = 60
THREADS = Path("/proc/self/task")
"""Linux: below it, one folder a thread. `schedstat` tells nanoseconds that it ran, nanoseconds that it was ready to run
and had no processor, and time slices."""


def without_processor() -> float:
    """Seconds for which threads of this process were ready to run while the machine was busy with others."""
    waited = 0
    for thread in THREADS.iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
            waited += int((thread / "schedstat").read_text().split()[1])
    return waited / 1e9


class Pulse:
    """Beats with the loop that reads touches and paints: a page that hangs has no pulse. What a busy machine takes away
    from the loop, and from the threads that paint for it, is no fault of the kiosk's, so it is not counted: who waits
    for a voice or a server sleeps, and a sleeper wants no processor."""

    def __init__(self) -> None:
        self._gap, self._at, self._waited = 0.0, time.monotonic(), without_processor()

    def beat(self, *_: object) -> None:
        """The loop came round."""
        at, waited = time.monotonic(), without_processor()
        taken = max(0.0, waited - self._waited)  # less than before where a thread has ended
        self._gap = max(self._gap, at - self._at - taken)
        self._at, self._waited = at, waited

    def take(self) -> float:
        """The longest time between two beats since it was asked last, in seconds."""
        self.beat()
        longest, self._gap = self._gap, 0.0
        return longest


def look(app: Any) -> dict[str, object]:
    """What a visitor could see; places are in pixels from the upper left corner."""
    scene, view, stage, scale = app.host.scene(), app.host.view, app.stage, app.frame.scale
    page = stage.overlay or stage.page
    key = view.find("bar.listen")
    words = {(piece.node, piece.part): piece.at for piece in page.pieces if isinstance(piece, Text)}

    def pixels(*units: float) -> list[int]:
        return [round(unit * scale) for unit in units]

    def sentence(one: Any) -> dict[str, object]:
        at = words.get((one.node, one.part))
        where = pixels(at.x, at.y, at.w, at.h) if at else []
        return {"text": one.utterance.text, "language": one.utterance.language, "at": where}

    return {
        "route": app.host.visit.route.name,
        "focus": app.host.focus,
        "saying": [[one.utterance.text, one.utterance.language] for one in app.host._narrator._sentences],
        "language": app.host.visit.chosen,
        "key": key.icon if key else "",
        "status": app.host._narrator.reading.status.value,
        "index": scene.reading.index,
        "to_hear": [sentence(one) for one in view.sentences() if one.node in page.places],
        "places": {node: pixels(*at.center) for node, at in page.places.items()},
    }


def run(app: Any, lines: Lines, see: Callable[[Any], Mapping[str, object]], **do: Callable[[Any], None]) -> None:
    """Run a kiosk until it is told to end. It answers with what `see` tells of it, after it has done what `do` knows by
    the name that is asked for."""
    from kivy.clock import Clock  # only now: prepare() has shut Kivy's doors

    pulse = Pulse()

    def answer(request: dict[str, Any], _: float) -> None:
        if request["do"] in do:
            do[request["do"]](request)
        lines.answer(request, gap=pulse.take(), **see(app))

    def serve() -> None:
        while True:
            Clock.schedule_once(partial(answer, lines.requests.get()), 0)

    def opened(_: float) -> None:
        Clock.schedule_interval(pulse.beat, 1 / BEATS_PER_S)
        threading.Thread(target=serve, name="watcher", daemon=True).start()
        lines.event("open")

    app.bind(on_start=lambda _: Clock.schedule_once(opened, 0))
    app.run()


def main() -> None:
    """The kiosk, looked at."""
    lines = Lines()
    log.configure()
    run(prepare(parser().parse_args(sys.argv[1:])), lines, look)


if __name__ == "__main__":
    main()
