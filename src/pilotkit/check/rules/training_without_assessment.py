"""PK621 training-without-assessment.

What
    zh: 培训记录要有效果考核 assessed。
    en: A training says how its effect was examined.
Why
    zh: 计分表 C14：培训后有对培训效果的考核；没有考核，这次培训不能得这一分。
    en: C14: after the training its effect is examined; without it this one earns nothing there.
Bad
    stage: 标准编制
    hours: 4
    attendees:
Good
    assessed: {method: 试卷, pass_rate: 0.95}
Mend
    zh: 补写考核方法和合格率，附上试卷或成绩单。
    en: Add method and pass rate, attach the papers.
Waive
    zh: 不考核的动员性培训，写明理由和到期日。
    en: For one that only informs: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.training import Training
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every training without an examination of its effect."""
    for training in recorded(repository, Training):
        if training.assessed is None:
            yield Finding(
                training.at("id"),
                Sentence(
                    f"培训“{training.title}”没有效果考核",
                    f"the effect of {training.title!r} was not examined",
                ),
                unit=repository.owner_of(training),
            )


RULE = Rule("PK621", "training-without-assessment", Severity.WARNING, check)
