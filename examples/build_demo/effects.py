"""What the public got from it: surveys, complaints, disclosure, efficiency, achievements."""

from datetime import date, timedelta

from build_demo import attachments as make
from build_demo.items import families
from build_demo.state import Record, State
from build_demo.units import names

# 编号, 方法, 期间, 五级人数
_SURVEYS = (
    ("zice-2022-4", "自测", (date(2022, 10, 1), date(2022, 12, 31)), (612, 255, 84, 7, 2)),
    ("zice-2023-1", "自测", (date(2023, 1, 1), date(2023, 3, 31)), (648, 247, 88, 6, 2)),
    ("zice-2023-2", "自测", (date(2023, 4, 1), date(2023, 6, 30)), (655, 240, 85, 11, 3)),
    ("zice-2023-3", "自测", (date(2023, 7, 1), date(2023, 9, 30)), (701, 232, 73, 6, 1)),
    ("hcp-2022-4", "好差评", (date(2022, 10, 1), date(2022, 12, 31)), (8120, 1240, 310, 41, 12)),
    ("hcp-2023-1", "好差评", (date(2023, 1, 1), date(2023, 3, 31)), (9015, 1188, 295, 36, 9)),
    ("hcp-2023-2", "好差评", (date(2023, 4, 1), date(2023, 6, 30)), (9530, 1102, 274, 30, 8)),
    ("hcp-2023-3", "好差评", (date(2023, 7, 1), date(2023, 9, 30)), (10244, 1065, 250, 24, 6)),
    ("dsf-2022", "第三方", (date(2022, 11, 7), date(2022, 11, 25)), (980, 380, 122, 13, 3)),
    ("dsf-2023-1", "第三方", (date(2023, 5, 8), date(2023, 5, 26)), (1512, 466, 104, 12, 2)),
    ("dsf-2023-2", "第三方", (date(2023, 11, 6), date(2023, 11, 24)), (1633, 430, 91, 9, 1)),
)
_QUARTERS = ((2022, 3), (2022, 4), (2023, 1), (2023, 2), (2023, 3))
_RECEIVED = {"zwzx": (31, 26, 19, 12, 8), "yx": (2, 1), "xw": (2, 0), "ms": (1, 1), "hg": (0, 0)}
_EFFICIENCY_RECORDS = 17


def build(state: State) -> None:
    """Write all of it."""
    for row in _SURVEYS:
        _survey(state, *row)
    for unit, received in _RECEIVED.items():
        for quarter, number in zip(_QUARTERS[-len(received) :], received, strict=True):
            _complaints(state, unit, quarter, number)
    _disclosure(state)
    for place, family in enumerate(families()[:_EFFICIENCY_RECORDS]):
        _efficiency(state, place, family)
    _achievements(state)


def _survey(
    state: State, id_: str, method: str, period: tuple[date, date], answers: tuple[int, ...]
) -> None:
    first, last = period
    levels = ("very_satisfied", "satisfied", "basically", "dissatisfied", "very_dissatisfied")
    counts = dict(zip(levels, answers, strict=True))
    title = {"自测": "服务满意度自测", "好差评": "好差评数据分析", "第三方": "第三方满意度测评"}[
        method
    ]
    title = f"{title}报告（{first} 至 {last}）"
    fields: Record = {
        "method": method,
        "period": {"from": first, "to": last},
        "counts": counts,
        "valid": sum(answers),
    }
    if method == "第三方":
        fields |= {"agency": "虚构测评有限公司", "report_number": f"XGCP-{last:%Y%m}"}
    fields["questionnaire"] = (
        "青岚区政务服务满意度调查表第 2 版" if method != "好差评" else "一事一评五级量表"
    )
    fields["analysis"] = "不满意集中在等候时间和材料说明两项"
    fields["measures"] = "高峰时段增开窗口，材料清单逐项举例，三十日内复测"
    fields["criteria"] = ["C22-1b" if method == "第三方" else "C22-1a", "C22-2"]
    rows = list(zip(("非常满意", "满意", "基本满意", "不满意", "非常不满意"), answers, strict=True))
    attached = {"result.csv": make.csv(("等级", f"{method}人数"), [*rows, ("合计", sum(answers))])}
    if method == "第三方":
        attached["report.pdf"] = make.pdf(
            title, [f"有效样本 {sum(answers)} 份", "抽样：按单位和渠道分层"]
        )
    state.evidence(
        "zwzx",
        f"myd-{id_}",
        title,
        "满意度调查",
        last + timedelta(days=12),
        **fields,
        attached=attached,
    )


def _complaints(state: State, unit: str, quarter: tuple[int, int], received: int) -> None:
    year, number = quarter
    first = date(year, number * 3 - 2, 1)
    last = date(year + number // 4, number % 4 * 3 + 1, 1) - timedelta(days=1)
    asked = received // 3
    fields: Record = {
        "period": {"from": first, "to": last},
        "received": received,
        "resolved": received,
        "resolved_in_time": received,
        "open": 0,
        "by_type": {"投诉": received - asked, "建议": asked},
        "by_channel": {"窗口": received // 2, "热线": received - received // 2},
        "criteria": ["C23-1"],
    }
    title = f"{names()[unit]} {year} 年第{'一二三四'[number - 1]}季度意见投诉台账"
    rows = [("收到", received), ("办结", received), ("按期办结", received), ("未结", 0)]
    attached = {"ledger.csv": make.csv((f"{unit} {year}-{number}", "件数"), rows)}
    state.evidence(
        unit,
        f"ts-{unit}-{year}-{number}",
        title,
        "意见投诉",
        last + timedelta(days=4),
        **fields,
        attached=attached,
    )


def _disclosure(state: State) -> None:
    owners: dict[str, list[str]] = {}
    for item in state.below("items"):
        if item["class"] == "service" and "same_as" not in item:
            owners.setdefault(item["unit"], []).append(item["id"])
    for place, (unit, items) in enumerate(sorted(owners.items())):
        fields: Record = {
            "items": items,
            "where": f"政务网站“{names()[unit]}”栏目和大厅公示屏",
            "criteria": ["C21-1"],
        }
        fields["what"] = ["流程", "时限", "材料", "收费", "投诉渠道"]
        title = f"{names()[unit]}办事流程和时限公开截图"
        attached = {
            "screen.png": make.png(300 + place, 72, 48),
            "list.txt": make.text(title, items),
        }
        state.evidence(
            unit,
            f"gk-{unit}",
            title,
            "信息公开",
            date(2023, 2, 1) + timedelta(days=place),
            **fields,
            attached=attached,
        )


def _efficiency(state: State, place: int, family: Record) -> None:
    unit, rows, family_name = family["unit"], family["items"], family["name"]
    legal = min(int(row["legal"]) for row in rows)
    promised = max(int(row["promised"]) for row in rows)
    materials = max(len(row["materials"].split("、")) for row in rows)
    before = {
        "steps": 7,
        "materials": materials + 2,
        "days": max(legal, promised + 1),
        "visits": 3,
        "cost": 40 + place,
    }
    after = {
        "steps": 4,
        "materials": materials,
        "days": promised,
        "visits": 1,
        "cost": 12 + place // 2,
    }
    fields: Record = {
        "items": [row["id"] for row in rows],
        "baseline": {"date": date(2021, 10, 29), "source": "现状分析时的窗口实测记录"},
        "before": before,
        "after": after,
        "criteria": ["C24-1", "C25-1"],
    }
    title = f"{family_name}效能对比表"
    labels = {
        "steps": "环节",
        "materials": "材料",
        "days": "时限（工作日）",
        "visits": "跑动次数",
        "cost": "办事成本（元）",
    }
    table = [(labels[key], before[key], after[key]) for key in before]
    attached = {"compare.csv": make.csv((f"指标 {place + 1}", "试点前", "试点后"), table)}
    day = date(2023, 9, 11) + timedelta(days=place % 15)
    state.evidence(unit, f"xn-{place + 1:02}", title, "效能对比", day, **fields, attached=attached)


def _achievements(state: State) -> None:
    rows: tuple[tuple[str, str, date, str, Record], ...] = (
        (
            "keyan",
            "参与省级政务服务标准化科研项目任务书",
            date(2022, 9, 8),
            "C27-1",
            {"aspect": "科研项目", "level": "省级", "role": "参与"},
        ),
        (
            "keyan-shi",
            "参与市级便民服务研究课题",
            date(2023, 3, 20),
            "C27-1",
            {"aspect": "科研项目", "level": "市级", "role": "参与"},
        ),
        (
            "difang",
            "主持制定地方标准《帮办代办服务规范》发布公告",
            date(2023, 8, 18),
            "C27-2",
            {
                "aspect": "主持制定标准",
                "role": "主持",
                "number": "DB00/T 9003—2023",
                "issued": date(2023, 8, 18),
            },
        ),
        (
            "weiyuan",
            "省级服务标准化技术组织委员聘书",
            date(2023, 4, 12),
            "C27-4",
            {
                "aspect": "委员",
                "level": "省级",
                "role": "委员",
                "valid_until": date(2024, 4, 12),
            },
        ),
        (
            "tuiguang",
            "“一个标准办三级”经验在全省推广的通知",
            date(2023, 9, 27),
            "C26-1a",
            {"aspect": "全省推广", "level": "省级"},
        ),
        (
            "cuicheng",
            "市级标准化技术组织秘书处承担单位批复",
            date(2023, 5, 17),
            "C27-3",
            {"aspect": "秘书处", "level": "市级"},
        ),
    )
    for id_, title, day, criterion, fields in rows:
        attached = {
            "document.pdf": make.pdf(
                title, [f"日期：{day}", f"事由：{fields['aspect']}", "级别和编号均为虚构"]
            )
        }
        record = fields | {"criteria": [criterion], "note": "机构、项目和编号均为虚构"}
        state.evidence("spj", f"yj-{id_}", title, "业绩", day, **record, attached=attached)
