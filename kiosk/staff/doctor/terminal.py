"""The terminal that is looked at: where its things are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from msgspec import Struct, field

from kiosk.domain.catalog import Catalog, codes_of
from kiosk.domain.problem import Problem
from kiosk.domain.settings import Settings
from kiosk.domain.strings import Strings
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.staff.usual import PROGRAM
from kiosk.text.fonts import icon_names


class Shown(NamedTuple):
    """What is shown, and all that is wrong with it. Without catalog and strings there is nothing to show."""

    catalog: Catalog | None
    strings: Strings | None
    problems: tuple[Problem, ...]


class Terminal(Struct, frozen=True, dict=True):
    """Where its things are. `root` is the machine's; in a test it is a folder with what Linux tells of a machine."""

    content: Path
    config: Path
    state: Path | None
    environ: Mapping[str, str]
    root: Path = Path("/")
    program: Path = PROGRAM
    _reading: Lock = field(default_factory=Lock)

    @cached_property
    def _settings(self) -> tuple[Settings, tuple[Problem, ...]]:
        return load_settings(self.config)

    @property
    def settings(self) -> Settings:
        """As the kiosk takes them: the usual ones where there are none, or wrong ones."""
        return self._settings[0]

    def read(self) -> Shown:
        """The content with all its problems and those of the settings, read once. Raises FontsMissing without the
        icons' font."""
        with self._reading:
            return self._shown

    @cached_property
    def _shown(self) -> Shown:
        catalog, problems = load_catalog(self.content, self.settings.hosts, icon_names())
        codes, waiting = codes_of(catalog)
        strings, more = load_strings(self.content, codes, in_preparation=waiting)
        return Shown(catalog, strings, (*self._settings[1], *problems, *more))
