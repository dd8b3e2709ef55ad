"""The phases, and what units made of their tasks."""

from datetime import date
from decimal import Decimal
from typing import Any

from build_demo.state import Record, State, content
from build_demo.units import in_role, names, staff_of

# 任务, 编号, 题名, 期限, 产出, 依据的种类
_BREAKDOWN = (
    ("P2-3", "cehua", "组织本单位体系策划转训", date(2021, 12, 31), "转训签到和考核", "培训"),
    (
        "P4-1",
        "bianzhi",
        "编制本单位牵头的标准并走完程序",
        date(2022, 8, 31),
        "制修订记录",
        "标准制修订",
    ),
    (
        "P6-3",
        "shishi",
        "按标准办理并归集本单位实施记录",
        date(2023, 4, 28),
        "实施通知和台账",
        "实施记录",
    ),
)


def build(state: State) -> None:
    """Write the phases and the breakdown of every member unit."""
    phases, more = _exact(content("phases")), _exact(content("more_outputs"))
    for phase in phases["phases"]:
        for task in phase["tasks"]:
            extra = more.get(task["id"], {"criteria": [], "outputs": []})
            task["outputs"] += extra["outputs"]
            task["criteria"] += [one for one in extra["criteria"] if one not in task["criteria"]]
    source = "青岚试发〔2021〕2号 五、实施步骤（虚构）"
    head = {"schema": phases["schema"], "source": source, "issued": date(2021, 5, 20)}
    state.put("data/phases.yaml", head | {"phases": phases["phases"]})
    for unit in in_role("成员", "街道"):
        for parent, id_, title, due, output, kind in _BREAKDOWN:
            record: Record = {"id": f"{unit}-{id_}", "unit": unit, "parent": parent}
            record["title"] = f"{names()[unit]}：{title}"
            record |= {"person": staff_of(unit)[0], "due": due}
            proof: Record = {"evidence": {"kind": kind, "where": {"unit": unit}}}
            if unit == "spj" and parent == "P2-3":
                proof = {"evidence": {"kind": kind, "where": {"stage": "标准体系策划"}}}
            record["outputs"] = [{"name": output, "proof": proof}]
            state.put(f"data/tasks/{unit}/{record['id']}.yaml", record)


def _exact(value: Any) -> Any:
    """Keep decimals as they are written."""
    if isinstance(value, dict):
        return {key: _exact(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_exact(each) for each in value]
    return Decimal(str(value)) if isinstance(value, float) else value
