"""What staff wrote, read as far as it is sound: the one value that the kiosk shows, and that may be replaced."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk import RELEASED
from kiosk.domain.catalog import Catalog, codes_of
from kiosk.domain.problem import Problem
from kiosk.domain.pronouncer import Pronouncer
from kiosk.domain.settings import Settings
from kiosk.domain.strings import Strings
from kiosk.public_holidays import public_holiday
from kiosk.search.index import Index
from kiosk.text.fonts import icon_names, missing
from kiosk.theme.tokens import CONTRAST_THEME, DEFAULTS, ROLES, Theme


class Places(Struct, frozen=True):
    """Where it stands: the folder of the content, the file of this terminal's settings, the folder of themes."""

    content: Path
    config: Path
    themes: Path


class Content(Struct, frozen=True):
    """What was read. Without `catalog` and `strings` there is nothing to show. `problems` are those of the content,
    `config_problems` those of settings and themes."""

    settings: Settings
    catalog: Catalog | None
    strings: Strings | None
    theme: Theme
    contrast: Theme | None
    pronouncer: Pronouncer
    problems: tuple[Problem, ...] = ()
    config_problems: tuple[Problem, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether there is something to show."""
        return self.catalog is not None and self.strings is not None

    def same_house(self, other: Content) -> bool:
        """Whether only words and facts differ: the same terminal, the same colours, the same languages and voices."""
        return (self.settings, self.theme, self.contrast, self._languages) == (
            *(other.settings, other.theme, other.contrast, other._languages),
        )

    @property
    def _languages(self) -> object:
        return self.catalog.languages if self.catalog else None


def load_loaders() -> None:
    """Load the modules that reading needs."""
    import kiosk.loaders.catalog
    import kiosk.loaders.pronunciation
    import kiosk.loaders.settings
    import kiosk.loaders.strings
    import kiosk.loaders.theme  # noqa: F401


def get_ready() -> None:
    """Load all that reading needs, for a process that waits for something to read."""
    load_loaders()
    public_holiday(RELEASED)


def read(places: Places, searched: Callable[[Catalog], Catalog] | None = None) -> Content:
    """Everything, with every problem; what is wrong takes only what it stands in off the screen. `searched` gives the
    catalog its search. Never raises for what staff wrote. Raises FontsMissing without the icons' font."""
    # Here, not above: a start that finds its content kept reads no file, and the loaders are a sixth of what it loads.
    from kiosk.loaders.catalog import load_catalog
    from kiosk.loaders.pronunciation import load_pronunciation
    from kiosk.loaders.settings import load_settings
    from kiosk.loaders.strings import load_strings
    from kiosk.loaders.theme import load_theme

    settings, config_problems = load_settings(places.config)
    catalog, problems = load_catalog(places.content, settings.hosts, icon_names())
    codes, waiting = codes_of(catalog)
    strings, more = load_strings(places.content, codes, in_preparation=waiting)
    problems += more
    pronouncer, more = load_pronunciation(places.content, codes, waiting)
    problems += more
    colours, more = load_theme(places.themes / f"{settings.theme}.yaml", ROLES)
    config_problems += more
    strong, more = load_theme(places.themes / f"{CONTRAST_THEME}.yaml", ROLES)
    config_problems += more
    if strings is None:
        catalog = None
    if catalog:
        catalog = legible(catalog, missing())
        catalog = (searched or with_search)(catalog)
    # A contrast with holes would hide words: then the usual colours stay.
    contrast = Theme(CONTRAST_THEME, strong) if strong.keys() >= ROLES else None
    theme = Theme(settings.theme, {**DEFAULTS, **colours})
    return Content(settings, catalog, strings, theme, contrast, pronouncer, problems, config_problems)


def legible(catalog: Catalog, without: Collection[str]) -> Catalog:
    """The catalog without the languages in scripts that cannot be written here."""
    return replace(catalog, languages=tuple(one for one in catalog.languages if one.script not in without))


def with_search(catalog: Catalog) -> Catalog:
    """The catalog with the public holidays and its search, which takes the most time of all."""
    return replace(catalog, holidays=public_holiday, find=Index(catalog).find)
