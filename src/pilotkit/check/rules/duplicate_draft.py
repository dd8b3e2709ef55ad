"""PK905 duplicate-draft.

What
    zh: 起草中的标准，其事项（岗位）不应已有同一种类的现行标准或草案；替代现行的，写 replaces。
    en: A draft is on an item or post without another draft or, unless replaced, issued standard.
Why
    zh: 灞政办发〔2021〕48号 阶段五：消除重复；发布之前改，比发布之后合并容易。
    en: The plan, phase five: duplicates are removed, most easily before the second is issued.
Bad
    covers: [renling]
Good
    covers: [yishi]
Mend
    zh: 并入另一项；替代现行标准的，在 replaces 写它的编号；确需并存的，写入 data/integration/。
    en: Put it into the other, name an issued one in replaces, or decide in data/integration/.
Waive
    zh: 不豁免，用 data/integration/ 里的决定代替。提前的提醒，发布以前不影响得分。
    en: Not waived: a decision takes its place. An early warning that costs no points.
"""

from collections.abc import Iterator

from pilotkit.check.conflicts import Pair, element_name, pairs_with_drafts
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_NAME = "duplicate-draft"


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every draft on an element that another standard of its kind is or will be on."""
    decided = Decided(repository, frozenset({"重复", "交叉"}), _NAME, "duplicate-standard")
    for pair in pairs_with_drafts(repository):
        is_one_kind = pair.earlier.kind == pair.later.kind
        if is_one_kind and not decided.on(pair.earlier.id, pair.later.id):
            yield _finding(repository, pair)


def _finding(repository: Repository, pair: Pair) -> Finding:
    other, draft = pair.earlier, pair.later
    status = draft.status_on(repository.day)
    names = [element_name(repository, one) for one in pair.elements]
    place = other.at("covers", other.covers.index(pair.elements[0]))
    zh, en = (
        ("已有", "has") if other.issued_on(repository.day) else ("另有草案：", "has a draft of")
    )
    return Finding(
        draft.at("covers", draft.covers.index(pair.elements[0])),
        Sentence(
            f"“{'、'.join(names)}”{zh}{other.kind}《{other.title}》，这项还没有发布（{status}），"
            "发布后两项重复",
            f"{', '.join(names)} {en} a {other.kind}, {other.id}; this is still a draft",
        ),
        Sentence(f"另一项写在 {place}", f"the other is at {place}"),
        repository.owner_of(draft),
        (other.id, draft.id),
    )


RULE = Rule("PK905", _NAME, Severity.WARNING, check)
