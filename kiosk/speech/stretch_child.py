"""The process that makes clips slower and faster: decoders meet files that somebody brought along, so they run apart
from the kiosk. Started by kiosk.speech.stretch, never imported.

Requests: {"do": "stretch", "path", "speed", "out"} → {"clip": its length and silences} or {"error"}.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.speech.lines import Lines
from kiosk.speech.measure import spans, trimmed
from kiosk.speech.samples import SoundUnreadable, read, stretched, write


def main() -> None:
    """Answer requests until the kiosk is gone."""
    lines = Lines()
    while True:
        request = lines.requests.get()
        try:
            samples = trimmed(stretched(read(Path(request["path"])), request["speed"]))
            write(Path(request["out"]), samples)
        except SoundUnreadable as error:
            lines.answer(request, error=str(error))
        except OSError as error:  # not its file's name: that is made from the text
            lines.answer(request, error=f"the clip cannot be written: {error.strerror}")
        else:
            lines.answer(request, clip=spans(samples))


if __name__ == "__main__":
    main()
