from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.edit.splice import spans_of, with_items, with_value
from pilotkit.load.yaml_source import read_yaml
from pilotkit.model.location import Route
from pilotkit.model.values import Plain

TEXT = """\
# 头
id: ziping   # 编号
note: |
  长文
  两行

points:
  # 领导
  - {criterion: C1-1, points: 1}  # 有文件

  - criterion: C2-1
    points: 0.50   # 半
# 完
"""
ITEM = {"criterion": "C9-1", "points": Plain("2")}


def test_every_value_is_found_where_it_is_written() -> None:
    spans = spans_of(TEXT)
    written = {route: TEXT[span.start : span.end] for route, span in spans.items()}
    assert written["id",] == "ziping"
    assert written["note",] == "|\n  长文\n  两行"
    assert written["points", 0] == "{criterion: C1-1, points: 1}"
    assert written["points", 1, "points"] == "0.50"
    assert written["points",].endswith("0.50")


@pytest.mark.parametrize(
    ("route", "value", "line", "changed"),
    [
        (("id",), "新: 的", "id: ziping   # 编号", 'id: "新: 的"   # 编号'),
        (("points", 1, "points"), Plain("1"), "points: 0.50   # 半", "points: 1   # 半"),
        (
            ("points", 1, "note"),
            "还缺",
            "    points: 0.50   # 半\n",
            "    points: 0.50   # 半\n    note: 还缺\n",
        ),
        (
            ("points", 0, "note"),
            "a, b",
            "points: 1}  # 有文件",
            'points: 1, note: "a, b"}  # 有文件',
        ),
        (("passed",), True, "# 半\n", "# 半\npassed: true\n"),
    ],
)
def test_one_value_changes_and_nothing_else(
    route: Route, value: Any, line: str, changed: str
) -> None:
    assert with_value(TEXT, route, value) == TEXT.replace(line, changed)
    windows = TEXT.replace("\n", "\r\n")
    assert with_value(windows, route, value) == TEXT.replace(line, changed).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (TEXT, TEXT.replace("# 半\n", "# 半\n  - {criterion: C9-1, points: 2}\n")),
        ("a: 1", "a: 1\npoints:\n- {criterion: C9-1, points: 2}\n"),
        ("points:\n", "points:\n- {criterion: C9-1, points: 2}\n"),
        ("points: []\na: 1\n", "points: [{criterion: C9-1, points: 2}]\na: 1\n"),
        ("points: [ {a: b} ] # x\n", "points: [ {a: b}, {criterion: C9-1, points: 2}] # x\n"),
        ("points:\n- a: b\n", "points:\n- a: b\n- {criterion: C9-1, points: 2}\n"),
        ("points:\n-\n  a: b", "points:\n-\n  a: b\n- {criterion: C9-1, points: 2}\n"),
        ("{a: 1, points: []}", "{a: 1, points: [{criterion: C9-1, points: 2}]}"),
    ],
)
def test_an_item_is_added_where_the_list_ends(text: str, changed: str) -> None:
    assert with_items(text, "points", [ITEM]) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("a:\r\n  - b  # c\r\n", "a:\r\n  - b  # c\r\n  - t\r\n  - u\r\n"),
        ("a: [b]\n", "a: [b, t, u]\n"),
        ("a:\n", "a:\n- t\n- u\n"),
        ("b: 1\n", "b: 1\na:\n- t\n- u\n"),
    ],
)
def test_several_items_keep_their_order(text: str, changed: str) -> None:
    assert with_items(text, "a", ["t", "u"]) == changed


@given(st.text(st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029\u00ad")))
def test_any_text_comes_back_from_where_it_was_put(value: str) -> None:
    for route in (("id",), ("note",), ("points", 0, "note"), ("points", 1, "note"), ("new",)):
        document = read_yaml("", with_value(TEXT, route, value).encode())
        data: Any = document.data
        assert not document.refused
        for step in route:
            data = data[step]
        assert data == value
        assert len(document.data["points"]) == 2
