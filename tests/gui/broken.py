"""Ways in which content gets broken. Each takes the folder `content` and breaks it."""

from __future__ import annotations

from pathlib import Path


def no_centre(content: Path) -> None:
    """The one file without which there is nothing to tell."""
    (content / "centre.yaml").unlink()


def one_bad_service(content: Path) -> None:
    """A service that nobody can read: a tab, and a line that never ends its quotation."""
    (content / "services" / "wohngeld.yaml").write_text('topic: wohnen\n\tname: "Wohngeld\n', encoding="utf-8")
