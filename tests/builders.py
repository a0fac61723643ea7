"""A small centre to test with: one house with hours, two topics, three services, two organisations, three languages.

The words of the interface are the real ones. A test that needs something else says only what differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from kiosk.domain.catalog import (
    Catalog,
    EmergencyNumber,
    Link,
    Organisation,
    Origin,
    Service,
    Topic,
    Translation,
)
from kiosk.domain.guide import Answer, Guide, Question
from kiosk.domain.hours import Hours, Span
from kiosk.domain.language import Language, Words
from kiosk.domain.navigation import (
    ASK,
    ATTRACT,
    CONTACT,
    GUIDE,
    HELP,
    HOME,
    LANGUAGES,
    ORGANISATION,
    ORGANISATIONS,
    SEARCH,
    SERVICE,
    SHOW,
    TODAY,
    TOPIC,
    Route,
)
from kiosk.domain.request import for_service, for_topic
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.loaders.strings import load_strings
from kiosk.presenters.scene import Scene

CONTENT = Path(__file__).resolve().parent.parent / "content"
LANGUAGES_HERE = ("de", "ar", "en")
TUESDAY = datetime(2026, 11, 24, 14, 0)
"""The centre is open from 13 to 18 that day."""

GERMAN = Language(
    "de", "Deutsch", "Deutsch", "Latn", "Willkommen", "Berühren Sie den Bildschirm", "Sprache", "de", "de"
)
ARABIC = Language(
    "ar", "العربية", "Arabisch", "Arab", "أهلاً وسهلاً", "المسوا الشاشة", "اللغة", "ar", "ar", "Ich spreche Arabisch."
)
ENGLISH = Language(
    "en",
    "English",
    "Englisch",
    "Latn",
    "Welcome",
    "Touch the screen",
    "Language",
    "en",
    "en",
    "Ich spreche Englisch.",
)

FACTS = Origin(date(2026, 8, 1), ("S15",))
DOUBTFUL = Origin(date(2023, 5, 1), ("S13",), unsure=True)

CENTRE_PAGES = Link({"de": "https://www.leipzig.de/willkommenszentrum", "en": "https://www.leipzig.de/welcomecentre"})


def spans(text: str) -> tuple[Span, ...]:
    """`9-12 13-17:30` as spans; 24 is the end of the day."""
    return tuple(Span(*(_at(end) for end in part.split("-"))) for part in text.split())


def _at(text: str) -> time:
    hour, _, minute = text.partition(":")
    return time.max if hour == "24" else time(int(hour), int(minute or 0))


def week(*days: str, **changes: Any) -> Hours:
    """Hours from Monday on, as in `spans`; the days that are not named are closed."""
    seven = (*(spans(day) for day in days), *((),) * (7 - len(days)))
    return replace(Hours(seven, date(2026, 8, 1)), **changes)


def words(german: str, arabic: str = "", english: str = "") -> Words:
    """One text; without a translation visitors get the German."""
    texts = {"de": german, "ar": arabic, "en": english}
    return Words({code: text for code, text in texts.items() if text})


CENTRE = Organisation(
    "centre",
    "Willkommenszentrum Leipzig",
    "centre",
    "door",
    words("Erste Beratung für Neue", "الاستشارة الأولى للجدد", "First advice for newcomers"),
    words("Wir zeigen Ihnen den Weg.", "ندلّكم على الطريق.", "We show you the way."),
    FACTS,
    address="Otto-Schill-Straße 2, 04109 Leipzig",
    stop="Thomaskirche",
    email="willkommenszentrum@leipzig.de",
    hours=week("13-17", "13-18", "", "9-12 13-17", "9-13"),
    hours_note=words("Ohne Termin.", "بدون موعد.", "No appointment needed."),
    link=CENTRE_PAGES,
    map="https://www.openstreetmap.org/?mlat=51.33857&mlon=12.37079#map=18/51.33857/12.37079",
)
OFFICE = Organisation(
    "buergerbuero",
    "Bürgerbüro Otto-Schill-Straße",
    "city",
    "buildings",
    words("Amt für Adresse und Papiere", "دائرة العنوان والأوراق", "Office for address and papers"),
    words("Hier melden Sie sich an.", "هنا تسجّلون عنوانكم.", "Here you register."),
    DOUBTFUL,
    address="Otto-Schill-Straße 2, 04109 Leipzig",
    stop="Thomaskirche",
    phone="0341 115",
    phone_note=words("kostenlos", "مجاناً", "free of charge"),
    email="buergerbueros@leipzig.de",
    languages=("de", "en"),
    next_step=words("Gehen Sie hin.", "اذهبوا إلى هناك.", "Go there."),
    link=Link({"de": "https://www.leipzig.de/buergerbuero"}),
)
ELSEWHERE = Organisation(
    "mosaik",
    "Mosaik Leipzig e.V.",
    "other",
    "users-three",
    words("Verein für Beratung", "جمعية للاستشارة", "Advice association"),
    words("Sie bekommen Rat.", "تحصلون على نصيحة.", "You get advice."),
    FACTS,
)
REGISTER = Service(
    "anmelden",
    "papiere",
    "house-line",
    words("Wohnung anmelden", "تسجيل السكن", "Register your address"),
    words("In zwei Wochen.", "خلال أسبوعين.", "Within two weeks."),
    words("Sie sind umgezogen? Melden Sie sich an.", "هل انتقلتم؟ سجّلوا العنوان.", "Have you moved? Register."),
    DOUBTFUL,
    for_whom=words("Für alle.", "للجميع.", "For everybody."),
    bring=(
        words("Pass", "جواز السفر", "Passport"),
        words("Bestätigung vom Vermieter", "تأكيد من المؤجّر", "Landlord's form"),
    ),
    cost=words("Nichts.", "لا شيء.", "Nothing."),
    where="buergerbuero",
    place=words("gleich nebenan", "بجانبنا مباشرة", "next door"),
    next_step=words("Gehen Sie hin.", "اذهبوا إلى هناك.", "Go there."),
    link=Link({"de": "https://www.leipzig.de/buergerbuero", "en": "https://english.leipzig.de/register"}),
    ask=words("Ich möchte meine Wohnung anmelden.", "أريد تسجيل سكني.", "I would like to register my address."),
)
ADVICE = Service(
    "beratung",
    "papiere",
    "hand-waving",
    words("Rat holen", "الحصول على نصيحة", "Get advice"),
    words("Wir hören zu.", "نحن نستمع.", "We listen."),
    words("Sie haben eine Frage? Wir helfen.", "هل لديكم سؤال؟ نحن نساعد.", "A question? We help."),
    FACTS,
    where="centre",
)
BARE = Service(
    "unbekannt",
    "papiere",
    "question",
    words("Karte abholen"),
    words("Später."),
    words("Sie holen die Karte ab."),
    FACTS,
)
"""A service of which almost nothing is known, and nothing is translated."""

PAPERS = Topic(
    "papiere",
    "buildings",
    "register",
    words("Papiere", "الأوراق", "Papers"),
    words("Ämter.", "الدوائر.", "Offices."),
    ask=words("Ich brauche Papiere.", "أحتاج إلى أوراق.", "I need papers."),
)
EMERGENCY = Topic(
    "notfall",
    "lifebuoy",
    "emergency",
    words("Notfall", "طوارئ", "Emergency"),
    words("Hilfe.", "مساعدة.", "Help."),
    "help",
)
FIRE = EmergencyNumber(
    "112", "fire", "emergency", words("Feuerwehr", "الإطفاء", "Fire brigade"), words("Es brennt.", "حريق.", "Fire.")
)
DOCTOR = EmergencyNumber(
    "116 117", "first-aid-kit", "health", words("Arzt", "طبيب", "Doctor"), words("Am Abend.", "مساءً.", "At night.")
)

ASKING = Guide(
    {
        "anliegen": Question(
            "anliegen",
            words("Was brauchen Sie?", "ما الذي تحتاجون إليه؟", "What do you need?"),
            (
                Answer(words("Papiere", "الأوراق", "Papers"), "files", "register", Route(GUIDE, "papiere")),
                Answer(words("Gefahr", "خطر", "Danger"), "warning", "emergency", Route(HELP)),
            ),
        ),
        "papiere": Question(
            "papiere",
            words("Welche Papiere?", "أي أوراق؟", "Which papers?"),
            (
                Answer(words("Anmelden", "التسجيل", "Register"), "house-line", "register", Route(SERVICE, "anmelden")),
                Answer(words("Ein Verein", "جمعية", "An association"), "users", "", Route(ORGANISATION, "mosaik")),
            ),
        ),
    },
    Route(SERVICE, "beratung"),
)

CATALOG = Catalog(
    CENTRE,
    (GERMAN, ARABIC, ENGLISH),
    {topic.id: topic for topic in (PAPERS, EMERGENCY)},
    {service.id: service for service in (REGISTER, ADVICE, BARE)},
    {organisation.id: organisation for organisation in (OFFICE, ELSEWHERE)},
    (FIRE, DOCTOR),
    {
        "ar": Translation("machine", date(2026, 11, 22)),
        "en": Translation("machine", date(2026, 11, 22), checked_by="Ada"),
    },
    guide=ASKING,
)

ROUTES = (
    Route(ATTRACT),
    Route(LANGUAGES),
    Route(HOME),
    *(Route(TOPIC, topic) for topic in CATALOG.topics),
    *(Route(SERVICE, service) for service in CATALOG.services),
    Route(ORGANISATIONS, "house"),
    Route(ORGANISATIONS, "city"),
    *(Route(ORGANISATION, organisation) for organisation in ("centre", *CATALOG.organisations)),
    Route(GUIDE),
    Route(GUIDE, "papiere"),
    Route(TODAY),
    Route(SEARCH),
    Route(HELP),
    *(Route(SHOW, for_service(service)) for service in CATALOG.services),
    Route(SHOW, for_topic("papiere")),
    Route(SHOW),
    Route(ASK),
    *(Route(CONTACT, organisation) for organisation in ("centre", "buergerbuero")),
)
"""Every place that a visitor of the small centre can be at."""


@cache
def strings() -> Strings:
    """The real words of the interface, in the small centre's languages."""
    loaded, problems = load_strings(CONTENT, LANGUAGES_HERE)
    assert loaded is not None, problems
    return loaded


def catalog(centre: Mapping[str, Any] | None = None, **changes: Any) -> Catalog:
    """The small centre with some things changed, of the catalog or of the centre itself."""
    changed = replace(CATALOG, **changes)
    return replace(changed, centre=replace(CENTRE, **centre)) if centre else changed


def with_services(*services: Service) -> Catalog:
    """The small centre with these services, more or in place of those with the same id."""
    return catalog(services={**CATALOG.services, **{service.id: service for service in services}})


def many_services(count: int) -> Catalog:
    """The small centre with this many services in its first topic: s1, s2, …"""
    made = (replace(REGISTER, id=f"s{number}", name=words(f"Angebot {number}")) for number in range(1, count + 1))
    return catalog(services={service.id: service for service in made})


def scene(route: Route | None = None, language: str = "de", **changes: Any) -> Scene:
    """A visitor who came home and then to `route` on a Tuesday afternoon. Attract and home stand alone."""
    route = route or Route(HOME)
    first = () if route.name == ATTRACT else (Route(HOME),)
    stack = first if route.name in (ATTRACT, HOME) else (*first, route)
    made = Scene(CATALOG, strings(), Visit(stack, language), TUESDAY)
    return replace(made, **changes)
