"""Whether the kiosk would show a release as it is: read as the kiosk reads it, with this terminal's own settings."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from kiosk.content import Places, read
from kiosk.domain.catalog import Catalog
from kiosk.domain.problem import Problem, Severity
from kiosk.live.last_good import faults_of
from kiosk.release import faults
from kiosk.release.refusal import Impossible, Reason, Refused


def checked(folder: Path, config: Path, themes: Path, place: str) -> None:
    """Raises Refused if the content in `folder` has an error: a terminal shows a release whole or not at all. `place`
    is what the release is called. Raises Impossible if it may be the terminal's settings that are to blame."""
    content = read(Places(folder, config, themes), _without_search)
    # Faults of this terminal's settings and colours are not the release's.
    errors = faults_of(replace(content, config_problems=()))
    if errors or not content.whole:
        if any(
            one.severity is Severity.ERROR and Path(one.path).name == config.name for one in content.config_problems
        ):
            raise Impossible(faults.BAD_SETTINGS, str(config))
        first = faults.FAULTY.at(place, count=len(errors))
        raise Refused(Reason.SCHEMA, first, *(_as_content(one) for one in errors))


def _as_content(problem: Problem) -> Problem:
    """With the path that staff know, whatever the folder is called for the moment."""
    return replace(problem, path=f"content/{problem.path.partition('/')[2]}".removesuffix("/"))


def _without_search(catalog: Catalog) -> Catalog:
    """An index over all words takes time, and finds no fault."""
    return catalog
