"""A small kiosk that is watched, with the real watch and the real child, and all that comes of it."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.content import read
from kiosk.live.reading import COMMAND
from kiosk.live.update import News, Update
from tests.unit.live.breaks import SERVICE
from tests.unit.live.conftest import Kiosk

PATIENCE_S = 20.0
OLD, NEW = "Leipzig-Pass holen", "Leipzig-Pass bekommen"


class Watched:
    """What is told of a kiosk's files."""

    def __init__(self, kiosk: Kiosk, update: Update) -> None:
        self.kiosk, self.update = kiosk, update
        self.news: queue.Queue[News] = queue.Queue()
        self.start()

    def start(self) -> None:
        self.update.start(read(self.kiosk.places), self.news.put)

    def next(self) -> News:
        return self.news.get(timeout=PATIENCE_S)

    def save(self, name: str = NEW, path: str = SERVICE) -> None:
        """Give the service a name, as a program that writes in place."""
        self.kiosk.path(path).write_bytes(self.bytes(name))

    def bytes(self, name: str) -> bytes:
        return (self.kiosk.kept.data(SERVICE) or b"").replace(OLD.encode(), name.encode())

    def names(self, wanted: str = NEW) -> list[str]:
        """The names that the service had on the screen, until it had the one that is wanted."""
        found = [""]
        while found[-1] != wanted:
            content = self.next().content
            found += [name_in(content)] if content else []
        return found[1:]

    def quiet(self, seconds: float = 0.5) -> bool:
        """Whether nothing is told for so long."""
        time.sleep(seconds)
        return self.news.empty()


def name_in(content: object) -> str:
    """What the service is called; "gone" without it."""
    services = content.catalog.services  # type: ignore[attr-defined]
    return services["leipzig-pass"].name.texts["de"] if "leipzig-pass" in services else "gone"


@contextmanager
def watched(kiosk: Kiosk, command: tuple[str, ...] = COMMAND) -> Iterator[Watched]:
    copies = kiosk.folder / "kept"
    copies.mkdir(exist_ok=True)
    update = Update(kiosk.places, command, parent=copies)
    try:
        yield Watched(kiosk, update)
    finally:
        update.close()


def until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"it did not happen: {what}"
        time.sleep(0.01)


def python(*lines: str) -> tuple[str, ...]:
    """A child that does this."""
    return (COMMAND[0], "-c", "\n".join(lines))


def there(path: Path) -> list[str]:
    return sorted(one.name for one in path.iterdir())
