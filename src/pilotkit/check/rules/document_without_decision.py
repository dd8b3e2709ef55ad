"""PK633 document-without-decision.

What
    zh: 第三阶段结束后，收集的现有文件都要写去向 becomes：保留、废止或转化成的标准。
    en: After the third phase each collected document says what becomes of it.
Why
    zh: 方案第三阶段梳理现有文件；没有去向，标准体系就说不清从哪里来（计分表 C7）。
    en: The third phase of the plan sorts what was collected; nothing may be left over (C7).
Bad
    class: 管理制度
    unit: spj
    date: 2020-01-01
Good
    becomes: 保留
Mend
    zh: 写 becomes 和 reason。
    en: Write `becomes` and `reason`.
Waive
    zh: 还在研究的，写明何时定和到期日。
    en: While it is being considered: with a date.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_SORTED_BY = 3


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every collected document that nobody decided on in time."""
    if len(repository.phases) < _SORTED_BY:
        return
    phase = repository.phases[_SORTED_BY - 1]
    if repository.day <= phase.to.last_day:
        return
    for document in repository.documents:
        if document.becomes is None:
            yield Finding(
                document.at("id"),
                Sentence(
                    f"“{document.title}”没有写去向，{phase.name}已于 {phase.to.last_day} 结束",
                    f"nothing is decided on {document.title!r}; the phase ended on "
                    f"{phase.to.last_day}",
                ),
                unit=repository.owner_of(document),
            )


RULE = Rule("PK633", "document-without-decision", Severity.WARNING, check, needs=(Phase,))
