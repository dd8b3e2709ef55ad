"""For each task of the real plan: the records that complete it, in a district of two units."""

import json
from itertools import count
from typing import Any

Texts = dict[str, str]
HALL, STREET = "spj", "hongqi"
WORLD: Texts = {
    "data/pilot.yaml": (
        "name: 试点\nundertaking: spj\nperiod: {since: 2021-04-10, until: 2024-04-10}\n"
        "as_of: 2024-04-10\n"
    ),
    "data/units.yaml": (
        "units:\n"
        "- {id: spj, name: 审批局, level: 区, roles: [牵头, 成员, 入驻]}\n"
        "- {id: hongqi, name: 红旗街道办事处, level: 街道, roles: [街道]}\n"
    ),
}
LEAVES = {
    "JC": ("jc-daoze", "jc-shuyu", "jc-fuhao"),
    "TG": ("tg-fuwu", "tg-tigong"),
    "GL": (
        "gl-rencaiwu",
        "gl-houqin",
        "gl-xinxihua",
        "gl-anquan",
        "gl-nengyuan",
        "gl-dangqun",
        "gl-jiandu",
        "gl-pingjia",
    ),
    "GZ": ("gz-gangwei",),
}
_serials = count(1)


def record(path: str, **fields: Any) -> Texts:
    id_ = path.rpartition("/")[2].removesuffix(".yaml")
    return {f"data/{path}": json.dumps({"id": id_, **fields}, ensure_ascii=False)}


def evidence(kind: str, unit: str = HALL, **fields: Any) -> Texts:
    common = {"title": kind, "date": "2023-06-01", "archive": {"place": "档案室"}}
    path = f"evidence/{unit}/e{next(_serials)}.yaml"
    return record(path, kind=kind, unit=unit, **(common | fields))


def document(*doc_types: str, **fields: Any) -> Texts:
    return evidence("文件", doc_types=list(doc_types), **fields)


def nonconformity(**fields: Any) -> Texts:
    return evidence("不合格项", facts="未登记", severity="一般", **fields)


def inspection(**fields: Any) -> Texts:
    looked = [{"standard": "looked-at", "clause": "5.1", "result": "符合"}]
    held = evidence("监督检查", level="日常", clauses=looked, **fields)
    return together(own("gl-jiandu", "质量标准", id="looked-at"), held)


def staff(unit: str) -> Texts:
    people = [
        {"person": f"{unit}-{number}", "time": time}
        for number, time in enumerate(("专职", "兼职", "兼职"))
    ]
    return {f"data/staff/{unit}.yaml": json.dumps({"unit": unit, "people": people})}


def adopted(number: str, subsystem: str, *collectors: str) -> Texts:
    serial = f"a{next(_serials)}"
    edition = {"number": f"{number}—2018", "effective": "2018-07-01"}
    return record(
        f"standards/adopted/{serial}.yaml",
        number=number,
        title=f"标准{serial}",
        subsystem=subsystem,
        collected_by=list(collectors),
        editions=[edition],
    )


def own(subsystem: str, kind: str, *covers: str, **fields: Any) -> Texts:
    id_ = f"s{next(_serials)}"
    front = {
        "id": id_,
        "number": f"Q/SPJ {next(_serials)}—2022",
        "title": f"标准{id_}",
        "kind": kind,
        "subsystem": subsystem,
        "unit": HALL,
        "covers": list(covers),
        "issued": "2022-08-01",
        "effective": "2022-10-01",
        **fields,
    }
    pillar = next(name for name, leaves in LEAVES.items() if subsystem in leaves)
    text = f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n# 1 范围\n\n本文件适用于{id_}。\n"
    return {f"data/standards/{pillar}/{front['id']}.md": text}


def service(id_: str) -> Texts:
    return record(
        f"items/spj/{id_}.yaml",
        name=id_,
        **{"class": "service"},
        unit=HALL,
        levels=["区"],
        confirmed={"on": "2022-01-10", "by": HALL},
    )


def matter(id_: str) -> Texts:
    return record(
        f"items/spj/{id_}.yaml",
        name=id_,
        **{"class": "management"},
        object="事",
        subsystem="gl-houqin",
        unit=HALL,
        confirmed={"on": "2022-01-10", "by": HALL},
    )


def post(id_: str, *standards: str) -> Texts:
    return record(
        f"posts/spj/{id_}.yaml", name=id_, unit=HALL, standards=list(standards), holders=2
    )


def together(*texts: Texts) -> Texts:
    merged: Texts = {}
    for one in texts:
        assert not merged.keys() & one.keys()
        merged |= one
    return merged


def _nearly_all() -> Texts:
    """Fill 9 cells of 10, and leave one open in each pillar that has any."""
    parts = [service(f"i{n}") for n in range(10)] + [matter(f"m{n}") for n in range(10)]
    parts += [post(f"p{n}") for n in range(10)]
    parts.append(own("tg-fuwu", "服务指南", *(f"i{n}" for n in range(10))))
    parts.append(own("tg-tigong", "办理规程", *(f"i{n}" for n in range(9))))
    parts.append(own("gl-houqin", "管理标准", *(f"m{n}" for n in range(10))))
    parts.append(own("gl-houqin", "工作流程标准", *(f"m{n}" for n in range(9))))
    parts.append(own("gz-gangwei", "岗位工作标准", *(f"p{n}" for n in range(9))))
    return together(*parts)


def _documents() -> Texts:
    classes = ("管理制度", "标准", "办事须知", "表格", "记录")
    areas = ("政务服务", "中介服务", "政务服务", "政务服务", "政务服务")
    found = [
        record(f"documents/spj/d{n}.yaml", title=name, **{"class": name}, area=area, unit=HALL)
        for n, (name, area) in enumerate(zip(classes, areas, strict=True))
    ]
    return together(*found)


def _kept_records() -> Texts:
    required = [{"id": "ledger", "name": "台账", "every": "年"}]
    kept = [
        evidence(
            "实施记录",
            standard="with-ledger",
            record="ledger",
            period={"from": f"{year}-01-01", "to": f"{year}-12-31"},
            date="2024-01-10",
        )
        for year in (2022, 2023)
    ]
    return together(own("gl-jiandu", "质量标准", id="with-ledger", records=required), *kept)


def _examined() -> Texts:
    examined = evidence(
        "岗位考核",
        posts=["counter"],
        standards=["asked"],
        examined=2,
        passed=2,
        date="2023-11-01",
    )
    return together(post("counter", "asked"), own("gl-jiandu", "质量标准", id="asked"), examined)


LEADER = {"person": "甲", "unit": HALL, "post": "局长", "role": "组长"}
COMPLETING: dict[str, Texts] = {
    "P1-1": together(
        document("领导机构", "工作机构", duties=["负责组织"], appoints=[LEADER]),
        staff(HALL),
        staff(STREET),
    ),
    "P1-2": document("实施方案", "年度计划"),
    "P1-3": evidence("会议", meeting_type="动员会", units=[HALL, STREET]),
    "P2-1": together(evidence("调研", type="现状分析"), evidence("调研", type="需求调研")),
    "P2-2": evidence("调研", type="现场考察"),
    "P2-3": together(
        evidence("培训", stage="标准体系策划"), evidence("培训", STREET, stage="标准体系策划")
    ),
    "P2-4": together(
        adopted("GB/T 32168", "tg-tigong", HALL, STREET),
        record(
            "laws/xukefa.yaml",
            title="中华人民共和国行政许可法",
            **{"class": "法律"},
            collected_by=[HALL, STREET],
        ),
    ),
    "P2-5": _documents(),
    "P3-1": document("标准体系框架", "事项清单"),
    "P3-2": document("标准体系框架", "标准明细表"),
    "P4-1": together(
        service("permit"),
        matter("cleaning"),
        own("tg-fuwu", "服务指南", "permit"),
        own("tg-tigong", "办理规程", "permit"),
    ),
    "P4-2": together(
        service("permit"),
        matter("cleaning"),
        own("gl-houqin", "管理标准", "cleaning"),
        own("gl-houqin", "工作流程标准", "cleaning"),
    ),
    "P4-3": together(
        adopted("GB/T 1.1", "jc-daoze"),
        adopted("MZ/T 39", "jc-daoze"),
        adopted("DB61/T 1234", "jc-daoze"),
    ),
    "P4-4": together(
        *(
            adopted(f"GB/T {20000 + n}", leaf)
            for n, leaf in enumerate(leaf for leaves in LEAVES.values() for leaf in leaves)
        )
    ),
    "P4-5": together(
        service("permit"), post("counter"), own("gz-gangwei", "岗位工作标准", "counter")
    ),
    "P5-1": together(*(own(leaves[0], "质量标准") for leaves in LEAVES.values())),
    "P5-2": _nearly_all(),
    "P6-1": together(evidence("培训", stage="标准实施"), _examined()),
    "P6-2": document("标准实施方案"),
    "P6-3": together(document("实施通知"), _kept_records()),
    "P6-4": together(
        document("检查制度", duties=["谁来查"], schedule=[{"id": "first", "due": "2023-07-01"}]),
        inspection(planned="first"),
    ),
    "P6-5": together(
        document("内审小组"),
        evidence("内部审核", team=["甲"]),
        nonconformity(
            cause="不熟",
            corrective_action="补学",
            owner=HALL,
            due="2023-07-01",
            verified_by="乙",
            verified_on="2023-06-20",
        ),
    ),
    "P7-1": together(
        document("持续改进制度"),
        inspection(),
        evidence("会议", meeting_type="管理评审"),
        nonconformity(),
    ),
    "P7-2": together(
        document("自评计划", "自我评价报告"),
        nonconformity(),
        record("assessments/own.yaml", body="自评", date="2023-10-20"),
    ),
    "P8-1": document("工作总结"),
    "P8-2": together(
        document("验收申请"),
        *(
            record(
                f"assessments/{unit}.yaml",
                body="初验",
                date="2023-12-01",
                unit=unit,
                passed=True,
            )
            for unit in (HALL, STREET)
        ),
    ),
}
