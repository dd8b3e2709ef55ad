"""PK906 contradicting-draft.

What
    zh: 起草中的标准，同一事项的时限、收费、电话、地址，要与其他标准、其他草案和事项数据一致。
    en: Limits, fee, telephones, address of an item in a draft agree with all texts and data.
Why
    zh: 灞政办发〔2021〕48号 阶段五：消除矛盾；发布之前改，比发布之后修订容易。
    en: The plan, phase five: no contradictions; they are mended most easily before issue.
Bad
    失物认领应自受理之日起 7 个工作日内办结。
Good
    失物认领应自受理之日起 5 个工作日内办结。
Mend
    zh: 以事项清单确认的值为准修改草案；要改清单的，先确认；修订现行标准的，写 replaces。
    en: Write the value of the confirmed list, or confirm the new one; name what is replaced.
Waive
    zh: 不豁免，用 data/integration/ 里的决定代替。提前的提醒，发布以前不影响得分。
    en: Not waived: a decision takes its place. An early warning that costs no points.
"""

from collections.abc import Iterator

from pilotkit.check.conflicts import drafts, pairs_with_drafts
from pilotkit.check.contradictions import against_data, between
from pilotkit.check.decided import Decided
from pilotkit.check.item_values import Matter
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository

_NAME = "contradicting-draft"


def check(repository: Repository) -> Iterator[Finding]:
    """Yield values of drafts against other texts', then those against the data not yet said."""
    decided = Decided(repository, frozenset({"矛盾"}), _NAME, "contradicting-values")
    said: set[tuple[str, str, Matter]] = set()
    coming = drafts(repository)
    ids = {one.id for one in coming}
    for pair in pairs_with_drafts(repository):
        if not decided.on(pair.earlier.id, pair.later.id):
            for one in between(repository, pair):
                # An issued one that the data contradict is found without any draft.
                if one.wrong.id in ids:
                    said.add((one.wrong.id, one.element, one.matter))
                    yield one.finding(repository)
    for draft in coming:
        for one in against_data(repository, draft):
            is_said = (draft.id, one.element, one.matter) in said
            if not is_said and not decided.on(draft.id, one.element):
                yield one.finding(repository)


RULE = Rule("PK906", _NAME, Severity.WARNING, check)
