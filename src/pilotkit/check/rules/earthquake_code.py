"""PK405 earthquake-code.

What
    zh: DB/T 是地震行业标准的代号；省、市地方标准的代号带数字（DB61/T、DB6101/T）。
    en: DB/T is the code of the earthquake industry; local standards have digits: DB61/T, DB6101/T.
Why
    zh: 少写了行政区划数字，号就成了另一类标准：查不到，级别也算错。
    en: Without the digits of its region the number is that of another class of standards.
Bad
    number: DB/T 1234—2020
Good
    number: DB61/T 1234—2020
Mend
    zh: 补上行政区划数字；确是地震行业标准的，标题里写明“地震”。
    en: Add the digits; where it is a standard on earthquakes, its title says 地震.
Waive
    zh: 确是地震行业标准的，写明查证处和到期日。
    en: For a standard on earthquakes: with its source and an expiry.
"""

from collections.abc import Iterator
from itertools import chain

from pilotkit.check.cited import cited_numbers, own_numbers
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_CODES = {"DB/T", "DB"}


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every number of the earthquake industry in what is not about earthquakes."""
    for record, route, number in chain(own_numbers(repository), cited_numbers(repository)):
        read = parse(number)
        if read and read.code in _CODES and (route[0] == "citations" or "地震" not in record.title):
            yield Finding(
                record.at(*route),
                Sentence(
                    f"“{number}”是地震行业标准的号", f"{number!r} is of the earthquake industry"
                ),
                Sentence("地方标准写 DB61/T 或 DB6101/T", "local standards are DB61/T or DB6101/T"),
                repository.owner_of(record),
            )


RULE = Rule("PK405", "earthquake-code", Severity.WARNING, check)
