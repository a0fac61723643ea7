"""The acceptance sheet as one page for a browser: it needs nothing else, and prints on A4 with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import count

from kiosk.staff.doctor.row import ROOM, Row
from kiosk.staff.doctor.sheet import WORDS, Sheet, fields_of

STYLE = """\
@page { size: A4; margin: 14mm }
body { font: 10.5pt/1.4 sans-serif; color: #000; background: #fff; max-width: 182mm; margin: 0 auto; padding: 4mm }
h1 { font-size: 20pt; margin: 0 0 3mm } h2 { font-size: 14pt; margin: 8mm 0 2mm; break-after: avoid }
h3 { font-size: 11pt; margin: 0 } .head { display: flex; justify-content: space-between; margin: 0 0 1mm }
section.row { border: 1px solid #000; border-radius: 2mm; padding: 2.5mm 3.5mm; margin: 0 0 3mm; break-inside: avoid }
dl { display: grid; grid-template-columns: 24mm 1fr; gap: 0.6mm 2mm; margin: 0 }
dt { font-weight: bold } dd { margin: 0 }
.wrong { border: 2px solid #000; padding: 2mm 3mm; font-weight: bold }
.room { display: inline-block; min-width: 24mm; height: 5mm; border-bottom: 1px solid #000 }
label { margin-left: 6mm; white-space: nowrap }
input { display: inline-block; width: 4.5mm; height: 4.5mm; margin: 0 1mm 0 0; vertical-align: -0.8mm }
.line { border-bottom: 1px solid #000; height: 10mm }
.signed { display: grid; grid-template-columns: 30mm 1fr; gap: 8mm 2mm; margin-top: 10mm; break-inside: avoid }
.signed div { border-bottom: 1px solid #000 }"""


def as_page(sheet: Sheet, language: str) -> str:
    """The whole sheet, in "de" or "en"."""
    words = WORDS[language]
    title = escape(words["title"])
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    body = "\n".join((f"<h1>{title}</h1>", *_body(sheet, language)))
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _body(sheet: Sheet, language: str) -> Iterator[str]:
    words = WORDS[language]
    yield from (f"<p>{escape(sheet.words(name, language))}</p>" for name in ("terminal", "about"))
    if sheet.wrong:
        yield f'<p class="wrong">{escape(sheet.words("wrong", language))}</p>'
    numbers = count(1)
    for part in sheet.parts:
        yield f"<h2>{escape(getattr(part.title, language))}</h2>"
        yield from (_row(row, next(numbers), language) for row in part.rows)
    yield f"<h2>{escape(words['faults'])}</h2>" + '<div class="line"></div>' * 4
    signed = "".join(f"<span>{escape(name)}</span><div></div>" for name in words["signed"].split("|"))
    yield f'<div class="signed">{signed}</div>'


def _row(row: Row, number: int, language: str) -> str:
    words = WORDS[language]
    fields = [
        (name, escape(text).replace(ROOM, '<span class="room"></span>')) for name, text in fields_of(row, language)
    ]
    ticks = "".join(f'<label><input type="checkbox"> {escape(words[name])}</label>' for name in ("good", "bad"))
    listed = "".join(f"<dt>{escape(words[name])}</dt><dd>{text}</dd>" for name, text in fields)
    title = f"{number}. {', '.join(row.ids)} · {getattr(row.title, language)}"
    head = f'<div class="head"><h3>{escape(title)}</h3><div>{ticks}</div></div>'
    return f'<section class="row">{head}<dl>{listed}</dl></section>'
