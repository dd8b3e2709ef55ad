"""PK303 leader-count.

What
    zh: 领导小组同一天只能有一位组长，而且要有一位；换人时给前任写 until。
    en: The leading group has exactly one leader on a day; who left has an `until`.
Why
    zh: 灞政办发〔2021〕48号 四、组织领导的名单里组长只有一人；双组长责任不清。
    en: The list of the plan, 四, has one leader; with two, nobody answers for it.
Bad
    - {person: 甲, unit: spj, post: 局长, role: 组长}
    - {person: 乙, unit: spj, post: 局长, role: 组长}
Good
    - {person: 甲, unit: spj, post: 局长, role: 组长, until: 2021-11-30}
    - {person: 乙, unit: spj, post: 局长, role: 组长, since: 2021-12-01}
Mend
    zh: 按文件改正职务；换人的，给前任写 until，给后任写 since。
    en: Write the role that the document gives; `until` for who left, `since` for who came.
Waive
    zh: 文件确实设双组长的，写明文号和到期日。
    en: Where the document does name two leaders: its number and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.roster import Appointment
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every leader after the first, or the group that has none."""
    group = [one for one in repository.roster if one.holds_on(repository.day)]
    leaders = [one for one in group if one.role == "组长"]
    if group and not leaders:
        message = Sentence("领导小组没有组长", "the leading group has no leader")
        yield Finding(group[0].at("role"), message)
    for leader in leaders[1:]:
        yield Finding(
            leader.at("role"),
            Sentence(f"同一天有 {len(leaders)} 位组长", f"{len(leaders)} leaders on the same day"),
            Sentence(f"另一位写在 {leaders[0].at('role')}", f"another at {leaders[0].at('role')}"),
            repository.owner_of(leader),
        )


RULE = Rule("PK303", "leader-count", Severity.ERROR, check, needs=(Appointment,))
