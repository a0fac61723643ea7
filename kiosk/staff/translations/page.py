"""The state of the translations as one page for a browser: it needs nothing else, can be filtered, and prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from kiosk.staff.translations.texts import Language, State, Text

TITLE = "Übersetzungen / Translations"
STATES = {
    State.COMPLETE.value: "fertig / complete",
    State.MISSING.value: "fehlt / missing",
    State.OUTDATED.value: "veraltet / outdated",
}
BY = {
    "machine": "Maschine, ungeprüft / machine, unchecked",
    "person": "Mensch / person",
    "checked": "geprüft / checked",
    "": "",
}
SUMMARY = (
    "Sprache / language|Texte / texts|fertig / complete|fehlen / missing|veraltet / outdated|"
    "Maschine / machine|Mensch / person|geprüft / checked|von wem / by whom"
)
DETAILS = "Sprache / language|Wo / where|Stand / state|Deutsch / German|Übersetzung / translation|Von wem / by whom"
COUNTS = ("texts", "complete", "missing", "outdated", "machine", "person", "checked")
HOW_TO = (
    "Texte = fertig + fehlen + veraltet. Wer sie gemacht hat: Maschine (niemand hat sie geprüft), Mensch, geprüft.",
    "Texts = complete + missing + outdated. Who made them: machine (nobody has checked them), person, checked.",
)
PREPARING = "in Vorbereitung, Besucher sehen sie noch nicht / in preparation, visitors do not see it yet"
STYLE = """\
body { font: 11pt/1.4 sans-serif; color: #000; background: #fff; margin: 6mm }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: bold; padding: 4mm 0 1mm }
th, td { border: 1px solid #767676; padding: 1mm 2mm; text-align: start; vertical-align: top }
thead { display: table-header-group } tr { break-inside: avoid } .n { text-align: right }
td.s { font-weight: bold } [data-state=complete] td.s { font-weight: normal }
form label { margin-right: 5mm } [hidden] { display: none }
@media print { form { display: none } body { font-size: 9pt; margin: 0 } }"""
# The page is whole without it; it only hides rows, and shows the form that would do nothing without it.
SCRIPT = """\
const form = document.querySelector('form'); form.hidden = false;
form.addEventListener('change', () => {
  const wanted = Object.fromEntries(new FormData(form));
  document.querySelectorAll('#texts tbody tr').forEach(row => {
    row.hidden = Object.entries(wanted).some(([name, value]) => value && row.dataset[name] !== value);
  });
});"""


def as_page(languages: Sequence[Language], on: date) -> str:
    """The whole page, German first and English beside it, with the day it was made."""
    head = f'<meta charset="utf-8"><title>{TITLE}</title><style>{STYLE}</style>'
    said = [f"<p>{line}</p>" for line in (f"Stand / as of {on}", *HOW_TO)]
    body = "\n".join((f"<h1>{TITLE}</h1>", *said, *_summary(languages), _form(languages), *_details(languages)))
    script = f"<script>{SCRIPT}</script>"
    return f'<!doctype html>\n<html lang="de"><head>{head}</head><body>\n{body}\n{script}</body></html>\n'


def _summary(languages: Iterable[Language]) -> Iterator[str]:
    yield f"<table><thead><tr>{_cells('th', SUMMARY.split('|'))}</tr></thead><tbody>"
    for language in languages:
        counts, preparing = language.count(), f"<br>{PREPARING}" if language.preparing else ""
        figures = "".join(f'<td class="n">{counts[name]}</td>' for name in COUNTS)
        checkers = _cells("td", [", ".join(language.checkers())])
        yield f"<tr><th>{_name(language)}{preparing}</th>{figures}{checkers}</tr>"
    yield "</tbody></table>"


def _name(language: Language) -> str:
    if language.listed:
        return f"{escape(language.name)} ({escape(language.code)})"
    return f"{escape(language.code)} – nicht in / not in languages.yaml"


def _form(languages: Sequence[Language]) -> str:
    kinds = dict.fromkeys(text.kind for language in languages for text in language.texts)
    choices = (
        ("language", "Sprache / language", {one.code: _name(one) for one in languages}),
        ("kind", "Art / kind", {kind: escape(kind) for kind in kinds}),
        ("state", "Stand / state", STATES),
        ("by", "Von wem / by whom", {name: words for name, words in BY.items() if name}),
    )
    return '<form hidden autocomplete="off">' + "".join(_choice(*choice) for choice in choices) + "</form>"


def _choice(name: str, label: str, options: dict[str, str]) -> str:
    every = "".join(f'<option value="{escape(value)}">{words}</option>' for value, words in options.items())
    return f'<label>{label} <select name="{name}"><option value="">alle / all</option>{every}</select></label>'


def _details(languages: Iterable[Language]) -> Iterator[str]:
    yield f'<table id="texts"><caption>Alle Texte / all texts</caption><thead><tr>{_cells("th", DETAILS.split("|"))}'
    yield "</tr></thead><tbody>"
    for language in languages:
        yield from (_row(language, text) for text in language.texts)
    yield "</tbody></table>"


def _row(language: Language, text: Text) -> str:
    state = text.state.value
    data = {"language": language.code, "kind": text.kind, "state": state, "by": text.by}
    given = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    cells = _cells("td", (language.code, f"{text.context}\n{text.place}"))
    words = f'<td lang="de">{escape(text.german)}</td><td lang="{escape(language.code)}" dir="auto">{escape(text.text)}'
    return f'<tr {given}>{cells}<td class="s">{STATES[state]}</td>{words}</td>{_cells("td", (_whom(text),))}</tr>'


def _whom(text: Text) -> str:
    made = text.made
    if made is None or not text.by:
        return ""
    checked = f" {made.checked_by} {made.checked_on or ''}".rstrip() if made.checked_by else ""
    translator = f" ({made.translator}, {made.made_on})" if made.translator else f" ({made.made_on})"
    return BY[text.by] + checked + translator


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(text).replace(chr(10), '<br>')}</{tag}>" for text in texts)
