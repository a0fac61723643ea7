"""Rows of the acceptance sheet: loudness, headphones, the induction loop and the keypad (accessibility.md V, K, "
"R-05)."""

from __future__ import annotations

from kiosk.domain.settings import Keypad
from kiosk.domain.visit import VOLUMES
from kiosk.loaders.faults import Both
from kiosk.loaders.settings import KEYS
from kiosk.staff.doctor.row import ROOM, Part, Row, same

METER = Both("Schallpegelmesser (dBA)", "sound level meter (dBA)")
STEPS = " ".join(f"{step}: {ROOM}" for step in range(1, VOLUMES + 1)) + " dBA"
HEADPHONES = Both("Kopfhörer mit 3,5-mm-Stecker", "headphones with a 3.5 mm plug")

LOUDNESS = Row(
    ("V-08",),
    Both("Lautstärke", "Loudness"),
    Both(
        f"Eine Karte vorlesen lassen. 600 mm vor dem Bildschirm, in Kopfhöhe, jede Lautstärke von 1 bis {VOLUMES} "
        f"messen.",
        f"Have a card read aloud. 600 mm from the screen, at the height of a head, measure each volume from 1 to "
        f"{VOLUMES}.",
    ),
    METER,
    Both(
        "Die lauteste hat mindestens 65 dBA, mindestens 18 dB mehr als die leiseste. Eine dazwischen hat 12 dB mehr "
        "als die leiseste.",
        "The loudest has at least 65 dBA, at least 18 dB more than the softest. One between has 12 dB more than the "
        "softest.",
    ),
    same("EN 301 549 8.2.1, 5.1.3.11 – 5.1.3.13"),
    same(STEPS),
)
AFTERWARDS = Row(
    ("V-08",),
    Both("Lautstärke für die Nächsten", "Loudness for those who come next"),
    Both(
        "Ganz laut stellen, „Fertig“ berühren, neu beginnen und eine Karte vorlesen lassen. Den Pegel messen.",
        "Set it as loud as it gets, touch 'Finish', begin anew and have a card read aloud. Measure the level.",
    ),
    METER,
    Both("Höchstens 65 dBA", "At most 65 dBA"),
    same("EN 301 549 5.1.3.13"),
    Both("____ dBA", "____ dBA"),
)
START = Row(
    ("V-02",),
    Both("Sprechen beginnt", "Speech begins"),
    Both(
        "Am Wartebild Kopfhörer einstecken. Danach auf einer Karte. Danach beides ohne Kopfhörer mit einer Taste des "
        "Tastenfelds.",
        "Plug headphones in at the waiting screen. Then on a card. Then both without headphones, by a key of the "
        "keypad.",
    ),
    HEADPHONES,
    Both("Nach höchstens 1 Sekunde ist etwas zu hören.", "After 1 second at most something is heard."),
    Both("EN 301 549 5.2; 1 s: eigener Wert", "EN 301 549 5.2; 1 s: our own value"),
    Both("Kopfhörer ____ s, Taste ____ s", "headphones ____ s, key ____ s"),
)
PULLED = Row(
    ("V-12",),
    Both("Kopfhörer heraus", "Headphones out"),
    Both(
        "Während gesprochen wird, die Kopfhörer herausziehen. Zehn Sekunden zuhören.",
        "While something is spoken, pull the headphones out. Listen for ten seconds.",
    ),
    HEADPHONES,
    Both("Sofort still; aus dem Lautsprecher kommt nichts.", "Silent at once; nothing comes from the loudspeaker."),
    Both("EN 301 549 5.1.3.9; 0,2 s: eigener Wert", "EN 301 549 5.1.3.9; 0.2 s: our own value"),
    Both("gehört: ____", "heard: ____"),
)
NECK_LOOP = Row(
    ("V-15",),
    Both("Halsringschleife", "Neck loop"),
    Both(
        "Eine Induktionsschleife zum Umhängen einstecken. Jemand mit Hörgerät (Stellung T) hört eine Karte.",
        "Plug in an induction loop worn round the neck. Somebody with a hearing aid (at T) listens to a card.",
    ),
    Both("Halsringschleife, ein Mensch mit Hörgerät", "neck loop, a person with a hearing aid"),
    Both(
        "Die Buchse passt; jeder Satz ist ohne Brummen zu verstehen.", "The jack fits; every sentence is clear of hum."
    ),
    same("EN 301 549 5.1.3.2"),
    Both("gehört von ____", "heard by ____"),
)
LOOP = Row(
    ("V-15",),
    Both("Induktionsschleife im Raum, falls es eine gibt", "Induction loop of the room, if there is one"),
    Both(
        "Die Feldstärke am Platz vor dem Bildschirm messen lassen. Nachsehen, ob das Zeichen (Ohr mit T) dort hängt.",
        "Have the field strength measured where people stand. Look whether the sign (an ear with T) is there.",
    ),
    Both("Messgerät für Induktionsschleifen", "induction loop meter"),
    Both("400 mA/m ± 3 dB, von 100 Hz bis 5 kHz ± 3 dB", "400 mA/m ± 3 dB, from 100 Hz to 5 kHz ± 3 dB"),
    same("IEC 60118-4"),
    Both("____ mA/m", "____ mA/m"),
)
PAD = Row(
    ("R-05",),
    Both("Tastenfeld fühlen", "Feeling the keypad"),
    Both(
        "Mit geschlossenen Augen Tastenfeld und Buchse finden und jede Taste erkennen. Jede mit einem Stift in der "
        "Faust drücken. Die Kraft messen.",
        "With closed eyes find the keypad and the jack, and tell the keys apart. Press each with a pen in your fist. "
        "Measure the force.",
    ),
    Both("Federwaage oder Kraftmesser", "spring balance or force gauge"),
    Both(
        "Höchstens 5 N; nichts ist zu greifen oder zu drehen; eine fühlbare Marke an Tastenfeld und Buchse.",
        "At most 5 N; nothing needs a grip or a twist; a mark to feel at keypad and jack.",
    ),
    same("EN 301 549 8.4.2.2 (22,2 N), 5.5.1, 5.5.2, 8.5"),
    Both("schwerste Taste ____ N", "hardest key ____ N"),
)
BLIND = Row(
    ("V-01", "F-01"),
    Both("Ohne zu sehen", "Without seeing"),
    Both(
        "Den Bildschirm abdecken. Ein Mensch, der nicht sieht, findet nur mit Tasten und Kopfhörern auf Englisch "
        "heraus, was man zum Anmelden der Wohnung mitbringt, und geht zurück zum Anfang.",
        "Cover the screen. A person who does not see finds out in English, by keys and headphones alone, what to bring "
        "for registering an address, and goes back to the start.",
    ),
    HEADPHONES,
    Both("Es gelingt ohne Hilfe.", "It succeeds without help."),
    same("EN 301 549 5.1.3.1, 5.1.6.1"),
    Both("Minuten ____, von ____", "minutes ____, by ____"),
)


def ear(keypad: Keypad) -> Part:
    """The rows, with the keys that are set for this terminal."""
    rows = (LOUDNESS, AFTERWARDS, START, PULLED, NECK_LOOP, LOOP, PAD, _keys(keypad), BLIND)
    return Part(Both("Ton, Kopfhörer und Tastenfeld", "Sound, headphones and keypad"), rows)


def _keys(keypad: Keypad) -> Row:
    german, english = (_listed(keypad, language) for language in (0, 1))
    return Row(
        ("K-01",),
        Both("Tasten des Tastenfelds", "Keys of the keypad"),
        Both(
            f"Jede Taste drücken und zuhören. Eingestellt sind: {german}. Danach eine Taste fünf Sekunden halten, und "
            "zwei zugleich drücken.",
            f"Press every key and listen. Those are set: {english}. Then hold a key for five seconds, and press two at "
            "once.",
        ),
        HEADPHONES,
        Both(
            "Jede tut, was ihr Zeichen sagt; gehalten wirkt sie einmal; nichts führt aus dem Kiosk hinaus.",
            "Each does what its sign says; held it acts once; nothing leads out of the kiosk.",
        ),
        same("EN 301 549 5.1.2.2, 8.1.2, 5.7"),
        Both("nicht richtig: ____", "not right: ____"),
    )


def _listed(keypad: Keypad, language: int) -> str:
    """What each key does: "einen Punkt zurück (up), …"."""
    names = {function: [name for name, of in keypad.keys.items() if of is function] for function in KEYS}
    return ", ".join(f"{KEYS[function][language]} ({', '.join(keys)})" for function, keys in names.items() if keys)
