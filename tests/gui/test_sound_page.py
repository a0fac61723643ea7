"""A visitor has a page read aloud, and every sentence of it is heard: the right words in the right order, one at a
time, with a breath between them. A real page, a touch on the real key, and what came out of the loudspeaker."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import pytest

from kiosk.domain.utterance import Utterance
from tests.gui.heard import Place, Sound, clips_of, place_of
from tests.gui.sound_lobby import SoundLobby, sound_lobby
from tests.gui.sound_server import RATE, SPEECH
from tests.unit.audio.sound import Loudspeaker

LANGUAGES = ("de", "ar")
PAGE = "topic.freizeit"
THE_SAME = 0.8
"""Likeness from which on a clip is taken for the one that was heard."""
SHORTEST_BREATH_S, LONGEST_BREATH_S = 0.2, 0.6
"""Silence between two sentences (issue 3, point 6)."""


@dataclass
class Page:
    """What a page says, the clips of that, and all that was heard when it was read aloud."""

    sentences: tuple[str, ...]
    clips: tuple[Sound, ...]
    heard: Sound

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where in the recording the sentences are."""
        return tuple(place_of(clip, self.heard) for clip in self.clips)


def begin(lobby: SoundLobby, language: str) -> list[Utterance]:
    """The visitor touches the key that reads the page aloud. What there is to hear."""
    lobby.kiosk.visit(language)
    lobby.kiosk.tap(PAGE)
    seen = lobby.kiosk.see(lambda seen: seen["route"] == "topic", "the page")
    lobby.kiosk.tap("bar.listen")
    return [Utterance(sentence["text"], sentence["language"]) for sentence in seen["to_hear"]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The page in all languages, each read by a kiosk of its own at the same time: listening takes its time. What is
    played is written to a file, in real time (SDL's disk driver): unlike a sound server it loses nothing where the
    machine is busy."""
    read = {}
    with ExitStack() as stack:
        begun = []
        for code in LANGUAGES:
            folder = tmp_path_factory.mktemp(code)
            loudspeaker = Loudspeaker(folder / "heard", slowness=1.0)
            lobby = stack.enter_context(sound_lobby(folder, **loudspeaker.environment))
            begun.append((code, lobby, loudspeaker, begin(lobby, code)))
        for code, lobby, loudspeaker, to_hear in begun:
            lobby.kiosk.see(lambda seen: seen["status"] == "idle", "it has been read", patience_s=60)
            heard = loudspeaker.until_silent()
            sentences = tuple(utterance.text for utterance in to_hear)
            read[code] = Page(sentences, clips_of(to_hear, lobby.folder), heard)
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_heard(language: str, pages: dict[str, Page]) -> None:
    page = pages[language]
    unheard = [text for text, place in zip(page.sentences, page.places, strict=True) if place.likeness < THE_SAME]
    assert (len(page.sentences) >= 5, unheard) == (True, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_after_the_other_with_a_breath_between(language: str, pages: dict[str, Page]) -> None:
    breaths = [(after.first - before.last) / RATE for before, after in pairwise(pages[language].places)]
    assert all(SHORTEST_BREATH_S <= breath <= LONGEST_BREATH_S for breath in breaths), breaths


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_is_heard(language: str, pages: dict[str, Page]) -> None:
    """V-07: no word twice, none of another page: outside its sentences there is silence."""
    page = pages[language]
    rest = page.heard.copy()
    for place in page.places:
        rest[place.first : place.last + 1] = 0
    assert np.abs(rest).max() <= SPEECH


def test_what_was_not_said_is_not_found(pages: dict[str, Page]) -> None:
    """The measure itself, shown on the words of the other page."""
    found = [place_of(clip, pages["ar"].heard).likeness for clip in pages["de"].clips]
    assert max(found) < 0.6
