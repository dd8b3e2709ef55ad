"""Claimed points beside the supported ones, for people at a terminal."""

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore, Score
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import visible
from pilotkit.report.layout import pad, pad_left

_NAME, _FIGURE = 8, 10


class Claims(NamedTuple):
    """What a body claims, by criterion: as it was, and as it is."""

    body: str
    before: Mapping[str, Decimal]
    after: Mapping[str, Decimal]


def render(score: Score, claims: Claims, shown: Container[str], lang: Lang) -> Iterator[str]:
    """Yield a line for each criterion of `shown` that is claimed, then the sums."""
    yield _head(claims.body, lang)
    for one in score.criteria:
        if one.id in claims.after and one.id in shown:
            yield visible(_line(one, claims.before.get(one.id), claims.after[one.id], lang))
    yield _sums(score, claims.after).to(lang)


def _head(body: str, lang: Lang) -> str:
    titles = ("条目", "满分", body, "有据")
    return _columns(*(titles if lang == "zh" else ("C", "max", "claimed", "supported")))


def _columns(name: str, *figures: str) -> str:
    return " ".join([pad(name, _NAME), *(pad_left(figure, _FIGURE) for figure in figures)])


def _line(one: CriterionScore, was: Decimal | None, claim: Decimal, lang: Lang) -> str:
    claimed = points_text(claim)
    if was is not None and was != claim:
        claimed = f"{points_text(was)} → {claimed}"
    points = points_text(one.criterion.points), claimed, points_text(one.supported)
    remark = _remark(one, claim)
    return f"{_columns(one.id, *points)}{f'  {remark.to(lang)}' if remark else ''}"


def _remark(one: CriterionScore, claim: Decimal) -> Sentence | None:
    gap = points_text(abs(claim - one.supported))
    if claim > one.supported and one.taken is False:
        return Sentence(f"高出 {gap}：择一，未取这一条", f"{gap} above: another one is taken")
    if claim > one.supported:
        return Sentence(f"高出 {gap}，没有依据", f"{gap} above what is supported")
    if claim < one.supported:
        return Sentence(f"低于 {gap}，可以多报", f"{gap} below what is supported")
    return None


def _sums(score: Score, claims: Mapping[str, Decimal]) -> Sentence:
    """Add the claims, of alternatives the largest; say how many criteria nobody claims."""
    best: dict[str, Decimal] = {}
    for one in score.criteria:
        key = one.criterion.group or one.id
        best[key] = max(best.get(key, Decimal(0)), claims.get(one.id, Decimal(0)))
    total, supported = points_text(sum(best.values(), Decimal(0))), points_text(score.supported)
    open_ = sum(one.id not in claims for one in score.criteria)
    day = score.as_of.day
    return Sentence(
        f"合计 {total}，有据得分 {supported}（截至 {day}），未填 {open_} 条",
        f"total {total}, supported {supported} (as of {day}), {open_} criteria without a claim",
    )
