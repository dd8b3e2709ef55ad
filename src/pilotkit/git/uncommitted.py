"""What a work tree holds that its commit does not, found without `git status`.

`git status` may run the programs that a hostile `.git/config` names; here the bytes on the disk
are hashed as git hashes them and compared with what the index and the commit hold.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pilotkit.git.checkout import Checkout, head
from pilotkit.git.objects import Shelf
from pilotkit.model.files import MAX_BYTES
from pilotkit.model.paths import is_left_out, readable

_LINK = b"120000"
_SHA1_LENGTH = 40
_CHUNK = 1 << 20


class _Entry(NamedTuple):
    mode: bytes
    blob: str


def uncommitted(checkout: Checkout, folder: str = "data") -> tuple[str, ...]:
    """Return the paths below a folder of the workspace that differ from the commit; none is clean.

    Changed, removed, staged, unmerged and new files alike, ignored ones too: what is read is what
    must be committed. Line ends that git converts and files kept by Git LFS are no difference.
    """
    below = f"{checkout.prefix}{folder}"
    committed = _committed(checkout, below)
    staged, unmerged = _staged(checkout, below)
    present = set(_on_disk(os.fsencode(checkout.top), os.fsencode(below)))
    differing = unmerged | {path for path, _ in committed.items() ^ staged.items()}
    differing |= staged.keys() - present
    differing |= {path for path in present - staged.keys() if not _is_left_out(path)}
    for path in staged.keys() & present - differing:
        if not _holds(checkout, path, staged[path]):
            differing.add(path)
    cut = len(os.fsencode(checkout.prefix))
    return tuple(sorted(readable(path[cut:]) for path in differing))


def _committed(checkout: Checkout, below: str) -> dict[bytes, _Entry]:
    commit = head(checkout)
    if commit is None:
        return {}
    printed = checkout.git("ls-tree", "-r", "-z", "--full-tree", commit.id, "--", below)
    entries = (entry.partition(b"\t") for entry in printed.split(b"\0")[:-1])
    return {path: _Entry(*_of_tree(facts)) for facts, _, path in entries}


def _of_tree(facts: bytes) -> tuple[bytes, str]:
    mode, _, blob = facts.split()
    return mode, blob.decode()


def _staged(checkout: Checkout, below: str) -> tuple[dict[bytes, _Entry], set[bytes]]:
    """Return the index, and what a merge left undecided in it."""
    staged: dict[bytes, _Entry] = {}
    unmerged: set[bytes] = set()
    for entry in checkout.git("ls-files", "-s", "-z", "--", below).split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        mode, blob, stage = facts.split()
        staged[path] = _Entry(mode, blob.decode())
        if stage != b"0":
            unmerged.add(path)
    return staged, unmerged


def _on_disk(top: bytes, below: bytes) -> Iterator[bytes]:
    """Yield everything below a folder that is no folder; no link is followed."""
    waiting = [below]
    while waiting:
        folder = waiting.pop()
        with suppress(OSError), os.scandir(top + b"/" + folder) as found:
            for entry in found:
                path = folder + b"/" + entry.name
                if not entry.is_dir(follow_symlinks=False):
                    yield path
                elif entry.name != b".git":
                    waiting.append(path)


def _is_left_out(path: bytes) -> bool:
    return is_left_out(os.fsdecode(path.rpartition(b"/")[2]))


def _holds(checkout: Checkout, path: bytes, entry: _Entry) -> bool:
    """Tell whether the disk holds what git would check out for an entry of the index."""
    place = os.fsencode(checkout.top) + b"/" + path
    try:
        status = os.lstat(place)
        if stat.S_ISLNK(status.st_mode):
            target = os.fsencode(Path(os.fsdecode(place)).readlink())
            return entry == _Entry(_LINK, _blob_id(entry.blob, len(target), [target]))
        if not stat.S_ISREG(status.st_mode) or entry.mode == _LINK:
            return False
        if _blob_id(entry.blob, status.st_size, _content(place)) == entry.blob:
            return True
        return _is_converted(place, status.st_size, entry.blob) or _is_kept_by_lfs(
            checkout, place, entry.blob
        )
    except OSError:
        return False


def _blob_id(like: str, size: int, chunks: Iterable[bytes]) -> str:
    """Name content as git does, by SHA-1 or SHA-256 as the given id is long."""
    algorithm = "sha1" if len(like) == _SHA1_LENGTH else "sha256"
    digest = hashlib.new(algorithm, b"blob %d\0" % size, usedforsecurity=False)
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _content(place: bytes) -> Iterator[bytes]:
    with Path(os.fsdecode(place)).open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _is_converted(place: bytes, size: int, blob: str) -> bool:
    if size > MAX_BYTES:
        return False
    text = b"".join(_content(place)).replace(b"\r\n", b"\n")
    return _blob_id(blob, len(text), [text]) == blob


def _is_kept_by_lfs(checkout: Checkout, place: bytes, blob: str) -> bool:
    oid = Shelf(checkout).attachment(blob, 0).pointer_oid
    if oid is None:
        return False
    digest = hashlib.sha256()
    for chunk in _content(place):
        digest.update(chunk)
    return digest.hexdigest() == oid
