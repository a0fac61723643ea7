"""What `new` says to people, in both of the staff's languages."""

from __future__ import annotations

WORDS = {
    "de": {
        "title": {"service": "Neuer Dienst", "organisation": "Neue Organisation", "topic": "Neues Thema",
                  "notice": "Neue Nachricht", "language": "Neue Sprache"},
        "intro": "Ich stelle ein paar Fragen. Mit Strg+C hören Sie jederzeit auf, dann bleibt alles, wie es war.",
        "example": "Beispiel: {example}",
        "enter": "Enter allein: {answer}",
        "leave": "Enter allein: weglassen",
        "number": "Bitte eine Nummer von 1 bis {count} eintippen.",
        "needed": "Das wird gebraucht, bitte etwas eintippen.",
        "there": "„{value}“ gibt es schon. Bitte etwas anderes eintippen.",
        "keep": "Enter allein lässt es trotzdem so.",
        "letters": "Hier ist ein Zeichen verloren gegangen. Bitte noch einmal tippen.",
        "until": "Der letzte Tag liegt vor dem ersten.",
        "preview": "Das wird geschrieben:",
        "sure": "Ist das richtig? Enter schreibt es, „n“ und Enter hört auf.",
        "written": "Geschrieben: {path}",
        "stopped": "Abgebrochen. Nichts wurde geschrieben, alles ist, wie es war.",
        "ended": "Hier ist die Eingabe zu Ende, aber es fehlt noch eine Antwort: {name}. Nichts wurde geschrieben.",
        "refused": "--{name}: {reason} {remedy}",
        "sound": "Geprüft: In den neuen Zeilen ist alles in Ordnung.",
        "faulty": "Geprüft: Bitte das hier noch ansehen.",
        "no_house": "Die Dateien haben Fehler, so lässt sich nichts ergänzen. Erst berichtigen: run_kiosk.py check",
        "odd": "In {path} steht etwas anders als gewohnt. Bitte von Hand eintragen (docs/content.md).",
        "cannot": "{path} lässt sich nicht schreiben: {reason}. Nichts wurde geändert.",
    },
    "en": {
        "title": {"service": "New service", "organisation": "New organisation", "topic": "New topic",
                  "notice": "New notice", "language": "New language"},
        "intro": "I ask a few questions. Ctrl+C stops at any time, then everything stays as it was.",
        "example": "Example: {example}",
        "enter": "Enter alone: {answer}",
        "leave": "Enter alone: leave it out",
        "number": "Please type a number from 1 to {count}.",
        "needed": "This is needed, please type something.",
        "there": "There is a '{value}' already. Please type something else.",
        "keep": "Enter alone leaves it like this all the same.",
        "letters": "A character was lost here. Please type it again.",
        "until": "The last day is before the first.",
        "preview": "This will be written:",
        "sure": "Is this right? Enter writes it, 'n' and Enter stops.",
        "written": "Written: {path}",
        "stopped": "Stopped. Nothing was written, everything is as it was.",
        "ended": "The input ends here, but an answer is missing: {name}. Nothing was written.",
        "refused": "--{name}: {reason} {remedy}",
        "sound": "Checked: all is well in the new lines.",
        "faulty": "Checked: please look at this.",
        "no_house": "The files have errors, so nothing can be added. Mend them first: run_kiosk.py check",
        "odd": "Something in {path} is written in an unusual way. Please enter it by hand (docs/content.md).",
        "cannot": "{path} cannot be written: {reason}. Nothing was changed.",
    },
}  # fmt: skip
TRANSLATE = {
    "de": "So geht es weiter:\n"
    "  übersetzen lassen ({names}): run_kiosk.py translations export --language {code} --missing --out {code}.po\n"
    "  ansehen: run_kiosk.py preview --one {screen} --out {id}.png\n"
    "  mehr ausfüllen: die Zeilen mit # in der Datei sagen, was noch geht",
    "en": "How to go on:\n"
    "  have it translated ({names}): run_kiosk.py translations export --language {code} --missing --out {code}.po\n"
    "  look at it: run_kiosk.py preview --one {screen} --out {id}.png\n"
    "  fill in more: the lines with # in the file say what else there is",
}
PREPARE = {
    "de": "Die Sprache ist in Vorbereitung: Besucher sehen sie noch nicht. So geht es weiter:\n"
    "  Texte zum Übersetzen: run_kiosk.py translations export --language {code} --out {code}.po\n"
    "  wie weit sie ist: run_kiosk.py translations status --language {code}\n"
    "  wenn alles fertig ist: in languages.yaml die Zeile „offered: no“ löschen",
    "en": "The language is in preparation: visitors do not see it yet. How to go on:\n"
    "  the texts to translate: run_kiosk.py translations export --language {code} --out {code}.po\n"
    "  how far it is: run_kiosk.py translations status --language {code}\n"
    "  when all is done: delete the line 'offered: no' in languages.yaml",
}
HEAD = {
    "de": "Zeilen, die mit # beginnen, liest der Kiosk nicht. Wer eine braucht: „# “ am Anfang löschen und ausfüllen.",
    "en": "The kiosk does not read lines that begin with #. To use one, delete the '# ' at its start and fill it in.",
}
