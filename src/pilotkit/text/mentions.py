"""Where a text mentions its annexes, tables and figures (GB/T 1.1—2020, 9.5 and 9.9–9.11)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pilotkit.text.structure import Element, Section, parse

_TO = r"\s?(?:至|到|～|~|—|–|-)\s?"
_AND = r"\s?(?:、|，|,|和|及|与|以及)\s?"
_LETTER = r"[A-Z](?![A-Za-z0-9.])"
# 申请表 1 份, 水表 120 元: so many of them.
_NUMBER = r"(?:[A-Z]\.)?[0-9]{1,3}(?![0-9]|\s?[份张页套本式元块个只])"
_ANNEX = re.compile(
    rf"附\s?录\s?(?P<what>[A-Z](?![A-Za-z0-9])(?:(?:{_TO}|{_AND})(?:附录)?\s?{_LETTER})*)"
)
# 代表1, 附表1: the sign belongs to the word before.
_OBJECT = re.compile(
    r"(?P<kind>[表图](?<![附代列报发外地].))\s?"
    rf"(?P<what>{_NUMBER}(?:(?:{_TO}|{_AND})(?P=kind)?\s?{_NUMBER})*)"
)
_OF_ANNEX = re.compile(r"(?P<letter>[A-Z](?<![A-Za-z0-9/].))\.[0-9]")
_PART = re.compile(
    rf"(?P<to>{_TO})?(?:附录|[表图])?\s?(?P<above>[A-Z]\.)?(?P<last>[0-9]{{1,3}}|[A-Z])"
)
# What the three begin with: most lines have none of it.
_SUSPECTS = tuple(map(re.compile, (r"附\s?录", r"[表图]\s?[A-Z0-9]", r"[A-Z]\.[0-9]")))


class Mention(NamedTuple):
    """A label (附录A, 表1, 图B.2) in a line and the section that the line stands in."""

    label: str
    line: int
    section: Section | None


@lru_cache(maxsize=64)
def mentions_of(text: str) -> tuple[Mention, ...]:
    """Return what a text mentions, in its order; 表1～表3 are three, 表A.1 is 附录A too.

    What 目次 lists is not mentioned by that.
    """
    return tuple(
        Mention(label, line, section)
        for section, line, content in parse(text).lines_having(*_SUSPECTS)
        if not (section and section.element is Element.CONTENTS)
        for label in _labels(content)
    )


def _labels(content: str) -> Iterator[str]:
    if "附" in content:
        for found in _ANNEX.finditer(content):
            yield from (f"附录{one}" for one in _listed(found["what"]))
    if "表" in content or "图" in content:
        for found in _OBJECT.finditer(content):
            yield from (f"{found['kind']}{one}" for one in _listed(found["what"]))
    if "." in content:
        for found in _OF_ANNEX.finditer(content):
            yield f"附录{found['letter']}"


def _listed(what: str) -> Iterator[str]:
    """Yield the single ones of `1～3` or `A.1、A.2和B`."""
    before = ""
    for part in _PART.finditer(what):
        above, last = part["above"] or "", part["last"]
        if part["to"] and before:
            yield from (f"{above}{one}" for one in _between(before, last))
        yield f"{above}{last}"
        before = last


def _between(first: str, last: str) -> Iterator[str]:
    if first.isdigit() and last.isdigit():
        yield from map(str, range(int(first) + 1, int(last)))
    elif not first.isdigit() and not last.isdigit():
        yield from map(chr, range(ord(first) + 1, ord(last)))
