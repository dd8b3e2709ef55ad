"""The 计分表 as the annex has it: six columns, indicators merged over their criteria."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore, Status
from pilotkit.model.scoring import Indicator
from pilotkit.model.sentence import SEMICOLON
from pilotkit.report.case import Case, marked
from pilotkit.report.document import Cell, Column, Row, Table, Tone, cell, merged
from pilotkit.report.live import Entering, Measuring, Summing
from pilotkit.report.numbering import spans

_TONES: dict[Status, Tone] = {
    Status.MET: "good",
    Status.PARTIAL: "plain",
    Status.UNMET: "bad",
    Status.UNASSESSED: "open",
}
_WIDTHS = (10, 11, 12, 30, 6, 31)
_LEVELS = 3
_REMARK = Cell("", live=Entering())


def score_table(case: Case) -> Table:
    """Fill the table, a row a criterion and a row for the total."""
    rows = [row for top in case.score.table.indicators for row in _rows(case, top, ())]
    return Table("", _columns(case), (*merged(rows, _LEVELS), _total(case)))


def with_assessor(case: Case, table: Table) -> Table:
    """Add what an assessor fills in: points up to those of the criterion, and a remark."""
    score, say = case.score, case.say
    most_title = say("满分", "Most")
    columns = (
        Column(most_title, "number"),
        Column(say("评分", "Assessed"), "number", guides=(Measuring(most_title),)),
        Column(say("评语", "Remark"), width=20),
    )
    most = [score.criterion(one.id) for _, one in score.table.criteria()]
    entered = [
        (cell(one.criterion.points), Cell("", live=Entering(one.criterion.points)), _REMARK)
        for one in most
        if one
    ]
    last = (cell(score.table.total), Cell("0", Decimal(0), live=Summing()), _REMARK)
    rows = [
        replace(one, cells=(*one.cells, *more))
        for one, more in zip(table.rows, [*entered, last], strict=True)
    ]
    measured = tuple(
        replace(one, guides=(Measuring(most_title),)) if one.kind == "number" else one
        for one in table.columns
    )
    return replace(table, columns=(*measured, *columns), rows=tuple(rows))


def _columns(case: Case) -> tuple[Column, ...]:
    english = ("Level 1", "Level 2", "Level 3", "Criterion", "Points", "Explanation")
    chinese = ("一级指标", "二级指标", "三级指标", "评分标准", "得分", "得分说明")
    written = case.score.table.columns
    titles = written if len(written) == len(chinese) else chinese
    return tuple(
        Column(case.say(zh, en), "number" if index == _LEVELS + 1 else "text", width)
        for index, (zh, en, width) in enumerate(zip(titles, english, _WIDTHS, strict=True))
    )


def _rows(case: Case, indicator: Indicator, above: tuple[Cell, ...]) -> Iterator[Row]:
    path = (*above, Cell(_head(case, indicator)))
    for criterion in indicator.criteria:
        one = case.score.criterion(criterion.id)
        if one:
            yield Row((*path, _words(case, one), _points(one), Cell(_explained(case, one))))
    for child in indicator.children:
        yield from _rows(case, child, path)


def _head(case: Case, indicator: Indicator) -> str:
    name = marked(f"{indicator.id} {indicator.name}", indicator.prov)
    points = points_text(indicator.points)
    return case.say(f"{name}\n（{points}分）", f"{name}\n({points})")


def _words(case: Case, one: CriterionScore) -> Cell:
    first, last = one.indicator.criteria[0], one.indicator.criteria[-1]
    pieces = [marked(one.criterion.text, one.criterion.prov)]
    if one.indicator.lead and one.criterion is first:
        pieces.insert(0, one.indicator.lead)
    if one.indicator.tail and one.criterion is last:
        pieces.append(one.indicator.tail)
    if case.lang == "en":
        pieces.append(f"({one.id}, {points_text(one.criterion.points)} points)")
    return Cell("\n".join(pieces))


def _points(one: CriterionScore) -> Cell:
    return Cell(points_text(one.supported), one.supported, _TONES[one.status])


def _explained(case: Case, one: CriterionScore) -> str:
    """Say what the points rest on, what is claimed, and why points are lost."""
    lines = []
    numbers = case.numbers.of_criterion(one.id)
    if numbers:
        listed = case.say("；", "; ").join(spans(numbers))
        lines.append(case.say(f"佐证：{listed}", f"Evidence: {listed}"))
    if one.claimed is not None and one.claimed != one.supported:
        claimed = points_text(one.claimed)
        lines.append(case.say(f"自评{claimed}分", f"Claimed: {claimed}"))
    if one.unassessed:
        open_ = points_text(one.unassessed)
        lines.append(case.say(f"待评{open_}分", f"Unassessed: {open_}"))
    if one.reasons:
        why, because = SEMICOLON.join(one.reasons)
        lost = points_text(one.lost)
        zh = f"失{lost}分：{why}" if one.lost else why
        en = f"Lost {lost}: {because}" if one.lost else because
        lines.append(case.say(zh, en))
    return "\n".join(lines) or case.say("达到", "Met")


def _total(case: Case) -> Row:
    score = case.score
    claimed = case.say("未自评", "none") if score.claimed is None else points_text(score.claimed)
    label = case.say("合计", "Total")
    words = case.say(
        f"满分{points_text(score.table.total)}分", f"Maximum {points_text(score.table.total)}"
    )
    told = case.say(
        f"失分{points_text(score.lost)}分，其中待评{points_text(score.unassessed)}分；"
        f"自评得分：{claimed}",
        f"Lost {points_text(score.lost)}, of these unassessed {points_text(score.unassessed)};"
        f" claimed: {claimed}",
    )
    head = Cell(label, across=_LEVELS)
    points = Cell(points_text(score.supported), score.supported, live=Summing())
    return Row((head, None, None, Cell(words), points, Cell(told)), total=True)
