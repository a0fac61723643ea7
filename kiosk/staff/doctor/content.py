"""Doctor looks at what is shown: the content, and whether every letter of it can be drawn."""

from __future__ import annotations

from kiosk.health.seen import UNRELEASED, release_of
from kiosk.loaders.faults import Both
from kiosk.staff.doctor.finding import Finding, bad, good
from kiosk.staff.doctor.terminal import Terminal
from kiosk.staff.report import Report
from kiosk.text.bindings import PangoMissing
from kiosk.text.engine import Engine
from kiosk.text.fonts import NOTO_REMEDY, FontsMissing

CHECK = Both(
    "journalctl -u kiosk nennt jede Stelle (für einen Ordner: run_kiosk.py check). War neuer Inhalt daran schuld: "
    "run_kiosk.py release rollback.",
    "journalctl -u kiosk names each place (for a folder: run_kiosk.py check). If new content is to blame: "
    "run_kiosk.py release rollback.",
)


def look_at_content(terminal: Terminal) -> Finding:
    """Whether content and settings are sound, and which release it is. Raises FontsMissing without the icons' font."""
    catalog, strings, problems = terminal.read()
    report = Report.of(problems)
    errors, warnings = len(report.errors), len(report.warnings)
    release = release_of(terminal.content)
    where = (
        Both(f"Ausgabe {release}", f"release {release}")
        if release != UNRELEASED
        else Both(f"{terminal.content} (keine Ausgabe)", f"{terminal.content} (no release)")
    )
    counts = Both(f"{errors} Fehler, {warnings} Hinweise", f"{errors} errors, {warnings} warnings")
    if catalog is None or strings is None:
        return bad(Both(f"{where.de}: Es gibt nichts zu zeigen.", f"{where.en}: there is nothing to show."), CHECK)
    size = Both(
        f"{len(catalog.languages)} Sprachen, {len(catalog.services)} Angebote",
        f"{len(catalog.languages)} languages, {len(catalog.services)} services",
    )
    told = Both(f"{where.de}: {size.de}; {counts.de}.", f"{where.en}: {size.en}; {counts.en}.")
    return bad(told, CHECK) if errors else good(told)


def look_at_fonts(terminal: Terminal) -> Finding:
    """Whether every letter of every offered language has a picture."""
    try:
        catalog, strings, _ = terminal.read()
        engine = Engine()
    except (FontsMissing, PangoMissing) as missing:
        german, _, english = str(missing).partition(" / ")
        return bad(Both(german, english), Both(NOTO_REMEDY, NOTO_REMEDY))
    languages = catalog.languages if catalog else ()
    lacking = []
    for one in languages:
        words = [text.said(one.code).text for text in strings.words.values()] if strings else []
        text = " ".join((one.name, one.greeting, *words))
        if engine.unknown_glyphs(text, False, one.code) or engine.unknown_glyphs(text, True, one.code):
            lacking.append(one.name)
    if lacking:
        names = ", ".join(lacking)
        return bad(
            Both(f"Schriftzeichen fehlen für: {names}.", f"Letters are missing for: {names}."),
            Both(NOTO_REMEDY, NOTO_REMEDY),
        )
    return good(
        Both(
            f"Alle Schriftzeichen von {len(languages)} Sprachen sind da.",
            f"All letters of {len(languages)} languages are there.",
        )
    )
