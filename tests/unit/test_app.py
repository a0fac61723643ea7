"""What the composition root decides by itself."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from kiosk.app import calling_out, released
from kiosk.domain.settings import Settings, Sound
from tests import builders


@pytest.mark.parametrize(("voices", "heard"), [((), False), (("de",), False), (("ar", "de"), True)])
def test_a_language_has_computer_voices_only_if_staff_have_released_them(voices: tuple[str, ...], heard: bool) -> None:
    arabic = next(language for language in builders.CATALOG.languages if language.code == "ar")
    assert arabic.offline_voice and arabic.gtts_voice
    made = released(arabic, Settings(sound=Sound(voices=voices)))
    assert (bool(made.offline_voice), bool(made.gtts_voice)) == (heard, heard)


def test_the_screen_greets_aloud_as_it_is_set() -> None:
    assert calling_out(Settings(sound=Sound(call_every_s=0))) is None
    calling = calling_out(Settings(sound=Sound(call_every_s=10, quiet_from=20, quiet_to=9)))
    assert calling is not None
    day = datetime(2026, 11, 24)
    assert not calling.due(0, datetime.combine(day, time(8, 59)), True)
    assert calling.due(0, datetime.combine(day, time(9)), True)
    assert not calling.due(9.9, datetime.combine(day, time(9)), True)
    assert not calling.due(10, datetime.combine(day, time(20)), True)
    assert not calling.due(10, datetime.combine(day, time(19, 59)), False)
    assert calling.due(10, datetime.combine(day, time(19, 59)), True)
