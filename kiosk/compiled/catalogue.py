"""The whole content as parts of a file, and back. Services and the search's languages stay packed until asked for."""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from functools import partial
from typing import Any

from kiosk import RELEASED
from kiosk.compiled.services import SERVICES, TABLE, PackedServices, parts_of
from kiosk.compiled.values import packed, unpacked
from kiosk.content import Content
from kiosk.domain.catalog import Catalog
from kiosk.domain.pronouncer import Pronouncer
from kiosk.public_holidays import holidays_of, public_holiday
from kiosk.search.columns import LanguageColumns
from kiosk.search.index import Index

FRAME, THINGS, LANGUAGE, HOLIDAYS = "frame", "search", "search ", "holidays"
YEARS = range(RELEASED.year, RELEASED.year + 10)
"""Whose holidays are kept with the content: the library that knows all years takes 0.1 s and 12 MB. It is asked from
then on, should the kiosk still run; another version of it makes another seal."""
_FRAME = set(Catalog.__struct_fields__) - {"services", "holidays", "find"}
"""What is read back at once: all of a catalog but its services, and what is code."""


def parts(content: Content) -> dict[str, bytes]:
    """A content as parts of a file. The same content gives the same parts."""
    catalog, frame, made = content.catalog, None, {}
    if catalog:
        frame = {name: getattr(catalog, name) for name in _FRAME}
        made = parts_of(catalog.services) | _search(Index(catalog)) | {HOLIDAYS: packed(holidays_of(YEARS))}
    kept = (
        *(content.settings, frame, content.strings, content.theme, content.contrast, content.pronouncer.lists),
        *(content.problems, content.config_problems),
    )
    return {FRAME: packed(kept), **made}


def _search(index: Index) -> dict[str, bytes]:
    things = {THINGS: packed((index.things, index.codes))}
    return things | {LANGUAGE + code: packed(index.columns(code)) for code in index.codes}


def content_of(found: Mapping[str, memoryview]) -> Content:
    """The content that was made into these parts. Raises NoValue or KeyError where they are none."""
    settings, frame, strings, theme, contrast, lists, problems, config_problems = unpacked(found[FRAME])
    catalog = _catalog(frame, found) if frame else None
    return Content(settings, catalog, strings, theme, contrast, Pronouncer(lists), problems, config_problems)


def _catalog(frame: Mapping[str, Any], found: Mapping[str, memoryview]) -> Catalog:
    things, codes = unpacked(found[THINGS])
    index = Index.of_columns(things, codes, partial(_columns, found))
    holidays = partial(public_holiday, known=unpacked(found[HOLIDAYS]))
    return Catalog(**frame, services=PackedServices(found), holidays=holidays, find=index.find)


def _columns(found: Mapping[str, memoryview], code: str) -> LanguageColumns:
    columns: LanguageColumns = unpacked(found[LANGUAGE + code])
    return columns


def same(one: Mapping[str, memoryview], other: Mapping[str, memoryview]) -> bool:
    """Whether two sets of parts hold the same content. Raises NoValue or KeyError where they are none."""
    if one.keys() != other.keys() or (TABLE in one and not _same_services(one, other)):
        return False
    return all(unpacked(one[name]) == unpacked(other[name]) for name in one if name not in (TABLE, SERVICES))


def _same_services(one: Mapping[str, memoryview], other: Mapping[str, memoryview]) -> bool:
    """Whether they hold the same services in the same order. Their bytes may differ: sets have no order."""
    every, others = PackedServices(one), PackedServices(other)
    return list(every) == list(others) and all(every[key] == others[key] for key in every)


def _again(found: Mapping[str, bytes]) -> Content:
    return content_of({name: memoryview(data) for name, data in found.items()})


def _reduced(content: Content) -> tuple[object, tuple[dict[str, bytes]]]:
    return _again, (parts(content),)


copyreg.pickle(Content, _reduced)  # type: ignore[arg-type]
"""What a child that has read hands to the kiosk: the kiosk unpacks what it shows, not ten thousand services at once."""
