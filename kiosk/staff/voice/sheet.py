"""`voice list`: what a person would have to say, as a sheet for a spreadsheet program, with a file name for each.

The names come from what is said (the clip's key), so they stay while the content around them changes.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import sys

from kiosk.domain.utterance import Utterance
from kiosk.presenters.listening import CHARACTERS_A_SECOND
from kiosk.speech.cache import clip_key
from kiosk.staff.voice.heard import Heard
from kiosk.staff.voice.material import WELL, Machine, Material, person

NAME_DIGITS = 10
"""Hexadecimal digits of a name: among a thousand sentences two get the same one once in two million kiosks."""
HEADINGS = ("Datei / file", "Satz / sentence", "wo / where", "Sekunden etwa / seconds about", "aufgenommen / recorded")


def name_of(utterance: Utterance) -> str:
    """The short name of a sentence."""
    return clip_key(person(utterance.language), utterance.text)[:NAME_DIGITS]


def file_of(utterance: Utterance) -> str:
    """The file that the recording of a sentence should be called."""
    return f"{utterance.language}-{name_of(utterance)}.wav"


def to_record(material: Material, language: str) -> tuple[Heard, ...]:
    """The sentences that a person would record: each text once, however differently engines are told to speak it."""
    texts = {one.utterance.text: one for one in reversed(material.spoken_in(language))}
    return tuple(one for one in material.spoken_in(language) if texts[one.utterance.text] is one)


def list_texts(material: Material, options: argparse.Namespace, machine: Machine) -> int:
    """Run the verb; the exit code."""
    language = material.language(options.language)
    rows = [(one, material.recording(one.utterance) is not None) for one in to_record(material, language.code)]
    wanted = [(one, there) for one, there in rows if not (there and options.missing)]
    text = io.StringIO()
    sheet = csv.writer(text, delimiter=";", lineterminator="\r\n")  # the semicolon: what German spreadsheets expect
    sheet.writerow(HEADINGS)
    for one, there in wanted:
        said = one.utterance
        seconds = math.ceil(len(said.text) / CHARACTERS_A_SECOND)
        sheet.writerow((file_of(said), said.text, one.place, seconds, "ja / yes" if there else ""))
    if options.out is None:
        print(text.getvalue(), end="")
        return WELL
    options.out.write_bytes(text.getvalue().encode("utf-8-sig"))  # the mark tells Excel that this is UTF-8
    done = sum(there for _, there in rows)
    count = f"{len(wanted)} Sätze / sentences ({done} von / of {len(rows)} aufgenommen / recorded)"
    print(f"{options.out}: {count}", file=sys.stderr)
    return WELL
