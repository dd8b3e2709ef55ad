"""PK529 dangling-mention.

What
    zh: 正文提到的表、图、附录和条，文件里要有；引用别的文件的不算。
    en: The tables, figures, annexes and clauses that a text mentions are there.
Why
    zh: 按GB/T 1.1—2020惯例：提及所指的内容应当找得到；改号、删表以后最容易落空。
    en: GB/T 1.1—2020: a mention leads somewhere; after a new number or a deletion it does not.
Bad
    时限见表2。

    表1 时限
Good
    时限见表1。

    表1 时限
Mend
    zh: 改成现在的编号，或补上所提的内容。
    en: Write the number that it has now, or put in what is mentioned.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.check.labels import annexes_of, labelled_in
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.citations import cited_in
from pilotkit.text.headings import numbered_headings
from pilotkit.text.mentions import mentions_of
from pilotkit.text.quoted import unquoted
from pilotkit.text.structure import Element

# Elsewhere numbers are those of other documents.
_WITHIN = frozenset({Element.SCOPE, Element.TERMS, Element.SYMBOLS, Element.CORE, Element.ANNEX})
_CLAUSE = re.compile(
    r"(?:见|按照?|符合|依据|满足)(?:本文件)?的?第?\s?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4})"
    r"(?![0-9.%~～—-])(?=\s?(?:的|规定|要求|执行|条|[。，；）、和至]|$))"
)
_SENTENCE_ENDS = re.compile("[。；]")
_TITLE = "》"
_ANNEX, _SPACE = "附录", r"\s?"


class _Mentioned(NamedTuple):
    """A label in a line, and the pattern of how it may be written there."""

    label: str
    line: int
    written: str


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first mention of everything that is not there."""
    mentioned = [*_mentioned(own)]
    there = _labels(own) if mentioned else set[str]()
    for one in mentioned:
        if one.label not in there and (found := _found(own, one)):
            there.add(one.label)
            yield own.says(
                one.line,
                Sentence(f"没有{one.label}", f"there is no {one.label}"),
                column=found.start() + 1,
            )


def _labels(own: OwnText) -> set[str]:
    """Return what there is, and what there is meant to be where a number is wrong."""
    labelled = {label for one in labelled_in(own.text) for label in (one.label, one.expected)}
    annexes = annexes_of(own.text)
    letters = {letter for annex, meant in annexes for letter in (annex.number, meant)}
    clauses = {f"第{number}条" for number in numbered_headings(own.standard.text)}
    return {*labelled, *(f"附录{letter}" for letter in letters), *clauses}


def _mentioned(own: OwnText) -> Iterator[_Mentioned]:
    plain = {block.label for block in own.text.labelled()}
    plain |= {f"附录{one.number}" for one in own.text.of(Element.ANNEX) if one.is_chapter}
    for one in mentions_of(own.standard.text):
        if one.label not in plain and one.section and one.section.element in _WITHIN:
            kind = _ANNEX if one.label.startswith(_ANNEX) else one.label[0]
            number = re.escape(one.label.removeprefix(kind))
            spaced = _SPACE.join(kind)
            yield _Mentioned(
                one.label, one.line, rf"{spaced}[^{kind[0]}]{{0,20}}?{number}(?![0-9])"
            )
    for section, line, content in own.text.lines_having(_CLAUSE):
        if section and section.element in _WITHIN:
            for found in _CLAUSE.finditer(content):
                number = found["number"]
                yield _Mentioned(f"第{number}条", line, rf"{re.escape(number)}(?![0-9])")


def _found(own: OwnText, one: _Mentioned) -> re.Match[str] | None:
    """Find a mention in its line; of another document, or in a quotation, it is none."""
    content = own.text.lines[one.line - 1]
    found = re.search(one.written, unquoted(content))
    if found is None:
        return None
    before = _SENTENCE_ENDS.split(content[: found.start()])[-1]
    is_of_other = _TITLE in before or any(cited_in(before))
    return None if is_of_other else found


RULE = TextRule("PK529", "dangling-mention", Severity.WARNING, check)
