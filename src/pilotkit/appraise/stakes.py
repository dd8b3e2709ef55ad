"""What a finding puts at stake: the criteria whose proofs it touches, and the points lost there."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.rules import RULES as APPRAISING
from pilotkit.check.runner import EVERY as CHECKING
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.score.cleanness import rules_of

_FEEDS = {rule.name: rule.feeds for rule in CHECKING} | {r.name: r.feeds for r in APPRAISING}


def with_stakes(diagnostics: Iterable[Diagnostic], appraisal: Appraisal) -> list[Diagnostic]:
    """Add to each finding its criteria, in the table's order, and the points they lost."""
    by_record, by_rule = _by_record(appraisal), _by_rule(appraisal)
    by_measure = _by_measure(appraisal)
    order = {one.id: index for index, one in enumerate(appraisal.score.criteria)}
    lost = {one.id: one.lost for one in appraisal.score.criteria}
    staked = []
    for found in diagnostics:
        criteria = set(by_record.get(found.location.path, ())) | set(by_rule.get(found.name, ()))
        for measure in _FEEDS.get(found.name, ()):
            criteria |= by_measure.get(measure, set())
        at_stake = tuple(sorted(criteria & order.keys(), key=order.__getitem__))
        points = sum((lost[id_] for id_ in at_stake), Decimal(0))
        staked.append(replace(found, criteria=at_stake, points=points))
    return staked


def _by_record(appraisal: Appraisal) -> dict[str, set[str]]:
    """Map the files of evidence to the criteria they serve, or would serve, or say they do."""
    found: dict[str, set[str]] = {}
    for record in appraisal.repository.evidence:
        found.setdefault(record.path, set()).update(record.criteria)
    for criterion in appraisal.score.criteria:
        for node in criterion.result.nodes():
            for support in (*node.supports, *node.rejected):
                found.setdefault(support.place.path, set()).add(criterion.id)
    return found


def _by_rule(appraisal: Appraisal) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for criterion in appraisal.score.criteria:
        for _, node in criterion.criterion.proof.nodes():
            if node.clean:
                for name in rules_of(node.clean, appraisal.repository)[0]:
                    found.setdefault(name, set()).add(criterion.id)
    return found


def _by_measure(appraisal: Appraisal) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for criterion in appraisal.score.criteria:
        for _, node in criterion.criterion.proof.nodes():
            if node.measure:
                found.setdefault(node.measure.name, set()).add(criterion.id)
    return found
