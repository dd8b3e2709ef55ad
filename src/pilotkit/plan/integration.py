"""Phase five: what is 重复、交叉、矛盾、缺失, the decision proposed, and what was decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePosixPath
from typing import NamedTuple

from pilotkit.model.decision import Decision
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import own_words, share_of, shingles

KINDS = ("重复", "交叉", "矛盾", "缺失")
_DUPLICATE, _OVERLAP, _CONTRADICTION, _GAP = KINDS
# Rules whose findings are matters of phase five: of which list, and what usually becomes of it.
_PROPOSED: dict[str, tuple[str, str]] = {
    "duplicate-standard": (_DUPLICATE, "合并"),
    "similar-family": (_DUPLICATE, "合并"),
    "overlapping-clauses": (_OVERLAP, "引用"),
    "contradicting-values": (_CONTRADICTION, "修订"),
    "term-conflict": (_CONTRADICTION, "修订"),
    "symbol-conflict": (_CONTRADICTION, "修订"),
    "missing-guide": (_GAP, "补充"),
    "missing-procedure": (_GAP, "补充"),
    "missing-management-standard": (_GAP, "补充"),
    "missing-workflow-standard": (_GAP, "补充"),
    "missing-post-standard": (_GAP, "补充"),
    "post-statements": (_GAP, "补充"),
    "post-elements": (_GAP, "补充"),
    "step-without-post": (_GAP, "补充"),
    "procedure-elements": (_GAP, "补充"),
    "workflow-elements": (_GAP, "补充"),
    "framework-empty-subsystem": (_GAP, "补充"),
    "unknown-citation": (_GAP, "补充"),
    "unknown-citation-in-text": (_GAP, "补充"),
}


class Couple(NamedTuple):
    """Two ids that a matter is between; `share` of two texts is what their words have in common."""

    first: str
    second: str | None
    share: Fraction | None


@dataclass(frozen=True)
class Matter:
    """One thing that is open: the finding, its list, the decision proposed and who takes it."""

    finding: Diagnostic
    kind: str
    proposed: str
    owner: str | None
    couples: tuple[Couple, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that it is between, each once."""
        named = (one for pair in self.couples for one in (pair.first, pair.second) if one)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True)
class Integration:
    """The open matters, in the order of the lists, and the decisions taken by the day."""

    open: tuple[Matter, ...]
    decided: tuple[Decision, ...]

    def of(self, kind: str) -> tuple[Matter, ...]:
        """Return the open matters of one list."""
        return tuple(one for one in self.open if one.kind == kind)


def integration_of(repository: Repository, findings: Iterable[Diagnostic]) -> Integration:
    """Sort what the rules found into the four lists."""
    found = [_matter(repository, one) for one in findings if one.name in _PROPOSED]
    # A gap stays one until somebody writes what is missing: a decision on it names the record.
    subjects = {one.subject for one in repository.decisions if _is_on_gap(one, repository)}
    found = [one for one in found if one.kind != _GAP or subjects.isdisjoint(one.ids)]
    found.sort(key=lambda one: (KINDS.index(one.kind), one.finding.code, one.finding.location))
    taken = (one for one in repository.decisions if one.date <= repository.day)
    in_order = sorted(taken, key=lambda one: (KINDS.index(one.kind), one.id))
    return Integration(tuple(found), tuple(in_order))


def _is_on_gap(one: Decision, repository: Repository) -> bool:
    return one.kind == _GAP and one.date <= repository.day


def _matter(repository: Repository, finding: Diagnostic) -> Matter:
    kind, proposed = _PROPOSED[finding.name]
    undertaker = repository.undertaker
    return Matter(
        finding, kind, proposed, finding.unit or undertaker, tuple(_couples(repository, finding))
    )


def _couples(repository: Repository, finding: Diagnostic) -> Iterator[Couple]:
    own = PurePosixPath(finding.location.path).stem
    first, *others = finding.subjects or (own,)
    if not others:
        yield Couple(first, None, None)
    for other in others:
        yield Couple(first, other, _share(repository, first, other))


def _share(repository: Repository, first: str, other: str) -> Fraction | None:
    texts = [repository.standards_by_id.get(one) for one in (first, other)]
    words = [shingles(own_words(one.text)) for one in texts if isinstance(one, Standard)]
    return share_of(words[0], words[1]) if len(words) == len(texts) else None
