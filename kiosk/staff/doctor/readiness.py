"""The report of what doctor found: as text for a terminal, as JSON for scripts, as a page to print."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from datetime import datetime
from html import escape

from msgspec import Struct

from kiosk import VERSION
from kiosk.staff.doctor.finding import Row, Verdict, verdict_of

COLUMNS, INDENT = 100, 28
WORDS = {
    "de": {
        "title": "Ist dieses Terminal bereit?",
        "pass": "gut",
        "fail": "NICHT GUT",
        "unknown": "unbekannt",
        "ready": "Bereit: Alles, was sich von hier sehen lässt, ist gut.",
        "open": "Bereit, soweit es sich von hier sehen lässt; unbekannt ist: {names}.",
        "not_ready": "Nicht bereit: {names}.",
        "of": "{terminal}, {when}, Kiosk {version}",
        "what": "Was|Befund|Zu tun",
        "signed": "Ort, Datum|Name|Unterschrift",
    },
    "en": {
        "title": "Is this terminal ready?",
        "pass": "good",
        "fail": "NOT GOOD",
        "unknown": "unknown",
        "ready": "Ready: all that can be seen from here is good.",
        "open": "Ready as far as it can be seen from here; unknown: {names}.",
        "not_ready": "Not ready: {names}.",
        "of": "{terminal}, {when}, kiosk {version}",
        "what": "What|Found|To do",
        "signed": "Place, date|Name|Signature",
    },
}
SIGNS = {Verdict.PASS: "✓", Verdict.FAIL: "✗", Verdict.UNKNOWN: "?"}


class Readiness(Struct, frozen=True):
    """What was found, on which terminal, and when."""

    rows: tuple[Row, ...]
    terminal: str
    made: datetime

    @property
    def verdict(self) -> Verdict:
        """Of all rows together."""
        return verdict_of(self.rows)

    def head(self, language: str) -> str:
        """Which terminal, when."""
        when = f"{self.made:%d.%m.%Y, %H:%M %Z}" if language == "de" else f"{self.made:%Y-%m-%d %H:%M %Z}"
        return WORDS[language]["of"].format(terminal=self.terminal, when=when, version=VERSION)

    def result(self, language: str) -> str:
        """One sentence."""
        name = {Verdict.PASS: "ready", Verdict.UNKNOWN: "open", Verdict.FAIL: "not_ready"}[self.verdict]
        titles = [getattr(row.title, language) for row in self.rows if row.finding.verdict is self.verdict]
        return WORDS[language][name].format(names=", ".join(titles))


def as_text(readiness: Readiness, language: str) -> str:
    """For a terminal, in "de" or "en"."""
    words = WORDS[language]
    lines = [words["title"], readiness.head(language), ""]
    for row in readiness.rows:
        first = f"  {words[row.finding.verdict.value]:<10} {getattr(row.title, language):<14} "
        lines += _hanging(first, getattr(row.finding.found, language))
        if row.finding.verdict is not Verdict.PASS and row.finding.remedy.de:
            lines += _hanging("", "→ " + getattr(row.finding.remedy, language))
    return "\n".join((*lines, "", readiness.result(language))) + "\n"


def _hanging(first: str, text: str) -> list[str]:
    blank = " " * INDENT
    return textwrap.wrap(text, COLUMNS, initial_indent=first.ljust(INDENT), subsequent_indent=blank)


def as_json(readiness: Readiness) -> str:
    """For scripts."""
    rows = [
        {
            "name": row.name,
            "verdict": row.finding.verdict.value,
            "found": row.finding.found._asdict(),
            "remedy": row.finding.remedy._asdict(),
        }
        for row in readiness.rows
    ]
    made = readiness.made.isoformat(timespec="seconds")
    about = {"terminal": readiness.terminal, "made": made, "version": VERSION, "verdict": readiness.verdict.value}
    return json.dumps({**about, "rows": rows}, ensure_ascii=False, indent=2) + "\n"


STYLE = """\
@page { size: A4; margin: 14mm }
body { font: 10.5pt/1.4 sans-serif; color: #000; background: #fff; max-width: 182mm; margin: 0 auto; padding: 4mm }
h1 { font-size: 20pt; margin: 0 } .of { margin: 1mm 0 4mm }
.result { border: 2px solid #000; border-radius: 2mm; padding: 3mm 4mm; font-size: 13pt; font-weight: bold; margin: 0 }
.result.fail { background: #fbe3e0 } .result.unknown { background: #fdf3d7 } .result.pass { background: #e2f2e5 }
table { border-collapse: collapse; width: 100%; margin: 6mm 0 0 }
th { text-align: left; font-size: 9pt; font-weight: normal; border-bottom: 1px solid #000; padding: 1mm 2mm }
td { vertical-align: top; border-bottom: 1px solid #bbb; padding: 2mm } tr { break-inside: avoid }
td:first-child { width: 8mm; font-size: 15pt; line-height: 1; text-align: center } td.what { width: 30mm }
td.what span { display: block; font-size: 9pt } .fail td.what { font-weight: bold }
p { margin: 0 } p.do { margin-top: 1mm } p.do::before { content: "→ " } td { overflow-wrap: anywhere }
.signed { display: grid; grid-template-columns: 30mm 1fr; gap: 8mm 2mm; margin-top: 10mm; break-inside: avoid }
.signed div { border-bottom: 1px solid #000 }"""


def as_page(readiness: Readiness, language: str) -> str:
    """To print, and to keep as the proof of an inspection."""
    words = WORDS[language]
    title = escape(words["title"])
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    signed = "".join(f"<span>{escape(name)}</span><div></div>" for name in words["signed"].split("|"))
    body = "\n".join(
        (
            f"<h1>{title}</h1>",
            f'<p class="of">{escape(readiness.head(language))}</p>',
            f'<p class="result {readiness.verdict.value}">{escape(readiness.result(language))}</p>',
            "<table>",
            *_rows(readiness, language),
            "</table>",
            f'<div class="signed">{signed}</div>',
        )
    )
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _rows(readiness: Readiness, language: str) -> Iterator[str]:
    words = WORDS[language]
    for row in readiness.rows:
        verdict, finding = row.finding.verdict, row.finding
        remedy = getattr(finding.remedy, language) if verdict is not Verdict.PASS else ""
        yield (
            f'<tr class="{verdict.value}"><td>{SIGNS[verdict]}</td>'
            f'<td class="what">{escape(getattr(row.title, language))}<span>{escape(words[verdict.value])}</span></td>'
            f"<td><p>{escape(getattr(finding.found, language))}</p>"
            + (f'<p class="do">{escape(remedy)}</p>' if remedy else "")
            + "</td></tr>"
        )
