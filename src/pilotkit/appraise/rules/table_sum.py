"""PK803 table-sum.

What
    zh: 计分表里下级分值之和与上级不等；同一组择一的只取最高一条。
    en: The points below an indicator, or of all of them, do not add up; of a group one counts.
Why
    zh: 官方计分表 4、6、12、18、6、18、6、10、10、10 合成 10、30、30、30，共 100 分。
    en: The official table adds up to 10, 30, 30, 30 and 100; another sum is a copying error.
Bad
    points: 3
Good
    points: 2
Mend
    zh: 与官方计分表逐条核对分值和 group；没有改动计分表的，删去 data/scoring.yaml 即用自带的。
    en: Compare with the official table; without changes of your own, delete data/scoring.yaml.
Waive
    zh: 不可豁免：总分会错。
    en: Never: the total would be wrong.
"""

from collections.abc import Iterator
from decimal import Decimal

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.points import points_text
from pilotkit.model.scoring import Indicator, Scoring, best_sum
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every indicator of the workspace's own table, and the total, that is not the sum."""
    table = appraisal.repository.scoring
    if table is None:
        return
    for route, indicator in table.with_routes():
        below = _below(indicator)
        if below != indicator.points:
            yield _finding(table, (*route, "points"), indicator, below)
    total = sum((one.points for one in table.indicators), Decimal(0))
    if total != table.total:
        written, added = points_text(table.total), points_text(total)
        yield Finding(
            table.at("total"),
            Sentence(
                f"总分写 {written} 分，各一级指标合计 {added} 分",
                f"the total is {written}, its indicators add up to {added}",
            ),
        )


def _below(indicator: Indicator) -> Decimal:
    children = sum((child.points for child in indicator.children), Decimal(0))
    return children + best_sum(indicator.criteria)


def _finding(
    table: Scoring, route: tuple[str | int, ...], indicator: Indicator, below: Decimal
) -> Finding:
    written, added = points_text(indicator.points), points_text(below)
    return Finding(
        table.at(*route),
        Sentence(
            f"{indicator.id} {indicator.name}写 {written} 分，下面合计 {added} 分",
            f"{indicator.id} has {written} points, what is below adds up to {added}",
        ),
    )


RULE = Rule("PK803", "table-sum", Severity.ERROR, check)
