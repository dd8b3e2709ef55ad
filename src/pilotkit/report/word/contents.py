"""A table of contents that is filled already, and that Word fills anew when it is asked to.

Only a program that sets the pages knows their numbers. Where typst is installed it has set them,
as it does for the PDF; the field is marked all the same, so that Word puts in its own.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.model.sentence import Lang
from pilotkit.report.contents import headings_of, is_listed
from pilotkit.report.document import Block
from pilotkit.report.escape import one_line
from pilotkit.report.word.fields import fill_field, simple_field
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import CONTENTS


class Entry(NamedTuple):
    """A line of a table of contents: level, text, the bookmark it leads to, its page if known."""

    level: int
    text: str
    mark: str
    page: str = ""


def entries_of(blocks: Sequence[Block], after: int = 0, pages: Sequence[str] = ()) -> list[Entry]:
    """List the headings that contents name.

    `after` is how many bookmarks the file has of its own, `pages` where each heading stands.
    """
    heads = zip(headings_of(blocks), is_listed(blocks), strict=True)
    return [
        Entry(
            one.level,
            one_line(one.number + one.text),
            Place.mark(after + 1 + index),
            pages[index] if pages else "",
        )
        for index, (one, listed) in enumerate(heads)
        if listed
    ]


def write_contents(place: Place, entries: Sequence[Entry], lang: Lang) -> None:
    """Write the table of a report."""
    write_listing(place, entries, "目\u3000录" if lang == "zh" else "Contents", by_level(entries))


def write_listing(place: Place, entries: Sequence[Entry], title: str, switches: str) -> None:
    """Write a table: a field over all its lines, in a box by which Word offers to refresh it."""
    place.paragraph(title, CONTENTS)
    box, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    box.append(_kind())
    box.append(content)
    lines = [_line(place, one) for one in entries]
    fill_field(lines[0], lines[-1], f"TOC {switches} \\h \\z")
    content.extend(lines)
    place.put(box)


def by_level(entries: Sequence[Entry]) -> str:
    """Say which headings the table gathers: those of its levels, annexes too."""
    return f'\\o "1-{max(one.level for one in entries)}" \\u'


def _kind() -> BaseOxmlElement:
    properties, part = OxmlElement("w:sdtPr"), OxmlElement("w:docPartObj")
    for name, value in (("docPartGallery", "Table of Contents"), ("docPartUnique", None)):
        said = OxmlElement(f"w:{name}")
        if value:
            said.set(qn("w:val"), value)
        part.append(said)
    properties.append(part)
    return properties


def _line(place: Place, entry: Entry) -> CT_P:
    line = place.empty(f"toc {entry.level}")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), entry.mark)
    link.set(qn("w:history"), "1")
    line.append(link)
    link.extend(_runs(entry))
    return line


def _runs(entry: Entry) -> Iterator[BaseOxmlElement]:
    text, tab = OxmlElement("w:r"), OxmlElement("w:r")
    text.append(OxmlElement("w:t"))
    text[0].text = entry.text
    tab.append(OxmlElement("w:tab"))
    yield text
    yield tab
    yield from simple_field(f"PAGEREF {entry.mark} \\h", entry.page)
