"""Plans of inspection, the inspections held, and the audits."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from build_demo import attachments as make
from build_demo.gb import clauses_of
from build_demo.state import Record, State

# Quarter, the first day of its inspections, and the day they were due by.
QUARTERS = (
    ("2022-4", date(2022, 12, 5), date(2022, 12, 20)),
    ("2023-1", date(2023, 3, 6), date(2023, 3, 24)),
    ("2023-2", date(2023, 6, 5), date(2023, 6, 23)),
    ("2023-3", date(2023, 9, 4), date(2023, 9, 22)),
    ("2023-4", date(2023, 11, 20), date(2023, 12, 8)),
)


class _Round(NamedTuple):
    """An inspection that is held every quarter: who is responsible, what it looks at."""

    key: str
    label: str
    unit: str
    heads: tuple[str, ...]


# Eight rounds a quarter; the heads of the ids that each of them looks at.
ROUNDS = (
    _Round("jichu", "通用基础标准", "spj", ("jc-",)),
    _Round("fuwu", "服务规范", "zwzx", ("tg-",)),
    _Round(
        "shangshi",
        "市场和公安事项标准",
        "scjg",
        ("geti", "qiye", "shipin", "hukou", "juzhu", "gz-scjg", "gz-gaj"),
    ),
    _Round(
        "minsheng",
        "民生事项标准",
        "mzj",
        ("hunyin", "jiuzhu", "yanglao", "canbao", "jiuye", "yonggong", "gz-mzj", "gz-rsj"),
    ),
    _Round(
        "weijiao",
        "卫生教育住建事项标准",
        "wjj",
        ("zhiye", "yiliao", "ruxue", "minban", "zhufang", "wuye", "gz-wjj", "gz-jyj", "gz-zjj"),
    ),
    _Round(
        "xuke",
        "许可和农业医保事项标准",
        "spj",
        ("changsuo", "wenhua", "xiangmu", "nongye", "yibao", "gz-nyj", "gz-ybj"),
    ),
    _Round("guanli", "管理标准和工作流程标准", "spj", ("gl-", "lc-")),
    _Round(
        "jiceng", "基层事项和岗位标准", "spj", ("jie", "she", "gz-jd", "gz-sq", "gz-zwzx", "gz-spj")
    ),
)
# A clause in this many is found not to be kept.
_FAULT_EVERY = 31
_FIRST = date(2022, 10, 1)
MISSED = ("2023-1", "jichu")


def build(state: State) -> None:
    """Write plans, inspections and audits."""
    _plan(state, date(2022, 9, 28), QUARTERS[:1])
    _plan(state, date(2023, 1, 30), QUARTERS[1:])
    counted = 0
    for turn, (quarter, _, _) in enumerate(QUARTERS):
        for round_ in ROUNDS:
            if (quarter, round_.key) != MISSED:
                counted = _inspect(state, turn, round_, counted)
    _audits(state)


def _plan(state: State, day: date, quarters: tuple[tuple[str, date, date], ...]) -> None:
    schedule = [
        {"id": f"{quarter}-{round_.key}", "due": due, "unit": round_.unit}
        for quarter, _, due in quarters
        for round_ in ROUNDS
    ]
    year = day.year
    title = f"{year} 年标准实施检查工作计划"
    duties = ["检查组负责抽样和记录", "责任单位负责整改", "督查考核岗负责验证"]
    fields = {
        "number": f"青岚审检〔{year}〕1号",
        "doc_types": ["检查计划"],
        "schedule": schedule,
        "duties": duties,
    }
    fields |= {"criteria": ["C18-1"], "task": "P6-4"}
    lines = [f"{line['id']}  应于 {line['due']} 前完成" for line in schedule]
    attached = {"plan.pdf": make.pdf(title, lines)}
    state.evidence("spj", f"jcjh-{year}", title, "文件", day, **fields, attached=attached)


def looked_at(state: State, heads: tuple[str, ...], day: date) -> Iterator[tuple[str, list[str]]]:
    """Yield the standards of a round that are in force, with their clauses."""
    for path in sorted(state.bodies):
        standard = state.records[path]
        id_ = standard["id"]
        short = id_ if id_.split("-")[0] in {"gz", "gl", "lc", "jc", "tg"} else id_[3:]
        # What was revised had been in force before, under its earlier number.
        since = _FIRST if standard.get("replaces") else standard.get("effective", day)
        if short.startswith(heads) and since <= day and standard.get("issued"):
            yield id_, clauses_of(state.bodies[path])


def _inspect(state: State, turn: int, round_: _Round, counted: int) -> int:
    quarter, first, _ = QUARTERS[turn]
    day = first + timedelta(days=ROUNDS.index(round_))
    clauses, findings = [], []
    for standard, numbers in looked_at(state, round_.heads, day):
        counted += 1
        clause = numbers[(turn * 5 + counted) % len(numbers)]
        bad = counted % _FAULT_EVERY == 0
        result = "不符合" if bad else "符合"
        clauses.append({"standard": standard, "clause": clause, "result": result})
        if bad:
            findings.append(_finding(state, standard, clause, day))
    title = f"{quarter[:4]} 年第{'一二三四'[int(quarter[-1]) - 1]}季度{round_.label}实施检查"
    fields: Record = {
        "level": "专项" if turn % 2 else "日常",
        "planned": f"{quarter}-{round_.key}",
        "inspectors": ["spj-jiandu", "spj-biaozhun"],
        "clauses": clauses,
        "findings": findings,
        "criteria": ["C18-1", "C18-2"],
        "task": "P6-4",
    }
    rows = [(one["standard"], one["clause"], one["result"]) for one in clauses]
    attached = {"checklist.csv": make.csv(("标准", "条款", f"结果（{day}）"), rows)}
    if findings:
        said = [f"{one['clause']}：{one['facts']}，{one['due']} 前整改" for one in findings]
        attached["problems.txt"] = make.text(f"{title}问题处理单", said)
    fields["attached"] = attached
    state.evidence("spj", f"jc-{quarter}-{round_.key}", title, "监督检查", day, **fields)
    return counted


def _finding(state: State, standard: str, clause: str, day: date) -> Record:
    owner = state.find("standards", standard)["unit"]
    due = day + timedelta(days=10)
    facts = f"现场抽查发现记录与第 {clause} 条的要求不一致"
    return {
        "clause": clause,
        "facts": facts,
        "owner": owner,
        "due": due,
        "handled_on": day + timedelta(days=7),
        "result": "已整改并补齐记录",
    }


def _audits(state: State) -> None:
    rounds = (("1", "上半年", date(2023, 3, 15)), ("2", "下半年", date(2023, 9, 6)))
    halves = (
        ("a", "通用基础和服务提供分体系", ("jc-", "tg-")),
        ("b", "管理和岗位工作分体系", ("gl-", "gz-")),
    )
    for number, label, day in rounds:
        for half, scope, heads in halves:
            chosen = list(looked_at(state, heads, day))[int(number) :: 4]
            checklist = [
                {"standard": standard, "clause": clauses[-1], "result": "符合"}
                for standard, clauses in chosen
            ]
            title = f"2023 年{label}内部审核记录：{scope}"
            fields: Record = {
                "team": ["spj-biaozhun", "zwzx-guanli"],
                "scope": [scope],
                "checklist": checklist,
            }
            fields |= {"task": "P6-5", "criteria": ["C20-1"]}
            rows = [(one["standard"], one["clause"], one["result"]) for one in checklist]
            attached = {"audit.csv": make.csv(("标准", "条款", f"判定（{day}）"), rows)}
            state.evidence(
                "spj",
                f"ns-2023-{number}{half}",
                title,
                "内部审核",
                day,
                **fields,
                attached=attached,
            )
