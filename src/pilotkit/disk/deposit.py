"""A record with its attachments, written so that there is never a record without its files.

The folder of the attachments is claimed first: of several runs exactly one gets it. The record
comes last. A run that fails takes back what it wrote; one that is killed leaves at most whole
files that no record names.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pilotkit.disk.intake import Incoming
from pilotkit.disk.writing import copy_new, new_folder, write_new
from pilotkit.model.fault import Fault


def deposit(root: Path, path: str, record: bytes, incoming: Sequence[Incoming]) -> None:
    """Write a new evidence record at a path, its attachments into the folder of that name.

    Raises:
        FileExistsError: the record or its folder is there already; both are left alone.
        OSError: the disk refuses; nothing is left.
        UnfitFileError: a file changed on its way; nothing is left.
        UnsafePathError: the path leads through a link.
    """
    folder = path.removesuffix(".yaml")
    if incoming:
        new_folder(root, folder)
    try:
        for one in incoming:
            copy_new(root, f"{folder}/{one.name}", one.chunks())
    except BaseException:  # also a Ctrl-C between two files
        _take_back(root / folder, incoming)
        raise
    try:
        write_new(root, path, record)
    except (OSError, Fault):
        _take_back(root / folder, incoming)
        raise


def _take_back(folder: Path, incoming: Sequence[Incoming]) -> None:
    """Remove what was copied; the folder was claimed, so all that bears these names is ours."""
    if incoming:
        with suppress(OSError):
            for one in incoming:
                (folder / one.name).unlink(missing_ok=True)
            folder.rmdir()
