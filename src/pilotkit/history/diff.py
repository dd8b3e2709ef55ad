"""Two examinations → what the second changes, judged criterion by criterion (design §5, §6).

A gain in one criterion cannot hide a loss in another; a removed record that reported trouble is
an error, with the points that its removal brought.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pilotkit.history.changes import Action, Change, changes_between
from pilotkit.model.diagnostic import Diagnostic, Severity, Verdict
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.review import Review
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.measurement import Measurement
from pilotkit.model.pilot import Pilot
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, Score
from pilotkit.model.scoring import Scoring
from pilotkit.model.sentence import Sentence


class Side(NamedTuple):
    """One of the two: what was examined, and the name of its revision (None: the folder)."""

    repository: Repository
    score: Score
    verdict: Verdict
    finished: frozenset[str]


class Moved(NamedTuple):
    """A criterion whose points changed, and the records that caused it."""

    of: CriterionScore
    before: Decimal
    after: Decimal
    because: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the criterion."""
        return self.of.id

    @property
    def lost(self) -> bool:
        """Whether points were lost."""
        return self.after < self.before


class Removed(NamedTuple):
    """A removed record that reported trouble, and the points that its removal brought."""

    record: Evidence
    points: Decimal


@dataclass(frozen=True)
class Diff:
    """All that is between two revisions; `rules` are changes of table, proofs and windows."""

    base: Side
    head: Side
    rules: tuple[Sentence, ...]
    moved: tuple[Moved, ...]
    changes: tuple[Change, ...]
    removed_trouble: tuple[Removed, ...]
    new: tuple[Diagnostic, ...]
    solved: tuple[Diagnostic, ...]
    still: int
    finished: tuple[str, ...]
    reopened: tuple[str, ...]
    measures: tuple[tuple[Measurement, Measurement], ...]

    @property
    def loses_points(self) -> bool:
        """Whether any criterion lost points."""
        return any(one.lost for one in self.moved)

    @property
    def brings_errors(self) -> bool:
        """Whether there is a new error, or a report of trouble is gone."""
        return bool(self.removed_trouble) or any(one.severity is Severity.ERROR for one in self.new)


def diff(base: Side, head: Side, restored: Callable[[Evidence], Score]) -> Diff:
    """Compare two sides; `restored` scores the second with a record of the first put back."""
    changes = tuple(changes_between(base.repository, head.repository))
    new, solved, still = findings_between(base.verdict, head.verdict)
    return Diff(
        base=base,
        head=head,
        rules=_rules(base, head),
        moved=tuple(_moved(base.score, head.score)),
        changes=changes,
        removed_trouble=tuple(_removed(base, head, changes, restored)),
        new=new,
        solved=solved,
        still=still,
        finished=tuple(sorted(head.finished - base.finished)),
        reopened=tuple(sorted(base.finished - head.finished)),
        measures=tuple(_measures(base.score, head.score)),
    )


def _rules(base: Side, head: Side) -> tuple[Sentence, ...]:
    before, after = set(base.score.changes), set(head.score.changes)
    new = [one for one in head.score.changes if one not in before]
    undone = [
        Sentence(f"撤销：{one.zh}", f"undone: {one.en}")
        for one in base.score.changes
        if one not in after
    ]
    if not new and not undone and not _is_same(base.score.table, head.score.table):
        new = [Sentence("计分表有改动", "the table is changed")]
    return (*new, *undone, *_policy(base.repository.pilot, head.repository.pilot))


def _policy(base: Pilot | None, head: Pilot | None) -> Iterator[Sentence]:
    """Name what decides how findings are shown; the change itself is judged by the old."""
    if base and head and base.policy != head.policy:
        yield Sentence(
            "问题级别（policy）有改动；本次比较仍按旧的",
            "severities changed; the old ones hold here",
        )
    if base and head and base.waivers != head.waivers:
        yield Sentence(
            "豁免（waivers）有改动；本次比较仍按旧的", "waivers changed; the old ones hold here"
        )


def _is_same(one: Scoring, other: Scoring) -> bool:
    """Compare what is written; where it is written takes part in the equality of records."""
    return all(getattr(one, name) == getattr(other, name) for name in Scoring.model_fields)


def _moved(base: Score, head: Score) -> Iterator[Moved]:
    before = {one.id: one for one in base.criteria}
    for after in head.criteria:
        old = before.get(after.id)
        points = old.supported if old else Decimal(0)
        if points != after.supported:
            because = _because(old, after)
            yield Moved(after, points, after.supported, because)
    there = {one.id for one in head.criteria}
    for old in base.criteria:
        if old.id not in there and old.supported:
            yield Moved(old, old.supported, Decimal(0), ())


def _because(before: CriterionScore | None, after: CriterionScore) -> tuple[str, ...]:
    """Name the records and subjects that count on one side only."""
    old = _counting(before) if before else set()
    return tuple(sorted(old ^ _counting(after)))


def _counting(one: CriterionScore) -> set[str]:
    found: set[str] = set()
    for node in one.result.nodes():
        found.update(support.id for support in node.supports)
        if node.measurement:
            found.update(subject.id for subject in node.measurement.counting)
    return found


def findings_between(
    base: Verdict, head: Verdict
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...], int]:
    """Match findings by their identity; each matches one of the other side."""
    left = Counter(one.identity for one in base.diagnostics)
    new: list[Diagnostic] = []
    for found in head.diagnostics:
        if left[found.identity]:
            left[found.identity] -= 1
        else:
            new.append(found)
    solved: list[Diagnostic] = []
    for found in base.diagnostics:
        if left[found.identity]:
            left[found.identity] -= 1
            solved.append(found)
    return tuple(new), tuple(solved), len(head.diagnostics) - len(new)


def reports_trouble(record: Evidence) -> bool:
    """Say whether a record reports trouble, so that its removal must be seen (design §5)."""
    if isinstance(record, Inspection | Audit):
        kept = all(one.result != "不符合" for one in record.checked)
        return bool(record.findings) or not kept
    return isinstance(record, Nonconformity | Complaints | Survey | Review)


def _removed(
    base: Side,
    head: Side,
    changes: tuple[Change, ...],
    restored: Callable[[Evidence], Score],
) -> Iterator[Removed]:
    gone = {one.id for one in changes if one.action is Action.REMOVED}
    for record in base.repository.evidence:
        if record.id in gone and reports_trouble(record):
            gained = head.score.supported - restored(record).supported
            yield Removed(record, max(gained, Decimal(0)))


def _measures(base: Score, head: Score) -> Iterator[tuple[Measurement, Measurement]]:
    for name, after in head.measurements.items():
        before = base.measurements.get(name)
        if before and (before.counted, before.total) != (after.counted, after.total):
            yield before, after
