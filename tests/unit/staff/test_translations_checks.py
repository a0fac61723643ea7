"""What a translation is judged by before it comes in: figures, lengths, and how it is spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff.translations import checks
from tests.unit.staff.translators import AT, Desk, desk


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    return desk(tmp_path)


FIGURES = [
    ("Rufen Sie 0341 115 an.", "Call 0341 115.", True),
    ("Rufen Sie 0341 115 an.", "Call 0341 116.", False),
    ("Rufen Sie 112 an.", "Call 1123.", False),
    ("Rufen Sie 112 an.", "Call 0112.", False),
    ("Rufen Sie 0341 115 an.", "Call \u2068(0341) 115\u2069, 24 hours.", True),
    ("Rufen Sie 112 an.", "Call 112, 24/7.", True),
    ("Rufen Sie 112 an.", "اتصلوا بالرقم ١١٢.", True),
    ("Rufen Sie 116 117 an.", "Call 116117.", True),
    ("Mo 13–17 Uhr", "Mon 13–17", True),
    ("Mo 13–17 Uhr", "Mon 1 pm to 5 pm", True),
    ("Mo 13–17 Uhr", "Mon 1 to 5", False),
    ("Mo 13–17 Uhr", "Mon 13–18", False),
    ("Um 8:30 Uhr", "At 8:30", True),
    ("Um 8:30 Uhr", "At 8:15", False),
    ("In 2 Wochen", "Within two weeks", True),
    ("Bis {time} Uhr", "Until {time}", True),
]


@pytest.mark.parametrize(("german", "translation", "whole"), FIGURES)
def test_numbers_and_times_must_be_there(german: str, translation: str, whole: bool) -> None:
    missing = [figure for figure in checks.figures(german) if not checks.has_figure(translation, figure)]
    assert (missing == []) == whole


def test_a_translation_without_the_number_to_call_is_refused(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    german = ("what: Sie melden Ihre Adresse an.", "what: Rufen Sie 0341 115 an. Das geht Mo 8–17 Uhr.")
    here.content.edit("services/wohnung-anmelden.yaml", *german)
    here.send()
    here.write(AT + "what", "Call 0341 116, Mon 8–18.")
    before = here.files()
    assert here.take_in() == 1
    assert "Es fehlt: 17, 0341 115. Nummern und Zeiten" in capsys.readouterr().err
    assert here.files() == before
    here.write(AT + "what", "Call 0341 115, Mon 8–17.")
    assert here.take_in() == 0


def test_a_long_text_comes_in_and_is_told(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    here.send()
    here.write(AT + "name", "x" * 200)
    assert here.take_in() == 1
    assert "Lang: 200 Zeichen, empfohlen sind höchstens 80." in capsys.readouterr().err
    assert here.text(AT + "name").text == "x" * 200


def test_how_a_text_is_spoken_waits_for_the_text(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    change = ("what: Sie melden Ihre Adresse an.", "what: {text: Sie melden alles an., say: Sie sprechen.}")
    here.content.edit("services/wohnung-anmelden.yaml", *change)
    here.send()
    here.write(AT + "what/say", "You speak.")
    before = here.files()
    assert here.take_in() == 1
    assert f"„{AT}what/say“ sagt, wie ein Text gesprochen wird" in capsys.readouterr().err
    assert here.files() == before
