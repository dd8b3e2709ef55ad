"""Claims → an assessment: a new file, or a change of one that keeps what its author wrote."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from pilotkit.edit.splice import with_items, with_value
from pilotkit.edit.yaml_text import block
from pilotkit.model.assessment import Assessment, Claim
from pilotkit.model.fault import Fault
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.values import Plain

_BEGINNINGS = {"自评": "ziping", "中期": "zhongqi", "初验": "chuyan", "专家": "zhuanjia"}
BODIES = tuple(_BEGINNINGS)
_POINTS = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,6})?")


class ClaimError(Fault):
    """A claim that the table does not allow, or an assessment that cannot be."""


class Judgement(NamedTuple):
    """What is to be written: points and notes by criterion, or whether a unit passed."""

    body: str
    date: date
    unit: str | None
    points: Mapping[str, Decimal]
    notes: Mapping[str, str]
    passed: bool | None = None
    note: str | None = None


def claims_from(words: Sequence[str], repository: Repository) -> dict[str, Decimal]:
    """Read `C1-1=1`: criteria of the table, points in its step and at most the criterion's.

    Raises:
        ClaimError: one is not.
    """
    claims: dict[str, Decimal] = {}
    for word in words:
        name, equals, text = (part.strip() for part in word.partition("="))
        criterion = known_criterion(name, repository)
        if not equals or not _POINTS.fullmatch(text):
            raise ClaimError(
                Sentence(f"看不懂“{word}”", f"cannot read {word!r}"),
                Sentence("写法：C1-1=0.5", "write C1-1=0.5"),
            )
        if name in claims:
            raise ClaimError(Sentence(f"{name} 写了两次", f"{name} is given twice"))
        claims[name] = _allowed(name, Decimal(text), criterion, repository.table.step)
    return claims


def known_criterion(name: str, repository: Repository) -> Decimal:
    """Return the points of a criterion.

    Raises:
        ClaimError: the table does not have it.
    """
    points = {one.id: one.points for _, one in repository.table.criteria()}
    if name not in points:
        raise ClaimError(
            Sentence(f"没有评分条目“{name}”", f"no criterion {name!r}"),
            did_you_mean(name, tuple(points)),
        )
    return points[name]


def _allowed(name: str, claimed: Decimal, most: Decimal, step: Decimal) -> Decimal:
    if claimed > most:
        raise ClaimError(
            Sentence(
                f"{name} 最多 {points_text(most)} 分，写了 {points_text(claimed)} 分",
                f"{name} gives at most {points_text(most)}, not {points_text(claimed)}",
            )
        )
    if claimed != most and claimed % step:
        raise ClaimError(
            Sentence(
                f"{name}：计分表以 {points_text(step)} 分为单位，没有 {points_text(claimed)} 分",
                f"{name}: the table counts in steps of {points_text(step)},"
                f" there is no {points_text(claimed)}",
            )
        )
    return claimed


def path_of(judgement: Judgement, id_: str | None) -> str:
    """Return where an assessment lies; one body judges one thing once a day."""
    unit = f"-{judgement.unit}" if judgement.unit else ""
    made = f"{_BEGINNINGS[judgement.body]}{unit}-{judgement.date:%Y%m%d}"
    return f"data/assessments/{id_ or made}.yaml"


def new_assessment(judgement: Judgement, id_: str, order: Sequence[str]) -> bytes:
    """Write a new assessment; `order` is that of the table."""
    data = {
        "id": id_,
        "body": judgement.body,
        "date": judgement.date,
        "unit": judgement.unit,
        "passed": judgement.passed,
        "note": judgement.note,
        "points": [_claim(name, judgement) for name in order if name in judgement.points],
    }
    return block(data).encode()


def _claim(name: str, judgement: Judgement) -> dict[str, Any]:
    note = judgement.notes.get(name)
    points = Plain(points_text(judgement.points[name]))
    return {"criterion": name, "points": points} | ({"note": note} if note else {})


def changed_assessment(
    before: Assessment, content: bytes, judgement: Judgement, order: Sequence[str]
) -> bytes:
    """Write an assessment with claims changed or added; all else stays as its author wrote it."""
    text = content.decode("utf-8-sig")
    claimed = {one.criterion: (index, one) for index, one in enumerate(before.points)}
    for name in order:
        if name in claimed:
            text = _with_claim(text, *claimed[name], judgement)
        elif name in judgement.points:
            text = with_items(text, "points", [_claim(name, judgement)])
    if judgement.note is not None and judgement.note != before.note:
        text = with_value(text, ("note",), judgement.note)
    if judgement.passed is not None and judgement.passed != before.passed:
        text = with_value(text, ("passed",), judgement.passed)
    return text.encode()


def _with_claim(text: str, index: int, claim: Claim, judgement: Judgement) -> str:
    points = judgement.points.get(claim.criterion, claim.points)
    note = judgement.notes.get(claim.criterion, claim.note)
    if points != claim.points:
        text = with_value(text, ("points", index, "points"), Plain(points_text(points)))
    if note and note != claim.note:
        text = with_value(text, ("points", index, "note"), note)
    return text
