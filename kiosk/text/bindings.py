"""The C functions of Pango, Cairo and their companions, declared for ctypes.

Every function is declared with all its types: an undeclared one would cut 64-bit pointers short and crash.
The libraries come from the operating system (Debian, Ubuntu, Raspberry Pi OS), not from PyPI.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from ctypes import POINTER, Structure, c_char_p, c_double, c_int, c_uint, c_uint32, c_void_p
from functools import cache
from typing import Any

UNITS = 1024
"""Pango units in a pixel (PANGO_SCALE)."""


class Rectangle(Structure):
    """A PangoRectangle, in Pango units."""

    _fields_ = (("x", c_int), ("y", c_int), ("width", c_int), ("height", c_int))


class Attribute(Structure):
    """The head of a PangoAttribute: which bytes of the text it is for (`end` is not included)."""

    _fields_ = (("kind", c_void_p), ("start", c_uint), ("end", c_uint))


class PangoMissing(Exception):
    """Pango, Cairo or one of their companions is not installed, or older than Pango 1.50."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"Pango fehlt oder ist zu alt ({missing}); bitte installieren Sie es so / "
            f"Pango is missing or too old ({missing}); please install it like this: "
            "sudo apt install libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0"
        )


_AREA = POINTER(Rectangle)
_ATTRIBUTE = POINTER(Attribute)
_INTS = POINTER(POINTER(c_int))

Signature = tuple[Any, ...]
"""The type a function returns (None: nothing), then the types of its arguments."""

DECLARATIONS: dict[str, dict[str, Signature]] = {
    "libglib-2.0.so.0": {
        "g_free": (None, c_void_p),
        "g_unichar_get_script": (c_int, c_uint32),
        "g_unicode_script_to_iso15924": (c_uint32, c_int),
    },
    "libgobject-2.0.so.0": {
        "g_object_unref": (None, c_void_p),
    },
    "libfontconfig.so.1": {
        "FcConfigCreate": (c_void_p,),
        "FcConfigAppFontAddFile": (c_int, c_void_p, c_char_p),
        "FcConfigDestroy": (None, c_void_p),
    },
    "libpango-1.0.so.0": {
        "pango_version_string": (c_char_p,),
        "pango_font_map_create_context": (c_void_p, c_void_p),
        "pango_context_set_base_dir": (None, c_void_p, c_int),
        "pango_context_set_language": (None, c_void_p, c_void_p),
        "pango_context_set_round_glyph_positions": (None, c_void_p, c_int),
        "pango_language_from_string": (c_void_p, c_char_p),
        "pango_font_description_new": (c_void_p,),
        "pango_font_description_set_family": (None, c_void_p, c_char_p),
        "pango_font_description_set_weight": (None, c_void_p, c_int),
        "pango_font_description_set_absolute_size": (None, c_void_p, c_double),
        "pango_font_description_free": (None, c_void_p),
        "pango_attr_list_new": (c_void_p,),
        "pango_attr_list_change": (None, c_void_p, _ATTRIBUTE),
        "pango_attr_list_unref": (None, c_void_p),
        "pango_attr_size_new_absolute": (_ATTRIBUTE, c_int),
        "pango_attr_weight_new": (_ATTRIBUTE, c_int),
        "pango_attr_letter_spacing_new": (_ATTRIBUTE, c_int),
        "pango_layout_new": (c_void_p, c_void_p),
        "pango_layout_set_text": (None, c_void_p, c_char_p, c_int),
        "pango_layout_set_width": (None, c_void_p, c_int),
        "pango_layout_set_wrap": (None, c_void_p, c_int),
        "pango_layout_set_alignment": (None, c_void_p, c_int),
        "pango_layout_set_auto_dir": (None, c_void_p, c_int),
        "pango_layout_set_font_description": (None, c_void_p, c_void_p),
        "pango_layout_set_attributes": (None, c_void_p, c_void_p),
        "pango_layout_get_extents": (None, c_void_p, _AREA, _AREA),
        "pango_layout_get_baseline": (c_int, c_void_p),
        "pango_layout_get_unknown_glyphs_count": (c_int, c_void_p),
        "pango_layout_get_line_readonly": (c_void_p, c_void_p, c_int),
        "pango_layout_get_cursor_pos": (None, c_void_p, c_int, _AREA, _AREA),
        "pango_layout_get_iter": (c_void_p, c_void_p),
        "pango_layout_iter_next_line": (c_int, c_void_p),
        "pango_layout_iter_get_line_readonly": (c_void_p, c_void_p),
        "pango_layout_iter_get_line_extents": (None, c_void_p, _AREA, _AREA),
        "pango_layout_iter_get_baseline": (c_int, c_void_p),
        "pango_layout_iter_free": (None, c_void_p),
        "pango_layout_line_get_start_index": (c_int, c_void_p),
        "pango_layout_line_get_length": (c_int, c_void_p),
        "pango_layout_line_get_x_ranges": (None, c_void_p, c_int, c_int, _INTS, POINTER(c_int)),
    },
    "libpangoft2-1.0.so.0": {
        "pango_fc_font_map_set_config": (None, c_void_p, c_void_p),
    },
    "libpangocairo-1.0.so.0": {
        "pango_cairo_font_map_new_for_font_type": (c_void_p, c_int),
        "pango_cairo_context_set_font_options": (None, c_void_p, c_void_p),
        "pango_cairo_show_layout_line": (None, c_void_p, c_void_p),
        "pango_cairo_layout_line_path": (None, c_void_p, c_void_p),
    },
    "libcairo.so.2": {
        "cairo_format_stride_for_width": (c_int, c_int, c_int),
        "cairo_image_surface_create_for_data": (c_void_p, c_void_p, c_int, c_int, c_int, c_int),
        "cairo_surface_flush": (None, c_void_p),
        "cairo_surface_destroy": (None, c_void_p),
        "cairo_create": (c_void_p, c_void_p),
        "cairo_destroy": (None, c_void_p),
        "cairo_status": (c_int, c_void_p),
        "cairo_status_to_string": (c_char_p, c_int),
        "cairo_font_options_create": (c_void_p,),
        "cairo_font_options_destroy": (None, c_void_p),
        "cairo_font_options_set_antialias": (None, c_void_p, c_int),
        "cairo_font_options_set_hint_style": (None, c_void_p, c_int),
        "cairo_font_options_set_hint_metrics": (None, c_void_p, c_int),
        "cairo_set_antialias": (None, c_void_p, c_int),
        "cairo_set_line_width": (None, c_void_p, c_double),
        "cairo_new_sub_path": (None, c_void_p),
        "cairo_close_path": (None, c_void_p),
        "cairo_move_to": (None, c_void_p, c_double, c_double),
        "cairo_line_to": (None, c_void_p, c_double, c_double),
        "cairo_arc": (None, c_void_p, c_double, c_double, c_double, c_double, c_double),
        "cairo_fill": (None, c_void_p),
        "cairo_stroke": (None, c_void_p),
    },
}


class Bindings:
    """All declared functions as attributes: `c.pango_layout_new(context)`."""

    def __init__(self, declarations: Mapping[str, Mapping[str, Signature]]) -> None:
        """Raises PangoMissing when a library or one of its functions is not there."""
        for library_name, functions in declarations.items():
            try:
                library = ctypes.CDLL(library_name)
            except OSError as error:
                raise PangoMissing(library_name) from error
            for name, (result, *arguments) in functions.items():
                setattr(self, name, _declare(library, name, result, arguments))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        raise AttributeError(f"{name} is not declared in {__name__}.DECLARATIONS")


def _declare(library: ctypes.CDLL, name: str, result: Any, arguments: list[Any]) -> Callable[..., Any]:
    try:
        function = getattr(library, name)
    except AttributeError as error:
        raise PangoMissing(name) from error
    function.restype, function.argtypes = result, arguments
    return function  # type: ignore[no-any-return]


@cache
def bindings() -> Bindings:
    """The functions, loaded once. Raises PangoMissing."""
    return Bindings(DECLARATIONS)


def version() -> str:
    """Pango's version. Raises PangoMissing."""
    said: bytes = bindings().pango_version_string()
    return said.decode("ascii")
