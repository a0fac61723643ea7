"""A terminal starts with any settings: what is wrong or missing is the default, and is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.domain.keypad import Function, usual_keys
from kiosk.domain.problem import Severity
from kiosk.domain.settings import Idle, Keypad, Panel, Settings, Sound
from kiosk.loaders.addresses import wrong_with_host
from kiosk.loaders.settings import load_settings
from tests.unit.loaders.builders import said

SHIPPED = Path(__file__).parents[3] / "config" / "kiosk.yaml"
USUAL = Settings()
KEYS = {**usual_keys(), "f13": Function.NEXT, "tab": Function.NEXT, "f20": Function.HEADPHONES_IN}
del KEYS["down"]


def loaded(folder: Path, text: str) -> tuple[Settings, list[str]]:
    """The settings in `text`, and place and German reason of each problem."""
    (folder / "kiosk.yaml").write_text(text, encoding="utf-8")
    settings, problems = load_settings(folder / "kiosk.yaml")
    assert all(problem.severity is Severity.ERROR for problem in problems)
    return settings, [line.partition(":")[2] for line in said(problems, Severity.ERROR)]


def test_all_settings_are_read(tmp_path: Path) -> None:
    text = """\
panel: {width_px: 1080, height_px: 1920, pitch_mm: 0.248, bottom_edge_mm: 700}
idle: {after_s: 60, warn_s: 20, reading_after_s: 300}
sound: {enabled: no, voices: [de, ar]}
hosts: [www.leipzig.de]
theme: night
motion: no
time_zone: Europe/Vienna
keypad: {next: [f13, Tab], headphones_in: [f20], settle_s: 1, headphones: ""}
"""
    expected = Settings(
        Panel(1080, 1920, 0.248, 700), Idle(60, 20, 300), Sound(False, ("de", "ar")), frozenset({"www.leipzig.de"}),
        "night", False, "Europe/Vienna", Keypad(KEYS, 1, ""),
    )  # fmt: skip
    assert loaded(tmp_path, text) == (expected, [])


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    settings, (problem,) = load_settings(tmp_path / "kiosk.yaml")
    assert settings == USUAL
    assert problem.reason["de"] == "Die Datei fehlt."


@pytest.mark.parametrize("text", ["", "- a", "panel: [", "\tx", "a: 1\na: 2", "panel: 3"])
def test_a_broken_file_means_the_defaults(tmp_path: Path, text: str) -> None:
    settings, problems = loaded(tmp_path, text)
    assert settings == USUAL
    assert problems


def test_half_a_file_fills_the_rest_with_defaults(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "idle: {after_s: 120}\nsound: {voices: [de]}\n")
    assert settings == replace(USUAL, idle=Idle(after_s=120), sound=Sound(voices=("de",)))
    assert problems == []


WRONG = {
    "idle: {warn_s: 5}": ["1: „5“ ist keine Zahl von 20 bis 120."],
    "idle: {after_s: -1}": ["1: „-1“ ist keine Zahl von 30 bis 600."],
    "panel: {pitch_mm: 31}": ["1: „31“ ist keine Zahl von 0.1 bis 1.5."],
    "panel: {width: 1920}": ["1: „width“ ist hier kein bekanntes Feld."],
    "sound: {enabled: laut}": ["1: „laut“ ist weder ja noch nein."],
    "motion: 0": ["1: „0“ ist weder ja noch nein."],
    "theme: ../../etc/passwd": ["1: „../../etc/passwd“ ist keine Kennung (a–z, Ziffern, Bindestriche, höchstens 40)."],
    "time_zone: Europa/Berlin": ["1: „Europa/Berlin“ ist keine Zeitzone, die dieser Rechner kennt."],
    "time_zone: Europe": ["1: „Europe“ ist keine Zeitzone, die dieser Rechner kennt."],
    "time_zone: ../../etc/passwd": ["1: „../../etc/passwd“ ist keine Zeitzone, die dieser Rechner kennt."],
    "hosts: alle": ["1: Hier wird eine Liste erwartet."],
    "keypad: {next: [dwon]}": ["1: Eine Taste namens „dwon“ gibt es nicht."],
    "keypad: {next: [f13, dwon]}": ["1: Eine Taste namens „dwon“ gibt es nicht."],
    "keypad: {nxt: [f13]}": ["1: „nxt“ ist hier kein bekanntes Feld."],
    "keypad: {next: f13}": ["1: Hier wird eine Liste erwartet."],
    "keypad: {settle_s: 3}": ["1: „3“ ist keine Zahl von 0 bis 2."],
}


@pytest.mark.parametrize(("text", "told"), WRONG.items(), ids=WRONG)
def test_a_wrong_value_is_the_default_and_told(tmp_path: Path, text: str, told: list[str]) -> None:
    assert loaded(tmp_path, text) == (USUAL, told)


def test_a_wrong_host_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "hosts: [www.leipzig.de, tinyurl.com, 10.0.0.1, '*.leipzig.de', localhost]")
    assert settings.hosts == {"www.leipzig.de"}
    assert len(problems) == 4


def test_readers_never_get_less_time_than_others(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "idle: {after_s: 200, reading_after_s: 90}")
    assert settings.idle == Idle(200, 30, 200)
    assert problems == ["1: Wer liest oder hört (90 s), hätte weniger Zeit als andere (200 s)."]


PANEL = """\
panel:
  width_px: {width}
  height_px: {height}
  bottom_edge_mm: {edge}
"""


@pytest.mark.parametrize(
    ("width", "height", "edge", "keys", "right"),
    [
        (1920, 1080, 1000, ("1010 bis 1200", "1010 to 1200"), ("655 bis 900", "655 to 900")),
        (1920, 1080, 901, ("911 bis 1101", "911 to 1101"), ("655 bis 900", "655 to 900")),
        (1920, 1080, 654, ("799 bis 990", "799 to 990"), ("655 bis 900", "655 to 900")),
        (1080, 1920, 801, ("811 bis 1101", "811 to 1101"), ("493 bis 800", "493 to 800")),
    ],
    ids=["too high", "a millimetre too high", "a millimetre too low", "upright"],
)
def test_a_panel_whose_low_keys_are_out_of_reach_is_told_where_its_height_stands(
    tmp_path: Path, width: int, height: int, edge: int, keys: tuple[str, str], right: tuple[str, str]
) -> None:
    """R-02: the height is believed and used, and whoever checks the settings is told which one would be right."""
    (tmp_path / "kiosk.yaml").write_text(PANEL.format(width=width, height=height, edge=edge), encoding="utf-8")
    settings, (problem,) = load_settings(tmp_path / "kiosk.yaml")
    assert settings.panel.bottom_edge_mm == edge
    assert (problem.severity, problem.line, problem.column) == (Severity.WARNING, 4, 19)
    for language, number in (("de", 0), ("en", 1)):
        assert f"{keys[number]} mm" in problem.reason[language]
        assert f"{right[number]} mm" in problem.remedy[language]


@pytest.mark.parametrize(("width", "height", "edge"), [(1920, 1080, 655), (1920, 1080, 900), (1080, 1920, 800)])
def test_of_a_panel_within_reach_nothing_is_told(tmp_path: Path, width: int, height: int, edge: int) -> None:
    settings, problems = loaded(tmp_path, PANEL.format(width=width, height=height, edge=edge))
    assert (settings.panel.bottom_edge_mm, problems) == (edge, [])
    assert load_settings(tmp_path / "kiosk.yaml")[1] == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "keypad:\n  previous: [a]\n  next: [f13, a]",
            "3: Die Taste „a“ hat schon eine Aufgabe: previous. Als next wirkt sie nicht.",
        ),
        ("keypad:\n  home: [f13, up]", "2: Die Taste „up“ hat schon eine Aufgabe: previous. Als home wirkt sie nicht."),
        (
            "keypad:\n  previous: [f13, home]",
            "2: Die Taste „home“ hat schon eine Aufgabe: previous. Als home wirkt sie nicht.",
        ),
    ],
)
def test_a_key_has_one_function(tmp_path: Path, text: str, told: str) -> None:
    """K-01: given twice, or given and another one's usual key."""
    settings, problems = loaded(tmp_path, text)
    assert problems == [told]
    assert len(settings.keypad.keys) == len(set(settings.keypad.keys))


def test_a_misspelt_key_is_told_with_what_was_meant_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "kiosk.yaml").write_text("keypad: {next: [dwon]}", encoding="utf-8")
    _, (problem,) = load_settings(tmp_path / "kiosk.yaml")
    assert problem.remedy["de"] == "Meinten Sie „down“? Alle Namen stehen in docs/keypad.md."
    assert problem.remedy["en"] == "Did you mean 'down'? All names are in docs/keypad.md."


def test_a_function_may_have_no_key(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "keypad: {home: []}")
    assert (Function.HOME in settings.keypad.keys.values(), problems) == (False, [])


def test_the_shipped_settings_are_sound() -> None:
    settings, problems = load_settings(SHIPPED)
    assert problems == ()
    assert replace(settings, hosts=USUAL.hosts, sound=USUAL.sound) == USUAL
    assert {"leipzig.de", "www.leipzig.de", "terminvereinbarung.leipzig.de", "handbookgermany.de"} <= settings.hosts


def test_the_default_hosts_are_sound() -> None:
    assert [wrong_with_host(host) for host in USUAL.hosts] == [None, None]


def test_a_terminal_without_a_keypad_says_so(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "keypad: {there: no}")
    assert (settings.keypad.there, problems) == (False, [])
    assert settings.keypad.keys, "a keyboard that somebody plugs in still works"
