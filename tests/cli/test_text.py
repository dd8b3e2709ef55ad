"""`pilot text`: the outline of a standard, and what rests on it."""

import json
from pathlib import Path

from conftest import Pilot
from pilotkit.cli.reading import read
from pilotkit.load.loader import load
from pilotkit.model.evidence.practice import PracticeRecord

OWN = """\
---
id: {id}
number: Q/QLZW JC 90{n}—2022
title: 样例{n}
kind: 基础标准
subsystem: jc-daoze
unit: spj
citations: {citations}
records:
- {{id: jilu, name: 样例记录, every: 月, retention: 3 年, keeper: spj-biaozhun}}
issued: 2022-08-26
effective: 2022-10-01
---

# 前言

本文件按照GB/T 1.1—2020的规定起草。

# 1 范围

本文件适用于样例。

# 3 术语和定义

## 3.1 样例 sample

供人看的例子。

# 4 要求

应符合{cited}的规定。

表1 数量

| 名称 | 数 |
|---|---|
| 甲 | 1 |

# 附录A（资料性） 说明

## A.1

说明。
"""


def _write(root: Path, n: int, citations: str, cited: str) -> None:
    folder = root / "data/standards/JC"
    text = OWN.format(id=f"jc-yangli{n}", n=n, citations=citations, cited=cited)
    (folder / f"jc-yangli{n}.md").write_text(text, "utf-8")


def _chain(root: Path) -> None:
    """1 is cited by 2 in its text, 2 by 3 in `citations` only, and 3 by 1: a circle."""
    _write(root, 1, "[Q/QLZW JC 903]", "上级文件")
    _write(root, 2, "[]", "Q/QLZW JC 901—2022的第4章")
    _write(root, 3, "[Q/QLZW JC 902]", "下级文件")


def test_the_outline_gives_each_part_with_its_line(pilot: Pilot, demo: Path) -> None:
    """Elements, clauses, terms, citations and tables, at the lines of the file."""
    _chain(demo)
    code, out, _ = pilot("text", "show", "jc-yangli2", "-C", str(demo))
    lines = (demo / "data/standards/JC/jc-yangli2.md").read_text("utf-8").splitlines()
    assert code == 0
    for said, written in (
        ("1 范围", "# 1 范围"),
        ("附录A（资料性） 说明", "# 附录A（资料性） 说明"),
        ("3.1 样例 sample", "## 3.1 样例 sample"),
        ("表1 数量", "表1 数量"),
    ):
        assert any(
            line.split(maxsplit=1) == [str(lines.index(written) + 1), said]
            for line in out.splitlines()
        ), said
    assert "Q/QLZW JC 901—2022 4  正文\n" in out
    assert "GB/T 1.1—2020  正文以外\n" in out


def test_the_outline_is_json_too(pilot: Pilot, demo: Path) -> None:
    """The same for programs."""
    _chain(demo)
    _, out, _ = pilot("text", "show", "Q/QLZW JC 902", "-C", str(demo), "--format", "json")
    outline = json.loads(out)
    assert outline["schema"] == "pilotkit/outline/1"
    assert outline["terms"] == [{"number": "3.1", "term": "样例 sample", "line": 25}]
    assert [one["label"] for one in outline["labelled"]] == ["表1"]


def test_impact_goes_on_through_others_and_ends_in_a_circle(pilot: Pilot, demo: Path) -> None:
    """Direct by the text, through others by `citations`; the standard itself is not its own."""
    _chain(demo)
    code, out, _ = pilot("text", "impact", "jc-yangli1", "-C", str(demo))
    assert code == 0
    assert "直接引用它的自编标准 1\n  jc-yangli2" in out
    assert "第 31 行" in out
    assert "间接引用它的自编标准 1\n  jc-yangli3" in out
    assert "经 jc-yangli2" in out
    assert "样例记录  月  spj-biaozhun" in out
    _, out, _ = pilot("text", "impact", "jc-yangli2", "-C", str(demo))
    assert "仅在 citations 中" in out
    _, out, _ = pilot("text", "impact", "jc-yangli1", "-C", str(demo), "--format", "json")
    assert [(one["id"], one["steps"], one["lines"]) for one in json.loads(out)["standards"]] == [
        ("jc-yangli2", 1, [31]),
        ("jc-yangli3", 2, []),
    ]


def test_impact_names_items_posts_and_evidence_with_their_owners(
    pilot: Pilot, committed: Path
) -> None:
    """All that rests on a standard of the demo."""
    reading = read(committed)
    repository, _ = load(reading.files, None, reading.otherwise)
    record = repository.evidence_of(PracticeRecord)[0]
    standard = next(one for one in repository.standards if one.covers)
    _, out, _ = pilot("text", "impact", record.standard, "-C", str(committed))
    assert f"  {record.id}  {record.title}（" in out
    _, out, _ = pilot("text", "impact", standard.id, "-C", str(committed))
    assert f"  {standard.covers[0]}  " in out


def test_a_standard_that_is_not_there_or_has_no_text(pilot: Pilot, committed: Path) -> None:
    """An unknown id is a fault of use; an adopted standard has no text of ours."""
    code, _, err = pilot("text", "show", "jc-bianzh", "-C", str(committed))
    assert code == 2
    assert "jc-bianzhi" in err
    code, _, err = pilot("text", "show", "gbt-13016", "-C", str(committed))
    assert code == 2
    assert "pilot text impact gbt-13016" in err
