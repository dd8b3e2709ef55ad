"""PK208 unknown-criterion.

What
    zh: 任务、证明材料和评估写到的评分条目，必须是计分表里的条目，如 C14-1。
    en: A criterion that a task, evidence or an assessment names must be one of the table: C14-1.
Why
    zh: 条目写错的材料进不了资料汇编（实施方案附件“计分表”），写错的自评得分对不上有据得分。
    en: Misspelt ones reach neither the binder, which follows the table, nor the comparison.
Bad
    criteria: [C14]
Good
    criteria: [C14-1, C22-1a]
Mend
    zh: 改正条目；择一的条目写全，如 C22-1a、C26-1b。
    en: Mend the id; alternatives have a letter: C22-1a, C26-1b.
Waive
    zh: 不宜豁免：不知道归哪一条的，不写 criteria。
    en: Better not: leave `criteria` out where it belongs to none.
"""

from collections.abc import Iterator

from pilotkit.check.references import criteria_in, naming_criteria
from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.scoring import Scoring
from pilotkit.model.sentence import Sentence, did_you_mean


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every id of a criterion that the table does not have."""
    known = one.repository.criterion_ids
    for route, name in criteria_in(one.record):
        if name not in known:
            yield Finding(
                one.record.at(*route),
                Sentence(f"没有评分条目“{name}”", f"no criterion {name!r}"),
                did_you_mean(name, tuple(sorted(known))),
                one.unit,
            )


def _rests_on(repository: Repository) -> object:
    return repository.criterion_ids


RULE = RecordRule(
    "PK208",
    "unknown-criterion",
    Severity.ERROR,
    check,
    rests_on=_rests_on,
    needs=(Scoring,),
    records=naming_criteria,
)
