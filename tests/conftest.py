"""For all tests: a slow machine is no fault, so examples that hypothesis makes have no deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("kiosk", deadline=None)
settings.load_profile("kiosk")
