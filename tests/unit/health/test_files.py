"""Small files that are replaced whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.health.files import NEW, reads_back, replace


@pytest.mark.parametrize("lasting", [False, True])
def test_everybody_may_read_what_the_service_writes(lasting: bool, tmp_path: Path) -> None:
    """The service has UMask=0077, and node exporter is another user."""
    before = os.umask(0o077)
    try:
        replace(tmp_path / "a", "text\n", lasting)
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "a").read_text() == "text\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_who_has_the_old_file_open_reads_it_to_its_end(tmp_path: Path) -> None:
    """It is another file that takes its place, so nobody ever reads half of both."""
    replace(file := tmp_path / "a", "old")
    with file.open() as reader:
        replace(file, "new and longer")
        assert reader.read() == "old"
    assert file.read_text() == "new and longer"


def test_a_writing_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    replace(file := tmp_path / "a", "old")
    (tmp_path / ("a" + NEW)).mkdir()
    with pytest.raises(OSError, match="directory"):
        replace(file, "new")
    assert file.read_text() == "old"


def test_what_was_left_behind_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ("a" + NEW)).write_text("half of someth")
    replace(tmp_path / "a", "whole")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a", "whole")]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """The folder is the kiosk's, and root writes there, too: a link must not lead it to a file of the system."""
    (elsewhere := tmp_path / "passwd").write_text("root")
    (tmp_path / ("a" + NEW)).symlink_to(elsewhere)
    with pytest.raises(OSError, match="symbolic links"):
        replace(tmp_path / "a", "text")
    assert elsewhere.read_text() == "root"


def test_a_disk_gives_back_what_it_got(tmp_path: Path) -> None:
    assert reads_back(tmp_path / "canary", "tweet ü\n")
    with pytest.raises(OSError, match="No such"):
        reads_back(tmp_path / "nowhere" / "canary", "tweet")
