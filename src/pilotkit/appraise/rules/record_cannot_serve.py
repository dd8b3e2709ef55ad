"""PK815 record-cannot-serve.

What
    zh: 材料的 criteria 写了一个条目，但这一条的依据要的不是这样的材料。
    en: A record names a criterion in `criteria` whose proof does not ask for such a record.
Why
    zh: 资料汇编按 criteria 归卷；放错的材料专家一翻就退，该条也不会因它得分。
    en: The binder follows `criteria`; there the record proves nothing, and earns no points.
Bad
    criteria: [C4-1]
Good
    criteria: [C5-1]
Mend
    zh: 运行 pilot explain <条目> 看要什么材料；改条目，或改材料的类型和字段。
    en: See pilot explain <criterion>; mend the criterion, or the record's type and fields.
Waive
    zh: 只作背景材料一并装订的，写明理由。
    en: What is bound there only as background.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.asks import read_by, wanted_by
from pilotkit.appraise.service import Readers, ids_found
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.proof import Proof
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, Sentence
from pilotkit.score.wording import asked_of


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every criterion that a record names and cannot serve, were it to count or not."""
    lines = {one.id: one for one in appraisal.score.criteria}
    repository = appraisal.repository
    readers = {
        id_: Readers(
            ids_found([one.result], repository, rejected=True),
            read_by(one.criterion.proof),
            repository,
        )
        for id_, one in lines.items()
    }
    for record in repository.evidence:
        for index, name in enumerate(record.criteria):
            if name in readers and not readers[name].take(record):
                yield Finding(
                    record.at("criteria", index),
                    Sentence(
                        f"{name} {lines[name].indicator.name}的依据用不上这份{record.kind}",
                        f"the proof of {name} does not ask for such a record",
                    ),
                    _wanted(record, lines[name].criterion.proof, repository),
                    unit=repository.owner_of(record),
                )


def _wanted(record: Evidence, proof: Proof, repository: Repository) -> Sentence | None:
    """Say which records the proof asks for: in full those of this kind, else a word each."""
    nodes = [node for _, node in proof.nodes()]
    leaves = [one.evidence for one in nodes if one.evidence]
    alike = [asked_of(leaf, repository) for leaf in leaves if record.kind in leaf.kinds]
    said = dict.fromkeys(alike or [one.said for node in nodes for one in wanted_by(node)])
    if not said:
        return None
    zh, en = COMMA.join(said)
    return Sentence(f"这一条要的是：{zh}", f"it asks for {en}")


RULE = Rule("PK815", "record-cannot-serve", Severity.WARNING, check)
