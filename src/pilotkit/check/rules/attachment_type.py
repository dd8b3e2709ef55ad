"""PK607 attachment-type.

What
    zh: 附件的内容与文件名后缀是同一种格式。
    en: The content of an attachment is of the format that its ending says.
Why
    zh: 改了后缀的文件打不开，装订不进资料汇编；也可能放错了文件。
    en: A renamed file does not open, and does not go into the binder; it may be the wrong one.
Bad
    - {path: tongzhi.pdf,
Good
    - {path: tongzhi.txt,
Mend
    zh: 用原来的软件另存为正确的格式，重新登记。
    en: Save it in the right format with the program that made it, and record it again.
Waive
    zh: 专用格式的，写明用什么打开和到期日。
    en: For a format of its own: with what opens it and an expiry.
"""

from collections.abc import Iterator
from contextlib import suppress

from pilotkit.check.attached import attached
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.files import Attachment
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# The first bytes of a file of each ending; texts have none.
_FORMATS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "docx": (_ZIP,),
    "xlsx": (_ZIP,),
    "pptx": (_ZIP,),
    "ofd": (_ZIP,),
    "zip": (_ZIP,),
    "doc": (_OLE,),
    "xls": (_OLE,),
    "ppt": (_OLE,),
}


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every attachment whose first bytes are not those of its ending."""
    for one in attached(repository):
        ending = one.file.path.rpartition(".")[2].lower()
        starts = _FORMATS.get(ending)
        if starts and one.found is not None and one.found.size and not _begins(one.found, starts):
            yield Finding(
                one.place,
                Sentence(
                    f"附件 {one.file.path} 的内容不是 {ending} 格式",
                    f"the content of {one.file.path} is not {ending}",
                ),
                unit=repository.owner_of(one.record),
            )


def _begins(attachment: Attachment, starts: tuple[bytes, ...]) -> bool:
    """Say whether it begins so; a pointer and what the disk cannot give are not judged."""
    with suppress(OSError):
        return attachment.pointer_oid is not None or attachment.head.startswith(starts)
    return True


RULE = Rule("PK607", "attachment-type", Severity.WARNING, check)
