"""Rows of the acceptance sheet: how the screen hangs, and the room around it (accessibility.md R)."""

from __future__ import annotations

from kiosk.domain.reach import HIGHEST_MM, LOWEST_MM
from kiosk.loaders.faults import Both
from kiosk.staff.doctor.measures import Measures
from kiosk.staff.doctor.row import Part, Row, Value, figure, same

HIGHEST_REACH, LOWEST_REACH = 1220, 380
"""Millimetres above the floor (EN 301 549 8.3.2.1, 8.3.3.1; accessibility.md R-01)."""
HIGHEST_WORDS = 1400
"""Millimetres above the floor: what is to be read in low mode is not higher (R-03, our own value)."""
TAPE = Both("Maßband", "tape measure")


def room(measures: Measures) -> Part:
    """The rows, with what should be found on this terminal."""
    rows = (_panel(measures), _usual(measures), _low(measures), _seated(measures), GLARE, FLOOR, KNEES, SIDES)
    return Part(Both("Wie der Bildschirm hängt, und der Platz davor", "How the screen hangs, and the room"), rows)


def _panel(measures: Measures) -> Row:
    width, edge = figure(measures.width, "de"), measures.bottom_edge
    return Row(
        ("R-01", "R-02", "S-01", "T-02"),
        Both("Zuerst: Bild und Höhe", "First: picture and height"),
        Both(
            "Messen, wie breit das leuchtende Bild ist, und wie hoch seine Unterkante über dem fertigen Boden ist. "
            "Stimmt etwas nicht: config/kiosk.yaml ändern und dieses Blatt neu drucken, denn alle berechneten Werte "
            "hängen davon ab.",
            "Measure how wide the lit picture is, and how high its lower edge is above the finished floor. If "
            "something differs: change config/kiosk.yaml and print this sheet again, for all computed values depend "
            "on it.",
        ),
        TAPE,
        Both(f"Breite {width} mm, Unterkante {edge} mm, je ± 5 mm", f"width {width} mm, edge {edge} mm, ± 5 mm each"),
        same("config/kiosk.yaml"),
        Both("Breite ____ mm, Unterkante ____ mm", "width ____ mm, lower edge ____ mm"),
    )


def _usual(measures: Measures) -> Row:
    lowest, highest = measures.bar.least, measures.bar.most
    return Row(
        ("R-01",),
        Both("Tasten der Leiste", "Keys of the bar"),
        Both(
            "Eine Sprache wählen. An der Leiste unten messen, wie hoch die unterste Taste beginnt und die oberste "
            "endet.",
            "Choose a language. On the bar at the bottom measure where the lowest key begins and the highest one ends.",
        ),
        TAPE,
        Both(
            f"{LOWEST_REACH} bis {HIGHEST_REACH} mm über dem Boden. Steht etwas 510 bis 635 mm tief davor: höchstens "
            "1120 mm.",
            f"{LOWEST_REACH} to {HIGHEST_REACH} mm above the floor. If something 510 to 635 mm deep is in front: at "
            f"most 1120 mm.",
        ),
        same("EN 301 549 8.3.2, 8.3.3"),
        Both("unterste ____ mm, oberste ____ mm", "lowest ____ mm, highest ____ mm"),
        (
            Value(Both("unterste ab", "lowest from"), lowest, LOWEST_REACH, HIGHEST_REACH),
            Value(Both("oberste bis", "highest up to"), highest, LOWEST_REACH, HIGHEST_REACH),
        ),
    )


def _low(measures: Measures) -> Row:
    return Row(
        ("R-02",),
        Both("Tasten der niedrigen Ansicht", "Keys of the low view"),
        Both(
            "„Tiefer“ berühren. Sprachauswahl, Start, eine Liste und eine Karte öffnen. Die unterste und die oberste "
            "Taste von allen messen.",
            "Touch 'Lower'. Open the languages, the start, a list and a card. Measure the lowest and the highest key "
            "of them all.",
        ),
        TAPE,
        Both(f"{LOWEST_MM} bis {HIGHEST_MM} mm über dem Boden", f"{LOWEST_MM} to {HIGHEST_MM} mm above the floor"),
        same("EN 301 549 8.3.0, DIN 18040"),
        Both("unterste ____ mm, oberste ____ mm", "lowest ____ mm, highest ____ mm"),
        (
            Value(Both("unterste ab", "lowest from"), measures.low.least, LOWEST_MM, HIGHEST_MM),
            Value(Both("oberste bis", "highest up to"), measures.low.most, LOWEST_MM, HIGHEST_MM),
        ),
    )


def _seated(measures: Measures) -> Row:
    return Row(
        ("R-03",),
        Both("Lesen im Sitzen", "Reading while seated"),
        Both(
            "„Tiefer“ berühren. So sitzen, dass die Augen 1015 mm über dem Boden und 600 mm vor dem Bildschirm sind. "
            "Start und eine Karte lesen.",
            "Touch 'Lower'. Sit so that your eyes are 1015 mm above the floor and 600 mm from the screen. Read the "
            "start and a card.",
        ),
        Both("Stuhl, Maßband", "chair, tape measure"),
        Both(
            f"Jedes Wort ist zu lesen. Der Text endet oben bei höchstens {HIGHEST_WORDS} mm.",
            f"Every word can be read. The text ends at {HIGHEST_WORDS} mm at most.",
        ),
        Both("EN 301 549 8.3.5; 1400 mm: eigener Wert", "EN 301 549 8.3.5; 1400 mm: our own value"),
        Both("Text bis ____ mm", "text up to ____ mm"),
        (Value(Both("Text bis", "text up to"), measures.low_words, 0, HIGHEST_WORDS),),
    )


GLARE = Row(
    ("R-03", "C-01"),
    Both("Spiegelung", "Glare"),
    Both(
        "Zur hellsten Zeit des Tages und am Abend bei Lampenlicht, im Stehen und im Sitzen: 600 mm vor dem Bildschirm "
        "eine Karte lesen, auch mit „Kontrast“.",
        "At the brightest time of the day and in the evening by lamplight, standing and seated: read a card 600 mm "
        "from the screen, with 'Contrast', too.",
    ),
    Both("Augen", "eyes"),
    Both("Keine Lampe und kein Fenster macht ein Wort unlesbar.", "No lamp and no window makes a word unreadable."),
    same("EN 301 549 8.3.5"),
    Both("mittags ____ abends ____", "at noon ____ in the evening ____"),
)
FLOOR = Row(
    ("R-04",),
    Both("Freie Fläche davor", "Free floor in front"),
    Both(
        "Die ebene Fläche vor dem Bildschirm messen: ohne Möbel, Aufsteller, Matten und Schwellen.",
        "Measure the level floor in front of the screen: without furniture, stands, mats and thresholds.",
    ),
    TAPE,
    Both(
        "Mindestens 1500 × 1500 mm; wo nur seitlich angefahren wird, 1200 × 1500 mm. Nirgends unter 760 × 1220 mm.",
        "At least 1500 × 1500 mm; where people only come alongside, 1200 × 1500 mm. Nowhere below 760 × 1220 mm.",
    ),
    same("DIN 18040; EN 301 549 8.3.4.2"),
    Both("____ × ____ mm", "____ × ____ mm"),
)
KNEES = Row(
    ("R-04",),
    Both("Platz für Knie und Füße", "Room for knees and feet"),
    Both(
        "Kommt man mit dem Rollstuhl nur von vorn heran: den Freiraum unter dem Bildschirm messen.",
        "If a wheelchair can only come from the front: measure the free space below the screen.",
    ),
    TAPE,
    Both(
        "Mindestens 760 mm breit; bei den Füßen 430 mm tief; bei den Knien 685 mm hoch und dort 205 mm tief.",
        "At least 760 mm wide; 430 mm deep for the feet; for the knees 685 mm high and 205 mm deep there.",
    ),
    same("EN 301 549 8.3.2.4 – 8.3.2.6; DIN 18040: 150 mm"),
    Both("breit ____ Füße ____ Knie hoch ____ tief ____ mm", "wide ____ feet ____ knees high ____ deep ____ mm"),
)
SIDES = Row(
    ("R-04",),
    Both("Wände an der Seite", "Walls at the sides"),
    Both(
        "Messen, wie weit die äußersten Tasten von Wänden und festen Möbeln an den Seiten entfernt sind.",
        "Measure how far the outermost keys are from walls and fixed furniture at the sides.",
    ),
    TAPE,
    Both("Mindestens 500 mm auf jeder Seite", "At least 500 mm on each side"),
    same("DIN 18040"),
    Both("links ____ mm, rechts ____ mm", "left ____ mm, right ____ mm"),
)
