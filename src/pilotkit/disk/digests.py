"""SHA-256 of attachments: streamed on demand, and remembered for large files.

What is remembered lies outside the work tree, one small file for each large one, named after its
absolute path: `<size> <mtime> <ctime> <inode> <sha256>`. Any other content counts as nothing.
"""

import hashlib
import os
import re
import time
from functools import partial
from pathlib import Path

from pilotkit.disk.keeping import recall, remember
from pilotkit.disk.regular import open_regular, read_regular
from pilotkit.model.files import Attachment

_WORTH_REMEMBERING = 1 << 20
# Two writes within a tick of the file system's clock leave the same times behind.
_TICK = 2_000_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")


def attachment(path: str, size: int, memory: Path | None) -> Attachment:
    """Describe a regular file; `digest` and `read` open it again, safely, and raise only OSError.

    They raise it for faults of the disk: the file is gone, unreadable, or no regular file any more.
    `memory` is the folder that remembers digests, see `memory_outside`.
    """
    return Attachment(size, partial(_digest, path, memory), partial(read_regular, path))


def memory_outside(root: Path, what: str = "digests") -> Path | None:
    """Find the user's folder for what is remembered; none if it would lie inside the workspace."""
    named = os.environ.get("PILOT_CACHE_DIR")
    shared = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    folder = Path(named) if named else Path(shared).expanduser() / "pilotkit"
    inside = folder.resolve().is_relative_to(root.resolve())
    return folder / what if folder.is_absolute() and not inside else None


def _digest(path: str, memory: Path | None) -> str:
    started = time.time_ns()
    descriptor, status = open_regular(path)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        if memory is None or status.st_size <= _WORTH_REMEMBERING:
            return hashlib.file_digest(file, "sha256").hexdigest()
        name = hashlib.sha256(os.fsencode(Path(path).absolute())).hexdigest()
        key = _key(status)
        known = _recall(memory, name, key)
        if known:
            return known
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        at_rest = started - max(status.st_mtime_ns, status.st_ctime_ns) >= _TICK
        if at_rest and _key(os.fstat(file.fileno())) == key:
            remember(memory, name, f"{key} {digest}\n".encode())
    return digest


def _key(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _recall(memory: Path, name: str, key: str) -> str | None:
    line = (recall(memory, name) or b"").decode("ascii", "replace")
    remembered, _, digest = line.rstrip("\n").rpartition(" ")
    return digest if remembered == key and _SHA256.fullmatch(digest) else None
