"""A file → its parts. What somebody else saved last is read in a process of its own."""

import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from pilotkit.disk.confinement import confined
from pilotkit.report.comparison.parts import Drawing, Grid, Line, Part

# By ending; a module is loaded when a file is compared, its library may be of the extra `office`.
READABLE = (".docx", ".html", ".md", ".xlsx")
WORK = "pilotkit.report.comparison.reading:read"


def parts_of(ending: str, content: bytes) -> Sequence[Part]:
    """Read a file that we have written ourselves."""
    module = import_module(f"pilotkit.report.comparison.{ending.removeprefix('.')}")
    found: Callable[[bytes], Sequence[Part]] = module.read
    return found(content)


def parts_of_others(ending: str, content: bytes) -> Sequence[Part]:
    """Let a process of its own, with little memory and time, read a file; its parts come back.

    Raises:
        RefusedError: what is wrong with the file.
    """
    told = json.loads(confined(WORK, content, {"ending": ending}))
    return [_part(*one) for one in told]


def read(content: bytes, context: Mapping[str, Any]) -> bytes:
    """Read a file, in that process: its parts as JSON, each with what it is."""
    return json.dumps([_told(one) for one in parts_of(context["ending"], content)]).encode()


def _told(part: Part) -> tuple[str, ...] | tuple[str, tuple[tuple[str, ...], ...], str]:
    match part:
        case Line():
            return "line", part.text
        case Drawing():
            return "drawing", part.sha256
        case Grid():
            return "grid", part.rows, part.name


def _part(kind: str, said: Any, name: str = "") -> Part:
    if kind == "grid":
        return Grid(tuple(map(tuple, said)), name)
    return Line(said) if kind == "line" else Drawing(said)
