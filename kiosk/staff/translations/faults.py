"""What can be wrong with a translation that somebody hands in, in plain words."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

UNKNOWN = Fault(
    "„{context}“ gehört zu keinem Text dieses Kiosks.",
    "{hint} Neu exportieren und die Übersetzung dort eintragen.",
    "'{context}' belongs to no text of this kiosk.",
    "{hint} Export again and enter the translation there.",
)
CHANGED = Fault(
    "Das Deutsche von „{context}“ ist inzwischen anders: „{german}“.",
    "Neu exportieren und diesen Text noch einmal übersetzen.",
    "The German of '{context}' is different by now: '{german}'.",
    "Export again and translate this text once more.",
)
TWICE = Fault(
    "„{context}“ steht zweimal in der Datei; nur das erste gilt.",
    "Den zweiten Eintrag löschen.",
    "'{context}' is in the file twice; only the first one counts.",
    "Delete the second entry.",
)
PLACES = Fault(
    "Die geschweiften Klammern stimmen nicht: im Deutschen {german}, in der Übersetzung {here}.",
    "Genau dieselben Wörter in Klammern übernehmen und nicht übersetzen.",
    "The braces do not match: in the German {german}, in the translation {here}.",
    "Take over exactly the same words in braces, and do not translate them.",
)
CHARACTER = Fault(
    "Unsichtbares Zeichen {code}, das nicht in Texten stehen darf.",
    "Das Zeichen löschen oder den Satz neu tippen. Nur U+2066 bis U+2069 sind erlaubt.",
    "Invisible character {code}, which must not stand in texts.",
    "Delete it, or type the sentence anew. Only U+2066 to U+2069 are allowed.",
)
OPEN_ISOLATE = Fault(
    "Ein unsichtbares Richtungszeichen (U+2066 bis U+2068) wird nicht geschlossen.",
    "Mit U+2069 schließen oder beide löschen.",
    "An invisible direction mark (U+2066 to U+2068) is not closed.",
    "Close it with U+2069, or delete both.",
)
MARKUP = Fault(
    "„{value}“ ist Auszeichnung; auf dem Bildschirm stünde sie als Text.",
    "Nur die Wörter selbst schreiben.",
    "'{value}' is markup; on the screen it would stand there as text.",
    "Write the words alone.",
)
FIGURE = Fault(
    "Es fehlt: {value}. Nummern und Zeiten müssen wie im Deutschen dastehen (Ziffern der eigenen Schrift gehen).",
    "Nachtragen. Ein Besucher ruft sonst die falsche Nummer an oder kommt zur falschen Zeit.",
    "Missing: {value}. Numbers and times must be as in the German (digits of the own script are fine).",
    "Add it. Otherwise a visitor calls the wrong number, or comes at the wrong time.",
)
TOO_LONG = Fault(
    "Lang: {count} Zeichen, empfohlen sind höchstens {limit}.",
    "Kürzen, wenn es geht; sonst am Bildschirm ansehen.",
    "Long: {count} characters, at most {limit} are recommended.",
    "Shorten it if possible; otherwise look at it on the screen.",
    Severity.WARNING,
)
FAR_TOO_LONG = Fault(
    "Zu lang: {count} Zeichen, höchstens {limit}.",
    "Kürzen oder den deutschen Text teilen.",
    "Too long: {count} characters, at most {limit}.",
    "Shorten it, or divide the German text.",
)
FUZZY = Fault(
    "„{context}“ ist noch als unsicher markiert (fuzzy) und bleibt, wie es ist.",
    "Den Text ansehen und die Markierung im Übersetzungsprogramm wegnehmen.",
    "'{context}' is still marked as needing work (fuzzy) and stays as it is.",
    "Look at the text and take the mark away in the translation program.",
    Severity.WARNING,
)
OLD_SAY = Fault(
    "Der Text ist neu, aber „{context}“ (wie er gesprochen wird) ist noch der alte.",
    "Prüfen, ob Gesprochenes und Geschriebenes dasselbe sagen.",
    "The text is new, but '{context}' (how it is spoken) is still the old one.",
    "Check whether what is spoken and what is written say the same.",
    Severity.WARNING,
)
LONE_SAY = Fault(
    "„{context}“ sagt, wie ein Text gesprochen wird, den es in dieser Sprache noch nicht gibt.",
    "Zuerst den Text selbst übersetzen.",
    "'{context}' says how a text is spoken that is not there yet in this language.",
    "Translate the text itself first.",
)
CANNOT_ACCEPT_MISSING = Fault(
    "„{context}“ ist nicht übersetzt und kann nicht als geprüft gelten: {german}",
    "Zuerst übersetzen: translations export und import.",
    "'{context}' is not translated and cannot count as checked: {german}",
    "Translate it first: translations export and import.",
)
CANNOT_ACCEPT_OUTDATED = Fault(
    "„{context}“ ist älter als das Deutsche und kann nicht als geprüft gelten. Deutsch: {german}",
    "Die Übersetzung anpassen: translations export und import.",
    "'{context}' is older than the German and cannot count as checked. German: {german}",
    "Adapt the translation: translations export and import.",
)
NO_SUCH = Fault(
    "„{context}“: Dazu gibt es keine Texte.",
    "{hint}",
    "'{context}': there are no texts for it.",
    "{hint}",
)
