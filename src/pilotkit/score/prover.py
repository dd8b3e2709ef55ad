"""Proof → share: evaluates the tree (design §5)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from pilotkit.measure.basis import Basis
from pilotkit.measure.measures import TITLES
from pilotkit.measure.runner import Measurements
from pilotkit.model.measurement import Measurement, Subject
from pilotkit.model.naming import called
from pilotkit.model.points import points_text
from pilotkit.model.proof import CleanProof, JudgementProof, MeasureProof, Proof, Selection
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult, Support
from pilotkit.model.sentence import Sentence
from pilotkit.score.candidates import Candidate, Candidates
from pilotkit.score.cleanness import MOST_NAMED, Cleanliness
from pilotkit.score.judgement import Judgements
from pilotkit.score.selection import conditions, matching
from pilotkit.score.wording import asked_of, asked_of_clean

_NONE, _ALL = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Prover:
    """Evaluates proofs over one basis; everything that is shared is computed once."""

    basis: Basis
    measurements: Measurements

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self.basis)

    @cached_property
    def _cleanliness(self) -> Cleanliness:
        return Cleanliness(self.basis)

    @cached_property
    def _judgements(self) -> Judgements:
        return Judgements(self.basis)

    def prove(self, proof: Proof, unit: str | None = None) -> ProofResult:
        """Evaluate a proof; with `unit` over that unit's own records only."""
        if proof.evidence:
            return self._select(proof, proof.evidence, unit)
        if proof.entity:
            return self._select(proof, proof.entity, unit)
        if proof.measure:
            return self._measure(proof, proof.measure, unit)
        if proof.clean:
            return self._clean(proof, proof.clean)
        if proof.judgement:
            return self._judge(proof, proof.judgement)
        return self._combine(proof, unit)

    def _select(self, proof: Proof, selection: Selection, unit: str | None) -> ProofResult:
        repository = self.basis.repository
        found: list[Candidate] = []
        rejected: list[Candidate] = []
        for one in matching(selection, self._pool(proof, unit), repository):
            (rejected if one.why_not else found).append(one)
        weighed = conditions(selection, found, repository)
        share = min(one.share for one in weighed)
        missing = tuple(one.missing for one in weighed if one.missing)
        shorts = [one.short for one in weighed if one.short]
        return ProofResult(
            proof,
            asked_of(selection, repository),
            share,
            share,
            supports=tuple(map(_support, found)),
            rejected=tuple(map(_support, rejected)),
            missing=missing,
            short=max(shorts, default=None),
        )

    def _pool(self, proof: Proof, unit: str | None) -> list[Candidate]:
        """Return what a proof of records looks at: all of its kinds, or one unit's of them."""
        kinds = proof.evidence.kinds if proof.evidence else ()
        of = proof.entity.of if proof.entity else None
        if unit is not None:
            names = dict.fromkeys((of,) if of else kinds)
            return [one for name in names for one in self._candidates.of_unit(name, unit)]
        return self._candidates.entities(of) if of else list(self._candidates.evidence(kinds))

    def _measure(self, proof: Proof, asked: MeasureProof, unit: str | None) -> ProofResult:
        title = TITLES.get(asked.name, Sentence(asked.name, asked.name))
        whole = self.measurements.get(asked.name)
        if whole is None:
            unknown = Sentence(f"没有指标“{asked.name}”", f"no measure {asked.name!r}")
            return ProofResult(proof, title, _NONE, _NONE, missing=(unknown,), built=False)
        unit = unit or (self.basis.repository.unit_id(asked.unit) if asked.unit else None)
        measured = whole.within(pillar=asked.pillar, unit=unit, level=asked.level)
        rate = measured.lower_rate
        share = _NONE if rate is None else _share(rate, asked)
        return ProofResult(
            proof,
            _asked_of_measure(title, asked),
            share,
            share,
            missing=() if share == 1 else _lacks(measured, self.basis.repository),
            short=len(measured.lacking) + len(measured.pending) if share < 1 else None,
            measurement=measured,
        )

    def _clean(self, proof: Proof, asked: CleanProof) -> ProofResult:
        found = self._cleanliness.of(asked)
        return ProofResult(
            proof,
            asked_of_clean(asked),
            found.share,
            found.share,
            missing=found.missing,
            short=found.short,
            built=found.built,
            faults=found.faults,
        )

    def _judge(self, proof: Proof, asked: JudgementProof) -> ProofResult:
        judged = self._judgements.judge(asked.questions)
        names = "、".join(asked.questions)
        return ProofResult(
            proof,
            Sentence(f"专家评审（{names}）", f"judged by experts ({', '.join(asked.questions)})"),
            judged.share,
            judged.best_share,
            supports=judged.supports,
            rejected=judged.rejected,
            missing=judged.missing,
            short=judged.open or None,
            assessed=judged.open == 0,
        )

    def _combine(self, proof: Proof, unit: str | None) -> ProofResult:
        return combine(proof, tuple(self.prove(child, unit) for _, child in proof.children()))


def combine(proof: Proof, children: tuple[ProofResult, ...]) -> ProofResult:
    """Weigh what became of the nodes below: the least of `all`, the best of `any`, the mean."""
    if proof.parts is not None:
        weights = [weighted.weight for weighted in proof.parts]
        children = tuple(
            replace(child, weight=weight) for child, weight in zip(children, weights, strict=True)
        )
        asks = Sentence("各部分按权重相加", "the weighted mean of the parts")
        share = _mean([child.share for child in children], weights)
        best = _mean([child.best_share for child in children], weights)
        return ProofResult(proof, asks, share, best, children=children)
    if proof.any is not None:
        asks = Sentence("有一项即可", "any one of these")
        share = max((child.share for child in children), default=_NONE)
        best = max((child.best_share for child in children), default=_NONE)
    else:
        asks = Sentence("各项都要", "all of these")
        share = min((child.share for child in children), default=_NONE)
        best = min((child.best_share for child in children), default=_NONE)
    return ProofResult(proof, asks, share, best, children=children)


def _support(one: Candidate) -> Support:
    return Support(one.id, one.title, one.place, one.why_not)


def _share(rate: Fraction, asked: MeasureProof) -> Fraction:
    if asked.at_least is not None:
        return _ALL if rate >= Fraction(asked.at_least) else _NONE
    if asked.full_at:
        return min(_ALL, rate / Fraction(asked.full_at))
    return rate


def _asked_of_measure(title: Sentence, asked: MeasureProof) -> Sentence:
    limit = asked.at_least if asked.at_least is not None else asked.full_at
    scope = "、".join(filter(None, (asked.pillar, asked.unit, asked.level)))
    zh, en = title
    if scope:
        zh, en = f"{zh}（{scope}）", f"{en} ({scope})"
    if limit is not None:
        percent = points_text(limit * 100)
        full = asked.at_least is None
        zh = f"{zh}，达到 {percent} % 即{'满分' if full else '计分'}"
        en = f"{en}, {'full' if full else 'counts'} from {percent} %"
    return Sentence(zh, en)


def _lacks(measured: Measurement, repository: Repository) -> tuple[Sentence, ...]:
    figure = measured.lower_fraction
    if figure is None:
        return (Sentence("不适用：没有可计的对象", "not applicable: nothing to count"),)
    said = [Sentence(figure, figure)]
    said += [
        _against(subject, subject.reason, repository)
        for subject in measured.lacking[:MOST_NAMED]
        if subject.reason
    ]
    rest = len(measured.lacking) - MOST_NAMED
    if rest > 0:
        said.append(Sentence(f"还有 {rest} 项未计入", f"{rest} more do not count"))
    if measured.pending:
        n = len(measured.pending)
        said.append(Sentence(f"待确认 {n} 项", f"{n} not confirmed"))
    return tuple(said)


def _against(subject: Subject, reason: Sentence, repository: Repository) -> Sentence:
    """Say what is wrong with a subject, naming it once."""
    name = called(repository, subject.id)
    named = name.partition("/")[0] in reason.zh
    return Sentence(reason.zh if named else f"{name}：{reason.zh}", f"{subject.id}: {reason.en}")


def _mean(shares: list[Fraction], weights: list[Decimal]) -> Fraction:
    total = sum(map(Fraction, weights), _NONE)
    weighed = sum((s * Fraction(w) for s, w in zip(shares, weights, strict=True)), _NONE)
    return weighed / total if total else _NONE
