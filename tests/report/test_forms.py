"""The forms of the acceptance: what each takes from the records, and what it says of none."""

import re

import pytest

from pilotkit.model.points import points_text
from pilotkit.report.case import Case
from pilotkit.report.document import Bullets, Cell, Document, Paragraph, Table
from pilotkit.report.reports import REPORTS
from pilotkit.report.scores.text import figure
from small_pilot import case_of, texts

KEPT = "archive: {place: 档案室}\n"


def record(id_: str, kind: str, title: str, day: str, rest: str) -> dict[str, str]:
    head = f"id: {id_}\ntitle: {title}\nkind: {kind}\ndate: {day}\nunit: spj\n{KEPT}"
    return {f"data/evidence/spj/{id_}.yaml": f"{head}{rest}\n"}


def visit(id_: str, unit: str, day: str, passed: str) -> dict[str, str]:
    text = f"id: {id_}\nbody: 初验\ndate: {day}\nunit: {unit}\npassed: {passed}\nnote: 现场看过\n"
    return {f"data/assessments/{id_}.yaml": text}


FULL = {
    path: text.replace("{x}", "")
    for path, text in (
        texts()
        | record("xiaozu", "文件", "成立内审小组的通知", "2022-05-01", "doc_types: [内审小组]")
        | record(
            "neishen-jihua",
            "文件",
            "内审计划",
            "2022-05-02",
            "doc_types: [内审计划]\n"
            "schedule: [{id: yi, due: 2022-06-30}, {id: er, due: 2023-06-30}]",
        )
        | record(
            "neishen-yi",
            "内部审核",
            "一次内审",
            "2022-06-01",
            "team: [chuangkou, p1]\nscope: [服务提供]\nchecklist:\n"
            "- {standard: zhinan, clause: '4.1', result: 符合}\n"
            "- {standard: zhinan, clause: '4.2', result: 不符合}\n"
            "- {standard: daoze, clause: '5', result: 不适用}",
        )
        | record(
            "kaiju",
            "不合格项",
            "未公示时限",
            "2022-06-02",
            "source: neishen-yi\nfacts: 未公示\nseverity: 一般\nowner: chuangkou\ndue: 2022-06-20",
        )
        | record("shouci", "会议", "首次会", "2022-05-30", "meeting_type: 首次会\nunits: [spj, dj]")
        | record(
            "ziping-jihua",
            "文件",
            "自评计划",
            "2022-09-01",
            "number: 小审发〔2022〕9号\ndoc_types: [自评计划]\n"
            "appoints: [{person: 甲, unit: spj, post: 局长, role: 组长}]\n"
            "schedule: [{id: xianchang, due: 2022-10-10, unit: spj}]",
        )
        | record(
            "jiancha-jihua",
            "文件",
            "检查计划",
            "2022-01-05",
            "doc_types: [检查计划]\nschedule:\n"
            "- {id: q1, due: 2022-03-31}\n- {id: q2, due: 2022-06-30, unit: dj}\n"
            "- {id: q3, due: 2022-09-30}\n- {id: q5, due: 2023-03-31}",
        )
        | record("jc-q1", "监督检查", "首次检查", "2022-03-01", "level: 日常\nplanned: q1")
        | record("jc-q2", "监督检查", "再次检查", "2022-07-05", "level: 日常\nplanned: q2")
        | visit("chuyan-a", "spj", "2022-11-01", "false")
        | visit("chuyan-b", "spj", "2022-12-01", "true")
        | visit("chuyan-c", "dj", "2022-12-02", "false")
        | visit("chuyan-d", "dj", "2023-12-02", "true")
        | {
            "data/integration/yi.yaml": "id: yi\nkind: 交叉\nsides: [{standard: zhinan}]\n"
            "subject: banzheng、huanzheng\ndecision: 引用\nby: spj\ndate: 2022-10-01\nowner: dj\n"
            "reason: 只写一处\n",
        }
    ).items()
}


@pytest.fixture(scope="module")
def full() -> Case:
    return case_of(FULL)


def made(name: str, case: Case) -> Document:
    return next(one for one in REPORTS if one.name == name).build(case)


def said(document: Document) -> str:
    lines = [one.text for one in document.blocks if isinstance(one, Paragraph)]
    lines += [item for one in document.blocks if isinstance(one, Bullets) for item in one.items]
    return "\n".join(lines)


def rows(document: Document, caption: str) -> list[list[str]]:
    (table,) = [one for one in document.blocks if isinstance(one, Table) and one.caption == caption]
    return [[cell.text for cell in row.cells if isinstance(cell, Cell)] for row in table.rows]


def test_the_last_visit_by_the_day_is_what_a_unit_has(full: Case) -> None:
    document = made("preliminary", full)
    assert rows(document, "各单位初验结论") == [
        ["1", "审批局", "部门", "2022-12-01", "达标", "现场看过"],
        ["2", "东街道", "街道", "2022-12-02", "未达标", "现场看过"],
    ]
    text = said(document)
    assert "达标1个（1/2），未达标1个，尚未初验0个" in text
    assert "东街道：初验未达标" in text
    assert "全部达标前不提请正式验收" in text
    refused = next(one for one in REPORTS if one.name == "acceptance").refused(full)
    assert refused
    assert refused.zh == "不出具：东街道初验尚未达标"


def test_the_form_of_a_unit_counts_what_the_records_say(full: Case) -> None:
    forms = [one for one in made("preliminary", full).blocks if isinstance(one, Table)]
    lines = {row.cells[0].text: row for row in forms[2].rows if row.cells[0]}
    required = lines["应有标准"].cells[1]
    mine = full.measured("coverage").within(unit="spj")
    assert required
    assert required.text == f"{mine.counted}/{mine.total + len(mine.pending)}"
    closed = lines["不合格项关闭"].cells[1]
    assert closed
    assert closed.text == "1/2"


def test_an_audit_counts_what_did_not_conform_where(full: Case) -> None:
    document = made("audit", full)
    text = said(document)
    assert "参加审核的人员（岗位）：窗口岗、丙。" in text
    assert "列有审核2次，截至2022年12月31日应开展1次；在案的内部审核2次" in text
    assert "共检查条款3条：符合1条，不符合1条，不适用1条；符合率1/2" in text
    assert "开具不合格项1个，已验证关闭0个（0/1）" in text
    caption = "不符合条款分布（不符合数/适用条款数）"
    assert rows(document, caption)[-1] == ["合计", "—", "1/2", "—", "—", "1/2"]
    assert len(rows(document, "内部审核检查表")) == 3
    assert rows(document, "审核和评审会议") == [
        ["2022-05-30", "首次会", "首次会", "2", "A1-B1-C1-02"]
    ]


def test_every_line_of_a_plan_of_inspections_is_held_against_what_was_done(full: Case) -> None:
    document = made("inspection", full)
    assert [line[-4:] for line in rows(document, "检查计划完成情况")] == [
        ["q1", "2022-03-31", "审批局", "2022-03-01 完成"],
        ["q2", "2022-06-30", "东街道", "2022-07-05 逾期完成"],
        ["q3", "2022-09-30", "审批局", "逾期未开展"],
        ["q5", "2023-03-31", "审批局", "未到期"],
    ]
    guide = "Q/XQ TG 001—2022 办证服务指南"
    assert rows(document, "检查条款按标准汇总") == [
        [guide, "1", "1", "1", "0"],
        ["合计", "1", "1", "1", "0"],
    ]
    (against,) = rows(document, "不符合的条款")
    assert against[1:3] == [guide, "4.2"]


def test_staff_are_listed_with_their_hours(full: Case) -> None:
    lines = rows(made("training", full), "各单位专兼职人员")
    assert [line[-6:-2] for line in lines[:2]] == [
        ["丙", "专职", "6", "证1"],
        ["p2", "兼职", "0", "—"],
    ]


def test_the_plan_of_the_evaluation_names_team_days_and_who_stays_away(full: Case) -> None:
    document = made("evaluation-plan", full)
    assert rows(document, "评价组") == [["甲", "审批局", "局长", "组长"]]
    assert ["计划日程（xianchang）", "2022-10-10", "审批局"] in rows(document, "工作步骤")
    (first, *_) = rows(document, "受评单位和日程")
    assert [first[0], *first[-2:]] == ["审批局", "2022-10-10", "甲"]
    assert "在案的自评计划：《自评计划》（小审发〔2022〕9号）" in said(document)


def test_decisions_stand_beside_what_is_open(full: Case) -> None:
    document = made("integration", full)
    (decision,) = rows(document, "已作的决定")
    about = "Q/XQ TG 001—2022 办证服务指南\n办证\n换证"
    assert decision == ["交叉", about, "引用", "只写一处", "东街道", "审批局", "2022-10-01"]
    counted = {row[0]: row[2:] for row in rows(document, "分类统计")}
    assert counted["交叉"] == ["0", "1"]
    gaps = rows(document, "缺失清单")
    assert counted["缺失"] == [str(len(gaps)), "0"]
    assert counted["合计"] == [str(len(gaps)), "1"]


def test_a_decision_says_which_matter_it_is_on_where_one_names_a_rule() -> None:
    gap = FULL["data/integration/yi.yaml"].replace("交叉", "缺失").replace("id: yi", "id: er")
    documents = [
        made("integration", case_of(FULL | {"data/integration/er.yaml": f"{gap}rule: {rule}\n"}))
        for rule in ("missing-guide", "a-rule-of-later")
    ]
    shown = [[line[2] for line in rows(document, "已作的决定")] for document in documents]
    assert shown == [["—", "缺服务指南"], ["—", "a-rule-of-later"]]


def test_a_target_without_a_figure_is_neither_met_nor_missed_on_the_briefing() -> None:
    bare = FULL["data/pilot.yaml"].replace(", at_least: 0.9", "")
    shown = dict(rows(made("briefing", case_of(FULL | {"data/pilot.yaml": bare})), ""))
    assert "主要目标" not in shown
    assert "目标" not in shown["风险"]


def test_what_belongs_to_no_subsystem_is_none(full: Case) -> None:
    stray = re.sub("subsystem: .*", "subsystem: nowhere", FULL["data/standards/TG/guicheng.md"])
    strayed = case_of(FULL | {"data/standards/TG/guicheng.md": stray})
    counts = [
        re.findall("支柱体系、([0-9]+)个子体系", said(made(name, case)))
        for name in ("self-evaluation", "compilation-notes")
        for case in (full, strayed)
    ]
    assert counts == [["5"]] * 4


def test_figures_are_those_of_the_score(full: Case) -> None:
    coverage, points = figure(full.measured("coverage")).zh, points_text(full.score.supported)
    summary = made("work-summary", full)
    measures = {row[0]: row[1] for row in rows(summary, "主要指标一览")}
    assert measures["标准覆盖率"] == coverage
    assert f"试点有据得分{points}分" in said(summary)
    application = dict(rows(made("acceptance", full), "验收申请表"))
    assert application["标准覆盖率"] == coverage
    assert application["有据得分"] == f"{points}/10"
    assert application["初验达标单位"] == "1/2"
    assert coverage in said(made("compilation-notes", full))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("audit", "内部审核尚未开展或未留记录"),
        ("evaluation-plan", "评价组的组长、成员和分工未见记录"),
        ("preliminary", "对各单位的初验尚未进行或未留记录"),
        ("work-summary", "标准化管理、检查、改进、激励和经费的制度未见记录"),
        ("compilation-notes", "编制说明尚未印发"),
        ("integration", "截至目前没有在案的决定"),
    ],
)
def test_what_is_not_on_record_is_said(name: str, words: str) -> None:
    empty = case_of({"data/pilot.yaml": FULL["data/pilot.yaml"]})
    assert words in said(made(name, empty))


def test_who_cites_whom_is_listed_and_drawn() -> None:
    guide = FULL["data/standards/TG/zhinan.md"]
    cited = guide.replace("covers:", "citations: [GB/T 1.1—2009, Q/XX 9—2022]\ncovers:")
    cited += "\n按照 GB/T 1.1—2020 起草。\n"
    document = made("references", case_of(FULL | {"data/standards/TG/zhinan.md": cited}))
    (edge,) = rows(document, "引用明细")
    line = cited.splitlines().index("按照 GB/T 1.1—2020 起草。") + 1
    guide_name, rules_name = "Q/XQ TG 001—2022 办证服务指南", "GB/T 1.1—2020 起草规则"
    assert edge == [guide_name, rules_name, "现行", f"第{line}行"]
    assert "自编标准2项，其中引用其他标准的1项（1/2），被其他自编标准引用的0项" in said(document)
    assert any("Q/XX 9—2022" in row[1] for row in rows(document, "须处理的引用"))
    assert "办证办理规程" in said(document)
    assert rows(document, "被引用最多的标准") == [[rules_name, "采用", "1", "现行"]]


def test_the_laws_that_are_cited_are_listed_and_the_withdrawn_are_to_be_mended() -> None:
    path = "data/standards/TG/zhinan.md"
    cited = FULL[path] + "\n# 4 要求\n\n应符合《标准化法》和小发〔2020〕7号的规定。\n"
    old = "id: jiu\ntitle: 旧办法\nclass: 政策文件\nwithdrawn: 2022-01-01\n"
    laws = {
        "data/laws/banfa.yaml": "id: banfa\ntitle: 办法\nnumber: 小发[2020]7号\nclass: 政策文件\n",
        "data/laws/jiu.yaml": old,
        path: cited.replace("covers:", "citations: [旧办法]\ncovers:"),
    }
    document = made("references", case_of(FULL | laws))
    name, line = "Q/XQ TG 001—2022 办证服务指南", len(laws[path].splitlines())
    assert rows(document, "引用的法律法规") == [
        ["小发[2020]7号 办法", name, "现行", f"第{line}行"],
        ["标准化法", name, "现行", f"第{line}行"],
        ["旧办法", name, "非现行", "引用清单"],
    ]
    assert any("“旧办法”已于 2022-01-01 废止" in one[1] for one in rows(document, "须处理的引用"))
