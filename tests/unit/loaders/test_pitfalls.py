"""What staff type by mistake, and the exact words they read about it. reliability.md 2.3 lists most of these."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders import nodes
from kiosk.loaders.nodes import parsed, read

TEXTS = {
    # name: (what is in the file, line:column, what a person reads, what to do)
    "colon in the text": (
        "what: Adresse, Ausweise: alles hier",
        "1:24",
        "Im Text steht ein Doppelpunkt mit Leerzeichen; YAML liest ihn als neues Feld.",
        'Den ganzen Text in Anführungszeichen setzen: what: "…"',
    ),
    "tab before a field": (
        "hours:\n\tmon: 9-12\n",
        "2:1",
        "Die Zeile ist mit einem Tabulator eingerückt.",
        "Den Tabulator löschen und mit Leerzeichen einrücken (zwei je Stufe).",
    ),
    "tab after a value": (
        "name: Haus\n\t\nicon: door\n",
        "2:1",
        "Die Zeile ist mit einem Tabulator eingerückt.",
        "Den Tabulator löschen und mit Leerzeichen einrücken (zwei je Stufe).",
    ),
    "no space after the colon": (
        "name:Wohnung\nicon: door\n",
        "1:1",
        "Nach dem Doppelpunkt fehlt ein Leerzeichen.",
        "Schreiben: name: …",
    ),
    "no colon in the first line": (
        "name Wohnung\nicon: door\n",
        "1:1",
        "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
        "Schreiben: Feldname, Doppelpunkt, Leerzeichen, Wert. Listenpunkte: Bindestrich, Leerzeichen, Text.",
    ),
    "no colon in the middle": (
        "icon: door\nname Wohnung\nrole: city\n",
        "2:1",
        "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
        "Schreiben: Feldname, Doppelpunkt, Leerzeichen, Wert. Listenpunkte: Bindestrich, Leerzeichen, Text.",
    ),
    "no space after the hyphen": (
        "- Pass\n-Ausweis\n",
        "2:1",
        "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
        "Schreiben: Feldname, Doppelpunkt, Leerzeichen, Wert. Listenpunkte: Bindestrich, Leerzeichen, Text.",
    ),
    "indented too far": (
        "name: Haus\n icon: door\n",
        "2:2",
        "Die Zeile ist anders eingerückt als die Zeilen, zu denen sie gehört.",
        "Felder derselben Stufe genau untereinander beginnen lassen.",
    ),
    "indented too little": (
        "bring:\n  - Pass\n cost: nichts\n",
        "3:2",
        "Die Zeile ist anders eingerückt als die Zeilen, zu denen sie gehört.",
        "Felder derselben Stufe genau untereinander beginnen lassen.",
    ),
    "a list after a colon": (
        "bring: - Pass\n",
        "1:8",
        "Ein Text darf nicht mit „-“ beginnen.",
        'Den ganzen Text in Anführungszeichen setzen: "-…"',
    ),
    "quote never closed": (
        'name: "Haus\nicon: door\n',
        "1:7",
        "Hier beginnt ein Anführungszeichen, das nirgends geschlossen wird.",
        "Am Ende des Textes dasselbe Anführungszeichen setzen.",
    ),
    "apostrophe as a quote": (
        "name: 'Haus\nicon: door\n",
        "1:7",
        "Hier beginnt ein Anführungszeichen, das nirgends geschlossen wird.",
        "Am Ende des Textes dasselbe Anführungszeichen setzen.",
    ),
    "text after the quote": (
        'name: "Haus" am Ring\nicon: door\n',
        "1:14",
        "Nach dem schließenden Anführungszeichen steht noch Text.",
        "Den ganzen Text in Anführungszeichen setzen; innen „ und “ verwenden.",
    ),
    "bracket never closed": (
        "languages: [de, en\nicon: door\n",
        "1:12",
        "Hier beginnt eine Klammer, die nicht geschlossen wird, oder es fehlt ein Komma.",
        "Die Klammer mit ] oder } schließen und Einträge mit Komma trennen.",
    ),
    "brace never closed": (
        'name: {of: 3fa2b1c0, text: "x"\nicon: door\n',
        "1:7",
        "Hier beginnt eine Klammer, die nicht geschlossen wird, oder es fehlt ein Komma.",
        "Die Klammer mit ] oder } schließen und Einträge mit Komma trennen.",
    ),
    "at sign in front": (
        "email: @leipzig.de\n",
        "1:8",
        "Ein Text darf nicht mit „@“ beginnen.",
        'Den ganzen Text in Anführungszeichen setzen: "@…"',
    ),
    "percent in front": (
        "cost: %50\n",
        "1:7",
        "Ein Text darf nicht mit „%“ beginnen.",
        'Den ganzen Text in Anführungszeichen setzen: "%…"',
    ),
    "ampersand in front": (
        "name: & Partner\n",
        "1:7",
        "Ein Text darf nicht mit „&“ beginnen.",
        'Den ganzen Text in Anführungszeichen setzen: "&…"',
    ),
    "backslash in quotes": (
        'name: "C:\\quelle"\n',
        "1:10",
        "Nach „\\“ folgt in doppelten Anführungszeichen etwas Unbekanntes.",
        "Den Backslash verdoppeln (\\\\) oder einfache Anführungszeichen verwenden.",
    ),
    "an anchor": (
        "name: &haus Haus\n",
        "1:7",
        "Anker und Verweise (& und *) sind nicht erlaubt.",
        "Den Text an jeder Stelle ausschreiben; beginnt er mit & oder *, in Anführungszeichen setzen.",
    ),
    "an alias": (
        "name: *haus\n",
        "1:7",
        "Anker und Verweise (& und *) sind nicht erlaubt.",
        "Den Text an jeder Stelle ausschreiben; beginnt er mit & oder *, in Anführungszeichen setzen.",
    ),
    "a merge key": (
        "<<: {name: Haus}\n",
        "1:1",
        "Das Einmischen mit „<<“ ist nicht erlaubt.",
        "Die Felder ausschreiben.",
    ),
    "a tag": (
        "name: !!python/object:os.system x\n",
        "1:7",
        "Typangaben mit „!“ sind nicht erlaubt.",
        "Die Angabe löschen; beginnt der Text mit !, in Anführungszeichen setzen.",
    ),
    "an exclamation mark in front": (
        "name: !Achtung Stufe\n",
        "1:7",
        "Typangaben mit „!“ sind nicht erlaubt.",
        "Die Angabe löschen; beginnt der Text mit !, in Anführungszeichen setzen.",
    ),
    "two documents": (
        "name: Haus\n---\nname: Garten\n",
        "2:1",
        "Hier beginnt mit „---“ ein zweites Dokument.",
        "Die Zeile löschen; je Eintrag eine eigene Datei anlegen.",
    ),
    "the same field twice": (
        "name: Haus\nicon: door\nname: Garten\n",
        "3:1",
        "„name“ steht zweimal da, zuerst in Zeile 1.",
        "Eine der beiden Zeilen löschen.",
    ),
    "thirteen levels": (
        "[" * 13 + "]" * 13,
        "1:13",
        "Mehr als 12 Stufen ineinander.",
        "Klammern und Einrückungen prüfen; kein Inhalt braucht so viele Stufen.",
    ),
    "500 brackets (RecursionError in PyYAML)": (
        "a: " + "[" * 500,
        "1:15",
        "Mehr als 12 Stufen ineinander.",
        "Klammern und Einrückungen prüfen; kein Inhalt braucht so viele Stufen.",
    ),
    "50,000 brackets (crash in libyaml's loader)": (
        "[" * 50_000,
        "1:13",
        "Mehr als 12 Stufen ineinander.",
        "Klammern und Einrückungen prüfen; kein Inhalt braucht so viele Stufen.",
    ),
    "a list as a name": (
        "? [a, b]\n: c\n",
        "1:3",
        "Hier fehlt ein Feldname vor dem Doppelpunkt.",
        "Schreiben: Feldname, Doppelpunkt, Leerzeichen, Wert.",
    ),
    "nothing in it": ("# nur eine Bemerkung\n", "0:0", "Die Datei ist leer.", "Ausfüllen oder löschen."),
    "a NUL": (
        "name: Ha\x00us\n",
        "1:9",
        "Hier steht ein unsichtbares Steuerzeichen (U+0000).",
        "Das Zeichen löschen; am besten die Stelle neu tippen.",
    ),
    "a NUL by escape": (
        'name: "Ha\\0us"\n',
        "1:7",
        "Hier steht ein unsichtbares Steuerzeichen (U+0000).",
        "Das Zeichen löschen; am besten die Stelle neu tippen.",
    ),
    "a line break that editors do not count": (
        "name: Ha\u2028us\n",
        "1:9",
        "Hier steht ein unsichtbares Steuerzeichen (U+2028).",
        "Das Zeichen löschen; am besten die Stelle neu tippen.",
    ),
    "text turned round": (
        "name: Haus \u202eed.elgoog\n",
        "1:12",
        "Hier steht ein unsichtbares Zeichen (U+202E), das die Schreibrichtung umkehrt.",
        "Das Zeichen löschen; erlaubt sind nur die Isolate U+2066 bis U+2069.",
    ),
    "text turned round by escape": (
        'name: "Haus \\u202eed.elgoog"\n',
        "1:7",
        "Hier steht ein unsichtbares Zeichen (U+202E), das die Schreibrichtung umkehrt.",
        "Das Zeichen löschen; erlaubt sind nur die Isolate U+2066 bis U+2069.",
    ),
    "an isolate left open": (
        "name: Haus \u2067rot\n",
        "1:7",
        "Ein Richtungszeichen (U+2066 bis U+2068) wird nicht mit U+2069 geschlossen oder umgekehrt.",
        "Die unsichtbaren Zeichen löschen; der Kiosk setzt sie selbst.",
    ),
    "a lost umlaut": (
        "name: B\ufffdrgerb\u00fcro\n",
        "1:8",
        "Hier steht „\ufffd“: Ein Zeichen ging beim Speichern oder Kopieren verloren.",
        "Das richtige Zeichen einsetzen.",
    ),
}


def told(problem: Problem) -> tuple[str, str, str]:
    """What a person reads of a problem."""
    return f"{problem.line}:{problem.column}", problem.reason["de"], problem.remedy["de"]


@pytest.mark.parametrize(("text", "place", "reason", "remedy"), TEXTS.values(), ids=TEXTS)
def test_a_mistake_is_told_in_plain_words(text: str, place: str, reason: str, remedy: str) -> None:
    node, problems = parsed(text, "content/services/kita.yaml")
    assert [told(problem) for problem in problems] == [(place, reason, remedy)]
    assert node is None
    assert problems[0].severity is Severity.ERROR
    assert problems[0].reason["en"] and problems[0].remedy["en"]


@pytest.mark.parametrize("text", [text for text, *_ in TEXTS.values()], ids=TEXTS)
def test_a_mistake_is_found_without_libyaml_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_LOADER", nodes.yaml.SafeLoader)
    node, problems = parsed(text, "content/services/kita.yaml")
    assert node is None
    assert problems


def test_what_a_hash_swallows_is_told() -> None:
    node, problems = parsed("address: Haus #3\nphone: 0341 115 # geprüft\n", "x.yaml")
    assert node is not None
    assert [told(problem)[:2] for problem in problems] == [
        ("1:10", "Alles nach „ #“ gilt als Bemerkung und wird nicht gezeigt.")
    ]


def test_a_direction_mark_is_only_warned_of() -> None:
    node, problems = parsed("name: \u200fHaus\n", "x.yaml")
    assert node is not None
    assert [told(problem)[1] for problem in problems] == ["Hier steht eine unsichtbare Richtungsmarke (U+200F)."]
    assert problems[0].severity is Severity.WARNING


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "name: &a Haus\nname: Garten\nicon: !x door\n"
    assert [told(problem)[0] for problem in parsed(text, "x.yaml")[1]] == ["1:7", "2:1", "3:7"]


BYTES = {
    "latin-1": ("name: Haus\ntitle: Bürgerbüro".encode("latin-1"), 2),
    "utf-16": ("name: Haus".encode("utf-16"), 1),
    "a broken letter": (b"name: B\xc3", 1),
    "an overlong slash": (b"name: \xc0\xaf", 1),
    "half a pair": (b"name: \xed\xa0\x80", 1),
}


@pytest.mark.parametrize(("data", "line"), BYTES.values(), ids=BYTES)
def test_another_encoding_says_how_to_save(data: bytes, line: int, tmp_path: Path) -> None:
    path = tmp_path / "kita.yaml"
    path.write_bytes(data)
    node, (problem,) = read(path, tmp_path)
    assert node is None
    assert problem.line == line
    assert problem.reason["de"].startswith("Die Datei ist nicht als UTF-8 gespeichert")
    assert problem.remedy["de"] == "Im Editor „Speichern unter“ wählen und als UTF-8 speichern."


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "kita.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: Haus\r\nicon: door\r\n")
    node, problems = read(path, tmp_path)
    assert isinstance(node, nodes.Table)
    assert list(node.values) == ["name", "icon"]
    assert problems == ()


def only_problem(path: Path, root: Path) -> tuple[str, str]:
    """Path and German reason of the one problem of a file that must not be read."""
    node, (problem,) = read(path, root)
    assert node is None
    return problem.path, problem.reason["de"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "secret.yaml").write_text("name: x")
    link = tmp_path / "content" / "kita.yaml"
    link.symlink_to(tmp_path / "secret.yaml")
    reason = "Das ist nur ein Verweis (Symlink) auf etwas anderes."
    assert only_problem(link, tmp_path / "content") == ("content/kita.yaml", reason)


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kita.yaml").write_text("name: x")
    (tmp_path / "content" / "services").symlink_to(tmp_path / "elsewhere")
    reason = "Das ist nur ein Verweis (Symlink) auf etwas anderes."
    path = tmp_path / "content" / "services" / "kita.yaml"
    assert only_problem(path, tmp_path / "content") == ("content/services/kita.yaml", reason)


def test_the_root_itself_may_be_a_link_to_a_release(tmp_path: Path) -> None:
    (tmp_path / "release-7").mkdir()
    (tmp_path / "release-7" / "kita.yaml").write_text("name: x")
    (tmp_path / "current").symlink_to(tmp_path / "release-7")
    node, problems = read(tmp_path / "current" / "kita.yaml", tmp_path / "current")
    assert node is not None
    assert problems == ()


def test_a_way_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "secret.yaml").write_text("name: x")
    outside = tmp_path / "content" / ".." / "secret.yaml"
    assert only_problem(outside, tmp_path / "content")[1] == "Die Datei liegt außerhalb des Ordners."
    assert only_problem(tmp_path / "secret.yaml", tmp_path / "content")[1] == "Die Datei liegt außerhalb des Ordners."


def test_a_pipe_does_not_hang_the_kiosk(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kita.yaml")
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Das ist keine gewöhnliche Datei."


def test_a_folder_with_a_file_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "kita.yaml").mkdir()
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Das ist keine gewöhnliche Datei."


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Die Datei fehlt."


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "kita.yaml").write_bytes(b"a" * (256 * 1024 + 1))
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Die Datei ist größer als 256 KB."


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    (tmp_path / "kita.yaml").write_bytes(b"a: " + b"b" * (256 * 1024 - 3))
    assert read(tmp_path / "kita.yaml", tmp_path)[1] == ()
