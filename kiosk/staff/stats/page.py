"""The figures as one page for a browser, to look at and to print: it needs no network, no script and no other file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from kiosk.staff.stats.period import Column, Told
from kiosk.staff.stats.table import ORDER, not_told, remarks
from kiosk.staff.stats.words import MONTHS, Names
from kiosk.usage.figures import SERVICE

STYLE = Path(__file__).resolve().parent / "page.css"
MANY = 14
"""With more columns than this there is room for a number over the highest only. The others keep its place free, so that
all are drawn by one measure."""
DOOR = (
    '<svg viewBox="0 0 64 76" aria-hidden="true"><rect x="6" y="2" width="52" height="72" fill="#F4EBD8"/>'
    '<rect x="11" y="7" width="42" height="67" fill="#FFC83D"/>'
    '<path d="M11 7 L37 14 L37 70 L11 74 Z" fill="#2C6A75"/><circle cx="32" cy="43" r="2.4" fill="#FFC83D"/></svg>'
)
"""The door that is ajar, flat as on the screen: frame, light, leaf."""


def as_page(told: Told | None, names: Names, terminal: str, made: date) -> str:
    """The whole page. `terminal` is the name of the machine, `made` the day of today; without figures it says so."""
    title = escape(names["title"])
    about = [names.centre, names["terminal"].format(name=terminal), names["made"].format(day=names.day(made))]
    if told:
        about.insert(0, names.span(told.span))
    body = "\n".join(_body(told, names)) if told else f'<p class="nothing">{escape(names["nothing_yet"])}</p>'
    return (
        f'<!doctype html>\n<html lang="{names.language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style></head><body>\n"
        f'<header><div class="head">{DOOR}<div><h1>{title}</h1>'
        f"<p>{escape(' · '.join(part for part in about if part))}</p></div></div></header>\n"
        f"<main>\n{body}\n</main>\n</body></html>\n"
    )


def _body(told: Told, names: Names) -> Iterator[str]:
    if told.visits:
        yield from _sums(told, names)
        yield _columns(told.columns, names)
        yield '<div class="sections">'
        yield from (_figure(told, names, figure) for figure in ORDER if figure != SERVICE)
        yield "</div>"
        yield _figure(told, names, SERVICE)  # by far the longest: it has the width of the page
    else:
        yield f'<p class="nothing">{escape(names["nothing"])}</p>'
    yield "<footer>" + "".join(f"<p>{escape(one)}</p>" for one in remarks(told, names)) + "</footer>"


def _sums(told: Told, names: Names) -> Iterator[str]:
    sums = [(names["visits"], f"{told.visits}"), (names["days"], f"{told.days}")]
    if told.a_day is not None:
        sums.append((names["a_day"], f"{told.a_day}"))
    yield '<dl class="sums">' + "".join(f"<div><dt>{escape(a)}</dt><dd>{b}</dd></div>" for a, b in sums) + "</dl>"


def _columns(columns: tuple[Column, ...], names: Names) -> str:
    """The visits over time. Every column says in full what it is, for who points at it or does not see it."""
    most = max(column.visits for column in columns)
    many = len(columns) > MANY
    drawn = []
    for column in columns:
        high = 100 * column.visits / most
        said = f"{names.column(column)}: {column.visits}"
        value = str(column.visits) if column.visits and (not many or column.visits == most) else "&#160;"
        drawn.append(
            f'<div>{value}<svg role="img" aria-label="{escape(said)}"><title>{escape(said)}</title>'
            f'<rect class="value" y="{100 - high:.1f}%" width="100%" height="{high:.1f}%"/></svg></div>'
        )
    feet = "".join(f"<span>{escape(_foot(column, number, names))}</span>" for number, column in enumerate(columns))
    title = names["by_day" if columns[0].day else "by_month"]
    kind = ' class="many"' if many else ""
    return (
        f'<section{kind}><h2>{escape(title)}</h2><div class="columns">{"".join(drawn)}</div>'
        f'<div class="feet" aria-hidden="true">{feet}</div></section>'
    )


def _foot(column: Column, number: int, names: Names) -> str:
    """As little as tells the columns apart."""
    if column.day:
        return f"{column.day}." if number % 7 == 0 else ""
    month = MONTHS[names.language][column.month - 1][:3]
    return f"{month} {column.year % 100:02}" if number == 0 or column.month == 1 else month


def _figure(told: Told, names: Names, figure: str) -> str:
    lines, silent = told.lines(figure), not_told(told, names, figure)
    most = max((count for _, count in lines), default=1)
    rows = [_row(names.line(figure, line), count, most) for line, count in lines]
    note = f'<p class="note">{escape(names.note(figure))}</p>' if names.note(figure) else ""
    half = (len(rows) + 1) // 2 if figure == SERVICE else len(rows)
    tables = "".join(f"<table>{''.join(part)}</table>" for part in (rows[:half], rows[half:]) if part)
    rest = names["not_told"].format(names=", ".join(silent))
    held = f'<p class="silent">{escape(rest)}</p>' if silent else ""
    body = f'{note}<div class="tables">{tables}</div>{held}'
    return f"<section><h2>{escape(names.figure(figure))}</h2>{body}</section>"


def _row(name: str, count: int, most: int) -> str:
    bar = (
        '<svg aria-hidden="true"><rect class="room" width="100%" height="100%" rx="3"/>'
        f'<rect class="value" width="{100 * count / most:.1f}%" height="100%" rx="3"/></svg>'
    )
    return (
        f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th><td>{count}</td></tr>'
        f'<tr class="bar" aria-hidden="true"><td colspan="2">{bar}</td></tr>'
    )
