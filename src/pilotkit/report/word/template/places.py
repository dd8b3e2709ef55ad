"""The paragraphs of a Word file, each with the words that say where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.model.sentence import Sentence
from pilotkit.report.escape import one_line

_SHOWN = 40
_PARTS = {
    "header": Sentence("页眉", "header"),
    "footer": Sentence("页脚", "footer"),
    "footnotes": Sentence("脚注", "footnotes"),
}


@dataclass(frozen=True)
class Place:
    """A paragraph: where it stands, its text; `lone` is one that blocks can be written before."""

    where: Sentence
    text: str
    lone: bool = False

    @property
    def said(self) -> Sentence:
        """Where it stands, and its first words."""
        text = one_line(self.text)
        text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        return Sentence(f"{self.where.zh}“{text}”", f"{self.where.en} {text!r}")


def places_of(word: Word) -> Iterator[Place]:
    """Yield every paragraph with text: of the body in its order, then of heads, feet and notes."""
    paragraphs = tables = 0
    for child in word.element.body:
        if child.tag == qn("w:tbl"):
            tables += 1
            yield from _of_table(child, tables)
            continue
        for one in _paragraphs(child):
            if text := _own_text(one).strip():
                paragraphs += 1
                where = Sentence(f"第{paragraphs}段", f"paragraph {paragraphs}")
                yield Place(where, text, lone=one is child)
    for relation in word.part.rels.values():
        name = relation.reltype.rpartition("/")[2]
        if name in _PARTS and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            texts = (_own_text(one).strip() for one in _paragraphs(root))
            yield from (Place(_PARTS[name], text) for text in texts if text)


def _of_table(table: BaseOxmlElement, serial: int) -> Iterator[Place]:
    for row, line in enumerate(table.iter(qn("w:tr")), start=1):
        for column, field in enumerate(line.iterchildren(qn("w:tc")), start=1):
            where = Sentence(
                f"表{serial}第{row}行第{column}列", f"table {serial} row {row} column {column}"
            )
            texts = (_own_text(one).strip() for one in _paragraphs(field))
            yield from (Place(where, text) for text in texts if text)


def _paragraphs(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    yield from element.iter(qn("w:p"))


def _own_text(paragraph: BaseOxmlElement) -> str:
    """Return the text of a paragraph, without that of a box that hangs on it."""
    return "".join(
        one.text or ""
        for one in paragraph.iter(qn("w:t"))
        if next(one.iterancestors(qn("w:p")), None) is paragraph
    )
