"""PK903 contradicting-values.

What
    zh: 同一事项的时限、收费、电话、地址、材料，各项标准的文本之间、文本与事项数据之间要一致。
    en: Limits, fee, telephones, address, materials of an item agree in all texts and data.
Why
    zh: 灞政办发〔2021〕48号 阶段五：消除矛盾；群众按哪一个值办，窗口就可能按另一个值拒。
    en: The plan, phase five: no contradictions; the public and the window would go by two values.
Bad
    失物认领应自受理之日起 7 个工作日内办结。
Good
    失物认领应在 5 个工作日内办结，送达应在 1 个工作日内完成。
Mend
    zh: 以事项清单确认的值为准修订；两个值都对的，写明各自适用的情形。
    en: Write the value of the confirmed list; where both hold, write when each does.
Waive
    zh: 不豁免，用 data/integration/ 里的决定代替。
    en: Not waived: a decision in data/integration/ takes its place.
"""

from collections.abc import Iterator

from pilotkit.check.conflicts import compared, issued_with_text, pairs
from pilotkit.check.contradictions import against_data, between
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.text.values import About

_NAME = "contradicting-values"


def check(repository: Repository) -> Iterator[Finding]:
    """Yield values against another text's, then those against the data that are not yet said."""
    decided = Decided(repository, frozenset({"矛盾"}), _NAME, "contradicting-draft")
    said: set[tuple[str, str, About]] = set()
    for pair in pairs(repository):
        if not decided.on(pair.earlier.id, pair.later.id):
            for one in between(repository, pair):
                said |= {(text, one.element, one.held.about) for text in (one.wrong.id, one.right)}
                yield one.finding(repository)
    for standard in issued_with_text(repository):
        for one in against_data(repository, standard):
            is_said = (standard.id, one.element, one.held.about) in said
            if not is_said and not decided.on(standard.id, one.element):
                yield one.finding(repository)


RULE = Rule("PK903", _NAME, Severity.WARNING, check, rests_on=compared)
