"""PK620 training-without-attendance.

What
    zh: 培训记录要有签到：attendees 写人和学时，或单位、岗位和人数。
    en: A training says who attended: persons with hours, or how many of which unit and post.
Why
    zh: 计分表 C14：培训工作有记录；C2-2 的学时也从这里按人累计。
    en: C14: trainings are on record; the hours of C2-2 are summed by person from here.
Bad
    stage: 标准编制
    hours: 4
    assessed: {method: 试卷}
Good
    attendees: [{person: zhang-san, hours: 4}]
Mend
    zh: 照签到表补写 attendees。
    en: Add `attendees` from the sign-in sheet.
Waive
    zh: 签到表遗失的，写明情况和到期日。
    en: Where the sheet is lost: with what is known and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.training import Training
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every training that names nobody."""
    for training in recorded(repository, Training):
        if not training.attendees:
            yield Finding(
                training.at("id"),
                Sentence(
                    f"培训“{training.title}”没有签到", f"{training.title!r} names no attendees"
                ),
                unit=repository.owner_of(training),
            )


RULE = Rule("PK620", "training-without-attendance", Severity.WARNING, check)
