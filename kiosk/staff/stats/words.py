"""The words of the figures, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from kiosk.domain.catalog import Catalog
from kiosk.staff.stats.period import Column, Span
from kiosk.usage.figures import DURATION, ENDED, LANGUAGE, MODE, SERVICE, TOPIC, USED, VISITS

WORDS = {
    "de": {
        "title": "Wie der Türöffner genutzt wird",
        "terminal": "Terminal {name}",
        "made": "Stand {day}",
        "visits": "Besuche",
        "days": "Tage mit Betrieb",
        "a_day": "Besuche je Tag",
        "by_month": "Besuche nach Monaten",
        "by_day": "Besuche nach Tagen",
        "nothing": "Für diese Zeit ist noch nichts zu nennen. Jeder Tag wird genannt, sobald er vorbei ist, und erst "
        "ab fünf Besuchen.",
        "nothing_yet": "Noch ist nichts zu nennen: Der erste Tag wird genannt, sobald er vorbei ist, und erst ab fünf "
        "Besuchen.",
        "not_told": "Noch nicht zu nennen: {names}",
        "fives": "So ist das zu lesen: Alles wird in Fünfern genannt, nie genau. Was an einem Tag zu wenig war, zählt "
        "mit den nächsten Tagen weiter; darum kann ein Tag etwas zu viel oder zu wenig zeigen, ein Monat stimmt bis "
        "auf wenige Besuche. „Noch nicht zu nennen“ heißt: weniger als fünf, vielleicht niemand. Wer fünfmal kommt, "
        "zählt fünfmal.",
        "undated": "Dazu {count} Besuche ohne Datum: Die Uhr war nicht zu glauben.",
        "missing": "Hier fehlt, weil es nur noch als ganzer Monat aufbewahrt ist: {months}",
        "nobody": "Mehr wird nicht gezählt; kein Besuch wird festgehalten (docs/privacy.md).",
    },
    "en": {
        "title": "How the Türöffner is used",
        "terminal": "Terminal {name}",
        "made": "As of {day}",
        "visits": "Visits",
        "days": "Days in service",
        "a_day": "Visits a day",
        "by_month": "Visits by month",
        "by_day": "Visits by day",
        "nothing": "Nothing can be told of this time yet. Each day is told once it is over, and from five visits on "
        "only.",
        "nothing_yet": "Nothing can be told yet: the first day is told once it is over, and from five visits on only.",
        "not_told": "Cannot be told yet: {names}",
        "fives": "How to read this: everything is told in fives, never exactly. What was too little on one day counts "
        "on with the next days; so a day may show a little too much or too little, and a month is right to within a "
        "few visits. 'Cannot be told yet' means: fewer than five, perhaps nobody. Whoever comes five times counts five "
        "times.",
        "undated": "And {count} visits without a date: the clock could not be believed.",
        "missing": "Not in here, because it is kept as a whole month only: {months}",
        "nobody": "Nothing else is counted; no visit is recorded (docs/privacy.md).",
    },
}
MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
FIGURES = {
    VISITS: ("Besuche", "Visits"),
    LANGUAGE: ("Sprachen", "Languages"),
    TOPIC: ("Themen", "Topics"),
    SERVICE: ("Angebote", "Services"),
    USED: ("Was genutzt wurde", "What was used"),
    MODE: ("Größer, tiefer, nach Gehör", "Larger, lower, by ear"),
    DURATION: ("Dauer", "Duration"),
    ENDED: ("Ende des Besuchs", "End of the visit"),
}
"""What each figure is called."""
NOTES = {
    LANGUAGE: ("Die zuletzt gewählte.", "The one chosen last."),
    DURATION: (
        "Vom Wecken bis zur letzten Berührung. Ohne Besuche, in denen nichts weiter berührt wurde.",
        "From waking the screen to the last touch. Without visits in which nothing more was touched.",
    ),
}
LINES = {
    (DURATION, "30"): ("bis 30 Sekunden", "up to 30 seconds"),
    (DURATION, "60"): ("bis 1 Minute", "up to 1 minute"),
    (DURATION, "120"): ("bis 2 Minuten", "up to 2 minutes"),
    (DURATION, "300"): ("bis 5 Minuten", "up to 5 minutes"),
    (DURATION, "+Inf"): ("länger", "longer"),
    (ENDED, "finish"): ("selbst beendet", "finished by themselves"),
    (ENDED, "idle"): ("weggegangen", "walked away"),
    (USED, "guide"): ("Wegweiser", "Guide"),
    (USED, "search"): ("Suche", "Search"),
    (USED, "organisations"): ("Liste der Stellen", "List of organisations"),
    (USED, "today"): ("Heute im Haus", "Today in the house"),
    (USED, "audio"): ("Vorlesen", "Reading aloud"),
    (USED, "card"): ("Karte zum Zeigen", "Card to show"),
    (USED, "codes"): ("Kontakt und Weg zum Mitnehmen", "Contact and way to take along"),
    (USED, "help"): ("Hilfe und Notruf", "Help and emergency numbers"),
    (MODE, "large"): ("Größer", "Larger"),
    (MODE, "contrast"): ("Kontrast", "Contrast"),
    (MODE, "low"): ("Tiefer", "Lower"),
    (MODE, "ear"): ("Nach Gehör", "By ear"),
    (MODE, "keys"): ("Mit dem Tastenfeld", "By keypad"),
}
"""What their fixed lines are called."""


class Names(Struct, frozen=True):
    """What everything is called in "de" or "en"; `ids` are the names of languages, topics and services by figure."""

    language: str
    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    centre: str = ""

    @classmethod
    def of(cls, catalog: Catalog | None, language: str) -> Names:
        """With the names of the content; where there is none, ids must do."""
        if catalog is None:
            return cls(language)
        spoken = {one.code: one.german if language == "de" else one.name for one in catalog.languages}
        topics = {one.id: one.name.said(language).text for one in catalog.topics.values() if not one.leads_to}
        services = {one.id: one.name.said(language).text for one in catalog.services.values()}
        return cls(language, {LANGUAGE: spoken, TOPIC: topics, SERVICE: services}, catalog.centre.name)

    def __getitem__(self, name: str) -> str:
        return WORDS[self.language][name]

    def figure(self, name: str) -> str:
        """What a figure is called."""
        return self._of(FIGURES[name])

    def note(self, name: str) -> str:
        """What there is to know about a figure; mostly nothing."""
        return self._of(NOTES[name]) if name in NOTES else ""

    def line(self, figure: str, line: str) -> str:
        """What a line of a figure is called. What the content no longer has is told by its id."""
        if (figure, line) in LINES:
            return self._of(LINES[figure, line])
        return self.ids.get(figure, {}).get(line, line) or self.figure(figure)

    def day(self, day: date) -> str:
        """A day, written out."""
        month = MONTHS[self.language][day.month - 1]
        return f"{day.day}. {month} {day.year}" if self.language == "de" else f"{day.day} {month} {day.year}"

    def span(self, span: Span) -> str:
        """From when to when."""
        return f"{self.day(span.first)} – {self.day(span.last)}"

    def month(self, name: str) -> str:
        """A month that is written as "2026-11"."""
        year, _, month = name.partition("-")
        return f"{MONTHS[self.language][int(month) - 1]} {year}"

    def column(self, column: Column) -> str:
        """The name of a column, in full."""
        day = f"{column.year:04}-{column.month:02}"
        return self.day(date(column.year, column.month, column.day)) if column.day else self.month(day)

    def _of(self, pair: tuple[str, str]) -> str:
        return pair[self.language != "de"]
