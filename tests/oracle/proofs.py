"""The share of a proof, word by word (design §5)."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from hashlib import sha256
from math import ceil
from statistics import median
from typing import Any

from oracle import effect, system, use
from oracle.conditions import has, passes, values
from oracle.fractions_of import Counted
from oracle.world import World, back
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.review import Review
from pilotkit.model.framework import Subsystem
from pilotkit.model.item import ManagementItem, ServiceItem
from pilotkit.model.proof import (
    CleanProof,
    EvidenceProof,
    JudgementProof,
    MeasureProof,
    Proof,
    Weighted,
)
from pilotkit.model.standard import Standard

MEASURES: dict[str, Callable[[World], Counted]] = {
    measure.__name__: measure
    for measure in (
        system.coverage,
        system.implementation,
        effect.satisfaction,
        system.coverage_count,
        system.coverage_items,
        use.staffing,
        use.training_hours,
        system.knowledge,
        system.procedure,
        use.records,
        use.traceability,
        use.inspections_held,
        use.conformity,
        use.problems_handled,
        use.closure,
        use.revisions_done,
        system.disclosure,
        effect.survey_followup,
        effect.satisfaction_trend,
        effect.complaints_trend,
        effect.complaints_handled,
        effect.efficiency_gain,
        effect.cost_gain,
    )
}


class Prover:
    """Weighs proofs; `best` takes every judgement that nobody has given for a full one."""

    def __init__(self, world: World, built: frozenset[str], *, best: bool = False) -> None:
        self.world, self.built, self.best = world, built, best

    def share(self, proof: Proof) -> Fraction:
        """The share of any node."""
        words: dict[str, Callable[[Any], Fraction]] = {
            "all": lambda nodes: min(map(self.share, nodes)),
            "any": lambda nodes: max(map(self.share, nodes)),
            "parts": self.parts,
            "evidence": self.evidence,
            "measure": self.measure,
            "clean": self.clean,
            "judgement": self.judgement,
        }
        (said,) = (word for word in words if getattr(proof, word))
        return words[said](getattr(proof, said))

    def parts(self, parts: tuple[Weighted, ...]) -> Fraction:
        weighed = [Fraction(one.weight) * self.share(one.proof) for one in parts]
        return sum(weighed, Fraction(0)) / sum(Fraction(one.weight) for one in parts)

    # Evidence

    def evidence(self, proof: EvidenceProof) -> Fraction:
        world = self.world
        found = [
            one
            for one in world.counting
            if one.kind in proof.kinds
            and passes(world, one, proof.where)
            and has(world, one, proof.having)
            and (proof.within is None or back(world.day, proof.within) < one.time <= world.day)
        ]
        shares = [Fraction(len(found), proof.at_least)]
        for key, wanted in proof.each.items():
            shares.append(Fraction(len(set(wanted) & values(world, found, key)), len(wanted)))
        if proof.distinct:
            kinds = self._different(found, proof.distinct.by)
            shares.append(Fraction(len(kinds), proof.distinct.at_least))
        if proof.covers:
            shares.append(self._covered(found, proof))
        return min(*shares, Fraction(1))

    def _different(self, found: list[Evidence], by: str) -> set[Any]:
        calendar: dict[str, Callable[[date], Any]] = {
            "月": lambda day: (day.year, day.month),
            "季": lambda day: (day.year, (day.month + 2) // 3),
            "年": lambda day: day.year,
        }
        if by in calendar:
            return {calendar[by](one.time) for one in found}
        return values(self.world, found, by)

    def _covered(self, found: list[Evidence], proof: EvidenceProof) -> Fraction:
        each = [self._named(record, str(proof.covers)) for record in found]
        wanted = [self._wanted(str(proof.covers), record.date) for record in found]
        if proof.together:
            each = [set().union(*each)]
            wanted = [self._wanted(str(proof.covers), self.world.day)]
        shares = [
            Fraction(len(named & all_), len(all_))
            for named, all_ in zip(each, wanted, strict=True)
            if all_
        ]
        best = max(shares, default=Fraction(0))
        return min(Fraction(1), best / Fraction(proof.full_at)) if proof.full_at else best

    def _named(self, record: Evidence, covers: str) -> set[str]:
        if covers == "成员单位":
            return {self.world.unit_id(name) for name in getattr(record, "units", ())}
        if covers == "自编标准":
            return set(record.standards)
        return set(record.posts if covers == "岗位" else record.items)

    def _wanted(self, covers: str, on: date) -> set[str]:
        world = self.world
        if covers == "成员单位":
            return {
                unit.id
                for unit in world.repository.units
                if world.exists(unit, on) and {"成员", "街道"} & set(unit.roles)
            }
        if covers == "自编标准":
            return {one.id for one in world.own}
        if covers == "岗位":
            return {one.id for one in world.repository.posts if world.exists(one)}
        kind = ServiceItem if covers == "服务事项" else ManagementItem
        return {one.id for one in system.items(world) if isinstance(one, kind)}

    # Measures

    def measure(self, proof: MeasureProof) -> Fraction:
        assert (proof.pillar, proof.unit, proof.level) == (None, None, None)
        share = MEASURES[proof.name](self.world).share
        if proof.at_least is not None:
            return Fraction(share >= Fraction(proof.at_least))
        if proof.full_at is not None:
            return min(Fraction(1), share / Fraction(proof.full_at))
        return share

    # Clean

    def clean(self, proof: CleanProof) -> Fraction:
        sets = self.world.repository.table.code_sets
        codes = {code for name in proof.codes for code in sets.get(name, (name,))}
        if not codes <= self.built or any(not sets.get(name, (name,)) for name in proof.codes):
            return Fraction(0)
        open_ = [
            one
            for one in self.world.found
            if one.name in codes and one.severity in {"error", "warning"}
        ]
        if proof.over == "framework":
            return self._clean_framework({(one.line, one.column) for one in open_})
        paths = {one.path for one in open_}
        subjects = [one for one in self._over(proof.over) if passes(self.world, one, proof.where)]
        clean = [one for one in subjects if one.path not in paths]
        return Fraction(len(clean), len(subjects)) if subjects else Fraction(0)

    def _over(self, over: str) -> list[Any]:
        world = self.world
        if over == "standards":
            return [one for one in world.every_standard if world.in_use(one)]
        if over == "items":
            return [one for one in world.repository.items if world.exists(one)]
        raise NotImplementedError(over)

    def _clean_framework(self, faults: set[tuple[int, int]]) -> Fraction:
        """A fault of a box is one of every leaf below it; one that is on no box is a box more."""
        framework = self.world.repository.framework
        if framework is None:
            return Fraction(0)
        boxes: list[set[tuple[int, int]]] = []

        def walk(route: tuple[str | int, ...], box: Subsystem, above: set[tuple[int, int]]) -> None:
            here = above | _places(framework, route)
            for index, below in enumerate(box.subsystems):
                walk((*route, "subsystems", index), below, here)
            if not box.subsystems:
                boxes.append(here)

        for at, pillar in enumerate(framework.pillars):
            of_pillar = _places(framework, ("pillars", at))
            for index, top in enumerate(pillar.subsystems):
                walk(("pillars", at, "subsystems", index), top, of_pillar)
        stray = faults - {place for box in boxes for place in box}
        total = len(boxes) + len(stray)
        return Fraction(sum(not box & faults for box in boxes), total) if total else Fraction(0)

    # Judgement

    def judgement(self, proof: JudgementProof) -> Fraction:
        answers = [self._answer(question) for question in proof.questions]
        return sum(answers, Fraction(0)) / len(answers)

    def _answer(self, question: str) -> Fraction:
        if not self.world.own:
            return Fraction(0)
        answers = [
            (
                review.date,
                review.id,
                [one.rating for one in review.ratings if one.question == question],
            )
            for review in self.world.of(Review)
            if self._review_counts(review)
        ]
        latest = max((one for one in answers if one[2]), default=None)
        if latest is None:
            return Fraction(self.best)
        return Fraction(median(map(Fraction, latest[2]))) / 100

    def _review_counts(self, review: Review) -> bool:
        world, thresholds = self.world, self.world.repository.table.thresholds
        own = {one.id: one for one in world.own}
        sample = [
            own[one.standard]
            for one in review.sample
            if one.standard in own and _text_hash(own[one.standard]) == one.sha256
        ]
        share = ceil(len(own) * Fraction(thresholds.sample_share))
        units = {world.unit_id(one.unit) for one in sample}
        return (
            len({one.person for one in review.reviewers}) >= thresholds.reviewers
            and not any(one.unit and world.unit_id(one.unit) in units for one in review.reviewers)
            and bool(review.signed)
            and bool(review.files or review.archive)
            and bool(review.seed)
            and len({one.id for one in sample}) >= min(len(own), max(thresholds.sample, share))
        )


def _text_hash(standard: Standard) -> str:
    return sha256(standard.text.encode()).hexdigest()


def _places(framework: Any, route: tuple[str | int, ...]) -> set[tuple[int, int]]:
    """Where a box begins, and where its id and its name stand."""
    every = [framework.at(*route), framework.at(*route, "id"), framework.at(*route, "name")]
    return {(one.line, one.column) for one in every}
