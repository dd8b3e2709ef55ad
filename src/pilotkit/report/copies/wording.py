"""How the parts of a standard are worded on paper (GB/T 1.1—2020), whatever it is written in."""

from collections.abc import Iterator, Sequence
from typing import Literal

from rich.cells import cell_len

from pilotkit.model.sentence import Sentence
from pilotkit.report.copies.copy import Copy
from pilotkit.report.document import Cell, Column, Row, Table
from pilotkit.report.escape import one_line
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.images import Image
from pilotkit.text.structure import Element, Section

CONTENTS = "目\u3000次"
_SPACE = "\u3000"
# Elements with a page of their own and without a number.
_APART = {
    Element.CONTENTS: CONTENTS,
    Element.FOREWORD: "前\u3000言",
    Element.INTRODUCTION: "引\u3000言",
    Element.BIBLIOGRAPHY: "参考文献",
    Element.INDEX: "索\u3000引",
}
_DASHES = tuple("-*+●·—")
_WIDEST, _SHORT = 40, 12


def spaced(*parts: str) -> str:
    """Join what is there with the wide space that GB/T 1.1 has behind numbers."""
    return _SPACE.join(one_line(part) for part in parts if part)


def apart(section: Section) -> str | None:
    """Return the head of an element that stands on a page of its own; None of others."""
    return _APART.get(section.element) if section.is_chapter else None


def is_annex(section: Section) -> bool:
    """Say whether a section begins an annex."""
    return section.is_chapter and section.element is Element.ANNEX


def annex_lines(section: Section) -> list[str]:
    """Return 附录A, what it is, and its title, each in a line."""
    lines = [f"附录{section.number}", _nature(section), section.title]
    return [one_line(line) for line in lines if line]


def entry_of(section: Section) -> tuple[int, str]:
    """Return how a section stands in the table of contents: level and text."""
    if head := apart(section):
        return 1, head.replace(_SPACE, "")
    if is_annex(section):
        return 1, spaced(f"附录{section.number}{_nature(section)}", section.title)
    return min(section.depth, 2), spaced(section.number, section.title)


def lead_of(section: Section) -> tuple[str | None, Sequence[Block]]:
    """Return what stands beside the number of a clause without a title, and what stands below.

    None stands beside the number of a section that has a head.
    """
    blocks = section.blocks
    if section.is_chapter or section.title:
        return None, blocks
    if blocks and blocks[0].kind is Kind.PARAGRAPH:
        return blocks[0].text, blocks[1:]
    return "", blocks


def has_dash(item: Block) -> bool:
    """Say whether an item of a list has a dash before it, not a letter or a number."""
    return item.label[:1] in _DASHES


def formula_of(block: Block) -> tuple[str, str]:
    """Return a formula and its number in brackets."""
    number = f"（{block.label}）"
    said = one_line(block.text)
    for form in (number, f"({block.label})"):
        said = said.removesuffix(form).rstrip()
    return said, number


def table_of(rows: Sequence[Sequence[str]]) -> Table:
    """See the rows of a text as a table: as wide as what stands in its columns."""
    count = max(len(row) for row in rows)
    filled = [[*row, *[""] * (count - len(row))] for row in rows]
    columns = tuple(_columns(filled, count))
    return Table("", columns, tuple(Row(tuple(map(Cell, row))) for row in filled[1:]))


def not_shown(image: Image, reason: Sentence) -> str:
    """Return what stands where a picture cannot be shown."""
    return one_line(f"（图 {image.path} 没有排入：{reason.zh}）")


def classes_of(copy: Copy) -> list[str]:
    """Return the classes that stand on top of a cover, a line each."""
    standard = copy.standard
    lines = [f"ICS {'；'.join(standard.ics)}"] if standard.ics else []
    return [*lines, f"CCS {standard.ccs}"] if standard.ccs else lines


def replaces_of(copy: Copy) -> str:
    """Return the line of a cover that names what it replaces; empty where that is nothing."""
    return f"代替 {'，'.join(copy.replaces)}" if copy.replaces else ""


def foot_of(copy: Copy) -> tuple[str, str]:
    """Return the two days at the foot of a cover."""
    issued, effective = copy.standard.issued, copy.standard.effective
    return (
        f"{issued}发布" if issued else "发布日期待定",
        f"{effective}实施" if effective else "实施日期待定",
    )


def _nature(section: Section) -> str:
    return f"（{section.nature}）" if section.nature else ""


def _columns(rows: Sequence[Sequence[str]], count: int) -> Iterator[Column]:
    for index in range(count):
        longest = max(cell_len(row[index]) for row in rows)
        kind: Literal["code", "text"] = "code" if longest <= _SHORT else "text"
        yield Column(rows[0][index], kind, min(max(longest, 6), _WIDEST))
