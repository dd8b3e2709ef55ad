"""PK517 clause-numbering.

What
    zh: 章从1起、条在本章内从1起，连续编号；级数与标题级数一致。
    en: Chapters and clauses are numbered on without gaps, and as deep as their headings.
Why
    zh: 按GB/T 1.1—2020惯例：章、条连续编号；跳号使引用落空。
    en: GB/T 1.1—2020: they are numbered on; a gap makes citations point at nothing.
Bad
    ## 4.1

    应佩戴工牌。

    ## 4.3
Good
    ## 4.1

    应佩戴工牌。

    ## 4.2
Mend
    zh: 补上缺的，或依次改号，并改正文里的引用。
    en: Put in what is missing or number anew, with the citations of it.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterable, Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import NUMBERED, OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element, Section


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every chapter and clause whose number does not follow the one before."""
    chapters = [one for one in own.text.chapters() if one.element in NUMBERED]
    for section, expected in _unexpected(chapters, ""):
        yield _finding(own, section, expected)
    annexes = [one for one in own.text.chapters() if one.element is Element.ANNEX]
    for chapter in (*chapters, *annexes):
        yield from _below(own, chapter)


def _below(own: OwnText, section: Section) -> Iterator[Finding]:
    below = own.text.clauses_below(section)
    # Below a heading that has no number itself nobody can say what comes.
    if below and section.number:
        for one, expected in _unexpected(below, f"{section.number}."):
            yield _finding(own, one, expected)
    for one in below:
        yield from _below(own, one)


def _unexpected(sections: Iterable[Section], above: str) -> Iterator[tuple[Section, str]]:
    """Yield the sections with another number than the next; count on from what is written."""
    following = 1
    for section in sections:
        expected = f"{above}{following}"
        if section.number != expected:
            yield section, expected
            last = section.number.rpartition(".")[2]
            following = int(last) if last.isdigit() else following
        following += 1


def _finding(own: OwnText, section: Section, expected: str) -> Finding:
    number, title = section.number, section.title
    return own.says(
        section.line,
        Sentence(
            f"编号不连续：这里是{number}，应为{expected}", f"{number} where {expected} follows"
        )
        if number
        else Sentence(
            f"“{title}”没有编号，应为{expected}", f"{title!r} has no number: {expected} follows"
        ),
    )


RULE = TextRule("PK517", "clause-numbering", Severity.WARNING, check)
