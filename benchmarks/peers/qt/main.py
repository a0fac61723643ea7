"""The Qt app's Python: opens the window, and hands out the pages, which are JSON files."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

MINUTE_MS = 60_000


class Pages(QObject):
    """Reads a page when it is asked for; pages of this visit are kept."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._kept: dict[str, str] = {}
        self._opened, self._began = int((folder / "opened").read_text()), time.monotonic()

    @Slot(str, str, result=str)
    def page(self, language: str, name: str) -> str:
        """The page's JSON."""
        key = f"{language}/{name}"
        if key not in self._kept:
            self._kept[key] = (self._folder / "data" / f"{key}.json").read_text(encoding="utf-8")
        return self._kept[key]

    @Slot()
    def forget(self) -> None:
        """The visit is over."""
        self._kept = {key: page for key, page in self._kept.items() if key.startswith("start/")}

    @Slot(result=str)
    def now(self) -> str:
        """The time of day."""
        minutes = self._opened + int(time.monotonic() - self._began) // 60
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"

    @Property(str, constant=True)
    def icons(self) -> str:
        """The icons' font."""
        return QUrl.fromLocalFile(str(self._folder / "icons.ttf")).toString()

    @Property(str, constant=True)
    def pictures(self) -> str:
        """The folder of codes and doors."""
        return QUrl.fromLocalFile(str(self._folder / "pictures")).toString()

    @Property(int, constant=True)
    def greetings(self) -> int:
        """How many languages greet."""
        return len(list((self._folder / "data" / "start").glob("attract.*.json")))


def main() -> int:
    """Run until told to end."""
    application = QGuiApplication(sys.argv)
    engine, pages = QQmlApplicationEngine(), Pages(Path(sys.argv[1]))
    engine.rootContext().setContextProperty("pages", pages)
    engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("main.qml"))))
    return application.exec() if engine.rootObjects() else 1


if __name__ == "__main__":
    sys.exit(main())
