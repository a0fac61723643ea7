"""Node exporter itself reads the figures, from both folders of a terminal, and passes them on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.health import metrics
from kiosk.health.metrics import as_text
from kiosk.health.reporter import FILE, SAFE_MODE_FILE, Reporter
from kiosk.health.seen import Seen
from tests.unit.health.exporter import exporter, scraped, terminal


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder of a terminal's state folders, as docs/health.md lets node exporter look at them."""
    state = tmp_path / "kiosk"
    state.mkdir()
    reporter = Reporter(state, state / "metrics", "1")
    reporter.put(Seen(1.0, 0.5, "1", Path("content")))
    reporter.close()
    (content := tmp_path / "kiosk-content" / "metrics").mkdir(parents=True)
    (content / "content.prom").write_text("# TYPE kiosk_content_activated_timestamp_seconds gauge\n")
    with (content / "content.prom").open("a") as file:
        file.write("kiosk_content_activated_timestamp_seconds 5\n")
    return tmp_path


def test_both_folders_are_read_without_error(state: Path) -> None:
    with exporter(terminal(state)) as port:
        text = scraped(port)
    assert "node_textfile_scrape_error 0" in text
    assert "kiosk_heartbeat_timestamp_seconds 1\n" in text and "kiosk_safe_mode 0" in text
    assert "kiosk_content_activated_timestamp_seconds 5" in text
    for file in (f"kiosk/metrics/{FILE}", f"kiosk/metrics/{SAFE_MODE_FILE}", "kiosk-content/metrics/content.prom"):
        assert f'node_textfile_mtime_seconds{{file="{state}/{file}"}}' in text


def test_a_figure_in_two_files_would_be_an_error(state: Path) -> None:
    """Why the safe page and the kiosk write one and the same file."""
    (state / "kiosk" / "metrics" / "other.prom").write_text(as_text([metrics.SAFE_MODE.sample(1)]))
    with exporter(terminal(state)) as port:
        text = scraped(port)
    assert "node_textfile_scrape_error 1" in text or "collected before" in text
