"""What a finger that comes down is about to ask for is made ready, and nothing else happens until it lifts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import Toggle
from kiosk.host import Host
from tests.gui.glass import is_whole, place, press, tap

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot


def count(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is presented, laid out and drawn from now on."""
    import kiosk.showing
    import kiosk.stage.stage

    counted: list[str] = []

    def watched(work: Any, what: str) -> Any:
        def counting(*given: Any, **more: Any) -> Any:
            counted.append(what)
            return work(*given, **more)

        return counting

    for module, name in ((kiosk.showing, "present"), (kiosk.stage.stage, "compose")):
        monkeypatch.setattr(module, name, watched(getattr(module, name), name))
    engine = pilot.app.frame.engine
    monkeypatch.setattr(engine, "mask", watched(engine.mask, "mask"))
    return counted


@pytest.mark.window(1920, 1080)
def test_what_a_finger_rests_on_is_ready_before_it_lifts_and_nothing_has_happened_yet(
    pilot: Pilot, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then nothing is presented, laid out or drawn any more; if the finger slides off, nothing has happened at all."""
    counted = count(pilot, monkeypatch)
    topic = f"topic.{next(iter(host.scene().catalog.topics))}"
    steps = [
        "wake",
        "language.uk",
        topic,
        "service",
        "bar.back",
        "bar.large",
        "bar.contrast",
        "bar.home",
        "bar.language",
    ]
    for step in [*steps, "language.ar", "bar.help", "bar.home", "bar.finish"]:
        pilot.advance(0.6)  # people take their time, and meanwhile the waiting screen may greet in another language
        node = next(there for there in pilot.app.stage.places if there == step or there.startswith(f"{step}."))
        before = host.visit, host.view, pilot.app.stage.page
        counted.clear()
        at = place(pilot, node)
        pilot.press(*at.center)
        assert counted, f"{node}: nothing was made ready"
        pilot.slide(at.center[0], 1)
        assert (host.visit, host.view, pilot.app.stage.page) == before
        pilot.slide(*at.center)
        counted.clear()
        pilot.release(*at.center)
        assert not counted, f"{node}: {counted} after the finger had lifted"
        assert host.visit != before[0]


@pytest.mark.window(1920, 1080)
def test_a_page_that_fails_while_it_is_only_foreseen_costs_nobody_their_visit(
    home: Pilot, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Colours and all are as before; and when the finger lifts there, the fault is met as ever."""
    import kiosk.stage.stage

    def fail(*_: Any) -> Any:
        raise ValueError("this page cannot be laid out")

    before = host.visit
    with monkeypatch.context() as patch:
        patch.setattr(kiosk.stage.stage, "compose", fail)
        at = press(home, "bar.help")
        home.slide(at.center[0], 1)
        home.release(at.center[0], 1)
    assert host.visit == before
    with monkeypatch.context() as patch:
        patch.setattr(home.app.stage._painter, "paint", fail)
        with pytest.raises(ValueError, match="cannot be laid out"):
            host.foresee(Toggle(Mode.CONTRAST))
    is_whole(home, "at home still")
    tap(home, "bar.contrast")
