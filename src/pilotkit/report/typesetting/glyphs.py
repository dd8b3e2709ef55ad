"""Which characters a font file can show, read from its own table of characters (`cmap`).

What no font can show would come out as an empty box, and nobody would know what stood there.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_COLLECTION = b"ttcf"
_RECORD = 16
_SEGMENTS, _GROUPS = 4, 12
_GROUP = 12
_LAST = 0xFFFF


def characters(path: Path, index: int = 0) -> frozenset[int]:
    """Return the code points that a font file has letters for; none of what is no such file."""
    try:
        with path.open("rb") as file:
            return frozenset(_all(_cmap(file, index)))
    except (OSError, struct.error):
        return frozenset()


def _cmap(file: BinaryIO, index: int) -> bytes:
    """Return the table of characters of one font of a file."""
    start = 0
    if file.read(4) == _COLLECTION:
        file.seek(12 + 4 * index)
        (start,) = struct.unpack(">I", file.read(4))
    file.seek(start + 4)
    (count,) = struct.unpack(">H6x", file.read(8))
    for _ in range(count):
        tag, offset, length = struct.unpack(">4s4xII", file.read(_RECORD))
        if tag == b"cmap":
            file.seek(offset)
            return file.read(length)
    return b""


def _all(cmap: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">2xH", cmap)
    for place in range(4, 4 + 8 * count, 8):
        (offset,) = struct.unpack_from(">4xI", cmap, place)
        (form,) = struct.unpack_from(">H", cmap, offset)
        if form == _SEGMENTS:
            yield from _of_segments(cmap, offset)
        elif form == _GROUPS:
            yield from _of_groups(cmap, offset)


def _of_segments(cmap: bytes, offset: int) -> Iterator[int]:
    (double,) = struct.unpack_from(">6xH", cmap, offset)
    ends = struct.unpack_from(f">{double // 2}H", cmap, offset + 14)
    starts = struct.unpack_from(f">{double // 2}H", cmap, offset + 16 + double)
    for start, end in zip(starts, ends, strict=True):
        yield from range(start, min(end, _LAST - 1) + 1)


def _of_groups(cmap: bytes, offset: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">12xI", cmap, offset)
    for group in range(count):
        start, end = struct.unpack_from(">II", cmap, offset + 16 + _GROUP * group)
        yield from range(start, min(end, 0x10FFFF) + 1)
