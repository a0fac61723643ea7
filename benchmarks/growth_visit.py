"""Uses a kiosk from within, for benchmarks/growth.py: one visitor, from the first picture to the last letter of a
search, and what each step took."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REST_S = 0.05
"""Between a page that is painted and the next touch."""
PATIENCE_S = 3.0
SETTLED_S = 2.0
"""After the first picture, before the memory is looked at; the first reading begins only later."""


def memory_mb(pid: int) -> float:
    """Proportional memory of a process and its children, in MB."""
    pids = [
        pid,
        *(int(one) for task in Path(f"/proc/{pid}/task").glob("*/children") for one in task.read_text().split()),
    ]
    lines = (line for one in pids for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Visitor:
    """Uses the kiosk as soon as its first picture is there: from each intent to the picture with the new page."""

    def __init__(self, began: float) -> None:
        self._began, self._app = began, None
        self._sent = self._worked = 0.0
        self._what, self._steps = "", iter(())
        self.found: dict[str, list[float]] = {}

    def flipped(self, *_: object) -> None:
        """A frame is on the screen."""
        from kivy.app import App
        from kivy.clock import Clock

        if self._app is None:
            self._app = App.get_running_app()
            self._note("start", time.monotonic() - self._began)
            used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
            self._note("start, processor", sum(one.ru_utime + one.ru_stime for one in used))
            self._steps = self._visit()
            Clock.schedule_once(self._settled, SETTLED_S)
        elif self._what:
            self._note(self._what, time.perf_counter() - self._sent)
            self._note(f"{self._what}, processor", time.thread_time() - self._worked)
            self._what = ""
            Clock.schedule_once(self._next, REST_S)

    def _note(self, what: str, seconds: float) -> None:
        self.found.setdefault(what, []).append(seconds)

    def _settled(self, *_: object) -> None:
        self._note("memory", memory_mb(os.getpid()))
        self._next()

    def _next(self, *_: object) -> None:
        from kivy.base import EventLoop
        from kivy.clock import Clock

        try:
            what, intent = next(self._steps)
        except StopIteration:
            self._note("memory after the visit", memory_mb(os.getpid()))
            EventLoop.quit = True
            return
        except Exception:  # the kiosk would go home and stay there
            EventLoop.quit = True
            raise
        self._what, self._sent, self._worked = what, time.perf_counter(), time.thread_time()
        app: Any = self._app
        app._plan(app.host.send(intent))
        sent = self._sent
        Clock.schedule_once(lambda _: self._missed(what) if self._sent == sent and self._what else None, PATIENCE_S)

    def _missed(self, what: str) -> None:
        """Nothing was painted: the page is the same."""
        print(f"nothing new was painted for {what!r}", file=sys.stderr)
        self._what = ""
        self._next()

    def _visit(self) -> Iterator[tuple[str, Any]]:
        from kiosk.domain import navigation as nav

        app: Any = self._app
        catalog = app.renewal.content.catalog
        topics = [one for one in catalog.topics if catalog.services_of(one)]
        longest = max(topics, key=lambda one: len(catalog.services_of(one)))
        ids = list(catalog.services)
        cards = [ids[n * len(ids) // 10] for n in range(10)]
        yield "to languages", nav.Wake()
        yield "to home", nav.Choose("de")
        for number, card in enumerate(cards):
            yield "page: topic", nav.Open(nav.Route(nav.TOPIC, topics[number % len(topics)]))
            yield "page: card", nav.Open(nav.Route(nav.SERVICE, card))
            yield "page: back to the topic", nav.Back()
            yield "page: home", nav.Home()
        yield "longest list, first look", nav.Open(nav.Route(nav.TOPIC, longest))
        if app.host.view.find("pages"):
            for _ in range(5):
                yield "longest list, next page", nav.Turn(1)
        yield "to home", nav.Home()
        yield "to a card", nav.Open(nav.Route(nav.SERVICE, cards[0]))
        for code in [one.code for one in catalog.languages][1:]:
            yield "to languages", nav.Open(nav.Route(nav.LANGUAGES))
            yield "language", nav.Choose(code)
        yield "to home", nav.Home()
        yield "search, opened", nav.Open(nav.Route(nav.SEARCH))
        for letter in "anme":
            yield "search, a letter", nav.Type(letter)


def kiosk(folder: Path, began: float) -> None:
    """The kiosk as it is shipped; what was found goes to stdout as JSON."""
    from kiosk import cli
    from kiosk.compiled.start import Start

    os.environ |= {"SDL_AUDIODRIVER": "dummy", "CACHE_DIRECTORY": str(folder / "cache")}
    visitor, begun = Visitor(began), Start.__init__

    def watched(start: Start, *given: Any) -> None:
        """The libraries are loaded, the window is not open yet: from now on every picture is looked at."""
        begun(start, *given)
        app: Any = sys.modules["kiosk.app"]
        prepare = app.prepare

        def prepared(*given: Any, **more: Any) -> Any:
            made = prepare(*given, **more)
            assert start.mark, "the content was not read back"
            from kivy.core.window import Window

            Window.bind(on_flip=visitor.flipped)
            return made

        app.prepare = prepared

    Start.__init__ = watched  # type: ignore[method-assign]
    cli.main(["--content", str(folder / "content"), "--config", str(folder / "config" / "kiosk.yaml")])
    print(json.dumps(visitor.found))
