"""Whether a criterion is a unit's business: by tasks of the plan, or because its own lacks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.naming import called
from pilotkit.model.ownership import owners_of, tasks_serving
from pilotkit.model.proof import CleanProof
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, ProofResult
from pilotkit.model.sentence import Sentence, some_of
from pilotkit.model.unit import Unit
from pilotkit.score.cleanness import rules_of

_MOST_NAMED = 3


@dataclass(frozen=True)
class Concern:
    """What a unit has to do with a criterion.

    `leads` and `joins` are tasks of the plan; without a task the lead unit `leads` none and is
    `named` all the same. `own` is what lacks and is the unit's own, each with its reason.
    """

    named: bool
    leads: tuple[str, ...]
    joins: tuple[str, ...]
    own: tuple[Sentence, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return self.named or bool(self.joins or self.own)

    @property
    def is_first(self) -> bool:
        """Whether the unit acts before others: it leads, or what lacks is its own."""
        return self.named or bool(self.own)

    @property
    def said(self) -> Sentence:
        """Say it in one line."""
        zh, en = [], []
        if self.leads:
            zh.append(f"牵头 {'、'.join(self.leads)}")
            en.append(f"leads {', '.join(self.leads)}")
        if self.joins:
            zh.append(f"参加 {'、'.join(self.joins)}")
            en.append(f"joins {', '.join(self.joins)}")
        if self.own:
            n, said = len(self.own), some_of(self.own, _MOST_NAMED)
            zh.append(f"缺的有 {n} 项：{said.zh}")
            en.append(f"{n} lacking: {said.en}")
        return Sentence("；".join(zh) or "没有任务承担", "; ".join(en) or "no task serves it")


def concern_of(
    repository: Repository, found: Iterable[Diagnostic], one: CriterionScore, unit: Unit
) -> Concern:
    """Look what a criterion that lost points asks of a unit."""
    roles = set(unit.roles)
    tasks = [task for _, task in tasks_serving(repository, one.id)]
    leads = [task.id for task in tasks if roles & set(task.who.lead)]
    joins = [
        task.id
        for task in tasks
        if task.id not in leads
        and roles & {*task.who.with_, *(role for made in task.outputs for role in made.each)}
    ]
    leaves = (node for node in one.result.nodes() if not node.children and node.share < 1)
    own = dict.fromkeys(said for leaf in leaves for said in _own(repository, found, leaf, unit.id))
    is_named = unit.id in owners_of(repository, one.id)
    return Concern(is_named, tuple(leads), tuple(joins), tuple(own))


def _own(
    repository: Repository, found: Iterable[Diagnostic], leaf: ProofResult, unit: str
) -> Iterator[Sentence]:
    if leaf.measurement:
        within = leaf.measurement.within(unit=unit)
        for subject in within.lacking:
            if subject.reason:
                yield _because(called(repository, subject.id), subject.reason)
        for subject in within.pending:
            yield _because(called(repository, subject.id), Sentence("待确认", "to be confirmed"))
    for record in leaf.rejected:
        evidence = repository.evidence_by_id.get(record.id)
        if evidence and record.reason and repository.unit_id(evidence.unit) == unit:
            yield _because(record.title, record.reason)
    if leaf.proof.clean:
        yield from _unclean(repository, found, leaf.proof.clean, unit)


def _unclean(
    repository: Repository, found: Iterable[Diagnostic], proof: CleanProof, unit: str
) -> Iterator[Sentence]:
    codes = set(rules_of(proof, repository)[0])
    for one in found:
        is_own = one.unit is not None and repository.unit_id(one.unit) == unit
        if is_own and one.name in codes and one.severity is not Severity.NOTE:
            yield _because(str(one.location), one.message)


def _because(name: str, reason: Sentence) -> Sentence:
    return Sentence(f"{name}（{reason.zh}）", f"{name} ({reason.en})")
