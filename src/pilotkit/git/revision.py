"""A commit as Files, by the same rules as a folder, without touching the work tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from pilotkit.git.checkout import Checkout, resolve
from pilotkit.git.objects import Shelf, each_blob
from pilotkit.git.process import stream
from pilotkit.model.diagnostic import Diagnostic, in_order
from pilotkit.model.files import MAX_BYTES, MAX_DEPTH, MAX_FILES, Attachment, Files
from pilotkit.model.location import Location
from pilotkit.model.paths import (
    MAX_TOTAL_BYTES,
    Unsafe,
    is_attachment,
    is_left_out,
    name_faults,
    readable,
)

_CHUNK = 1 << 20
_NEVER_READ = {b"120000": Unsafe.LINK, b"160000": Unsafe.NESTED_REPOSITORY}


def read_revision(checkout: Checkout, rev: str) -> Files:
    """Read everything below the workspace's data folder as a commit holds it.

    Raises:
        UnknownRevision: there is no such commit.
        GitFault: the repository is damaged.
    """
    reading = _Reading(checkout, Shelf(checkout, []))
    folder = f"{checkout.prefix}data"
    listing = ("ls-tree", "-r", "-z", "-l", "--full-tree", resolve(checkout, rev), "--", folder)
    with stream(checkout.top, *listing) as printed:
        for entry in _entries(printed):
            if not reading.take(entry):
                break
    texts = reading.read_texts()
    refused = [*reading.refused, *reading.names_refused()]
    return Files(texts, reading.attachments, refused=in_order(refused))


def _entries(printed: IO[bytes]) -> Iterator[bytes]:
    """Yield what ends in NUL, as it comes: a small repository can name any number of files."""
    rest = b""
    while chunk := printed.read(_CHUNK):
        *entries, rest = (rest + chunk).split(b"\0")
        yield from entries


@dataclass
class _Reading:
    checkout: Checkout
    shelf: Shelf
    wanted: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    refused: list[Diagnostic] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=dict)
    unnameable: set[str] = field(default_factory=set)
    taken: int = 0

    def take(self, entry: bytes) -> bool:
        """Sort one entry, `<mode> <type> <id> <size> TAB <path>`; false when a limit is reached."""
        if len(self.wanted) + len(self.attachments) >= MAX_FILES:
            return self._stop(Unsafe.TOO_MANY_FILES)
        if self.taken > MAX_TOTAL_BYTES:
            return self._stop(Unsafe.TOO_MUCH_TEXT)
        facts, _, raw = entry.partition(b"\t")
        path = self._path(raw[len(self.checkout.prefix.encode()) :])
        if path is not None:
            mode, _, blob, size = facts.split()
            self._sort(path, mode, blob.decode(), size)
        return True

    def read_texts(self) -> dict[str, bytes]:
        """Read the blobs of all texts that no earlier revision has brought, in one run."""
        contents = self.checkout.contents
        missing = [blob for blob in dict.fromkeys(self.wanted.values()) if blob not in contents]
        for blob, chunks in each_blob(self.checkout, missing) if missing else ():
            contents[blob] = b"".join(chunks)
        lost = [path for path, blob in self.wanted.items() if blob not in contents]
        for path in lost:
            self._refuse(Unsafe.NO_ACCESS, path)
            del self.wanted[path]
        return {path: contents[blob] for path, blob in self.wanted.items()}

    def names_refused(self) -> Iterator[Diagnostic]:
        """Report the names that another system cannot hold."""
        for folder, names in self.names.items():
            yield from name_faults(folder, names)

    def _path(self, raw: bytes) -> str | None:
        """Return the path, unless it cannot be read; its first bad folder is named once."""
        try:
            path = raw.decode()
        except UnicodeDecodeError as error:
            end = raw.find(b"/", error.start)
            self._refuse_once(Unsafe.NAME_NOT_UTF8, readable(raw if end < 0 else raw[:end]))
            return None
        folders = path.split("/")[:-1]
        if len(folders) > MAX_DEPTH:
            self._refuse_once(Unsafe.TOO_DEEP_FOLDER, "/".join(folders[: MAX_DEPTH + 1]))
            return None
        self._name(path)
        return path

    def _name(self, path: str) -> None:
        folder, _, name = path.rpartition("/")
        if folder not in self.names:
            self.names[folder] = []
            if folder:
                self._name(folder)
        self.names[folder].append(name)

    def _sort(self, path: str, mode: bytes, blob: str, size: bytes) -> None:
        if mode in _NEVER_READ:
            self._refuse(_NEVER_READ[mode], path)
        elif is_left_out(path.rpartition("/")[2]):
            pass
        elif path == "data" or not size.isdigit():  # no folder; not in this clone
            self._refuse(Unsafe.NO_ACCESS, path)
        elif is_attachment(path):
            self.attachments[path] = self.shelf.attachment(blob, int(size))
        elif int(size) > MAX_BYTES:
            self._refuse(Unsafe.TOO_LARGE, path)
        else:
            self.wanted[path] = blob
            self.taken += int(size)

    def _stop(self, refusal: Unsafe) -> bool:
        self._refuse(refusal, "data")
        return False

    def _refuse_once(self, refusal: Unsafe, path: str) -> None:
        if path not in self.unnameable:
            self.unnameable.add(path)
            self._refuse(refusal, path)

    def _refuse(self, refusal: Unsafe, path: str) -> None:
        self.refused.append(refusal.at(Location(path)))
