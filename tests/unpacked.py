"""Debian's programs that only tests use, as the set-up has unpacked them (tools/prepare.py), or else as installed."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / ".venv" / "debian"


def program(name: str) -> str:
    """What to run for it."""
    unpacked = FOLDER / "usr" / "bin" / name
    return str(unpacked) if unpacked.exists() else name


PROMTOOL, NODE_EXPORTER = program("promtool"), program("prometheus-node-exporter")
