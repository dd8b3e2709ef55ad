"""What the reports say, and what holds for every one of them."""

import os
import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from pilotkit.model.sentence import Lang
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Document, Figure, Heading, Table
from pilotkit.report.formats import FORMATS
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make
from small_pilot import TABLE, TEXTS, case_of

FOLDER = Path(__file__).parents[2] / "src/pilotkit/report"
GOLDEN = Path(__file__).parent / "golden"
UPDATE = "PILOT_UPDATE_GOLDENS" in os.environ
LANGS: tuple[Lang, ...] = ("zh", "en")
CASES = {lang: case_of(lang=lang) for lang in LANGS}
EMPTY = {lang: case_of({"data/pilot.yaml": TEXTS["data/pilot.yaml"]}, lang) for lang in LANGS}
EVERY = [(report, lang) for report in REPORTS for lang in LANGS]
# Goldens are Markdown; of what is only drawn, the drawing.
FORM = {one.name: "md" if "md" in one.formats else "svg" for one in REPORTS}
IDS = [f"{report.name}-{lang}" for report, lang in EVERY]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def report(name: str) -> Report:
    return next(one for one in REPORTS if one.name == name)


def test_every_folder_is_its_list() -> None:
    for folder, listed in (
        ("reports", {one.name.replace("-", "_") for one in REPORTS}),
        ("formats", set(FORMATS)),
    ):
        assert {path.stem for path in (FOLDER / folder).glob("*.py")} - {"__init__"} == listed


@pytest.mark.parametrize(("one", "lang"), EVERY, ids=IDS)
def test_golden(one: Report, lang: Lang) -> None:
    path = GOLDEN / f"{one.name}.{lang}.{FORM[one.name]}"
    (made,) = make(one, CASES[lang], [FORM[one.name]])
    if UPDATE:
        path.write_bytes(made.content)
    assert made.content.decode() == path.read_text("utf-8")


def test_no_golden_is_left_over() -> None:
    names = {f"{one.name}.{lang}.{FORM[one.name]}" for one, lang in EVERY}
    assert {path.name for path in GOLDEN.iterdir()} == names


@pytest.mark.parametrize("cases", [CASES, EMPTY], ids=["small", "empty"])
@pytest.mark.parametrize(("one", "lang"), EVERY, ids=IDS)
def test_no_section_is_empty(one: Report, lang: Lang, cases: dict[Lang, Case]) -> None:
    blocks = one.build(cases[lang]).blocks
    assert blocks
    assert not isinstance(blocks[-1], Heading)
    for block, following in pairwise(blocks):
        if isinstance(block, Heading) and isinstance(following, Heading):
            assert following.level > block.level
    assert all(table.rows for table in tables(one.build(cases[lang])))


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_said_to_be_so_many_of_none(lang: Lang) -> None:
    period = "period: {from: 2022-07-01, to: 2022-09-30}"
    quiet = {
        "jiancha": ("监督检查", "level: 日常"),
        "neishen": ("内部审核", "team: [丁]"),
        "tousu": ("意见投诉", f"{period}\nreceived: 0\nresolved: 0\nresolved_in_time: 0\nopen: 0"),
        "tousu2": ("意见投诉", f"{period}\nreceived: 0\nresolved: 0\nresolved_in_time: 0\nopen: 0"),
        "xuanchuan": ("宣传", "medium: 网站\nscope: 外部"),
        "xiuding": ("标准制修订", "standard: zhinan\nstage: 修订"),
    }
    files = {path: TEXTS[path] for path in ("data/pilot.yaml", "data/units.yaml")} | {
        f"data/evidence/spj/{id_}.yaml": (
            f"id: {id_}\ntitle: {id_}\nkind: {kind}\ndate: 2022-10-01\nunit: spj\n{rest}\n"
        )
        for id_, (kind, rest) in quiet.items()
    }
    case = case_of(files, lang)
    for one in REPORTS:
        blocks = one.build(case).blocks
        said = repr([block for block in blocks if not isinstance(block, Figure)])
        assert not re.findall(r".{30}(?<![\d.])0/0|.{30}\b0 of 0\b", said), one.name


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_tables_are_rectangles(one: Report) -> None:
    for table in tables(one.build(CASES["zh"])):
        reached = {(y, x) for y, row in enumerate(table.rows) for x in range(len(row.cells))}
        for y, row in enumerate(table.rows):
            assert len(row.cells) == len(table.columns)
            for x, cell in enumerate(row.cells):
                for dy in range(cell.down if cell else 0):
                    for dx in range(cell.across if cell else 0):
                        reached.remove((y + dy, x + dx))
        assert not reached


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_the_same_input_is_the_same_bytes(one: Report) -> None:
    assert list(make(one, case_of())) == list(make(one, case_of()))


@pytest.mark.parametrize(("one", "lang"), EVERY, ids=IDS)
def test_what_is_internal_stays_inside(one: Report, lang: Lang) -> None:
    for made in make(one, CASES[lang]):
        assert "机密" not in made.content.decode()


@pytest.mark.parametrize(("one", "lang"), EVERY, ids=IDS)
def test_the_small_print(one: Report, lang: Lang) -> None:
    case = replace(CASES[lang], revision="abc1234", dirty=True)
    stamp = " ".join(one.build(case).stamp)
    words: dict[Lang, tuple[str, ...]] = {
        "zh": (
            "2022-12-31",
            "abc1234",
            "未提交的改动",
            "9.9",
            "1条，未计入",
            "C1-2、B2 体系要求",
            "未核实",
        ),
        "en": ("2022-12-31", "abc1234", "not committed", "9.9", "the day: 1", "C1-2", "unverified"),
    }
    assert [word for word in words[lang] if word not in stamp] == []


def test_what_is_invented_is_said_on_top() -> None:
    invented = TEXTS["data/pilot.yaml"] + "invented: 全部虚构\n"
    case = case_of({"data/pilot.yaml": invented})
    for one in REPORTS:
        for made in make(one, case):
            assert "全部虚构" in made.content.decode().partition("试点概况")[0]


def test_a_changed_table_is_named() -> None:
    same = case_of(TEXTS | {"data/scoring.yaml": TABLE})
    assert "均未改动" in " ".join(report("targets").build(same).stamp)
    less = case_of(TEXTS | {"data/scoring.yaml": TABLE.replace("组织了培训，", "办了培训，")})
    assert "与官方计分表不同" in " ".join(report("targets").build(less).stamp)


def test_the_score_sheet_adds_up_to_the_score() -> None:
    case = CASES["zh"]
    document = report("score-sheet").build(case)
    (sheet, *_) = tables(document)
    *lines, total = [row.cells[4] for row in sheet.rows]
    values = [cell.value for cell in lines if isinstance(cell, Cell)]
    assert sum(value for value in values if isinstance(value, Decimal)) == case.score.supported
    assert total
    assert total.value == case.score.supported
    assert [fact.label for fact in document.facts] == ["项目名称", "承担单位", "评估得分"]
    assert [column.title for column in sheet.columns] == list(case.score.table.columns)


def test_the_summary_counts_the_list() -> None:
    (listing,) = tables(report("standards-list").build(CASES["zh"]))
    summary, ranks = tables(report("standards-summary").build(CASES["zh"]))
    column = [one.title for one in summary.columns].index("合计")
    total = summary.rows[-1].cells[column]
    assert total
    assert total.value == len(listing.rows) == 3
    required = ranks.rows[-1].cells[1]
    assert required
    assert required.value == 3


def test_evidence_is_numbered_by_date_within_its_indicator() -> None:
    numbers = CASES["zh"].numbers
    assert [(number, record.id) for number, record in numbers.in_order()] == [
        ("A1-B1-C1-01", "chengli"),
        ("A1-B1-C2-01", "mimi"),
        ("A1-B1-C2-02", "peixun"),
    ]
    assert numbers.of_criterion("C2-1b") == ["A1-B1-C2-01", "A1-B1-C2-02"]


def test_names_of_files() -> None:
    one = report("self-evaluation")
    assert [made.name for made in make(one, CASES["zh"])] == [
        "自我评价报告-2022-12-31.md",
        "自我评价报告-2022-12-31.html",
    ]
    (made,) = make(one, CASES["en"], ["md"])
    assert made.name == "self-evaluation-2022-12-31.md"
