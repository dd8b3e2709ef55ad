"""PK508 references-lead-in.

What
    zh: 规范性引用文件有清单的，清单前写固定的引导语。
    en: The list of references begins with its fixed sentence.
Why
    zh: 按GB/T 1.1—2020惯例：引导语说明注日期和不注日期的引用各适用哪一版，须照写。
    en: GB/T 1.1—2020: it says which edition applies, and its wording is fixed.
Bad
    下列文件适用于本文件。
Good
    下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。
Mend
    zh: 照固定的引导语补上或改回。
    en: Add it, or put it back to its wording.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator
from itertools import takewhile

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.check.wording import LEAD_IN, squeezed
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.citations import cited_in
from pilotkit.text.structure import Element


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the lists of references that begin otherwise."""
    chapter = own.chapter(Element.REFERENCES)
    if not chapter or not any(_is_entry(block.text) for block in chapter.blocks):
        return
    before = takewhile(lambda block: not _is_entry(block.text), chapter.blocks)
    if LEAD_IN in squeezed("".join(block.text for block in before)):
        return
    is_missing = _is_entry(chapter.blocks[0].text)
    yield own.says(
        chapter.line if is_missing else chapter.blocks[0].line,
        Sentence("规范性引用文件缺引导语", "the list of references has no lead-in")
        if is_missing
        else Sentence("引导语不是固定句", "the lead-in is not the fixed sentence"),
        Sentence(f"应写“{LEAD_IN}”", f"write {LEAD_IN!r}"),
    )


def _is_entry(said: str) -> bool:
    """Say whether a block is one of the list: a standard by its number, another by its title."""
    return said.startswith("《") or any(one.column == 1 for one in cited_in(said))


RULE = TextRule("PK508", "references-lead-in", Severity.WARNING, check)
