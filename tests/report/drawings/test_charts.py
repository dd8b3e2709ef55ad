from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from drawn import SVG, boxes, obeys_the_laws, root, texts
from pilotkit.report.drawings import (
    coverage_bars,
    gantt,
    heat_map,
    lights,
    radar,
    references,
    score_bars,
    trend,
)
from pilotkit.report.drawings.directions import Direction, directions
from pilotkit.report.drawings.gantt import LateTask, Phase, Schedule
from pilotkit.report.drawings.lettering import Length

APRIL = date(2021, 4, 1)
PHASES = [
    Phase("1. 动员部署阶段", date(2021, 4, 1), date(2021, 11, 30), 1, 2, []),
    Phase("2. 调研培训阶段", date(2021, 11, 1), date(2024, 4, 10), 0, 0),
]
LATE = [LateTask("P1-3 召开动员大会", date(2021, 11, 30))]


def schedule(day: date) -> Schedule:
    return Schedule("阶段进度图", [PHASES[0]._replace(late=LATE), PHASES[1]], day)


def description(svg: str) -> str:
    return root(svg).findtext(f"{SVG}desc") or ""


def close(one: Length, other: Length) -> bool:
    return abs(Fraction(one - other)) <= Fraction(1, 5)


def shapes(svg: str, kind: str) -> list[ET.Element]:
    return list(root(svg).iter(f"{SVG}{kind}"))


def test_gantt_names_the_day_and_what_is_late() -> None:
    svg = gantt.draw(schedule(date(2021, 12, 16)), "zh")
    shown = texts(svg)
    assert {"截至 2021-12-16", "P1-3 召开动员大会", "逾期 16 天", "1/2", "2021年", "4月"} <= set(
        shown
    )
    assert "2021-04-01 至 2021-11-30，完成 1/2，逾期 1" in description(svg)


def test_gantt_fills_the_share_of_tasks_done() -> None:
    svg = gantt.draw(schedule(date(2021, 12, 16)), "en")
    planned, done = boxes(svg)[1:3]  # after the stripe of the second row
    assert close(done.width * 2, planned.width)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2020, 1, 1), "as of 2020-01-01 (before all phases)"),
        (date(9999, 12, 31), "as of 9999-12-31 (after all phases)"),
    ],
)
def test_gantt_says_when_the_day_is_outside(day: date, said: str) -> None:
    drawn = Schedule("阶段进度图", PHASES, day)
    svg = gantt.draw(drawn, "en")
    obeys_the_laws(svg)
    assert said in texts(svg)


def test_score_bars_show_three_figures_and_what_is_not_claimed() -> None:
    bars = [
        score_bars.Bar("B1 组织管理", Decimal("1.0"), None, 4),
        score_bars.Bar("B2 机制建设", Decimal("4.5"), 6, 6),
    ]
    svg = score_bars.draw(score_bars.ScoreBars("各项得分", bars), "zh")
    shown = texts(svg)
    assert shown[shown.index("B1 组织管理") :][1:4] == ["1", "—", "4"]
    assert description(svg) == (
        "B1 组织管理 有据 1 分，未自评，满分 4 分；B2 机制建设 有据 4.5 分，自评 6 分，满分 6 分"
    )
    maximum, supported, claimed = boxes(svg)[2:5]
    assert maximum.width == claimed.width
    assert close(supported.width, maximum.width * Fraction(3, 4))


def test_coverage_shows_fractions_and_the_unconfirmed_apart() -> None:
    parts = [
        coverage_bars.Coverage("TG", 41, 50, unconfirmed=12),
        coverage_bars.Coverage("GL", 0, 0),
    ]
    drawn = coverage_bars.CoverageBars("标准覆盖率", parts, Fraction(9, 10))
    svg = coverage_bars.draw(drawn, "zh")
    assert {"41/50 = 82.0 %", "另有待确认 12", "不适用", "目标 90.0 %"} <= set(texts(svg))
    assert description(svg) == "TG 41/50 = 82.0 %；GL 不适用"
    without = coverage_bars.draw(drawn._replace(target=None), "en")
    assert not any("target" in each for each in texts(without))


def test_radar_leaves_out_what_nobody_claimed() -> None:
    axes = [radar.Axis(f"A{n}", 5, None if n == 1 else 8, 10) for n in range(1, 5)]
    svg = radar.draw(radar.Radar("得分率", axes), "zh")
    assert len(shapes(svg, "circle")) == 4 + 3
    assert "有据 5，自评 —，满分 10" in texts(svg)
    nothing = [radar.Axis("A1", 0, 0, 0)] * 3
    obeys_the_laws(radar.draw(radar.Radar("得分率", nothing), "en"))


def test_directions_of_a_quarter_are_exact() -> None:
    up, right = Direction(Fraction(0), Fraction(1)), Direction(Fraction(1), Fraction(0))
    down, left = Direction(Fraction(0), Fraction(-1)), Direction(Fraction(-1), Fraction(0))
    assert directions(4) == [up, right, down, left]
    assert all(abs(x * x + y * y - 1) < Fraction(1, 10**6) for x, y in directions(7))


def test_trend_writes_the_last_value_and_leaves_out_what_has_no_room() -> None:
    points = [trend.Measured(APRIL + timedelta(day), day) for day in range(60)]
    svg = trend.draw(trend.Trend("得分趋势", "有据得分", points, 100), "zh")
    assert "59" in texts(svg)
    assert "58" not in texts(svg)
    assert len(shapes(svg, "circle")) == 60
    low = [trend.Measured(APRIL + timedelta(30 * at), at // 8) for at in range(9)]
    assert "1" in texts(trend.draw(trend.Trend("得分趋势", "有据得分", low, 100), "zh"))


def test_trend_of_one_point_and_of_a_steep_rise() -> None:
    one = trend.Trend("得分趋势", "有据得分", [trend.Measured(date(2021, 4, 1), 50)], 100)
    assert "50" in texts(trend.draw(one, "zh"))
    late = trend.Measured(date(2024, 4, 1), 60)
    steep = [one.points[0], trend.Measured(date(2021, 4, 2), 99), late]
    svg = trend.draw(one._replace(points=steep), "zh")
    heights = {e.text: Fraction(e.get("y", "")) for e in shapes(svg, "text")}
    assert heights["50"] > Fraction(shapes(svg, "circle")[0].get("cy", ""))
    nothing = trend.Trend("得分趋势", "有据得分", one.points, 0)
    assert "0" in texts(trend.draw(nothing._replace(points=[late._replace(value=0)]), "zh"))


def test_heat_map_tells_fields_apart_by_words_too() -> None:
    fields = [(0, 3), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5), (0, 0)]
    row = heat_map.Row("区民政局", [heat_map.Field(*each) for each in fields])
    columns = [f"第{number}列" for number in range(7)]
    svg = heat_map.draw(heat_map.HeatMap("覆盖", columns, [row]), "zh")
    assert texts(svg)[-14:-7] == ["0/3", "1/5", "2/5", "3/5", "4/5", "5/5", "—"]
    assert len({each.get("fill") for each in shapes(svg, "rect")[1:8]}) == 7
    assert description(svg).startswith("区民政局 第0列 0/3 = 0.0 %；")
    assert "第6列" not in description(svg)


def test_lights_can_be_read_without_colours() -> None:
    units = [
        lights.Unit("区民政局", "红", ["缺 1 名专职"]),
        lights.Unit("区司法局", "绿"),
        lights.Unit("区教育局", "黄"),
        lights.Unit("区财政局", "灰"),
    ]
    svg = lights.draw(lights.Lights("各单位进度", units, {"红": "有逾期任务"}), "zh")
    shown = texts(svg)
    assert [shown.count(f"{light}灯") for light in "绿黄红灰"] == [2, 2, 2, 2]
    assert {"缺 1 名专职", "有逾期任务"} <= set(shown)
    assert description(svg).startswith("区民政局 红灯 缺 1 名专职；区司法局 绿灯")


def test_who_cites_whom_is_drawn_with_a_line_each() -> None:
    data = references.References(
        "引用",
        [references.Group("服务", [references.Node("a", "甲", 3), references.Node("b", "乙")])],
        [references.Group("外部", [references.Node("x", "丙", 4, is_gone=True)])],
        [references.Edge("a", "x", 3), references.Edge("b", "x"), references.Edge("z", "x")],
        ["丁"],
    )
    svg = references.draw(data, "zh")
    thick, thin = root(svg).iter(f"{SVG}path")
    assert (thick.get("stroke-width"), thin.get("stroke-width")) == ("1.3", None)
    assert len(boxes(svg, dashed=True)) == 2  # its node and the legend
    assert [one for one in texts(svg) if one in {"甲", "3项", "乙"}] == ["甲", "3项", "乙"]
    assert "没有引用关系的标准 1 项" in texts(svg)
