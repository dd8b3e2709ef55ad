"""PK547 value-without-unit.

What
    zh: 数值后面要有单位；范围的两个数都要有单位。表格的单位可写在表头。
    en: A value has its unit, both ends of a range have it; in tables the head may say it.
Why
    zh: GB/T 1.1—2020、GB 3100（按惯例）；没有单位，工作日、自然日、小时分不清。
    en: GB/T 1.1—2020 and GB 3100; without it nobody knows whether days or hours are meant.
Bad
    驻场人员应在 2 内到场。
Good
    驻场人员应在 2 h 内到场。
Mend
    zh: 补上单位。
    en: Add the unit.
Waive
    zh: 量纲为一的量可以豁免。
    en: You may for quantities that have none.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.bare_values import SUSPECT, bare_cells_in, bare_values_in
from pilotkit.text.blocks import lines_of_rows
from pilotkit.text.structure import Element

_WITH_TABLES = frozenset({Element.CORE, Element.ANNEX})


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every value without a unit in the core elements and annexes."""
    for section, line, words in own.provisions(SUSPECT):
        if section.element is not Element.SCOPE and "|" not in words:
            for one in bare_values_in(words):
                yield _finding(own, one.number, line, one.at + 1)
    for section, block in own.text.tables():
        if section.element in _WITH_TABLES:
            for row, number in bare_cells_in(block):
                lines = tuple(lines_of_rows(block, own.text.lines))
                yield _finding(own, number, lines[row - 1])


def _finding(own: OwnText, number: str, line: int, column: int = 1) -> Finding:
    return own.says(
        line, Sentence(f"“{number}”没有单位", f"{number} is without its unit"), column=column
    )


RULE = TextRule("PK547", "value-without-unit", Severity.WARNING, check)
