"""A standard's text → the same with the fixed sentences of GB/T 1.1 where others stand for them.

Only a paragraph of its own that can mean nothing else is replaced; none is added.
"""

import re
from collections.abc import Iterator

from pilotkit.check.wording import DRAFTED, LEAD_IN, NOTHING, PATENTS, squeezed
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.citations import cited_in
from pilotkit.text.structure import Element, Section, parse

_DRAFTING = re.compile(
    "本(?:文件|标准|规范|规程|指南)(?:按照|依据|根据)GB/?T1\\.1[^。]{0,60}(?:起草|编写|编制|制定)。?"
)
_PATENTS = re.compile(
    "请注意本(?:文件|标准|规范)的某些内容(?:可能|有可能)涉及专利[。，]"
    "本(?:文件|标准|规范)的发布机构不(?:承担|应承担)识别(?:这些)?专利的责任。?"
)
_LEADING = re.compile("下列[^：《]{2,160}。?")
_NONE = re.compile(
    "(?:本(?:文件|标准|规范|规程|指南))?(?:暂?无|没有|不涉及)"
    "(?:规范性引用文件|引用文件|需要界定的术语和定义|术语和定义|术语)?。?"
)
# What stands in code or a comment is left alone, and with it the chapter around it.
_LEFT_ALONE = ("<!--", "```", "~~~")


def with_fixed_sentences(text: str) -> str:
    """Put the fixed sentences; the number of lines and their ends stay."""
    lines = text.split("\n")
    if len(lines) == len(text.splitlines()) + text.endswith("\n"):
        for line, fixed in _wanted(text):
            before = lines[line - 1]
            lines[line - 1] = fixed + ("\r" if before.endswith("\r") else "")
    return "\n".join(lines)


def _wanted(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that a fixed sentence belongs on, and the sentence."""
    lines = ["", *text.splitlines(), ""]
    parsed = parse(text)
    for chapter in parsed.chapters():
        is_empty = len(chapter.blocks) == 1 and not parsed.clauses_below(chapter)
        around = "\n".join(lines[chapter.line : parsed.end_of(chapter) + 1])
        if any(sign in around for sign in _LEFT_ALONE):
            continue
        for block in chapter.blocks:
            alone = not lines[block.line - 1].strip() and not lines[block.line + 1].strip()
            if (
                block.kind is Kind.PARAGRAPH
                and alone
                and (fixed := _fixed(chapter, block, is_empty=is_empty))
            ):
                yield block.line, fixed


def _fixed(chapter: Section, block: Block, *, is_empty: bool) -> str | None:
    said = squeezed(block.text)
    if chapter.element is Element.FOREWORD:
        if _DRAFTING.fullmatch(said):
            return DRAFTED
        return PATENTS if _PATENTS.fullmatch(said) else None
    if chapter.element not in NOTHING or block != chapter.blocks[0]:
        return None
    if is_empty:
        return NOTHING[chapter.element] if _NONE.fullmatch(said) else None
    leads = chapter.element is Element.REFERENCES and _LEADING.fullmatch(said)
    return LEAD_IN if leads and not any(cited_in(block.text)) else None
