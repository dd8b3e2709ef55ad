"""The pages of a volume: others' appended so that nothing in them acts, each stamped, in order."""

import logging
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import NamedTuple

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.content import UnusableFileError
from pilotkit.report.binder.pdf_objects import (
    Stamp,
    check_tree,
    dictionary,
    look_of,
    reference,
    stream,
)

# What pypdf says of files that are not quite right is no news to who asked for a binder.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_FONT = "/PilotStamp"
# Nothing of others acts or points elsewhere; what their annotations look like is drawn.
_LEFT_OUT = (
    *("/Annots", "/AA", "/B", "/Metadata", "/PieceInfo", "/Thumb", "/Trans", "/Dur"),
    *("/PresSteps", "/Tabs", "/VP"),
)
_MILLIMETRE = 72 / 25.4


class Mark(NamedTuple):
    """A bookmark: how deep, its words, the page it leads to."""

    depth: int
    title: str
    page: PageObject


class Leaves:
    """The pages of one file that is being put together."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        letters = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        letters["/Encoding"] = "/WinAnsiEncoding"
        font = DictionaryObject({NameObject(k): NameObject(v) for k, v in letters.items()})
        # pypdf has no public way to add an object.
        self._add = self.writer._add_object  # noqa: SLF001
        self._font = self._add(font)
        self._open, self._close = self._add(stream(b"q")), self._add(stream(b"Q"))

    def append(self, content: bytes) -> list[PageObject]:
        """Append a file of others.

        Raises:
            UnusableFileError: it is encrypted, broken, or more than a volume takes.
        """
        try:
            pages = [self._take(page) for page in _opened(content).pages]
        except UnusableFileError:
            raise
        except Exception as error:  # hostile files raise anything, RecursionError for one
            raise UnusableFileError(
                Sentence(
                    "PDF 已损坏、加密或不合规范", "the PDF is broken, encrypted or out of order"
                )
            ) from error
        if not pages:
            raise UnusableFileError(Sentence("PDF 没有页面", "the PDF has no page"))
        return pages

    def append_own(self, content: bytes) -> list[PageObject]:
        """Append a file that we have made ourselves."""
        return [self._take(page) for page in PdfReader(BytesIO(content)).pages]

    def stamp(self, page: PageObject, label: str, number: int) -> None:
        """Write the number of the evidence above, that of the page below, at the outer margin."""
        matrix, width, height = _seen(page)
        margin = min(15 * _MILLIMETRE, width / 10)
        below = Stamp(f"\x97 {number} \x97", 11)
        outer = width - margin if number % 2 else margin + below.width
        lines = [below.drawn(outer, min(14 * _MILLIMETRE, height / 12), _FONT)]
        if label:
            high = height - min(12 * _MILLIMETRE, height / 12)
            lines.append(Stamp(label, 10).drawn(width - margin, high, _FONT))
        drawn = f"q {matrix} cm {' '.join(lines)} Q".encode("latin-1", "replace")
        contents = page["/Contents"]
        if isinstance(contents, ArrayObject):
            contents.append(self._add(stream(drawn)))

    def finish(
        self, order: Sequence[PageObject], marks: Iterable[Mark], title: str, day: date
    ) -> bytes:
        """Return the file: these pages in this order, with bookmarks."""
        top = dictionary(self.writer.root_object, "/Pages")
        for page in order:
            page[NameObject("/Parent")] = reference(top)
        top[NameObject("/Kids")] = ArrayObject([reference(page) for page in order])
        top[NameObject("/Count")] = NumberObject(len(order))
        above: list[IndirectObject] = []
        for mark in marks:
            del above[mark.depth :]
            item = self.writer.add_outline_item(
                title=mark.title,
                page_number=reference(mark.page),
                parent=above[-1] if above else None,
                is_open=False,
            )
            above.append(item)
        made = f"D:{day:%Y%m%d}000000Z"
        said = {"/Title": title, "/Producer": "pilotkit", "/CreationDate": made}
        self.writer.add_metadata(said)
        self.writer.page_mode = "/UseOutlines"
        written = BytesIO()
        self.writer.write(written)
        return written.getvalue()

    def _take(self, page: PageObject) -> PageObject:
        """Append one page, made ready to be stamped: a fault in it must come up here."""
        taken = self.writer.add_page(page, excluded_keys=_LEFT_OUT)
        drawn = self._drawn(page, taken)
        given = taken.get("/Contents")
        found = given.get_object() if given is not None else None
        parts = list(found) if isinstance(found, ArrayObject) else [given] if found else []
        parts = [self._open, *parts, self._close, *drawn]
        taken[NameObject("/Contents")] = ArrayObject(parts)
        dictionary(dictionary(taken, "/Resources"), "/Font")[NameObject(_FONT)] = self._font
        _, width, height = _seen(taken)
        if width <= 0 or height <= 0:
            raise UnusableFileError(Sentence("PDF 页面没有大小", "a page of the PDF has no size"))
        return taken

    def _drawn(self, page: PageObject, taken: PageObject) -> list[IndirectObject]:
        """Draw what annotations look like, a seal for one: they themselves are left behind."""
        given = page.get("/Annots")
        found = given.get_object() if given is not None else None
        pieces: list[str] = []
        for index, one in enumerate(found if isinstance(found, ArrayObject) else ()):
            if look := look_of(one.get_object()):
                shapes = dictionary(dictionary(taken, "/Resources"), "/XObject")
                shapes[NameObject(f"/PilotSeen{index}")] = reference(look.form.clone(self.writer))
                pieces.append(f"q {look.matrix} cm /PilotSeen{index} Do Q")
        return [self._add(stream(" ".join(pieces).encode()))] if pieces else []


def _opened(content: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnusableFileError(Sentence("PDF 有打开口令", "the PDF asks for a password"))
    check_tree(reader)
    return reader


def _seen(page: PageObject) -> tuple[str, float, float]:
    """Return the matrix to what is seen of a page as it is turned, and how large that is."""
    left, bottom, right, top = (float(one) for one in page.cropbox)
    wide, high = right - left, top - bottom
    return {
        90: (f"0 1 -1 0 {right:.2f} {bottom:.2f}", high, wide),
        180: (f"-1 0 0 -1 {right:.2f} {top:.2f}", wide, high),
        270: (f"0 -1 1 0 {left:.2f} {top:.2f}", high, wide),
    }.get(page.rotation % 360, (f"1 0 0 1 {left:.2f} {bottom:.2f}", wide, high))
