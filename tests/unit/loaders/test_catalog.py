"""The catalog: what is wrong is left out and told, the rest lives; only a broken frame leaves nothing."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.catalog import Link, Origin
from kiosk.domain.problem import Severity
from kiosk.loaders import tree
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.order import alphabetical

from .conftest import HOSTS, SERVICE, Content

E = Severity.ERROR
W = Severity.WARNING


def test_sound_content_has_no_errors(content: Content) -> None:
    assert content.said() == []
