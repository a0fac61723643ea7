"""The questions for each kind of thing that staff can add: what is asked, why, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from kiosk.loaders.faults import Both
from kiosk.loaders.kinds import HUE
from kiosk.staff.new.house import House, proposed_id

Answers = Mapping[str, str]
Options = tuple[tuple[str, Both], ...]
"""What can be chosen: the value, and how it is called in German and English."""


def nothing_to_choose(house: House, answers: Answers) -> Options:
    """A question that is answered in free words."""
    return ()


def no_proposal(house: House, answers: Answers) -> str:
    """A question without an answer that stands there already."""
    return ""


class Question(Struct, frozen=True):
    """One question. `name` is the field's (or "id", the name of the file); `proposal` is taken for Enter alone.

    With `options` a number can be given; if it is `open`, other words can be, too. What is not `needed` may be
    left out.
    """

    name: str
    de: str
    en: str
    needed: bool = True
    options: Callable[[House, Answers], Options] = nothing_to_choose
    proposal: Callable[[House, Answers], str] = no_proposal
    open: bool = False


def _same(values: tuple[str, ...]) -> Options:
    return tuple((value, Both(value, value)) for value in values)


def _topics(house: House, answers: Answers) -> Options:
    there = house.catalog.topics.values()
    named = ((topic.id, topic.name) for topic in there if not topic.leads_to)
    return tuple((key, Both(name.said("de").text, name.said("en").text)) for key, name in named)


def _organisations(house: House, answers: Answers) -> Options:
    centre = ("centre", Both("hier im Zentrum", "here in the centre"))
    return (centre, *((one.id, Both(one.name, one.name)) for one in house.catalog.organisations.values()))


def _icons(house: House, answers: Answers) -> Options:
    return _same(house.icons_of(answers.get("topic", "")))


def _topic_icons(house: House, answers: Answers) -> Options:
    return _same(tuple(topic.icon for topic in house.catalog.topics.values()))


def _today(house: House, answers: Answers) -> str:
    return house.today.isoformat()


def _id(house: House, answers: Answers) -> str:
    there = (*house.catalog.services, *house.catalog.organisations, *house.catalog.notices, *house.catalog.topics)
    return proposed_id(answers.get("name", answers.get("text", "")), frozenset(there))


def _speaks(house: House, answers: Answers) -> str:
    return f"Ich spreche {answers['german']}."


ROLES = (
    ("staffing", Both("Partner im Haus: ihre Leute beraten hier", "partner in the house: its people advise here")),
    ("city", Both("Stelle der Stadt im Haus", "office of the city in the house")),
    ("announced", Both("angekündigter Partner, noch nicht im Haus", "announced partner, not in the house yet")),
    ("other", Both("andere Stelle in der Stadt", "another place in the city")),
)
SCRIPTS = (
    ("Latn", Both("lateinische Buchstaben (wie Deutsch)", "Latin letters (like German)")),
    ("Cyrl", Both("kyrillisch", "Cyrillic")),
    ("Arab", Both("arabisch", "Arabic")),
    ("Ethi", Both("äthiopisch", "Ethiopic")),
)
YES_NO = (("no", Both("nein", "no")), ("yes", Both("ja, dringend", "yes, urgent")))

ID = Question("id", "Unter welcher Kennung? So heißt auch die Datei. Enter nimmt den Vorschlag.",
              "Under which id? The file is called like it. Enter takes the proposal.", proposal=_id)  # fmt: skip
TOPIC_ID = Question("id", "Unter welcher Kennung? So nennen es die Dateien der Dienste. Enter nimmt den Vorschlag.",
                    "Under which id? Services name it in their files. Enter takes the proposal.",
                    proposal=_id)  # fmt: skip
AS_OF = Question("as_of", "An welchem Tag haben Sie geprüft, dass das stimmt? Jahr-Monat-Tag.",
                 "On which day did you check that this is true? Year-month-day.", proposal=_today)  # fmt: skip
SOURCES = Question("sources", "Woher wissen Sie es? Mehrere Quellen mit Komma trennen. Besucher sehen das nicht.",
                   "How do you know? Part several sources by commas. Visitors do not see this.", False)  # fmt: skip
ICON = Question("icon", "Welches Bild? Eine Nummer, oder ein anderer Name von der Seite phosphoricons.com.",
                "Which picture? A number, or another name from the site phosphoricons.com.",
                options=_icons, open=True)  # fmt: skip
ASK = Question("ask", "Was sagt jemand am Empfang, der das möchte? Ein ganzer Satz: „Ich möchte …“",
               "What does somebody say at the desk who wants this? In German, a whole sentence: 'Ich möchte …'",
               False)  # fmt: skip

QUESTIONS: dict[str, tuple[Question, ...]] = {
    "service": (
        Question("name", "Wie heißt der Dienst? Am besten mit einem Verb.",
                 "What is the service called, in German? Best with a verb."),
        ID,
        Question("topic", "Zu welchem Thema gehört er?", "Which topic does it belong to?", options=_topics),
        ICON,
        Question("short", "Was soll in der Liste darunter stehen? Ein kurzer Satz.",
                 "What should stand below it in the list? A short sentence."),
        Question("what", "Was bekommt man, und was tut man? Zwei oder drei kurze Sätze.",
                 "What does one get, and what does one do? Two or three short sentences."),
        ASK,
        Question("where", "Wo ist das? Steht die Stelle nicht in der Liste, Enter drücken.",
                 "Where is it? If the place is not in the list, press Enter.", False, _organisations),
        AS_OF,
        SOURCES,
    ),
    "organisation": (
        Question("name", "Wie heißt die Organisation? So, wie es an der Tür steht.",
                 "What is the organisation called? As it is on the door."),
        ID,
        Question("role", "Was ist sie für das Haus?", "What is it to the house?", options=lambda *_: ROLES),
        ICON,
        Question("meaning", "Was bedeutet der Name? In höchstens acht einfachen Wörtern.",
                 "What does the name mean? In at most eight plain words."),
        Question("what", "Was bekommt man dort? Ein bis drei kurze Sätze.",
                 "What does one get there? One to three short sentences."),
        Question("address", "Welche Adresse? Straße und Nummer, Postleitzahl und Ort.",
                 "Which address? Street and number, postcode and town.", False),
        Question("phone", "Welche Telefonnummer?", "Which phone number?", False),
        AS_OF,
        SOURCES,
    ),
    "topic": (
        Question("name", "Wie heißt das Thema? Ein bis drei Wörter.", "What is the topic called? One to three words."),
        TOPIC_ID,
        Question("icon", ICON.de, ICON.en, options=_topic_icons, open=True),
        Question("hue", "Welche Farbe?", "Which colour?", options=lambda *_: _same(HUE.options)),
        Question("what", "Worum geht es? Ein oder zwei kurze Sätze.", "What is it about? One or two short sentences."),
        ASK,
    ),
    "notice": (
        Question("text", "Was sollen alle wissen? Ein oder zwei kurze Sätze.",
                 "What should everybody know? In German, one or two short sentences."),
        ID,
        Question("from", "Ab welchem Tag soll die Nachricht zu sehen sein? Jahr-Monat-Tag.",
                 "From which day on should the message be seen? Year-month-day.", proposal=_today),
        Question("until", "Bis zu welchem Tag? Dieser Tag gehört noch dazu.",
                 "Until which day? That day still belongs to it."),
        Question("urgent", "Könnte jemand zu Schaden kommen oder umsonst kommen?",
                 "Could somebody come to harm, or come in vain?", options=lambda *_: YES_NO,
                 proposal=lambda *_: "no"),
        AS_OF,
        SOURCES,
    ),
    "language": (
        Question("german", "Wie heißt die Sprache auf Deutsch?", "What is the language called in German?"),
        Question("code", "Welches Kürzel hat sie? Zwei oder drei Buchstaben (BCP 47); Leichte Sprache: de-simple.",
                 "Which code does it have? Two or three letters (BCP 47); easy German: de-simple."),
        Question("name", "Wie heißt sie in ihrer eigenen Schrift?", "What is it called in its own script?"),
        Question("script", "In welcher Schrift? Eine Nummer, oder das Kürzel nach ISO 15924.",
                 "In which script? A number, or the code by ISO 15924.", options=lambda *_: SCRIPTS, open=True),
        Question("greeting", "Was heißt „Willkommen“ in dieser Sprache?", "What is 'Welcome' in this language?"),
        Question("touch", "Was heißt „Berühren Sie den Bildschirm“?", "What is 'Touch the screen'?"),
        Question("word", "Was heißt „Sprache“?", "What is 'Language'?"),
        Question("speaks", "Was steht auf Deutsch auf der Karte für den Empfang?",
                 "What does the card for the desk say, in German?", proposal=_speaks),
    ),
}  # fmt: skip
"""What is asked, in this order."""
