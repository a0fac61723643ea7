"""The voice of Google Translate, through gTTS. Staff use it to render clips; the visitors' process never loads it.

gTTS speaks to a service without a contract, does not check its certificate, and takes a consent page for success.
So nothing that it returns is kept before it has been looked at, and staff listen before a language goes live.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from gtts import gTTS, gTTSError

from kiosk.speech.engine import Clip, SpeechFailed, Voice
from kiosk.speech.mp3 import mp3_seconds

CHUNK = 100
"""The service takes this many characters at a time. gTTS would split longer text and drop the punctuation there."""
TIMEOUT = (5.0, 30.0)
"""Seconds to connect and to answer; gTTS itself would wait for ever."""
SLOWEST, FASTEST, SLACK = 0.6, 0.015, 3.0
"""Seconds of sound per character that are believed, and seconds on top for very short texts ("115")."""

_SEAM = re.compile(r"[!?…;:,،؛؟—–](?=\s)|[።፣፤፥፧।、，。；：！？]")
"""Not the full stop: within a sentence it belongs to an abbreviation."""


class Throttled(SpeechFailed):
    """The service limits this address. `retry_after`: seconds that it asks for, None if it does not say."""

    def __init__(self, retry_after: float | None) -> None:
        super().__init__("der Sprachdienst bremst / the speech service limits requests from here (429)")
        self.retry_after = retry_after


class Unreachable(SpeechFailed):
    """No answer, or an answer that the service is out of order. Trying again later may help."""


class Refused(SpeechFailed):
    """An answer without usable sound. Trying again with the same text will not help."""


class GoogleVoice:
    """gTTS. `voices`: language → gTTS's name of the voice. `pause` is called before every request and should wait a
    second or two: the service blocks who asks faster. Honours https_proxy, but not no_proxy (gTTS ignores it)."""

    name = "gtts"
    suffix = ".mp3"

    def __init__(
        self,
        voices: Mapping[str, str],
        pause: Callable[[], None] = lambda: None,
        timeout: tuple[float, float] = TIMEOUT,
    ) -> None:
        self._voices, self._pause, self._timeout = dict(voices), pause, timeout

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for `language`."""
        return bool(self._voices.get(language))

    def voice(self, language: str, speed: float = 1.0) -> Voice:
        """The voice for `language`; the service knows one speed. Raises KeyError if there is none."""
        return Voice(self.name, language, self._voices[language], speed)

    def render(self, text: str, voice: Voice, out: Path) -> Clip:
        """Speak `text` into the MP3 file `out`. Raises Throttled, Unreachable, Refused."""
        sound = b"".join(self._fetch(chunk, voice.name) for chunk in chunks(text))
        clip = Clip(out, _plausible_seconds(sound, text))
        part = out.with_name(f"{out.name}.part")
        part.write_bytes(sound)
        part.replace(out)
        return clip

    def close(self) -> None:
        """Nothing is held."""

    def _fetch(self, chunk: str, name: str) -> bytes:
        self._pause()
        sound = BytesIO()
        try:
            # Only chunks come here, so gTTS has nothing to split; its pre-processors would damage the text
            # ("…Post. Dann" loses its full stop as if "st." were a saint).
            gTTS(chunk, lang=name, pre_processor_funcs=[], tokenizer_func=chunks, timeout=self._timeout).write_to_fp(
                sound
            )
        except gTTSError as error:
            raise _our_error(error) from error
        except (ValueError, AssertionError) as error:  # no such voice; nothing but punctuation; not UTF-8
            raise Refused(f"{error or 'nichts zu sprechen / nothing to speak'}") from error
        if not sound.getvalue():
            raise Refused(
                "Antwort ohne Ton, etwa eine Seite um Zustimmung / an answer without sound: a page that asks for "
                "consent, or one that blocks robots"
            )
        return sound.getvalue()


def chunks(text: str, limit: int = CHUNK) -> list[str]:
    """`text` in pieces of at most `limit` characters, cut behind punctuation if possible, else at a space; the
    punctuation stays. Joined by spaces they are `text` again, unless a word is longer than `limit`."""
    pieces, rest = [], text.strip()
    while len(rest) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [*pieces, rest] if rest else pieces


def _cut(text: str, limit: int) -> int:
    """Where to cut: a piece shorter than a third is worse to hear than a cut between words."""
    seams = [found.end() for found in _SEAM.finditer(text, limit // 3, limit)]
    if seams:
        return seams[-1]
    space = text.rfind(" ", 1, limit + 1)
    if space > 0:
        return space
    cut = limit
    while cut > 1 and unicodedata.category(text[cut]) in (
        "Mn",
        "Mc",
        "Me",
        "Cf",
    ):  # never between a letter and its mark
        cut -= 1
    return cut


def _plausible_seconds(sound: bytes, text: str) -> float:
    try:
        seconds = mp3_seconds(sound)
    except ValueError as error:
        raise Refused(f"Antwort ist kein MP3 / an answer that is not an MP3: {error}") from error
    if not FASTEST * len(text) <= seconds <= SLOWEST * len(text) + SLACK:
        raise Refused(
            f"{seconds:g} s Ton für {len(text)} Zeichen kann nicht stimmen / {seconds:g} s of sound for {len(text)} "
            "characters cannot be right"
        )
    return seconds


def _our_error(error: gTTSError) -> SpeechFailed:
    if error.rsp is None:
        return Unreachable(f"nicht erreichbar / not reached: {error} ({type(error.__context__).__name__})")
    status = error.rsp.status_code
    if status == 429:
        seconds = error.rsp.headers.get("Retry-After", "").strip()
        return Throttled(float(seconds) if seconds.isdigit() else None)
    return Unreachable(f"außer Betrieb / out of order: {error}") if status >= 500 else Refused(str(error))
