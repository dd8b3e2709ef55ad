"""The text of Word, Excel and PDF files, for looking for personal data in it.

Nothing here parses XML: tags are cut out, so that no entity and no nesting can do anything, and a
packed file is looked at before it is unpacked. PDF takes pypdf, of the extra `office`, in a process
of its own.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from importlib.util import find_spec

from pilotkit.disk.package import open_package

MAX_BYTES = 20 << 20
_MOST_PAGES = 200
_PDF = "pilotkit.check.pdf_text:text_of"
_BREAK = re.compile(r"</w:p>|</w:tc>|<w:tab/>|<w:br/>|</si>|</v>|</t></is>")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_PARTS = {
    "docx": re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|comments)\.xml"),
    "xlsx": re.compile(r"xl/(?:sharedStrings|comments\d*|worksheets/sheet\d+)\.xml"),
}


def can_read(ending: str) -> bool:
    """Say whether this machine can read files of an ending."""
    return ending in _PARTS or (ending == "pdf" and find_spec("pypdf") is not None)


def office_text(ending: str, content: bytes) -> str | None:
    """Return the text; None of what cannot be read or is not safe to unpack. Never raises."""
    try:
        if ending in _PARTS:
            return "\n".join(_of_package(ending, content))
        return _reader_of_pdf()(content).decode()
    except Exception:  # a damaged file may raise anything from inside a library
        return None


def _of_package(ending: str, content: bytes) -> Iterator[str]:
    with open_package(content) as package:
        for entry in package.infolist():
            if _PARTS[ending].fullmatch(entry.filename):
                written = package.read(entry).decode("utf-8", "replace")
                yield unescape(_TAG.sub("", _BREAK.sub("\n", written)))


@cache
def _reader_of_pdf() -> Callable[[bytes], bytes]:
    """Return what reads all PDFs of a run, in one process that ends with it."""
    # Not at every start: most runs read no attachment.
    from pilotkit.disk.confinement import Workroom  # noqa: PLC0415

    room = Workroom()
    return lambda content: room.work(_PDF, content, {"pages": _MOST_PAGES})
