"""The libraries are found, and their absence is said in words that help."""

from __future__ import annotations

from ctypes import c_void_p

import pytest

from kiosk.text.bindings import DECLARATIONS, Bindings, PangoMissing, bindings

PACKAGES = ("libpango-1.0-0", "libpangocairo-1.0-0", "libpangoft2-1.0-0")


def test_every_declared_function_is_there_with_its_types() -> None:
    for functions in DECLARATIONS.values():
        for name, (result, *arguments) in functions.items():
            function = getattr(bindings(), name)
            assert (function.restype, function.argtypes) == (result, arguments), name


@pytest.mark.parametrize(
    "declarations, missing",
    [
        ({"libpango-0.0.so.99": {"pango_layout_new": (c_void_p, c_void_p)}}, "libpango-0.0.so.99"),
        ({"libpango-1.0.so.0": {"pango_layout_of_tomorrow": (c_void_p,)}}, "pango_layout_of_tomorrow"),
    ],
    ids=["library", "function"],
)
def test_what_is_missing_is_said_in_both_languages_with_the_command(declarations, missing) -> None:
    with pytest.raises(PangoMissing) as caught:
        Bindings(declarations)
    words = str(caught.value)
    assert missing in words
    assert "fehlt" in words and "is missing" in words
    assert "sudo apt install" in words and all(package in words for package in PACKAGES)
    assert "\n" not in words


def test_an_undeclared_function_is_refused() -> None:
    with pytest.raises(AttributeError, match="pango_layout_get_iter_copy is not declared"):
        bindings().pango_layout_get_iter_copy(None)
