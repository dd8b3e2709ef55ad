"""For programs: the contract pilotkit/status/1 of design §6."""

import json
from typing import Any

from pilotkit.model.sentence import Lang
from pilotkit.plan.lights import UnitLight
from pilotkit.plan.status import PhaseStatus, Status, TaskStatus


def render(status: Status, lang: Lang, unit: str | None = None) -> str:
    """Render a status as JSON in pure ASCII; with `unit` only its tasks and its light."""
    contract = {
        "schema": "pilotkit/status/1",
        "as_of": status.as_of.day.isoformat(),
        "phases": [_phase(one) for one in status.phases],
        "tasks": [_task(one) for one in status.tasks if unit is None or one.is_of(unit)],
        "units": [_unit(one, lang) for one in status.units if unit in {None, one.unit.id}],
    }
    return json.dumps(contract, indent=2) + "\n"


def _phase(one: PhaseStatus) -> dict[str, Any]:
    return {
        "id": one.phase.id,
        "name": one.phase.name,
        "from": str(one.phase.from_),
        "to": str(one.phase.to),
        "state": one.state.value,
        "done": one.done,
        "total": len(one.tasks),
    }


def _task(one: TaskStatus) -> dict[str, Any]:
    return {
        "id": one.id,
        "unit": one.unit,
        "state": one.state.value,
        "due": one.due.isoformat(),
        "done_on": one.done_on.isoformat() if one.done_on else None,
    }


def _unit(one: UnitLight, lang: Lang) -> dict[str, Any]:
    return {
        "id": one.unit.id,
        "light": one.light.value,
        "reasons": [reason.said.to(lang) for reason in one.reasons],
    }
