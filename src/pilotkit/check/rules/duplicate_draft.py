"""PK905 duplicate-draft.

What
    zh: 起草中的标准，其事项（岗位）不应已有同一种类的现行标准；要替代它的，写 replaces。
    en: A draft is on an item or post that has no issued standard of its kind, or replaces it.
Why
    zh: 灞政办发〔2021〕48号 阶段五：消除重复；发布之前改，比发布之后合并容易。
    en: The plan, phase five: duplicates are removed, most easily before the second is issued.
Bad
    covers: [renling]
Good
    covers: [yishi]
Mend
    zh: 并入现行标准；替代它的，在 replaces 写它的编号；确需并存的，写入 data/integration/。
    en: Put it into the issued one, name that in replaces, or decide in data/integration/.
Waive
    zh: 不豁免，用 data/integration/ 里的决定代替。提前的提醒，发布以前不影响得分。
    en: Not waived: a decision takes its place. An early warning that costs no points.
"""

from collections.abc import Iterator

from pilotkit.check.conflicts import Pair, drafts_beside_issued, element_name
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_NAME = "duplicate-draft"


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every draft on an element that an issued standard of its kind is on."""
    decided = Decided(repository, frozenset({"重复", "交叉"}), _NAME, "duplicate-standard")
    for pair in drafts_beside_issued(repository):
        if not decided.on(pair.earlier.id, pair.later.id):
            yield _finding(repository, pair)


def _finding(repository: Repository, pair: Pair) -> Finding:
    issued, draft = pair.earlier, pair.later
    status = draft.status_on(repository.day)
    names = [element_name(repository, one) for one in pair.elements]
    place = issued.at("covers", issued.covers.index(pair.elements[0]))
    return Finding(
        draft.at("covers", draft.covers.index(pair.elements[0])),
        Sentence(
            f"“{'、'.join(names)}”已有{issued.kind}《{issued.title}》，这项还没有发布（{status}），"
            "发布后两项重复",
            f"{', '.join(names)} already has a {issued.kind}, {issued.id}; this is still a draft",
        ),
        Sentence(f"现行的一项写在 {place}", f"the issued one is at {place}"),
        repository.owner_of(draft),
        (issued.id, draft.id),
    )


RULE = Rule("PK905", _NAME, Severity.WARNING, check)
