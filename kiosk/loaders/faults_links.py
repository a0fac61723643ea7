"""Faults of the pages that codes lead to, found by asking their sites (`run_kiosk.py check --links`)."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

GONE = Fault(
    "Diese Seite gibt es nicht mehr ({status}, {language}): {url}",
    "Die richtige Seite im Browser suchen und ihre Adresse eintragen; gibt es keine, die Zeile löschen.",
    "This page is gone ({status}, {language}): {url}",
    "Find the right page in the browser and enter its address; if there is none, delete the line.",
)
REFUSED = Fault(
    "Die Seite antwortet Programmen nicht ({status}, {language}): {url}",
    "Im Browser öffnen. Geht sie dort auf, ist nichts zu tun.",
    "The page does not answer programs ({status}, {language}): {url}",
    "Open it in the browser. If it opens there, nothing is to be done.",
    Severity.WARNING,
)
DOWN = Fault(
    "Die Website hat gerade selbst einen Fehler ({status}, {language}): {url}",
    "Morgen noch einmal prüfen. Bleibt es so, der Stelle Bescheid sagen, der sie gehört.",
    "The site itself has a fault just now ({status}, {language}): {url}",
    "Check again tomorrow. If it stays, tell those whose site it is.",
    Severity.WARNING,
)
SLOW = Fault(
    "Die Website hat zweimal nicht geantwortet, je bis zu {seconds} s ({language}): {url}",
    "Später noch einmal prüfen, und im Browser öffnen.",
    "The site did not answer twice, in up to {seconds} s each ({language}): {url}",
    "Check again later, and open it in the browser.",
    Severity.WARNING,
)
UNREACHABLE = Fault(
    "Die Website „{host}“ ist nicht zu erreichen ({language}, {detail}): {url}",
    "Den Namen der Seite prüfen und im Browser öffnen. Gibt es sie nicht mehr, die Zeile löschen.",
    "The site '{host}' cannot be reached ({language}, {detail}): {url}",
    "Check the name of the site and open it in the browser. If it is gone, delete the line.",
)
CERTIFICATE = Fault(
    "Das Zertifikat von „{host}“ stimmt nicht; Telefone warnen vor der Seite ({language}, {detail}): {url}",
    "Der Stelle Bescheid sagen, der die Seite gehört; bis dahin die Zeile löschen.",
    "The certificate of '{host}' is wrong; phones warn of the page ({language}, {detail}): {url}",
    "Tell those whose site it is; until then delete the line.",
)
MOVED = Fault(
    "Die Seite ist umgezogen ({language}): {url}",
    "Die neue Adresse im Browser ansehen, dann eintragen: {to}",
    "The page has moved ({language}): {url}",
    "Look at the new address in the browser, then enter it: {to}",
    Severity.WARNING,
)
SENT_ELSEWHERE = Fault(
    "Die Seite leitet weiter nach „{site}“; das steht nicht auf der Liste der erlaubten Seiten ({language}): "
    "{url} → {to}",
    "Im Browser ansehen, wohin das führt. Ist es richtig, {site} in config/kiosk.yaml unter hosts eintragen lassen.",
    "The page sends visitors on to '{site}', which is not on the list of allowed sites ({language}): {url} → {to}",
    "See in the browser where that leads. If it is right, have {site} entered in config/kiosk.yaml under hosts.",
)
SENT_ASTRAY = Fault(
    "Die Seite leitet weiter auf eine Adresse, die der Kiosk nicht zulässt ({language}): {url} → {to}",
    "Eine Adresse suchen, die mit https:// beginnt und ohne Umweg zur Seite führt.",
    "The page sends visitors on to an address that the kiosk does not allow ({language}): {url} → {to}",
    "Find an address that begins with https:// and leads to the page without a detour.",
)
ROUND = Fault(
    "Die Seite leitet immer weiter und kommt nirgends an ({language}): {url}",
    "Die Seite im Browser suchen und die Adresse eintragen, bei der sie ankommt.",
    "The page sends visitors on and on and arrives nowhere ({language}): {url}",
    "Find the page in the browser and enter the address where it arrives.",
)
