"""What was claimed and judged: by themselves, at mid-term, unit by unit, and by experts."""

from datetime import date, timedelta
from decimal import Decimal

from build_demo.state import Record, State
from build_demo.units import in_role, names

# Points claimed by themselves in October 2023.
_OWN: dict[str, int | str] = {
    "C1-1": 1,
    "C1-2": 1,
    "C2-1": 1,
    "C2-2": 1,
    "C3-1": 1,
    "C3-2": 1,
    "C4-1": 2,
    "C5-1": 2,
    "C6-1": 2,
    "C7-1": 2,
    "C7-2": 2,
    "C8-1": 1,
    "C8-2": 1,
    "C9-1": 2,
    "C9-2": 2,
    "C10-1": "5.5",
    "C11-1": "5.5",
    "C12-1": "5.5",
    "C13-1": 1,
    "C14-1": 2,
    "C15-1": 2,
    "C15-2": 1,
    "C16-1": 3,
    "C16-2": 3,
    "C17-1": 3,
    "C17-2": 3,
    "C18-1": 3,
    "C18-2": 3,
    "C19-1": 3,
    "C20-1": 3,
    "C21-1": 3,
    "C22-1a": 1,
    "C22-1b": 2,
    "C22-2": 2,
    "C23-1": 3,
    "C24-1": 5,
    "C25-1": 5,
    "C26-1a": 1,
    "C27-1": 2,
    "C27-2": 2,
    "C27-4": 2,
}
_EXPERT: dict[str, int | str] = {
    "C9-1": "1.8",
    "C9-2": "1.9",
    "C10-1": "5.2",
    "C11-1": "5.5",
    "C12-1": "5.5",
}
_MIDTERM: dict[str, int | str] = {
    "C1-1": 1,
    "C2-1": 1,
    "C4-1": 2,
    "C5-1": 2,
    "C6-1": "1.5",
    "C7-1": "1.5",
    "C13-1": 1,
    "C14-1": 0,
}


# 编号, 谁评的, 日期, 分数, 说明
_SHEETS = (
    ("zhongqi-2022", "中期", date(2022, 11, 22), _MIDTERM, "中期评估专家组意见，仅列已评条目"),
    ("ziping-2023", "自评", date(2023, 10, 18), _OWN, "自我评价打分，依据试点评估计分表"),
    ("zhuanjia-2023", "专家", date(2023, 11, 28), _EXPERT, "评审专家给出的参考分"),
)


def build(state: State) -> None:
    """Write all assessments."""
    for id_, body, day, points, note in _SHEETS:
        claims = [{"criterion": one, "points": Decimal(value)} for one, value in points.items()]
        record: Record = {"id": id_, "body": body, "date": day, "points": claims, "note": note}
        state.put(f"data/assessments/{id_}.yaml", record)
    for place, unit in enumerate(in_role("成员", "街道")):
        day = date(2023, 11, 13) + timedelta(days=place)
        record = {"id": f"chuyan-{unit}", "body": "初验", "date": day, "unit": unit}
        record |= {"passed": True, "note": f"{names()[unit]}初验达标"}
        state.put(f"data/assessments/{record['id']}.yaml", record)
