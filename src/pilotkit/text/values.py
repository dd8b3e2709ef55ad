"""Values that two texts on one matter must agree on, by declared patterns: nothing is guessed."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from pilotkit.text.blocks import Block, Kind, lines_of_rows
from pilotkit.text.structure import Element, StandardText, parse
from pilotkit.text.value import About, Value, limits_in, material
from pilotkit.text.value_words import COUNTED, DONE_BY_POST, Fragment, values_in

_SAID = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_OWN_WORDS = frozenset({Element.CORE, Element.ANNEX})
_LISTED = re.compile("材料[^。：:]{0,12}[：:]")
_HEAD = re.compile("法定|承诺|材料")
_LIMIT_HEADS = ((About.LEGAL, "法定"), (About.PROMISED, "承诺"))
_STEPS, _POSTS = re.compile("环节|步骤|程序|阶段"), re.compile("岗位?$")
# What may stand to the left of what it says, in a table of things and what holds of them.
_LABEL = re.compile("时限|收费|费用|电话|咨询|投诉|监督|地址|地点|时间|条件|对象|材料")
_LONGEST_LABEL = 16


@lru_cache(maxsize=16_384)
def values_of(text: str) -> tuple[Value, ...]:
    """Return the values of a text's own elements, in their order."""
    found: list[Value] = []
    parsed = parse(text)
    listing = _listing(parsed) if "份" in text else frozenset()
    for section, block in parsed.blocks_having(COUNTED, DONE_BY_POST):
        if section.element in _OWN_WORDS:
            if block.rows:
                found += _in_table(block, parsed.lines)
            elif block.kind in _SAID:
                lists = "材料" in section.title or section.line in listing
                place = block.line, block.column
                found += values_in(Fragment(block.text, section.title, "", *place, lists))
    return tuple(found)


def _listing(parsed: StandardText) -> frozenset[int]:
    """Return the lines of the sections in which a sentence leads in a list of materials."""
    leads = parsed.blocks_having(_LISTED)
    return frozenset(section.line for section, block in leads if _LISTED.search(block.text))


def _in_table(block: Block, lines: Sequence[str]) -> Iterator[Value]:
    """Read the columns whose heads say what they are, or else what stands beside its label.

    The words of the row name the matter.
    """
    head = block.rows[0]
    named = any(map(_HEAD.search, head)) or _columns(head)
    for row, line in zip(block.rows[1:], lines_of_rows(block, lines), strict=False):
        yield from _in_row(head, row, block, line, lines) if named else _labelled(row, line, lines)


def _in_row(
    head: Sequence[str], row: Sequence[str], block: Block, line: int, lines: Sequence[str]
) -> Iterator[Value]:
    said = "".join(row)
    cells = dict(zip(head, row, strict=False))
    for title, cell in cells.items():
        for about, value, of in _in_cell(title, cell, block, cells):
            column = lines[line - 1].find(cell) + 1
            yield Value(about, value, cell, line, column, said, said, of)


def _in_cell(
    title: str, cell: str, block: Block, cells: dict[str, str]
) -> Iterator[tuple[About, str, str]]:
    """Yield what a cell states under the head of its column: of what, the value, of which."""
    first = next(iter(cells))
    about = next((one for one, word in _LIMIT_HEADS if word in title), None)
    if about:
        for value, _, _ in limits_in(_with_unit(cell, title + block.text)):
            yield about, value, ""
    if title == "材料名称" or (title == "材料" and title == first):
        yield About.MATERIALS, cell, ""
        number = cells.get("份数", "").removesuffix("份").strip()
        if number.isdigit() and (name := material(cell)):
            yield About.COPIES, f"{int(number)} 份", name
    if _POSTS.search(title) and (step := _columns(tuple(cells))) and cell.endswith("岗"):
        yield About.POST, cell, cells[step]


def _columns(head: Sequence[str]) -> str | None:
    """Return the head of the column of steps, where another says whose post each is."""
    steps = next((title for title in head if _STEPS.search(title)), None)
    return steps if any(map(_POSTS.search, head)) else None


def _labelled(row: Sequence[str], line: int, lines: Sequence[str]) -> Iterator[Value]:
    """Read each cell that stands to the right of a label: 法定时限, then 20 个工作日."""
    said = "".join(row)
    for label, cell in pairwise(row):
        if len(label) <= _LONGEST_LABEL and _LABEL.search(label):
            column = lines[line - 1].rfind(cell) + 1
            words = _with_unit(cell, label)
            yield from values_in(Fragment(words, label, said, line, column, "材料" in label))


def _with_unit(cell: str, said: str) -> str:
    """Return a bare number with the unit that its head, its label or the title says."""
    unit = next((one for one in ("工作日", "自然日") if one in said), "")
    return f"{cell}{unit}" if cell.isdigit() and unit else cell
