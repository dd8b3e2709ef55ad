"""The reports of the real pilot and of the demonstration: whole, and true to their scores."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from pilotkit.cli.pipeline import examine, scored
from pilotkit.cli.reading import read
from pilotkit.model.points import points_text
from pilotkit.report.case import Case
from pilotkit.report.document import Document, Heading, Table
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.reports.acceptance import REPORT as ACCEPTANCE
from pilotkit.report.reports.score_sheet import REPORT as SCORE_SHEET
from pilotkit.report.reports.self_evaluation import REPORT as SELF_EVALUATION
from pilotkit.report.reports.standards_list import REPORT as LIST
from pilotkit.report.reports.standards_summary import REPORT as SUMMARY
from pilotkit.report.runner import make
from pilotkit.report.scores.text import figure

ROOT = Path(__file__).parents[2]


def case_at(root: Path) -> Case:
    examined = examine(read(root), None)
    return Case(examined.appraisal, examined.verdict, "zh", "9.9")


CASES = {"real": case_at(ROOT), "demo": case_at(ROOT / "examples/demo")}
EVERY = [(one, name) for one in REPORTS for name in CASES]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def value(table: Table, row: int, column: int) -> object:
    cell = table.rows[row].cells[column]
    return cell.value if cell else None


@pytest.mark.parametrize(("one", "name"), EVERY, ids=lambda one: getattr(one, "name", one))
def test_every_report_is_whole(one: Report, name: str) -> None:
    document = one.build(CASES[name])
    assert document.blocks
    assert all(table.rows for table in tables(document))
    for block, following in pairwise(document.blocks):
        if isinstance(block, Heading) and isinstance(following, Heading):
            assert following.level > block.level
    assert all(made.content for made in make(one, CASES[name]))


@pytest.mark.parametrize("name", CASES)
def test_the_score_sheet_is_the_score(name: str) -> None:
    case = CASES[name]
    (sheet, *_) = tables(SCORE_SHEET.build(case))
    *lines, total = [value(sheet, row, 4) for row in range(len(sheet.rows))]
    assert len(lines) == len(case.score.criteria)
    assert sum(one for one in lines if isinstance(one, Decimal)) == total == case.score.supported


@pytest.mark.parametrize("name", CASES)
def test_the_summary_counts_the_list(name: str) -> None:
    (listing, *_) = tables(LIST.build(CASES[name]))
    (summary, *_) = tables(SUMMARY.build(CASES[name]))
    column = [one.title for one in summary.columns].index("合计")
    assert value(summary, -1, column) == len(listing.rows)
    assert len(listing.rows) == len(CASES[name].repository.all_standards)


@pytest.mark.parametrize("name", CASES)
def test_the_self_evaluation_has_the_outline_of_the_field(name: str) -> None:
    case = CASES[name]
    document = SELF_EVALUATION.build(case)
    assert [f"{one.number}{one.text}" for one in document.headings()] == [
        "一、试点概况",
        "二、组织与机制",
        "三、标准体系",
        "四、标准实施与监督",
        "五、评价与改进",
        "六、建设成效",
        "七、自评得分表",
        "八、存在问题",
        "九、改进计划",
        "十、结论",
        "附件\u3000佐证材料清单",
    ]
    (markdown, _) = make(SELF_EVALUATION, case)
    text = markdown.content.decode()
    assert f"有据得分{points_text(case.score.supported)}分" in text
    for one in case.score.criteria:
        if one.lost:
            assert f"| {one.id}" in text.partition("九、改进计划")[2]


@pytest.mark.parametrize("name", CASES)
def test_the_application_says_the_figures_of_the_score(name: str) -> None:
    case = CASES[name]
    (form, *_) = tables(ACCEPTANCE.build(case))
    lines = [[cell.text for cell in line.cells if cell] for line in form.rows]
    said = dict(lines)
    score = case.score
    assert said["有据得分"] == f"{points_text(score.supported)}/{points_text(score.table.total)}"
    for label, measure in (("标准覆盖率", "coverage"), ("标准实施率", "implementation")):
        assert said[label] == figure(score.measurements[measure]).zh
    assert said["佐证材料"].startswith(f"{len(case.numbers.in_order())}份")
    passed = sum(one.body == "初验" and bool(one.passed) for one in case.repository.assessments)
    members = sum(unit.is_member for unit in case.repository.living_units())
    assert said["初验达标单位"] == f"{passed}/{members}"


def test_another_day_is_scored_as_if_it_had_been_asked_for() -> None:
    reading, day = read(ROOT / "examples/demo"), date(2023, 6, 30)
    quick, whole = scored(reading, day)[1], examine(reading, day).score
    assert [one.supported for one in quick.criteria] == [one.supported for one in whole.criteria]
    assert (quick.supported, quick.claimed) == (whole.supported, whole.claimed)


def test_numbers_of_evidence_are_given_once() -> None:
    numbered = CASES["demo"].numbers.in_order()
    assert len({number for number, _ in numbered}) == len({one.path for _, one in numbered})
    assert len(numbered) > 100
