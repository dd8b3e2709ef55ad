"""`pilot import xlsx`: what somebody changed in a list, and nothing else, goes into the records."""

import errno
import io
import re
import sys
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from conftest import Pilot
from pilotkit.disk.writing import write_new
from pilotkit.model.sheet import BOOKS
from sheets import Cell, Edited, Rows, write

pytestmark = pytest.mark.usefixtures("at_once")
BANZHENG = "data/items/spj/banzheng.yaml"
COMMENTED = """\
# 办证，见清单
id: banzheng   # 编号
name: 办证
class: service
unit: spj
legal_limit: {days: 20, unit: 工作日}
levels: [区]     # 只有区

accepted_at:
# 大厅
- spj  # 窗口
- dj
confirmed: {on: 2022-01-01, by: spj}
code: "0012"
# 完
"""


def tree(root: Path) -> dict[str, bytes]:
    return {
        place.relative_to(root).as_posix(): place.read_bytes()
        for place in sorted(root.rglob("*"))
        if place.is_file()
    }


class Desk:
    """Somebody who exports, edits and imports lists of the small pilot."""

    def __init__(self, pilot: Pilot, root: Path, folder: Path) -> None:
        self.pilot, self.root, self.folder = pilot, root, folder

    def export(self, kind: str) -> Edited:
        place = self.folder / f"{kind}.xlsx"
        ask = ("export", "xlsx", kind, "-C", str(self.root), "-o", str(place), "--force")
        code, _, err = self.pilot(*ask)
        assert code == 0, err
        return Edited(place)

    def take(self, place: Path, *more: str) -> tuple[int, str, str]:
        return self.pilot("import", "xlsx", str(place), "-C", str(self.root), *more)

    def taken(self, place: Path, *more: str) -> str:
        code, out, err = self.take(place, "--yes", *more)
        assert (code, err) == (0, ""), out
        return out

    def refused(self, place: Path, *more: str) -> list[str]:
        before = tree(self.root)
        code, _, err = self.take(place, "--yes", *more)
        assert code in {1, 2}
        assert tree(self.root) == before
        return err.splitlines()

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")


@pytest.fixture
def desk(pilot: Pilot, small: Path, tmp_path: Path) -> Desk:
    """Sit down at the small pilot."""
    (small / BANZHENG).write_text(COMMENTED, "utf-8")
    return Desk(pilot, small, tmp_path)


@pytest.mark.parametrize("kind", BOOKS)
def test_an_untouched_list_changes_no_byte(desk: Desk, kind: str) -> None:
    before = tree(desk.root)
    out = desk.taken(desk.export(kind).save())
    assert tree(desk.root) == before
    assert out.endswith("没有要改的\n")


def test_exactly_the_changed_cells_change(desk: Desk) -> None:
    before = tree(desk.root)
    book = desk.export("items")
    place = book.put("事项清单", "banzheng", "法定时限", 15)
    book.put("事项清单", "banzheng", "承诺时限", 3)
    book.put("事项清单", "banzheng", "受理单位", "东街道")
    book.put("事项清单", "banzheng", "确认日期", None)
    book.put("事项清单", "banzheng", "确认单位", None)
    book.put("事项清单", "banzheng", "事项编码", "=1+1")
    book.put("事项清单", "banzheng", "层级", "区、街道")
    out = desk.taken(book.save())
    assert f"{place}  banzheng  法定时限：20 → 15\n" in out
    assert "改 1 条 7 格，新增 0 条记录 0 项，2 行不变\n" in out
    assert out.endswith("已写入 1 个文件\n")
    assert desk.text(BANZHENG) == (
        COMMENTED.replace("days: 20", "days: 15")
        .replace("- spj  # 窗口\n", "")
        .replace("confirmed: {on: 2022-01-01, by: spj}\n", "")
        .replace('"0012"', "=1+1")
        .replace("[区]", "[区, 街道]")
        .replace("# 完", "promised_limit: {days: 3}\n# 完")
    )
    after = tree(desk.root)
    assert {path for path in after if after[path] != before.get(path)} == {BANZHENG}
    assert desk.taken(book.save()).endswith("没有要改的\n")


JIANCHA = """\
id: jiancha-1
title: 检查
kind: 监督检查
date: 2022-05-01
unit: spj
level: 日常
clauses:
- {standard: zhinan, clause: "4", result: 符合}   # 看过
- {standard: zhinan, clause: "5", result: 不符合}
"""


def test_what_only_a_kind_of_evidence_says_has_a_list_of_its_own(desk: Desk) -> None:
    path = "data/evidence/spj/jiancha-1.yaml"
    (desk.root / path).write_text(JIANCHA, "utf-8")
    book = desk.export("evidence")
    sheet = "监督检查（证据）"
    clauses = "zhinan｜4｜符合\nzhinan｜5｜不符合"
    row, column = book.at(sheet, "jiancha-1", "检查条款")
    assert book.sheets[sheet][row][column] == clauses
    book.put(sheet, "jiancha-1", "检查条款", clauses.replace("不符合", "不适用"))
    book.put(sheet, "jiancha-1", "发现问题", "4｜没有公示｜乙｜2022年6月1日")
    cells: dict[str, Cell] = {"事实描述": "没有公示", "性质": "一般", "日期": date(2022, 6, 1)}
    book.add("不合格项（证据）", 题名="不合格项 1", 单位="审批局", **cells)
    out = desk.taken(book.save())
    assert "改 1 条 2 格，新增 1 条记录 0 项" in out
    assert desk.text(path) == (
        JIANCHA.replace("result: 不符合", "result: 不适用")
        + 'findings: [{clause: "4", facts: 没有公示, owner: 乙, due: 2022-06-01}]\n'
    )
    (made,) = (desk.root / "data/evidence/spj").glob("buhege-20220601-*.yaml")
    assert made.read_text("utf-8").splitlines()[1:] == [
        "title: 不合格项 1",
        "kind: 不合格项",
        "date: 2022-06-01",
        "unit: spj",
        "facts: 没有公示",
        "severity: 一般",
    ]


def test_entries_that_mean_nothing_are_told_with_their_line(desk: Desk) -> None:
    (desk.root / "data/evidence/spj/jiancha-1.yaml").write_text(JIANCHA, "utf-8")
    book = desk.export("evidence")
    sheet = "监督检查（证据）"
    one = book.put(sheet, "jiancha-1", "检查条款", "zhinan｜4｜符合\na｜b｜c｜d")
    two = book.put(sheet, "jiancha-1", "发现问题", "｜没有公示｜｜六月")
    assert desk.refused(book.save()) == [
        f"{one}: 第 2 行有 4 项，最多 3 项：标准｜条款｜结果",
        f"{two}: 第 1 行：“六月”不是日期，应写成 2021-12-16",
        "2 处有问题，没有写入",
    ]
    three = book.put(sheet, "jiancha-1", "检查条款", "zhinan｜4｜大概")
    book.put(sheet, "jiancha-1", "发现问题", None)
    assert desk.refused(book.save())[0].startswith(f"{three}: ")


def test_every_edition_of_a_standard_stands_in_a_cell(desk: Desk) -> None:
    path = "data/standards/adopted/daoze.yaml"
    before = desk.text(path)
    book = desk.export("standards")
    row, column = book.at("标准清单", "daoze", "历次版本")
    told = str(book.sheets["标准清单"][row][column])
    more = told.replace("2010-01-01", "2010-01-02") + "｜2026-01-01\nGB/T 1.1—2026｜｜2025-12-01"
    place = book.put("标准清单", "daoze", "历次版本", more)
    other = book.put("标准清单", "daoze", "发布日期", date(2025, 12, 2))
    said = more.replace("\n", "\\n")
    assert desk.refused(book.save()) == [
        f"{other}: 和 {place} 说的不一样：“{said}”、“2025-12-02”",
        "1 处有问题，没有写入",
    ]
    book.put("标准清单", "daoze", "历次版本", None)
    assert desk.refused(book.save())[0].startswith(f"{other}: 和 {place} 说的不一样：“”、")
    book.put("标准清单", "daoze", "历次版本", more)
    book.put("标准清单", "daoze", "发布日期", date(2025, 12, 1))
    desk.taken(book.save())
    assert desk.text(path) == before.replace("2010-01-01", "2010-01-02").replace(
        "effective: 2020-10-01}\n",
        "effective: 2020-10-01, withdrawn: 2026-01-01}\n"
        "- {number: GB/T 1.1—2026, issued: 2025-12-01}\n",
    )


TOUSU = """\
id: tousu-1
title: 投诉
kind: 意见投诉
date: 2022-07-01
unit: spj
period: {from: 2022-04-01, to: 2022-06-30}
received: 3
resolved: 3
resolved_in_time: 3
open: 0
by_type: {投诉: 2, 建议: 1}  # 类别
by_channel:
  窗口: 1   # 大厅
  热线: 2
"""


def test_numbers_by_name_stand_in_a_cell(desk: Desk) -> None:
    path, sheet = "data/evidence/spj/tousu-1.yaml", "意见投诉（证据）"
    (desk.root / path).write_text(TOUSU, "utf-8")
    book = desk.export("evidence")
    row, column = book.at(sheet, "tousu-1", "分类数")
    assert book.sheets[sheet][row][column] == "投诉｜2\n建议｜1"
    one = book.put(sheet, "tousu-1", "分类数", "投诉｜2\n建议")
    two = book.put(sheet, "tousu-1", "分渠道数", "窗口｜2\n窗口｜1")
    assert desk.refused(book.save()) == [
        f"{one}: 第 2 行要有名称和数量，如：窗口｜3",
        f"{two}: 第 2 行：“窗口”写了两次",
        "2 处有问题，没有写入",
    ]
    book.put(sheet, "tousu-1", "分类数", "投诉｜3")
    book.put(sheet, "tousu-1", "分渠道数", "窗口|1\n热线|1\n网上: 邮件｜1")
    desk.taken(book.save())
    assert desk.text(path) == (
        TOUSU.replace("{投诉: 2, 建议: 1}", "{投诉: 3}").replace("热线: 2", "热线: 1")
        + '  "网上: 邮件": 1\n'
    )


def test_two_sheets_that_say_different_things_are_refused(desk: Desk) -> None:
    (desk.root / "data/evidence/spj/jiancha-1.yaml").write_text(JIANCHA, "utf-8")
    book = desk.export("evidence")
    one = book.put("证据目录", "jiancha-1", "题名", "甲")
    two = book.put("监督检查（证据）", "jiancha-1", "题名", "乙")
    assert desk.refused(book.save())[0] == f"{two}: 和 {one} 说的不一样：“甲”、“乙”"
    book.put("监督检查（证据）", "jiancha-1", "题名", "甲")
    desk.taken(book.save())
    assert "title: 甲\n" in desk.text("data/evidence/spj/jiancha-1.yaml")


def test_front_matter_changes_and_the_text_stays(desk: Desk) -> None:
    path = "data/standards/TG/zhinan.md"
    before = desk.text(path)
    book = desk.export("standards")
    book.put("标准清单", "zhinan", "复审日期", "2022年5月1日")
    book.put("标准清单", "zhinan", "标准编号", None)
    book.put("标准清单", "zhinan", "实施日期", date(2022, 5, 1))
    book.put("标准清单", "daoze", "废止日期", date(2024, 1, 1))
    desk.taken(book.save())
    assert desk.text(path) == before.replace("number: Q/XQ TG 001—2022\n", "").replace(
        "effective: 2022-04-01\n", "effective: 2022-05-01\nrechecked: 2022-05-01\n"
    )
    assert "effective: 2020-10-01, withdrawn: 2024-01-01}" in desk.text(
        "data/standards/adopted/daoze.yaml"
    )


def test_a_list_of_several_records_in_one_file(desk: Desk) -> None:
    before = desk.text("data/units.yaml")
    book = desk.export("units")
    book.put("单位清单", "dj", "别名", "东街\n东街办")
    book.add("单位清单", 编号="xj", 单位名称="西街道", 层级="街道", 角色="街道")
    out = desk.taken(book.save())
    assert "新增 data/units.yaml  西街道" in out
    assert (
        desk.text("data/units.yaml")
        == before.replace("roles: [街道]}", "roles: [街道], aliases: [东街, 东街办]}")
        + "- {id: xj, name: 西街道, level: 街道, roles: [街道]}\n"
    )


def test_new_rows_become_records_with_short_ids(desk: Desk) -> None:
    book = desk.export("items")
    row = book.add("事项清单", 事项名称="年检", 单位="审批局", 层级="区", 到现场次数=1)
    book.add("办理环节", 事项编号="banzheng", 环节名称="受理", 环节时限=2)
    out = desk.taken(book.save())
    (path,) = [path for path in tree(desk.root) if "/sx-spj-" in path]
    assert f"事项清单!{row}  新增 {path}  年检\n" in out
    id_ = Path(path).stem
    assert desk.text(path) == (
        f"id: {id_}\nname: 年检\nclass: service\nunit: spj\nlevels:\n- 区\nvisits: 1\n"
    )
    assert "steps:\n- {name: 受理, limit: {days: 2}}\n" in desk.text(BANZHENG)
    assert desk.taken(book.save()).endswith("没有要改的\n")
    again = desk.export("items")
    assert again.at("办理环节", "banzheng", "环节名称")


def test_every_kind_of_new_record(desk: Desk) -> None:
    rows: dict[str, Rows] = {
        "标准清单": [
            ["标准号", "标准名称", "标准种类", "子体系", "责任单位", "发布日期"],
            [None, "换证服务指南", "服务指南", "服务规范", "审批局", None],
            ["GB/T 20000.1—2014", "标准化工作指南", "术语", "导则", None, date(2014, 12, 31)],
        ],
        "岗位清单": [["岗位名称", "单位", "人数"], ["咨询岗", "审批局", 3]],
        "现有文件目录": [
            ["名称", "类别", "单位", "日期"],
            ["制度", "管理制度", "东街道", "2020/1/2"],
        ],
        "证据目录": [
            ["题名", "种类", "日期", "单位", "会议类型", "存放位置", "归入条目"],
            ["动员会", "会议", date(2021, 5, 3), "审批局", "动员会", "档案室", "C1-2"],
        ],
        "满意度调查": [
            ["题名", "日期", "单位", "方式", "起始", "截止", "非常满意", "不满意", "盒号"],
            [
                "年度调查",
                date(2022, 6, 1),
                "审批局",
                "自测",
                "2022-01-01",
                "2022-05-31",
                9,
                1,
                None,
            ],
        ],
    }
    place = write(desk.folder / "all.xlsx", rows)
    before = tree(desk.root)
    assert desk.refused(place)[0].startswith("满意度调查!I1: 不认识的列“盒号”")
    out = desk.taken(place, "--ignore-column", "盒号")
    assert "满意度调查：没有导入的列：盒号\n" in out
    assert "有据得分" in out
    new = sorted(set(tree(desk.root)) - set(before))
    assert [path.rpartition("-")[0] for path in new] == [
        "data/documents/dj/wj-dj",
        "data/evidence/spj/huiyi-20210503",
        "data/evidence/spj/manyidu-20220601",
        "data/posts/spj/gw-spj",
        "data/standards/TG/bz-spj",
        "data/standards/adopted/bz",
    ]
    assert "editions:\n- {number: GB/T 20000.1—2014, issued: 2014-12-31}\n" in desk.text(new[5])
    assert desk.text(new[4]).startswith("---\nid: bz-spj-")
    assert "archive: {place: 档案室}" in desk.text(new[1])
    assert "counts: {very_satisfied: 9, dissatisfied: 1}" in desk.text(new[2])
    assert desk.taken(place, "--ignore-column", "盒号").endswith("没有要改的\n")


def test_a_new_standard_begins_with_the_text_that_its_kind_asks_for(desk: Desk) -> None:
    rows: Rows = [
        ["标准名称", "标准种类", "子体系", "责任单位", "引用标准", "发布日期"],
        ["换证办理规程", "办理规程", "tg", "审批局", "Q/XQ TG 001、GB/T 1", date(2022, 3, 1)],
        ["术语", "术语", "jc", "审批局", None, None],
    ]
    place = write(desk.folder / "x.xlsx", {"标准清单": rows})
    before = tree(desk.root)
    out = desk.taken(place)
    chapters = "前言、1 范围、2 规范性引用文件、3 术语和定义"
    own = "4 岗位和职责、5 办理步骤、6 监督检查、7 追溯或证实方法、8 记录"
    assert f"    正文先列固定句和章题，内容待写：{chapters}、{own}\n" in out
    assert f"    正文先列固定句和章题，内容待写：{chapters}\n" in out
    bare, whole = sorted(set(tree(desk.root)) - set(before))
    head, text = desk.text(whole).removeprefix("---\n").split("---\n", 1)
    assert head.endswith("citations:\n- Q/XQ TG 001\n- GB/T 1\nissued: 2022-03-01\n")
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        f"# {title}" for title in f"{chapters}、{own}".split("、")
    ]
    assert "请注意本文件的某些内容可能涉及专利。" in text
    assert "\nQ/XQ TG 001 办证服务指南\n\nGB/T 1\n\n# 3 术语和定义\n" in text
    assert "\n本文件没有规范性引用文件。\n" in desk.text(bare)
    _, found, _ = desk.pilot("validate", "-C", str(desk.root))
    said = [line for line in found.splitlines() if line.startswith(whole)]
    assert any("[PK505] 前言缺提出、归口、起草单位、主要起草人" in line for line in said)
    assert any("[PK561] 办理规程缺“办理步骤”" in line for line in said)
    assert any("[PK543] “范围”没有写" in line for line in said)


def test_an_empty_cell_of_another_file_says_nothing(desk: Desk) -> None:
    rows: Rows = [["编号", "事项名称", "备注", "事项编码"], ["banzheng", "办证", None, None]]
    place = write(desk.folder / "x.xlsx", {"事项清单": rows})
    out = desk.taken(place)
    assert "1 行不变\n表中没有的 2 行保持原样，不会删除\n没有要改的\n" in out


def test_both_sides_changed_is_a_conflict(desk: Desk) -> None:
    book = desk.export("items")
    place = book.put("事项清单", "banzheng", "法定时限", 15)
    book.put("事项清单", "banzheng", "备注", "说明")
    text = COMMENTED.replace("days: 20", "days: 18").replace("0012", "0013")
    (desk.root / BANZHENG).write_text(text, "utf-8")
    (line, nothing) = desk.refused(book.save())
    assert line.startswith(f"{place}: 导出以后工作区里的“法定时限”也改了：工作区“18”，表中“15”")
    assert nothing == "1 处有问题，没有写入"
    book.put("事项清单", "banzheng", "法定时限", 18)
    assert "改 1 条 1 格" in desk.taken(book.save())
    assert desk.text(BANZHENG) == text.replace("# 完", "note: 说明\n# 完")


def test_every_fault_at_its_cell(desk: Desk) -> None:
    book = desk.export("items")
    put = book.put
    places = [
        put("事项清单", "banzheng", "单位", "东街道"),
        put("事项清单", "banzheng", "事项类型", "行政许可可"),
        put("事项清单", "banzheng", "法定时限", "两天"),
        put("事项清单", "banzheng", "确认日期", "2022-02-30"),
        put("事项清单", "banzheng", "管理对象", "人"),
        put("事项清单", "banzheng", "受理单位", "南街道"),
        put("事项清单", "caiwu", "事项类别", "服务事项"),
        put("事项清单", "caiwu", "子体系", "不在"),
        put("事项清单", "huanzheng", "事项编码", 1234567890123456),
    ]
    new = book.add("事项清单", 事项名称="无主")
    errors = desk.refused(book.save())
    assert errors.pop() == f"{len(errors)} 处有问题，没有写入"
    told = dict(line.split(": ", 1) for line in errors)
    assert set(told) == {*places, f"事项清单!D{new}"} - {places[1]}
    assert told[places[0]].startswith("换单位要搬动文件")
    assert told[places[2]] == "“两天”不是整数"
    assert told[places[3]].startswith("“2022-02-30”不是日期")
    assert told[places[4]] == "“服务事项”没有“管理对象”这一项，请清空"
    assert "超过 15 位" in told[places[8]]


def test_what_the_rules_find_is_told_at_its_cell(desk: Desk) -> None:
    book = desk.export("items")
    place = book.put("事项清单", "banzheng", "事项类型", "行政许可可")
    other = book.put("事项清单", "banzheng", "对应区级事项", "meiyou")
    lines = desk.refused(book.save())
    assert any(line.startswith(f"{place}: 不是可选的值：行政许可可") for line in lines)
    book.put("事项清单", "banzheng", "事项类型", None)
    lines = desk.refused(book.save())
    assert lines[0].startswith(f"{other}: ")


def test_columns_by_alias_by_map_and_unknown_ones(desk: Desk) -> None:
    rows: Rows = [
        ["事项登记表", None, None, None, None],
        ["序号", "*事项\n名称（全称）", "承诺办结时限（工作日）", "窗口", "跑几次"],
        [1, "办证", 7, "一号", 2],
    ]
    place = write(desk.folder / "登记.xlsx", {"Sheet1": rows})
    lines = desk.refused(place, "--kind", "items")
    assert lines[0].startswith("Sheet1!D2: 不认识的列“窗口”（用 --map 窗口=字段")
    assert lines[1].startswith("Sheet1!E2: 不认识的列“跑几次”")
    more = ("--kind", "items", "--map", "跑几次=到现场次数", "--ignore-column", "窗口")
    out = desk.taken(place, *more, "--unit", "审批局")
    assert "Sheet1!C3  banzheng  承诺时限：（空） → 7\n" in out
    assert "没有导入的列：序号、窗口" in out
    assert "visits: 2\n" in desk.text(BANZHENG)
    assert "没有字段“banana”" in desk.refused(place, "--map", "窗口=banana")[0]
    assert "看不懂“窗口”" in desk.refused(place, "--map", "窗口")[0]
    rows[1][3] = "名称"
    write(place, {"Sheet1": rows})
    assert "和前面一列都是“事项名称”" in desk.refused(place, *more)[0]


def test_a_unit_hands_in_its_own_rows_only(desk: Desk) -> None:
    book = desk.export("documents")
    book.add("现有文件目录", 文件名称="街道制度", 文件类别="管理制度", 单位="东街道")
    book.put("现有文件目录", "zhidu", "理由", "改")
    lines = desk.refused(book.save(), "--unit", "东街道")
    assert lines[0] == "现有文件目录!A4: “zhidu”不是东街道的（--unit 只收本单位的行）"
    rows: Rows = [["文件名称", "类别"], ["街道制度", "管理制度"]]
    place = write(desk.folder / "x.xlsx", {"现有文件目录": rows})
    assert "新增 data/documents/dj/wj-dj-" in desk.taken(place, "--unit", "dj")
    assert "没有单位“东街”" in desk.refused(place, "--unit", "东街")[0]


def test_a_unit_names_its_staff(desk: Desk) -> None:
    old = desk.text("data/staff/spj.yaml")
    book = desk.export("staff")
    sheet = "标准化专兼职人员"
    book.add(sheet, 单位="东街道", 姓名="张三", 专职或兼职="专职", 证书="X-1｜研究院｜2022-04-28")
    book.add(sheet, 单位="东街道", 姓名="李四", 专职或兼职="兼职", 起始日期=date(2022, 1, 1))
    out = desk.taken(book.save())
    assert "新增 1 条记录 2 项" in out
    assert f"{sheet}!6  新增 data/staff/dj.yaml\n" in out
    first, second = (
        line.split("person: ")[1].rstrip("}")
        for line in desk.text("data/staff/dj.yaml").splitlines()[2:]
    )
    assert desk.text("data/staff/dj.yaml") == (
        "unit: dj\npeople:\n"
        "- {name: 张三, time: 专职, certificates: [{number: X-1, issuer: 研究院,"
        f" on: 2022-04-28}}], person: {first}}}\n"
        f"- {{name: 李四, time: 兼职, since: 2022-01-01, person: {second}}}\n"
    )
    assert first.startswith("dj-")
    assert desk.text("data/staff/spj.yaml") == old
    assert desk.taken(book.save()).endswith("没有要改的\n")
    book = desk.export("staff")
    came: Rows = [["培训编号", "人员", "学时"], ["peixun", "张三", 2], ["peixun", "客人", 2]]
    desk.taken(write(desk.folder / "x.xlsx", {"培训签到": came}))
    training = desk.text("data/evidence/spj/peixun.yaml")
    assert f"{{person: {first}, hours: 2}}, {{person: 客人, hours: 2}}]" in training
    book.put(sheet, "东街道", "终止日期", date(2022, 6, 1))
    lines = desk.refused(book.save(), "--unit", "dj")
    assert lines[0].startswith("标准化专兼职人员!A6: “审批局”不是东街道的")
    desk.taken(book.save())
    assert desk.text("data/staff/dj.yaml").count("until: 2022-06-01") == 1


def test_the_staff_of_another_unit_is_refused(desk: Desk) -> None:
    rows: Rows = [
        ["部门", "姓名", "专兼职"],
        ["东街道", "张三", "专职"],
        ["东街", "李四", "兼职"],
        [None, "王五", "专职"],
    ]
    place = write(desk.folder / "x.xlsx", {"名单": rows})
    lines = desk.refused(place, "--unit", "审批局")
    assert lines[0].startswith("名单!A2: “东街道”不是审批局的")
    assert lines[1] == "名单!A3: 没有单位“东街”（是不是“东街道”？）"
    assert len(lines) == 3
    assert desk.refused(place)[-2].startswith("名单!A4: 要写是哪条记录")


def test_who_attended_a_training(desk: Desk) -> None:
    rows: Rows = [["姓名", "学时", "单位", "人数"], ["p1", 6, None, None], ["p2", 4.5, None, None]]
    place = write(desk.folder / "签到.xlsx", {"签到": rows})
    assert "要写是哪条记录" in desk.refused(place, "--kind", "attendance")[0]
    out = desk.taken(place, "--kind", "attendance", "--record", "peixun")
    assert "签到!B2  peixun  学时：（空） → 6\n" in out
    assert "签到!3  peixun  新增一项：p2，4.5\n" in out
    text = desk.text("data/evidence/spj/peixun.yaml")
    assert (
        "attendees: [{person: p1, hours: 6}, {unit: dj, count: 3}, {person: p2, hours: 4.5}]"
        in text
    )
    assert "没有记录“peixu”" in desk.refused(place, "--kind", "attendance", "--record", "peixu")[0]
    book = desk.export("attendance")
    cell = book.put("培训签到", "peixun", "培训名称", "别名")
    assert desk.refused(book.save())[0].startswith(f"{cell}: “培训名称”只供查看")
    book.put("培训签到", "peixun", "培训名称", "标准编制培训")
    book.put("培训签到", "peixun", "序号", 9)
    assert "没有第 9 项" in desk.refused(book.save())[0]


def test_attachments_are_bound_by_their_names(desk: Desk) -> None:
    rows: Rows = [
        ["题名", "种类", "日期", "单位", "会议类型", "文件名"],
        ["部署会", "会议", date(2021, 6, 1), "审批局", "部署会", "纪要.txt\n照片/一.txt"],
    ]
    place = write(desk.folder / "x.xlsx", {"证据目录": rows})
    assert "缺附件“纪要.txt”（用 --attachments" in desk.refused(place)[0]
    files = desk.folder / "附件"
    (files / "照片").mkdir(parents=True)
    (files / "纪要.txt").write_text("纪要", "utf-8")
    (files / "多余.txt").write_text("多", "utf-8")
    lines = desk.refused(place, "--attachments", str(files))
    assert lines[0].startswith("证据目录!F2: 缺附件“照片/一.txt”")
    (files / "照片/一.txt").write_text("照", "utf-8")
    packed = desk.folder / "附件.zip"
    with ZipFile(packed, "w") as package:
        for one in sorted(files.rglob("*.txt")):
            package.write(one, one.relative_to(files).as_posix())
        package.writestr("__MACOSX/._纪要.txt", "")
        package.writestr("照片/Thumbs.db", "")
    out = desk.taken(place, "--attachments", str(packed))
    assert out.count("附件没有对应的行：") == 1
    assert "附件没有对应的行：多余.txt\n" in out
    (record,) = [path for path in tree(desk.root) if "huiyi-20210601" in path and "yaml" in path]
    folder = record.removesuffix(".yaml")
    assert desk.text(f"{folder}/纪要.txt") == "纪要"
    assert desk.text(f"{folder}/一.txt") == "照"
    assert desk.text(record).count("sha256: ") == 2
    assert desk.taken(place, "--attachments", str(files)).endswith("没有要改的\n")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_an_archive_names_its_files_as_windows_or_macos_does(desk: Desk, encoding: str) -> None:
    rows: Rows = [
        ["题名", "种类", "日期", "单位", "会议类型", "文件名"],
        ["部署会", "会议", date(2021, 6, 1), "审批局", "部署会", "纪要.txt"],
    ]
    place = write(desk.folder / "x.xlsx", {"证据目录": rows})
    name = "纪要".encode(encoding)
    packed = io.BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr("x" * len(name) + ".txt", "纪要")
    (desk.folder / "x.zip").write_bytes(packed.getvalue().replace(b"x" * len(name), name))
    out = desk.taken(place, "--attachments", str(desk.folder / "x.zip"))
    assert "    附件 纪要.txt\n" in out


def test_a_file_that_a_row_names_is_not_left_over_when_it_is_there_already(desk: Desk) -> None:
    folder = desk.folder / "att"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")
    rows: Rows = [
        ["题名", "证据种类", "日期", "单位", "会议类型", "文件名"],
        ["会", "会议", date(2021, 6, 1), "审批局", "动员会", "a.pdf"],
    ]
    place = write(desk.folder / "x.xlsx", {"证据目录": rows})
    assert "附件 a.pdf\n" in desk.taken(place, "--attachments", str(folder))
    assert "附件没有对应的行" not in desk.taken(place, "--attachments", str(folder))


def test_a_record_gets_one_file_more(desk: Desk) -> None:
    files = desk.folder / "新"
    files.mkdir()
    (files / "补.txt").write_text("补", "utf-8")
    path = "data/evidence/spj/chengli"
    book = desk.export("evidence")
    book.put("证据目录", "chengli", "文件名", "补.txt")
    (desk.root / path).mkdir()
    (desk.root / path / "补.txt").write_text("别的", "utf-8")
    code, _, err = desk.take(book.save(), "--attachments", str(files), "--yes")
    assert (code, "已经有了" in err) == (2, True)
    # As a run leaves it that was killed between the file and the record.
    (desk.root / path / "补.txt").write_text("补", "utf-8")
    assert "附件 + 补.txt" in desk.taken(book.save(), "--attachments", str(files))
    assert desk.text(f"{path}/补.txt") == "补"
    assert desk.text(f"{path}.yaml").count("sha256: ") == 1
    assert desk.pilot("evidence", "verify", "-C", str(desk.root))[0] == 0


def test_files_that_cannot_be_told_apart_or_taken(desk: Desk) -> None:
    files = desk.folder / "新"
    files.mkdir()
    book = desk.export("evidence")
    (files / "空.txt").touch()
    place = book.put("证据目录", "chengli", "文件名", "空.txt")
    (line, _) = desk.refused(book.save(), "--attachments", str(files))
    assert line.startswith(f"{place}: ")
    assert line.endswith("是空文件")
    for name in ("一", "二"):
        (files / name).mkdir()
        (files / name / "同.txt").write_text(name, "utf-8")
    book.put("证据目录", "chengli", "文件名", "同.txt")
    assert "有 2 个“同.txt”" in desk.refused(book.save(), "--attachments", str(files))[0]
    book.put("证据目录", "chengli", "文件名", "一/同.txt\n二/同.txt")
    assert "两个文件都叫“同.txt”" in desk.refused(book.save(), "--attachments", str(files))[0]


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt", "/etc/x", "con.txt"])
def test_an_archive_that_leaves_its_folder_is_refused(desk: Desk, name: str) -> None:
    packed = desk.folder / "x.zip"
    with ZipFile(packed, "w") as package:
        package.writestr(name, "x")
    place = desk.export("evidence").save()
    assert "不能用" in desk.refused(place, "--attachments", str(packed))[0]
    packed.write_bytes(b"PK\x03\x04xx")
    assert "已损坏" in desk.refused(place, "--attachments", str(packed))[0]
    assert "没有 " in desk.refused(place, "--attachments", str(desk.folder / "none"))[0]


def test_an_archive_that_cannot_be_unpacked_says_why(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, place = desk.folder / "x.zip", desk.export("evidence").save()
    asked = (place, "--attachments", str(archive))
    for how, at in ((ZIP_LZMA, 9), (ZIP_DEFLATED, 0)):
        packed = io.BytesIO()
        with ZipFile(packed, "w", how) as package:
            package.writestr("a.txt", "a" * 99)
        damaged = bytearray(packed.getvalue())
        behind = damaged.index(b"a.txt") + len("a.txt")
        damaged[behind + at : behind + at + 4] = b"\xff" * 4
        archive.write_bytes(damaged)
        assert "“x.zip”已损坏，或加了密码" in desk.refused(*asked)[0]
    with ZipFile(packed, "a") as package:
        package.writestr("a.txt/b.txt", "b")
    archive.write_bytes(packed.getvalue())
    assert "“x.zip”里有重名" in desk.refused(*asked)[0]

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("pilotkit.disk.unpacking.copyfileobj", full)
    assert "“x.zip”解不开：磁盘满了" in desk.refused(*asked)[0]


def test_nothing_is_written_without_a_word(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = desk.export("items")
    book.put("事项清单", "banzheng", "备注", "改")
    before = tree(desk.root)
    code, out, err = desk.take(book.save())
    assert (code, err) == (2, "没有写入\n确认后加 --yes 写入\n")
    assert "备注：（空） → 改" in out
    assert desk.take(book.place, "--dry-run")[1].endswith("预演，没有写入\n")
    assert tree(desk.root) == before
    answers = io.StringIO("n\ny\n")
    monkeypatch.setattr(answers, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", answers)
    assert "写入？" in desk.take(book.place)[1]
    assert tree(desk.root) == before
    assert desk.take(book.place)[1].endswith("已写入 1 个文件\n")
    assert tree(desk.root) != before


def test_comma_separated_files(desk: Desk) -> None:
    place = desk.folder / "清单.csv"
    text = "编号,事项名称,备注\nbanzheng,办证,'=1+1\n"
    place.write_bytes(text.encode("gb18030"))
    assert desk.refused(place, "--from-encoding", "utf-8") == [
        "“清单.csv”不是 utf-8",
        "另存为 .xlsx，或用 --from-encoding 写明编码",
    ]
    assert "不认识编码" in desk.refused(place, "--from-encoding", "klingon")[0]
    assert "清单!C2  banzheng" in desk.taken(place)
    assert "note: =1+1\n" in desk.text(BANZHENG)
    unicode = desk.folder / "清单.txt"
    unicode.write_bytes(text.replace(",", "\t").encode("utf-16"))
    assert desk.taken(unicode).endswith("没有要改的\n")
    unicode.write_bytes(b"\xff\x00\xff")
    assert desk.refused(unicode)[0] == "“清单.txt”不是 UTF-8、GBK"
    place.write_bytes("编号;事项名称;备注\r\nbanzheng;办证;二\r\n".encode("utf-8-sig"))
    assert "=1+1 → 二" in desk.taken(place)
    place.write_text("序号,编号,事项名称,备注\n1\n2,banzheng,办证,三\n", "utf-8")
    out = desk.taken(place)
    assert "二 → 三" in out
    assert "不是记录" not in out
    place.write_text('编号,备注\nbanzheng,"a\n', "utf-8")
    assert "引号不成对" in desk.refused(place)[0]


def test_what_is_no_list_is_said(desk: Desk) -> None:
    place = write(desk.folder / "x.xlsx", {"甲": [["一", "二"], [1, 2]]})
    assert desk.refused(place)[0] == "没有认出是哪种清单：甲"
    assert "读不了" in desk.refused(desk.folder / "none.xlsx")[0]
    rows: Rows = [["编号", "岗位名称"], ["chuangkou", "窗口岗"]]
    write(place, {"岗位清单": rows, "甲": [["一", "二"], [1, 2]]})
    assert "没有认出工作表“甲”，没有导入\n" in desk.taken(place)
    rows.append(["chuangkou", "窗口"])
    write(place, {"岗位清单": rows})
    assert "表中有两行都是 chuangkou" in desk.refused(place)[0]


def test_english(desk: Desk) -> None:
    book = desk.export("items")
    book.put("事项清单", "banzheng", "备注", "改")
    out = desk.taken(book.save(), "--lang", "en")
    assert "1 cells of 1 rows changed, 0 records and 0 items new, 2 rows unchanged\n" in out


def test_many_new_rows_have_ids_of_their_own(desk: Desk) -> None:
    rows: Rows = [["文件名称", "类别", "单位"]]
    rows += [[f"制度{n}", "管理制度", "东街道"] for n in range(600)]
    place = write(desk.folder / "x.xlsx", {"现有文件目录": rows})
    code, out, err = desk.take(place, "--dry-run")
    assert (code, err, "新增 600 条记录" in out) == (0, "", True)
    new = [line.split()[2] for line in out.splitlines() if "新增 data/" in line]
    assert len(set(new)) == 600
    rows += [["新制度", "管理制度", "东街道"]] * 2
    write(place, {"现有文件目录": rows})
    assert (
        desk.refused(place)[0]
        == "现有文件目录!603: 表中有两行都是 新制度、东街道（另一行是 现有文件目录!602）"
    )


def test_a_row_that_cannot_become_a_record_says_why(desk: Desk) -> None:
    rows: dict[str, Rows] = {
        "标准清单": [
            ["来源", "标准名称", "子体系", "复审日期"],
            ["外来", "甲", "服务规范", None],
            ["自编", "乙", None, None],
            ["采用", "丙", "导则", "2022-01-01"],
        ],
        "证据目录": [
            ["题名", "种类", "日期", "单位", "截止", "起始"],
            ["丁", "会谈", "2022-01-01", "审批局", None, None],
            ["戊", "会议", "去年", "审批局", None, None],
            ["己", "意见投诉", "2022-01-01", "审批局", None, "2021-01-01"],
        ],
    }
    lines = desk.refused(write(desk.folder / "x.xlsx", rows))
    assert [line.split("（")[0] for line in lines] == [
        "标准清单!A2: “外来”不是可选的值：自编、采用",
        "标准清单!3: 新增的一行要写“标准种类”",
        "标准清单!C3: 新增的一行要写“子体系”",
        "标准清单!3: 新增的一行要写“单位”",
        "标准清单!D4: “采用”没有“复审日期”这一项，请清空",
        "标准清单!4: 新增的一行要写“标准编号”",
        lines[6].split("（")[0],
        "证据目录!C3: “去年”不是日期，应写成 2021-12-16",
        "证据目录!3: 新增的一行要写“会议类型”",
        "证据目录!E4: 新增的一行要写“截止”",
        "证据目录!4: 新增的一行要写“受理数”",
        "证据目录!4: 新增的一行要写“办结数”",
        "证据目录!4: 新增的一行要写“按期办结数”",
        "证据目录!4: 新增的一行要写“未办结数”",
        "14 处有问题，没有写入",
    ]
    assert lines[6].startswith("证据目录!B2: “会谈”不是可选的值：文件、会议、")
    assert lines[10].endswith("（请在“意见投诉（证据）”表里加这一行）")


def test_records_are_named_by_number_or_name_too(desk: Desk) -> None:
    (desk.root / "data/evidence/spj/jiancha-1.yaml").write_text(JIANCHA, "utf-8")
    book = desk.export("evidence")
    book.put(
        "监督检查（证据）", "jiancha-1", "检查条款", "办证服务指南｜4｜符合\nGB/T 1.1｜5｜符合"
    )
    book.put("证据目录", "jiancha-1", "涉及事项", "办证、caiwu")
    book.put("证据目录", "jiancha-1", "涉及岗位", "窗口岗")
    desk.taken(book.save())
    text = desk.text("data/evidence/spj/jiancha-1.yaml")
    assert '- {standard: zhinan, clause: "4", result: 符合}   # 看过\n' in text
    assert '- {standard: daoze, clause: "5", result: 符合}\n' in text
    assert text.endswith("items: [banzheng, caiwu]\nposts: [chuangkou]\n")
    (desk.root / "data/items/spj/banzheng-2.yaml").write_text(
        "id: banzheng-2\nname: 办证\nclass: service\nunit: spj\n", "utf-8"
    )
    place = book.put("证据目录", "jiancha-1", "涉及事项", "办证")
    assert desk.refused(book.save())[0] == f"{place}: “办证”有 2 个：banzheng、banzheng-2，请写编号"


def test_what_belongs_to_a_new_record_comes_with_it(desk: Desk) -> None:
    book = desk.export("items")
    book.add("办理环节", 事项名称="变更", 环节名称="受理", 环节时限=1, 环节时限单位="工作日")
    book.add("申请材料", 事项名称="变更", 材料名称="申请表")
    book.add("申请材料", 事项名称="办证", 材料名称="身份证")
    row = book.add("申请材料", 事项名称="注销", 材料名称="申请表")
    book.add("事项清单", 事项名称="变更", 事项类别="服务事项", 单位="审批局")
    assert desk.refused(book.save()) == [
        f"申请材料!A{row}: 要写是哪条记录（写编号或唯一的名称，或用 --record 编号）",
        "1 处有问题，没有写入",
    ]
    book.sheets["申请材料"].pop()
    out = desk.taken(book.save())
    assert "新增一项：受理，1工作日\n" in out
    assert "改 0 条 0 格，新增 1 条记录 3 项" in out
    (made,) = (desk.root / "data/items/spj").glob("sx-spj-*.yaml")
    assert made.read_text("utf-8").splitlines()[1:] == [
        "name: 变更",
        "class: service",
        "unit: spj",
        "steps:",
        "- {name: 受理, limit: {days: 1, unit: 工作日}}",
        "materials:",
        "- {name: 申请表}",
    ]
    assert "materials:\n- {name: 身份证}\n" in desk.text(BANZHENG)
    assert desk.taken(book.save()).endswith("没有要改的\n")


def test_items_are_added_only_as_they_can_be(desk: Desk) -> None:
    rows: Rows = [["事项编号", "环节名称", "环节时限"], ["banzheng", "受理", "三"]]
    place = write(desk.folder / "x.xlsx", {"办理环节": rows})
    assert desk.refused(place)[0] == "办理环节!C2: “三”不是整数"
    rows = [["事项类别", "事项名称", "单位"], ["别的", "甲", "审批局"]]
    place = write(desk.folder / "x.xlsx", {"事项清单": rows})
    assert desk.refused(place)[0] == "事项清单!A2: “别的”不是可选的值：服务事项、管理事项"
    book = desk.export("items")
    cell = book.put("事项清单", "banzheng", "备注", "a\u202eb")
    assert desk.refused(book.save())[0].startswith(f"{cell}: 含看不见的字符")


def test_a_run_that_stops_is_gone_on_with(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: Rows = [["文件名称", "类别", "单位"]]
    rows += [[f"制度{n}", "管理制度", "东街道"] for n in range(6)]
    place = write(desk.folder / "x.xlsx", {"现有文件目录": rows})
    calls: list[str] = []

    def full(root: Path, path: str, content: bytes) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "no space")
        write_new(root, path, content)

    monkeypatch.setattr("pilotkit.cli.importing.write_new", full)
    before = set(tree(desk.root))
    code, _, err = desk.take(place, "--yes")
    assert (code, "前面的已写入，可再运行一次" in err) == (2, True)
    assert len(set(tree(desk.root)) - before) == 2
    monkeypatch.undo()
    assert "新增 4 条记录" in desk.taken(place)
    assert len(set(tree(desk.root)) - before) == 6


def test_a_file_that_changes_meanwhile_is_left_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = desk.export("items")
    book.put("事项清单", "banzheng", "备注", "改")
    answers = io.StringIO("y\n")
    monkeypatch.setattr(answers, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", answers)

    def late(_: str) -> bool:
        (desk.root / BANZHENG).write_text(COMMENTED.replace("办证", "办照"), "utf-8")
        return True

    monkeypatch.setattr("pilotkit.cli.import_.typer.confirm", late)
    code, _, err = desk.take(book.save())
    assert (code, err) == (2, f"{BANZHENG} 刚被别人改了\n请再运行一次\n")
    assert "改" not in desk.text(BANZHENG)


HEADS: Rows = [["编号", "事项名称", "责任单位", "法定时限"]]


def test_an_office_table_is_taken_with_all_that_stands_around_it(desk: Desk) -> None:
    """A column of numbers is no id, and sums, remarks and heads said once more are no records."""
    rows: Rows = [
        ["附件2", None, None, None],
        *HEADS,
        [1, "办证", "审批局", "１０"],
        *HEADS,
        [2, "发证", "审批局", 30],
        ["合计", 2, None, 40.0],
        ["注1：时限为工作日", None, None, None],
        ["填表人：张三", None, "审核人：李四", None],
    ]
    place = write(desk.folder / "登记.xlsx", {"清单": rows})
    out = desk.taken(place)
    assert "清单：没有导入的列：编号\n" in out
    assert "清单!C3" not in out
    assert "清单!D3  banzheng  法定时限：20 → 10\n" in out
    assert "清单!5  新增 data/items/spj/sx-spj-" in out
    told = [
        "编号 事项名称 责任单位 法定时限",
        "合计 2 40",
        "注1：时限为工作日",
        "填表人：张三 审核人：李四",
    ]
    for at, text in zip((4, 6, 7, 8), told, strict=True):
        assert f"清单!{at}  不是记录，没有导入：{text}\n" in out


def test_what_is_no_record_is_told_once(desk: Desk) -> None:
    rows: Rows = [*HEADS, ["（盖章）", None, None, None], [None, "岗位名称", "单位", "职责"]]
    rows.append([None, "窗口岗", "审批局", "受理"])
    place = write(desk.folder / "登记.xlsx", {"清单": rows})
    assert desk.refused(place, "--kind", "items") == [
        "清单!2: 这一行只有“（盖章）”（不是记录的，请删去这一行；是记录的，请填全）",
        "清单!3: 从这一行起像是另一张表（一张工作表只放一张表）",
        "2 处有问题，没有写入",
    ]


def test_numbers_of_rows_say_nothing_of_our_lists(desk: Desk) -> None:
    """A running number would be taken for the place in a list of ours, and change what is there."""
    rows: Rows = [
        ["序号", "事项编号", "环节名称"],
        [1, "banzheng", "受理"],
        [2, "banzheng", "发证"],
    ]
    place = write(desk.folder / "环节.xlsx", {"办理环节": rows})
    assert "新增 0 条记录 2 项" in desk.taken(place)
    rows[1:] = [[1, "banzheng", "办结"]]
    assert "新增 0 条记录 1 项" in desk.taken(write(place, {"办理环节": rows}))
    assert desk.text(BANZHENG).count("name: ") == 4


def test_an_id_that_is_written_anew_makes_no_second_record(desk: Desk) -> None:
    book = desk.export("items")
    row, column = book.at("事项清单", "banzheng", "编号")
    book.sheets["事项清单"][row][column] = "banzheng2"
    (said, _) = desk.refused(book.save())
    assert said.startswith("事项清单!A4: 没有编号“banzheng2”，其余写的是 banzheng（改回 banzheng")


def test_what_must_be_said_is_not_emptied(desk: Desk) -> None:
    book = desk.export("items")
    name = book.put("事项清单", "banzheng", "事项名称", None)
    by = book.put("事项清单", "banzheng", "确认单位", None)
    begun = book.put("事项清单", "huanzheng", "授权日期", date(2022, 1, 1))
    assert desk.refused(book.save()) == [
        f"{name}: “事项名称”不能空",
        f"{by}: “确认单位”不能空",
        f"{begun.replace('AH', 'AI')}: “授权单位”不能空",
        "3 处有问题，没有写入",
    ]


def test_columns_without_a_head_and_wishes_that_do_nothing(desk: Desk) -> None:
    rows: Rows = [["事项名称", "单位", None], ["办证", "审批局", "待定"], ["发证", "审批局", None]]
    place = write(desk.folder / "登记.xlsx", {"事项清单": rows})
    assert desk.refused(place)[0].startswith(
        "事项清单!C2: C 列没有列名，这里写着“待定”（移到“备注”"
    )
    assert "note: 待定" not in desk.text(BANZHENG)
    assert desk.refused(place, "--map", "负责=备注")[0] == "表里没有列“负责”"
    assert "没有字段“岗位名称”" in desk.refused(place, "--map", "C=岗位名称")[0]
    assert "没有导入的列：C\n" in desk.take(place, "--ignore-column", "C", "--dry-run")[1]
    desk.taken(place, "--map", "C=备注")
    assert "note: 待定" in desk.text(BANZHENG)


def test_what_the_rules_find_in_a_part_is_told_at_the_cell_of_the_part(desk: Desk) -> None:
    book = desk.export("items")
    book.put("事项清单", "banzheng", "承诺时限", 30)
    book.put("事项清单", "banzheng", "承诺时限单位", "工作日")
    (said, _) = desk.refused(book.save())
    assert said.startswith("事项清单!S4: 承诺 30 工作日，长于法定的 20 工作日")


def test_what_mends_a_cell_is_said_in_the_heads_of_the_sheet(desk: Desk) -> None:
    book = desk.export("items")
    cell = book.put("事项清单", "banzheng", "是否收费", "是")
    assert desk.refused(book.save())[0] == (
        f"{cell}: 收费没有写依据"
        "（补写“收费依据”（文号）和“收费标准”；已取消收费的，写“是否收费”：否）"
    )
    english = desk.take(book.place, "--yes", "--lang", "en")[2]
    assert "basis" in english


def test_new_units_stand_under_new_ones_and_have_their_items_at_once(desk: Desk) -> None:
    units: Rows = [["单位名称", "别名", "层级", "上级单位"]]
    units += [["西区", None, "区", None], ["西区数据局", "数据局", "区", "西区"]]
    items: Rows = [["事项名称", "单位"], ["数据登记", "数据局"]]
    place = write(desk.folder / "西区.xlsx", {"事项清单": items, "单位清单": units})
    out = desk.taken(place)
    assert out.count("新增 data/units.yaml") == 2
    (west, below) = re.findall(r"id: (dw-\w+)", desk.text("data/units.yaml"))
    assert f"parent: {west}}}" in desk.text("data/units.yaml")
    assert f"新增 data/items/{below}/sx-" in out


def test_the_name_of_a_file_may_hold_what_stands_between_names(desk: Desk) -> None:
    name = "纪要、签到，表 1.pdf"
    folder = desk.folder / "附件"
    folder.mkdir()
    (folder / name).write_bytes(b"%PDF-1.4\n%%EOF\n")
    (folder / "通知.pdf").write_bytes(b"%PDF-1.4\n1%%EOF\n")
    rows: Rows = [["题名", "证据种类", "日期", "单位", "文件类型", "文件名"]]
    rows.append(["通知", "文件", "2022.5.3", "审批局", "实施通知", f"通知.pdf\n{name}"])
    place = write(desk.folder / "证据.xlsx", {"证据目录": rows})
    desk.taken(place, "--attachments", str(folder))
    before = tree(desk.root)
    assert desk.taken(desk.export("evidence").save()).endswith("没有要改的\n")
    assert tree(desk.root) == before
    rows[1][0], rows[1][5] = "又一份", "通知.pdf，没有.pdf"
    write(place, {"证据目录": rows})
    (said, _) = desk.refused(place, "--attachments", str(folder))
    assert said.startswith("证据目录!F2: 缺附件“没有.pdf”")


def test_no_list_removes_a_file(desk: Desk) -> None:
    """A name that was taken out of its cell was passed over in silence."""
    folder = desk.folder / "附件"
    folder.mkdir()
    for name in ("甲.pdf", "乙.pdf"):
        (folder / name).write_bytes(f"%PDF-1.4\n{name}%%EOF\n".encode())
    rows: Rows = [["题名", "证据种类", "日期", "单位", "文件类型", "文件名"]]
    rows.append(["通知", "文件", "2022.5.3", "审批局", "实施通知", "甲.pdf，乙.pdf"])
    place = write(desk.folder / "证据.xlsx", {"证据目录": rows})
    (path,) = re.findall(r"data/\S+yaml", desk.taken(place, "--attachments", str(folder)))
    rows[1][5] = "甲.pdf"
    assert desk.taken(write(place, {"证据目录": rows})).endswith("没有要改的\n")
    book = desk.export("evidence")
    cell = book.put("证据目录", Path(path).stem, "文件名", "甲.pdf")
    assert desk.refused(book.save())[0] == (
        f"{cell}: 附件不能在表里删去：乙.pdf（把文件名写回来；确要删的，直接改 {path}）"
    )


def test_what_is_no_archive_and_an_empty_file_in_one_are_named(desk: Desk) -> None:
    rows: Rows = [["题名", "证据种类", "日期", "单位", "文件类型", "文件名"]]
    rows.append(["通知", "文件", "2022.5.3", "审批局", "实施通知", "空.pdf"])
    place = write(desk.folder / "证据.xlsx", {"证据目录": rows})
    packed = desk.folder / "附件.rar"
    packed.write_bytes(b"Rar!")
    assert "“附件.rar”不是 .zip" in desk.refused(place, "--attachments", str(packed))[0]
    with ZipFile(desk.folder / "附件.zip", "w") as archive:
        archive.writestr("空.pdf", "")
    said = desk.refused(place, "--attachments", str(desk.folder / "附件.zip"))
    assert said[0] == "证据目录!F2: 空.pdf：是空文件"
