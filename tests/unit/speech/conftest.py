"""The speech service on the loopback, for every test of this folder."""

from __future__ import annotations

from tests.unit.speech.loopback_google import certificate, google

__all__ = ["certificate", "google"]
