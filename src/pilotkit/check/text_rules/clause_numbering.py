"""PK517 clause-numbering.

What
    zh: 章从1起、条在本章内从1起，连续编号，级数与标题级数一致；列项的a)、1)也连续。
    en: Chapters, clauses and the items of a list are numbered on, as deep as their headings.
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

import re
from collections.abc import Iterable, Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import NUMBERED, OwnText, Run, TextRule, lists_in
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element, Section

_MARK = "#"
# The marks of a heading, maybe without the space behind; numbers that are written as elsewhere.
_MARKS = re.compile(r" {0,3}(?P<marks>#+)(?P<glued>[^ \t#]?)")
_ODD = re.compile(
    "(?:第[一二三四五六七八九十]{1,3}[章条]|[一二三四五六七八九十]{1,3}、|"
    r"[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3})*[.．、]?)\s*(?P<title>.*)"
)
_RIGHT = tuple("#" * depth + " " for depth in range(10))
_CLOSES = ")）."
_SERIAL = re.compile("[a-z]|[0-9]{1,2}")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every chapter, clause and item whose number does not follow the one before."""
    lines = own.text.lines
    for section in own.text.sections:
        # Nearly every heading has as many marks as it is deep, and a space.
        if not lines[section.line - 1].startswith(_RIGHT[section.depth]):
            yield from _marks(own, section)
    chapters = [one for one in own.text.chapters() if one.element in NUMBERED]
    for section, expected in _expected(chapters, ""):
        yield from _follows(own, section, expected)
    for annex in own.text.of(Element.ANNEX):
        if annex.is_chapter:
            yield from _below(own, annex, annex.number)
    if any(one.label[-1] in _CLOSES for one in own.text.items()):
        for run in lists_in(own.text):
            yield from _items(own, run)


def _marks(own: OwnText, section: Section) -> Iterator[Finding]:
    """Say what is wrong with the marks before a heading."""
    content = own.text.lines[section.line - 1]
    if content.startswith(f"{_MARK * section.depth} "):  # as nearly every heading does
        return
    found = _MARKS.match(content)
    if found and found["glued"]:
        yield own.says(
            section.line,
            Sentence("“#”和标题之间没有空格，不成标题", "no space behind #: this is no heading"),
            Sentence("空一格", "put a space"),
        )
    elif found and section.number and len(found["marks"]) != section.depth:
        marks, number, depth = len(found["marks"]), section.number, section.depth
        yield own.says(
            section.line,
            Sentence(
                f"编号“{number}”是第 {depth} 级，标题写成了第 {marks} 级",
                f"{number} is of level {depth}, its heading of level {marks}",
            ),
            Sentence(f"标题前写 {depth} 个“#”", f"put {depth} # before it"),
        )


def _follows(own: OwnText, section: Section, expected: str) -> Iterator[Finding]:
    if section.number != expected:
        yield _finding(own, section, expected)
    if own.text.clauses_below(section):
        yield from _below(own, section, expected)


def _below(own: OwnText, section: Section, expected: str) -> Iterator[Finding]:
    below = own.text.clauses_below(section)
    if not below:
        return
    above = next(
        (
            number
            for number in (section.number, expected)
            if number and any(one.number.startswith(f"{number}.") for one in below)
        ),
        section.number,
    )
    # Below a heading that has no number itself nobody can say what comes.
    if above:
        for one, following in _expected(below, f"{above}."):
            if one.number != following or own.text.clauses_below(one):
                yield from _follows(own, one, following)


def _expected(sections: Iterable[Section], above: str) -> Iterator[tuple[Section, str]]:
    """Yield each section with its number: its place, or the next to what is written.

    One that was passed over, and told, may come later: of two that changed places one is told.
    """
    following, passed = 1, set[str]()
    for place, section in enumerate(sections, 1):
        number, expected = section.number, f"{above}{following}"
        if number == expected:  # as nearly every one is
            following += 1
        elif number in passed:
            expected = number
        else:
            last = number.rpartition(".")[2]
            written = int(last) if last.isdigit() else following
            passed.update(f"{above}{one}" for one in range(following, written))
            following = written + 1
            expected = number if number == f"{above}{place}" else expected
        yield section, expected


def _items(own: OwnText, run: Run) -> Iterator[Finding]:
    """Say where the letters or figures of a list leave one out; each level has its own."""
    last: dict[tuple[int, bool], int] = {}
    for item in run.items:
        label = item.label.strip("（()）.")
        if not _SERIAL.fullmatch(label):
            continue
        last = {level: serial for level, serial in last.items() if level[0] <= item.depth}
        serial = int(label) if label.isdigit() else ord(label) - ord("a") + 1
        level = item.depth, label.isdigit()
        following = last.get(level, 0) + 1
        if level in last and serial not in {1, following}:
            right = str(following) if label.isdigit() else chr(ord("a") + following - 1)
            right = item.label.replace(label, right)
            yield own.says(
                item.line,
                Sentence(
                    f"列项的编号不连续：这里是{item.label}，应为{right}",
                    f"{item.label} where {right} follows in the list",
                ),
            )
        last[level] = serial


def _finding(own: OwnText, section: Section, expected: str) -> Finding:
    number, title = section.number, section.title
    if number:
        said = Sentence(
            f"编号不连续：这里是{number}，应为{expected}", f"{number} where {expected} follows"
        )
    elif odd := _ODD.fullmatch(title):
        right = f"{expected} {odd['title']}".rstrip()
        zh, en = f"“{title}”的编号写法不对", f"the number of {title!r} is not written so"
        return own.says(
            section.line,
            Sentence(zh, en),
            Sentence(f"写成“{right}”，编号后空一格", f"write {right!r}, with a space between"),
        )
    else:
        said = Sentence(
            f"“{title}”没有编号，应为{expected}", f"{title!r} has no number: {expected} follows"
        )
    return own.says(section.line, said)


RULE = TextRule("PK517", "clause-numbering", Severity.WARNING, check)
