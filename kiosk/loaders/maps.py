"""Where a place is: its coordinates as staff write them, and the page of a map that shows it."""

from __future__ import annotations

import re
from urllib.parse import quote

from msgspec import Struct

from kiosk.loaders import faults_content, faults_fields
from kiosk.loaders.addresses import wrong_with_address
from kiosk.loaders.fields import Inspection, Record, items_of
from kiosk.loaders.nodes import Node
from kiosk.loaders.values import Number

LATITUDE = Number(50.1, 51.8, 51.34, decimals=True)
LONGITUDE = Number(11.8, 15.1, 12.37, decimals=True)
"""Saxony and no more, in degrees: a place elsewhere is a slip, or latitude and longitude are exchanged."""
POINT = "https://www.openstreetmap.org/?mlat={lat:.5f}&mlon={lon:.5f}#map=18/{lat:.5f}/{lon:.5f}"
"""A map with a mark in its middle. Five decimals are one metre. OpenStreetMap, because it opens in any browser, asks
for no app and no account, and does not trade with what visitors look for."""
SEARCH = "https://www.openstreetmap.org/search?query={query}"
HOUSE = re.compile(r"[^\d,]+ \d{1,4}[a-z]?, \d{5} [^\d,]+")
"""An address that a search finds for certain: one house in one street. Of "171-175" it may find none."""


class Point(Struct, frozen=True):
    """Latitude and longitude in degrees, in a list of two."""

    def read(self, node: Node, inspection: Inspection) -> tuple[float, float] | None:
        """Both, if they lie in Saxony."""
        items = items_of(node, inspection)
        if items is None:
            return None
        if len(items) != 2:
            inspection.report(node, faults_fields.BAD_POINT, count=len(items))
            return None
        lat, lon = LATITUDE.read(items[0], inspection), LONGITUDE.read(items[1], inspection)
        return None if lat is None or lon is None else (lat, lon)


def map_of(record: Record, inspection: Inspection) -> str:
    """The address of a map of an organisation's place; empty if its place is not known for certain, or the map's site
    is not on the list of allowed ones. That is a problem only where coordinates are written for it."""
    point, address = record.get("geo"), record.get("address")
    if point:
        url = POINT.format(lat=point[0], lon=point[1])
    elif HOUSE.fullmatch(address):
        url = SEARCH.format(query=quote(address))
    else:
        return ""
    found = wrong_with_address(url, inspection.hosts)
    if found and point:
        inspection.report(record.place("geo"), faults_content.MAP_NOT_ALLOWED, value=found.value)
    return "" if found else url
