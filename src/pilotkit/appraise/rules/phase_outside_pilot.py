"""PK704 phase-outside-pilot.

What
    zh: 阶段的月份在试点起止月份之外。
    en: A phase begins before the pilot's first month or ends after its last.
Why
    zh: 试点期以外的材料不计分；实施方案五的最后阶段最迟到试点到期日为止。
    en: What happens outside the pilot's period counts for nothing; phases end with it at most.
Bad
    - {id: P8, name: 验收评估阶段, from: 2023-11, to: 2024-06}
Good
    - {id: P8, name: 验收评估阶段, from: 2023-11, to: 2024-04}
Mend
    zh: 照实施方案核对月份；试点批准延期的，改 data/pilot.yaml 的 period。
    en: Check the months; where the pilot was prolonged, change `period` of data/pilot.yaml.
Waive
    zh: 筹备早于批准日的，可以豁免。
    en: Where preparation began before the approval.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.phases import month_on
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every phase that begins before or ends after the pilot's months."""
    pilot = appraisal.repository.pilot
    if pilot is None:
        return
    since, until = pilot.period.since, pilot.period.until
    for phase in appraisal.repository.phases:
        if phase.from_ < month_on(since):
            yield Finding(
                phase.at("from"),
                Sentence(
                    f"{phase.id} {phase.name}从 {phase.from_} 开始，试点 {since} 才开始",
                    f"{phase.id} begins in {phase.from_}, the pilot on {since}",
                ),
            )
        if phase.to > month_on(until):
            yield Finding(
                phase.at("to"),
                Sentence(
                    f"{phase.id} {phase.name}到 {phase.to} 结束，试点 {until} 到期；按到期日计",
                    f"{phase.id} ends in {phase.to}, the pilot on {until}, which counts",
                ),
            )


RULE = Rule("PK704", "phase-outside-pilot", Severity.NOTE, check)
