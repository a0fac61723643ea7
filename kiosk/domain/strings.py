"""The words of the interface, and the mark by which a translation knows the German text it was made from."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.domain.language import Said, Words, isolate
from kiosk.domain.saxon_holidays import HOLIDAYS

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A place that the kiosk fills in, such as `{time}`. Nothing else in braces means anything."""

HASH_DIGITS = 8

NEEDED = frozenset(
    "bar.back bar.home bar.finish bar.language bar.large bar.contrast bar.low bar.listen bar.pause bar.resume "
    "bar.silent bar.help low.note keypad.sign header.house home.title home.guide home.guide.text home.guide.button "
    "guide.step guide.other guide.over "
    "home.search home.today home.show home.house home.city "
    "open.until open.closed.today open.closed.day open.closed open.holiday open.holiday.day open.unknown open.clock "
    "holiday.closed holiday.closed.day facts.date facts.unsure facts.ask facts.machine facts.outdated "
    "facts.outdated.parts facts.untranslated facts.german facts.own hours.unsure "
    "time.full time.hours day.comma number.point list.services list.organisations list.page list.previous list.next "
    "list.house list.house.text list.city list.city.text card.for_whom card.bring card.when card.where card.cost "
    "card.languages card.phone card.mail card.stop card.next card.organisation card.services "
    "code.scan code.page code.none listen.length listen.short listen.sentence listen.louder listen.quieter "
    "listen.volume listen.back listen.again listen.forward listen.slower listen.faster listen.speed listen.in "
    "listen.no_device listen.no_voice speech.choose speech.intro speech.keys speech.keys.more speech.where "
    "speech.count speech.position speech.heading speech.button speech.button.here speech.button.chosen "
    "speech.button.off speech.switch.on speech.switch.off speech.on speech.off speech.hint speech.code speech.code.ask "
    "speech.code.call speech.first speech.last speech.loudest speech.quietest speech.any_key "
    "ear.on ear.off ear.open help.title help.text help.desk help.desk.text "
    "help.features help.large help.contrast help.low help.keys help.keys.text "
    "help.language help.listen help.scan help.scan.text help.private help.private.text "
    "search.title search.empty search.hint search.count search.many search.none search.desk "
    "search.space search.erase search.clear search.digits search.german search.sign.hyphen search.sign.dot "
    "search.sign.slash search.sign.apostrophe search.sign.and search.sign.plus search.sign.at search.sign.comma "
    "show.open show.title show.photo show.team show.means show.greeting show.anything show.speaks show.interpreter "
    "show.slowly show.wish show.hear show.change ask.title ask.anything contact.open contact.title contact.scan "
    "way.title way.scan speech.code.contact speech.code.map "
    "idle.title idle.restart idle.private idle.seconds idle.more idle.finish "
    # today at the centre
    "open.closed.date open.holiday.date holiday.closed.date special.closed special.closed.day special.closed.date "
    "special.hours today.open today.until today.closed today.times today.next.today today.next.tomorrow "
    "today.next.day today.next.date today.next.unknown today.holiday week.title week.always week.today week.closed "
    "time.spans desk.title desk.ask desk.today desk.today.languages desk.languages desk.next desk.not closure.title "
    "closure.other closure.holiday closure.day closure.days closure.hours closure.days.hours notice.day notice.days "
    "date.weekday date.short date.full".split()
) | {
    *(f"holiday.name.{key}" for key in HOLIDAYS.values()),
    *(f"day.{day}" for day in range(1, 8)),
    *(f"day.short.{day}" for day in range(1, 8)),
    *(f"month.{month}" for month in range(1, 13)),
}
"""The keys of all words that the screens ask for. The names of languages ("language.ar") are not among them: which of
those are asked for is up to the content, and is checked there."""


def text_hash(german: str) -> str:
    """The mark of a German text: the first 8 hexadecimal digits of the SHA-256 of its UTF-8 (NFC, single spaces).

    A translation carries the mark of the text it was made from, so a later change of the German is noticed
    (docs/content.md).
    """
    plain = " ".join(unicodedata.normalize("NFC", german).split())
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()[:HASH_DIGITS]


def placeholders(text: str) -> frozenset[str]:
    """The names of the places in `text` that the kiosk fills in."""
    return frozenset(PLACEHOLDER.findall(text))


def filled(text: str, values: Mapping[str, object]) -> str:
    """`text` with its places filled in, each value kept in its own direction.

    Only `{name}` is replaced and only once, so braces inside a value stay what they are; a place without a value
    stays as it is written: a word too many on the screen is better than no screen.
    """

    def value(match: re.Match[str]) -> str:
        return isolate(str(values[match[1]])) if match[1] in values else match[0]

    return PLACEHOLDER.sub(value, text)


class Strings(Struct, frozen=True):
    """The interface's texts by key ("home.title"), each in all its languages."""

    words: Mapping[str, Words] = field(default_factory=dict)

    def said(self, key: str, language: str, /, **values: object) -> Said:
        """The text of `key` in `language`, or in German where it is not translated, with `values` filled in.

        Raises KeyError for a key that is neither needed nor in strings/de.yaml.
        """
        said = self.words[key].said(language)
        return replace(said, text=filled(said.text, values), say=filled(said.say, values))
