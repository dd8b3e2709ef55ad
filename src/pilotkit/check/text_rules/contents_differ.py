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
from collections.abc import Iterator, Sequence
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
_PARTS = re.compile(
    r"\s*(?P<number>附\s*录\s*[A-Z]|(?:[A-Z]\.)?[0-9]+(?:\.[0-9]+)*)?\s*(?:\([^()]*\))?\s*(?P<words>.*)"
)
_ENTRIES = frozenset({Kind.PARAGRAPH, Kind.ITEM})


class _Entry(NamedTuple):
    """An entry of 目次 as written, its line, and the place of its heading among all."""

    written: str
    line: int
    place: int | None


def check(own: OwnText) -> Iterator[Finding]:
    """Yield entries without a heading, entries out of order, and at 目次 what it leaves out.

    An entry with the words or the number of a heading that is not listed means that one: the two
    are told together.
    """
    contents = own.chapter(Element.CONTENTS)
    headings = [*_headings(own)] if contents else []
    entries = [*_entries(own, headings)]
    if contents is None or not entries:
        return
    meant = _meant(entries, headings)
    for entry in entries:
        if entry.place is None:
            there = headings[meant[entry.line]][0] if entry.line in meant else ""
            yield own.says(entry.line, _differs(entry.written, there))
    yield from _out_of_order(own, [one for one in entries if one.place is not None])
    listed = {*(one.place for one in entries), *meant.values()}
    lacking = [
        heading
        for place, (heading, is_chapter) in enumerate(headings)
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


def _differs(written: str, there: str) -> Sentence:
    if there:
        return Sentence(
            f"目次写“{written}”，正文的标题是“{there}”",
            f"目次 has {written!r}, the text {there!r}",
        )
    return Sentence(f"正文没有“{written}”这个标题", f"no heading {written!r} in the text")


def _out_of_order(own: OwnText, entries: Sequence[_Entry]) -> Iterator[Finding]:
    for before, here in pairwise(entries):
        if (here.place or 0) < (before.place or 0):
            yield own.says(
                here.line,
                Sentence(
                    f"“{here.written}”在正文里排在“{before.written}”之前",
                    f"{here.written!r} stands before {before.written!r} in the text",
                ),
            )


def _entries(own: OwnText, headings: Sequence[tuple[str, bool]]) -> Iterator[_Entry]:
    places = {_key(heading): place for place, (heading, _) in reversed([*enumerate(headings)])}
    for section in own.text.of(Element.CONTENTS):
        for block in section.blocks:
            if block.kind in _ENTRIES and _HAN.search(block.text):
                # In a list of Markdown the numbers of the chapters are those of the items.
                number = f"{block.label.rstrip('.')} " if block.label.endswith(".") else ""
                said = number + _LINK.sub(r"\1", block.text)
                bare = _without_page(said)
                place = places.get(_key(said), places.get(_key(bare)))
                yield _Entry(bare, block.line, place)


def _meant(entries: Sequence[_Entry], headings: Sequence[tuple[str, bool]]) -> dict[int, int]:
    """Return, by line, the place of the heading that an entry without one means.

    It is the only one with its words that is not listed, else the only one with its number.
    """
    free = {*range(len(headings))}.difference(one.place for one in entries)
    lost = [one for one in entries if one.place is None]
    meant: dict[int, int] = {}
    for part in ("words", "number"):
        places: dict[str, list[int]] = {}
        for place in sorted(free.difference(meant.values())):
            places.setdefault(_part(part, headings[place][0]), []).append(place)
        for entry in lost:
            said = _part(part, entry.written) if entry.line not in meant else ""
            if said and len(one := places.get(said, [])) == 1:
                meant[entry.line] = one.pop()
    return meant


def _part(name: str, written: str) -> str:
    """Return the number of a heading, or its words without what an annex says that it is."""
    found = _PARTS.match(unicodedata.normalize("NFKC", written))
    return "".join(found[name].split()) if found and found[name] else ""


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
