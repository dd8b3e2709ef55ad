"""Values that two texts on one matter must agree on, by declared patterns: nothing is guessed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from pilotkit.text.blocks import Block, Kind, lines_of_rows
from pilotkit.text.structure import Element, StandardText, parse
from pilotkit.text.value import About, Value, forms_in, limits_in, material
from pilotkit.text.value_words import COUNTED, DONE_BY_POST, Fragment, values_in

_SAID = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_OWN_WORDS = frozenset({Element.CORE, Element.ANNEX})
_LISTED = re.compile("材料[^。：:]{0,12}[：:]")
_HEAD = re.compile("法定|承诺|材料|收费|费用|电话|地址|地点|时间")
_STEPS, _POSTS = re.compile("环节|步骤|程序|阶段"), re.compile("岗位?$")
_LONGEST_LABEL = 16


@lru_cache(maxsize=16_384)
def values_of(text: str) -> tuple[Value, ...]:
    """Return the values of a text's own elements, in their order."""
    found: list[Value] = []
    parsed = parse(text)
    listing = _listing(parsed) if "份" in text else frozenset()
    for section, block in parsed.blocks_having(COUNTED, DONE_BY_POST):
        if section.element in _OWN_WORDS:
            values: Iterable[Value] = ()
            if block.rows:
                values = _in_table(block, parsed.lines)
            elif block.kind in _SAID:
                lists = "材料" in section.title or section.line in listing
                place = block.line, block.column
                values = values_in(Fragment(block.text, section.title, "", *place, lists))
            found += (one._replace(clause=section.number, title=section.title) for one in values)
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
        column = lines[line - 1].find(cell) + 1
        for about, value, of in _in_cell(title, cell, cells):
            yield Value(about, value, cell, line, column, said, said, of)
        if _HEAD.search(title) and "材料" not in title:
            # A fee is that of what the row begins with: 补领, then 工本费每证 20 元.
            before = row[0] if "费" in title else ""
            words = before + _with_unit(cell, title + block.text)
            for one in values_in(Fragment(words, title, said, line, column - len(before))):
                yield one._replace(column=max(one.column, column))


def _in_cell(title: str, cell: str, cells: dict[str, str]) -> Iterator[tuple[About, str, str]]:
    """Yield what a cell states together with those beside it: of what, the value, of which."""
    first = next(iter(cells))
    if title == "材料名称" or (title == "材料" and title == first):
        yield About.MATERIALS, cell, ""
        yield from _how_many(cell, cells)
    step = _columns(tuple(cells))
    if step and _POSTS.search(title) and cell.endswith("岗"):
        yield About.POST, cell, cells[step]
    if step and title == "时限":
        yield from ((About.STEP, value, cells[step]) for value, _, _ in limits_in(cell))


def _how_many(name: str, cells: dict[str, str]) -> Iterator[tuple[About, str, str]]:
    """Yield in which forms, and in how many copies of each, a material is asked for."""
    of = material(name)
    for title, cell in cells.items() if of else ():
        written = cell.removesuffix("份").strip()
        if "份数" in title and written.isdecimal() and int(written):
            yield About.COPIES, f"{int(written)} 份", of
        yield from ((About.FORM, form, of) for form in forms_in(cell))


def _columns(head: Sequence[str]) -> str | None:
    """Return the head of the column of steps, where another says whose post each is."""
    steps = next((title for title in head if _STEPS.search(title)), None)
    return steps if any(map(_POSTS.search, head)) else None


def _labelled(row: Sequence[str], line: int, lines: Sequence[str]) -> Iterator[Value]:
    """Read each cell that stands to the right of a label: 法定时限, then 20 个工作日."""
    said = "".join(row)
    for label, cell in pairwise(row):
        if len(label) <= _LONGEST_LABEL:
            column = lines[line - 1].rfind(cell) + 1
            words = _with_unit(cell, label)
            lists = "材料" in label
            yield from values_in(Fragment(words, label, said, line, column, lists))


def _with_unit(cell: str, said: str) -> str:
    """Return a bare number with the unit that its head, its label or the title says."""
    unit = next((one for one in ("工作日", "自然日") if one in said), "")
    return f"{cell}{unit}" if cell.isdigit() and unit else cell
