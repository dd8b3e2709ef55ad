"""PK406 district-code.

What
    zh: “DB”后五、六位数字的区县文件不是法定的地方标准。
    en: A number DB with five or six digits is a district's paper, no statutory local standard.
Why
    zh: 《标准化法》第十三条：地方标准由省和设区的市制定；区县不能。
    en: Standardization Law, art. 13: local standards are made by provinces and large cities only.
Bad
    number: DB610111/T 5—2021
Good
    number: DB6101/T 5—2021
Mend
    zh: 自编的改用 Q/ 号；要升为地方标准，走省、市立项。
    en: Number an own one Q/…; for a local standard apply to the province or the city.
Waive
    zh: 引用别的区县文件的，写明理由和到期日。
    en: For a paper of another district that is cited: with reason and expiry.
"""

from collections.abc import Iterator
from itertools import chain

from pilotkit.check.cited import cited_numbers, own_numbers
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every number of a district's paper."""
    for record, route, number in chain(own_numbers(repository), cited_numbers(repository)):
        read = parse(number)
        if read and read.is_district_paper:
            yield Finding(
                record.at(*route),
                Sentence(
                    f"“{number}”是区县文件，不是法定的地方标准",
                    f"{number!r} is a district's paper, no statutory local standard",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK406", "district-code", Severity.WARNING, check)
