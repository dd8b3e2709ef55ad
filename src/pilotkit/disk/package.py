"""A packed file (Word, Excel), looked at before anything in it is unpacked."""

import zlib
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from zipfile import BadZipFile, ZipFile

# What unpacking a damaged one raises; a compression that Python does not know is a RuntimeError.
# LZMA is a part of Python that may not be there, and then nothing is unpacked by it.
_LZMA = (import_module("lzma").LZMAError,) if find_spec("_lzma") else ()
DAMAGES: tuple[type[Exception], ...] = (
    *(BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError),
    *_LZMA,
)
_MOST_UNPACKED = 50 << 20
_MOST_ENTRIES = 2_000
_MOST_RATIO = 200


class TooLargeError(BadZipFile):
    """It is too large inside, or claims to be."""


def open_package(content: bytes) -> ZipFile:
    """Open a packed file that is safe to unpack.

    Raises:
        TooLargeError: it is too large inside.
        BadZipFile: it is damaged, or has a part that lies outside of it.
    """
    try:
        package = ZipFile(BytesIO(content))
    except (ValueError, RuntimeError) as error:  # of a damaged directory
        raise BadZipFile from error
    entries = package.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if len(entries) > _MOST_ENTRIES or unpacked > min(_MOST_UNPACKED, packed * _MOST_RATIO):
        raise TooLargeError
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names) or any(_leaves(name) for name in names):
        raise BadZipFile
    return package


def _leaves(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")
