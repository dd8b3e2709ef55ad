"""Nonconformities from finding to closing, and the lives of the standards."""

from datetime import date, timedelta

from build_demo import attachments as make
from build_demo.standards import REVISED
from build_demo.state import Record, State
from build_demo.units import names

_COUNT = 30
_BATCH = 12
# Their closing came too late; every other one was in time.
_LATE = (11,)
_STAGES = (
    ("zhengqiu", "征求意见", "circulated"),
    ("shencha", "审查", "examined"),
    ("pizhun", "批准发布", "issued"),
)
_OPINIONS = (
    ("4.1", "建议写明当班人员的联系方式", "服务对象", "采纳", "便于咨询"),
    ("5.1", "时限宜统一为工作日", "单位", "采纳", "与术语一致"),
    ("6.1", "材料份数偏多", "服务对象", "部分采纳", "减少 1 份复印件"),
    ("7.1", "建议增加自助办理方式", "社会", "不采纳", "自助终端尚未覆盖该事项"),
    ("4.2", "指标应给出统计口径", "专家", "采纳", "引用统计口径的标准"),
)


def build(state: State) -> None:
    """Write nonconformities and revisions."""
    faults = [*_faults(state), *_before_revision(state)]
    audited = [
        (one["id"], line["standard"], line["clause"], one["date"])
        for one in state.kind("内部审核")
        for line in one["checklist"]
    ]
    step = max(1, len(audited) // max(1, _COUNT - len(faults)))
    for place, (source, standard, clause, day) in enumerate([*faults, *audited[::step]][:_COUNT]):
        _nonconformity(state, place, source, standard, clause, day)
    _batches(state)
    for place, standard in enumerate(REVISED):
        _revision(state, place, standard)


def _faults(state: State) -> list[tuple[str, str, str, date]]:
    """List the clauses that inspections found not to be kept, but for the last, still to be written up."""
    return [
        (one["id"], line["standard"], line["clause"], one["date"])
        for one in state.kind("监督检查")
        for line in one["clauses"]
        if line["result"] == "不符合"
    ][:-1]


def _before_revision(state: State) -> list[tuple[str, str, str, date]]:
    """List what led to the revisions: a clause of each that had been looked at before."""
    found: dict[str, tuple[str, str, str, date]] = {}
    for one in state.kind("监督检查"):
        for line in one["clauses"]:
            if line["standard"] in REVISED and one["date"] < date(2023, 6, 1):
                found[line["standard"]] = (one["id"], line["standard"], line["clause"], one["date"])
    return list(found.values())


def _nonconformity(
    state: State, place: int, source: str, standard: str, clause: str, day: date
) -> None:
    record = state.find("standards", standard)
    owner = record["unit"]
    due = day + timedelta(days=20)
    closed = due + timedelta(days=9 if place in _LATE else -4)
    fields: Record = {
        "source": source,
        "standard": standard,
        "clause": clause,
        "facts": f"第 {clause} 条要求的记录有 {place % 3 + 1} 处未填写完整，见检查记录",
        "severity": ("一般", "一般", "观察项")[place % 3],
        "cause": ("交接时未核对栏目", "新到岗人员未完成培训", "表格与标准的栏目不一致")[place % 3],
        "correction": "当日补齐记录",
        "corrective_action": ("交接清单增加核对栏", "补训并考核", "按标准更换表格")[place % 3],
        "preventive_action": "每月抽查时列为必查项",
        "owner": owner,
        "due": due,
        "verified_by": "scjg" if owner == "spj" else "spj",
        "verified_on": closed,
        "criteria": ["C20-1"],
        "task": "P7-2",
    }
    if standard in REVISED and day < date(2023, 6, 1):
        fields["revision"] = standard
    title = f"不合格项报告第 {place + 1} 号：{record['title']}第 {clause} 条"
    lines = [f"责任单位：{names()[owner]}", fields["facts"], f"纠正期限：{due}", f"验证：{closed}"]
    attached = {"report.pdf": make.pdf(title, lines)}
    state.evidence(
        owner, f"bhg-{place + 1:02}", title, "不合格项", day, **fields, attached=attached
    )


def _batches(state: State) -> None:
    """Write the stages of the standards, those of one unit and one day a record."""
    groups: dict[tuple[str, date], list[Record]] = {}
    for standard in state.own():
        if standard.get("issued"):
            groups.setdefault((standard["unit"], standard["issued"]), []).append(standard)
    number = 0
    for (unit, _), members in sorted(groups.items()):
        for at in range(0, len(members), _BATCH):
            number += 1
            for key, stage, stamp in _STAGES:
                _stage(state, number, unit, members[at : at + _BATCH], key, stage, stamp)


def _stage(
    state: State, number: int, unit: str, members: list[Record], key: str, stage: str, stamp: str
) -> None:
    day = max(member[stamp] for member in members) + timedelta(days=15 if key == "zhengqiu" else 0)
    fields: Record = {"standard": members[0]["id"], "stage": stage}
    fields["standards"] = [member["id"] for member in members]
    fields["criteria"] = ["C10-1"]
    rows: list[tuple[object, ...]] = [(member["id"], member["title"]) for member in members]
    if key == "zhengqiu":
        clause, opinion, party, handling, reason = _OPINIONS[number % len(_OPINIONS)]
        fields["comments"] = [
            {
                "clause": clause,
                "opinion": opinion,
                "party": party,
                "handling": handling,
                "reason": reason,
            }
        ]
        rows.append((clause, opinion))
    first = members[0]["title"]
    title = (
        f"{first}等 {len(members)} 项标准{stage}记录" if len(members) > 1 else f"{first}{stage}记录"
    )
    attached = {f"{key}.csv": make.csv(("编号", f"{stage}（{day}）"), rows)}
    state.evidence(
        unit, f"zxd-{number:02}-{key}", title, "标准制修订", day, **fields, attached=attached
    )


def _revision(state: State, place: int, id_: str) -> None:
    standard = state.find("standards", id_)
    title = f"{standard['title']}修订单"
    fields = {
        "standard": id_,
        "stage": "修订",
        "from": standard["replaces"][0],
        "to": standard["number"],
        "reason": "检查和内部审核发现的问题涉及标准内容",
        "criteria": ["C20-1"],
    }
    attached = {"revision.txt": make.text(title, [f"由 {fields['from']} 修订为 {fields['to']}"])}
    day = date(2023, 6, 26) + timedelta(days=place % 3)
    state.evidence(
        standard["unit"], f"xd-{id_}", title, "标准制修订", day, **fields, attached=attached
    )
