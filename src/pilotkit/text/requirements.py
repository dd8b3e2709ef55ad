"""The requirements of a text: the sentences with 应 or 不应, each with the list that it leads into.

An item that requires something by itself is a requirement of its own, so a sentence that leads only
to such items is none, nor is one that leads to nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from pilotkit.text.blocks import Kind
from pilotkit.text.likeness import OwnBlock, own_blocks
from pilotkit.text.modal_verbs import first_requirement
from pilotkit.text.structure import parse

_SAID = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_COLONS = ("：", ":")


class Requirement(NamedTuple):
    """A sentence with 应 or 不应, with the list that it leads into; `clause` is its number."""

    clause: str
    line: int
    column: int
    words: str


@dataclass
class _Stated:
    """A sentence that requires something, its line and column, and what its list says."""

    own: OwnBlock
    place: tuple[int, int]
    words: str
    is_lead: bool
    items: list[str] = field(default_factory=list)

    def leads_to(self, one: OwnBlock) -> bool:
        """Say whether an item below may be of its list: not one that is no deeper than itself."""
        is_above = self.own.block.kind is not Kind.ITEM or self.own.block.depth < one.block.depth
        return self.is_lead and self.own.section is one.section and is_above


@lru_cache(maxsize=16_384)
def requirements_of(text: str) -> tuple[Requirement, ...]:
    """Return the requirements of a text's own elements, in their order."""
    return tuple(
        Requirement(intern(one.own.section.number), *one.place, _words(one))
        for one in _stated(own_blocks(text), parse(text).lines)
        if one.items or not one.is_lead
    )


def _stated(blocks: Sequence[OwnBlock], lines: Sequence[str]) -> Sequence[_Stated]:
    """Return every sentence that requires something; items that do not are put to what leads."""
    found: list[_Stated] = []
    leads: list[_Stated] = []  # the innermost last
    for one in blocks:
        kind = one.block.kind
        if kind is Kind.TABLE and leads:
            leads[-1].items.append(one.cells)
            continue
        leads = [lead for lead in leads if lead.leads_to(one)] if kind is Kind.ITEM else []
        own = [*_sentences(one, lines)] if kind in _SAID else []
        if leads and not own:
            leads[-1].items.append("".join(one.words))
        leads += [stated for stated in own if stated.is_lead]
        found += own
    return found


def _sentences(own: OwnBlock, lines: Sequence[str]) -> Iterator[_Stated]:
    if first_requirement(own.block.text):
        place, passed = (own.block.line, own.block.column), 0
        for said, words in zip(own.sentences, own.words, strict=True):
            if len(own.sentences) == 1 or first_requirement(said):
                blank = len(said) - len(said.lstrip())
                place, passed = _moved(lines, place, passed + blank), -blank
                yield _Stated(own, place, words, said.endswith(_COLONS))
            passed += len(said)


def _moved(lines: Sequence[str], place: tuple[int, int], passed: int) -> tuple[int, int]:
    """Return the place so many characters further on; an item may go on over several lines."""
    line, column = place
    while passed >= (left := len(lines[line - 1].rstrip()) - column + 1):
        passed -= left
        line += 1
        column = len(lines[line - 1]) - len(lines[line - 1].lstrip()) + 1
    return line, column + passed


def _words(one: _Stated) -> str:
    return one.words + "".join(sorted(one.items))
