"""Nonconformities from finding to closing, and the lives of the standards."""

from datetime import date, timedelta
from typing import NamedTuple

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
# Until then the first editions were on trial.
_TRIAL_END = date(2023, 6, 1)


class _Fault(NamedTuple):
    """A clause that is not kept, where that was found, and when."""

    source: str
    standard: str
    clause: str
    day: date


class _Batch(NamedTuple):
    """Standards of one unit that went through their stages together."""

    number: int
    unit: str
    members: list[Record]


def build(state: State) -> None:
    """Write nonconformities and revisions."""
    faults = [*_faults(state), *_before_revision(state)]
    audited = [
        _Fault(one["id"], line["standard"], line["clause"], one["date"])
        for one in state.kind("内部审核")
        for line in one["checklist"]
    ]
    step = max(1, len(audited) // max(1, _COUNT - len(faults)))
    for place, fault in enumerate([*faults, *audited[::step]][:_COUNT]):
        _nonconformity(state, place, fault)
    _batches(state)
    for place, standard in enumerate(REVISED):
        _revision(state, place, standard)


def _faults(state: State) -> list[_Fault]:
    """List what inspections found not to be kept, but for the last, still to be written up."""
    return [
        _Fault(one["id"], line["standard"], line["clause"], one["date"])
        for one in state.kind("监督检查")
        for line in one["clauses"]
        if line["result"] == "不符合"
    ][:-1]


def _before_revision(state: State) -> list[_Fault]:
    """List what led to the revisions: a clause of each that had been looked at before."""
    found: dict[str, _Fault] = {}
    for one in state.kind("监督检查"):
        for line in one["clauses"]:
            if line["standard"] in REVISED and one["date"] < _TRIAL_END:
                found[line["standard"]] = _Fault(
                    one["id"], line["standard"], line["clause"], one["date"]
                )
    return list(found.values())


def _nonconformity(state: State, place: int, fault: _Fault) -> None:
    record = state.find("standards", fault.standard)
    owner = record["unit"]
    due = fault.day + timedelta(days=20)
    closed = due + timedelta(days=9 if place in _LATE else -4)
    fields: Record = {
        "source": fault.source,
        "standard": fault.standard,
        "clause": fault.clause,
        "facts": f"第 {fault.clause} 条要求的记录有 {place % 3 + 1} 处未填写完整，见检查记录",
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
    if fault.standard in REVISED and fault.day < _TRIAL_END:
        fields["revision"] = fault.standard
    title = f"不合格项报告第 {place + 1} 号：{record['title']}第 {fault.clause} 条"
    lines = [f"责任单位：{names()[owner]}", fields["facts"], f"纠正期限：{due}", f"验证：{closed}"]
    fields["attached"] = {"report.pdf": make.pdf(title, lines)}
    state.evidence(owner, f"bhg-{place + 1:02}", title, "不合格项", fault.day, **fields)


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
            for stage in _STAGES:
                _stage(state, _Batch(number, unit, members[at : at + _BATCH]), *stage)


def _stage(state: State, batch: _Batch, key: str, stage: str, stamp: str) -> None:
    members = batch.members
    circulating = key == "zhengqiu"
    day = max(member[stamp] for member in members) + timedelta(days=15 * circulating)
    fields: Record = {"standard": members[0]["id"], "stage": stage}
    fields["standards"] = [member["id"] for member in members]
    fields["criteria"] = ["C10-1"]
    rows: list[tuple[object, ...]] = [(member["id"], member["title"]) for member in members]
    if circulating:
        said = _OPINIONS[batch.number % len(_OPINIONS)]
        keys = ("clause", "opinion", "party", "handling", "reason")
        fields["comments"] = [dict(zip(keys, said, strict=True))]
        rows.append(said[:2])
    more = f"等 {len(members)} 项标准" if len(members) > 1 else ""
    title = f"{members[0]['title']}{more}{stage}记录"
    fields["attached"] = {f"{key}.csv": make.csv(("编号", f"{stage}（{day}）"), rows)}
    state.evidence(batch.unit, f"zxd-{batch.number:02}-{key}", title, "标准制修订", day, **fields)


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
