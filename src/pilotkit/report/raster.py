"""Drawings and pictures as PNGs that Word and PDF show; Chinese from a font of the extra."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from pilotkit.disk.confinement import RefusedError
from pilotkit.model.sentence import Sentence

_SHARPER = 2
_FONTS = "pylopdf_fonts_zh_cn"
_FAMILY = "Noto Sans SC"


class Picture(NamedTuple):
    """A PNG and how large it is drawn, in CSS pixels (1/96 inch)."""

    content: bytes
    width: int
    height: int


def can_draw() -> bool:
    """Say whether the library that makes pictures is installed."""
    return find_spec("resvg_py") is not None


def picture(svg: str) -> Picture | None:
    """Return a drawing of ours as a picture; None where the library for it is not installed."""
    if not can_draw():
        return None
    content = to_png(svg, _SHARPER)
    wide, high = size_of(content)
    return Picture(content, wide // _SHARPER, high // _SHARPER)


def size_of(png: bytes) -> tuple[int, int]:
    """Return how many pixels wide and high a PNG is."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def to_png(svg: str, zoom: float, *, all_in_ours: bool = False) -> bytes:
    """Draw an SVG; with `all_in_ours` in our letters, whatever letters it asks for.

    Letters that it asks for and that are not here would be missing.
    """
    own = [str(import_module(_FONTS).sans_path())] if find_spec(_FONTS) else []
    forced = f"* {{ font-family: '{_FAMILY}' !important }}" if own and all_in_ours else None
    # Fonts of this machine only where there is no other: with them, bytes differ by machine.
    content = import_module("resvg_py").svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        zoom=zoom,
        skip_system_fonts=bool(own),
        font_files=own,
        style_sheet=forced,
        **(dict.fromkeys(("font_family", "sans_serif_family"), _FAMILY) if own else {}),
    )
    return bytes(content)


def redrawn(svg: bytes, context: Mapping[str, Any]) -> bytes:
    """Draw an SVG of others: the work of a process of its own, which imports next to nothing."""
    png = to_png(svg.decode("utf-8-sig"), context["zoom"], all_in_ours=True)
    if 0 in size_of(png):
        raise RefusedError([Sentence("图片打不开", "the picture cannot be opened")])
    return png
