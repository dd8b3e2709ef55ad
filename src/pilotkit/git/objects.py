"""Blobs by id: many in one run of git, streamed."""

import errno
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import islice
from typing import IO

from pilotkit.git.checkout import Checkout
from pilotkit.git.faults import GitFault, UnreadableRepository
from pilotkit.git.process import stream
from pilotkit.model.files import HEAD_BYTES, Attachment
from pilotkit.model.sentence import Sentence

_CHUNK = 1 << 20
# What of the attachments is held at once.
_ROOM = 16 << 20


def each_blob(checkout: Checkout, ids: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield each blob's id and content in chunks; one that the repository lacks is left out.

    Raises:
        GitFault: git stops at a damaged blob; those before it have come.
    """
    wanted = "".join(f"{blob}\n" for blob in ids).encode()
    with stream(checkout.top, "cat-file", "--batch", "--buffer", given=wanted) as printed:
        while header := printed.readline():
            blob, kind, *size = header.decode().split()
            if size:
                chunks = _chunks(printed, int(size[0]))
                if kind == "blob":
                    yield blob, chunks
                for _ in chunks:  # what was not looked at
                    pass
                printed.read(1)


def trees(checkout: Checkout, commits: Iterable[str], folder: str) -> dict[str, str]:
    """Return the id of the tree that a folder is in each commit, by commit, in one run of git."""
    every = list(commits)
    if "\n" in folder:
        return {}
    wanted = "".join(f"{commit}:{folder}\n" for commit in every).encode("utf-8", "surrogateescape")
    with stream(checkout.top, "cat-file", "--batch-check", "--buffer", given=wanted) as printed:
        said = [line.decode("utf-8", "replace").split() for line in printed]
    return {
        commit: facts[0]
        for commit, facts in zip(every, said, strict=True)
        if facts[1:2] == ["tree"]
    }


def _chunks(printed: IO[bytes], left: int) -> Iterator[bytes]:
    while left:
        chunk = printed.read(min(left, _CHUNK))
        if not chunk:
            raise UnreadableRepository(Sentence("一个文件不完整", "a blob ends early"))
        left -= len(chunk)
        yield chunk


@dataclass(frozen=True)
class Shelf:
    """The attachments of one revision, in its order.

    The first whose hash is asked for has all of them hashed; of those that are read whole the next
    ones are read with it, for starting git costs more than a small file.
    """

    checkout: Checkout
    waiting: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    ahead: dict[str, bytes] = field(default_factory=dict)

    def attachment(self, blob: str, size: int) -> Attachment:
        """Describe a blob; `digest` and `read` raise only OSError, when git cannot read it.

        One that an earlier revision brought is described already, and read through that.
        """
        known = self.checkout.attachments
        if blob not in known:
            self.waiting.append(blob)
            self.sizes[blob] = size
            digest, read = partial(self._digest, blob), partial(self._read, blob)
            known[blob] = Attachment(size, digest, read)
        return known[blob]

    def _digest(self, blob: str) -> str:
        return self._hashed(blob)[0]

    def _read(self, blob: str, count: int) -> bytes:
        if count <= HEAD_BYTES:
            return self._hashed(blob)[1][:count]
        if blob not in self.ahead:
            self._look_ahead(blob)
        return self.ahead[blob][:count] if blob in self.ahead else self._alone(blob, count)

    def _look_ahead(self, blob: str) -> None:
        """Read a small blob, and those after it as far as there is room for them."""
        self.ahead.clear()
        wanted, room = [], _ROOM
        for one in islice(self.sizes, self._order[blob], None):
            room -= self.sizes[one]
            if room < 0:
                break
            wanted.append(one)
        with suppress(GitFault):  # it is said where the damaged one is asked for
            for one, chunks in each_blob(self.checkout, wanted) if wanted else ():
                self.ahead[one] = b"".join(chunks)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {blob: place for place, blob in enumerate(self.sizes)}

    def _alone(self, blob: str, count: int) -> bytes:
        content = bytearray()
        try:
            for _, chunks in each_blob(self.checkout, [blob]):
                for chunk in chunks:
                    content += chunk[: count - len(content)]
                    if len(content) == count:
                        return bytes(content)
        except GitFault as fault:
            raise OSError(errno.EIO, str(fault), blob) from fault
        return bytes(content)

    def _hashed(self, blob: str) -> tuple[str, bytes]:
        """Return the SHA-256 and the head of a blob."""
        known = self.checkout.hashed
        all_at_once = [one for one in dict.fromkeys(self.waiting) if one not in known]
        self.waiting.clear()
        for ids in (all_at_once, [blob]):  # alone, where another one is damaged
            if blob in known:
                break
            try:
                self._hash(ids)
            except GitFault as fault:
                if ids == [blob]:
                    raise OSError(errno.EIO, str(fault), blob) from fault
        if blob not in known:
            raise FileNotFoundError(errno.ENOENT, "not in this clone", blob)
        return known[blob]

    def _hash(self, ids: Iterable[str]) -> None:
        for blob, chunks in each_blob(self.checkout, ids):
            digest, head = hashlib.sha256(), b""
            for chunk in chunks:
                digest.update(chunk)
                head = head or chunk[:HEAD_BYTES]
            self.checkout.hashed[blob] = (digest.hexdigest(), head)
