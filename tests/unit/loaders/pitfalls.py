"""The pitfalls of YAML as staff meet them (reliability.md 2.3), numbered: what is written, and in which file.

What a person reads about each, in German and in English, or that it is no fault, stands in pitfalls.txt. The slips of
syntax are in mistakes.py and come first in that file.
"""

from __future__ import annotations

from dataclasses import dataclass

SERVICE, OFFICE = "services/amt-finden.yaml", "organisations/referat.yaml"


@dataclass(frozen=True)
class Case:
    """`old` in the sound `file` becomes `text`; with `old` "" the whole file does. `text` is written as `encoding`."""

    name: str
    file: str
    old: str
    text: str
    encoding: str = "utf-8"


DATE, NAME, PLACE = "as_of: 2026-08-01", "name: Ämter finden", "as_of: 2023-05\nsources"
BOMB = "a0: &a0 [x, x]\na1: &a1 [*a0, *a0]\n"
MERGES = "a0: &a0 {k: v}\na1: {<<: [*a0, *a0]}\n"

CASES = (
    Case("no is a word where a word is wanted", SERVICE, NAME, "name: no"),
    Case("no is a language code (Norwegian), not False", SERVICE, "topic:", "languages: [no]\ntopic:"),
    Case("on is no yes", SERVICE, DATE, DATE + "\nunsure: on"),
    Case("no says no", SERVICE, DATE, DATE + "\nunsure: no"),
    Case("8:30 is no 510", OFFICE, "mon: 9-12", "mon: 8:30"),
    Case("18:00 is no 1080", OFFICE, "mon: 9-12", "mon: 18:00"),
    Case("08:30 is no span of time", OFFICE, "mon: 9-12", "mon: 08:30"),
    Case("8:30-18:00 is a span of time", OFFICE, "mon: 9-12", "mon: 8:30-18:00"),
    Case("a phone number keeps its nought", OFFICE, PLACE, "phone: 0341123\n" + PLACE),
    Case("01067 stays a postcode", OFFICE, PLACE, "address: 01067\n" + PLACE),
    Case("04177 stays a postcode", OFFICE, PLACE, "address: 04177\n" + PLACE),
    Case("04109 stays a postcode", OFFICE, PLACE, "address: 04109\n" + PLACE),
    Case("1.10 keeps its nought", SERVICE, NAME, "name: 1.10"),
    Case("a day is a day", SERVICE, DATE, "as_of: 2025-01-02"),
    Case("a day that there is not (ValueError in PyYAML)", SERVICE, DATE, "as_of: 2025-13-45"),
    Case("an empty value", SERVICE, NAME, "name:"),
    Case("only a remark behind the colon", SERVICE, NAME, "name: # Ämter finden"),
    Case("a remark swallows the rest", SERVICE, NAME, "name: Ämter #finden"),
    Case("the same field twice", SERVICE, NAME, NAME + "\nname: Ämter suchen"),
    Case("a byte order mark is no fault", SERVICE, NAME, NAME, "utf-8-sig"),
    Case("saved as UTF-16", SERVICE, NAME, NAME, "utf-16"),
    Case("saved as Latin-1", SERVICE, NAME, NAME, "latin-1"),
    Case("Windows line ends are no fault", SERVICE, "\n", "\r\n"),
    Case("a YAML 1.2 header changes nothing", SERVICE, "topic:", "%YAML 1.2\n---\ntopic:"),
    Case("a cyclic alias", SERVICE, "bring:", "bring: &x [*x]\nsources:"),
    Case("an alias bomb", SERVICE, "", BOMB),
    Case("a merge-key bomb", SERVICE, "", MERGES),
    Case("500 brackets", SERVICE, "", "a: " + "[" * 500),
    Case("1.2 MB", SERVICE, "", "a: " + "b" * 1_200_000),
    Case("an id with a capital", SERVICE, "topic: anmelden", "topic: Anmelden"),
    Case("an id that is nearly one", SERVICE, "topic: anmelden", "topic: anmeldn"),
    Case("an id that leads out of the folder", SERVICE, "where: buergerbuero", "where: ../../etc/passwd"),
    Case("letters in two pieces (NFC) are the same id", SERVICE, NAME, "name: A\u0308mter finden"),
    Case("a type instead of a text", SERVICE, NAME, "name: !!int 5"),
    Case("a list instead of a text", SERVICE, NAME, "name: [Ämter, finden]"),
    Case("a text instead of a list", SERVICE, "bring:\n  - Pass oder Ausweis\n", "bring: Pass\nsources:\n  - S1\n"),
    Case("fields instead of a text", SERVICE, NAME, "name: {Ämter: finden}"),
    Case("a misspelt field", SERVICE, "short:", "shrot:"),
    Case("a field on the wrong level", SERVICE, "bring:\n  -", "bring:\n  cost: nichts\nsources:\n  -"),
    Case("a text in place of the file", SERVICE, "", "Ämter finden\n"),
    Case("a list in place of the file", SERVICE, "", "- Ämter finden\n"),
    Case("only three dashes", SERVICE, "", "---\n"),
    Case("a direction mark", SERVICE, NAME, "name: Ämter\u200f finden"),
    Case("a bell by escape", SERVICE, NAME, 'name: "Ämter \\a finden"'),
    Case("a phone number in the text", SERVICE, "what: Sie", "what: Rufen Sie 0341-123 456 an. Sie"),
    Case("an address in the text", SERVICE, "what: Sie", "what: Mehr auf leipzig.de/amt und hier. Sie"),
    Case("an address by http", SERVICE, DATE, DATE + "\nlink: {de: http://www.leipzig.de}"),
    Case("an address on no list", SERVICE, DATE, DATE + "\nlink: {de: https://www.liepzig.de}"),
    Case("an address with a name before the site", SERVICE, DATE, DATE + "\nlink: {de: https://leipzig.de@evil.de}"),
    Case("an address with a number for a site", SERVICE, DATE, DATE + "\nlink: {de: https://0x7f.1/}"),
    Case("an address in letters that look alike", SERVICE, DATE, DATE + "\nlink: {de: https://xn--lepzig-n4a.de}"),
)
