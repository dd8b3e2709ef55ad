"""What is true of every drawing, whatever it is given."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn import SVG, obeys_the_laws, root, texts
from pilotkit.model.sentence import Lang
from pilotkit.report.drawings import (
    badge,
    coverage_bars,
    framework,
    framework_boxes,
    gantt,
    heat_map,
    lights,
    radar,
    references,
    score_bars,
    trend,
)

HOSTILE = "</text><script>alert('1')</script>&amp;\" onload=\"x\x1b[31m\u202e\ud800\0 %s {0} ]]>"

TEXT = st.one_of(
    st.text(max_size=30),
    st.text("政务服务标准体系（）“”、，—一2021 GB/T.W", max_size=90),
    st.just(HOSTILE),
)
COUNT = st.integers(0, 999)
LANG = st.sampled_from(get_args(Lang))
DAY = st.dates(date(2015, 1, 1), date(2035, 12, 31))
# Points out of 30, in tenths as the table gives them.
POINTS = st.integers(0, 300).map(lambda tenths: Decimal(tenths) / 10)
LIGHT = st.sampled_from(get_args(lights.Light))


T = TypeVar("T")


def rows(each: st.SearchStrategy[T], least: int = 0, most: int = 5) -> st.SearchStrategy[list[T]]:
    return st.lists(each, min_size=least, max_size=most)


SUBSYSTEMS = rows(st.builds(framework_boxes.Subsystem, TEXT, TEXT, COUNT, COUNT), most=6)
PILLARS = rows(st.builds(framework_boxes.Pillar, TEXT, TEXT, SUBSYSTEMS), most=2)
LAYERS = rows(st.builds(framework.Layer, TEXT, TEXT, PILLARS, TEXT), most=3)
SYSTEM = st.builds(framework.System, TEXT, LAYERS)
BARS = st.builds(score_bars.Bar, TEXT, POINTS, st.none() | POINTS, st.just(30))
SCORE_BARS = st.builds(score_bars.ScoreBars, TEXT, rows(BARS))
AXIS = st.builds(radar.Axis, TEXT, POINTS, st.none() | POINTS, st.just(30))
RADAR = st.builds(radar.Radar, TEXT, rows(AXIS, 3, 8))
PART = st.integers(0, 99).flatmap(
    lambda n: st.builds(coverage_bars.Coverage, TEXT, st.integers(0, n), st.just(n), COUNT)
)
TARGET = st.none() | st.fractions(0, 1)
COVERAGE = st.builds(coverage_bars.CoverageBars, TEXT, rows(PART), TARGET)
MEASURED = rows(st.builds(trend.Measured, DAY, POINTS), 1, 40).map(sorted)
TREND = st.builds(trend.Trend, TEXT, TEXT, MEASURED, st.just(30), TEXT)
FIELD = st.builds(heat_map.Field, COUNT, COUNT)
HEAT = st.integers(0, 12).flatmap(
    lambda n: st.builds(
        heat_map.HeatMap,
        TEXT,
        rows(TEXT, n, n),
        rows(st.builds(heat_map.Row, TEXT, rows(FIELD, n, n))),
    )
)
UNITS = rows(st.builds(lights.Unit, TEXT, LIGHT, rows(TEXT, most=3)))
LIGHTS = st.builds(lights.Lights, TEXT, UNITS, st.dictionaries(LIGHT, TEXT))
NODES = rows(
    st.builds(references.Node, st.sampled_from("abcdef"), TEXT, COUNT, st.booleans()), most=4
).map(lambda nodes: list({node.key: node for node in nodes}.values()))
SIDE = rows(st.builds(references.Group, TEXT, NODES), most=1)
EDGES = rows(
    st.builds(references.Edge, st.sampled_from("abcdef"), st.sampled_from("abcdef"), COUNT)
)
REFERENCES = st.builds(references.References, TEXT, SIDE, SIDE, EDGES, rows(TEXT), TEXT)
BADGE = st.builds(badge.Badge, TEXT, TEXT, st.sampled_from(get_args(badge.Tone)))


@st.composite
def schedules(draw: st.DrawFn) -> gantt.Schedule:
    day = draw(DAY)
    late = rows(st.builds(gantt.LateTask, TEXT, st.dates(date(2015, 1, 1), day)), most=3)
    phases = []
    for _ in range(draw(st.integers(1, 5))):
        start, end = sorted((draw(DAY), draw(DAY)))
        tasks = draw(st.integers(0, 9))
        done = draw(st.integers(0, tasks))
        phases.append(gantt.Phase(draw(TEXT), start, end, done, tasks, draw(late)))
    return gantt.Schedule(draw(TEXT), phases, day)


DRAWINGS: dict[str, st.SearchStrategy[Callable[[], str]]] = {
    name: st.builds(lambda draw, data, lang: lambda: draw(data, lang), st.just(draw), data, LANG)
    for name, draw, data in (
        ("framework", framework.draw, SYSTEM),
        ("gantt", gantt.draw, schedules()),
        ("score_bars", score_bars.draw, SCORE_BARS),
        ("radar", radar.draw, RADAR),
        ("coverage_bars", coverage_bars.draw, COVERAGE),
        ("trend", trend.draw, TREND),
        ("heat_map", heat_map.draw, HEAT),
        ("lights", lights.draw, LIGHTS),
        ("references", references.draw, REFERENCES),
    )
} | {"badge": BADGE.map(lambda data: lambda: badge.draw(data))}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_obeys_the_laws(name: str) -> None:
    @settings(max_examples=25, deadline=None, derandomize=True)
    @given(DRAWINGS[name])
    def law(drawing: Callable[[], str]) -> None:
        svg = drawing()
        assert svg == drawing()
        obeys_the_laws(svg)

    law()


def test_hostile_text_stays_text() -> None:
    svg = badge.draw(badge.Badge(HOSTILE, "1"))
    shown = HOSTILE.replace("\x1b", r"\x1b").replace("\u202e", r"\u202e")
    shown = shown.replace("\ud800", r"\ud800").replace("\0", r"\x00")
    assert root(svg).findtext(f"{SVG}title") == f"{shown} 1"
    assert texts(svg)[0] == shown[: len(texts(svg)[0]) - 1] + "…"


def test_nothing_is_fetched() -> None:
    svg = badge.draw(badge.Badge("标签", "值", "good"))
    assert svg.count("http") == 1  # the namespace


def test_a_note_is_printed_small_below() -> None:
    one = trend.Trend(
        "走势", "得分", [trend.Measured(date(2021, 12, 16), 9)], 10, "截至 2021-12-16"
    )
    assert texts(trend.draw(one, "zh"))[-1] == "截至 2021-12-16"
