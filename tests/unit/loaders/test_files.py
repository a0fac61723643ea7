"""Files that are not text, not files, or not inside the folder are told and never read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.loaders.nodes import Table, read

BYTES = {
    "latin-1": ("name: Haus\ntitle: Bürgerbüro".encode("latin-1"), 2),
    "utf-16": ("name: Haus".encode("utf-16"), 1),
    "a broken letter": (b"name: B\xc3", 1),
    "an overlong slash": (b"name: \xc0\xaf", 1),
    "half a pair": (b"name: \xed\xa0\x80", 1),
}


@pytest.mark.parametrize(("data", "line"), BYTES.values(), ids=BYTES)
def test_another_encoding_says_how_to_save(data: bytes, line: int, tmp_path: Path) -> None:
    path = tmp_path / "kita.yaml"
    path.write_bytes(data)
    node, (problem,) = read(path, tmp_path)
    assert node is None
    assert problem.line == line
    assert problem.reason["de"].startswith("Die Datei ist nicht als UTF-8 gespeichert")
    assert problem.remedy["de"] == "Im Editor „Speichern unter“ wählen und als UTF-8 speichern."


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "kita.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: Haus\r\nicon: door\r\n")
    node, problems = read(path, tmp_path)
    assert isinstance(node, Table)
    assert list(node.values) == ["name", "icon"]
    assert problems == ()


def only_problem(path: Path, root: Path) -> tuple[str, str]:
    """Path and German reason of the one problem of a file that must not be read."""
    node, (problem,) = read(path, root)
    assert node is None
    return problem.path, problem.reason["de"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "secret.yaml").write_text("name: x")
    link = tmp_path / "content" / "kita.yaml"
    link.symlink_to(tmp_path / "secret.yaml")
    reason = "Das ist nur ein Verweis (Symlink) auf etwas anderes."
    assert only_problem(link, tmp_path / "content") == ("content/kita.yaml", reason)


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kita.yaml").write_text("name: x")
    (tmp_path / "content" / "services").symlink_to(tmp_path / "elsewhere")
    reason = "Das ist nur ein Verweis (Symlink) auf etwas anderes."
    path = tmp_path / "content" / "services" / "kita.yaml"
    assert only_problem(path, tmp_path / "content") == ("content/services/kita.yaml", reason)


def test_the_root_itself_may_be_a_link_to_a_release(tmp_path: Path) -> None:
    (tmp_path / "release-7").mkdir()
    (tmp_path / "release-7" / "kita.yaml").write_text("name: x")
    (tmp_path / "current").symlink_to(tmp_path / "release-7")
    node, problems = read(tmp_path / "current" / "kita.yaml", tmp_path / "current")
    assert node is not None
    assert problems == ()


def test_a_way_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "secret.yaml").write_text("name: x")
    outside = tmp_path / "content" / ".." / "secret.yaml"
    assert only_problem(outside, tmp_path / "content")[1] == "Die Datei liegt außerhalb des Ordners."
    assert only_problem(tmp_path / "secret.yaml", tmp_path / "content")[1] == "Die Datei liegt außerhalb des Ordners."


def test_a_pipe_does_not_hang_the_kiosk(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kita.yaml")
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Das ist keine gewöhnliche Datei."


def test_a_folder_with_a_file_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "kita.yaml").mkdir()
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Das ist keine gewöhnliche Datei."


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Die Datei fehlt."


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "kita.yaml").write_bytes(b"a" * (256 * 1024 + 1))
    assert only_problem(tmp_path / "kita.yaml", tmp_path)[1] == "Die Datei ist größer als 256 KB."


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    (tmp_path / "kita.yaml").write_bytes(b"a: " + b"b" * (256 * 1024 - 3))
    assert read(tmp_path / "kita.yaml", tmp_path)[1] == ()
