"""The work whose instructions are counted, stage by stage: `python -m tests.instructions.work FOLDER`, run by
tests/instructions/counting.py. Between two stages it asks for its parent's id, which nothing else here does: there the
counter ends one count and begins the next (callgrind's --dump-before=getppid).

The content is the tests' own, so that staff's words change no figure.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

STAGES = (
    "bare",
    "libraries",
    "unpacked",
    "loaders",
    "read",
    "indexed",
    "searched",
    "prepared",
    "presented",
    "laid out",
)
"""What ends at each of the marks, in this order. `bare` (the interpreter) and `prepared` (what a stage needs) are not
guarded."""
SIZED = tuple(stage for kind in ("first", "few", "many") for stage in (f"{kind}: made ready", f"{kind} services"))
"""The same pages of a kiosk with few services and of one with many. The `first` time takes in what is remembered."""
GUARDED = ("libraries", "unpacked", "loaders", "read", "indexed", "searched", "presented", "laid out")
QUERIES = ("a", "anmeldung", "wonung", "kita", "propiska", "zzzz")
FEW, MANY = "b" * 64, "c" * 64
"""Under which the two contents are kept."""
TIMES = 3
"""So often a page is presented, each time for another language in turn."""


def mark() -> None:
    """A stage ends here."""
    os.getppid()


def main(folder: Path) -> None:
    """All stages, each once."""
    gc.disable()  # when it comes depends on all that was made before
    mark()
    import kiosk.app

    mark()
    from kiosk.compiled.cache import Cache
    from kiosk.content import Places, read

    places = Places(folder / "content", folder / "config" / "kiosk.yaml", folder / "config" / "themes")
    kept = Cache(folder / "cache").find("a" * 64)
    assert kept and kept.catalog
    assert [one.id for one in kept.catalog.services.values()]
    mark()
    import kiosk.loaders.catalog  # what `read` asks for
    import kiosk.loaders.pronunciation
    import kiosk.loaders.settings
    import kiosk.loaders.strings
    import kiosk.loaders.theme  # noqa: F401

    mark()
    content = read(places)
    assert content.catalog
    mark()
    from kiosk.search.index import Index
    from tests import builders

    catalog = builders.many_services(60)
    index = Index(catalog)
    for code in index.codes:
        index.columns(code)
    mark()
    for query in QUERIES:
        for language in ("de", "ar", "en"):
            index.find(query, language)
    mark()
    _pages()
    for name in (FEW, FEW, MANY):
        _sized(folder / "cache", name)


def _pages() -> None:
    """Every kind of page, made twice: the first time takes in what is remembered from then on."""
    from kiosk.domain.settings import Settings
    from kiosk.presenters.registry import present
    from kiosk.screens.registry import compose
    from kiosk.text.engine import Engine
    from kiosk.widgets.surface import frame_of
    from tests import builders

    frame = frame_of(Settings(), builders.CATALOG, (1920, 1080), Engine())
    scenes = [builders.scene(route) for route in builders.ROUTES]
    for scene in scenes:
        compose(present(scene), frame)
    mark()  # ends what was prepared
    views = [present(scene) for _ in range(TIMES) for scene in scenes]
    mark()
    for view in views[: len(scenes)]:
        compose(view, frame)
    mark()


def _sized(cache: Path, name: str) -> None:
    """The pages that a visitor meets who looks through one long list, each for the first time in its language."""
    from kiosk.compiled.cache import Cache
    from kiosk.domain.navigation import HOME, SERVICE, TOPIC, Route
    from kiosk.domain.settings import Settings
    from kiosk.presenters.registry import present
    from kiosk.screens.registry import compose
    from kiosk.text.engine import Engine
    from kiosk.widgets.surface import frame_of
    from tests import builders

    kept = Cache(cache).find(name)
    assert kept and kept.catalog
    frame = frame_of(Settings(), kept.catalog, (1920, 1080), Engine())
    topic, service = builders.REGISTER.topic, f"s{len(kept.catalog.services) // 2}"
    mark()  # ends what was made ready
    for language in ("de", "ar", "en"):
        looked = builders.scene(Route(TOPIC, topic), language, catalog=kept.catalog)
        pages = compose(present(looked), frame).pages
        assert pages > 1
        paged = builders.scene(Route(TOPIC, topic, page=pages // 2), language, catalog=kept.catalog, pages=pages)
        compose(present(paged), frame)
        for route in (Route(SERVICE, service), Route(HOME)):
            compose(present(builders.scene(route, language, catalog=kept.catalog)), frame)
    mark()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
