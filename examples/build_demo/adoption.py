"""60 standards adopted, laws and policies collected, and the decisions of phase five."""

from datetime import date

from build_demo.state import Record, State, content, split
from build_demo.units import in_role

_OF_STANDARDS = ("number", "title", "subsystem", "kind", "editions", "certainty")
_COLUMNS = ("id", "title", "class", "issuer", "issued", "effective", "withdrawn", "replaced_by")
# 编号, 种类, 一方, 另一方, 对象, 决定, 理由
_DECISIONS = (
    (
        "gaozhi-shouli",
        "重复",
        "tg-gaozhi",
        "tg-chuangkou",
        None,
        "引用",
        "告知书的内容只在一次性告知服务提供规范中规定，窗口服务规范引用",
    ),
    (
        "tousu-tousu",
        "交叉",
        "tg-tousu",
        "gl-tousu",
        None,
        "引用",
        "受理时限以投诉与意见处理规范为准，管理规范只写内部转办",
    ),
    (
        "anquan-xiaofang",
        "交叉",
        "gl-anquan",
        "gl-xiaofang",
        None,
        "保留",
        "安全检查和消防设施检查的对象不同，频次分别规定",
    ),
    (
        "peixun-neishen",
        "矛盾",
        "gl-peixun",
        "gl-neishen",
        None,
        "修订",
        "内审员培训学时两处不同，统一为每年 10 学时",
    ),
    (
        "shuju-biaoshi",
        "缺失",
        None,
        None,
        "时限和日期的表示没有统一规定",
        "补充",
        "新增时限、日期与数值的表示",
    ),
    (
        "wuzi-changdi",
        "重复",
        "gl-wuzi",
        "gl-changdi",
        None,
        "合并",
        "领用登记并入办公物资管理规范，场地规范删去重复条款",
    ),
)


def build(state: State) -> None:
    """Write adopted standards, laws and decisions."""
    for row in content("adopted"):
        adopted = _adopted(split(row, *_OF_STANDARDS))
        state.put(f"data/standards/adopted/{adopted['id']}.yaml", adopted)
    for place, row in enumerate(content("laws")):
        law: Record = {key: each for key, each in split(row, *_COLUMNS).items() if each}
        for key in ("issued", "effective", "withdrawn"):
            if key in law:
                law[key] = date.fromisoformat(law[key])
        units = [unit for at, unit in enumerate(in_role("成员", "街道")) if (at + place) % 4 == 0]
        state.put(f"data/laws/{law['id']}.yaml", law | {"collected_by": units, "certainty": "待核"})
    for id_, kind, one, other, subject, decision, reason in _DECISIONS:
        sides = [{"standard": side} for side in (one, other) if side]
        record: Record = {"id": id_, "kind": kind, "sides": sides, "subject": subject}
        record["decision"] = decision
        record |= {"by": "青岚区政务服务标准化试点工作领导小组办公室", "date": date(2022, 9, 16)}
        record |= {"owner": "spj", "reason": reason}
        state.put(f"data/integration/{id_}.yaml", record)


def _adopted(row: dict[str, str]) -> Record:
    number = row["number"]
    collected = [
        unit for place, unit in enumerate(in_role("成员", "街道")) if (place + len(number)) % 3 == 0
    ]
    editions = []
    for written in row["editions"].split(","):
        year, issued, effective, withdrawn = written.split(":")
        edition: Record = {"number": f"{number}—{year}"}
        days = {"issued": issued, "effective": effective, "withdrawn": withdrawn}
        edition |= {key: date.fromisoformat(day) for key, day in days.items() if day}
        if withdrawn:
            edition["replaced_by"] = f"{number}—2023"
        editions.append(edition | {"certainty": row["certainty"]})
    id_ = number.lower().replace("/", "").replace(" ", "-")
    invented = "编号和名称均为虚构，仅用于演示" if "虚构" in row["title"] else None
    made: Record = {"id": id_, "number": number, "title": row["title"], "kind": row["kind"]}
    made |= {
        "subsystem": row["subsystem"],
        "collected_by": collected or ["spj"],
        "editions": editions,
    }
    return made | ({"note": invented} if invented else {})
