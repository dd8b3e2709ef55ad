"""PK702 phase-overlap.

What
    zh: 相邻两个阶段有重叠的月份。
    en: Two phases that follow each other share months.
Why
    zh: 实施方案五（一）（二）都含 2021-11，（三）（四）都含 2022-02；重叠月份的任务要看清期限。
    en: In the plan's own text two pairs of phases share a month; a task's deadline depends on it.
Bad
    - {id: P2, name: 调研培训阶段, from: 2021-11, to: 2021-12}
Good
    - {id: P2, name: 调研培训阶段, from: 2021-12, to: 2021-12}
Mend
    zh: 原文如此的不必改；抄错的照实施方案改。
    en: Leave what the plan really says; mend what was copied wrongly.
Waive
    zh: 原文如此的，可以豁免到试点结束。
    en: Where the plan says so: until the pilot ends.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.phases import neighbours, span
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every phase that begins before the one above it has ended."""
    for before, after in neighbours(appraisal.repository):
        if after.from_ <= before.to:
            months = span(after.from_, min(before.to, after.to))
            yield Finding(
                after.at("from"),
                Sentence(
                    f"{before.id} {before.name}与 {after.id} {after.name}的时间重叠：{months}",
                    f"{before.id} and {after.id} overlap: {months}",
                ),
                about=f"{before.id}/{after.id}",
            )


RULE = Rule("PK702", "phase-overlap", Severity.NOTE, check)
