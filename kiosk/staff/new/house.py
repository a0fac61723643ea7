"""What there is already: topics, organisations, pictures, ids; so that questions can offer it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from msgspec import Struct

from kiosk.domain.catalog import Catalog
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.text.fonts import icon_names

MOST_LETTERS = 37
"""Letters of a proposed id: three less than it may have, for a number behind it."""
MOST_ICONS = 12
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class NoHouse(Exception):
    """The content that is there cannot be read as a whole, so nothing can be added to it."""


class House(Struct, frozen=True):
    """The content as it is, and the day."""

    folder: Path
    catalog: Catalog
    hosts: frozenset[str]
    icons: frozenset[str]
    today: date

    @property
    def content(self) -> Path:
        """The folder of the content."""
        return self.folder / "content"

    @property
    def languages(self) -> frozenset[str]:
        """The codes of all languages, offered or not."""
        catalog = self.catalog
        return frozenset(one.code for one in (*catalog.languages, *catalog.in_preparation))

    def icons_of(self, topic: str) -> tuple[str, ...]:
        """The pictures that services of a topic have; with "" those of all organisations."""
        if topic:
            used = [self.catalog.topics[topic].icon, *(one.icon for one in self.catalog.services_of(topic))]
        else:
            used = [one.icon for one in self.catalog.organisations.values()]
        return tuple(dict.fromkeys(used))[:MOST_ICONS]


def house_in(folder: Path, today: date) -> House:
    """Read what is in `folder`. Raises NoHouse, and FontsMissing without the pictures' font."""
    settings, _ = load_settings(folder / "config" / "kiosk.yaml")
    icons = icon_names()
    catalog, _ = load_catalog(folder / "content", settings.hosts, icons)
    if catalog is None:
        raise NoHouse
    return House(folder, catalog, settings.hosts, icons, today)


def proposed_id(name: str, taken: frozenset[str] = frozenset()) -> str:
    """An id made of a German name: "Ämter finden" is aemter-finden, the second one aemter-finden-2."""
    spelt = unicodedata.normalize("NFC", name).lower().translate(_SPELT).replace("\u00ad", "")
    plain = unicodedata.normalize("NFD", spelt)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", letters)
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:MOST_LETTERS]
        if len(longer) > MOST_LETTERS:
            break
        made = longer
    made = made or "neu"
    numbered = (made, *(f"{made}-{number}" for number in range(2, 100)))
    return next((one for one in numbered if one not in taken), made)
