"""Which file of a workspace is what, and what no reading layer takes: a folder and a commit alike.

`texts` are records; `attachments` are the files below the folder that belongs to an evidence
record, the pictures below that of a standard, and the workspace's own templates; a few names that
serve git or a human reader are neither.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from pilotkit.model.diagnostic import Diagnostic, Refusal
from pilotkit.model.location import Location

# All records of a workspace together: a small pack can hold any number of megabytes of zeros.
MAX_TOTAL_BYTES = 512 << 20
# With a suffix of its own a name must stay below the 255 bytes of Linux, a path below Windows' 260.
MAX_NAME_BYTES = 200
MAX_PATH_LENGTH = 240

# What writing leaves behind when it is killed: never a record, swept by the next run that writes.
TEMPORARY_PREFIX = ".pilot-"
TEMPORARY_SUFFIX = ".tmp"

# What a standard's text can show, and nothing else, lies in the standard's own folder.
PICTURE_ENDINGS = frozenset({"png", "jpg", "jpeg", "gif", "svg"})

_SLASHES_OF_ATTACHMENT = "data/evidence/<unit>/<id>/<file>".count("/")
_LEFT_OUT = frozenset({".gitkeep", ".gitignore", ".gitattributes", "README.md"})
_UNHOLDABLE = re.compile(
    r'[\x00-\x1f\x7f\\:*?"<>|]|[. ]\Z'
    r"|\A(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?= *(?:\.|\Z))",
    re.IGNORECASE,
)


class Unsafe(Refusal):
    """Something in a workspace that pilotkit does not open, or that others could not check out."""

    LINK = "PK001", "是链接，请放文件本身", "a link; put the file itself here"
    NOT_A_FILE = "PK002", "不是普通文件", "not a regular file"
    TOO_LARGE = "PK003", "超过 2 MB，请拆成几个文件", "larger than 2 MB; split it"
    NO_ACCESS = "PK004", "读不了", "cannot be read"
    TOO_DEEP_FOLDER = "PK005", "文件夹超过 32 层", "folders nested deeper than 32"
    TOO_MANY_FILES = "PK006", "文件超过 200000 个", "more than 200000 files; the rest is unread"
    BAD_NAME = (
        "PK007",
        "名称在 Windows 或 macOS 上存不下，请改名",
        "Windows or macOS cannot hold this name; rename it",
    )
    TWIN_NAME = (
        "PK008",
        "同一文件夹里有只差大小写或编码写法的同名，请改其中一个",
        "differs only in case or encoding from another name in its folder; rename one",
    )
    LONG_NAME = (
        "PK009",
        "名称超过 200 字节，或路径超过 240 个字符，请改短",
        "name longer than 200 bytes or path longer than 240 characters; shorten it",
    )
    NAME_NOT_UTF8 = "PK030", "名称不是 UTF-8，没有读，请改名", "name is not UTF-8; rename it"
    NESTED_REPOSITORY = (
        "PK031",
        "是子模块或另一个 git 仓库，没有读，请放文件本身",
        "a submodule or another git repository; put the files themselves here",
    )
    TOO_MUCH_TEXT = (
        "PK032",
        "文本合计超过 512 MB，其余没有读",
        "all texts together exceed 512 MB; the rest is unread",
    )


# Names that do harm elsewhere: reported, and read all the same, so nothing is missing for them.
STILL_READ = frozenset({Unsafe.BAD_NAME.code, Unsafe.TWIN_NAME.code, Unsafe.LONG_NAME.code})


def is_left_out(name: str) -> bool:
    """Tell whether a file of this name is neither a record nor an attachment, wherever it lies."""
    return name in _LEFT_OUT or is_temporary(name)


def is_temporary(name: str) -> bool:
    """Tell whether this is a name that `disk/writing.py` gives while it writes."""
    return name.startswith(TEMPORARY_PREFIX) and name.endswith(TEMPORARY_SUFFIX)


def is_unholdable(name: str) -> bool:
    """Tell whether Windows or macOS cannot hold a file of this name."""
    return _UNHOLDABLE.search(name) is not None


def is_attachment(path: str) -> bool:
    """Tell whether the file at a path is data itself (true) or a record (false)."""
    # data/evidence/<unit>/<id>.yaml is the record, data/evidence/<unit>/<id>/… what belongs to it;
    # of a standard, data/standards/<pillar>/<id>.md, the same.
    if path.count("/") >= _SLASHES_OF_ATTACHMENT:
        if path.startswith("data/evidence/"):
            return True
        if path.startswith("data/standards/") and ending_of(path) in PICTURE_ENDINGS:
            return True
    return path.startswith("data/templates/")


def leaves_its_folder(path: str) -> bool:
    """Tell whether a path is none inside its own folder: absolute, `..`, with a backslash."""
    steps = path.split("/")
    return "\\" in path or ":" in steps[0] or not {"", ".", ".."}.isdisjoint(steps)


def ending_of(path: str) -> str:
    """Return what a name ends in, in small letters: `png`; nothing where it has no ending."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def name_faults(folder: str, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Report the names in one folder that another system cannot hold; files and folders alike.

    Two names are twins when they are equal under NFC and case folding; the later one is reported.
    """
    seen: dict[str, str] = {}
    for name in sorted(names):
        path = f"{folder}/{name}"
        if found := _UNHOLDABLE.search(name):
            yield Unsafe.BAD_NAME.at(Location(path), _shown(found.group()))
        # A folder that is too long by itself is named once, not again with all that it holds.
        if len(name.encode()) > MAX_NAME_BYTES or len(path) > MAX_PATH_LENGTH >= len(folder):
            yield Unsafe.LONG_NAME.at(Location(path))
        folded = _folded(name)
        if folded in seen:
            yield Unsafe.TWIN_NAME.at(Location(path), seen[folded])
        else:
            seen[folded] = name


def readable(path: bytes) -> str:
    r"""Write a path that is not UTF-8 so that every output can hold it: `\xff` for the byte."""
    return path.decode("utf-8", "backslashreplace")


def _folded(name: str) -> str:
    return name.lower() if name.isascii() else normalize("NFC", normalize("NFC", name).casefold())


def _shown(characters: str) -> str:
    blank = characters.isspace() or not characters.isprintable()
    return f"U+{ord(characters):04X}" if blank else characters
