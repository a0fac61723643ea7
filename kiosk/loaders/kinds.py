"""The fields of every kind of file in content/: one table a kind (docs/content.md says it to staff).

The loader reads by these tables, and the editors' schema and the handbook are to be made from them: what a field is
called, what it may hold and what it is for is said here and nowhere else.
"""

from __future__ import annotations

from kiosk.domain.hours import DAYS
from kiosk.loaders.exceptions import Exceptions
from kiosk.loaders.faults import Both
from kiosk.loaders.fields import Field, Group, Keyed, Listed
from kiosk.loaders.maps import Point
from kiosk.loaders.phrases import LONGEST_SAY
from kiosk.loaders.values import Choice, Day, DayHours, Icon, Languages, Line, Number, Pages, Prose, Shape, YesNo

IDENTIFIER = Shape(
    r"[a-z0-9-]{1,40}",
    Both("keine Kennung (a–z, Ziffern, Bindestriche, höchstens 40)", "no id (a–z, digits, hyphens, at most 40)"),
    "wohnung-anmelden",
)
LANGUAGE_CODE = Shape(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?",
    Both("kein Sprachkürzel (BCP 47)", "no language code (BCP 47)"),
    "ar",
)
SCRIPT = Shape(r"[A-Z][a-z]{3}", Both("kein Schriftkürzel (ISO 15924)", "no script code (ISO 15924)"), "Latn")
VOICE = Shape(r"[A-Za-z0-9+-]{2,20}", Both("kein Name einer Stimme", "no name of a voice"), "en")
PHONE = Shape(r"\+?[0-9][0-9 ()/–-]{1,24}", Both("keine Telefonnummer", "no phone number"), "0341 115")
EMAIL = Shape(
    r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
    Both("keine E-Mail-Adresse", "no e-mail address"),
    "willkommenszentrum@leipzig.de",
)
NUMBER = Shape(r"[0-9][0-9 ]{1,19}", Both("keine Rufnummer", "no number to call"), '"116 117"')
HASH = Shape(
    r"[0-9a-f]{8}",
    Both("kein Zeichen eines deutschen Textes (8 Stellen)", "no mark of a German text (8 digits)"),
    "3fa2b1c0",
)
HUE = Choice(
    (*"register residence german work housing children health people emergency".split(), "ink", "action", "night")
)
# A title is one line of a tile, a sentence is what is read at one glance; the screens page what is longer.
TITLE = Prose(longest=80)
SENTENCE = Prose(longest=160)
TEXT = Prose(longest=320)
ASKED = Prose(longest=80)

WEEK = Group(
    (
        *(
            Field(day, DayHours(), f"Zeiten am {german}", f"times on {english}", needed=True)
            for day, german, english in zip(
                DAYS,
                ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
                ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
                strict=True,
            )
        ),
        Field("as_of", Day(), "Wann die Zeiten zuletzt stimmten", "when the times were last right", needed=True),
        Field("unsure", YesNo(), "yes, wenn die Quelle schwach oder alt ist", "yes if the source is weak or old"),
        Field("exceptions", Exceptions(), "Tage, an denen es anders ist", "days on which it is different"),
    ),
    Both("Alle sieben Tage einzeln schreiben (mon: 13-17) oder hours weglassen.",
         "Write all seven days one by one (mon: 13-17), or leave hours out."),
)  # fmt: skip

_FACTS = (
    Field("hours", WEEK, "Öffnungszeiten, alle sieben Tage", "opening hours, all seven days"),
    Field("hours_note", SENTENCE, "Was man zu den Zeiten wissen muss", "what to know about the times"),
    Field("languages", Languages(), "Sprachen, die dort gesprochen werden", "languages spoken there"),
    Field("languages_note", SENTENCE, "Was man zu den Sprachen wissen muss", "what to know about the languages"),
    Field("next_step", TEXT, "Was jetzt zu tun ist", "what to do now"),
    Field("link", Pages(), "Seiten im Netz, je Sprache", "web pages, by language"),
    Field("as_of", Day(), "Wann die Angaben stimmten", "when the facts were true", needed=True),
    Field("unsure", YesNo(), "yes, wenn die Quelle schwach oder alt ist", "yes if the source is weak or old"),
    Field("sources", Listed(Line(200)), "Quellen, nur für das Team", "sources, for staff only"),
)


_DESK = ("Zeiten am Tisch im Zentrum, alle sieben Tage", "hours at a desk in the centre, all seven days")


def _organisation(roles: tuple[str, ...]) -> Group:
    return Group((
        Field("name", Line(), "Der Name, wie er an der Tür steht", "the name as it is on the door", needed=True),
        Field("role", Choice(roles), "Rolle im Haus", "its role in the house", needed=True),
        Field("icon", Icon(), "Bild (Phosphor)", "picture (Phosphor)", needed=True),
        Field("order", Number(0, 9999, 30), "Platz in der Liste", "place in the list"),
        Field("meaning", Prose(80, 8), "Was der Name bedeutet", "what the name means", needed=True),
        Field("what", TEXT, "Was man hier bekommt", "what you get here", needed=True),
        Field("address", Line(), "Straße, Postleitzahl, Ort", "street, postcode, town"),
        Field("stop", Line(60), "Haltestelle", "tram stop"),
        Field("geo", Point(), "Breite und Länge des Eingangs", "latitude and longitude of the entrance"),
        Field("phone", PHONE, "Telefonnummer", "phone number"),
        Field("phone_note", SENTENCE, "Was man zum Telefon wissen muss", "what to know about the phone"),
        Field("email", EMAIL, "E-Mail-Adresse", "e-mail address"),
        *((Field("desk_hours", WEEK, *_DESK),) if roles != ("centre",) else ()),
        *_FACTS,
    ))  # fmt: skip


CENTRE = _organisation(("centre",))
ORGANISATION = _organisation(("city", "staffing", "announced", "other"))

SERVICE = Group((
    Field("topic", IDENTIFIER, "Kennung des Themas", "the topic's id", needed=True),
    Field("icon", Icon(), "Bild (Phosphor)", "picture (Phosphor)", needed=True),
    Field("name", TITLE, "Name, möglichst mit Verb", "name, with a verb if possible", needed=True),
    Field("short", Prose(longest=100), "Die Zeile in der Liste", "the line in the list", needed=True),
    Field("ask", ASKED, "Was man am Empfang sagt: „Ich möchte …“", "what one says at the desk: 'Ich möchte …'"),
    Field("what", TEXT, "Was man bekommt, dann was man tut", "what you get, then what you do", needed=True),
    Field("for_whom", SENTENCE, "Für wen", "for whom"),
    Field("bring", Listed(SENTENCE, whole=True), "Was mitzubringen ist", "what to bring"),
    Field("cost", SENTENCE, "Was es kostet", "what it costs"),
    Field("where", IDENTIFIER, "Kennung der Organisation", "the organisation's id"),
    Field("place", SENTENCE, "Ort in Worten", "the place in words"),
    *_FACTS,
))  # fmt: skip

NOTICE = Group((
    Field("text", SENTENCE, "Die Nachricht, in ein oder zwei Sätzen", "the message, in a sentence or two", needed=True),
    Field("from", Day(exact=True), "Erster Tag, an dem sie gezeigt wird", "first day it is shown", needed=True),
    Field("until", Day(exact=True), "Letzter Tag, an dem sie gezeigt wird", "last day it is shown", needed=True),
    Field("urgent", YesNo(), "yes, wenn sie dringend ist", "yes if it is urgent"),
    Field("as_of", Day(), "Wann die Angaben stimmten", "when the facts were true", needed=True),
    Field("sources", Listed(Line(200)), "Quellen, nur für das Team", "sources, for staff only"),
))  # fmt: skip

LANGUAGES = Group((
    Field("languages", Listed(Group((
        Field("code", LANGUAGE_CODE, "Sprachkürzel", "language code", needed=True),
        Field("name", Line(40), "Ihr eigener Name in ihrer Schrift", "its own name in its own script", needed=True),
        Field("german", Line(40), "Ihr deutscher Name", "its German name", needed=True),
        Field("script", SCRIPT, "Schrift: Latn, Cyrl, Arab, Ethi", "script: Latn, Cyrl, Arab, Ethi", needed=True),
        Field("greeting", Line(40), "Begrüßung", "greeting", needed=True),
        Field("touch", Line(60), "„Berühren Sie den Bildschirm“", "'Touch the screen'", needed=True),
        Field("word", Line(30), "„Sprache“", "'Language'", needed=True),
        Field("speaks", Line(60), "Auf Deutsch: „Ich spreche …“", "in German: 'Ich spreche …'"),
        Field("offline_voice", VOICE, "Stimme in espeak-ng", "voice in espeak-ng"),
        Field("gtts_voice", VOICE, "Stimme in gTTS", "voice in gTTS"),
        Field("keyboard", IDENTIFIER, "Tastatur für die Suche", "keyboard for the search"),
        Field("offered", YesNo(), "no, solange sie in Vorbereitung ist: Besucher sehen sie noch nicht",
              "no while it is in preparation: visitors do not see it yet"),
    ))), "Die Sprachen in der Reihenfolge der Auswahl", "the languages in the picker's order", needed=True),
))  # fmt: skip

TOPICS = Group((
    Field("topics", Listed(Group((
        Field("id", IDENTIFIER, "Kennung", "id", needed=True),
        Field("icon", Icon(), "Bild (Phosphor)", "picture (Phosphor)", needed=True),
        Field("hue", HUE, "Farbe des Themas", "the topic's colour"),
        Field("name", Prose(longest=40), "Name", "name", needed=True),
        Field("what", SENTENCE, "Worum es geht", "what it is about", needed=True),
        Field("ask", ASKED, "Was man am Empfang sagt", "what one says at the desk"),
        Field("leads_to", Choice(("help",)), "Bildschirm statt einer Liste", "screen instead of a list"),
        Field("order", Listed(IDENTIFIER), "Dienste in ihrer Reihenfolge", "services in their order"),
    ))), "Die Themen in der Reihenfolge des Startbildschirms", "the topics in the home screen's order", needed=True),
))  # fmt: skip

EMERGENCY = Group((
    Field("numbers", Listed(Group((
        Field("number", NUMBER, "Nummer, wie man sie wählt", "the number as it is dialled", needed=True),
        Field("icon", Icon(), "Bild (Phosphor)", "picture (Phosphor)", needed=True),
        Field("hue", HUE, "Farbe", "colour"),
        Field("name", TITLE, "Wer kommt oder antwortet", "who comes or answers", needed=True),
        Field("what", SENTENCE, "Wann man anruft", "when to call", needed=True),
    ))), "Die Notrufnummern", "the emergency numbers", needed=True),
))  # fmt: skip

_GUIDE_ANSWER = Group((
    Field("text", Prose(longest=60), "Die Antwort", "the answer", needed=True),
    Field("icon", Icon(), "Bild (Phosphor)", "picture (Phosphor)", needed=True),
    Field("hue", HUE, "Farbe", "colour"),
    Field("question", IDENTIFIER, "Kennung der nächsten Frage", "the next question's id"),
    Field("service", IDENTIFIER, "Kennung des Dienstes", "the service's id"),
    Field("organisation", IDENTIFIER, "Kennung der Organisation", "the organisation's id"),
    Field("numbers", YesNo(), "yes: führt zu den Notrufnummern", "yes: leads to the emergency numbers"),
))  # fmt: skip
GUIDE_QUESTION = Group((
    Field("id", IDENTIFIER, "Kennung", "id", needed=True),
    Field("text", Prose(longest=80), "Die Frage", "the question", needed=True),
    Field("answers", Listed(_GUIDE_ANSWER), "Die Antworten mit ihren Bildern", "the answers and their pictures",
          needed=True),
))  # fmt: skip
GUIDE = Group((
    Field("questions", Listed(GUIDE_QUESTION), "Die Fragen, die erste zuerst", "the questions, the first one first",
          needed=True),
    Field("person", IDENTIFIER, "Dienst oder Stelle, zu der „Etwas anderes“ führt: ein Mensch",
          "the service or organisation that 'something else' leads to: a person", needed=True),
))  # fmt: skip


def _made(needed: bool) -> tuple[Field, ...]:
    """Who made a translation: of a whole file it is needed, a single text may have its own."""
    return (
        Field("made_by", Choice(("machine", "person")), "Wer übersetzt hat", "who translated", needed=needed),
        Field("made_on", Day(), "Wann übersetzt wurde", "when it was translated", needed=needed),
        Field("translator", Line(80, may_be_empty=True), "Name (Mensch, Programm)", "the name (person, program)"),
        Field("checked_by", Line(80, may_be_empty=True), "Wer es geprüft hat", "who checked it"),
        Field("checked_on", Day(), "Wann es geprüft wurde", "when it was checked"),
    )


_PIECE = Group(
    (
        Field("of", HASH, "Zeichen des deutschen Textes", "the German text's mark", needed=True),
        Field("text", Prose(longest=400, german=False), "Die Übersetzung", "the translation", needed=True),
        Field("say", Line(LONGEST_SAY), "Wie sie gesprochen wird", "how it is spoken"),
        *_made(needed=False),
    ),
    Both('Schreiben wie: {of: 3fa2b1c0, text: "…"}', 'Write it like: {of: 3fa2b1c0, text: "…"}'),
)
TRANSLATION = Group((*_made(needed=True), Field("words", Keyed(_PIECE), "Die Texte", "the texts", needed=True)))
GERMAN_STRINGS = Group((
    Field("words", Keyed(TEXT), "Die Wörter der Oberfläche", "the interface's words", needed=True),
))  # fmt: skip


def item_fields(group: Group) -> Group:
    """The fields of one entry of a file that holds one list. Raises TypeError for another kind of file."""
    listed = group.fields[0].kind
    if isinstance(listed, Listed) and isinstance(listed.kind, Group):
        return listed.kind
    raise TypeError("not a file of one list")
