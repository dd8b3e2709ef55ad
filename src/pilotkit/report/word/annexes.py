"""Annexes as GB/T 9704 has them: named below the body, each begins a page with 附件 in 黑体."""

from docx.oxml.ns import qn
from rich.cells import cell_len

from pilotkit.report.document import AnnexLine, Heading
from pilotkit.report.escape import one_line
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import ANNEX, ANNEX_LINE, ANNEX_LINE_ON, ANNEX_TITLE

# Two columns of text, in twips and in the hundredths of a character that Word counts in.
_FULL, _CHARACTER, _HUNDRED = 2, 320, 100
_INDENT = 4


def write_line(place: Place, line: AnnexLine) -> None:
    """Name an annex; a name that runs on stands below its own first character."""
    written = place.empty(ANNEX_LINE if line.first else ANNEX_LINE_ON)
    written.add_r().text = one_line(line.text)
    own = cell_len(line.text) - cell_len(line.name)
    label = 0 if line.first else cell_len(line.label)
    indent = written.get_or_add_pPr().get_or_add_ind()
    for key, columns in (("left", _INDENT + label + own), ("hanging", own)):
        indent.set(qn(f"w:{key}Chars"), str(columns * _HUNDRED // _FULL))
        indent.set(qn(f"w:{key}"), str(columns * _CHARACTER // _FULL))


def write_head(place: Place, heading: Heading) -> None:
    """Begin an annex on a page of its own."""
    place.paragraph(one_line(heading.number).rstrip(" :"), ANNEX)
    place.heading(one_line(heading.text), ANNEX_TITLE)
