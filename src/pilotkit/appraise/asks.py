"""What a proof asks for, broken into single records that somebody would have to plan.

An ask is a kind of evidence, and the one word in a record of it that says what it is: a 文件 of a
type, a 培训 of a stage, a 宣传 inside or outside. How good the record has to be is no ask. What is
measured can be planned as itself or as the evidence that it is made of. What experts judge, and
the absence of faults, cannot be planned.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pilotkit.measure.measures import TITLES
from pilotkit.model.proof import EvidenceProof, Proof
from pilotkit.model.sentence import COMMA, OR, Sentence
from pilotkit.score.conditions import PRESENT
from pilotkit.score.wording import ENTITIES, named


class Ask(NamedTuple):
    """A kind of record, and where it matters the field, and the value in it, that is asked for."""

    kind: str
    field: str = ""
    value: str = ""


# The fields that say what a record of a kind is, as against how complete it is.
_TELLING: dict[str, tuple[str, ...]] = {
    "文件": ("doc_types", "mechanisms"),
    "会议": ("meeting_type",),
    "培训": ("stage", "assessed", "hours", "certificates"),
    "宣传": ("scope",),
    "调研": ("type",),
    "标准制修订": ("stage",),
    "满意度调查": ("method",),
    "业绩": ("aspect",),
}
_MEASURE = "measure"
# What each measure is made of; of several, one will do.
MADE_OF: dict[str, tuple[Ask, ...]] = {
    "closure": (Ask("不合格项"),),
    "complaints_handled": (Ask("意见投诉"),),
    "complaints_trend": (Ask("意见投诉"),),
    "conformity": (Ask("监督检查"), Ask("内部审核")),
    "cost_gain": (Ask("效能对比"),),
    "coverage": (Ask(_MEASURE, "coverage_items"), Ask(_MEASURE, "coverage_count")),
    "coverage_count": (Ask(_MEASURE, "coverage"),),
    "coverage_items": (Ask(_MEASURE, "coverage"),),
    "disclosure": (Ask("信息公开"),),
    "efficiency_gain": (Ask("效能对比"),),
    "implementation": (Ask("实施记录"), Ask("监督检查")),
    "inspections_held": (Ask("监督检查"),),
    "knowledge": (Ask("岗位考核"),),
    "problems_handled": (Ask("监督检查"),),
    "procedure": tuple(Ask("标准制修订", "stage", one) for one in ("征求意见", "审查", "批准发布")),
    "records": (Ask("实施记录"),),
    "revisions_done": (Ask("标准制修订", "stage", "修订"),),
    "satisfaction": (Ask("满意度调查"),),
    "satisfaction_trend": (Ask("满意度调查"),),
    "staffing": (Ask("staff"),),
    "survey_followup": (Ask("满意度调查"),),
    "traceability": (Ask("实施记录"),),
    "training_hours": (Ask("培训", "hours"), Ask("培训", "certificates")),
}
# What these read besides; nobody would plan it for their sake.
_ALSO_READ: dict[str, tuple[Ask, ...]] = {
    "conformity": (Ask("不合格项"),),
    "implementation": (Ask("内部审核"), Ask("不合格项")),
    "inspections_held": tuple(Ask("文件", "doc_types", one) for one in ("检查计划", "检查制度")),
    "revisions_done": (Ask("不合格项"),),
}


class Wanted(NamedTuple):
    """One thing that a proof asks for, in words, and the asks of which any one will do."""

    said: Sentence
    asks: frozenset[Ask]


def wanted_by(proof: Proof) -> Iterator[Wanted]:
    """Break a leaf of a proof into what it asks for; nodes above and what is judged ask nothing."""
    if proof.evidence:
        yield from _of_evidence(proof.evidence)
    elif proof.entity:
        yield Wanted(ENTITIES[proof.entity.of], frozenset({Ask(proof.entity.of)}))
    elif proof.measure:
        name = proof.measure.name
        made_of = MADE_OF.get(name, ())
        yield Wanted(_said_of(name, made_of), frozenset({Ask(_MEASURE, name), *made_of}))


def planned_by(proofs: Iterable[Proof]) -> frozenset[Ask]:
    """Collect every ask in these proofs, the evidence of measures too, and what each includes."""
    found: set[Ask] = set()
    for proof in proofs:
        for _, node in proof.nodes():
            for wanted in wanted_by(node):
                for ask in wanted.asks:
                    # Who plans a training of a stage plans a training.
                    found |= {ask, Ask(ask.kind, ask.field), Ask(ask.kind)}
    return frozenset(found - {Ask(_MEASURE)})


def unplanned(proof: Proof, planned: Collection[Ask]) -> tuple[Sentence, ...]:
    """Say what a proof asks for that is not planned; of alternatives one planned branch will do."""
    if proof.any is not None:
        branches = [unplanned(child, planned) for child in proof.any]
        if not all(branches):
            return ()
        return (OR.join(COMMA.join(branch) for branch in branches),)
    missing = [one.said for one in wanted_by(proof) if one.asks.isdisjoint(planned)]
    for _, child in proof.children():
        missing += unplanned(child, planned)
    return tuple(dict.fromkeys(missing))


def read_by(proof: Proof) -> frozenset[Ask]:
    """Return the evidence that a proof reads by way of measures and judgements."""
    asks: set[Ask] = set()
    for _, node in proof.nodes():
        if node.measure:
            asks |= read_by_measure(node.measure.name)
        elif node.judgement:
            asks.add(Ask("专家评审"))
    return frozenset(asks)


def read_by_measure(name: str) -> frozenset[Ask]:
    """Return the evidence that a measure reads."""
    return frozenset((*MADE_OF.get(name, ()), *_ALSO_READ.get(name, ())))


def _of_evidence(asked: EvidenceProof) -> Iterator[Wanted]:
    tests: list[tuple[str, Any]] = [*asked.where.items()]
    tests += [(key, value) for key, values in asked.each.items() for value in values]
    groups = [group for key, test in tests if (group := _of_field(asked.kinds, key, test))]
    for group in groups or [[Ask(kind) for kind in asked.kinds]]:
        yield Wanted(OR.join(_said(ask) for ask in group), frozenset(group))


def _of_field(kinds: Iterable[str], key: str, test: Any) -> list[Ask]:
    values = [""] if test == PRESENT or isinstance(test, Mapping) else test
    listed = values if isinstance(values, list) else [values]
    telling = [kind for kind in kinds if key in _TELLING.get(kind, ())]
    return [Ask(kind, key, str(value)) for kind in telling for value in listed]


def _said(ask: Ask) -> Sentence:
    if ask.field == "doc_types":
        return Sentence(ask.value or ask.kind, ask.value or ask.kind)
    if ask.field == "mechanisms":
        return Sentence(f"{ask.value}机制", f"mechanism {ask.value}")
    if ask.value:
        return Sentence(f"{ask.kind}（{ask.value}）", f"{ask.kind} ({ask.value})")
    if ask.field:
        return Sentence(f"{ask.kind}的{named(ask.field)}", f"{ask.field} of {ask.kind}")
    return Sentence(ask.kind, ask.kind)


def _said_of(measure: str, made_of: Iterable[Ask]) -> Sentence:
    """Name a measure by the records that it takes, else by its title."""
    records = [_said(ask) for ask in made_of if ask.kind != _MEASURE]
    title = TITLES.get(measure, Sentence(measure, measure))
    return OR.join(records) if records else title
