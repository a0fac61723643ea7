"""How a start comes to its content: read back, if it is kept and its sources are the same."""

from __future__ import annotations

import logging
from pathlib import Path

from kiosk.compiled.cache import Cache
from kiosk.compiled.sources import Looking, NoSeal
from kiosk.content import Content

log = logging.getLogger(__name__)


class Start:
    """A start that looks into a folder of kept contents, None where there is none, while somebody is `looking` at the
    files."""

    def __init__(self, folder: Path | None, looking: Looking | None) -> None:
        self.cache = Cache(folder) if folder else None
        self.mark = ""
        self._looking = looking

    def content(self) -> Content | None:
        """What is kept of these very files, whose `mark` is known then; None: it must be read."""
        if not (self.cache and self._looking):
            return None
        newest = self.cache.newest()  # most probably the one that is asked for, and there is time
        try:
            seal = self._looking.seal()
        except NoSeal as error:
            log.warning("the content is read anew: %s", error)
            return None
        found = None
        if seal.settled:
            found = newest[1] if newest and newest[0] == seal.mark else self.cache.find(seal.mark)
        self.mark = seal.mark if found else ""
        log.info("the content is read %s", "back from what was kept of it" if found else "from its files")
        return found
