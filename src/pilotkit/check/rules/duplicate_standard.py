"""PK901 duplicate-standard.

What
    zh: 同一事项（岗位）、同一种类，只应有一项现行的自编标准。
    en: One item or post has one own issued standard of a kind, not two.
Why
    zh: 灞政办发〔2021〕48号 阶段五：整合优化，消除重复；两项同时执行，就不知道以哪一项为准。
    en: The plan, phase five: duplicates are removed; of two in force nobody knows which holds.
Bad
    covers: [qita, renling]
Good
    covers: [qita]
Mend
    zh: 合并为一项，废止另一项；分工不同的，改写 covers；确需并存的，写入 data/integration/。
    en: Merge them and withdraw one; mend covers; or record in data/integration/ why both stay.
Waive
    zh: 不豁免，用 data/integration/ 里的决定代替。
    en: Not waived: a decision in data/integration/ takes its place.
"""

from collections.abc import Iterator

from pilotkit.check.conflicts import Pair, compared, element_name, pairs
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_NAME = "duplicate-standard"


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every later one of two standards of one kind for one element."""
    decided = Decided(repository, frozenset({"重复", "交叉"}), _NAME, "duplicate-draft")
    for pair in pairs(repository):
        is_one_kind = pair.earlier.kind == pair.later.kind
        if is_one_kind and not decided.on(pair.earlier.id, pair.later.id):
            yield _finding(repository, pair)


def _finding(repository: Repository, pair: Pair) -> Finding:
    kind, names = pair.later.kind, [element_name(repository, one) for one in pair.elements]
    place = pair.earlier.at("covers", pair.earlier.covers.index(pair.elements[0]))
    return Finding(
        pair.later.at("covers", pair.later.covers.index(pair.elements[0])),
        Sentence(
            f"“{'、'.join(names)}”已有{kind}《{pair.earlier.title}》，两项重复",
            f"{', '.join(names)} already has a {kind}: {pair.earlier.id}",
        ),
        Sentence(f"另一项写在 {place}", f"the other is at {place}"),
        repository.owner_of(pair.later),
        (pair.earlier.id, pair.later.id),
    )


RULE = Rule("PK901", _NAME, Severity.WARNING, check, rests_on=compared)
