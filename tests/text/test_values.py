"""Values of texts, each with its place."""

import pytest

from pilotkit.text.values import values_of


def said(words: str, title: str = "要求") -> list[tuple[str, str, int]]:
    """Return what a clause with these words holds: about what, the value, its column."""
    text = f"# 5 {title}\n\n{words}\n"
    return [(str(one.about), one.value, one.column) for one in values_of(text)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("法定时限为 20 个工作日。", [("法定时限", "20 个工作日", 7)]),
        ("承诺时限为15个自然日。", [("承诺时限", "15 个自然日", 6)]),
        (
            "自笔录签字起 5 个工作日出证，法定 15 个工作日。",
            [("承诺时限", "5 个工作日", 8), ("法定时限", "15 个工作日", 20)],
        ),
        ("制证岗 1 个工作日内出证。", []),
        ("应自受理之日起 7 个工作日内办结。", [("承诺时限", "7 个工作日", 9)]),
        ("承诺 3 日，法定 1 个月。", [("承诺时限", "3 日", 4), ("法定时限", "1 个月", 11)]),
        ("每件收费 50 元。", [("收费", "50 元", 3)]),
        ("办理不收取任何费用。", [("收费", "不收费", 3)]),
        ("咨询电话 029-12345678。", [("咨询电话", "029-12345678", 6)]),
        ("投诉电话 029—12345678。", [("投诉电话", "029-12345678", 6)]),
        ("设在虚构路 9 号。", [("地址", "设在虚构路9号", 1)]),
        ("办公时间 9:00—12:00。", [("办理时间", "9:00-12:00", 6)]),
    ],
)
def test_a_value(words: str, found: list[tuple[str, str, int]]) -> None:
    assert said(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "审核岗应在 4 个工作日内核对。",
        "经批准可延长 10 个工作日办结。",
        "工本费收取 5 元。",
        "电话 029-12345678。",
        "咨询、投诉电话 029-12345678。",
        "编号 029-123456789。",
        "演练在 9:00—12:00 进行。",
        f"虚构路{'9' * 5000}号。",
    ],
)
def test_a_lookalike(words: str) -> None:
    assert said(words) == []


def test_the_title_of_the_clause_says_what_a_value_is_of() -> None:
    assert said("5 个工作日。", "办结时限") == [("承诺时限", "5 个工作日", 1)]
    assert said("电话 029-12345678。", "咨询途径") == [("咨询电话", "029-12345678", 4)]


def test_a_table_says_it_in_its_heads() -> None:
    text = (
        "# 5 时限\n\n表1 办结时限（工作日）\n\n| 事项 | 法定时限 | 承诺时限 |\n"
        "| --- | --- | --- |\n| 寄存 | 10 | 当场办结 |\n| 认领 | 20 | 5 |\n"
    )
    found = [(one.value, one.line, one.column, one.said) for one in values_of(text)]
    assert found == [
        ("10 个工作日", 7, 8, "寄存10当场办结"),
        ("20 个工作日", 8, 8, "认领205"),
        ("5 个工作日", 8, 13, "认领205"),
    ]
