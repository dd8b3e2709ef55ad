"""The pages of a volume: others' appended so that nothing in them acts, each stamped, in order."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import NamedTuple

from pikepdf import (
    Array,
    Dictionary,
    Name,
    OutlineItem,
    Page,
    Pdf,
    Stream,
    StreamDecodeLevel,
)

from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.content import UnusableFileError
from pilotkit.report.binder.foreign import BROKEN, opened
from pilotkit.report.binder.stamp import Stamp

_FONT = Name.PilotStamp
# What a page shows. All else that it may hold acts, points elsewhere, or is for a program only.
_KEPT = frozenset(
    {
        *("/Type", "/Contents", "/Resources", "/Group", "/Rotate", "/UserUnit"),
        *("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
    }
)
_MILLIMETRE = 72 / 25.4


class Mark(NamedTuple):
    """A bookmark: how deep, its words, the page it leads to."""

    depth: int
    title: str
    page: Page


class Leaves:
    """The pages of one file that is being put together."""

    def __init__(self) -> None:
        self.pdf = Pdf.new()
        self._font = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
        )
        self._open, self._close = Stream(self.pdf, b"q"), Stream(self.pdf, b"Q")

    def append(self, content: bytes) -> list[Page]:
        """Append a file of others.

        Raises:
            UnusableFileError: it is encrypted, broken, or more than a volume takes.
        """
        try:
            with opened(content) as given:
                return self._take_all(given)
        except UnusableFileError:
            raise
        except Exception as error:  # hostile files raise anything
            raise UnusableFileError(BROKEN) from error

    def append_own(self, content: bytes) -> list[Page]:
        """Append a file that we have made ourselves."""
        with Pdf.open(BytesIO(content)) as given:
            return self._take_all(given)

    def stamp(self, page: Page, label: str, number: int) -> None:
        """Write the number of the evidence above, that of the page below, at the outer margin."""
        matrix, width, height = _seen(page)
        margin = min(15 * _MILLIMETRE, width / 10)
        below = Stamp(f"\x97 {number} \x97", 11)
        outer = width - margin if number % 2 else margin + below.width
        lines = [below.drawn(outer, min(14 * _MILLIMETRE, height / 12), str(_FONT))]
        if label:
            high = height - min(12 * _MILLIMETRE, height / 12)
            lines.append(Stamp(label, 10).drawn(width - margin, high, str(_FONT)))
        drawn = f"q {matrix} cm {' '.join(lines)} Q".encode("latin-1", "replace")
        page.contents_add(drawn)

    def finish(self, order: Sequence[Page], marks: Iterable[Mark], title: str, day: date) -> bytes:
        """Return the file: these pages in this order, with bookmarks."""
        pages = self.pdf.Root.Pages
        pages.Kids = Array([page.obj for page in order])
        pages.Count = len(order)
        with self.pdf.open_outline() as outline:
            above: list[OutlineItem] = []
            for mark in marks:
                del above[mark.depth :]
                item = OutlineItem(mark.title, Array([mark.page.obj, Name.Fit]))
                item.is_closed = True
                (above[-1].children if above else outline.root).append(item)
                above.append(item)
        self.pdf.docinfo = self.pdf.make_indirect(
            Dictionary(Title=title, Producer="pilotkit", CreationDate=f"D:{day:%Y%m%d}000000Z")
        )
        self.pdf.Root.PageMode = Name.UseOutlines
        written = BytesIO()
        # What others have packed stays packed as it is.
        self.pdf.save(
            written,
            min_version="1.7",
            stream_decode_level=StreamDecodeLevel.none,
            deterministic_id=True,
        )
        return written.getvalue()

    def _take_all(self, given: Pdf) -> list[Page]:
        """Append pages, made ready to be stamped: a fault in one must come up here."""
        pages = self.pdf.pages
        first = len(pages)
        for page in given.pages:
            for key in page.obj.keys() - _KEPT:
                del page.obj[key]
            pages.append(page)
        taken = list(pages[first:])
        for page in taken:
            page.contents_add(self._open, prepend=True)
            page.contents_add(self._close)
            page.add_resource(self._font, Name.Font, _FONT)
            _, width, height = _seen(page)
            if width <= 0 or height <= 0:
                raise UnusableFileError(
                    Sentence("PDF 页面没有大小", "a page of the PDF has no size")
                )
        return taken


def _seen(page: Page) -> tuple[str, float, float]:
    """Return the matrix to what is seen of a page as it is turned, and how large that is."""
    left, bottom, right, top = (float(one) for one in page.cropbox)
    wide, high = right - left, top - bottom
    return {
        90: (f"0 1 -1 0 {right:.2f} {bottom:.2f}", high, wide),
        180: (f"-1 0 0 -1 {right:.2f} {top:.2f}", wide, high),
        270: (f"0 -1 1 0 {left:.2f} {top:.2f}", high, wide),
    }.get(page.rotation, (f"1 0 0 1 {left:.2f} {bottom:.2f}", wide, high))
