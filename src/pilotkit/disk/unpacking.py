"""A .zip of files from outside, unpacked into a folder of our own; never beside it."""

from pathlib import Path
from shutil import copyfileobj
from zipfile import ZipFile, ZipInfo, is_zipfile

from pilotkit.disk.failure import reason_of
from pilotkit.disk.package import DAMAGES
from pilotkit.model.fault import Fault
from pilotkit.model.paths import is_unholdable
from pilotkit.model.sentence import Sentence

_MOST_ENTRIES = 5_000
_MOST_BYTES = 1 << 30
_MOST_RATIO = 200
_UTF8_NAMES = 0x800


def unpack(archive: Path, folder: Path) -> None:
    """Unpack the files of an archive into an empty folder.

    Raises:
        Fault: it is damaged, too large, or names a place outside the folder; what was unpacked
            until then is in the folder.
    """
    if not is_zipfile(archive):
        raise _unfit(archive, "不是 .zip，或已损坏", "no .zip, or damaged")
    try:
        with ZipFile(archive) as package:
            files = [one for one in package.infolist() if not one.is_dir()]
            _check(archive, files)
            for one in files:
                place = folder.joinpath(*_steps(archive, one))
                place.parent.mkdir(parents=True, exist_ok=True)
                with package.open(one) as packed, place.open("xb") as unpacked:
                    copyfileobj(packed, unpacked)
    except FileExistsError:
        raise _unfit(archive, "里有重名", "holds a name twice") from None
    except DAMAGES as error:
        raise _unreadable(archive, error) from None


def _check(archive: Path, files: list[ZipInfo]) -> None:
    size = sum(one.file_size for one in files)
    packed = max(1, sum(one.compress_size for one in files))
    if len(files) > _MOST_ENTRIES or size > min(_MOST_BYTES, packed * _MOST_RATIO):
        raise _unfit(archive, "解开后太大", "too large inside")


def _unsaid(name: str) -> str:
    """Read a name whose encoding is not said: macOS writes UTF-8, Chinese Windows GBK."""
    raw = name.encode("cp437", "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _steps(archive: Path, one: ZipInfo) -> list[str]:
    name = one.filename if one.flag_bits & _UTF8_NAMES else _unsaid(one.filename)
    steps = name.replace("\\", "/").split("/")
    if any(step in {"", ".", ".."} or is_unholdable(step) for step in steps):
        raise _unfit(archive, f"里面的名称“{name}”不能用", f"has the unsafe name {name!r} inside")
    return steps


def _unreadable(archive: Path, error: Exception) -> Fault:
    if isinstance(error, OSError) and error.errno:  # of the disk; a damage has no number
        why = reason_of(error)
        return _unfit(archive, f"解不开：{why.zh}", f"cannot be unpacked: {why.en}")
    return _unfit(archive, "已损坏，或加了密码", "damaged or locked")


def _unfit(archive: Path, zh: str, en: str) -> Fault:
    return Fault(
        Sentence(f"附件包“{archive.name}”{zh}，没有读", f"{archive.name!r}: {en}; not read"),
        Sentence("请解开成文件夹，再用 --attachments 文件夹", "unpack it and name the folder"),
    )
