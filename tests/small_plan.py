"""Small plans for tests: records as text, looked at from a day."""

import json
from datetime import date
from typing import Any

from cases import files_of
from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.runner import appraise
from pilotkit.check.runner import check
from pilotkit.load.loader import load
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.day import AsOf, DaySource
from pilotkit.plan.status import Status, status_of
from pilotkit.score.runner import score_of
from plan_records import Texts

UNITS = """units:
- {id: spj, name: 审批局, level: 区, roles: [牵头, 成员, 入驻]}
- {id: dj, name: 东街道办事处, aliases: [东街办], level: 街道, roles: [街道]}
- {id: xj, name: 西街道办事处, level: 街道, roles: [街道]}
- {id: zf, name: 区政府, level: 区, roles: [区域]}
"""
MEETING = "{name: 动员会, proof: {evidence: {kind: 会议}}}"
TRAINING = "{name: 培训, each: [街道], proof: {evidence: {kind: 培训}}}"


def plan(*tasks: str, issued: str = "2021-04-20", to: str = "2021-06") -> Texts:
    """Write a plan of one phase that began in 2021-05, with these tasks."""
    listed = "".join(f"  - {task}\n" for task in tasks)
    return {
        "data/units.yaml": UNITS,
        "data/phases.yaml": (
            f"issued: {issued}\nphases:\n- id: P1\n  name: 动员部署\n  from: 2021-05\n  to: {to}\n"
            f"  tasks:\n{listed}"
        ),
    }


def task(id_: str, *outputs: str, lead: str = "牵头", helps: str = "") -> str:
    who = f"{{lead: [{lead}], with: [{helps}]}}"
    told = f"id: {id_}, title: 任务{id_}, text: 做{id_}"
    return f"{{{told}, who: {who}, outputs: [{', '.join(outputs)}]}}"


def record(kind: str, id_: str, on: str, unit: str = "spj", **fields: Any) -> Texts:
    told = {"id": id_, "title": f"{kind}{id_}", "kind": kind, "date": on, "unit": unit}
    own = {"stage": "标准实施"} if kind == "培训" else {"meeting_type": "动员会"}
    kept = {"archive": {"place": "档案室"}}
    extra = own if kind in {"培训", "会议"} else {}
    written = json.dumps(told | kept | extra | fields, ensure_ascii=False)
    return {f"data/evidence/{unit}/{id_}.yaml": written}


def appraisal_on(day: str, *texts: Texts) -> Appraisal:
    merged: Texts = {}
    for one in texts:
        merged |= one
    asked = date.fromisoformat(day)
    repository, unreadable = load(files_of(merged), asked, AsOf(asked, DaySource.TODAY))
    assert unreadable == []
    basis = Basis(repository, tuple(check(repository)))
    measurements = Measurements(basis)
    return Appraisal(basis, measurements, score_of(basis, measurements))


def status_on(day: str, *texts: Texts) -> Status:
    appraisal = appraisal_on(day, *texts)
    return status_of(appraisal, (*appraisal.basis.diagnostics, *appraise(appraisal)))
