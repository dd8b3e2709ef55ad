"""What the tool itself ships: the official table, closed lists, presets, the register, templates.

In a wheel all of it lies in the package. In a checkout the register and the templates lie where
people edit them: this project's own `data/standards/adopted/` and `templates/`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT = _PACKAGE.parents[1]
_BINARY = frozenset({".docx", ".xlsx", ".png"})


def read_bundled(below: str = "official") -> Mapping[str, bytes]:
    """Read the official files: all, or one file or folder, `official/register` for one.

    Keys are paths: `official/scoring.yaml`, `official/frameworks/<name>`,
    `official/register/<name>` (the families of national standards).
    """
    return {
        path: place.read_bytes()
        for path, place in sorted(_official())
        if path == below or path.startswith(f"{below}/")
    }


def fingerprint() -> str:
    """Return a SHA-256 over the program itself: its code and all that decides a score."""
    places = [(place.relative_to(_PACKAGE).as_posix(), place) for place in _PACKAGE.rglob("*.py")]
    whole = hashlib.sha256()
    for path, place in sorted([*places, *_official()]):
        content = place.read_bytes()
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


def _official() -> Iterator[tuple[str, Path]]:
    shipped = _PACKAGE / "official"
    for place in shipped.rglob("*.yaml"):
        yield place.relative_to(_PACKAGE).as_posix(), place
    if not (shipped / "register").is_dir():
        for place in (_CHECKOUT / "data/standards/adopted").glob("*.yaml"):
            yield f"official/register/{place.name}", place


def _templates() -> Path:
    shipped = _PACKAGE / "templates"
    return shipped if shipped.is_dir() else _CHECKOUT / "templates"
