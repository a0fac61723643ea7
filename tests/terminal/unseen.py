"""What a container lacks of a terminal, stood in for: a console, a graphics card and a panel. All else is shipped."""

from __future__ import annotations

from tests.terminal.reached import Reached

UNIT = """[Service]
StandardInput=null
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
UtmpIdentifier=
{screen}
"""
X = (
    'Environment="SCREEN=/usr/lib/xorg/Xorg -nolisten tcp -nolisten local -nocursor -noreset '
    '-logfile /run/kiosk/xorg.log"'
)
CAGE = "Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1"
PANEL = """Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "panel"
    HorizSync 5-1000
    VertRefresh 5-200
    Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "panel"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "1920x1080"
    EndSubSection
EndSection
"""
DRIVER = "xserver-xorg-video-dummy"
DUMMY = "/etc/X11/xorg.conf.d/90-unseen.conf"


def unseen(machine: Reached) -> None:
    """Give a fresh machine what stands in for them, before the role comes."""
    old = int(machine.does(". /etc/os-release && echo $VERSION_ID")) < 13
    for unit in ("kiosk", "kiosk-safe-mode"):
        folder = f"/etc/systemd/system/{unit}.service.d"
        write(machine, f"{folder}/unseen.conf", UNIT.format(screen=X if old else CAGE))
    if old:
        machine.does(f"DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends {DRIVER}", 300)
        write(machine, DUMMY, PANEL)


def seen(machine: Reached) -> None:
    """Take it all away again: this machine gets a console and a card."""
    machine.does(f"rm -f /etc/systemd/system/kiosk*.service.d/unseen.conf {DUMMY}")


def write(machine: Reached, path: str, words: str) -> None:
    """A file on the machine."""
    machine.does(f"mkdir -p $(dirname {path}) && cat > {path} <<'END'\n{words}END")
