"""`run_kiosk.py tour`: one visitor's journey in every language, upright and wide, as pictures in one page.

Where there is no screen the kiosk runs on a virtual one (Xvfb), with everything else as it is in the lobby.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.stage.given_time import GivenTime

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

HERE = Path(__file__).resolve().parent.parent
OUT = HERE / "build" / "tour"
SIZES = ((1920, 1080), (1080, 1920))
PICTURE = re.compile(r"\d+x\d+-[A-Za-z0-9-]+-\d\d-[a-z]+\.png")
"""The names of the tour's own pictures: size, language, number, screen."""
LONGEST_QUIET_S, STEP_S = 1800, 5
"""No terminal waits longer before it asks whether somebody is still there (kiosk/loaders/settings.py); so far apart the
tour looks whether it does, which is well within the time to answer."""
NOW = datetime(2026, 11, 24, 14, 32)
"""A Tuesday afternoon: the centre is open, by its last known hours."""


def main(arguments: list[str]) -> int:
    """Make the pictures; 0, or 2 if there can be no window, or a language is wanted that is not offered. Of what is in
    the folder only pictures of a tour go."""
    options = _parser().parse_args(arguments)
    if options.language and (said := _not_offered(options)):
        print(said, file=sys.stderr)
        return 2
    if options.size:
        return _one_size(options)
    try:
        with _screen():
            for old in _pictures(options.out):
                old.unlink()
            for width, height in SIZES:
                size = ["--size", f"{width}x{height}"]
                subprocess.run([sys.executable, HERE / "run_kiosk.py", "tour", *size, *arguments], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Die Bilder sind nicht entstanden / the pictures were not made: {error}", file=sys.stderr)
        return 2
    print(f"{_index(options.out)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="run_kiosk.py tour", description=__doc__)
    made.add_argument("--content", type=Path, default=HERE / "content", help="the content to show")
    made.add_argument("--config", type=Path, default=HERE / "config" / "kiosk.yaml", help="this terminal's settings")
    made.add_argument("--out", type=Path, default=OUT, help="where the pictures go")
    made.add_argument("--language", action="append", metavar="CODE", help="only this language (several times)")
    made.add_argument("--size", help="one size only, such as 1920x1080, on the screen there is")
    return made


def _not_offered(options: argparse.Namespace) -> str:
    """What to say of wanted languages that visitors cannot choose; nothing if they can choose all of them."""
    from kiosk.app import load

    catalog = load(options.content, options.config).catalog
    offered = [language.code for language in catalog.languages] if catalog else []
    wrong = ", ".join(code for code in options.language if code not in offered)
    there = ", ".join(offered) or "–"
    return wrong and f"{wrong}: nicht angeboten; es gibt / not offered; there are: {there}"


@contextmanager
def _screen() -> Iterator[None]:
    """A virtual X screen large enough for all sizes, unless a screen or a driver is given."""
    if os.environ.get("DISPLAY") or os.environ.get("SDL_VIDEODRIVER"):
        yield
        return
    reader, writer = os.pipe()
    side = max(max(size) for size in SIZES)
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{side}x{side}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        try:
            yield
        finally:
            del os.environ["DISPLAY"]
            server.terminate()


def _one_size(options: argparse.Namespace) -> int:
    from kiosk.app import CANNOT_RUN

    try:
        _walk(options)
    except CANNOT_RUN as error:
        print(error, file=sys.stderr)
        return 2
    _index(options.out)
    return 0


def _walk(options: argparse.Namespace) -> None:
    """The journey in this process, in every language or those that are wanted, on a window of one size."""
    from kiosk.app import prepare
    from kiosk.audio.player import SilentPlayer

    width, _, height = options.size.partition("x")
    options.window, options.now = (int(width), int(height)), NOW
    given = GivenTime()
    app = prepare(options, given, SilentPlayer("a tour makes pictures only"))
    from kiosk.stage.pilot import Pilot  # imports Kivy, whose doors are shut only now

    pilot = Pilot(app, given)
    catalog = pilot.app.host.scene().catalog
    codes = [one.code for one in catalog.languages if one.code in (options.language or (one.code,))]
    for code in codes:
        for number, step in enumerate(_journey(pilot, code)):
            pilot.picture(options.out / f"{options.size}-{code}-{number:02}-{step}.png")
    pilot.close()


def _journey(pilot: Pilot, code: str) -> Iterator[str]:
    """From the attract screen to an address registered, and away; the name of each screen as it stands there."""
    host = pilot.app.host
    catalog = host.scene().catalog
    language = catalog.language(code)
    while pilot.app.stage.view and pilot.app.stage.view.language != code:
        pilot.advance(1)
    yield "attract"
    pilot.tap(language.touch)
    yield "languages"
    _find(pilot, language.name)
    yield "home"
    yield from _in_modes(pilot, "large", "contrast", "low")
    topic = next(iter(catalog.topics.values()))
    _find(pilot, topic.name.said(code).text)
    yield "topic"
    service = catalog.services_of(topic.id)[0]
    _find(pilot, service.name.said(code).text)
    yield "service"
    yield from _in_modes(pilot, "low", "large")
    pilot.tap(host.scene().say("card.organisation").text)
    yield "organisation"
    pilot.tap(host.scene().say("contact.open").text)
    yield "contact"
    yield from _ways(pilot)
    pilot.tap(host.scene().say("bar.help").text)
    yield "help"
    _wait_for_the_question(pilot)
    yield "idle"
    pilot.tap(host.scene().say("idle.finish").text)


def _ways(pilot: Pilot) -> Iterator[str]:
    """What home leads to besides the topics: the guide and its first answer, the search, today, the card to show."""
    host = pilot.app.host
    say = host.scene().say
    pilot.tap(say("bar.home").text)
    _find(pilot, say("home.guide").text)
    yield "guide"
    _touch(pilot, "answer.1")
    yield "question"
    pilot.tap(say("bar.home").text)
    _find(pilot, say("home.search").text)
    topic = next(iter(host.scene().catalog.topics.values()))
    for letter in topic.name.said(host.visit.language).text[:3].lower():
        pilot.tap(letter)
    yield "search"
    pilot.tap(say("bar.home").text)
    _find(pilot, say("home.show").text)
    yield "show"
    pilot.tap(say("bar.home").text)
    _find(pilot, say("home.today").text)
    yield "today"
    _find(pilot, say("home.house").text)
    yield "organisations"


def _find(pilot: Pilot, words: str) -> None:
    """Touch what these words stand on, turning pages until they are there. Raises LookupError if no page has them."""
    for _ in range(pilot.app.stage.page.pages - 1 if pilot.app.stage.page else 0):
        if pilot.sees(words):
            break
        _touch(pilot, "pages.next")
    pilot.tap(words)


def _touch(pilot: Pilot, node: str) -> None:
    """Touch a node. Raises LookupError if it is not on the screen."""
    at = pilot.app.stage.at(node)
    if at is None:
        raise LookupError(f"{node} is not on the screen")
    pilot.touch(at)


def _in_modes(pilot: Pilot, *modes: str) -> Iterator[str]:
    """The screen with one mode more each time, named by the modes; in the end as it was."""
    for number in range(len(modes)):
        _switch(pilot, modes[number])
        yield "".join(modes[: number + 1])
    for mode in modes:
        _switch(pilot, mode)


def _switch(pilot: Pilot, mode: str) -> None:
    pilot.tap(pilot.app.host.scene().say(f"bar.{mode}").text)


def _wait_for_the_question(pilot: Pilot) -> None:
    """Do nothing until the kiosk asks whether somebody is still there, and until its countdown has begun.

    Raises LookupError if it never asks.
    """
    for _ in range(0, LONGEST_QUIET_S, STEP_S):
        pilot.advance(STEP_S)
        if pilot.app.stage.overlay is not None:
            pilot.advance(STEP_S)
            return
    raise LookupError(f"in {LONGEST_QUIET_S} s the kiosk did not ask whether somebody is still there")


def _pictures(out: Path) -> list[Path]:
    """The tour's own pictures in a folder, in order; nothing else that may lie there."""
    return sorted(path for path in out.glob("*.png") if PICTURE.fullmatch(path.name))


def _index(out: Path) -> Path:
    """One page with all the pictures, a row a language."""
    rows = []
    for stem, pictures in groupby(_pictures(out), lambda picture: picture.name.rsplit("-", 2)[0]):
        cells = "".join(
            f'<a href="{name}"><img loading="lazy" src="{name}" alt="{name}"></a>'
            for name in (html.escape(picture.name) for picture in pictures)
        )
        rows.append(f"<h2>{html.escape(stem)}</h2><p>{cells}</p>")
    page = out / "index.html"
    style = "body{font-family:sans-serif;background:#FBF7EF;color:#14262B}img{height:260px;margin:4px}"
    title = "Türöffner: one journey in every language"
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{style}</style>'
        f"<h1>{title}</h1>{''.join(rows)}</html>\n",
        encoding="utf-8",
    )
    return page
