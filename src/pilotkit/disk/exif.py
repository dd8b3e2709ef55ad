"""How a camera was held: the one thing read of what a JPEG says about itself (Exif 2.32, 4.6.4)."""

from typing import Literal

_MARK, _SCAN, _ABOUT = 0xFF, 0xDA, 0xE1
_NAME = b"Exif\0\0"
_ORDERS: dict[bytes, Literal["big", "little"]] = {b"MM\0*": "big", b"II*\0": "little"}
_ORIENTATION, _SHORT = 0x0112, 3
_ENTRY = 12
_MOST_ENTRIES = 512
UPRIGHT = 1
_ALL = range(1, 9)


def orientation_of(jpeg: bytes) -> int:
    """Return 1 to 8 as Exif counts; 1, which is upright, where nothing readable says otherwise."""
    place = 2
    while place + 4 <= len(jpeg) and jpeg[place] == _MARK and jpeg[place + 1] != _SCAN:
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if jpeg[place + 1] == _ABOUT and jpeg[place + 4 :].startswith(_NAME):
            return _said(jpeg[place + 4 + len(_NAME) : end])
        place = end
    return UPRIGHT


def _said(block: bytes) -> int:
    """Look through the first directory of a block laid out as a TIFF."""
    order = _ORDERS.get(block[:4])
    if order is None:
        return UPRIGHT
    start = int.from_bytes(block[4:8], order)
    entries = min(int.from_bytes(block[start : start + 2], order), _MOST_ENTRIES)
    for at in range(start + 2, start + 2 + entries * _ENTRY, _ENTRY):
        entry = block[at : at + _ENTRY]
        tag, kind = int.from_bytes(entry[:2], order), int.from_bytes(entry[2:4], order)
        if (tag, kind) == (_ORIENTATION, _SHORT):
            value = int.from_bytes(entry[8:10], order)
            return value if value in _ALL else UPRIGHT
    return UPRIGHT
