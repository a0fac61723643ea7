"""Faults of days and times: exceptions to opening hours, and how long a notice is shown."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

BAD_DAY = Fault(
    "„{value}“ ist kein Tag, den es gibt.",
    "Jahr, Monat und Tag schreiben: 2026-12-24.",
    "'{value}' is not a day that exists.",
    "Write year, month and day: 2026-12-24.",
)
ENDS_FIRST = Fault(
    "Der letzte Tag ({last}) liegt vor dem ersten ({first}).",
    "Eines der beiden Daten berichtigen; beide Tage zählen mit.",
    "The last day ({last}) is before the first ({first}).",
    "Mend one of the two dates; both days are included.",
)
WHEN = Fault(
    "Es ist nicht klar, wann die Ausnahme gilt: Genau eines davon muss dastehen: date, from mit to, oder holiday.",
    "Schreiben wie: „date: 2026-12-24“, oder „from: 2026-12-24“ und „to: 2026-12-31“, oder „holiday: Reformationstag“.",
    "It is not clear when the exception holds: exactly one of these must be there: date, from with to, or holiday.",
    "Write it like: 'date: 2026-12-24', or 'from: 2026-12-24' and 'to: 2026-12-31', or 'holiday: Reformationstag'.",
)
WHAT = Fault(
    "Die Ausnahme sagt nicht genau eines: geschlossen (closed: yes) oder andere Zeiten (hours: 10-12).",
    "Eines von beiden schreiben, das andere löschen.",
    "The exception does not say exactly one thing: closed (closed: yes) or other times (hours: 10-12).",
    "Write one of the two and delete the other.",
)
UNKNOWN_HOLIDAY = Fault(
    "Einen Feiertag „{value}“ gibt es in Sachsen nicht.",
    "{hint} Oder statt „holiday“ ein „date“ schreiben.",
    "There is no public holiday '{value}' in Saxony.",
    "{hint} Or write a 'date' in place of 'holiday'.",
)
TWICE = Fault(
    "Für {day} gilt schon die Ausnahme in Zeile {line}; diese hier gilt nicht.",
    "Eine der beiden löschen oder ihre Tage ändern.",
    "For {day} the exception in line {line} holds already; this one does not.",
    "Delete one of the two or change its days.",
)
LONG = Fault(
    "Die Ausnahme gilt {count} Tage lang.",
    "Das Jahr prüfen. Gelten die Zeiten auf Dauer, die Woche selbst ändern.",
    "The exception holds for {count} days.",
    "Check the year. If the times are there to stay, change the week itself.",
    Severity.WARNING,
)
OVER = Fault(
    "Das ist vorbei (letzter Tag: {last}); gezeigt wird es nicht mehr.",
    "Löschen, oder die Daten ändern.",
    "This is over (last day: {last}); it is no longer shown.",
    "Delete it, or change the dates.",
    Severity.WARNING,
)
