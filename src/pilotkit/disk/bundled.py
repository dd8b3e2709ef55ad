"""What the tool itself ships: the official table, closed lists, presets, the register, templates.

In a wheel all of it lies in the package. In a checkout the register and the templates lie where
people edit them: this project's own `data/standards/adopted/` and `templates/`.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT = _PACKAGE.parents[1]
# pip compiles what ends in .py among them.
_BINARY = frozenset({".docx", ".xlsx", ".png", ".pyc"})


def read_bundled(below: str = "official") -> Mapping[str, bytes]:
    """Read the official files: all, or one file or folder, `official/register` for one.

    Keys are paths: `official/scoring.yaml`, `official/frameworks/<name>`,
    `official/register/<name>` (the families of national standards).
    """
    return {
        path: Path(place).read_bytes()
        for path, place in sorted(_official())
        if path == below or path.startswith(f"{below}/")
    }


def fingerprint() -> str:
    """Return a SHA-256 over the program itself: its code and all that decides a score."""
    whole = hashlib.sha256()
    for path, place in sorted([*_below(_PACKAGE, ".py"), *_official()]):
        with open(place, "rb") as file:  # noqa: PTH123 - some 700 files at every start of a history
            content = file.read()
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


def read_templates(below: str = "") -> Mapping[str, str]:
    """Read the shipped templates that are texts, by path from their folder: all, or of a folder."""
    folder = _templates()
    places = sorted(folder.joinpath(below).rglob("*"))
    return {
        place.relative_to(folder).as_posix(): place.read_text("utf-8")
        for place in places
        if place.is_file() and place.suffix not in _BINARY and not place.name.startswith(".")
    }


def read_template(path: str) -> bytes:
    """Read one shipped template as it is, a Word file for one."""
    return _templates().joinpath(path).read_bytes()


def _below(folder: Path, ending: str) -> Iterator[tuple[str, str]]:
    """Yield the files with an ending below a folder, each by its path from the package."""
    start = len(f"{_PACKAGE}{os.sep}")
    for above, _, names in os.walk(folder):
        for name in names:
            if name.endswith(ending):
                place = f"{above}{os.sep}{name}"
                yield place[start:].replace(os.sep, "/"), place


def _official() -> Iterator[tuple[str, str]]:
    shipped = _PACKAGE / "official"
    yield from _below(shipped, ".yaml")
    if not (shipped / "register").is_dir():
        for place in (_CHECKOUT / "data/standards/adopted").glob("*.yaml"):
            yield f"official/register/{place.name}", os.fspath(place)


def _templates() -> Path:
    shipped = _PACKAGE / "templates"
    return shipped if shipped.is_dir() else _CHECKOUT / "templates"
