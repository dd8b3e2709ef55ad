"""Word files for tests: made of blocks, opened, and read as Word shows them."""

from datetime import date
from io import BytesIO

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.model.sentence import Lang
from pilotkit.report.document import Block, Document, chinese, numbered


def opened(content: bytes) -> Word:
    """Open a file."""
    return docx.Document(BytesIO(content))


def of(*blocks: Block, landscape: bool = False, lang: Lang = "zh") -> Document:
    """Make a document of blocks."""
    return Document(
        "x", "标题", lang, (), numbered(blocks, lang), landscape=landscape, day=date(2022, 12, 31)
    )


def everything(word: Word) -> str:
    """Return every text in a file, a line a paragraph."""
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in paragraphs(word))


def paragraphs(word: Word) -> list[BaseOxmlElement]:
    """Return every paragraph, those in tables too."""
    return list(word.element.iter(qn("w:p")))


def styled(word: Word, *names: str) -> list[str]:
    """Return the texts of the paragraphs in these styles."""
    return [one.text for one in word.paragraphs if one.style and one.style.name in names]


def counted_headings(word: Word) -> list[str]:
    """Count the headings as Word does, from the list that their styles are bound to."""
    (kind,) = (
        one
        for one in word.part.numbering_part.element.iter(qn("w:abstractNum"))
        if one.find(f".//{qn('w:pStyle')}[@{qn('w:val')}='Heading1']") is not None
    )
    counts, found = [0] * 4, []
    for one in word.paragraphs:
        place = next(
            (n for n in range(4) if one.style and one.style.name == f"Heading {n + 1}"), -1
        )
        if place < 0:
            continue
        out = one.paragraph_format.element.find(f".//{qn('w:numId')}[@{qn('w:val')}='0']")
        if out is not None:
            found.append(one.text)
            continue
        counts[place + 1 :] = [0] * (3 - place)
        counts[place] += 1
        level = kind[1 + place]
        label = level.find(qn("w:lvlText")).get(qn("w:val"))
        figures = level.find(qn("w:numFmt")).get(qn("w:val"))
        for index, count in enumerate(counts):
            written = chinese(count) if figures == "chineseCountingThousand" else str(count)
            label = label.replace(f"%{index + 1}", written)
        space = " " if level.find(qn("w:suff")).get(qn("w:val")) == "space" else ""
        found.append(label + space + one.text)
    return found


def lines_of_contents(word: Word) -> list[tuple[str, str]]:
    """The lines of the table of contents, each with the bookmark that it leads to."""
    return [
        (next(link.iter(qn("w:t"))).text or "", link.get(qn("w:anchor")))
        for link in _links_of_contents(word)
    ]


def pages_of_contents(word: Word) -> list[str]:
    """The pages that the table of contents names."""
    return [
        "".join(t.text or "" for t in [*link.iter(qn("w:t"))][1:])
        for link in _links_of_contents(word)
    ]


def _links_of_contents(word: Word) -> list[BaseOxmlElement]:
    """The lines of all contents: a volume has its own, and those of each standard."""
    boxes = word.element.body.iter(qn("w:sdtContent"))
    return [line.find(qn("w:hyperlink")) for box in boxes for line in box]
