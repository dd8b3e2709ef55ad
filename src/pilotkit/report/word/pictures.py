"""Drawings as pictures that Word shows; Chinese from a font that comes with the extra."""

from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

_SHARPER = 2
_FONTS = "pylopdf_fonts_zh_cn"
_FAMILY = "Noto Sans SC"


class Picture(NamedTuple):
    """A PNG and how large it is drawn, in CSS pixels (1/96 inch)."""

    content: bytes
    width: int
    height: int


def picture(svg: str) -> Picture | None:
    """Return a drawing as a picture; None where the library for it is not installed."""
    if find_spec("resvg_py") is None:
        return None
    own = [str(import_module(_FONTS).sans_path())] if find_spec(_FONTS) else []
    # Fonts of this machine only where there is no other: with them, bytes differ by machine.
    content = import_module("resvg_py").svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        zoom=_SHARPER,
        skip_system_fonts=bool(own),
        font_files=own,
        **(dict.fromkeys(("font_family", "sans_serif_family"), _FAMILY) if own else {}),
    )
    content = bytes(content)
    wide, high = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    return Picture(content, wide // _SHARPER, high // _SHARPER)
