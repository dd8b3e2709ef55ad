"""Small results that are remembered from one run to the next, outside the work tree.

What a key stands for is for the caller to make sure of: it names everything that the result rests
on. Whoever reads one back holds it for nothing where it is not what he would have written.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_AT_MOST = 1 << 16


def key_of(parts: Iterable[str]) -> str:
    """Name a result by everything that it rests on."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def recall(folder: Path | None, key: str) -> bytes | None:
    """Return what is remembered under a key."""
    if folder is None:
        return None
    try:
        with (folder / key).open("rb") as file:
            return file.read(_AT_MOST)
    except OSError:
        return None


def remember(folder: Path | None, key: str, content: bytes) -> None:
    """Write whole or not at all; a memory that cannot be written is no fault."""
    if folder is None:
        return
    temporary = folder / f"{key}.{os.getpid()}.tmp"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(folder / key)
