"""The parts of a task card that services and organisations share: sections, notices, the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from kiosk.domain.catalog import Link, Organisation, Origin
from kiosk.domain.hours import Hours
from kiosk.domain.language import SOURCE, Said, isolate
from kiosk.domain.navigation import InGerman
from kiosk.domain.node import NOTHING, Node, Role
from kiosk.domain.utterance import sentence_spans, sentences
from kiosk.presenters.change import change_said, next_change
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import month_values, otherwise_today, week_said

LONGEST_ADDRESS = 34
"""Characters of an address that still read as one line under a code; of a longer one the host is shown."""

LONGEST_ROW = 100
"""Characters of a row; a longer one is shown sentence by sentence, so that large words can go on on another page."""

OLD = "clock-counter-clockwise"
"""The sign of what is of another time."""
NO_BREAK_SPACE = "\u00a0"
ZERO_WIDTH_SPACE = "\u200b"
"""Where a long address may break, without a hyphen that is not part of it."""

SIGNS = {
    "for_whom": "users",
    "bring": "check-square",
    "when": "clock",
    "where": "map-pin",
    "cost": "wallet",
    "languages": "translate",
    "phone": "phone",
    "mail": "envelope",
    "next": "arrow-bend-up-right",
}


def section(scene: Scene, name: str, lines: Sequence[Said]) -> tuple[Node, ...]:
    """A titled section with its sign, or nothing at all where there is nothing to say."""
    said = [row for line in lines if line for row in _rows(line)]
    if not said:
        return ()
    role = Role.ITEM if name == "bring" else Role.TEXT
    rows = tuple(Node(f"{name}.{number}", role, line) for number, line in enumerate(said, 1))
    title = Node(f"{name}.title", Role.HEADING, scene.say(f"card.{name}"), icon=SIGNS[name])
    return (Node(name, Role.GROUP, children=(title, *rows)),)


def _rows(line: Said) -> Sequence[Said]:
    """The line, or its sentences if it is long; what staff wrote for the voice is parted with them or not at all."""
    spans, says = sentence_spans(line.text, line.language), sentences(line.say, line.language)
    if len(line.text) <= LONGEST_ROW or (says and len(says) != len(spans)):
        return (line,)
    texts = [line.text[start:end] for start, end in spans]
    return [replace(line, text=text, say=say) for text, say in zip(texts, says or [""] * len(texts), strict=True)]


def when(scene: Scene, hours: Hours | None, note: Said) -> tuple[Node, ...]:
    """The week in words with its note. Right before it stands what is otherwise today (a holiday, an exception), right
    after it what will be soon, and that the hours may be out of date (look.md, principle 8).

    A note alone ("by appointment only") does not say when: then visitors are told to ask.
    """
    week = week_said(scene, hours) if hours else ()
    notices = (_hours_notice(scene, hours),) if hours and hours.unsure else ()
    lines = [*week, note, *_soon(scene, hours)] if week else [note, scene.say("facts.ask")]
    return (*_today_notice(scene, hours), *section(scene, "when", lines), *notices)


def _today_notice(scene: Scene, hours: Hours | None) -> tuple[Node, ...]:
    said, why = otherwise_today(scene, hours)
    return (Node("notice.today", Role.STATUS, said, why, icon="warning-circle"),) if said else ()


def _soon(scene: Scene, hours: Hours | None) -> tuple[Said, ...]:
    """The next exception; holidays stand in every calendar, and on the screen of today."""
    change = next_change(scene, hours)
    return (change_said(scene, change),) if change and change.special else ()


def _hours_notice(scene: Scene, hours: Hours) -> Node:
    said = scene.say("hours.unsure", **month_values(scene, hours.as_of))
    return Node("notice.hours", Role.STATUS, said, icon="warning-circle")


def address(organisation: Organisation, scene: Scene) -> tuple[Said, ...]:
    """Street and stop: German, as they stand on the signs."""
    lines = [Said(unbroken(organisation.address), SOURCE)]
    if organisation.stop:
        lines.append(scene.say("card.stop", stop=organisation.stop))
    return tuple(line for line in lines if line)


def unbroken(street: str) -> str:
    """An address that only breaks between street and town: "Otto-Schill-Straße 2, | 04109 Leipzig"."""
    return ", ".join(part.replace(" ", NO_BREAK_SPACE) for part in street.split(", "))


def spoken_languages(scene: Scene, codes: Iterable[str]) -> Said:
    """Languages spoken at a place, named in the visitor's language."""
    names = [scene.say(f"language.{code}") for code in codes]
    comma = scene.say("day.comma").text + " "
    if not names:
        return NOTHING
    return Said(
        comma.join(name.text for name in names),
        names[0].language,
        any(name.outdated for name in names),
        untranslated=any(name.untranslated for name in names),
    )


def age(scene: Scene, origin: Origin) -> Node:
    """How old the facts on the card are; a weak source also asks visitors to check."""
    if origin.unsure:
        said = scene.say("facts.unsure", **month_values(scene, origin.as_of))
        return Node("notice.facts", Role.STATUS, said, icon="warning-circle")
    return Node(
        "notice.facts",
        Role.STATUS,
        scene.say("facts.date", **month_values(scene, origin.as_of)),
        icon="clock-counter-clockwise",
    )


def made_by_machine(scene: Scene) -> tuple[Node, ...]:
    """A translation that no person has checked says so on every card."""
    translation = scene.catalog.translations.get(scene.language)
    if translation is None or translation.made_by != "machine" or translation.checked_by:
        return ()
    return (Node("notice.machine", Role.STATUS, scene.say("facts.machine"), icon="translate"),)


def with_warning(scene: Scene, parts: Sequence[Node], *beside: Node) -> tuple[Node, ...]:
    """The parts of a card, title and lead first, and below these what is not as it should be with their words: which
    parts are translated from an older German text and may tell what no longer holds, and which are not translated. With
    one key the visitor reads the card in German, and with the same one again in their own language."""
    title, lead, *rest = parts
    if scene.visit.route.german:
        return (title, lead, _language_key(scene, "facts.own"), *rest)
    every = (*parts, *beside)
    outdated = [part for part in every if any(said.outdated for said in _words_of(part))]
    german = [part for part in every if any(said.untranslated for said in _words_of(part))]
    notices = (
        *_notice(scene, "outdated", "facts.outdated.parts", _named(outdated, title)),
        *_notice(scene, "untranslated", "facts.untranslated", _named(german, title)),
    )
    if outdated and not notices:  # only a word of the kiosk itself
        notices = (Node("notice.outdated", Role.STATUS, scene.say("facts.outdated"), icon=OLD),)
    return (title, lead, *notices, *((_language_key(scene, "facts.german"),) if notices else ()), *rest)


def _words_of(part: Node) -> Iterator[Said]:
    for node in part.walk():
        yield from (node.name, node.value)


def _named(parts: Iterable[Node], title: Node) -> list[Said]:
    """What the parts are called on the card: a section has its title; the beginning is called like the card."""
    names = dict.fromkeys(
        name for part in parts for name in ([title.name] if part.id in ("title", "lead") else _titles(part))
    )
    return list(names)


def _titles(part: Node) -> list[Said]:
    """The titles of the sections in a part that are concerned; a remark or a key has none."""
    if part.role is not Role.GROUP:
        return []
    first = part.children[0] if part.children else None
    if first and first.role is Role.HEADING:
        return [first.name]
    concerned = (one for one in part.children if any(said.outdated or said.untranslated for said in _words_of(one)))
    return [name for one in concerned for name in _titles(one)]


def _notice(scene: Scene, name: str, key: str, parts: Sequence[Said]) -> tuple[Node, ...]:
    if not parts:
        return ()
    comma = scene.say("day.comma").text + " "
    said = scene.say(key, parts=comma.join(isolate(part.text) for part in parts))
    return (Node(f"notice.{name}", Role.STATUS, said, icon=OLD if name == "outdated" else "translate"),)


def _language_key(scene: Scene, key: str) -> Node:
    return Node("german", Role.BUTTON, scene.say(key), icon="translate", intent=InGerman(), silent=True)


def code(scene: Scene, link: Link) -> Node:
    """The code to take the page along: what it is, where it leads in plain words, and the page's language.

    Where no page is known it leads to the centre's own, and its address says so (facts.md, section 6).
    """
    page = link.page(scene.language) or scene.catalog.centre.link.page(scene.language)
    if page is None:
        return Node("code", Role.TEXT, scene.say("code.none"), icon="device-mobile-camera")
    language = scene.say("code.page", language=scene.say(f"language.{page.language}").text)
    shown = Node("code.address", Role.TEXT, page_said(page.url))
    return Node(
        "code",
        Role.CODE,
        scene.say("code.scan"),
        icon="device-mobile-camera",
        address=page.url,
        children=(shown, Node("code.language", Role.TEXT, language)),
    )


def page_said(url: str) -> Said:
    """A page's address as people read it, on as many lines as it needs."""
    return Said(_breakable(short_address(url)), SOURCE)


def short_address(url: str) -> str:
    """An address as people read it: without scheme and www; of a long one the host."""
    parts = urlsplit(url)
    host = parts.netloc.removeprefix("www.")
    whole = (host + parts.path + (f"?{parts.query}" if parts.query else "")).rstrip("/")
    return whole if len(whole) <= LONGEST_ADDRESS else host


def _breakable(address: str) -> str:
    """An address that may break behind the parts of a long host: "stadtbibliothek.|leipzig.de"."""
    host, slash, path = address.partition("/")
    return host.replace(".", "." + ZERO_WIDTH_SPACE, max(0, host.count(".") - 1)) + slash + path


def mail(organisation: Organisation) -> Said:
    """An e-mail address, which may break behind its sign."""
    return Said(organisation.email.replace("@", "@" + ZERO_WIDTH_SPACE), SOURCE)


def number(said: str) -> Said:
    """A phone number: Western digits in their own order inside any script."""
    return Said(isolate(said), SOURCE)
