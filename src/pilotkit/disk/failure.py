"""Why the system did not read or write a file, in words that an office can act on."""

import errno

from pilotkit.model.sentence import Sentence

_BUSY = Sentence(
    "没有权限，或正被别的程序打开（先关掉再试）",
    "no permission, or another program has it open (close it and try again)",
)
_REASONS = {
    errno.ENOENT: Sentence("没有这个文件或文件夹", "no such file or folder"),
    errno.EACCES: _BUSY,
    errno.EPERM: _BUSY,
    errno.EBUSY: _BUSY,
    errno.EEXIST: Sentence("已经有了", "it is there already"),
    errno.EISDIR: Sentence("是文件夹，不是文件", "a folder, not a file"),
    errno.ENOTDIR: Sentence("路径中间有一段是文件", "a part of the path is a file"),
    errno.ENOSPC: Sentence("磁盘满了", "the disk is full"),
    errno.EROFS: Sentence("磁盘是只读的", "the disk is read-only"),
    errno.ENAMETOOLONG: Sentence("名称太长", "the name is too long"),
    errno.ELOOP: Sentence("是链接，不跟随", "a link, which is not followed"),
}


def reason_of(error: OSError) -> Sentence:
    """Say why; what is rare stays in the system's own words."""
    own = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, Sentence(own, own))


def cannot(said: Sentence, error: OSError) -> Sentence:
    """Say what could not be done, and why."""
    why = reason_of(error)
    return Sentence(f"{said.zh}：{why.zh}", f"{said.en}: {why.en}")


def cannot_read(name: object, error: OSError) -> Sentence:
    """Say that a file could not be read, and why."""
    return cannot(Sentence(f"读不了 {name}", f"cannot read {name}"), error)


def cannot_write(name: object, error: OSError) -> Sentence:
    """Say that a file could not be written, and why."""
    return cannot(Sentence(f"不能写 {name}", f"cannot write {name}"), error)


def not_written(error: OSError) -> Sentence:
    """Say that everything is as it was, and why."""
    return cannot(Sentence("没有写入", "nothing was written"), error)
