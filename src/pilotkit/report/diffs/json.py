"""For programs: the contract pilotkit/diff/1 of design §6."""

import json
from typing import Any

from pilotkit.history.changes import Change
from pilotkit.history.diff import Diff, Side
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.measurement import Measurement, cut_rate
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Lang


def render(diff: Diff, lang: Lang) -> str:
    """Render a diff as JSON in pure ASCII."""
    contract = {
        "schema": "pilotkit/diff/1",
        "base": _side(diff.base),
        "head": _side(diff.head),
        "total": {
            "before": points_text(diff.base.score.supported),
            "after": points_text(diff.head.score.supported),
        },
        "rules": [one.to(lang) for one in diff.rules],
        "criteria": [
            {
                "id": one.id,
                "before": points_text(one.before),
                "after": points_text(one.after),
                "because": list(one.because),
            }
            for one in diff.moved
        ],
        "removed_trouble": [
            {"id": one.record.id, "kind": one.record.kind, "points": points_text(one.points)}
            for one in diff.removed_trouble
        ],
        "findings": {
            "new": [_finding(one, lang) for one in diff.new],
            "solved": [_finding(one, lang) for one in diff.solved],
            "still": diff.still,
        },
        "tasks": {"finished": list(diff.finished), "reopened": list(diff.reopened)},
        "measures": {
            after.measure: {"before": _measure(before), "after": _measure(after)}
            for before, after in diff.measures
        },
        "changes": [_change(one, lang) for one in diff.changes],
    }
    return json.dumps(contract, indent=2) + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {"revision": side.verdict.revision, "as_of": side.score.as_of.day.isoformat()}


def _finding(found: Diagnostic, lang: Lang) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        **found.location._asdict(),
        "message": found.message.to(lang),
        "unit": found.unit,
    }


def _measure(measured: Measurement) -> dict[str, Any]:
    rate = measured.rate
    return {
        "counted": measured.counted,
        "total": measured.total,
        "rate": None if rate is None else cut_rate(rate),
    }


def _change(one: Change, lang: Lang) -> dict[str, Any]:
    return {
        "kind": one.kind.to(lang),
        "action": one.action,
        "id": one.id,
        "title": one.title,
        "unit": one.unit,
        "path": one.location.path,
        "details": [detail.to(lang) for detail in one.details],
    }
