"""`voice import`: recordings of people become the kiosk's voice. The files themselves stay as they are."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from kiosk.domain.utterance import Utterance, spoken
from kiosk.speech import samples
from kiosk.speech.cache import ClipCache
from kiosk.speech.engine import Clip, SpeechFailed, Voice
from kiosk.speech.samples import LibraryMissing, Samples
from kiosk.staff.voice.material import INCOMPLETE, WELL, Machine, Material, Unusable, person
from kiosk.staff.voice.sheet import NAME_DIGITS, name_of, to_record
from kiosk.staff.voice.take import TakeRefused, checked

SOUNDS = (".wav", ".mp3", ".ogg", ".flac")
OTHER_SOUNDS = (".m4a", ".aac", ".wma", ".aif", ".aiff", ".opus", ".amr", ".3gp", ".caf", ".webm", ".mp4")
"""What telephones and programs make besides: named, so that nobody waits for it in vain."""
NEW, BETTER, THERE = "neu / new", "ersetzt / replaced", "schon da / already there"
UNNAMED = (
    "gehört zu keinem Satz: Die Datei so nennen wie in `voice list`. / belongs to no sentence: name the file as in "
    "`voice list`."
)
TWICE = "mehrere Dateien für diesen Satz: nur die beste behalten. / several files for this sentence: keep the best."
_NAME = re.compile(rf"(?<![0-9a-f])[0-9a-f]{{{NAME_DIGITS}}}(?![0-9a-f])")


class Recording:
    """A take as the clip cache takes it: an engine that has said its one sentence already."""

    name = person("").engine
    suffix = ".flac"

    def __init__(self, take: Samples) -> None:
        self._take = take

    def speaks(self, language: str) -> bool:
        """People speak every language."""
        return True

    def voice(self, language: str, speed: float = 1.0) -> Voice:
        """The voice of people."""
        return person(language)

    def render(self, text: str, voice: Voice, out: Path) -> Clip:
        """Write the take, without loss. Raises SoundUnreadable, OSError."""
        samples.write(out, self._take)
        return Clip(out, self._take.seconds)

    def close(self) -> None:
        """Nothing is held."""


def import_takes(material: Material, options: argparse.Namespace, machine: Machine) -> int:
    """Run the verb; the exit code."""
    language = material.language(options.language)
    files = sound_files(options.files)
    said = [one.utterance for one in to_record(material, language.code)]
    if options.text is not None:
        wanted: dict[Path, Utterance | str] = {_only(files): _sentence(options.text, said)}
    else:
        wanted = _assigned(files, {name_of(utterance): utterance for utterance in said})
    results = Counter(_brought_in(material.recordings, path, found) for path, found in wanted.items())
    refused = results.pop("", 0)
    counts = [f"{results[result]} {result}" for result in (NEW, BETTER, THERE)]
    print(", ".join([*counts, f"{refused} abgelehnt / refused"]) + ".")
    return INCOMPLETE if refused else WELL


def sound_files(given: Iterable[Path]) -> list[Path]:
    """The sound files that were named, and those in the folders that were named. Raises Unusable."""
    files: list[Path] = []
    for path in given:
        if not path.exists():
            raise Unusable(f"{path}: nicht gefunden / not found")
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in (*SOUNDS, *OTHER_SOUNDS) and p.is_file())
        if path.is_dir() and not inside:
            raise Unusable(f"{path}: keine Tondateien / no sound files ({', '.join(SOUNDS)})")
        files += inside if path.is_dir() else [path]
    return list(dict.fromkeys(files))


def _assigned(files: Iterable[Path], by_name: Mapping[str, Utterance]) -> dict[Path, Utterance | str]:
    """The sentence that each file says by its name, or the reason why there is none."""
    found: dict[Path, Utterance | str] = {}
    for path in files:
        named = [by_name[name] for name in _NAME.findall(path.stem.lower()) if name in by_name]
        found[path] = named[0] if named else UNNAMED
    takes = Counter(one for one in found.values() if isinstance(one, Utterance))
    return {path: TWICE if isinstance(one, Utterance) and takes[one] > 1 else one for path, one in found.items()}


def _brought_in(recordings: ClipCache, path: Path, wanted: Utterance | str) -> str:
    """Bring one file in and say so; the result, empty if it was refused."""
    if isinstance(wanted, str):
        return _refused(path, wanted)
    if path.suffix.lower() not in SOUNDS:
        return _refused(path, f"bitte als WAV, MP3, OGG oder FLAC speichern / save it as {', '.join(SOUNDS)}")
    try:
        take = checked(samples.read(path), wanted)
        result = _kept(recordings, take, wanted)
    except LibraryMissing as error:
        raise Unusable(str(error)) from error
    except (SpeechFailed, TakeRefused) as error:
        return _refused(path, str(error))
    print(f"{path}: {result}, {take.seconds:.1f} s: {wanted.text}")
    return result


def _kept(recordings: ClipCache, take: Samples, wanted: Utterance) -> str:
    """Keep a take, unless it is the one that is kept."""
    voice = person(wanted.language)
    before = recordings.find(voice, wanted.text)
    if before and samples.read(before.path) == take:
        return THERE
    recordings.render(Recording(take), voice, wanted.text)
    return BETTER if before else NEW


def _refused(path: Path, reason: str) -> str:
    print(f"{path}: {reason}", file=sys.stderr)
    return ""


def _only(files: list[Path]) -> Path:
    if len(files) != 1:
        raise Unusable(f"--text: genau eine Datei, nicht {len(files)} / exactly one file, not {len(files)}")
    return files[0]


def _sentence(text: str, said: Iterable[Utterance]) -> Utterance:
    """The sentence of the kiosk that `text` is. Raises Unusable."""
    by_text = {utterance.text: utterance for utterance in said}
    found = by_text.get(spoken(text))
    if found is None:
        near = get_close_matches(spoken(text), by_text, 1)
        hint = f" Meinen Sie / do you mean: {near[0]}" if near else ""
        raise Unusable(f"Diesen Satz sagt der Kiosk nicht. / The kiosk does not say this sentence: {text}{hint}")
    return found
