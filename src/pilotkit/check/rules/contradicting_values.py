"""PK903 contradicting-values.

What
    zh: 事项的时限、收费、电话、地址、时间、材料、条件、岗位，各文本与数据一致；承诺不长于法定。
    en: Limits, fees, phones, places, hours, materials, conditions, posts agree in texts and data.
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
from itertools import chain

from pilotkit.check.conflicts import compared, issued_with_text, pairs
from pilotkit.check.contradictions import against_data, between
from pilotkit.check.decided import Decided
from pilotkit.check.duties import of_duties
from pilotkit.check.item_values import Matter
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository

_NAME = "contradicting-values"


def check(repository: Repository) -> Iterator[Finding]:
    """Yield values against another text's, duties against a post's, then those against the data."""
    decided = Decided(repository, frozenset({"矛盾"}), _NAME, "contradicting-draft")
    said: set[tuple[str, str, Matter]] = set()
    told: set[tuple[frozenset[tuple[str, int]], Matter]] = set()  # by an item, by a post as well
    among = chain.from_iterable(between(repository, pair) for pair in pairs(repository))
    for one in chain(among, of_duties(repository)):
        if (one.lines, one.matter) not in told and not decided.on(one.wrong.id, one.right):
            told.add((one.lines, one.matter))
            said |= {(text, one.element, one.matter) for text in (one.wrong.id, one.right)}
            yield one.finding(repository)
    for standard in issued_with_text(repository):
        for one in against_data(repository, standard):
            is_said = (standard.id, one.element, one.matter) in said
            if not is_said and not decided.on(standard.id, one.element):
                yield one.finding(repository)


RULE = Rule("PK903", _NAME, Severity.WARNING, check, rests_on=compared)
