"""A commit as Files, by the same rules as a folder, without touching the work tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from pilotkit.git.checkout import Checkout
from pilotkit.git.listing import Fate, Listed, understood
from pilotkit.git.objects import Shelf, each_blob
from pilotkit.git.process import stream
from pilotkit.model.diagnostic import Diagnostic, in_order
from pilotkit.model.files import MAX_FILES, Attachment, Files
from pilotkit.model.location import Location
from pilotkit.model.paths import MAX_TOTAL_BYTES, Unsafe, name_faults

_CHUNK = 1 << 20


def read_files(checkout: Checkout, commit: str) -> Files:
    """Read everything below the workspace's data folder as a commit, by its full id, holds it.

    Raises:
        GitFault: the repository is damaged.
    """
    reading = _Reading(checkout, Shelf(checkout))
    folder = f"{checkout.prefix}data"
    listing = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", folder)
    with stream(checkout.top, *listing) as printed:
        for entry in _entries(printed):
            if not reading.take(entry):
                break
    texts = reading.read_texts()
    refused = [*reading.refused.values(), *reading.names_refused()]
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
    refused: dict[tuple[Unsafe, str], Diagnostic] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    taken: int = 0

    def take(self, entry: bytes) -> bool:
        """Take one entry; false when a limit is reached."""
        if len(self.wanted) + len(self.attachments) >= MAX_FILES:
            return self._stop(Unsafe.TOO_MANY_FILES)
        if self.taken > MAX_TOTAL_BYTES:
            return self._stop(Unsafe.TOO_MUCH_TEXT)
        one = self.checkout.listed.get(entry)
        if one is None:
            one = self.checkout.listed[entry] = understood(entry, self.checkout.prefix)
        if one.is_named:
            folder, name = one.parts
            if folder not in self.names:
                self._name(folder)
            self.names[folder].append(name)
        self._sort(one)
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
        known = self.checkout.named
        for folder, names in self.names.items():
            key = folder, *names
            if key not in known:
                known[key] = tuple(name_faults(folder, names))
            yield from known[key]

    def _name(self, folder: str) -> None:
        """Begin a folder, whose own name stands in the one above."""
        self.names[folder] = []
        if folder:
            above, _, name = folder.rpartition("/")
            if above not in self.names:
                self._name(above)
            self.names[above].append(name)

    def _sort(self, one: Listed) -> None:
        if one.fate is Fate.TEXT:
            self.wanted[one.path] = one.blob
            self.taken += one.size
        elif one.fate is Fate.ATTACHMENT:
            self.attachments[one.path] = self.shelf.attachment(one.blob, one.size)
        elif isinstance(one.fate, Unsafe):
            self._refuse(one.fate, one.path)

    def _stop(self, refusal: Unsafe) -> bool:
        self._refuse(refusal, "data")
        return False

    def _refuse(self, refusal: Unsafe, path: str) -> None:
        self.refused[refusal, path] = refusal.at(Location(path))
