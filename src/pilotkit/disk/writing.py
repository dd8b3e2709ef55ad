"""Writing into a workspace: a file is wholly old or wholly new, and never reached through a link.

Content goes into a temporary file in the same folder first; `sweep` removes what a kill leaves.
"""

import errno
import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pilotkit.model.fault import Fault
from pilotkit.model.paths import (
    MAX_NAME_BYTES,
    TEMPORARY_PREFIX,
    TEMPORARY_SUFFIX,
    is_temporary,
    is_unholdable,
)
from pilotkit.model.sentence import Sentence

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_NEW |= sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_BINARY"))
# What file systems without hard links (FAT, some network drives) answer.
_NO_HARD_LINKS = frozenset(
    {errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
)
# Below these a name may stand for what is open, such as /dev/stdout.
_OPEN = ("/dev/", "/proc/")
_GITS_OWN = frozenset({".git", "git~1"})
# A file takes milliseconds to write; what is older than this many seconds nobody is writing.
_STALE = 60


class UnsafePathError(Fault):
    """A path that pilotkit does not write to."""


def write_new(root: Path, path: str, content: bytes) -> None:
    """Create a file at a POSIX path from the workspace's root, and the folders above it.

    Of several processes that create the same path exactly one succeeds. On a file system without
    hard links a kill in the last instant can leave the file empty; it is never half written.

    Raises:
        FileExistsError: there is something at the path already, a link too; it is left alone.
        UnsafePathError: the path leaves the workspace, or leads through a link.
        OSError: the disk refuses; nothing is left at the path.
    """
    copy_new(root, path, (content,))


def copy_new(root: Path, path: str, chunks: Iterable[bytes]) -> None:
    """Create a file as `write_new` does, of content that comes piece by piece.

    What the pieces raise on their way is raised on, and nothing is left at the path.
    """
    place = _place(root, path)
    temporary = _temporary(place, chunks)
    try:
        _link(temporary, place)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _settle(place.parent)


def new_folder(root: Path, path: str) -> None:
    """Create a folder, and those above it; of several processes exactly one succeeds.

    Raises:
        FileExistsError: there is something at the path already.
        UnsafePathError: the path leaves the workspace, or leads through a link.
    """
    _place(root, path).mkdir()


def replace(root: Path, path: str, content: bytes) -> None:
    """Put new content at a POSIX path from the workspace's root; a file there keeps its mode.

    Raises:
        UnsafePathError: the path leaves the workspace, or is or leads through a link.
        OSError: the disk refuses; what was at the path is still there.
    """
    place = _place(root, path)
    mode = _mode(place, path)
    _exchange(_temporary(place, (content,)), place, mode)


def write_named(place: Path, content: bytes) -> None:
    """Write a file that a user named, where a shell's `>` would write it, but wholly or not at all.

    A link leads to what it names; a file that is there keeps its mode; what is no file (a
    terminal, a pipe, /dev/null) gets the bytes as they are.

    Raises:
        OSError: the disk refuses; a file that was there is still there.
    """
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        mode = None
    # What such a name stands for is open already: it must not be exchanged under whoever reads it.
    if os.fspath(place).startswith(_OPEN) or not (mode is None or stat.S_ISREG(mode)):
        with place.open("ab" if mode is not None and stat.S_ISREG(mode) else "wb") as file:
            file.write(content)
        return
    target = Path(os.path.realpath(place))
    _exchange(_temporary(target, (content,)), target, None if mode is None else stat.S_IMODE(mode))


def sweep(folder: Path) -> list[str]:
    """Remove the temporary files that killed runs left below a folder; return their paths."""
    oldest = time.time() - _STALE
    swept = []
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for place in (Path(above, name) for name in names if is_temporary(name)):
            with suppress(FileNotFoundError):  # another run sweeps too
                if place.lstat().st_mtime < oldest:
                    place.unlink()
                    swept.append(place.relative_to(folder).as_posix())
    return sorted(swept)


def _place(root: Path, path: str) -> Path:
    """Return where a path lies, with all folders above it there and none of them a link."""
    segments = path.split("/")
    if not all(_is_sound(segment) for segment in segments):
        raise UnsafePathError(
            Sentence(f"不能写到“{path}”：路径不合规定", f"cannot write to {path!r}: unsafe path")
        )
    folder = root
    for segment in segments[:-1]:
        folder /= segment
        with suppress(FileExistsError):
            folder.mkdir()
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise UnsafePathError(
                Sentence(
                    f"不能写到“{path}”：“{segment}”是链接，或不是文件夹",
                    f"cannot write to {path!r}: {segment!r} is a link or no folder",
                )
            )
    return folder / segments[-1]


def _is_sound(segment: str) -> bool:
    known = segment not in {"", ".", ".."} and segment.casefold() not in _GITS_OWN
    length = len(segment.encode(errors="surrogatepass"))
    return known and not is_unholdable(segment) and length <= MAX_NAME_BYTES


def _mode(place: Path, path: str) -> int | None:
    try:
        mode = place.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise UnsafePathError(
            Sentence(
                f"不能写到“{path}”：那里是链接，或不是普通文件",
                f"cannot write to {path!r}: a link or no regular file is there",
            )
        )
    return stat.S_IMODE(mode)


def _temporary(place: Path, chunks: Iterable[bytes]) -> Path:
    """Write content to the disk, down to the device, beside the place that it is meant for."""
    name = f"{TEMPORARY_PREFIX}{os.urandom(4).hex()}{TEMPORARY_SUFFIX}"
    temporary = place.with_name(name)
    descriptor = os.open(temporary, _NEW, 0o666)
    try:
        try:
            for chunk in chunks:
                rest = memoryview(chunk)
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:  # also a Ctrl-C in the middle of a large file
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _exchange(temporary: Path, place: Path, mode: int | None) -> None:
    """Put a written file in the place of another, with that one's mode."""
    try:
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(place)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    _settle(place.parent)


def _link(temporary: Path, place: Path) -> None:
    """Give a written file its name, if nothing has that name."""
    try:
        place.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        claim = os.open(place, _NEW, 0o666)
        try:
            os.close(claim)
            temporary.replace(place)
        except OSError:
            place.unlink()
            raise


def _settle(folder: Path) -> None:
    """Make a new name last; Windows opens no folders, and sees to it by itself."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
