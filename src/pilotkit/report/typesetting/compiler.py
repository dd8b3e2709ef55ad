"""The one place that runs typst: our sources, data that is never source, bytes of a fixed hour."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from pilotkit.disk.bundled import read_templates
from pilotkit.report.made_on import made_on
from pilotkit.report.typesetting.fonts import Letters

# typst keeps what it has set and decoded over this many runs; empty ones make it forget.
_REMEMBERED = 11
_WITH_STANDARDS = frozenset({"binder", "standards"})


class Sheets(NamedTuple):
    """A file of several sheets, and the page that each begins on, from 0."""

    content: bytes
    starts: tuple[int, ...]


def typeset(source: str, data: Mapping[str, Any], day: date | None, letters: Letters) -> bytes:
    """Set data by one of the shipped sources, `report` for one; `day` is that of the file."""
    content: bytes = import_module("typst").compile(
        _source(source),
        font_paths=letters.fonts,
        sys_inputs=_inputs(data, letters),
        timestamp=made_on(day),
    )
    return content


def ask(
    source: str, data: Mapping[str, Any], letters: Letters, what: Sequence[str]
) -> list[list[Any]]:
    """Set data as `typeset` does, and return what stands under each of these labels.

    `heading` has the page of each heading, as it is numbered, `drawing` what part of its own size
    each drawing is shown in. What typst has set is remembered: a PDF of the same data costs little
    more after it.
    """
    inputs = _inputs(data, letters)
    # A compiler answers once; another one finds what the first has set.
    asked = (
        import_module("typst").query(
            _source(source),
            f"<{one}>",
            field="value",
            font_paths=letters.fonts,
            sys_inputs=inputs,
        )
        for one in what
    )
    return [json.loads(one) for one in asked]


def typeset_sheets(data: Mapping[str, Any], day: date | None, letters: Letters) -> Sheets:
    """Set all sheets of a volume in one run."""
    source = _source("binder")
    run = import_module("typst").Compiler(
        source, font_paths=letters.fonts, sys_inputs=_inputs(data, letters)
    )
    starts = json.loads(run.query("<start>", field="value"))
    content = run.compile(source, format="pdf", timestamp=made_on(day), pdf_tags=False)
    _forget(letters)
    return Sheets(content, tuple(one - 1 for one in starts))


def measured(characters: Sequence[str], size: float, letters: Letters) -> dict[str, float]:
    """Return how wide characters are in tables, in points."""
    if not characters:
        return {}
    data = {"letters": list(characters), "size": size}
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    said = import_module("typst").query(
        _source("widths"),
        "<widths>",
        field="value",
        one=True,
        font_paths=letters.fonts,
        sys_inputs=inputs,
    )
    return dict(zip(characters, json.loads(said), strict=True))


def typeset_picture(picture: bytes, ending: str, letters: Letters) -> bytes:
    """Put a picture on a page of its own, as large as fits.

    Raises:
        RuntimeError: typst cannot read it.
    """
    typst = import_module("typst")
    with TemporaryDirectory(prefix="pilot-") as folder:
        Path(folder, f"picture.{ending}").write_bytes(picture)
        content: bytes = typst.compile(
            _source("picture"),
            root=folder,
            font_paths=letters.fonts,
            sys_inputs={"name": f"/picture.{ending}"},
            timestamp=made_on(None),
            pdf_tags=False,
        )
    _forget(letters)
    return content


def _forget(letters: Letters) -> None:
    run = import_module("typst").Compiler(b"", font_paths=letters.fonts)
    for _ in range(_REMEMBERED):
        run.compile(b"", format="svg")


def _source(name: str) -> bytes:
    sources = read_templates("typst")
    parts = ("look", "blocks", *(("standard",) if name in _WITH_STANDARDS else ()), name)
    return "\n".join(sources[f"typst/{one}.typ"] for one in parts).encode()


def _inputs(data: Mapping[str, Any], letters: Letters) -> dict[str, str]:
    data = letters.written_out(data)
    return {
        "data": json.dumps(data, ensure_ascii=False),
        "times": "yes" if letters.times else "no",
    }
