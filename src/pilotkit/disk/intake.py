"""Files from outside that are to become attachments: looked at before anything is written."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from pilotkit.disk.digests import attachment
from pilotkit.disk.failure import cannot
from pilotkit.disk.regular import NotRegularError, open_regular
from pilotkit.model.fault import Fault
from pilotkit.model.files import Attachment
from pilotkit.model.paths import MAX_NAME_BYTES, is_left_out, is_unholdable
from pilotkit.model.sentence import Sentence

# The large git servers take no larger file.
MAX_ATTACHMENT_BYTES = 100 << 20
_CHUNK = 1 << 20
_ARCHIVE = Sentence(
    "原件留在档案室，用 --set archive.place=… 写明位置",
    "keep the original in the archive and say where: --set archive.place=…",
)
_RENAME = Sentence("请改名后再登记", "rename it and try again")


class UnfitFileError(Fault):
    """A file that cannot become an attachment."""


class Incoming(NamedTuple):
    """A file from outside: the name it gets, its size in bytes, its SHA-256 as it was looked at."""

    place: Path
    name: str
    size: int
    sha256: str

    @property
    def attachment(self) -> Attachment:
        """What it will be to a reader of the workspace."""
        return attachment(os.fspath(self.place), self.size, None)

    def chunks(self) -> Iterator[bytes]:
        """Yield its bytes.

        Raises:
            UnfitFileError: they are no longer those that were looked at.
        """
        digest = hashlib.sha256()
        descriptor, _ = open_regular(os.fspath(self.place))
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                yield chunk
        if digest.hexdigest() != self.sha256:
            raise _unfit(self.place, "复制时内容变了", "changed while it was copied")


def take_in(place: Path) -> Incoming:
    """Look at a file: regular, not empty, not too large, with a name that every system can hold.

    Raises:
        UnfitFileError: it is not; nothing has been written.
    """
    name = normalize("NFC", place.name)
    _check_name(place, name)
    try:
        if place.is_symlink():
            raise _unfit(place, "是链接，请给出文件本身", "a link; name the file itself")
        descriptor, status = open_regular(os.fspath(place))
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            _check_size(place, status.st_size)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except NotRegularError:
        raise _unfit(place, "不是普通文件", "not a regular file") from None
    except OSError as error:
        zh, en = cannot(Sentence("读不了", "cannot be read"), error)
        raise _unfit(place, zh, en) from None
    taken = Incoming(place, name, status.st_size, digest)
    if taken.attachment.pointer_oid:
        raise _unfit(
            place,
            "只是 Git LFS 指针，不是文件本身",
            "a Git LFS pointer, not the file itself",
            Sentence("先运行 git lfs pull", "run git lfs pull first"),
        )
    return taken


def _check_name(place: Path, name: str) -> None:
    try:
        length = len(name.encode())
    except UnicodeEncodeError:
        raise _unfit(place, "文件名不是 UTF-8", "its name is not UTF-8", _RENAME) from None
    if not name.isprintable() or is_unholdable(name):
        raise _unfit(
            place,
            "文件名含有 Windows 或 macOS 存不下、或者看不见的字符",
            "its name holds what Windows or macOS cannot, or what nobody can see",
            _RENAME,
        )
    if not name or is_left_out(name) or name.startswith("."):
        raise _unfit(place, "这个名称不作附件", "no attachment has such a name", _RENAME)
    if length > MAX_NAME_BYTES:
        raise _unfit(
            place,
            f"文件名 {length} 字节，最多 {MAX_NAME_BYTES}",
            f"its name has {length} bytes, at most {MAX_NAME_BYTES} are allowed",
            _RENAME,
        )


def _check_size(place: Path, size: int) -> None:
    if size == 0:
        raise _unfit(place, "是空文件", "an empty file")
    if size > MAX_ATTACHMENT_BYTES:
        most = MAX_ATTACHMENT_BYTES >> 20
        raise _unfit(place, f"超过 {most} MB", f"larger than {most} MB", _ARCHIVE)


def _unfit(place: Path, zh: str, en: str, remedy: Sentence | None = None) -> UnfitFileError:
    return UnfitFileError(Sentence(f"{place}：{zh}", f"{place}: {en}"), remedy)
