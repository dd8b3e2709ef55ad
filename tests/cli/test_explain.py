import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from conftest import Pilot

DAY = ("--as-of", "2022-12-31")


@pytest.fixture(autouse=True)
def _stand_in(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)


def test_what_speaks_against_a_criterion_is_named_with_its_place(pilot: Pilot) -> None:
    code, out, _ = pilot("explain", "C7-1", *DAY)
    assert code == 0
    lines = [line.strip() for line in out.splitlines()]
    at = lines.index("✗ 没有这些问题（框架缺项、子体系没有标准） 40.0 %")
    assert lines[at + 2 : at + 6] == [
        "✗ PK312 子体系“空”还没有现行有效的标准 (data/framework.yaml:6:74)",
        "✗ PK312 子体系“后勤管理”还没有现行有效的标准 (data/framework.yaml:7:50)",
        "✗ PK312 子体系“岗位标准”还没有现行有效的标准 (data/framework.yaml:8:52)",
        "→ 3/5 项有问题",
    ]
    assert "✗ 财务 (data/items/spj/caiwu.yaml:1:5) 没有已发布的自编标准" in lines
    lost = pilot("score", *DAY)[1].replace("\n        ", "")
    assert "没有这些问题（框架缺项、子体系没有标准）：3/5 项有问题；子体系“空”还没有" in lost


def test_a_page_says_whose_figures_these_are_and_of_which_day(pilot: Pilot) -> None:
    for topic in ("C7-1", "B3", "coverage"):
        head = pilot("explain", topic, *DAY)[1].splitlines()[:3]
        assert head == ["小区政务服务标准化试点", "截至 2022-12-31（由 --as-of 指定）", ""]


def test_an_indicator_lists_its_criteria(pilot: Pilot) -> None:
    out = pilot("explain", "B9", *DAY)[1].splitlines()[3:]
    assert out == [
        "B9 公共服务效能提升 *（推定，附件中没有全文）",
        "有据得分 6.6/10，自评得分 —，失分 3.4，待评 0",
        "  C24-1   5/5     提高公共服务效率 *",
        "  C25-1   1.6/5   降低公共服务成本",
        "逐条说明：pilot explain C24-1",
    ]
    assert pilot("explain", "A1", "--lang", "en", *DAY)[1].endswith("pilot explain C1-1\n")


def test_a_measure_is_known_by_its_chinese_name(pilot: Pilot) -> None:
    assert pilot("explain", "标准覆盖率", *DAY) == pilot("explain", "coverage", *DAY)


def test_a_manual_says_how_severe_its_rule_is(pilot: Pilot) -> None:
    first = pilot("explain", "PK414")[1].splitlines()[0]
    assert first == "PK414 law-not-in-force（警告）"


@pytest.mark.parametrize("topic", ["A1", "C1", "coverage", "references-lead-in", "--all"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_is_as_wide_as_the_screen(pilot: Pilot, real: Path, topic: str, lang: str) -> None:
    page = pilot("explain", topic, "-C", str(real), "--lang", lang)[1]
    assert max(cell_len(line) for line in page.splitlines()) <= 80


def test_evidence_is_found_by_its_id_and_by_its_number_in_the_binder(
    pilot: Pilot, real: Path
) -> None:
    number = "A1-B1-C1-01"
    page = pilot("explain", number, "-C", str(real))[1]
    (head,) = [line for line in page.splitlines() if line.startswith(number)]
    id_ = head.split()[1]
    assert pilot("explain", id_, "-C", str(real))[1] == page
    assert "支撑 C1-1" in page
    assert re.search(r"SHA-256\s+[0-9a-f]{64}\n", page)
    assert f"✓ {number} {id_} " in pilot("explain", "C1-1", "-C", str(real))[1]
    code, _, err = pilot("explain", "A1-B1-C1-99", "-C", str(real))
    assert (code, "没有“A1-B1-C1-99”可说明" in err) == (2, True)
