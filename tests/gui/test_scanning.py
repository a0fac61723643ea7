"""Every code on every page, read from the pixels of the window by a library that knows nothing of ours (zxing-cpp)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import ORGANISATION, SERVICE, Choose, Open, Route, Toggle, Turn, Wake
from kiosk.host import Host
from kiosk.qr import matrix
from kiosk.widgets.pieces import Box, Code
from tests.gui.pictures import decoded, picture

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

LANGUAGES = ("de", "en", "ar", "uk")
QUIET_MODULES, SMALLEST_MODULE = 4, 4
"""ISO/IEC 18004: four modules of white around; a module of four pixels is 1.2 mm on the lobby's panel."""


def pages(host: Host) -> Iterator[Route]:
    """Everything that has a code."""
    catalog = host.scene().catalog
    yield from (Route(SERVICE, service) for service in catalog.services)
    yield from (Route(ORGANISATION, one) for one in (catalog.centre.id, *catalog.organisations))


def opened(host: Host, routes: list[Route]) -> Iterator[tuple[str, str]]:
    """Open the pages one after the other: what is open, and the address that it promises."""
    for route in routes:
        host.send(Open(route))
        view = host.view
        assert view is not None and view.route == route, f"{route} does not open"
        yield f"{route.name} {route.subject}", view["code"].address


def the_code(pilot: Pilot) -> Box:
    """Where the code is, with its quiet zone."""
    (piece,) = (piece for piece in pilot.app.stage.page.pieces if isinstance(piece, Code))
    return piece.at


def faults(part: object, address: str) -> list[str]:
    """What is wrong with the picture of a code and its white square."""
    rows = np.asarray(part)
    black = (rows < 128).all(axis=2)
    ys, xs = np.nonzero(black)
    modules = len(matrix(address))
    width, height = xs.max() - xs.min() + 1, ys.max() - ys.min() + 1
    module, rest = divmod(int(width), modules)
    quiet = min(xs.min(), ys.min(), rows.shape[1] - 1 - xs.max(), rows.shape[0] - 1 - ys.max())
    found = []
    if width != height or rest or module < SMALLEST_MODULE:
        found.append(f"{width} x {height} pixels for {modules} modules")
    elif quiet < QUIET_MODULES * module:
        found.append(f"quiet zone of {quiet} pixels, a module has {module}")
    if len(np.unique(rows.astype(np.uint32) @ (65536, 256, 1))) != 2 or not (rows[0] == 255).all():
        found.append("not one ink on white")
    if decoded(rows) != [address]:
        found.append(f"reads {decoded(rows)} at full size")
    if decoded(rows[::2, ::2]) != [address]:
        found.append(f"reads {decoded(rows[::2, ::2])} at half size")
    return found


def mistakes(pilot: Pilot, host: Host, routes: list[Route]) -> tuple[int, dict[str, object]]:
    """How many codes there were, and what is wrong with which. Of the same pixels one is judged."""
    judged: dict[tuple[str, bytes], list[str]] = {}
    wrong: dict[str, object] = {}
    count = 0
    for where, address in opened(host, routes):
        part = np.ascontiguousarray(picture(pilot, the_code(pilot)))
        known = (address, part.tobytes())
        if known not in judged:
            judged[known] = faults(part, address)
        if judged[known]:
            wrong[where] = judged[known]
        count += 1
    return count, wrong


@pytest.mark.window(1920, 1080)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_on_the_panel_leads_where_the_page_says(language: str, pilot: Pilot, host: Host) -> None:
    """Q-02."""
    host.send(Wake())
    host.send(Choose(language))
    routes = list(pages(host))
    assert mistakes(pilot, host, routes) == (len(routes), {})


@pytest.mark.window(1080, 1920)
@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_on_an_upright_panel(language: str, pilot: Pilot, host: Host) -> None:
    """Q-02."""
    host.send(Wake())
    host.send(Choose(language))
    routes = list(pages(host))
    sample = routes[:: len(routes) // 6][:6]
    assert mistakes(pilot, host, sample) == (6, {})


@pytest.mark.window(1280, 720)
def test_codes_in_a_small_window(pilot: Pilot, host: Host) -> None:
    host.send(Wake())
    host.send(Choose("ar"))
    assert mistakes(pilot, host, list(pages(host))[:6]) == (6, {})


@pytest.mark.window(1920, 1080)
def test_a_phone_sees_one_code_on_the_whole_screen(pilot: Pilot, host: Host) -> None:
    """From where a visitor stands the picture holds the page around it, and no second code."""
    host.send(Wake())
    for language in LANGUAGES:
        host.send(Choose(language))
        for _, address in opened(host, list(pages(host))[:2]):
            assert decoded(picture(pilot)) == [address]
            assert pilot.sees(host.scene().say("code.scan").text)


@pytest.mark.window(1920, 1080)
def test_the_judge_sees_a_bad_code(pilot: Pilot, host: Host) -> None:
    """Control: one wrong address, a code cut short, a smeared one."""
    host.send(Wake())
    host.send(Choose("de"))
    ((_, address),) = opened(host, list(pages(host))[:1])
    part = np.array(picture(pilot, the_code(pilot)))
    assert faults(part, address) == []
    assert faults(part, address[:-1] + "x") != []
    assert any("quiet zone" in fault for fault in faults(part[20:, 20:], address))
    smeared = ((part.astype(int) + np.roll(part, 1, axis=1)) // 2).astype(np.uint8)
    assert "not one ink on white" in faults(smeared, address)


MODES = [{Mode.LARGE}, {Mode.LOW}, {Mode.LARGE, Mode.LOW}, {Mode.CONTRAST}, set(Mode)]
NAMES = ["-".join(sorted(mode.value for mode in modes)) for modes in MODES]


def turned_to_the_code(pilot: Pilot, host: Host) -> Box:
    """Where the code is, on whatever page of the card it stands; in some modes it has one of its own."""
    for _ in range(20):
        pieces = pilot.app.stage.page.pieces
        if any(isinstance(piece, Code) for piece in pieces):
            return the_code(pilot)
        host.send(Turn(1))
    raise LookupError(f"{host.view.route} has no page with a code")


def in_modes(pilot: Pilot, host: Host, modes: set[Mode]) -> None:
    """Six cards in these modes: each code is read by the decoder and leads where the card says."""
    host.send(Wake())
    host.send(Choose("uk"))
    for mode in modes:
        host.send(Toggle(mode))
    routes = list(pages(host))
    for where, address in opened(host, routes[:: len(routes) // 6][:6]):
        part = np.ascontiguousarray(picture(pilot, turned_to_the_code(pilot, host)))
        assert faults(part, address) == [], where


@pytest.mark.window(1920, 1080)
@pytest.mark.parametrize("modes", MODES, ids=NAMES)
def test_codes_are_read_in_every_mode(modes: set[Mode], pilot: Pilot, host: Host) -> None:
    """Q-02: never inverted, never coloured, never smaller."""
    in_modes(pilot, host, modes)


@pytest.mark.window(1080, 1920)
@pytest.mark.parametrize("modes", MODES, ids=NAMES)
def test_codes_are_read_in_every_mode_upright(modes: set[Mode], pilot: Pilot, host: Host) -> None:
    """Q-02."""
    in_modes(pilot, host, modes)
