"""A folder of files that we write and people work on: what somebody has touched stays.

The SHA-256 of each written file is kept beside it. What that file says decides whether a file may
be replaced, and nothing else; anything in it that is not as we write it counts as nothing.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pilotkit.disk.regular import open_regular, read_regular
from pilotkit.disk.writing import replace

LEDGER = ".pilot-written.json"
MOST_BYTES = 64 << 20
_SCHEMA = "pilotkit/written/1"
_LARGEST_LEDGER = 4 << 20


class Put(NamedTuple):
    """Where content went; `kept` is the file of the wanted name, where somebody had touched it."""

    name: str
    kept: bytes | None


def put(folder: Path, name: str, content: bytes, beside: str, *, force: bool = False) -> Put:
    """Write a file, over one that is as we wrote it, else next to it; `beside` tells the two apart.

    Raises:
        UnsafePathError: a link or no regular file is at the path.
        OSError: the disk refuses; what was at the path is still there.
    """
    written = _written(folder)
    kept = None
    if not force and _touched(folder / name, content, written.get(name)):
        kept = read_output(folder / name)
        name = _free(folder, name, content, beside, written)
    replace(folder, name, content)
    there = {one.name for one in folder.iterdir()}
    known = {one: digest for one, digest in written.items() if one in there}
    known[name] = hashlib.sha256(content).hexdigest()
    said = {"schema": _SCHEMA, "files": dict(sorted(known.items()))}
    replace(folder, LEDGER, json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n")
    return Put(name, kept)


def read_output(place: Path) -> bytes:
    """Read a regular file, at most `MOST_BYTES` of it.

    Raises:
        OSError: it is not there, or no regular file.
    """
    return read_regular(os.fspath(place), MOST_BYTES)


def _touched(place: Path, content: bytes, known: str | None) -> bool:
    """Say whether a file is neither what we wrote nor what we are about to write."""
    try:
        descriptor, _ = open_regular(os.fspath(place))
    except OSError:  # nothing there, or nothing that could be replaced
        return False
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return digest not in {known, hashlib.sha256(content).hexdigest()}


def _free(folder: Path, name: str, content: bytes, beside: str, written: Mapping[str, str]) -> str:
    """Name a file next to another: one that is not there yet, or that nobody has touched."""
    stem, dot, ending = name.rpartition(".")
    serial = 1
    while True:
        free = f"{stem}-{beside}{f'-{serial}' if serial > 1 else ''}{dot}{ending}"
        if not _touched(folder / free, content, written.get(free)):
            return free
        serial += 1


def _written(folder: Path) -> dict[str, str]:
    try:
        said = json.loads(read_regular(os.fspath(folder / LEDGER), _LARGEST_LEDGER))
        files = said["files"] if said["schema"] == _SCHEMA else {}
        return {str(name): str(digest) for name, digest in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
