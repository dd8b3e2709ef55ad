"""Values of texts, each with its place."""

import pytest

from pilotkit.text.values import values_of


def said(words: str, title: str = "要求") -> list[tuple[str, str, int]]:
    """Return what a clause with these words holds: about what, the value, its column."""
    text = f"# 5 {title}\n\n{words}\n"
    return [
        (f"{one.about}（{one.of}）" if one.of else str(one.about), one.value, one.column)
        for one in values_of(text)
    ]


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
        ("收取登记费，住宅登记费每件 80 元。", [("收费（住宅登记费）", "80 元", 7)]),
        ("申请人年满 60 周岁。", [("受理条件（年龄）", "60 周岁", 4)]),
        ("申请人社会保险满12个月。", [("受理条件（社会保险）", "12 个月", 4)]),
        (
            "法定 15 日，承诺 10 天，均以自然日计。",
            [("法定时限", "15 个自然日", 4), ("承诺时限", "10 个自然日", 12)],
        ),
        ("现场勘验由县住建局勘验岗完成。", [("责任岗位（现场勘验）", "县住建局勘验岗", 1)]),
        ("勘验岗承担现场勘验。", [("责任岗位（现场勘验）", "勘验岗", 1)]),
        (
            "勘验岗应在受理后 3 个工作日内到场勘验，填写勘验记录。",
            [("责任岗位（到场勘验）", "勘验岗", 1), ("责任岗位（填写勘验记录）", "勘验岗", 1)],
        ),
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
        "案卷应在办结后 30 日内归档。",
        "志愿者年满 60 周岁。",
        "抽查记录 10 份。",
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


def test_what_lists_materials_says_how_many_of_each() -> None:
    text = (
        "# 5 受理\n\n受理岗应核对下列材料：\n\na) 营业执照复印件，1份；\nb) 双方身份证，各两份。\n"
        "\n# 6 材料\n\n| 材料名称 | 形式 | 份数 |\n| --- | --- | --- |\n"
        "| 营业执照（副本） | 复印件 | 2 |\n"
    )
    found = [(one.of, one.value) for one in values_of(text) if one.about == "材料份数"]
    assert found == [("营业执照", "1 份"), ("双方身份证", "2 份"), ("营业执照", "2 份")]


def test_a_table_says_it_beside_its_labels() -> None:
    text = (
        "# 4 事项信息\n\n| 项目 | 内容 |\n| --- | --- |\n| 法定时限 | 20个工作日 |\n"
        "| 承诺时限（工作日） | 5 |\n| 收费 | 50元 |\n| 咨询电话 | 000-20230001 |\n"
        "| 申请条件 | 年满18周岁，有固定住所 |\n| 申请材料 | 申请表1份，身份证复印件2份 |\n"
    )
    assert [(str(one.about), one.of, one.value, one.line) for one in values_of(text)] == [
        ("法定时限", "", "20 个工作日", 5),
        ("承诺时限", "", "5 个工作日", 6),
        ("收费", "", "50 元", 7),
        ("咨询电话", "", "000-20230001", 8),
        ("受理条件", "年龄", "18 周岁", 9),
        ("材料份数", "申请表", "1 份", 10),
        ("材料份数", "身份证", "2 份", 10),
    ]


def test_a_table_of_steps_says_whose_each_is() -> None:
    text = (
        "# 5 办理\n\n| 环节 | 责任岗位 | 时限 |\n| --- | --- | --- |\n"
        "| 初审 | 初审岗 | 2个工作日 |\n"
        "| 送达 | 综合窗口 | 当日 |\n"
    )
    assert [(one.of, one.value, one.line) for one in values_of(text)] == [("初审", "初审岗", 5)]
