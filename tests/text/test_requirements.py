"""What a text requires, sentence by sentence, each at its place and with its list."""

import pytest

from pilotkit.text.requirements import requirements_of


def _found(said: str) -> list[tuple[int, int, str]]:
    found = requirements_of(f"# 5 要求\n\n## 5.1\n\n{said}")
    return [(one.line, one.column, one.words) for one in found]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "大厅有茶水。受理岗应当面核对。不齐的，应告知；相应的费用不收。",
            [(5, 7, "受理岗应当面核对"), (5, 16, "不齐的应告知")],
        ),
        ("受理岗应核对：\n\n- 申请表；\n- 身份证。", [(5, 1, "受理岗应核对申请表身份证")]),
        ("受理岗应做到：\n\n- 应核对；\n- 应告知。", [(7, 3, "应核对"), (8, 3, "应告知")]),
        (
            "应备：\n\na) 表；\n\nb) 应当面填：\n\n    1) 名；\n\nc) 证。",
            [(5, 1, "应备表证"), (9, 4, "应当面填名")],
        ),
        ("a) 应核对\n   原件。应留\n   底。", [(5, 4, "应核对原件"), (6, 7, "应留底")]),
        ("应备：\n\n| 材料 |\n|---|\n| 表 |", [(5, 1, "应备材料表")]),
        ("应符合下列要求：\n\n# 6 其他", []),
        ("窗口供应饮水，相应的费用由中心承担。", []),
    ],
    ids=["sentences", "list", "items", "nested", "lines", "table", "nothing", "none"],
)
def test_a_requirement_is_a_sentence_with_its_list(
    said: str, expected: list[tuple[int, int, str]]
) -> None:
    assert _found(said) == expected


def test_it_knows_its_clause_and_only_the_own_elements_require() -> None:
    text = "# 1 范围\n\n应执行。\n\n# 5 要求\n\n## 5.1\n\n应核对。\n"
    assert [one.clause for one in requirements_of(text)] == ["5.1"]
