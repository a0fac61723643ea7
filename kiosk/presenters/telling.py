"""What the keypad says: of the thing it has come to, of a screen, and of itself.

Of a thing: its name, then what it is and how it stands, then its place ("Kontrast. Schalter, aus. 9 von 24"). Names are
said in their own language, everything else in the listener's, and only in whole phrases: no phrase is put together of
words, for that works in no two languages alike.

Without a scene (a kiosk without content) there are no words but those of the screen itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.domain.language import Language
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import Choose, Intent, Type
from kiosk.domain.node import NOTHING, Node, Role, Sentence, State, View, sentences_in
from kiosk.domain.utterance import Utterance, spoken
from kiosk.domain.visit import VOLUMES
from kiosk.domain.walk import title, walk
from kiosk.presenters.frame import mode_key
from kiosk.presenters.listening import speed_words
from kiosk.presenters.scene import Scene

Said = tuple[Sentence, ...]
ROUNDS = 2
"""So often the languages are said (accessibility.md (b), first utterance)."""
PHONE = "phone.1"
"""The node with the phone number of a page that has one."""
CODES = {"contact.code": "speech.code.contact", "way.code": "speech.code.map"}
"""What is said of a code that does not lead to a page."""


def stop(scene: Scene | None, view: View, node: Node) -> Said:
    """A stop: its name and all that is in it, what it is, how it stands, and which one of how many it is."""
    return (*words(view, node), *what(scene, view, node), *place(scene, view, node))


def words(view: View, node: Node) -> Said:
    """What a node says, with what is in it; nothing twice. Silent captions in it are meant for the eye: they are said
    in the listener's own language only (the German name beside every language is for staff)."""
    said: dict[tuple[str, int], Sentence] = {}
    for one in node.walk():
        for sentence in sentences_in(one, view.language):
            if one is node or not one.silent or sentence.utterance.language == view.language:
                said.setdefault((sentence.utterance.text.casefold(), sentence.start if one.spelled else 0), sentence)
    return tuple(said.values())


def what(scene: Scene | None, view: View, node: Node) -> Said:
    """What a node is and how it stands, by its role and its states; nothing for plain words."""
    if node.role is Role.CODE:
        return _code(scene, view, node)
    if node.role is Role.TOGGLE:
        return phrase(scene, "speech.switch.on" if State.ON in node.states else "speech.switch.off", node.id)
    if node.intent is not None:
        return phrase(scene, _key(node), node.id)
    return phrase(scene, "speech.heading", node.id) if node.role is Role.HEADING else ()


def _key(node: Node) -> str:
    if State.OFF in node.states:
        return "speech.button.off"
    if State.HERE in node.states:
        return "speech.button.chosen" if isinstance(node.intent, Choose) else "speech.button.here"
    return "speech.button"


def _code(scene: Scene | None, view: View, node: Node) -> Said:
    """A code: what it holds or leads to, and how to get that without seeing it (accessibility.md V-05, Q-04). Its
    address and the language of its page are said with its name."""
    phone = view.find(PHONE)
    call = phrase(scene, "speech.code.call", node.id, phone=phone.name.text) if phone else ()
    leads_to = tuple(replace(sentence, node=node.id, part="") for sentence in named(view))
    return (
        *phrase(scene, CODES.get(node.id, "speech.code"), node.id),
        *leads_to,
        *phrase(scene, "speech.code.ask", node.id),
        *call,
    )


def place(scene: Scene | None, view: View, node: Node) -> Said:
    """Which one of how many stops it is."""
    ids = [one.id for one in walk(view)]
    if node.id not in ids:
        return ()
    return phrase(scene, "speech.position", node.id, number=str(ids.index(node.id) + 1), count=str(len(ids)))


def typed(view: View, intent: Intent) -> Said:
    """What became of a letter: how much is found now. After erasing first what is left, letter by letter, for nobody
    hears what is gone."""
    left = () if isinstance(intent, Type) else view.sentences_of("query")
    return (*left, *view.sentences_of("found"))


def hint(scene: Scene | None, node: Node) -> Said:
    """How to use what was just told, if it can be used."""
    return phrase(scene, "speech.hint", node.id) if node.intent is not None else ()


def named(view: View) -> Said:
    """The screen's name, without what else stands in its title."""
    node = title(view)
    if node is None:
        return ()
    return words(view, replace(node, value=NOTHING, children=()) if node.name else node)


def arrival(scene: Scene | None, view: View) -> Said:
    """A screen that is new: its name, and how many stops there are."""
    return (*named(view), *phrase(scene, "speech.count", count=str(len(walk(view)))))


def introduction(scene: Scene | None) -> Said:
    """What this is and what the keys do, in at most 12 seconds (accessibility.md (b), after the choice)."""
    return (*phrase(scene, "speech.intro"), *phrase(scene, "speech.keys"))


def where(scene: Scene | None, view: View, node: Node | None) -> Said:
    """Where the visitor is, and what all keys do."""
    here = place(scene, view, node) if node else ()
    keys = (*phrase(scene, "speech.keys"), *phrase(scene, "speech.keys.more"))
    return (*phrase(scene, "speech.where"), *named(view), *here, *keys)


def offered(scene: Scene) -> tuple[Language, ...]:
    """The languages that can be chosen by ear: those with a voice (V-09). Without any sound the keys move the ring over
    all of them."""
    return tuple(one for one in scene.catalog.languages if one.code not in scene.mute or not scene.heard_in)


def choices(scene: Scene, code: str) -> Said:
    """The choice of language: every one in its own voice, from `code` on, so often that nobody misses it."""
    languages = offered(scene)
    at = [language.code for language in languages].index(code)
    return tuple(_choice(scene, language) for language in (*languages[at:], *languages[:at])) * ROUNDS


def _choice(scene: Scene, language: Language) -> Sentence:
    """How to choose a language, said in that language; its own name alone if nobody has translated that."""
    said = scene.strings.said("speech.choose", language.code, language=language.name)
    text = spoken(said.text) if said.language == language.code else language.name
    return Sentence(f"language.{language.code}", "", 0, 0, Utterance(text, language.code))


def volume(scene: Scene | None, step: int) -> Said:
    """How loud it is now; at the ends, that it goes no further that way."""
    if scene is None:
        return ()
    now = scene.visit.volume
    end = {(1, -1): "speech.quietest", (VOLUMES, 1): "speech.loudest"}.get((now, step))
    return (*phrase(scene, "listen.volume", volume=str(now)), *(phrase(scene, end) if end else ()))


def speed(scene: Scene | None) -> Said:
    """How fast it is now."""
    return phrase(scene, "listen.speed", speed=speed_words(scene)) if scene else ()


def mode(scene: Scene | None, changed: Mode) -> Said:
    """That a mode is on now, or off."""
    if scene is None:
        return ()
    key = "speech.on" if changed in scene.visit.modes else "speech.off"
    node = mode_key(scene, changed)
    return phrase(scene, key, node.id, mode=node.name.text)


def warning(scene: Scene | None, alert: Node, language: str) -> Said:
    """The question before the kiosk forgets. Any key is the first of its answers and doing nothing the second, so that
    is said in place of them (EN 301 549 11.2.2.1)."""
    (question, *others) = (node for node in alert.children if node.intent is None and not node.silent)
    return (
        *sentences_in(question, language),
        *phrase(scene, "speech.any_key"),
        *(sentence for node in others for sentence in sentences_in(node, language)),
    )


def edge(scene: Scene | None, step: int) -> Said:
    """That the walk has come round: to its beginning or, backwards, to its end."""
    return phrase(scene, "speech.first" if step > 0 else "speech.last")


def phrase(scene: Scene | None, key: str, node_id: str = "", /, **values: str) -> Said:
    """The words of the interface for `key`, said of a node. They stand nowhere on the screen."""
    return tuple(_phrase(scene, key, node_id, values)) if scene else ()


def _phrase(scene: Scene, key: str, node_id: str, values: dict[str, str]) -> Iterator[Sentence]:
    for sentence in sentences_in(Node(node_id, Role.TEXT, scene.say(key, **values)), scene.language):
        yield replace(sentence, part="", start=0, end=0)
