"""Clips that were rendered once and are kept: found by what they say, written so that no crash leaves a half one.

`<root>/<language>/<key>.mp3` is the sound, as its engine made it; `<key>.json` beside it tells what it says and how it
is to be played. The sidecar is written last and atomically: without one there is no clip. The key is made from the
text, so a changed text is a missing clip and the old one an unused one; a clip can never say something else than its
text (accessibility.md, A-02).
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from kiosk.domain.utterance import spoken
from kiosk.speech import samples
from kiosk.speech.engine import Clip, SpeechEngine, Voice
from kiosk.speech.measure import MOST_GAIN, measured

RECIPE = 1
"""Raised when the way to render changes: every clip is missing then. Measuring did not raise it: the sound is the same,
and a clip of before, whose sidecar knows no gain, is heard as it always was."""
KEY_LENGTH = 32
UNMEASURED = {"gain": 1.0, "lead": 0.0, "trail": 0.0}
"""What the sidecar of a clip says that was never measured."""
PART = ".part-"
GRACE_SECONDS = 14 * 86400
"""Unused clips are kept this long: a text that is corrected and corrected back is not rendered again."""


class State(Enum):
    """How it stands with the clip of a text."""

    READY = "ready"
    MISSING = "missing"
    BROKEN = "broken"


class Stock(Struct, frozen=True):
    """What a cache holds of what is wanted; `unused` are the files that nothing wanted needs."""

    ready: int
    missing: tuple[tuple[Voice, str], ...]
    broken: tuple[tuple[Voice, str], ...]
    unused: tuple[Path, ...]

    @property
    def needed(self) -> tuple[tuple[Voice, str], ...]:
        """What has to be rendered."""
        return (*self.missing, *self.broken)


def clip_key(voice: Voice, text: str) -> str:
    """The name of the clip that says `text` in `voice`."""
    content = json.dumps([RECIPE, asdict(voice), spoken(text)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:KEY_LENGTH]


class ClipCache:
    """The clips under one folder. Reading is quick and safe while somebody else writes."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def find(self, voice: Voice, text: str) -> Clip | None:
        """The clip that says `text` in `voice`, None if it is missing or broken."""
        sidecar = self._sidecar(voice, text)
        about = _about(sidecar)
        if about is None:
            return None
        return Clip(sidecar.parent / about["file"], about["seconds"], about["gain"], about["lead"], about["trail"])

    def state(self, voice: Voice, text: str) -> State:
        """Whether the clip is there and whole."""
        sidecar = self._sidecar(voice, text)
        if not sidecar.exists():
            return State.MISSING
        return State.READY if _about(sidecar) else State.BROKEN

    def languages(self) -> frozenset[str]:
        """The languages there are clips in."""
        folders = (folder for folder in self.root.glob("*") if folder.is_dir())
        return frozenset(folder.name for folder in folders if _holds_clips(folder))

    def render(self, engine: SpeechEngine, voice: Voice, text: str) -> Clip:
        """Let `engine` speak `text`, measure it and keep the clip. Raises SpeechFailed, also if what the engine made
        cannot be read as sound; nothing is written then."""
        sidecar = self._sidecar(voice, text)
        sidecar.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=sidecar.parent, prefix=PART, suffix=engine.suffix)
        os.close(handle)
        try:
            engine.render(spoken(text), voice, Path(part))
            clip = Clip(sidecar.with_suffix(engine.suffix), **measured(samples.read(Path(part))))
            content = Path(part).read_bytes()
            _replace(Path(part), clip.path)
        finally:
            Path(part).unlink(missing_ok=True)
        _write(sidecar, _description(clip, voice, spoken(text), content))
        return clip

    def stock(self, wanted: Iterable[tuple[Voice, str]]) -> Stock:
        """What there is of `wanted`, and what there is besides."""
        texts = dict.fromkeys((voice, spoken(text)) for voice, text in wanted)
        found: dict[State, list[tuple[Voice, str]]] = {state: [] for state in State}
        for voice, text in texts:
            found[self.state(voice, text)].append((voice, text))
        keys = {clip_key(voice, text) for voice, text in texts}
        unused = tuple(sorted(p for p in self.root.glob("*/*") if p.is_file() and p.stem not in keys))
        return Stock(len(found[State.READY]), tuple(found[State.MISSING]), tuple(found[State.BROKEN]), unused)

    def prune(self, stock: Stock, now: float, grace_seconds: float = GRACE_SECONDS) -> tuple[Path, ...]:
        """Remove the files that `stock` calls unused and that are older than the grace at `now` (seconds since 1970).
        Returns them."""
        old = tuple(path for path in stock.unused if now - path.stat().st_mtime >= grace_seconds)
        for path in sorted(old, key=lambda p: p.suffix != ".json"):  # sidecars first: no clip without its sound
            path.unlink(missing_ok=True)
        return old

    def _sidecar(self, voice: Voice, text: str) -> Path:
        return self.root / voice.language / f"{clip_key(voice, text)}.json"


def _holds_clips(folder: Path) -> bool:
    with os.scandir(folder) as entries:  # stops at the first clip: the folder may hold thousands
        return any(entry.name.endswith(".json") for entry in entries)


def _about(sidecar: Path) -> dict[str, Any] | None:
    """What the sidecar tells of its clip, None if it or its sound is missing, cut or not readable."""
    try:
        about: dict[str, Any] = UNMEASURED | json.loads(sidecar.read_text("utf-8"))
        whole = (sidecar.parent / about["file"]).stat().st_size == about["bytes"]
        within = all(0 <= about[silence] < about["seconds"] for silence in ("lead", "trail"))
        return about if whole and within and 0 <= about["gain"] <= MOST_GAIN else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _description(clip: Clip, voice: Voice, text: str, content: bytes) -> dict[str, Any]:
    return {
        "text": text,
        "voice": asdict(voice),
        "recipe": RECIPE,
        "file": clip.path.name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "seconds": clip.seconds,
        "gain": clip.gain,
        "lead": clip.lead,
        "trail": clip.trail,
    }


def _write(sidecar: Path, about: dict[str, Any]) -> None:
    handle, part = tempfile.mkstemp(dir=sidecar.parent, prefix=PART)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(about, file, ensure_ascii=False, indent=1)
        _replace(Path(part), sidecar)
    finally:
        Path(part).unlink(missing_ok=True)


def _replace(part: Path, final: Path) -> None:
    """Move `part` to `final` so that after a power cut there is the whole of it or nothing. Readable by all: the
    kiosk runs as another user than the staff."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.chmod(0o644)
    part.replace(final)
