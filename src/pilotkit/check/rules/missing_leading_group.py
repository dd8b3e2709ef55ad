"""PK302 missing-leading-group.

What
    zh: 截至日期要有试点工作领导小组，名单写在 data/roster.yaml。
    en: On the day there is a leading group; data/roster.yaml lists it.
Why
    zh: 计分表 C1-1 和任务 P1-1 都要求成立领导小组。
    en: Criterion C1-1 and task P1-1 ask for one.
Bad
    people: []
Good
    people:
    - {person: 甲, unit: spj, post: 局长, role: 组长}
Mend
    zh: 领导小组成立后，按印发的文件把组长、副组长、成员写入 data/roster.yaml。
    en: Once the group is set up, list its members as the document does in data/roster.yaml.
Waive
    zh: 试点刚启动、正在报批的，写明理由和到期日。
    en: While its approval is pending: with a reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.roster import Appointment
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield one finding where nobody is in the leading group on the day."""
    pilot = repository.pilot
    if pilot is None:
        return
    if not any(one.holds_on(repository.day) for one in repository.roster):
        yield Finding(
            pilot.at("undertaking"),
            Sentence("还没有领导小组名单", "no leading group is listed"),
            Sentence("写入 data/roster.yaml", "add it to data/roster.yaml"),
            repository.undertaker,
        )


RULE = Rule("PK302", "missing-leading-group", Severity.WARNING, check, needs=(Appointment,))
