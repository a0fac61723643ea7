"""`run_kiosk.py qr`: all codes that visitors can meet as one printable PDF, for staff to check with a phone.

Druckt alle QR-Codes mit Namen und Adressen auf A4-Seiten, damit das Team sie mit dem Telefon prüfen kann.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.domain.catalog import Catalog
from kiosk.domain.problem import Severity
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.staff.qr.listing import ALL_PARTS, Part, chapters
from kiosk.staff.qr.sheet import Printing, sheet
from kiosk.text.bindings import PangoMissing
from kiosk.text.fonts import FontsMissing

WELL, FAULTY, NOT_MADE = 0, 1, 2
CODES = "exit codes: 0 made; 1 made, but the content has errors and codes may be missing; 2 not made"
ROOT = Path(__file__).resolve().parents[3]
SAID = {
    "de": {
        "written": "{place}: Codes: {count}. Ausdrucken, scannen, abhaken. Nichts davon aufkleben.",
        "errors": "Fehler in Einstellungen und Inhalten: {count}. Codes von dort fehlen: run_kiosk.py check",
        "nothing": "{place}: Hier sind keine Inhalte, die gezeigt werden können: run_kiosk.py check",
        "language": "„{code}“ ist keine Sprache des Kiosks. Es gibt: {codes}",
        "preparing": "„{code}“ ist in Vorbereitung: Besucher sehen diese Sprache und ihre Codes noch nicht.",
        "no_codes": "Dazu gibt es keine Codes. Weniger einschränken (--only, --language).",
        "no_folder": "{place}: Diesen Ordner gibt es nicht. Erst anlegen oder einen anderen angeben.",
        "no_right": "{place}: Hier darf nicht geschrieben werden. Eine andere Datei angeben.",
        "no_file": "{place}: Das lässt sich nicht schreiben ({why}). Eine andere Datei angeben.",
    },
    "en": {
        "written": "{place}: codes: {count}. Print, scan, tick. Never stick one onto anything.",
        "errors": "Errors in settings and content: {count}. Codes from there are missing: run_kiosk.py check",
        "nothing": "{place}: there is no content here that can be shown: run_kiosk.py check",
        "language": "'{code}' is no language of the kiosk. There are: {codes}",
        "preparing": "'{code}' is in preparation: visitors do not see this language and its codes yet.",
        "no_codes": "There are no codes for this. Ask for more (--only, --language).",
        "no_folder": "{place}: there is no such folder. Make it first, or name another one.",
        "no_right": "{place}: this place may not be written to. Name another file.",
        "no_file": "{place}: this cannot be written ({why}). Name another file.",
    },
}


def main(argv: Sequence[str]) -> int:
    """Make the sheet; the exit code, as `--help` explains it."""
    options = _parser().parse_args(argv)
    said = SAID[options.words]
    try:
        catalog, errors = _catalog(options.content, options.config)
        if errors:
            _tell(said["errors"], count=errors)
        if catalog is None:
            return _not_made(said["nothing"], place=options.content)
        known = [language.code for language in catalog.languages]
        unknown = [code for code in options.language or () if code not in known]
        if unknown and unknown[0] in {language.code for language in catalog.in_preparation}:
            return _not_made(said["preparing"], code=unknown[0])
        if unknown:
            return _not_made(said["language"], code=unknown[0], codes=", ".join(known))
        languages = [code for code in known if code in (options.language or known)]
        found = chapters(catalog, languages, {Part(name) for name in options.only or ()} or ALL_PARTS)
        if not found:
            return _not_made(said["no_codes"])
        count = sum(code.first for chapter in found for entry in chapter.entries for code in entry.codes)
        made = sheet(found, catalog, Printing(options.words, options.content.resolve().name, options.on))
    except (FontsMissing, PangoMissing) as missing:
        return _not_made(str(missing).replace("{", "{{").replace("}", "}}"))
    try:
        options.out.write_bytes(made)
    except FileNotFoundError:
        return _not_made(said["no_folder"], place=options.out.parent)
    except PermissionError:
        return _not_made(said["no_right"], place=options.out)
    except OSError as error:
        return _not_made(said["no_file"], place=options.out, why=error.strerror)
    print(said["written"].format(place=options.out, count=count), flush=True)
    return FAULTY if errors else WELL


def _tell(words: str, **values: object) -> None:
    print(words.format(**values), file=sys.stderr)


def _not_made(words: str, **values: object) -> int:
    _tell(words, **values)
    return NOT_MADE


def _catalog(content: Path, config: Path) -> tuple[Catalog | None, int]:
    """The catalog, None without its frame, and how many errors the files have."""
    settings, problems = load_settings(config)
    catalog, more = load_catalog(content, settings.hosts)
    wrong = {(p.path, p.line, p.column, p.reason["de"]) for p in (*problems, *more) if p.severity is Severity.ERROR}
    return catalog, len(wrong)


def _pdf(text: str) -> Path:
    """A file to write; it ends in .pdf, so that no slip of the keys writes over content. Raises ArgumentTypeError."""
    if not text.endswith(".pdf"):
        raise argparse.ArgumentTypeError(f"{text!r}: der Name muss so enden / the name must end like this: .pdf")
    return Path(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-11-23") from None


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="run_kiosk.py qr", description=__doc__, epilog=CODES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--out", type=_pdf, required=True, metavar="FILE.pdf", help="the PDF to write")
    made.add_argument(
        "--only", action="append", choices=[part.value for part in Part], help="only these; may be given again"
    )
    made.add_argument(
        "--language", action="append", metavar="CODE", help="only what visitors of this language meet; again for more"
    )
    made.add_argument("--words", choices=("de", "en"), default="de", help="language of the sheet")
    made.add_argument("--on", type=_day, default=date.today(), metavar="DAY", help="the day on the sheet: today")
    made.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="the content that is shown")
    made.add_argument("--config", type=Path, default=ROOT / "config" / "kiosk.yaml", metavar="FILE")
    return made
