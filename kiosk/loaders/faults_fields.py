"""Faults of a field: unknown, missing, or with a value that it cannot have."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

UNKNOWN_FIELD = Fault(
    "„{name}“ ist hier kein bekanntes Feld.",
    "{hint}",
    "'{name}' is not a known field here.",
    "{hint}",
)
MISSING_FIELD = Fault(
    "Das Feld „{name}“ fehlt ({what}).",
    "Eine Zeile „{name}: …“ ergänzen.",
    "The field '{name}' is missing ({what}).",
    "Add a line '{name}: …'.",
)
EMPTY = Fault(
    "Das Feld ist leer.",
    "Ausfüllen oder die Zeile löschen: Was nicht bekannt ist, wird weggelassen.",
    "The field is empty.",
    "Fill it in or delete the line: what is not known is left out.",
)
NOT_TEXT = Fault(
    "Hier wird ein Text erwartet, keine Liste und keine weiteren Felder.",
    'Den Text in eine Zeile schreiben; enthält er einen Doppelpunkt, in Anführungszeichen setzen: "…"',
    "A text is expected here, no list and no further fields.",
    'Write the text in one line; if it holds a colon, put it in quotes: "…"',
)
NOT_LIST = Fault(
    "Hier wird eine Liste erwartet.",
    "Schreiben: [erstes, zweites] oder jeden Eintrag in eine eigene Zeile mit „- “ davor.",
    "A list is expected here.",
    "Write: [first, second] or each entry in a line of its own with '- ' before it.",
)
TOO_MANY_ITEMS = Fault(
    "Die Liste hat mehr als {limit} Einträge; ab hier wird nichts gelesen.",
    "Die Liste kürzen.",
    "The list has more than {limit} items; nothing is read from here on.",
    "Shorten the list.",
)
NOT_FIELDS = Fault(
    "Hier werden eingerückte Felder erwartet.",
    "{hint}",
    "Indented fields are expected here.",
    "{hint}",
)
TOO_LONG = Fault(
    "Der Text hat {count} Zeichen; auf dem Bildschirm ist Platz für etwa {limit}.",
    "Kürzen: kurze Sätze, eine Sache je Satz.",
    "The text has {count} characters; the screen has room for about {limit}.",
    "Shorten it: short sentences, one thing a sentence.",
    Severity.WARNING,
)
TOO_MANY_WORDS = Fault(
    "Das sind {count} Wörter; vorgesehen sind höchstens {limit}.",
    "In weniger Wörtern sagen.",
    "These are {count} words; at most {limit} are meant.",
    "Say it in fewer words.",
    Severity.WARNING,
)
CONTACT_IN_WORDS = Fault(
    "„{value}“ steht mitten im Text: Vorlesen und Übersetzen machen daraus oft Unsinn.",
    "In das Feld phone, email oder link schreiben.",
    "'{value}' stands inside the text: reading aloud and translating often spoil it.",
    "Write it in the field phone, email or link.",
    Severity.WARNING,
)
BAD_SHAPE = Fault(
    "„{value}“ ist {what}.",
    "Schreiben wie: {example}",
    "'{value}' is {what}.",
    "Write it like: {example}",
)
BAD_CHOICE = Fault(
    "„{value}“ ist hier nicht möglich.",
    "{hint}",
    "'{value}' is not possible here.",
    "{hint}",
)
UNKNOWN_ICON = Fault(
    "Ein Bild „{value}“ gibt es nicht; gezeigt wird stattdessen ein allgemeines Zeichen.",
    "{hint} Alle Namen zeigt die Seite phosphoricons.com; sehr neue Bilder hat der Kiosk noch nicht.",
    "There is no picture '{value}'; a general sign is shown instead.",
    "{hint} All names are on the site phosphoricons.com; the kiosk does not have very new pictures yet.",
)
UNKNOWN_KEY = Fault(
    "Eine Taste namens „{value}“ gibt es nicht.",
    "{hint} Alle Namen stehen in docs/keypad.md.",
    "There is no key called '{value}'.",
    "{hint} All names are in docs/keypad.md.",
)
BAD_YES_NO = Fault(
    "„{value}“ ist weder ja noch nein.",
    "Schreiben: yes oder no.",
    "'{value}' is neither yes nor no.",
    "Write: yes or no.",
)
BAD_DATE = Fault(
    "„{value}“ ist kein Datum, das es gibt.",
    "Schreiben: Jahr-Monat (2026-05) oder Jahr-Monat-Tag (2026-05-08).",
    "'{value}' is not a date that exists.",
    "Write: year-month (2026-05) or year-month-day (2026-05-08).",
)
BAD_NUMBER = Fault(
    "„{value}“ ist keine Zahl von {low} bis {high}.",
    "Nur Ziffern schreiben, Dezimalstellen mit Punkt; üblich: {example}.",
    "'{value}' is not a number from {low} to {high}.",
    "Write digits only, decimals with a point; usual: {example}.",
)
BAD_POINT = Fault(
    "Ein Ort hat zwei Zahlen, hier stehen {count}.",
    "Erst die Breite, dann die Länge schreiben, wie: [51.338575, 12.370793]",
    "A place has two numbers, here are {count}.",
    "Write first the latitude, then the longitude, like: [51.338575, 12.370793]",
)
BAD_HOURS = Fault(
    "„{value}“ ist keine Öffnungszeit.",
    "Schreiben wie: 13-17 oder 8:30-12, 13-18 oder closed.",
    "'{value}' is not an opening time.",
    "Write it like: 13-17 or 8:30-12, 13-18 or closed.",
)
HOURS_ORDER = Fault(
    "In „{value}“ liegt ein Ende nicht nach seinem Anfang, oder zwei Zeiten überschneiden sich.",
    "Zeiten der Reihe nach schreiben: 9-12, 13-18. Über Mitternacht geht nicht.",
    "In '{value}' an end is not after its start, or two times overlap.",
    "Write the times in order: 9-12, 13-18. Past midnight is not possible.",
)
URL_SCHEME = Fault(
    "„{value}“ ist keine https-Adresse.",
    "Die Adresse aus dem Browser kopieren; sie muss mit https:// beginnen.",
    "'{value}' is not an https address.",
    "Copy the address from the browser; it must begin with https://.",
)
URL_CHARACTERS = Fault(
    "In der Adresse stehen Zeichen, die dort nicht stehen dürfen ({value}).",
    "Die Adresse aus dem Browser kopieren, ohne Leerzeichen, Umlaute und Klammern.",
    "There are characters in the address that must not be there ({value}).",
    "Copy the address from the browser, without spaces, umlauts and brackets.",
)
URL_USER = Fault(
    "Vor dem Namen der Seite steht ein „@“: So werden Besucher auf falsche Seiten gelockt.",
    "Alles zwischen // und @ löschen und prüfen, wohin die Adresse führt.",
    "There is an '@' before the name of the site: that is how visitors are lured to false pages.",
    "Delete everything between // and @ and check where the address leads.",
)
URL_PORT = Fault(
    "Die Adresse nennt einen Port ({value}).",
    "Doppelpunkt und Zahl nach dem Namen der Seite löschen.",
    "The address names a port ({value}).",
    "Delete the colon and the number after the name of the site.",
)
URL_NUMBER = Fault(
    "Die Adresse nennt statt einer Seite eine Nummer im Netz ({value}).",
    "Die Adresse mit dem Namen der Seite schreiben.",
    "The address names a number in the network instead of a site ({value}).",
    "Write the address with the name of the site.",
)
URL_LOOKALIKE = Fault(
    "Der Name der Seite enthält Zeichen, die anderen gleichen können ({value}).",
    "Die Adresse verwenden, die nur a–z, Ziffern, Punkte und Bindestriche hat.",
    "The name of the site has characters that can look like others ({value}).",
    "Use the address that has only a–z, digits, dots and hyphens.",
)
URL_HOST = Fault(
    "Die Seite „{value}“ steht nicht auf der Liste der erlaubten Seiten; der Code wird nicht gezeigt.",
    "{hint} Ist sie richtig, in config/kiosk.yaml unter hosts eintragen lassen.",
    "The site '{value}' is not on the list of allowed sites; the code is not shown.",
    "{hint} If it is right, have it entered in config/kiosk.yaml under hosts.",
)
URL_LONG = Fault(
    "Die Adresse hat {count} Zeichen; der QR-Code wird sehr fein.",
    "Eine kürzere Adresse derselben Seite verwenden (höchstens {limit} Zeichen).",
    "The address has {count} characters; the QR code gets very fine.",
    "Use a shorter address of the same page (at most {limit} characters).",
    Severity.WARNING,
)
BAD_HOST = Fault(
    "„{value}“ ist kein Name einer Seite.",
    "Nur den Namen schreiben, ohne https:// und ohne Schrägstrich: www.leipzig.de",
    "'{value}' is not the name of a site.",
    "Write the name only, without https:// and without a slash: www.leipzig.de",
)
SHORTENER = Fault(
    "„{value}“ kürzt Adressen: Niemand sieht, wohin der Code führt.",
    "Aus der Liste löschen und in den Inhalten die wirkliche Adresse verwenden.",
    "'{value}' shortens addresses: nobody sees where the code leads.",
    "Delete it from the list and use the real address in the content.",
)
LANGUAGE_UNNAMED = Fault(
    "Die Sprache „{value}“ hat keinen Namen und wird nicht gezeigt.",
    "{hint} Sonst in strings/de.yaml „language.{value}: …“ ergänzen.",
    "The language '{value}' has no name and is not shown.",
    "{hint} Otherwise add 'language.{value}: …' to strings/de.yaml.",
    Severity.WARNING,
)
