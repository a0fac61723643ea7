"""Faults between files: what points at nothing, stands twice, or is not (or no longer) translated."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

NO_GERMAN = Fault(
    "Deutsch (de) fehlt unter den Sprachen; ohne die Ausgangssprache kann der Kiosk nichts zeigen.",
    "Den Eintrag für „code: de“ ergänzen oder berichtigen.",
    "German (de) is missing among the languages; without the source language the kiosk can show nothing.",
    "Add or mend the entry for 'code: de'.",
)
NO_GERMAN_STRINGS = Fault(
    "Die deutschen Wörter der Oberfläche fehlen; der Kiosk kann so nicht starten.",
    "strings/de.yaml berichtigen oder wiederherstellen.",
    "The German words of the interface are missing; the kiosk cannot start like this.",
    "Mend or restore strings/de.yaml.",
)
MISSING_WORD = Fault(
    "Das deutsche Wort „{name}“ fehlt; auf dem Bildschirm bleibt seine Stelle leer.",
    "Unter „words:“ eine Zeile „{name}: …“ ergänzen.",
    "The German word '{name}' is missing; its place on the screen stays empty.",
    "Add a line '{name}: …' below 'words:'.",
)
MISSPELT_WORD = Fault(
    "Das deutsche Wort „{name}“ fehlt; auf dem Bildschirm bleibt seine Stelle leer. Heißt es hier „{written}“?",
    "„{written}“ in „{name}“ umbenennen.",
    "The German word '{name}' is missing; its place on the screen stays empty. Is it called '{written}' here?",
    "Rename '{written}' to '{name}'.",
)
TWICE = Fault(
    "„{name}“ gibt es schon; dieser zweite Eintrag wird nicht gezeigt.",
    "Einen der beiden löschen oder umbenennen.",
    "There is already a '{name}'; this second entry is not shown.",
    "Delete or rename one of the two.",
)
RESERVED = Fault(
    "„{name}“ ist die Kennung des Zentrums selbst.",
    "Die Datei umbenennen; Angaben über das Zentrum gehören in centre.yaml.",
    "'{name}' is the id of the centre itself.",
    "Rename the file; facts about the centre belong in centre.yaml.",
)
UNKNOWN_TOPIC = Fault(
    "Das Thema „{value}“ gibt es nicht; der Dienst wird nicht gezeigt.",
    "{hint}",
    "There is no topic '{value}'; the service is not shown.",
    "{hint}",
)
UNKNOWN_ORGANISATION = Fault(
    "Die Organisation „{value}“ gibt es nicht; auf der Karte steht kein Ort.",
    "{hint} Sonst organisations/{value}.yaml anlegen.",
    "There is no organisation '{value}'; the card names no place.",
    "{hint} Otherwise create organisations/{value}.yaml.",
)
LOST_ORGANISATION = Fault(
    "Die Organisation „{value}“ hat Fehler; bis dahin steht auf der Karte kein Ort.",
    "organisations/{value}.yaml berichtigen.",
    "The organisation '{value}' has errors; until then the card names no place.",
    "Mend organisations/{value}.yaml.",
    Severity.WARNING,
)
LOST_TOPIC = Fault(
    "Das Thema „{value}“ hat Fehler; bis dahin wird der Dienst nicht gezeigt.",
    "Das Thema in topics.yaml berichtigen.",
    "The topic '{value}' has errors; until then the service is not shown.",
    "Mend the topic in topics.yaml.",
)
ORDER_UNKNOWN = Fault(
    "Den Dienst „{value}“ gibt es nicht.",
    "{hint} Sonst aus der Liste löschen.",
    "There is no service '{value}'.",
    "{hint} Otherwise delete it from the list.",
    Severity.WARNING,
)
ORDER_ELSEWHERE = Fault(
    "Der Dienst „{value}“ gehört zum Thema „{topic}“.",
    "Hier löschen oder in services/{value}.yaml das Thema ändern.",
    "The service '{value}' belongs to the topic '{topic}'.",
    "Delete it here or change the topic in services/{value}.yaml.",
    Severity.WARNING,
)
ORDER_TWICE = Fault(
    "„{value}“ steht zweimal in der Liste.",
    "Einmal löschen.",
    "'{value}' is twice in the list.",
    "Delete one of them.",
    Severity.WARNING,
)
UNNAMED_LANGUAGE = Fault(
    "Für die Sprache „{value}“ fehlt ihr Name in den Wörtern der Oberfläche.",
    "In strings/de.yaml „language.{value}: …“ ergänzen.",
    "The language '{value}' has no name among the words of the interface.",
    "Add 'language.{value}: …' to strings/de.yaml.",
    Severity.WARNING,
)
NOT_OFFERED = Fault(
    "Die Sprache „{value}“ wird nicht angeboten; diese Texte zeigt niemand.",
    "{hint} Sonst in languages.yaml eintragen.",
    "The language '{value}' is not offered; nobody shows these texts.",
    "{hint} Otherwise enter it in languages.yaml.",
    Severity.WARNING,
)
UNTRANSLATED_FILES = Fault(
    "Noch nicht übersetzt ({count}): {names}. Gezeigt wird Deutsch.",
    "Übersetzungen in diesem Ordner anlegen.",
    "Not yet translated ({count}): {names}. German is shown.",
    "Create the translations in this folder.",
    Severity.WARNING,
)
UNTRANSLATED_WORDS = Fault(
    "Noch nicht übersetzt ({count}): {names}. Gezeigt wird Deutsch.",
    "Die Zeilen in dieser Datei ergänzen.",
    "Not yet translated ({count}): {names}. German is shown.",
    "Add the lines in this file.",
    Severity.WARNING,
)
OUTDATED = Fault(
    "Der deutsche Text „{name}“ wurde seit der Übersetzung geändert.",
    "Die Übersetzung prüfen, dann „of: {hash}“ eintragen.",
    "The German text '{name}' has changed since it was translated.",
    "Check the translation, then enter 'of: {hash}'.",
    Severity.WARNING,
)
UNKNOWN_WORD = Fault(
    "Zu „{name}“ gibt es keinen deutschen Text.",
    "{hint} Sonst die Zeile löschen.",
    "There is no German text for '{name}'.",
    "{hint} Otherwise delete the line.",
    Severity.WARNING,
)
UNKNOWN_TRANSLATION = Fault(
    "Diese Übersetzung gehört zu nichts: „{name}“ gibt es nicht.",
    "{hint} Sonst die Datei löschen.",
    "This translation belongs to nothing: there is no '{name}'.",
    "{hint} Otherwise delete the file.",
    Severity.WARNING,
)
PLACEHOLDERS = Fault(
    "Die Klammern stimmen nicht mit dem Deutschen überein (dort: {german}; hier: {here}). Gezeigt wird Deutsch.",
    "Genau dieselben Wörter in geschweiften Klammern verwenden und nicht übersetzen.",
    "The braces do not match the German (there: {german}; here: {here}). German is shown.",
    "Use exactly the same words in braces and do not translate them.",
)
IN_PREPARATION = Fault(
    "{name} ist in Vorbereitung: Besucher sehen diese Sprache noch nicht. Übersetzt sind {done} von {count} Texten.",
    "Ist alles übersetzt, die Zeile „offered: no“ löschen; „check“ sagt dann, was sonst noch fehlt.",
    "{name} is in preparation: visitors do not see this language yet. {done} of {count} texts are translated.",
    "Once everything is translated, delete the line 'offered: no'; 'check' then says what else is missing.",
    Severity.NOTE,
)
ALWAYS_OFFERED = Fault(
    "Deutsch wird immer angeboten.",
    "Die Zeile „offered: no“ löschen.",
    "German is always offered.",
    "Delete the line 'offered: no'.",
    Severity.WARNING,
)
MAP_NOT_ALLOWED = Fault(
    "Die Karte „{value}“ steht nicht auf der Liste der erlaubten Seiten; ein Code für den Weg wird nicht gezeigt.",
    "In config/kiosk.yaml unter hosts eintragen lassen oder die Zeile „geo:“ löschen.",
    "The map '{value}' is not on the list of allowed sites; no code for the way is shown.",
    "Have it entered in config/kiosk.yaml under hosts, or delete the line 'geo:'.",
    Severity.WARNING,
)
CANNOT_SAY_LANGUAGE = Fault(
    "Auf der Karte für den Empfang fehlt der Satz zu dieser Sprache ({value}).",
    "Eine Zeile ergänzen, ganz auf Deutsch, wie: speaks: Ich spreche Arabisch.",
    "The card for the desk lacks its sentence for this language ({value}).",
    "Add a line, all of it in German, like: speaks: Ich spreche Arabisch.",
    Severity.WARNING,
)
