"""`pilot text impact` of a law: who must check again when it changes."""

import json
from pathlib import Path

import pytest

from conftest import Pilot

LAW = """\
id: banfa
title: 小区办证管理办法
number: 小政发〔2020〕7号
class: 政策文件
effective: {effective}
"""
OWN = """\
---
id: {id}
number: Q/XQ TG 00{n}—2022
title: 样例{n}
kind: 办理规程
subsystem: tg
unit: spj
citations: [{cited}]
issued: 2022-03-01
effective: 2022-04-01
{more}---

# 前言

本文件依据《小区办证管理办法》起草。

# 1 范围

本文件适用于样例。

# 4 要求

{said}
"""
ITEM = """\
id: bianfang
name: 边防证办理
class: service
unit: dj
grounds:
- {law: banfa, article: 第九条}
- {title: 《小区办证管理办法》, article: 第十条}
- {title: 《别的办法》, article: 第一条}
"""
EVIDENCE = """\
id: guanche
title: 贯彻《小区办证管理办法》的通知
kind: 文件
date: 2022-05-01
unit: spj
doc_types: [其他]
"""


def _write(root: Path, path: str, text: str) -> None:
    place = root / "data" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def _own(root: Path, n: int, cited: str, said: str, more: str = "") -> None:
    text = OWN.format(id=f"yangli{n}", n=n, cited=cited, said=said, more=more)
    _write(root, f"standards/TG/yangli{n}.md", text)


@pytest.fixture
def resting(small: Path) -> Path:
    """A pilot in which 5 to 8 rest on a law in four ways, and 9 and the foreword of 4 do not."""
    _write(small, "laws/banfa.yaml", LAW.format(effective="2020-06-01"))
    _own(small, 4, "", "应按上级规定办理。")
    _own(
        small,
        5,
        "",
        "应符合《小区 办证管理办法》（以下简称《办法》）的规定。\n\n按《办法》第二条办理。",
    )
    _own(small, 6, "小政发〔2020〕7号", "应符合规定。")
    _own(small, 7, "", "应按照小政发[2020]7号办理。")
    _own(small, 8, "", "应符合Q/XQ TG 005的规定。")
    _own(small, 9, "小区办证管理办法", "应符合规定。", "withdrawn: 2022-12-01\n")
    _write(small, "items/dj/bianfang.yaml", ITEM)
    _own(small, 3, "", "应当场办理。", "covers: [bianfang]\n")
    _write(small, "evidence/spj/guanche.yaml", EVIDENCE)
    _write(
        small,
        "documents/spj/xize.yaml",
        "id: xize\ntitle: 执行小政发〔2020〕7号的细则\nclass: 管理制度\nunit: spj\n",
    )
    pilot = small / "data/pilot.yaml"
    written = pilot.read_text("utf-8")
    pilot.write_text(written.replace("basis: [{", "basis: [{law: banfa, "), "utf-8")
    return small


def test_it_names_all_that_rests_on_a_law(pilot: Pilot, resting: Path) -> None:
    """By title or number, in the text or `citations`; items by their grounds, and their texts."""
    code, out, _ = pilot("text", "impact", "banfa", "-C", str(resting))
    assert code == 0
    assert out.splitlines() == [
        "banfa  小政发〔2020〕7号  小区办证管理办法",
        "截至 2022-12-31，改动它要重新核对：",
        "直接引用它的自编标准 3",
        "  yangli5  样例5（审批局）  第 23、25 行",
        "  yangli6  样例6（审批局）  仅在 citations 中",
        "  yangli7  样例7（审批局）  第 23 行",
        "间接引用它的自编标准 1",
        "  yangli8  样例8（审批局）  经 yangli5",
        "以它为设定依据的事项 1",
        "  bianfang  边防证办理（东街道）  第九条、第十条",
        "这些事项的自编标准 1",
        "  yangli3  样例3（审批局）",
        "试点的依据 1",
        "  关于印发《方案》的通知",
        "提到它的原有文件 1",
        "  xize  执行小政发〔2020〕7号的细则（审批局）",
        "提到它的证据 1",
        "  guanche  贯彻《小区办证管理办法》的通知（审批局）",
    ]


def test_it_is_json_and_english_too(pilot: Pilot, resting: Path) -> None:
    """The same for programs, and in English."""
    where = ("-C", str(resting))
    _, out, _ = pilot("text", "impact", "banfa", *where, "--format", "json")
    told = json.loads(out)
    assert told["schema"] == "pilotkit/law-impact/1"
    assert [(one["id"], one["steps"], one["lines"]) for one in told["standards"]] == [
        ("yangli5", 1, [23, 25]),
        ("yangli6", 1, []),
        ("yangli7", 1, [23]),
        ("yangli8", 2, [23]),
    ]
    assert told["items"] == [
        {
            "id": "bianfang",
            "unit": "dj",
            "articles": ["第九条", "第十条"],
            "standards": ["yangli3"],
        }
    ]
    assert [one["number"] for one in told["basis"]] == ["小发〔2021〕1号"]
    assert told["documents"] == [{"id": "xize", "unit": "spj"}]
    assert told["evidence"] == [{"id": "guanche", "unit": "spj"}]
    _, out, _ = pilot("text", "impact", "banfa", *where, "--lang", "en")
    assert "Items set up by it 1\n" in out
    assert "  lines 23, 25\n" in out


@pytest.mark.parametrize("topic", ["小政发[2020]7号", "《小区办证管理办法》", "小区办证管理办法"])
def test_a_law_is_known_by_its_number_and_title(pilot: Pilot, resting: Path, topic: str) -> None:
    """As it is written, in brackets of any kind."""
    _, by_id, _ = pilot("text", "impact", "banfa", "-C", str(resting))
    assert pilot("text", "impact", topic, "-C", str(resting)) == (0, by_id, "")


def test_of_two_laws_of_one_name_the_one_in_force_is_meant(pilot: Pilot, resting: Path) -> None:
    """The old one is still found by its id."""
    _write(resting, "laws/banfa.yaml", LAW.format(effective="2020-06-01\nwithdrawn: 2022-06-01"))
    renewed = LAW.format(effective="2022-06-01").replace("banfa", "xin").replace("7号", "8号")
    _write(resting, "laws/xin.yaml", renewed)
    _, out, _ = pilot("text", "impact", "小区办证管理办法", "-C", str(resting))
    assert out.startswith("xin  小政发〔2020〕8号")
    _, out, _ = pilot("text", "impact", "banfa", "-C", str(resting))
    assert out.startswith("banfa  小政发〔2020〕7号")


def test_what_is_neither_standard_nor_law_is_one_clear_fault(pilot: Pilot, resting: Path) -> None:
    """With the id that is near."""
    code, out, err = pilot("text", "impact", "banfaa", "-C", str(resting))
    assert (code, out) == (2, "")
    assert "没有标准或法规“banfaa”" in err
    assert "是不是“banfa”" in err
