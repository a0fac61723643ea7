"""Doctor looks for a network. The kiosk needs none; what is brought to it, and who watches it, do."""

from __future__ import annotations

from kiosk.loaders.faults import Both
from kiosk.staff.doctor.finding import Finding, good, unknown
from kiosk.staff.doctor.terminal import Terminal

ROUTES, EVERYWHERE = "proc/net/route", "00000000"
IPV6_ROUTES, IPV6_EVERYWHERE, LOOPBACK = "proc/net/ipv6_route", "0" * 32, "lo"


def look_at_network(terminal: Terminal) -> Finding:
    """Whether there is a way out. Nobody is asked: who looks after a terminal sees whether it answers."""
    doors = [*_ipv4(terminal), *_ipv6(terminal)]
    if doors:
        names = ", ".join(dict.fromkeys(doors))
        return good(
            Both(
                f"Es gibt einen Weg ins Netz ({names}). Der Kiosk selbst braucht keinen.",
                f"There is a way into the network ({names}). The kiosk itself needs none.",
            )
        )
    return unknown(
        Both("Kein Weg ins Netz. Der Kiosk selbst braucht keinen.", "No way out. The kiosk itself needs none."),
        Both(
            "Ohne Netz kommt neuer Inhalt nur auf einem USB-Stick (docs/releases.md), und Alarme kommen nicht an.",
            "Without one new content comes only on a USB stick (docs/releases.md), and no alert arrives.",
        ),
    )


def _ipv4(terminal: Terminal) -> list[str]:
    """The devices by which everything else is reached (proc(5))."""
    return [line[0] for line in _lines(terminal, ROUTES) if len(line) > 1 and line[1] == EVERYWHERE]


def _ipv6(terminal: Terminal) -> list[str]:
    lines = [line for line in _lines(terminal, IPV6_ROUTES) if len(line) > 9 and line[-1] != LOOPBACK]
    return [line[-1] for line in lines if (line[0], line[1]) == (IPV6_EVERYWHERE, "00")]


def _lines(terminal: Terminal, name: str) -> list[list[str]]:
    file = terminal.root / name
    return [line.split() for line in file.read_text(encoding="ascii").splitlines()] if file.is_file() else []
