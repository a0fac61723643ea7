"""The house rules as tables: the rooms of the kiosk and which of them may use which, the doors of libraries, what never
reaches visitors, and how long things may get. test_architecture.py holds the source to them."""

from __future__ import annotations

BELOW = {
    # room (kiosk/<room>/ or kiosk/<room>.py): the rooms that it may use, itself apart. Arrows point downward only.
    "domain": "",
    "qr": "",
    "public_holidays": "",
    "text": "domain",
    "search": "domain",
    "theme": "domain text",
    "loaders": "domain theme",
    "speech": "domain",
    "audio": "domain speech",
    "presenters": "domain",
    "widgets": "domain presenters theme text",
    "screens": "domain presenters theme text widgets",
    "accessibility": "domain widgets",
    "runtime": "domain loaders",
    "content": "domain loaders search text theme public_holidays",
    "compiled": "domain loaders content search public_holidays",
    "live": "domain loaders content compiled runtime speech",
    "store": "domain",
    "usage": "domain runtime",
    "narrator": "domain audio",
    "showing": "domain presenters",
    "aloud": "domain presenters store narrator showing",
    "keypad": "domain presenters store narrator showing",
    "health": "",
    "waiting": "runtime",
    "standing": "domain presenters narrator showing",
    "host": "domain store presenters runtime narrator showing aloud keypad waiting standing",
    "renewal": "domain content live host showing standing theme widgets",
    "safe_mode": "domain text runtime",
    "stage": "domain accessibility presenters theme text widgets screens qr runtime health host live renewal",
    "staff": "domain presenters theme text widgets screens qr runtime loaders speech audio health usage",
    "release": "domain text loaders content live staff",
    "app": "domain accessibility presenters search theme text widgets screens qr public_holidays runtime loaders "
    "content compiled live speech audio store narrator showing aloud keypad waiting usage host renewal stage staff "
    "health",
    "tour": "app audio stage",
    "preview": "domain loaders presenters theme widgets screens audio stage staff app",
    "cli": "domain loaders compiled runtime staff release app tour preview safe_mode",
}
DOORS = {
    # library: the only modules (with all that is in them) that import it. A library that is not here has no door.
    "accesskit": "kiosk.accessibility.publisher",
    "kivy": "kiosk.stage kiosk.runtime kiosk.app",
    "yaml": "kiosk.loaders.nodes",
    "pygame": "kiosk.audio.child",
    "polib": "kiosk.staff.translations.po",
    "ruamel": "kiosk.staff.translations.saving",
    "gtts": "kiosk.speech.gtts",
    "espeakng_loader": "kiosk.speech",
    "qrcode": "kiosk.qr",
    "holidays": "kiosk.public_holidays",
    "rapidfuzz": "kiosk.search",
    "requests": "kiosk.staff.asking kiosk.release.https",
    "anyascii": "kiosk.search.sound",
    "watchdog": "kiosk.runtime.watch",
    "msgspec": "kiosk",
    "ctypes": "kiosk.text kiosk.audio.child kiosk.speech.samples kiosk.speech.offline_child kiosk.runtime "
    "kiosk.safe_mode.sdl_screen",
}
NOT_BEFORE_VISITORS = (
    "gtts kiosk.speech.gtts pygame kiosk.audio.child espeakng_loader polib ruamel kiosk.staff.translations "
    "kiosk.speech.offline_child kiosk.speech.stretch_child requests kiosk.staff.asking kiosk.live.child kiosk.release"
)
"""What the visitors' process never loads: Google's voice, and what may crash or freeze, which has its own process."""
GIVEN = "domain presenters loaders search theme text widgets screens public_holidays"
"""The rooms to which time and chance are given: they neither look at a clock nor throw dice."""
CLOCKS = {"now", "guide", "utcnow", "fromtimestamp"}
NAMED_BY_TABLE = "kiosk.speech.engine kiosk.cli"
"""These load a module by its name in a table, unseen by the rules above: the speech engine, the staff's verb."""
LONGEST_FILE, LONGEST_FUNCTION = 300, 60
"""Lines. The goal is half of both."""
