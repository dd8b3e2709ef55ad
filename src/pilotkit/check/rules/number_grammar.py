"""PK401 number-grammar.

What
    zh: 标准号要合语法：代号、顺序号、破折号和年代号；像扫描错的，给出建议，不代为更正。
    en: A number follows its grammar: code, serial, dash, year; misread ones get a suggestion.
Why
    zh: 写法见 GB/T 1.1—2020 8.1 和《标准化法》的标准编号；写错的号查不到、对不上。
    en: GB/T 1.1—2020, 8.1, and the Standardization Law: a misspelt number cannot be looked up.
Bad
    number: G13/T24421
Good
    number: GB/T 24421
Mend
    zh: 照标准封面改正。不是标准的文件（国办发〔2019〕51号等）登记在 data/laws/。
    en: Write it as on the cover. What is no standard belongs in data/laws/.
Waive
    zh: 不宜豁免：号是唯一的线索。
    en: Better not: the number is the only thread there is.
"""

from collections.abc import Iterator
from itertools import chain

from pilotkit.check.cited import cited_numbers, own_numbers, replaced_numbers
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity
from pilotkit.model.location import Route
from pilotkit.model.number import parse, parse_draft, suggestion
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every number of a standard that follows no grammar."""
    named = chain(own_numbers(repository), cited_numbers(repository), replaced_numbers(repository))
    for record, route, number in named:
        if parse(number) is None and not _is_draft(record, route, repository):
            guess = suggestion(number)
            yield Finding(
                record.at(*route),
                Sentence(f"标准号“{number}”不合语法", f"{number!r} is no number of a standard"),
                Sentence(f"是不是“{guess}”？", f"did you mean {guess!r}?") if guess else None,
                repository.owner_of(record),
            )


def _is_draft(record: Entity, route: Route, repository: Repository) -> bool:
    """Say whether it is the number of a standard not approved yet, whose year may be open."""
    if not isinstance(record, Standard) or route != ("number",):
        return False
    approved = record.approved and record.approved <= repository.day
    return not approved and record.number is not None and parse_draft(record.number) is not None


def _rests_on(repository: Repository) -> object:
    return repository.all_standards, repository.unit_ids, repository.day


RULE = Rule("PK401", "number-grammar", Severity.ERROR, check, rests_on=_rests_on)
