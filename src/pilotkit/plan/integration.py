"""Phase five: what is 重复、交叉、矛盾、缺失, the decision proposed, and what was decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePosixPath
from typing import NamedTuple

from pilotkit.check.decided import Decided
from pilotkit.model.decision import Decision
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import own_words, share_of, shingles

KINDS = ("重复", "交叉", "矛盾", "缺失")
_DUPLICATE, _OVERLAP, _CONTRADICTION, _GAP = KINDS


class Usual(NamedTuple):
    """Of which list the findings of a rule are, what becomes of them, and the matter in short."""

    kind: str
    proposed: str
    matter: Sentence


# The rules whose findings are matters of phase five, by their list and what becomes of them.
_MATTERS: dict[tuple[str, str], dict[str, Sentence]] = {
    (_DUPLICATE, "合并"): {
        "duplicate-standard": Sentence("两项标准重复", "two standards"),
        "duplicate-draft": Sentence("草案重复", "a draft"),
        "similar-family": Sentence("正文相近", "texts alike"),
    },
    (_OVERLAP, "引用"): {
        "overlapping-clauses": Sentence("要求重复规定", "a requirement"),
    },
    (_CONTRADICTION, "修订"): {
        "contradicting-values": Sentence("数值不一", "values"),
        "contradicting-draft": Sentence("草案数值不一", "values of a draft"),
        "term-conflict": Sentence("术语不统一", "terms"),
        "symbol-conflict": Sentence("符号不统一", "symbols"),
    },
    (_GAP, "补充"): {
        "missing-guide": Sentence("缺服务指南", "no guide"),
        "missing-procedure": Sentence("缺办理规程", "no procedure"),
        "missing-management-standard": Sentence("缺管理标准", "no management standard"),
        "missing-workflow-standard": Sentence("缺工作流程标准", "no workflow"),
        "missing-post-standard": Sentence("缺岗位工作标准", "no post standard"),
        "post-statements": Sentence("岗位职责不全", "statements of the post"),
        "post-elements": Sentence("岗位工作标准内容不全", "post standard"),
        "step-without-post": Sentence("步骤没有岗位", "steps without a post"),
        "procedure-elements": Sentence("办理规程内容不全", "procedure"),
        "workflow-elements": Sentence("工作流程内容不全", "workflow"),
        "framework-empty-subsystem": Sentence("子体系没有标准", "no standard"),
        "unknown-citation": Sentence("引用的标准没有登记", "citation"),
        "unknown-citation-in-text": Sentence("正文引用的标准没有登记", "citation in the text"),
    },
}
USUAL: dict[str, Usual] = {
    rule: Usual(kind, proposed, matter)
    for (kind, proposed), matters in _MATTERS.items()
    for rule, matter in matters.items()
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
    decided = {rule: Decided(repository, frozenset({of.kind}), rule) for rule, of in USUAL.items()}
    matters = (_matter(repository, one) for one in findings if one.name in USUAL)
    # A gap stays a finding until somebody writes what is missing; here it is open no more.
    found = [one for one in matters if not decided[one.finding.name].on(*one.ids)]
    found.sort(key=lambda one: (KINDS.index(one.kind), one.finding.code, one.finding.location))
    taken = (one for one in repository.decisions if one.date <= repository.day)
    in_order = sorted(taken, key=lambda one: (KINDS.index(one.kind), one.id))
    return Integration(tuple(found), tuple(in_order))


def matter_of(decision: Decision) -> Sentence | None:
    """Return in short what a decision is on; none where it names no rule."""
    usual = USUAL.get(decision.rule or "")
    said = decision.rule and Sentence(decision.rule, decision.rule)
    return usual.matter if usual else said or None


def _matter(repository: Repository, finding: Diagnostic) -> Matter:
    kind, proposed, _ = USUAL[finding.name]
    owner = finding.unit or repository.undertaker
    return Matter(finding, kind, proposed, owner, tuple(_couples(repository, finding)))


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
