"""The place in a Word file where blocks are written: its end, or a mark in an office's template."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Literal, cast

from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length
from docx.text.paragraph import Paragraph

from pilotkit.report.word.numbering import is_numbered
from pilotkit.report.word.pages import is_turned, turn
from pilotkit.report.word.styles import BEHIND, GRID, NOTE

# What only the first of several sections says; the later ones go on with it.
_FIRST = tuple(
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "titlePg", "pgNumType")
)

# Ranges are numbered behind all headings.
_RANGES = 100_000
_BEHIND_COUNT = ("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:docGrid")


class Place:
    """Writes before `at`, an element of the body; at the end of the file where none is named.

    `marks` is the highest number that a bookmark has so far.
    """

    def __init__(self, word: Word, at: BaseOxmlElement | None = None) -> None:
        self.word = word
        body = word.element.body
        self._at = body.get_or_add_sectPr() if at is None else at
        around = _around(self._at)
        self._around = body.get_or_add_sectPr() if around is None else around
        self.marks = max(
            (int(one.get(qn("w:id"), "0")) for one in body.iter(qn("w:bookmarkStart"))), default=0
        )
        # Word, WPS and LibreOffice write the names of styles in large or small letters.
        self._styles: dict[str, str] = {
            (one.name or "").lower(): one.style_id for one in word.styles
        }

    @property
    def section(self) -> Section:
        """The section that the place lies in."""
        return Section(self._around, self.word.part)

    @property
    def turned(self) -> bool:
        """Whether the page lies on its side."""
        return is_turned(self.section)

    def style(self, name: str) -> str:
        """Return the id of a style."""
        return self._styles[name.lower()]

    def counts(self, name: str) -> bool:
        """Say whether Word counts the paragraphs of a style."""
        return is_numbered(self.word.styles.element.get_by_id(self.style(name)))

    def empty(self, style: str) -> CT_P:
        """Write an empty paragraph."""
        # Through the body, python-docx would look for the end of the file each time.
        written = cast("CT_P", OxmlElement("w:p"))
        written.style = self.style(style)
        self._at.addprevious(written)
        return written

    def paragraph(self, text: str, style: str) -> Paragraph:
        """Write a paragraph."""
        paragraph = Paragraph(self.empty(style), self.word)
        if text:
            paragraph.add_run(text)
        return paragraph

    def heading(self, text: str, style: str) -> CT_P:
        """Write a paragraph that a table of contents leads to."""
        self.marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.marks))
        start.set(qn("w:name"), self.mark(self.marks))
        written = self.empty(style)
        written.append(start)
        written.add_r().text = text
        written.append(end)
        return written

    def coming(self, offset: int = 0) -> str:
        """Name the bookmark that the next heading will have, or one behind it."""
        return self.mark(self.marks + 1 + offset)

    @staticmethod
    def mark(serial: int) -> str:
        """Name the bookmark of a heading; in a file of our own they count from 1."""
        return f"_Toc9{serial:07}"

    def keep_last(self) -> None:
        """Keep the paragraph before this place, or the last row of a table, with what follows."""
        last = self._at.getprevious()
        if isinstance(last, CT_P):
            self._keep(last)
            # The low line behind a table goes with the table.
            above = last.getprevious()
            if last.style == self._styles.get(BEHIND.lower()) and isinstance(above, CT_Tbl):
                for paragraph in above.tr_lst[-1].iter(qn("w:p")):
                    self._keep(cast("CT_P", paragraph))

    def _keep(self, paragraph: CT_P) -> None:
        Paragraph(paragraph, self.word).paragraph_format.keep_with_next = True

    def mark_range(self, name: str, kind: Literal["Start", "End"], number: int) -> None:
        """Write where a range begins or ends that a table of contents gathers."""
        mark = OxmlElement(f"w:bookmark{kind}")
        mark.set(qn("w:id"), str(_RANGES + number))
        if kind == "Start":
            mark.set(qn("w:name"), name)
        self.put(mark)

    def put(self, element: BaseOxmlElement) -> None:
        """Put something ready here."""
        self._at.addprevious(element)

    def table(self, rows: int, columns: int, width: Length) -> CT_Tbl:
        """Write an empty table."""
        written = CT_Tbl.new_tbl(rows, columns, width)
        written.tblStyle_val = self.style(GRID)
        self._at.addprevious(written)
        return written

    def end_section(self, *, turned: bool = False) -> None:
        """End a section with the last paragraph; what comes after stands on new pages.

        Pages that are to lie otherwise are set as those of an official document.
        """
        section = deepcopy(self._around)
        for said in [one for one in self._around if one.tag in _FIRST]:
            self._around.remove(said)
        last = self._at.getprevious()
        if not isinstance(last, CT_P):
            last = self.empty(NOTE)
        last.set_sectPr(section)
        ended = Section(section, self.word.part)
        if is_turned(ended) != turned:
            turn(ended, landscape=turned)
        self.section.start_type = WD_SECTION.NEW_PAGE

    def leave_first_bare(self) -> None:
        """Leave head and foot of the first page of this section empty: a cover."""
        self.section.different_first_page_header_footer = True

    def count_pages(self, figures: str) -> None:
        """Begin to count the pages of this section anew, with 1 or I."""
        count = OxmlElement("w:pgNumType")
        for name, value in (("fmt", figures), ("start", "1")):
            count.set(qn(f"w:{name}"), value)
        self._around.insert_element_before(count, *_BEHIND_COUNT)


def _around(at: BaseOxmlElement) -> CT_SectPr | None:
    """Return the end of the section that an element lies in: the next one behind it."""
    found: Iterator[CT_SectPr] = (
        one for behind in (at, *at.itersiblings()) for one in behind.iter(qn("w:sectPr"))
    )
    return next(found, None)
