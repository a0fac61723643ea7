"""A desk that builds releases and a terminal that shows them, in one folder, with real keys and real signatures."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.release import main
from kiosk.release.activation import Terminal
from kiosk.release.archive import Release, pack, release_of
from kiosk.release.manifest import Manifest
from kiosk.release.record import State, state_of
from kiosk.release.signature import NAMESPACE, signed
from kiosk.release.store import Store
from tests.unit.loaders import builders

ROOT = Path(__file__).resolve().parents[3]
FIRST = datetime(2026, 11, 1, 12, tzinfo=UTC)
NOW = FIRST.timestamp() + 86400
SHORT = "short: In den ersten zwei Wochen."
PLACE = "services/wohnung-anmelden.yaml"


def make_key(path: Path, *more: str) -> str:
    """A new private key; its public one, as the list of trusted keys takes it."""
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path), *more]
    path.unlink(missing_ok=True)  # it would be asked whether to write over it
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return path.with_name(f"{path.name}.pub").read_text("utf-8").strip()


@dataclass
class Desk:
    """Releases are numbered as they are made: number 2 is an hour newer than number 1."""

    folder: Path

    def __post_init__(self) -> None:
        self.etc, self.key, self.places = self.folder / "etc", self.folder / "key", self.folder / "store"
        self.etc.mkdir(parents=True)
        self.places.mkdir()
        shutil.copytree(ROOT / "config" / "themes", self.etc / "themes")
        (self.etc / "kiosk.yaml").write_text(f"hosts: [{', '.join(sorted(builders.HOSTS))}]\n", "utf-8")
        self.trust(f'anna@example.org namespaces="{NAMESPACE}" {make_key(self.key)}')
        builders.sound_content(self.folder / "content")
        shutil.copy(ROOT / "content" / "strings" / "de.yaml", self.folder / "content" / "strings")

    def shrink(self) -> None:
        """As little content as is sound: for tests that go through every step of the disk's."""
        content = self.folder / "content"
        shutil.rmtree(content / "search")
        for name in ("keyboards/ar", "services/leipzig-pass", "organisations/referat"):
            (content / f"{name}.yaml").unlink()
        languages = content / "languages.yaml"
        languages.write_text(languages.read_text("utf-8").partition("  - {code: en")[0], "utf-8")

    def trust(self, *lines: str) -> None:
        """Whose signatures count."""
        (self.etc / "release_signers").write_text("".join(f"{line}\n" for line in lines), "utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        """What the content holds."""
        root = self.folder / "content"
        paths = sorted(path for path in root.rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}

    def release(self, number: int, changes: Mapping[str, bytes | None] | None = None) -> Release:
        """The release with this number: other words in one file, and these changes (None: the file is left out)."""
        files = self.files
        files[PLACE] = files[PLACE].replace(SHORT.encode(), f"short: Ausgabe {number}.".encode())
        for name, data in (changes or {}).items():
            if data is None:
                del files[name]
            else:
                files[name] = data
        return release_of(files, FIRST + timedelta(hours=number))

    def file(self, number: int, changes: Mapping[str, bytes | None] | None = None) -> Path:
        """The same as a signed file."""
        return self.sealed(pack(self.release(number, changes)), f"{number}.release")

    def sealed(self, archive: bytes, name: str = "odd.release") -> Path:
        """Any bytes, signed as an archive is."""
        path = self.folder / name
        path.write_bytes(signed(archive, self.key))
        return path

    def run(self, *words: object) -> int:
        """`run_kiosk.py release …` on this terminal; the exit code."""
        return main([str(word) for word in words] + self.options(str(words[0])))

    def options(self, verb: str) -> list[str]:
        """The places of this terminal."""
        store = [] if verb in ("build", "verify") else ["--store", str(self.places)]
        return [*store, "--config", str(self.etc / "kiosk.yaml")]

    def activate(self, number: int) -> str:
        """Show the release with this number; its id."""
        assert self.run("activate", self.file(number)) == 0
        return self.release(number).id

    @property
    def store(self) -> Store:
        return Store(self.places)

    @property
    def terminal(self) -> Terminal:
        etc = self.etc
        return Terminal(self.store, etc / "release_signers", etc / "kiosk.yaml", etc / "themes", lambda: NOW)

    @property
    def shown(self) -> str | None:
        """The id of what is shown, which must be whole."""
        shown = self.store.shown
        if shown:
            assert self.store.damage(shown) is None
            assert (self.places / "current").resolve() == self.places / "releases" / shown
        return shown

    @property
    def state(self) -> State:
        return state_of(self.store)

    @property
    def left_over(self) -> list[str]:
        """What is in the store and does not belong there."""
        usual = {".lock", "current", "state.json", "releases", "quarantine", "metrics"}
        names = [path.name for path in self.places.iterdir() if path.name not in usual]
        names += [path.name for path in (self.places / "releases").iterdir() if path.name not in self.store.ids]
        names += [path.name for path in (self.places / "quarantine").iterdir() if path.suffix != ".json"]
        return names + [path.name for path in (self.places / "metrics").iterdir() if path.name != "content.prom"]


def manifest_data(release: Release, **changes: object) -> bytes:
    """The manifest of a release with other values."""
    manifest = release.manifest
    told = {"made": manifest.made, "files": manifest.files, "needs": manifest.needs, **changes}
    return Manifest(**told).data  # type: ignore[arg-type]
