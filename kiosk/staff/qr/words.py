"""What the sheet of codes says, in German and in English."""

from __future__ import annotations

WORDS = {
    "de": {
        "title": "Alle QR-Codes zum Prüfen",
        "what_for": "Für das Team: Jeden Code mit dem Telefon scannen. Öffnet sich genau die Adresse, die daneben "
        "steht? Dann das Kästchen abhaken.",
        "never": "Codes gehören auf den Bildschirm. Nichts davon ausschneiden, aushängen oder auf das Gehäuse kleben: "
        "Über Aufkleber leiten Betrüger auf falsche Seiten. Klebt ein Code am Gerät, ist er nicht von uns: abziehen "
        "und melden.",
        "never_short": "Nur zum Prüfen. Nicht ausschneiden, nicht aufkleben.",
        "counts": "Codes: {count} · Seiten: {pages} · {centre} · {date}",
        "page": "Seite {page} von {pages}",
        "date": "{day}.{month}.{year}",
        "month": "{month}/{year}",
        "organisations": "Stellen und Partner",
        "more": "{name} (weiter)",
        "again": "Für {languages}: wie Nr. {number}, {plain}",
        "unsure": " · unsicher",
        "facts": "{file} · Stand {as_of}{unsure}",
        "services": "Seite auf {language}",
        "maps": "Karte",
        "contacts": "Kontakt zum Speichern",
        "serves": "Für: {languages}",
        "every": "alle {count} Sprachen",
        "all_but": "alle außer {languages}",
        "and": ", ",
        "checked": "geprüft",
    },
    "en": {
        "title": "All QR codes, to be checked",
        "what_for": "For staff: scan each code with a phone. Does exactly the address open that stands beside it? Then "
        "tick the box.",
        "never": "Codes belong on the screen. Never cut one out, put it up, or stick it onto the case: by stickers "
        "swindlers lead people to false pages. A code that sticks to the machine is not ours: take it off and report "
        "it.",
        "never_short": "For checking only. Do not cut out, do not stick on.",
        "counts": "codes: {count} · pages: {pages} · {centre} · {date}",
        "page": "page {page} of {pages}",
        "date": "{year}-{month:02}-{day:02}",
        "month": "{year}-{month:02}",
        "organisations": "Offices and partners",
        "more": "{name} (continued)",
        "again": "For {languages}: as No. {number}, {plain}",
        "unsure": " · unsure",
        "facts": "{file} · as of {as_of}{unsure}",
        "services": "Page in {language}",
        "maps": "Map",
        "contacts": "Contact to save",
        "serves": "For: {languages}",
        "every": "all {count} languages",
        "all_but": "all but {languages}",
        "and": ", ",
        "checked": "checked",
    },
}
"""The words by language and key. `organisations` names their chapter; a page of an organisation is called like a page
of a service."""

MOST_NAMED = 4
"""Languages that are named one by one; of more it is said which are not meant."""
