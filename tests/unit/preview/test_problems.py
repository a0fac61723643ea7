"""What a reviewer is told of a picture."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.domain.problem import Problem, Severity
from kiosk.preview.problems import KINDS, checked, problems_of
from kiosk.screens.audit import CHECKS
from kiosk.widgets.pieces import Text
from tests.builders import CATALOG
from tests.unit.preview.test_folder import shot


def kinds(**changes: object) -> set[str]:
    """What is told of a sound screen with its first words changed."""
    one = shot()
    number, words = next((n, piece) for n, piece in enumerate(one.page.pieces) if isinstance(piece, Text))
    changed = replace(words, **{name: value for name, value in changes.items() if name == "at"})
    changed = replace(changed, said=replace(words.said, **{k: v for k, v in changes.items() if k != "at"}))
    pieces = (*one.page.pieces[:number], changed, *one.page.pieces[number + 1 :])
    told = problems_of(replace(one, page=replace(one.page, pieces=pieces)), "de", CATALOG)
    return {problem["kind"] for problem in told}


def test_every_check_of_the_layout_has_words_for_staff() -> None:
    assert set(CHECKS) < set(KINDS)


def test_a_sound_screen_has_nothing_to_tell() -> None:
    assert kinds() == set()


def test_missing_outdated_and_clipped_words_are_told() -> None:
    words = next(piece for piece in shot().page.pieces if isinstance(piece, Text))
    assert kinds(untranslated=True) == {"missing"}
    assert kinds(outdated=True) == {"outdated"}
    assert "outside" in kinds(at=replace(words.at, y=-100.0))


def test_a_machine_translation_that_nobody_checked_is_told() -> None:
    told = {language: {p["kind"] for p in problems_of(shot(), language, CATALOG)} for language in ("de", "ar")}
    machine = CATALOG.translations["ar"].unchecked_machine
    assert told == {"de": set(), "ar": {"machine"} if machine else set()} and machine


def problem(path: str, severity: Severity = Severity.WARNING) -> Problem:
    words = {"de": "Grund.", "en": "reason."}
    return Problem(path, 3, 1, words, words, severity)


def test_what_check_says_stands_at_the_picture_or_before_all_pictures() -> None:
    by_place, others = checked(
        [
            problem("content/services/a.yaml"),
            problem("content/translations/ar/organisations/b.yaml"),
            problem("content/topics.yaml"),
            problem("content/services/lost.yaml", Severity.ERROR),
            problem("content/services/a.yaml", Severity.NOTE),
        ]
    )
    assert set(by_place) == {("de", "service:a"), ("ar", "organisation:b")}
    assert [one["de"].partition(":")[0] for one in others] == ["content/topics.yaml", "content/services/lost.yaml"]
    assert by_place["de", "service:a"] == [
        {"kind": "check", "detail": "", "de": "content/services/a.yaml:3: Grund. Grund.",
         "en": "content/services/a.yaml:3: reason. reason."}
    ]  # fmt: skip
