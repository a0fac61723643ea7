"""What can be wrong with a release, and what can stand in the way of it: each with what to do about it."""

from __future__ import annotations

from kiosk.loaders.faults import Fault

_BUILD = "Die Ausgabe neu bauen (`release build`) und noch einmal holen."
_BUILD_EN = "Build the release anew (`release build`) and get it again."

NOT_SIGNED = Fault(
    "Das ist keine unterschriebene Ausgabe, oder ihr Anfang fehlt.",
    "Eine Datei nehmen, die `release build` geschrieben hat, und sie ganz kopieren.",
    "This is no signed release, or its beginning is missing.",
    "Take a file that `release build` has written, and copy the whole of it.",
)
UNKNOWN_KEY = Fault(
    "Unterschrieben hat ein Schlüssel, dem dieses Terminal nicht vertraut.",
    "Mit dem richtigen Schlüssel bauen, oder die IT den neuen in release_signers eintragen lassen.",
    "It is signed by a key that this terminal does not trust.",
    "Build it with the right key, or have IT enter the new one in release_signers.",
)
ALTERED = Fault(
    "Die Unterschrift passt nicht: Die Datei wurde verändert, abgeschnitten oder für etwas anderes unterschrieben.",
    "Noch einmal vollständig kopieren. Bleibt es so, der IT melden und die Datei nicht verwenden.",
    "The signature does not fit: the file was changed, cut off, or signed for something else.",
    "Copy it again, the whole of it. If it stays so, tell IT and do not use the file.",
)
NOT_AN_ARCHIVE = Fault(
    "Hinter der Unterschrift steht kein lesbares Archiv ({detail}).",
    _BUILD,
    "There is no readable archive behind the signature ({detail}).",
    _BUILD_EN,
)
NO_LIST = Fault(
    "Die Liste der Dateien fehlt am Anfang des Archivs.",
    _BUILD,
    "The list of files is missing at the beginning of the archive.",
    _BUILD_EN,
)
BAD_LIST = Fault(
    "Die Liste der Dateien ist nicht so, wie `release build` sie schreibt ({detail}).",
    _BUILD,
    "The list of files is not as `release build` writes it ({detail}).",
    _BUILD_EN,
)
FILE_ALTERED = Fault(
    "„{name}“ ist nicht die Datei, die in der Liste steht.",
    _BUILD,
    "'{name}' is not the file that is in the list.",
    _BUILD_EN,
)
FILE_MISSING = Fault(
    "„{name}“ steht in der Liste und fehlt.",
    _BUILD,
    "'{name}' is in the list and is missing.",
    _BUILD_EN,
)
NOT_LISTED = Fault(
    "„{name}“ ist da und steht nicht in der Liste.",
    _BUILD,
    "'{name}' is there and is not in the list.",
    _BUILD_EN,
)
TWICE = Fault(
    "„{name}“ ist zweimal da.",
    _BUILD,
    "'{name}' is there twice.",
    _BUILD_EN,
)
NEEDS_NEWER = Fault(
    "Diese Ausgabe braucht den Kiosk vom {needs} oder neuer; hier läuft der vom {here}.",
    "Zuerst das Programm auf diesem Terminal erneuern.",
    "This release needs the kiosk of {needs} or newer; here runs that of {here}.",
    "Renew the program on this terminal first.",
)
FAULTY = Fault(
    "In den Inhalten sind Fehler: {count}. Sie stehen darunter.",
    "Die Fehler berichtigen (`check`), dann neu bauen.",
    "There are errors in the content: {count}. They are listed below.",
    "Mend the errors (`check`), then build anew.",
)
BAD_NAME = Fault(
    "„{name}“ ist kein Name einer Inhaltsdatei.",
    "In eine Ausgabe gehören nur Dateien wie services/kita.yaml: kleine Buchstaben, Ziffern, Bindestriche, „.yaml“.",
    "'{name}' is no name of a file of content.",
    "Only files such as services/kita.yaml belong into a release: small letters a–z, digits, hyphens, '.yaml'.",
)
NOT_A_FILE = Fault(
    "„{name}“ ist keine gewöhnliche Datei (Verweis, Ordner oder Gerät).",
    _BUILD,
    "'{name}' is no ordinary file (a link, a folder or a device).",
    _BUILD_EN,
)
TOO_LARGE = Fault(
    "„{name}“ ist zu groß: mehr als {limit} KB.",
    "Nur Inhalte in die Ausgabe nehmen: keine Bilder, Videos oder Sicherungen.",
    "'{name}' is too large: more than {limit} KB.",
    "Take only content into the release: no pictures, videos or backups.",
)
TOO_MANY = Fault(
    "Zu viele Dateien: mehr als {limit}.",
    "Dateien löschen, die nicht in den Inhalt gehören.",
    "Too many files: more than {limit}.",
    "Delete files that do not belong to the content.",
)
OLDER = Fault(
    "Diese Ausgabe ({release}) ist nicht neuer als die gezeigte ({shown}).",
    "Eine ältere zeigt nur `release rollback`; sonst die Uhr prüfen, wo gebaut wird, und neu bauen.",
    "This release ({release}) is not newer than the one that is shown ({shown}).",
    "Only `release rollback` shows an older one; otherwise check the clock where it is built, and build anew.",
)
TAKEN_BACK = Fault(
    "Die Ausgabe {release} wurde auf diesem Terminal zurückgenommen.",
    "Auf eine neuere warten. Soll sie doch gezeigt werden: `release activate`.",
    "The release {release} was rolled back on this terminal.",
    "Wait for a newer one. If it is to be shown after all: `release activate`.",
)
REFUSED_BEFORE = Fault(
    "Diese Datei wurde schon abgelehnt ({reason}) und wird nur einmal am Tag neu geprüft.",
    "Eine neue Ausgabe veröffentlichen, oder noch einmal versuchen: `release fetch --again`.",
    "This file was refused before ({reason}) and is looked at again only once a day.",
    "Publish a new release, or try again: `release fetch --again`.",
)

# From here on nothing is wrong with the release.
NO_TOOL = Fault(
    "Das Programm „{name}“ fehlt auf diesem Rechner.",
    "Das Debian-Paket installieren: {package}.",
    "The program '{name}' is missing on this machine.",
    "Install Debian's package: {package}.",
)
DATED_AHEAD = Fault(
    "Diese Ausgabe ({release}) trägt ein Datum, das die Uhr dieses Terminals noch nicht erreicht hat.",
    "Die Uhren vergleichen (`date -u`): geht die des Rechners vor, auf dem gebaut wurde, dort stellen und neu bauen.",
    "This release ({release}) has a date that the clock of this terminal has not reached yet.",
    "Compare the clocks (`date -u`): if that of the computer that built it is ahead, set it there and build anew.",
)
NO_SIGNERS = Fault(
    "Die Liste der vertrauten Schlüssel fehlt.",
    "Sie anlegen wie in docs/releases.md beschrieben, oder mit --signers angeben.",
    "The list of trusted keys is missing.",
    "Make it as docs/releases.md describes, or name it with --signers.",
)
NOT_SIGNING = Fault(
    "Unterschreiben ging nicht: {detail}",
    "Den privaten Schlüssel mit --key angeben (und sein Kennwort eintippen).",
    "Signing did not work: {detail}",
    "Name the private key with --key (and type its passphrase).",
)
BAD_SETTINGS = Fault(
    "In den Einstellungen dieses Terminals sind Fehler; ob diese Ausgabe hier stimmt, lässt sich so nicht sagen.",
    "Zuerst die Einstellungen berichtigen (`check`), dann noch einmal.",
    "There are errors in the settings of this terminal; whether this release is right here cannot be said.",
    "Mend the settings first (`check`), then try again.",
)
NO_CONTENT = Fault(
    "Hier liegen keine Inhalte.",
    "Den Ordner mit den Inhalten angeben: --content.",
    "There is no content here.",
    "Name the folder with the content: --content.",
)
NO_STORE = Fault(
    "Den Ordner für Ausgaben gibt es auf diesem Rechner nicht.",
    "Auf einem Terminal legt ihn die Installation an (docs/releases.md); einen anderen angeben: --store.",
    "The folder for releases is not there on this machine.",
    "On a terminal the installation makes it (docs/releases.md); name another one: --store.",
)
BUSY = Fault(
    "Gerade wird schon eine Ausgabe geholt oder gewechselt.",
    "In einer Minute noch einmal versuchen.",
    "A release is being fetched or switched at this moment.",
    "Try again in a minute.",
)
NOTHING_EARLIER = Fault(
    "Es ist keine frühere Ausgabe da, zu der man zurück könnte.",
    "Eine gute Ausgabe neu bauen und mit `release activate` zeigen.",
    "There is no earlier release to go back to.",
    "Build a good release anew and show it with `release activate`.",
)
NO_SOURCE = Fault(
    "Es ist nicht eingestellt, woher Ausgaben kommen.",
    "Die Adresse in die Datei release_source neben kiosk.yaml schreiben, oder mit --from angeben.",
    "It is not set where releases come from.",
    "Write the address into the file release_source beside kiosk.yaml, or name it with --from.",
)
BAD_SOURCE = Fault(
    "„{source}“ ist keine Adresse, von der Ausgaben kommen können.",
    "https://… oder git+https://… oder git+ssh://… angeben.",
    "'{source}' is no address that releases can come from.",
    "Give https://… or git+https://… or git+ssh://…",
)
UNREACHABLE = Fault(
    "Von dort kam keine Ausgabe: {detail}",
    "Adresse, Netz und Server prüfen; der Kiosk zeigt weiter, was er hat, und versucht es von selbst wieder.",
    "No release came from there: {detail}",
    "Check the address, the network and the server; the kiosk goes on showing what it has, and tries again by itself.",
)
DISK_FULL = Fault(
    "Der Speicher ist voll.",
    "Platz schaffen (`df -h`), dann noch einmal versuchen.",
    "The disk is full.",
    "Make room (`df -h`), then try again.",
)
READ_ONLY = Fault(
    "Der Speicher lässt sich gerade nur lesen.",
    "Nach Plattenfehlern sehen (`dmesg`); als Nur-Lesen eingehängt? Dann neu starten und noch einmal versuchen.",
    "The disk can only be read at the moment.",
    "Look for errors of the disk (`dmesg`); is it mounted read-only? Then restart and try again.",
)
DISK_BROKEN = Fault(
    "Der Speicher meldet einen Fehler beim Lesen oder Schreiben.",
    "Noch einmal versuchen; kommt es wieder, die Platte ersetzen.",
    "The disk reports an error in reading or writing.",
    "Try again; if it comes back, replace the disk.",
)
NOT_ALLOWED = Fault(
    "Dieses Konto darf das hier nicht ({detail}).",
    "Mit sudo wiederholen, oder die IT fragen.",
    "This account may not do that here ({detail}).",
    "Repeat it with sudo, or ask IT.",
)
NOT_THERE = Fault(
    "Diese Datei oder diesen Ordner gibt es nicht.",
    "Den Namen prüfen.",
    "There is no such file or folder.",
    "Check the name.",
)
SYSTEM = Fault(
    "Das System meldet: {detail}.",
    "Noch einmal versuchen; die IT fragen, wenn es bleibt.",
    "The system reports: {detail}.",
    "Try again; ask IT if it stays.",
)
