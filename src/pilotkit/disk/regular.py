"""Opening a file so that nothing else can stand in its place: no link, no pipe, no device."""

import errno
import os
import stat

# A link that appears after the walk must fail to open, and a pipe must not make us wait.
# Windows has neither flag, and needs the binary one.
_FLAGS = os.O_RDONLY | sum(getattr(os, f, 0) for f in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
_CHUNK = 1 << 16


class NotRegularError(OSError):
    """What stands at the path is no regular file."""


def open_regular(path: str) -> tuple[int, os.stat_result]:
    """Open a regular file for reading; return its descriptor, which the caller closes, and status.

    Raises:
        OSError: the disk refuses, or (`NotRegularError`) it is a link, a pipe, a device, a folder.
    """
    descriptor = os.open(path, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegularError(errno.EINVAL, "not a regular file", path)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor, status


def read_regular(path: str, limit: int) -> bytes:
    """Read a regular file, at most `limit` bytes of it.

    Raises:
        OSError: as `open_regular` does.
    """
    descriptor, status = open_regular(path)
    try:
        return read_all(descriptor, status.st_size, limit)
    finally:
        os.close(descriptor)


def read_all(descriptor: int, size: int, limit: int) -> bytes:
    """Read at most `limit` bytes; `size` is how many are expected, more may have come since."""
    content = os.read(descriptor, min(limit, size + 1))
    if len(content) in (size, limit):  # the usual file, in one call
        return content
    chunks = [content]
    left = limit - len(content)
    while left and (chunk := os.read(descriptor, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)
