"""PK206 unknown-evidence.

What
    zh: 事项的确认、授权写到的依据，必须是 data/evidence/ 里的一条记录。
    en: What confirms or authorizes an item must be a record of data/evidence/.
Why
    zh: 没有据可查的确认只是一句话；覆盖率只计已确认的事项（design §4）。
    en: Without its proof a confirmation is only a word; the coverage counts confirmed items.
Bad
    confirmed: {on: 2021-11-30, by: 区行政审批局, evidence: qingdan}
Good
    confirmed: {on: 2021-11-30, by: 区行政审批局, evidence: shixiang-qingdan}
Mend
    zh: 改正编号；文件还没有入库的，先登记，或暂不写 evidence。
    en: Mend the id; register the document first, or leave `evidence` out.
Waive
    zh: 不宜豁免：先把 evidence 去掉即可。
    en: Better not: leaving `evidence` out is enough.
"""

from collections.abc import Iterable, Iterator

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.item import Item
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every id of evidence that no evidence has."""
    known = one.repository.evidence_by_id
    for key in ("confirmed", "authorized"):
        said = getattr(one.record, key, None)
        if said and said.evidence and said.evidence not in known:
            name = said.evidence
            yield Finding(
                one.record.at(key, "evidence"),
                Sentence(f"没有证明材料“{name}”", f"no evidence {name!r}"),
                did_you_mean(name, tuple(known)),
                one.unit,
            )


def _records(repository: Repository) -> Iterable[Item]:
    return repository.items


def _rests_on(repository: Repository) -> object:
    return tuple(repository.evidence_by_id)


RULE = RecordRule(
    "PK206",
    "unknown-evidence",
    Severity.ERROR,
    check,
    rests_on=_rests_on,
    looks_up=(Evidence,),
    records=_records,
)
