"""The page to look through: one HTML file beside the pictures that needs no network and no other file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from kiosk.domain.language import SOURCE, Language
from kiosk.preview.pictures import Record
from kiosk.preview.places import NAMES
from kiosk.preview.problems import KINDS, NOTES, Told

HERE = Path(__file__).resolve().parent
PAGE = "index.html"
SCREENS = {
    "attract": ("Wartebild", "attract screen"),
    "languages": ("Sprachwahl", "languages"),
    "home": ("Startseite", "home"),
    "topic": ("Thema", "topic"),
    "service": ("Angebot", "service"),
    "organisation": ("Organisation", "organisation"),
    "organisations": ("Organisationen", "organisations"),
    "guide": ("Wegweiser, erste Frage", "guide, first question"),
    "search": ("Suche, leer", "search, empty"),
    "today": ("Heute", "today"),
    "show": ("Karte zum Zeigen", "card to show"),
    "help": ("Hilfe", "help"),
    "question": ("Wegweiser, weitere Frage", "guide, deeper question"),
    "found": ("Suche mit Treffern", "search that finds"),
    "ask": ("Andere Karten", "other cards"),
    "contact": ("Kontakt mitnehmen", "contact to take along"),
    "idle": ("Frage: Noch da?", "idle question"),
    "trouble": ("Störung", "trouble"),
}
MODES = {"usual": "üblich", "large": "größer", "contrast": "Kontrast", "low": "tiefer"}


def html_of(records: Sequence[Record], languages: Mapping[str, Language], others: Sequence[Told]) -> str:
    """The whole page. `languages` by code; `others` is what `check` says of no one picture."""
    german = {_pair(one): one for one in records if one["language"] == SOURCE}
    ordered = sorted(records, key=lambda one: (NAMES.index(one["screen"]), one["title"], one["id"]))
    sections = []
    for (screen, title, _), group in groupby(ordered, key=lambda one: (one["screen"], one["title"], one["id"])):
        figures = "\n".join(_figure(one, german.get(_pair(one)), languages) for one in group)
        de, en = SCREENS[screen]
        name = f"{de}: {title}" if title else de
        head = f'<h2>{escape(name)} <span class="en">{escape(en)}</span></h2>'
        sections.append(f'<section>{head}<div class="pictures">\n{figures}\n</div></section>')
    return (
        '<!doctype html>\n<html lang="de"><head><meta charset="utf-8"/><title>Türöffner: Vorschau</title>'
        '<meta name="viewport" content="width=device-width"/>'
        f"<style>\n{(HERE / 'page.css').read_text(encoding='utf-8')}</style></head><body>\n"
        '<header><h1>Vorschau <span class="en">What visitors see</span></h1>'
        f"{_form(records, languages)}</header>\n<main>{_others(others)}\n{chr(10).join(sections)}\n</main>\n"
        f"<script>\n{(HERE / 'page.js').read_text(encoding='utf-8')}</script></body></html>\n"
    )


def _pair(one: Record) -> tuple[str, str, str, int]:
    """What a picture shares with the German one of the same screen."""
    return one["id"], one["size"], one["modes"], one["page"]


def _form(records: Sequence[Record], languages: Mapping[str, Language]) -> str:
    def there(field: str) -> list[str]:
        return list(dict.fromkeys(str(one[field]) for one in records))

    kinds = {problem["kind"] for one in records for problem in one["problems"]}
    screens = {name: SCREENS[name][0] for name in NAMES if name in there("screen")}
    spoken = {code: f"{languages[code].german} ({languages[code].name})" for code in there("language")}
    problems = {"any": "mit Problemen"} | {kind: words[0] for kind, words in KINDS.items() if kind in kinds}
    selects = (
        _select("screen", "Bildschirm", "screen", screens),
        _select("language", "Sprache", "language", spoken),
        _select("size", "Größe", "size", {size: size.replace("x", " × ") for size in there("size")}),
        _select("modes", "Modus", "mode", {modes: _modes(modes) for modes in there("modes")}),
        _select("problem", "Problem", "problem", problems),
        _tick("fresh", "nur neue", "only new"),
        _tick("german", "Deutsch daneben", "German beside"),
    )
    return f'<form>{"".join(selects)}<output name="count">{len(records)}</output></form>'


def _select(name: str, de: str, en: str, values: Mapping[str, str]) -> str:
    options = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in values.items())
    return (
        f'<label><span>{de} <small>{en}</small></span><select name="{name}">'
        f'<option value="">alle / all</option>{options}</select></label>'
    )


def _tick(name: str, de: str, en: str) -> str:
    return f'<label class="tick"><input type="checkbox" name="{name}"/><span>{de} <small>{en}</small></span></label>'


def _modes(modes: str) -> str:
    return " + ".join(MODES[mode] for mode in modes.split("+"))


def _figure(one: Record, german: Record | None, languages: Mapping[str, Language]) -> str:
    problems, language = one["problems"], languages[one["language"]]
    wrong = any(problem["kind"] not in NOTES for problem in problems)
    width, height = one["size"].split("x")
    beside = german if german and german is not one else None
    data = {
        **{name: one[name] for name in ("screen", "language", "size", "modes")},
        "problems": " ".join(dict.fromkeys(problem["kind"] for problem in problems)),
        "wrong": "yes" if wrong else "no",
        "fresh": "yes" if one["new"] else "no",
    }
    classes = [
        *(["wrong"] if wrong else []),
        *(["upright"] if int(height) > int(width) else []),
        *(["paired"] if beside else []),
    ]
    pictures = _picture(one, language.german) + (_picture(beside, "Deutsch", ' class="beside"') if beside else "")
    listed = "".join(_problem(problem) for problem in problems)
    css = " ".join(classes)
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    return (
        f'<figure class="{css}" {attributes}>'
        f'<div class="pair">{pictures}</div><figcaption>{_caption(one, language)}</figcaption>'
        f"{f'<ul>{listed}</ul>' if listed else ''}</figure>"
    )


def _picture(one: Record, language: str, more: str = "") -> str:
    width, height = one["size"].split("x")
    about = escape(f"{SCREENS[one['screen']][0]} {one['title']}, {language}, Seite {one['page']}")
    name = escape(one["file"])
    size = f'width="{width}" height="{height}"'
    return f'<a href="{name}"{more}><img loading="lazy" {size} src="{name}" alt="{about}"/></a>'


def _caption(one: Record, language: Language) -> str:
    own = f'<bdi lang="{escape(language.code)}">{escape(language.name)}</bdi>'
    waiting = "" if language.offered else " · in Vorbereitung"
    page = f" · Seite {one['page']} von {one['pages']}" if one["pages"] > 1 else ""
    new = ' <span class="new">neu</span>' if one["new"] else ""
    size = one["size"].replace("x", " × ")
    seen = f" · Stand {one['seen']}"
    return (
        f"<b>{escape(language.german)}</b> {own}{new}<br/>"
        f"<small>{size} · {escape(_modes(one['modes']))}{page}{waiting}{escape(seen)}</small>"
    )


def _problem(problem: Told) -> str:
    """What is wrong in German, its English below; of which words it is."""
    de, en = KINDS[problem["kind"]]
    note = "note" if problem["kind"] in NOTES else "fault"
    if "de" in problem:
        return f'<li class="{note}">{escape(problem["de"])}<br/><small>{escape(problem["en"])}</small></li>'
    detail = f"<br/><small>{escape(problem['detail'])}</small>" if problem["detail"] else ""
    return f'<li class="{note}">{escape(de)} <small>{escape(en)}</small>{detail}</li>'


def _others(others: Iterable[Told]) -> str:
    told = [_problem(problem) for problem in others]
    if not told:
        return ""
    words = "Was auf keinem Bild zu sehen ist <small>on no picture</small>"
    return f'<details class="others"><summary>{words}: {len(told)}</summary><ul>{"".join(told)}</ul></details>'
