"""Bad releases: none is ever shown, each is told of in German and English, counted once, and not tried again."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from kiosk.release.activation import activate
from kiosk.release.refusal import PassedOver, Reason, Refused
from kiosk.release.signature import NAMESPACE
from tests.unit.release.corpus import BADS, SHOWN
from tests.unit.release.desk import NOW, Desk


@pytest.mark.parametrize("name", BADS)
def test_a_bad_release_is_never_shown(name: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    shown, bad = desk.activate(SHOWN), BADS[name]
    path = bad.make(desk)
    assert desk.run("activate", path) == 1
    told = capsys.readouterr().err
    assert bad.de in told and bad.en in told and told.count("→") >= 2, told
    assert "Traceback" not in told and str(path) in told
    assert desk.shown == shown and desk.store.ids == [shown] and not desk.left_over
    assert {reason for reason, count in desk.state.rejected.items() if count} == {bad.reason}


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_is_counted_for_prometheus(reason: Reason, desk: Desk) -> None:
    desk.activate(SHOWN)
    names = [name for name, bad in BADS.items() if bad.reason == reason.value]
    assert names, "the corpus has one for each reason"
    path = BADS[names[0]].make(desk)
    for _ in range(3):
        assert desk.run("activate", path) == 1
    metrics = (desk.places / "metrics" / "content.prom").read_text("utf-8")
    assert f'kiosk_content_rejected_total{{reason="{reason.value}"}} 1\n' in metrics, "a file counts once"


def test_what_is_wrong_in_the_content_is_told_with_file_and_line(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("activate", BADS["an error in the content"].make(desk)) == 1
    told = capsys.readouterr().err
    assert "content/services/wohnung-anmelden.yaml:" in told
    assert desk.shown is None
    assert desk.run("status", "--format", "json") == 1
    refused = json.loads(capsys.readouterr().out)["refused"][0]
    assert refused["reason"] == "schema" and len(refused["problems"]) >= 2


def test_a_code_may_lead_only_where_this_terminal_allows(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.etc / "kiosk.yaml").write_text("hosts: [www.example.org]\n", "utf-8")
    assert desk.run("activate", desk.file(1)) == 1
    assert "www.leipzig.de" in capsys.readouterr().err


def test_what_the_settings_of_the_terminal_may_be_to_blame_for_is_not_held_against_it(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    name, settings = "organisations/referat.yaml", (desk.etc / "kiosk.yaml").read_text("utf-8")
    elsewhere = desk.files[name].replace(b"https://www.leipzig.de/buergerbuero", b"https://handbookgermany.de/de")
    path = desk.file(1, {name: elsewhere})
    (desk.etc / "kiosk.yaml").write_text("hosts: [", "utf-8")
    assert desk.run("activate", path) == 2
    assert "settings" in capsys.readouterr().err and not list((desk.places / "quarantine").iterdir())
    (desk.etc / "kiosk.yaml").write_text(settings, "utf-8")
    assert desk.run("activate", path) == 0


def test_one_key_may_be_good_for_several_purposes(desk: Desk) -> None:
    mine = (desk.folder / "key.pub").read_text("utf-8").strip()
    desk.trust(f'anna@example.org namespaces="git,{NAMESPACE}" {mine}')
    assert desk.run("activate", desk.file(1)) == 0


def test_without_a_list_of_keys_nothing_counts(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.file(1)
    (desk.etc / "release_signers").unlink()
    assert desk.run("activate", path) == 2
    assert "release_signers" in capsys.readouterr().err
    desk.trust("# nobody yet")
    assert desk.run("activate", path) == 1
    assert desk.shown is None


def test_a_key_that_is_taken_off_the_list_or_has_run_out_no_longer_counts(desk: Desk) -> None:
    path, mine = desk.file(1), (desk.folder / "key.pub").read_text("utf-8").strip()
    for options in ('valid-before="20260101"', 'valid-after="20990101"', 'namespaces="git"'):
        desk.trust(f"anna@example.org {options} {mine}")
        assert desk.run("activate", path) == 1, options
    desk.trust(f'anna@example.org valid-after="20200101" {mine}')
    assert desk.run("activate", path) == 0


def test_a_clock_that_was_ahead_does_not_have_the_newest_refusal_forgotten(desk: Desk) -> None:
    for number in range(22):
        terminal = replace(desk.terminal, now=lambda later=number < 21: NOW * (2 if later else 1))
        with pytest.raises(Refused), terminal.store.changed():
            activate(terminal, bytes([number]), "x", by_itself=True)
    with pytest.raises(PassedOver), terminal.store.changed():
        activate(terminal, bytes([21]), "x", by_itself=True)


def test_only_the_last_refusals_are_kept(desk: Desk) -> None:
    desk.activate(1)
    for number in range(25):
        path = desk.folder / "bad.release"
        path.write_bytes(bytes([number]))
        assert desk.run("activate", path) == 1
    assert len(list((desk.places / "quarantine").iterdir())) == 20
    assert desk.state.rejected["signature"] == 25
