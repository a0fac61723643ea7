"""Faults in the lists of pronunciation. None takes anything off the screen: a text is always shown and spoken."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

NO_LIST = Fault(
    "Für diese Sprache fehlt die Ausspracheliste; die Stimme liest Zahlen, Abkürzungen und Namen, wie sie es kann.",
    "pronunciation/{name} anlegen, am einfachsten als Kopie von pronunciation/en.yaml.",
    "This language has no list of pronunciation; its voice reads numbers, abbreviations and names as it can.",
    "Create pronunciation/{name}, most easily as a copy of pronunciation/en.yaml.",
    Severity.WARNING,
)
WRONG_COUNT = Fault(
    "Hier stehen {count} Wörter, es müssen {wanted} sein; bis dahin liest die Stimme diese Zahlen, wie sie es kann.",
    "Der Reihe nach ergänzen, was fehlt, oder löschen, was zu viel ist; zwischen zwei Wörtern steht ein Komma.",
    "There are {count} words here, there must be {wanted}; until then the voice reads these numbers as it can.",
    "Add what is missing in its order, or delete what is too much; between two words there is a comma.",
)
WRONG_PLACES = Fault(
    "Hier müssen genau diese Wörter in geschweiften Klammern stehen: {wanted} (jetzt: {here}).",
    "Den Satz darum herum frei schreiben, die Wörter in den Klammern nicht übersetzen.",
    "Exactly these words in braces must stand here: {wanted} (now: {here}).",
    "Write freely around them, do not translate the words in the braces.",
)
NO_YEAR = Fault(
    "„{value}“ ist keine Jahreszahl.",
    "Vier Ziffern schreiben: 2026.",
    "'{value}' is not a year.",
    "Write four digits: 2026.",
)
SAY_PLACES = Fault(
    "In der gesprochenen Fassung stehen Wörter in geschweiften Klammern, die der Text nicht hat; sie gilt nicht.",
    "Nur die Wörter in Klammern verwenden, die auch im Text stehen.",
    "The spoken form has words in braces that the text does not have; it is not used.",
    "Use only those words in braces that stand in the text, too.",
)
