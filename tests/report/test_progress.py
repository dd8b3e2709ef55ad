"""进度通报: who is named, and whether its figures are those of the lights."""

import pytest

from pilotkit.model.measurement import cut_percent
from pilotkit.plan.lights import Light
from pilotkit.report.case import Case
from pilotkit.report.document import Bullets, Cell, Figure, Paragraph, Table
from pilotkit.report.reports.progress import build
from plan_records import Texts
from small_pilot import TEXTS, case_of
from small_plan import MEETING, TRAINING, plan, record, status_on, task

WORLD: Texts = plan(task("P1-1", MEETING, TRAINING)) | {
    "data/pilot.yaml": TEXTS["data/pilot.yaml"].replace("2022-12-31", "2021-08-01"),
    **record("会议", "m", "2021-05-10"),
    **record("培训", "a", "2021-05-11", "dj"),
}


@pytest.fixture
def case() -> Case:
    return case_of(WORLD)


def test_who_is_late_is_named_and_who_was_in_time(case: Case) -> None:
    blocks = build(case).blocks
    (named,) = [block for block in blocks if isinstance(block, Bullets)]
    assert [item.partition("：")[0] for item in named.items] == ["西街道办事处"]
    ahead = [
        block.text for block in blocks if isinstance(block, Paragraph) and "按期" in block.text
    ]
    assert "东街道办事处" in ahead[0]
    assert "西街道办事处" not in ahead[0]


def test_the_figures_are_those_of_the_lights(case: Case) -> None:
    status = status_on("2021-08-01", WORLD)
    lights = {one.unit.name: one for one in status.units if one.timeliness.due}
    *_, figures = [block for block in build(case).blocks if isinstance(block, Table)]
    rows = [[cell.text for cell in row.cells if isinstance(cell, Cell)] for row in figures.rows]
    assert {row[0] for row in rows} == set(lights)
    for name, in_time, due, share in rows:
        timeliness = lights[name].timeliness
        assert (int(in_time), int(due)) == timeliness
        assert timeliness.rate is not None
        assert share == cut_percent(timeliness.rate)


def test_the_drawing_counts_the_lights(case: Case) -> None:
    figures = [block for block in build(case).blocks if isinstance(block, Figure)]
    (figure,) = [one for one in figures if one.caption == "单位红黄绿灯"]
    assert "西街道办事处" in figure.svg
    lights = status_on("2021-08-01", WORLD).units
    assert figure.svg.count(">红灯<") == 1 + sum(one.light is Light.RED for one in lights)


def test_what_was_due_before_the_plan_is_explained() -> None:
    late = plan(task("P1-1", MEETING, TRAINING), issued="2021-07-20")
    pilot = {"data/pilot.yaml": WORLD["data/pilot.yaml"]}
    said = [getattr(block, "text", "") for block in build(case_of(late | pilot)).blocks]
    assert any("不算逾期" in text for text in said)
    assert any("不计算" in text for text in said)
    assert any("目前没有逾期的单位" in text for text in said)


def test_the_matrix_is_drawn_and_adds_up(case: Case) -> None:
    blocks = build(case).blocks
    caption = "单位×要素（已有/应有）"
    (figure,) = [one for one in blocks if isinstance(one, Figure) and one.caption == caption]
    (table,) = [
        one for one in blocks if isinstance(one, Table) and one.caption == "各单位已有/应有"
    ]
    *rows, total = [[cell.text for cell in row.cells if cell] for row in table.rows]
    assert [row[0] for row in rows] == [unit.name for unit in case.repository.living_units()]
    for column, whole in enumerate(total[1:], start=1):
        parts = [row[column].split("/") for row in rows if "/" in row[column]]
        there, all_ = (sum(int(part[at]) for part in parts) for at in (0, 1))
        assert whole == (f"{there}/{all_}" if all_ else "—")
    assert all(f">{field}<" in figure.svg for row in rows for field in row[1:])
