"""Evidence of organization, system and publicity: papers, meetings, trainings, visits."""

from datetime import date
from decimal import Decimal

from build_demo import attachments as make
from build_demo.people import name
from build_demo.state import Record, State, content, split
from build_demo.units import in_role, names, staff_of

_COLUMNS = ("id", "title", "date", "unit", "number", "doc_types", "says")
_TASKS = {
    "领导机构": "P1-1",
    "工作机构": "P1-1",
    "工作条件": "P1-1",
    "实施方案": "P1-2",
    "年度计划": "P1-2",
    "标准体系框架": "P3-1",
    "事项清单": "P3-1",
    "标准明细表": "P3-2",
    "标准实施方案": "P6-2",
    "实施通知": "P6-3",
    "检查制度": "P6-4",
    "内审小组": "P6-5",
    "持续改进制度": "P7-1",
    "自评计划": "P7-2",
    "自我评价报告": "P7-2",
    "工作总结": "P8-1",
}
_CRITERIA = {
    "领导机构": ["C1-1", "C1-2"],
    "工作机构": ["C2-1"],
    "工作条件": ["C2-1"],
    "发展规划": ["C3-1"],
    "年度计划": ["C3-1"],
    "标准化管理办法": ["C3-2"],
    "检查制度": ["C3-2"],
    "经费保障": ["C4-1"],
    "经费长效机制": ["C4-1"],
    "激励政策": ["C5-1"],
    "政策性文件": ["C5-1"],
    "领导批示": ["C5-1"],
    "标准体系框架": ["C6-1"],
    "标准明细表": ["C6-1"],
    "标准汇总表": ["C6-1"],
    "编制说明": ["C6-1"],
    "事项清单": ["C7-1"],
    "标准实施方案": ["C16-1"],
    "实施通知": ["C16-1"],
    "自我评价报告": ["C19-1"],
}
_MEETINGS: tuple[tuple[str, str, str, date, str | None, list[str]], ...] = (
    ("dongyuan", "政务服务标准化试点动员大会", "动员会", date(2021, 6, 8), "P1-3", ["C13-1"]),
    ("bushu", "标准体系框架搭建部署会", "部署会", date(2022, 1, 12), None, []),
    ("diaodu-2021", "试点工作第一次调度会", "调度会", date(2021, 10, 20), None, []),
    ("diaodu-2022", "标准编制进度调度会", "调度会", date(2022, 6, 16), None, []),
    ("diaodu-2023", "标准实施情况调度会", "调度会", date(2023, 6, 15), None, []),
    ("diaodu-2023-3", "初验准备调度会", "调度会", date(2023, 10, 26), None, []),
    ("tuijin-2022", "标准实施推进会", "推进会", date(2022, 11, 10), None, []),
    ("tuijin-2023", "街道社区标准化推进会", "推进会", date(2023, 5, 25), None, []),
    ("shencha-1", "通用基础和服务提供标准审查会", "审查会", date(2022, 7, 14), None, []),
    ("shencha-2", "管理标准审查会", "审查会", date(2022, 7, 19), None, []),
    ("shencha-3", "岗位工作标准审查会", "审查会", date(2022, 7, 26), None, []),
    ("shencha-4", "修订标准审查会", "审查会", date(2023, 6, 12), None, []),
    ("pingshen-2023", "2023 年管理评审会", "管理评审", date(2023, 5, 30), "P7-1", ["C3-2"]),
    ("shouci-1", "上半年内部审核首次会", "首次会", date(2023, 3, 13), None, []),
    ("moci-1", "上半年内部审核末次会", "末次会", date(2023, 3, 17), None, []),
    ("shouci-2", "下半年内部审核首次会", "首次会", date(2023, 9, 4), None, []),
    ("moci-2", "下半年内部审核末次会", "末次会", date(2023, 9, 8), None, []),
)
_TRAININGS = (
    ("tixi-cehua", "标准体系策划集中培训", "标准体系策划", date(2021, 12, 8), "P2-3"),
    ("biaozhun-bianzhi", "标准编制集中培训", "标准编制", date(2022, 4, 20), None),
    ("biaozhun-shishi", "标准实施集中培训", "标准实施", date(2022, 10, 19), "P6-1"),
)
_PUBLICITY = (
    ("neibu", "内部", ("简报", "展板", "内网专栏", "宣传册", "电子屏")),
    ("waibu", "外部", ("政务网站", "公众号", "报纸", "广播")),
)
_TOPICS = (
    "试点启动",
    "标准发布",
    "同标准办理",
    "帮办代办",
    "好差评",
    "内部审核",
    "修订成果",
    "初验准备",
    "窗口故事",
    "社区服务",
)
_RESEARCH = (
    ("xianzhuang", "政务服务标准化现状分析报告", "现状分析", date(2021, 11, 18), "spj"),
    ("xuqiu", "服务对象需求调研报告", "需求调研", date(2021, 11, 25), "spj"),
    ("xuqiu-yx", "砚溪街道便民服务需求调研", "需求调研", date(2021, 11, 22), "yx"),
    ("xuqiu-xw", "栖梧街道为老服务需求调研", "需求调研", date(2021, 11, 23), "xw"),
    ("xuqiu-ms", "墨桑街道助残服务需求调研", "需求调研", date(2021, 11, 24), "ms"),
    ("xuqiu-hg", "蘅皋街道优抚服务需求调研", "需求调研", date(2021, 11, 26), "hg"),
    ("kaocha-1", "赴虚构甲区政务服务中心考察报告", "现场考察", date(2021, 12, 14), "spj"),
    ("kaocha-2", "赴虚构乙区便民服务中心考察报告", "现场考察", date(2021, 12, 16), "spj"),
)


def build(state: State) -> None:
    """Write all of it."""
    _papers(state)
    _legality(state)
    _notices(state)
    _meetings(state)
    _trainings(state)
    _publicity(state)
    for id_, title, type_, day, unit in _RESEARCH:
        lines = [f"调研主题：{title}", "方法：座谈、问卷和现场查看", f"调研日期：{day}"]
        more = {"type": type_, "task": "P2-2" if type_ == "现场考察" else "P2-1"}
        attached = {
            "report.md": make.markdown(title, lines),
            "photo.png": make.png(len(title) * 7 + day.day),
        }
        state.evidence(unit, f"dy-{id_}", title, "调研", day, **more, attached=attached)


def _papers(state: State) -> None:
    extra = _special(state)
    for row in content("papers"):
        cells = split(row, *_COLUMNS)
        types, says = cells["doc_types"].split("、"), cells["says"].split("；")
        fields: Record = {"number": cells["number"], "doc_types": types}
        if task := _TASKS.get(types[0]):
            fields["task"] = task
        fields["criteria"] = _CRITERIA.get(types[0], [])
        fields["passages"] = [
            {"at": f"第{place}条", "text": said} for place, said in enumerate(says, 1)
        ]
        fields |= extra.get(cells["id"], {})
        lines = [cells["number"], cells["date"], names()[cells["unit"]], "", *says]
        attached = {"document.pdf": make.pdf(cells["title"], lines)}
        day = date.fromisoformat(cells["date"])
        state.evidence(
            cells["unit"], cells["id"], cells["title"], "文件", day, **fields, attached=attached
        )


def _special(state: State) -> dict[str, Record]:
    items = [one["id"] for one in state.below("items") if "same_as" not in one]
    people = state.records["data/roster.yaml"]["people"]
    heads = {"qzf", "spj"}
    appoints = [
        {key: one[key] for key in ("person", "unit", "post", "role")}
        | ({"principal": True} if one["unit"] in heads else {})
        for one in people
    ]
    duties = ["审定规划和标准体系", "协调解决重大问题", "组织初验", "督促成员单位落实任务"]
    signer = {"person": name(0), "unit": "qzf", "post": "区长", "principal": True}
    return {
        "lingdao-xiaozu": {"appoints": appoints, "duties": duties, "standing": True},
        "guanli-banfa": {"mechanisms": ["制修订", "培训"]},
        "jiancha-zhidu": {
            "mechanisms": ["监督检查"],
            "duties": ["制定检查计划", "抽样检查", "验证整改"],
        },
        "kaohe-banfa": {"mechanisms": ["考核奖惩"]},
        "gaijin-zhidu": {"mechanisms": ["持续改进"]},
        "jingfei-2022": {"year": 2022, "amount": 360000, "valid_until": date(2022, 12, 31)},
        "jingfei-2023": {"year": 2023, "amount": 420000, "valid_until": date(2023, 12, 31)},
        "pishi-2022": {"signer": signer},
        "shixiang-qingdan-2022": {"items": items},
        "ziping-baogao": {"aspects": ["符合性", "实施效果"]},
        "mingxi-2023": {"counts": counts(state)},
        "huizong-2023": {"counts": counts(state)},
    }


def counts(state: State) -> Record:
    """Count what the list and the summary of November 2023 say: the whole system."""
    own, adopted = state.own(), state.below("standards/adopted")
    leaves = sum(
        len(pillar["subsystems"]) for pillar in state.records["data/framework.yaml"]["pillars"]
    )
    totals = {"自编": len(own), "采用": len(adopted)}
    return {"subsystems": leaves, "rows": len(own) + len(adopted), "totals": totals}


def _legality(state: State) -> None:
    issued = [one for one in state.own() if one.get("issued")]
    for pillar, day in (("JC", 8), ("TG", 10), ("GL", 11), ("GZ", 12)):
        chosen = [one for one in issued if one["number"].split(" ")[1] == pillar]
        title = f"{pillar} 分体系标准合法性审查意见"
        lines = [f"审查标准 {len(chosen)} 项", "审查结论：未发现与现行法律法规相抵触的内容"]
        fields = {"doc_types": ["合法性审查"], "criteria": ["C8-1"]}
        fields["standards"] = [one["id"] for one in chosen]
        attached = {"opinion.pdf": make.pdf(title, lines)}
        state.evidence(
            "spj",
            f"hefa-{pillar.lower()}",
            title,
            "文件",
            date(2023, 10, day),
            **fields,
            attached=attached,
        )


def _notices(state: State) -> None:
    for place, unit in enumerate(in_role("成员", "街道")[1:], 1):
        title = f"{names()[unit]}关于实施政务服务标准的通知"
        lines = [
            "各窗口：",
            "自 2022 年 10 月 1 日起按标准办理并做好记录。",
            f"联络人：{name(40 + place * 3)}",
        ]
        fields = {"doc_types": ["实施通知"], "task": "P6-3"}
        attached = {"notice.pdf": make.pdf(title, lines)}
        state.evidence(
            unit, f"tongzhi-{unit}", title, "文件", date(2022, 9, 27), **fields, attached=attached
        )


def _meetings(state: State) -> None:
    members = in_role("成员", "街道")
    for place, (id_, title, type_, day, task, criteria) in enumerate(_MEETINGS):
        whole = type_ in {"动员会", "推进会", "调度会"} or "部署" in type_
        came = members if whole else members[: 4 + place % 5]
        rows = [
            (names()[unit], name(200 + place * 20 + at), "已签到") for at, unit in enumerate(came)
        ]
        attached = {
            "sign-in.csv": make.csv(("单位", "参会人", "签到"), rows),
            "minutes.txt": make.text(
                title, [f"时间：{day}", f"参会单位 {len(came)} 个", "议定事项见纪要"]
            ),
        }
        if type_ == "动员会":
            attached["photo.png"] = make.png(101, 96, 64)
        fields: Record = {"meeting_type": type_, "units": came, "criteria": criteria}
        if task:
            fields["task"] = task
        state.evidence("spj", f"hy-{id_}", title, "会议", day, **fields, attached=attached)


def _trainings(state: State) -> None:
    everyone = [person for unit in in_role("入驻", "街道") for person in staff_of(unit)]
    for id_, title, stage, day, task in _TRAININGS:
        # One person missed the second training and has eight hours only.
        came = [one for one in everyone if not (stage == "标准编制" and one == "wjj-r3")]
        fields: Record = {"stage": stage, "hours": 4, "criteria": ["C2-2", "C14-1"]}
        fields["attendees"] = [{"person": one, "hours": 4} for one in came]
        fields["assessed"] = {"method": "闭卷测试", "pass_rate": Decimal("1.0")}
        if task:
            fields["task"] = task
        attached = {
            "sign-in.csv": make.csv(("人员", "学时"), [(one, 4) for one in came]),
            "courseware.md": make.markdown(title, ["课程目标", "主要内容", "测试题 20 道"]),
            "photo.png": make.png(day.day * 3 + 1, 64, 48),
        }
        state.evidence("spj", f"px-{id_}", title, "培训", day, **fields, attached=attached)
    for place, unit in enumerate(in_role("入驻", "街道")[1:]):
        _own_training(state, unit, date(2021, 12, 13 + place % 9))


def _own_training(state: State, unit: str, day: date) -> None:
    """Let a unit pass on to its own people what it has heard at the first training."""
    title = f"{names()[unit]}体系策划转训"
    post = f"{unit}-shouli" if unit in in_role("入驻") else f"{unit}-shenhe"
    fields: Record = {"stage": "标准体系策划", "hours": 2, "task": "P2-3"}
    fields["attendees"] = [{"unit": unit, "post": post, "count": 3}]
    fields["assessed"] = {"method": "现场问答", "pass_rate": Decimal("1.0")}
    sheet = make.csv(("岗位", "学时", f"{title}签到"), [(post, 2, "签到齐全")])
    fields["attached"] = {"sign-in.csv": sheet}
    state.evidence(unit, f"px-{unit}-cehua", title, "培训", day, **fields)


def _publicity(state: State) -> None:
    seed = 0
    for prefix, scope, media in _PUBLICITY:
        for place, topic in enumerate(_TOPICS):
            medium = media[place % len(media)]
            day = date(2021 + (6 + place * 3) // 12, (6 + place * 3) % 12 + 1, 5 + place)
            seed += 1
            title = f"{medium}：{topic}"
            fields: Record = {
                "scope": scope,
                "medium": medium,
                "criteria": [f"C15-{1 + (scope == '外部')}"],
            }
            if scope == "外部":
                outside = medium in {"报纸", "广播"}
                fields["publisher"] = "虚构晨报社" if outside else "spj"
                fields["url"] = f"https://demo.invalid/{prefix}/{place}"
            attached = {
                "shot.png": make.png(seed * 11, 56, 40),
                "text.txt": make.text(title, [f"发布日期：{day}"]),
            }
            state.evidence(
                "spj", f"xc-{prefix}-{place + 1}", title, "宣传", day, **fields, attached=attached
            )
