"""Rows of the acceptance sheet: what a ruler, a light meter and phones find on the glass (accessibility.md T, S, C,
Q)."""

from __future__ import annotations

from kiosk.loaders.faults import Both
from kiosk.staff.doctor.measures import Measures
from kiosk.staff.doctor.row import Part, Row, Value, figure, same

CAPITAL, CAPITAL_LARGE = 4.8, 7.3
"""Millimetres: capital letters of the smallest words (T-02), and with large words (T-01: 0.7 degrees at 600 mm)."""
TARGET, KEY = 20, 25
"""Millimetres: the smaller side of anything to press, and of the keys of the bar (S-01)."""
SYMBOL = 60
"""Millimetres: a code without its white border (Q-01)."""
LOWEST_CODE, HIGHEST_CODE = 900, 1200
"""Millimetres above the floor: the middle of a code (Q-03)."""
RULER = Both("Lineal, Lupe", "ruler, magnifying glass")
OWN = Both("eigener Wert", "our own value")


def glass(measures: Measures) -> Part:
    """The rows, with what should be found on this terminal."""
    letters = _capital(measures.capital, CAPITAL, *USUAL), _capital(measures.capital_large, CAPITAL_LARGE, *LARGE)
    rows = (*letters, _sizes(measures), GAPS, TOUCH, BRIGHTNESS, MOTION)
    return Part(Both("Schrift, Tasten und Licht auf dem Glas", "Words, keys and light on the glass"), rows)


def codes(measures: Measures) -> Part:
    """The rows about codes; of a kiosk without codes none."""
    rows = (_symbol(measures), _height(measures), PHONES) if measures.codes else ()
    return Part(Both("QR-Codes", "QR codes"), rows)


USUAL = (
    "T-02",
    Both("Kleinste Schrift", "Smallest words"),
    Both("In der gewöhnlichen Ansicht", "In the usual view"),
    Both("ADA 707.7.2 (3/16 Zoll), eigener Wert", "ADA 707.7.2 (3/16 inch), our own value"),
)
LARGE = (
    "T-01",
    Both("Kleinste große Schrift", "Smallest large words"),
    Both("Nach „Größer“", "After 'Larger'"),
    Both("EN 301 549 5.1.4: 0,7° aus 600 mm", "EN 301 549 5.1.4: 0.7° from 600 mm"),
)


def _capital(found: float, least: float, id_: str, title: Both, view: Both, source: Both) -> Row:
    return Row(
        (id_,),
        title,
        Both(
            f"{view.de} auf Start, einer Liste und einer Karte die kleinsten Wörter suchen. Die Höhe eines "
            "Großbuchstabens messen.",
            f"{view.en} look for the smallest words on the start, a list and a card. Measure the height of a capital "
            "letter.",
        ),
        RULER,
        Both(f"Mindestens {figure(least, 'de', 1)} mm", f"At least {figure(least, 'en', 1)} mm"),
        source,
        Both("____ mm", "____ mm"),
        (Value(Both("Großbuchstabe", "capital letter"), found, least, digits=1),),
    )


def _sizes(measures: Measures) -> Row:
    return Row(
        ("S-01",),
        Both("Größe der Tasten", "Size of keys"),
        Both(
            "Die kürzere Seite messen: einer Taste der Leiste, einer Kachel auf Start, und der Taste „Lauter“ (+) auf "
            "einer Karte.",
            "Measure the shorter side of a key of the bar, of a tile on the start, and of the key 'Louder' (+) on a "
            "card.",
        ),
        RULER,
        Both(
            f"Leiste und Kacheln {KEY} mm, alle anderen {TARGET} mm", f"bar and tiles {KEY} mm, all others {TARGET} mm"
        ),
        Both("WCAG 2.5.5: 9,8 mm; mehr: eigener Wert", "WCAG 2.5.5: 9.8 mm; more: our own value"),
        Both("Leiste ____ Kachel ____ Lauter ____ mm", "bar ____ tile ____ louder ____ mm"),
        (
            Value(Both("kleinste der Leiste", "smallest of the bar"), measures.key, KEY),
            Value(Both("kleinste überhaupt", "smallest of all"), measures.target, TARGET),
        ),
    )


GAPS = Row(
    ("S-02",),
    Both("Abstand der Tasten", "Distance of keys"),
    Both(
        "Den Abstand zwischen zwei Tasten der Leiste messen, und den zwischen der Leiste und dem Rahmen.",
        "Measure the distance between two keys of the bar, and the one between the bar's keys and the frame.",
    ),
    RULER,
    Both("Zwischen Tasten 3 mm, zum Rahmen 10 mm", "3 mm between keys, 10 mm to the frame"),
    OWN,
    Both("Tasten ____ mm, Rahmen ____ mm", "keys ____ mm, frame ____ mm"),
)
TOUCH = Row(
    ("S-03", "S-05"),
    Both("Berühren", "Touching"),
    Both(
        "Zehn Kacheln je einmal kurz berühren. „Zurück“ zweimal schnell berühren. Auf eine Kachel fassen, daneben "
        "fahren, loslassen.",
        "Touch ten tiles once each. Touch 'Back' twice quickly. Put a finger on a tile, slide off it, lift it.",
    ),
    Both("ein Finger, auch im Handschuh", "one finger, in a glove, too"),
    Both(
        "Jede Berührung öffnet genau eine Seite; zweimal schnell gilt einmal; daneben loslassen tut nichts.",
        "Every touch opens exactly one page; twice quickly counts once; lifting beside it does nothing.",
    ),
    same("EN 301 549 5.8, 11.2.5.2"),
    Both("von zehn ____", "of ten ____"),
)
BRIGHTNESS = Row(
    ("C-01",),
    Both("Helligkeit", "Brightness"),
    Both(
        "Die Sprachauswahl öffnen. Die Leuchtdichte einer weißen Kachel in der Mitte und in zwei Ecken messen.",
        "Open the languages. Measure the luminance of a white tile in the middle and in two corners.",
    ),
    Both("Leuchtdichte-Messgerät", "luminance meter"),
    Both("Mindestens 250 cd/m²", "At least 250 cd/m²"),
    OWN,
    Both("Mitte ____ Ecken ____ und ____ cd/m²", "middle ____ corners ____ and ____ cd/m²"),
)
MOTION = Row(
    ("C-04", "C-05"),
    Both("Ruhe auf dem Bildschirm", "A calm screen"),
    Both(
        "Je eine Minute zusehen, ohne etwas zu berühren: dem Wartebild, dem Start, einer Karte beim Vorlesen.",
        "Watch for a minute each without touching anything: the waiting screen, the start, a card while it is read "
        "aloud.",
    ),
    Both("Augen, Uhr", "eyes, watch"),
    Both(
        "Nichts blitzt oder flackert. Außer im Wartebild ändern sich nur Uhrzeit und der markierte Satz.",
        "Nothing flashes or flickers. But for the waiting screen only the time and the marked sentence change.",
    ),
    same("EN 301 549 11.2.3.1, 11.2.2.2"),
    Both("gesehen: ____", "seen: ____"),
)


def _symbol(measures: Measures) -> Row:
    return Row(
        ("Q-01",),
        Both("Größe des Codes", "Size of the code"),
        Both(
            "Auf drei Karten die Seite des Codes messen, ohne den weißen Rand.",
            "On three cards measure the side of the code, without its white border.",
        ),
        RULER,
        Both(f"Mindestens {SYMBOL} mm", f"At least {SYMBOL} mm"),
        Both("ein Zehntel von 600 mm, eigener Wert", "a tenth of 600 mm, our own value"),
        Both("____ ____ ____ mm", "____ ____ ____ mm"),
        (Value(Both("kleinster", "smallest"), measures.symbol, SYMBOL),),
    )


def _height(measures: Measures) -> Row:
    assert measures.codes is not None
    return Row(
        ("Q-03",),
        Both("Höhe des Codes", "Height of the code"),
        Both(
            "In der gewöhnlichen Ansicht auf einer Karte messen, wie hoch die Mitte des Codes über dem Boden ist.",
            "In the usual view measure on a card how high the middle of the code is above the floor.",
        ),
        Both("Maßband", "tape measure"),
        Both(f"{LOWEST_CODE} bis {HIGHEST_CODE} mm", f"{LOWEST_CODE} to {HIGHEST_CODE} mm"),
        OWN,
        Both("____ mm", "____ mm"),
        (
            Value(Both("niedrigste Mitte", "lowest middle"), measures.codes.least, LOWEST_CODE, HIGHEST_CODE),
            Value(Both("höchste Mitte", "highest middle"), measures.codes.most, LOWEST_CODE, HIGHEST_CODE),
        ),
    )


PHONES = Row(
    ("Q-02", "Q-04"),
    Both("Codes mit echten Handys", "Codes with real phones"),
    Both(
        "Fünf Codes mit drei Handys verschiedener Hersteller scannen, eines davon älter, 600 mm vor dem Bildschirm. "
        "Einmal auch mit „Kontrast“ und „Tiefer“.",
        "Scan five codes with three phones of different makers, one of them older, 600 mm from the screen. Once also "
        "with 'Contrast' and 'Lower'.",
    ),
    Both("drei Handys mit Internet", "three phones with internet"),
    Both(
        "Jedes Handy öffnet die Seite, deren Adresse unter dem Code steht, in der Sprache, die darunter steht.",
        "Every phone opens the page whose address stands below the code, in the language that is named there.",
    ),
    same("ISO/IEC 18004; EN 301 549 5.1.3.6"),
    Both("Handy 1 ____ 2 ____ 3 ____ von fünf", "phone 1 ____ 2 ____ 3 ____ of five"),
)
