"""What the use of standards left behind, and whether the posts know their standards."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from build_demo import attachments as make
from build_demo.gb import clauses_of
from build_demo.state import TODAY, Record, State

_SEED = 20231215
# Holders of these posts did not all pass, or were not examined.
_FAILED = ("nyj-shencha", "hg-zx-bangban")
_LAST_YEARLY = date(2023, 9, 30)


def build(state: State) -> None:
    """Write ledgers and examinations."""
    lots = random.Random(_SEED)  # noqa: S311 - the same lots every time
    for path in sorted(state.bodies):
        standard = state.records[path]
        effective = standard.get("effective")
        if not effective or effective > date(2023, 10, 1):
            continue
        records = standard.get("records") or [
            {"id": None, "name": f"{standard['title']}使用登记", "every": "年"}
        ]
        for record in records:
            for first, last in _periods(record["every"], effective):
                _ledger(state, standard, record, (first, last), lots)
    for place, post in enumerate(state.below("posts")):
        _examination(state, post, place)


def _periods(every: str, effective: date) -> Iterator[tuple[date, date]]:
    months = {"办件": 1, "月": 1, "季": 3}.get(every)
    if months is None:
        yield effective, max(_LAST_YEARLY, min(date(2023, 11, 30), _month_end(effective, 2)))
        return
    first = effective
    while (last := _month_end(first, months)) <= TODAY:
        yield first, last
        first = last + timedelta(days=1)


def _month_end(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)


def _ledger(
    state: State, standard: Record, record: Record, period: tuple[date, date], lots: random.Random
) -> None:
    first, last = period
    yearly = record["every"] == "年"
    post = record.get("keeper") or "spj-biaozhun"
    clauses = clauses_of(state.bodies[state.path_of("standards", standard["id"])])
    count = lots.randrange(6, 40) if yearly else lots.randrange(20, 180)
    cases = [f"QL{last:%Y%m}{lots.randrange(10_000):04}" for _ in range(2)]
    sample = [{"case": case, "clause": lots.choice(clauses)} for case in dict.fromkeys(cases)]
    fields: Record = {"standard": standard["id"]}
    if record["id"]:
        fields |= {"record": record["id"], "post": post, "sample": sample}
    fields |= {"period": {"from": first, "to": last}, "count": count}
    if not yearly:
        fields["criteria"] = ["C17-1", "C17-2"]
    rows = [(one["case"], one["clause"], post, standard["title"]) for one in sample]
    rows.append(("合计", str(count), str(first), str(last)))
    fields["attached"] = {"ledger.csv": make.csv(("办件号", "条款", "岗位", "标准"), rows)}
    id_ = f"sj-{standard['id']}" + ("" if yearly else f"-{last:%Y%m}")
    title = f"{record['name']}（{_label(first, last)}）"
    day = min(last + timedelta(days=5), TODAY)
    state.evidence(standard["unit"], id_, title, "实施记录", day, **fields)


def _label(first: date, last: date) -> str:
    ends = f"{last.year} 年 {last.month} 月"
    same = (first.year, first.month) == (last.year, last.month)
    return ends if same else f"{first.year} 年 {first.month} 月至 {ends}"


def _examination(state: State, post: Record, place: int) -> None:
    standards = [one for one in post["standards"] if state.find("standards", one).get("issued")]
    failed = post["id"] in _FAILED
    fields: Record = {
        "posts": [post["id"]],
        "standards": standards,
        "method": ("闭卷", "实操", "面试")[place % 3],
        "examined": post["holders"],
        "passed": post["holders"] - failed,
        "criteria": ["C16-2"],
    }
    title = f"{post['name']}应知应会考核（2023 年）"
    rows = [(post["name"], one, "合格") for one in standards]
    attached = {"scores.csv": make.csv(("岗位", "标准", f"结果 {post['holders']} 人"), rows)}
    day = date(2023, 3, 6) + timedelta(days=place)
    state.evidence(
        post["unit"], f"kh-{post['id']}", title, "岗位考核", day, **fields, attached=attached
    )
