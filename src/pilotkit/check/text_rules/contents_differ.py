"""PK528 contents-differ.

What
    zh: 写了目次的，目次与正文的标题一致、次序一致，不漏章和附录。
    en: Where a text has 目次, it lists the headings as they are and in their order, none left out.
Why
    zh: 按GB/T 1.1—2020惯例：目次依次列出前言、章、附录、参考文献；改了标题没改目次，读的人找不到。
    en: GB/T 1.1—2020: 目次 lists 前言, the chapters, the annexes in turn.
Bad
    # 目次

    前言

    1 范围

    3 监督
Good
    # 目次

    前言

    1 范围

    2 监督
Mend
    zh: 照正文的标题改；导出 Word 时目次自动生成，正文里也可以不写。
    en: Copy the headings, or leave 目次 out: pilot text export makes it.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.blocks import Kind
from pilotkit.text.structure import Element

_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^()]{0,300}\)")
_PAGE, _LEADERS = "0123456789IVXivx", " \t\u3000.…·‥_-"
_HAN = re.compile("[\u3400-\u9fff]")
_ENTRIES = frozenset({Kind.PARAGRAPH, Kind.ITEM})


class _Entry(NamedTuple):
    """An entry of 目次 as written, its line, and the place of its heading among all."""

    written: str
    line: int
    place: int | None


def check(own: OwnText) -> Iterator[Finding]:
    """Yield entries without a heading, entries out of order, and at 目次 what it leaves out."""
    contents = own.chapter(Element.CONTENTS)
    entries = [*_entries(own)] if contents else []
    if contents is None or not entries:
        return
    for entry in entries:
        if entry.place is None:
            yield own.says(
                entry.line,
                Sentence(
                    f"正文没有“{entry.written}”这个标题",
                    f"no heading {entry.written!r} in the text",
                ),
            )
    there = [one for one in entries if one.place is not None]
    for before, here in pairwise(there):
        if (here.place or 0) < (before.place or 0):
            yield own.says(
                here.line,
                Sentence(
                    f"“{here.written}”在正文里排在“{before.written}”之前",
                    f"{here.written!r} stands before {before.written!r} in the text",
                ),
            )
    listed = {one.place for one in there}
    lacking = [
        heading
        for place, (heading, is_chapter) in enumerate(_headings(own))
        if is_chapter and place not in listed
    ]
    if lacking:
        yield own.says(
            contents.line,
            Sentence(
                f"目次漏了{'、'.join(f'“{one}”' for one in lacking)}",
                f"目次 leaves out {', '.join(map(repr, lacking))}",
            ),
        )


def _entries(own: OwnText) -> Iterator[_Entry]:
    places = {
        _key(heading): place for place, (heading, _) in reversed([*enumerate(_headings(own))])
    }
    for section in own.text.of(Element.CONTENTS):
        for block in section.blocks:
            if block.kind in _ENTRIES and _HAN.search(block.text):
                said = _LINK.sub(r"\1", block.text)
                bare = _without_page(said)
                place = places.get(_key(said), places.get(_key(bare)))
                yield _Entry(bare, block.line, place)


def _without_page(said: str) -> str:
    """Take the number of the page away, with the leaders before it."""
    bare = said.rstrip()
    unpaged = bare.rstrip(_PAGE)
    unled = unpaged.rstrip(_LEADERS)
    return bare if unled == unpaged else unled


def _headings(own: OwnText) -> Iterator[tuple[str, bool]]:
    """Yield the headings below 目次 as written, and whether each begins an element or chapter."""
    for section in own.text.sections:
        if section.element is not Element.CONTENTS:
            written = own.text.lines[section.line - 1].strip("# \t\u3000")
            yield written, section.is_chapter


def _key(written: str) -> str:
    """Fold the ways to write a heading: widths and spaces."""
    return "".join(unicodedata.normalize("NFKC", written).split())


RULE = TextRule("PK528", "contents-differ", Severity.WARNING, check)
