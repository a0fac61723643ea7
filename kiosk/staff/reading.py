"""Reads everything that staff wrote, as the kiosk does, and gives every problem with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.domain.catalog import codes_of
from kiosk.domain.problem import Problem
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.files import SUFFIX, names_in
from kiosk.loaders.pronunciation import load_pronunciation
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.loaders.theme import load_theme
from kiosk.loaders.tree import Witness, unwatched
from kiosk.text.fonts import icon_names
from kiosk.theme.tokens import ROLES


def problems_in(folder: Path, today: date | None = None, witness: Witness = unwatched) -> list[Problem]:
    """Every problem of the content and the configuration in `folder`; with `today` also what is over. `witness` is told
    of each file of the content that is read. Raises FontsMissing without the icons' font."""
    content, themes = folder / "content", folder / "config" / "themes"
    settings, settings_problems = load_settings(folder / "config" / "kiosk.yaml")
    catalog, catalog_problems = load_catalog(content, settings.hosts, icon_names(), today, witness=witness)
    codes, waiting = codes_of(catalog)
    _, string_problems = load_strings(content, codes, in_preparation=waiting)
    _, list_problems = load_pronunciation(content, codes, waiting)
    problems = [*settings_problems, *catalog_problems, *string_problems, *list_problems]
    for name in sorted({settings.theme + SUFFIX, *(name for name in names_in(themes) if name.endswith(SUFFIX))}):
        problems += load_theme(themes / name, ROLES)[1]
    return problems
