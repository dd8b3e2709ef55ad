"""Claimed points beside the supported ones, for people at a terminal."""

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal

from pilotkit.model.score import CriterionScore, Score, points_text
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import visible
from pilotkit.report.layout import pad, pad_left

_NAME, _FIGURE = 8, 10


def render(
    score: Score,
    before: Mapping[str, Decimal],
    after: Mapping[str, Decimal],
    shown: Container[str],
    lang: Lang,
) -> Iterator[str]:
    """Yield a line for each criterion of `shown` that is claimed, then the sums.

    `before` and `after` are the claims as they were and as they are, by criterion.
    """
    yield _head(lang)
    for one in score.criteria:
        if one.id in after and one.id in shown:
            yield visible(_line(one, before.get(one.id), after[one.id], lang))
    yield _sums(score, after).to(lang)


def _head(lang: Lang) -> str:
    titles = Sentence("条目 满分 自评 有据", "criterion max claimed supported").to(lang).split()
    return _columns(titles[0], *titles[1:])


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
