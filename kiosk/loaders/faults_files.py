"""Faults of a file as such: that it cannot be opened, is not text, or is not the plain YAML that we read."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

MISSING_FILE = Fault(
    "Die Datei fehlt.",
    "Die Datei „{name}“ anlegen.",
    "The file is missing.",
    "Create the file '{name}'.",
)
MISSING_FOLDER = Fault(
    "Der Ordner fehlt.",
    "Den Ordner anlegen oder den richtigen angeben.",
    "The folder is missing.",
    "Create the folder or name the right one.",
)
OUTSIDE = Fault(
    "Die Datei liegt außerhalb des Ordners.",
    "Die Datei in den Ordner verschieben.",
    "The file lies outside the folder.",
    "Move the file into the folder.",
)
SYMLINK = Fault(
    "Das ist nur ein Verweis (Symlink) auf etwas anderes.",
    "Die Datei selbst an diese Stelle kopieren.",
    "This is only a symbolic link to something else.",
    "Copy the file itself to this place.",
)
NOT_A_FILE = Fault(
    "Das ist keine gewöhnliche Datei.",
    "Durch eine Textdatei ersetzen oder löschen.",
    "This is not an ordinary file.",
    "Replace it by a text file or delete it.",
)
CANNOT_OPEN = Fault(
    "Die Datei lässt sich nicht öffnen ({detail}).",
    "Leserechte der Datei prüfen; die IT fragen, wenn es bleibt.",
    "The file cannot be opened ({detail}).",
    "Check the permission to read it; ask IT if it stays.",
)
TOO_BIG = Fault(
    "Die Datei ist größer als {limit} KB.",
    "Die Datei kürzen; Texte auf mehrere Dateien verteilen.",
    "The file is larger than {limit} KB.",
    "Shorten the file; spread the texts over several files.",
)
TOO_MANY = Fault(
    "Der Ordner ist zu groß: mehr als {files} Dateien oder {megabytes} MB.",
    "Dateien löschen, die nicht hierher gehören. Ab hier wird nichts mehr gelesen.",
    "The folder is too large: more than {files} files or {megabytes} MB.",
    "Delete files that do not belong here. Nothing is read from here on.",
)
BAD_FILE_NAME = Fault(
    "Der Dateiname „{name}“ ist keine Kennung.",
    "Umbenennen: nur kleine Buchstaben a–z, Ziffern und Bindestriche, höchstens 40, dann „.yaml“.",
    "The file name '{name}' is no id.",
    "Rename it: only small letters a–z, digits and hyphens, at most 40, then '.yaml'.",
)
UNKNOWN_NAME = Fault(
    "„{name}“ gehört zu keinem Inhalt und wird nicht gelesen.",
    "{hint} Sonst löschen.",
    "'{name}' belongs to no content and is not read.",
    "{hint} Otherwise delete it.",
    Severity.WARNING,
)
NOT_UTF8 = Fault(
    "Die Datei ist nicht als UTF-8 gespeichert; Umlaute und andere Schriften wären zerstört.",
    "Im Editor „Speichern unter“ wählen und als UTF-8 speichern.",
    "The file is not saved as UTF-8; umlauts and other scripts would be destroyed.",
    "Choose 'Save as' in the editor and save as UTF-8.",
)
CONTROL_CHARACTER = Fault(
    "Hier steht ein unsichtbares Steuerzeichen ({code}).",
    "Das Zeichen löschen; am besten die Stelle neu tippen.",
    "There is an invisible control character here ({code}).",
    "Delete the character; best type the place again.",
)
LOST_CHARACTER = Fault(
    "Hier steht „\ufffd“: Ein Zeichen ging beim Speichern oder Kopieren verloren.",
    "Das richtige Zeichen einsetzen.",
    "There is a '\ufffd' here: a character was lost in saving or copying.",
    "Put in the right character.",
)
BIDI_CONTROL = Fault(
    "Hier steht ein unsichtbares Zeichen ({code}), das die Schreibrichtung umkehrt.",
    "Das Zeichen löschen; erlaubt sind nur die Isolate U+2066 bis U+2069.",
    "There is an invisible character here ({code}) that turns the writing direction.",
    "Delete the character; only the isolates U+2066 to U+2069 are allowed.",
)
BIDI_MARK = Fault(
    "Hier steht eine unsichtbare Richtungsmarke ({code}).",
    "Löschen; der Kiosk ordnet Zahlen und Namen selbst richtig an.",
    "There is an invisible direction mark here ({code}).",
    "Delete it; the kiosk itself puts numbers and names in the right order.",
    Severity.WARNING,
)
OPEN_ISOLATE = Fault(
    "Ein Richtungszeichen (U+2066 bis U+2068) wird nicht mit U+2069 geschlossen oder umgekehrt.",
    "Die unsichtbaren Zeichen löschen; der Kiosk setzt sie selbst.",
    "A direction character (U+2066 to U+2068) is not closed by U+2069, or the other way round.",
    "Delete the invisible characters; the kiosk sets them itself.",
)
EMPTY_FILE = Fault(
    "Die Datei ist leer.",
    "Ausfüllen oder löschen.",
    "The file is empty.",
    "Fill it in or delete it.",
)
TAB = Fault(
    "Die Zeile ist mit einem Tabulator eingerückt.",
    "Den Tabulator löschen und mit Leerzeichen einrücken (zwei je Stufe).",
    "The line is indented with a tab.",
    "Delete the tab and indent with spaces (two a level).",
)
COLON_IN_TEXT = Fault(
    "Im Text steht ein Doppelpunkt mit Leerzeichen; YAML liest ihn als neues Feld.",
    'Den ganzen Text in Anführungszeichen setzen: {name}: "…"',
    "There is a colon with a space in the text; YAML reads it as a new field.",
    'Put the whole text in quotes: {name}: "…"',
)
NO_SPACE_AFTER_COLON = Fault(
    "Nach dem Doppelpunkt fehlt ein Leerzeichen.",
    "Schreiben: {name}: …",
    "A space is missing after the colon.",
    "Write: {name}: …",
)
NO_COLON = Fault(
    "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
    "Schreiben: Feldname, Doppelpunkt, Leerzeichen, Wert. Listenpunkte: Bindestrich, Leerzeichen, Text.",
    "The colon after the field's name is missing in this line.",
    "Write: field name, colon, space, value. Items of a list: hyphen, space, text.",
)
INDENT = Fault(
    "Die Zeile ist anders eingerückt als die Zeilen, zu denen sie gehört.",
    "Felder derselben Stufe genau untereinander beginnen lassen.",
    "The line is indented differently from the lines it belongs to.",
    "Let fields of the same level start exactly below each other.",
)
OPEN_QUOTE = Fault(
    "Hier beginnt ein Anführungszeichen, das nirgends geschlossen wird.",
    "Am Ende des Textes dasselbe Anführungszeichen setzen.",
    "A quote begins here that is closed nowhere.",
    "Put the same quote at the end of the text.",
)
AFTER_QUOTE = Fault(
    "Nach dem schließenden Anführungszeichen steht noch Text.",
    "Den ganzen Text in Anführungszeichen setzen; innen „ und “ verwenden.",
    "There is more text after the closing quote.",
    "Put the whole text in quotes; use ‘ and ’ inside.",
)
OPEN_BRACKET = Fault(
    "Hier beginnt eine Klammer, die nicht geschlossen wird, oder es fehlt ein Komma.",
    "Die Klammer mit ] oder }} schließen und Einträge mit Komma trennen.",
    "A bracket begins here that is not closed, or a comma is missing.",
    "Close the bracket with ] or }} and part entries with commas.",
)
BAD_START = Fault(
    "Ein Text darf nicht mit „{character}“ beginnen.",
    'Den ganzen Text in Anführungszeichen setzen: "{character}…"',
    "A text must not begin with '{character}'.",
    'Put the whole text in quotes: "{character}…"',
)
BACKSLASH = Fault(
    "Nach „\\“ folgt in doppelten Anführungszeichen etwas Unbekanntes.",
    "Den Backslash verdoppeln (\\\\) oder einfache Anführungszeichen verwenden.",
    "Something unknown follows '\\' in double quotes.",
    "Double the backslash (\\\\) or use single quotes.",
)
NOT_YAML = Fault(
    "Die Datei ist ab hier nicht lesbar ({detail}).",
    "Diese und die vorige Zeile mit einer Datei vergleichen, die stimmt.",
    "The file cannot be read from here ({detail}).",
    "Compare this line and the one before with a file that is right.",
)
ANCHOR = Fault(
    "Anker und Verweise (& und *) sind nicht erlaubt.",
    "Den Text an jeder Stelle ausschreiben; beginnt er mit & oder *, in Anführungszeichen setzen.",
    "Anchors and aliases (& and *) are not allowed.",
    "Write the text out in every place; if it begins with & or *, put it in quotes.",
)
MERGE_KEY = Fault(
    "Das Einmischen mit „<<“ ist nicht erlaubt.",
    "Die Felder ausschreiben.",
    "Merging with '<<' is not allowed.",
    "Write the fields out.",
)
TAG = Fault(
    "Typangaben mit „!“ sind nicht erlaubt.",
    "Die Angabe löschen; beginnt der Text mit !, in Anführungszeichen setzen.",
    "Types marked with '!' are not allowed.",
    "Delete the mark; if the text begins with !, put it in quotes.",
)
SECOND_DOCUMENT = Fault(
    "Hier beginnt mit „---“ ein zweites Dokument.",
    "Die Zeile löschen; je Eintrag eine eigene Datei anlegen.",
    "A second document begins here with '---'.",
    "Delete the line; make a file for each entry.",
)
TOO_DEEP = Fault(
    "Mehr als {limit} Stufen ineinander.",
    "Klammern und Einrückungen prüfen; kein Inhalt braucht so viele Stufen.",
    "More than {limit} levels inside each other.",
    "Check brackets and indentation; no content needs so many levels.",
)
BAD_KEY = Fault(
    "Hier fehlt ein Feldname vor dem Doppelpunkt.",
    "Schreiben: Feldname, Doppelpunkt, Leerzeichen, Wert.",
    "A field's name is missing before the colon.",
    "Write: field name, colon, space, value.",
)
NO_FIELDS = Fault(
    "Hier werden Felder erwartet: Name, Doppelpunkt, Wert.",
    "Jede Zeile so schreiben: Feldname, Doppelpunkt, Leerzeichen, Wert.",
    "Fields are expected here: name, colon, value.",
    "Write each line like this: field name, colon, space, value.",
)
DUPLICATE = Fault(
    "„{name}“ steht zweimal da, zuerst in Zeile {first}.",
    "Eine der beiden Zeilen löschen.",
    "'{name}' is there twice, first in line {first}.",
    "Delete one of the two lines.",
)
SWALLOWED = Fault(
    "Alles nach „ #“ gilt als Bemerkung und wird nicht gezeigt.",
    'Gehört es zum Text, alles in Anführungszeichen setzen: "…"; sonst nach dem # ein Leerzeichen schreiben.',
    "Everything after ' #' is a remark and is not shown.",
    'If it belongs to the text, put all of it in quotes: "…"; otherwise write a space after the #.',
    Severity.WARNING,
)
