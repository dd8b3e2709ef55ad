"""PK635 examined-less-than-passed.

What
    zh: 岗位考核通过的人数不多于参加的人数。
    en: No more pass an examination than are examined.
Why
    zh: 写错的数字说明不了掌握情况，所以不计分（计分表 C16-2）。
    en: Wrong figures show nothing of what people know: it does not count (C16-2).
Bad
    examined: 3
    passed: 4
Good
    examined: 4
    passed: 4
Mend
    zh: 照成绩单核对两个数。
    en: Compare both with the results.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.examination import Examination
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every examination that more passed than took."""
    for record in recorded(repository, Examination):
        if record.passed > record.examined:
            yield Finding(
                record.at("passed"),
                Sentence(
                    f"参加 {record.examined} 人，通过 {record.passed} 人",
                    f"{record.examined} examined, {record.passed} passed",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK635", "examined-less-than-passed", Severity.ERROR, check)
