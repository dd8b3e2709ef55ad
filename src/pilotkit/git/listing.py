"""One entry of a commit's listing, understood: what becomes of the file.

It follows from the entry alone, so that a second revision looks only at the entries that differ.
"""

from enum import Enum
from typing import NamedTuple

from pilotkit.model.files import MAX_BYTES, MAX_DEPTH
from pilotkit.model.paths import Unsafe, is_attachment, is_left_out, readable

_NEVER_READ = {b"120000": Unsafe.LINK, b"160000": Unsafe.NESTED_REPOSITORY}


class Fate(Enum):
    """What becomes of a file that is not refused."""

    TEXT = "text"
    ATTACHMENT = "attachment"
    LEFT_OUT = "left out"


class Listed(NamedTuple):
    """One entry: its path, and why it is refused or what becomes of it.

    `is_named` is false where the path stands for a folder that nothing below can be named for;
    else `parts` are the folder and the name.
    """

    path: str
    fate: Fate | Unsafe
    blob: str = ""
    size: int = 0
    is_named: bool = True
    parts: tuple[str, str] = ("", "")


def understood(entry: bytes, prefix: str) -> Listed:
    """Sort one entry, `<mode> <type> <id> <size> TAB <path>`, by its path below the workspace."""
    facts, _, whole = entry.partition(b"\t")
    raw = whole[len(prefix.encode()) :]
    try:
        path = raw.decode()
    except UnicodeDecodeError as error:
        end = raw.find(b"/", error.start)
        shown = readable(raw if end < 0 else raw[:end])
        return Listed(shown, Unsafe.NAME_NOT_UTF8, is_named=False)
    *folders, name = path.split("/")
    if len(folders) > MAX_DEPTH:
        above = "/".join(folders[: MAX_DEPTH + 1])
        return Listed(above, Unsafe.TOO_DEEP_FOLDER, is_named=False)
    mode, _, blob, size = facts.split()
    length = int(size) if size.isdigit() else None
    fate, parts = _fate(path, mode, length), ("/".join(folders), name)
    return Listed(path, fate, blob.decode(), length or 0, parts=parts)


def _fate(path: str, mode: bytes, size: int | None) -> Fate | Unsafe:
    if mode in _NEVER_READ:
        return _NEVER_READ[mode]
    if is_left_out(path.rpartition("/")[2]):
        return Fate.LEFT_OUT
    if path == "data" or size is None:  # no folder; not in this clone
        return Unsafe.NO_ACCESS
    if is_attachment(path):
        return Fate.ATTACHMENT
    return Unsafe.TOO_LARGE if size > MAX_BYTES else Fate.TEXT
