"""For programs: the contract pilotkit/integrate/1 of design §6."""

import json
from collections.abc import Iterator
from typing import Any

from pilotkit.model.decision import Decision
from pilotkit.model.measurement import cut_rate
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang
from pilotkit.plan.integration import Integration, Matter


def render(integration: Integration, repository: Repository, lang: Lang) -> str:
    """Render the matters as JSON in pure ASCII; `decision` is null while none is taken."""
    pairs = [pair for one in integration.open for pair in _open(one, lang)]
    contract = {
        "schema": "pilotkit/integrate/1",
        "as_of": repository.day.isoformat(),
        "pairs": [*pairs, *map(_decided, integration.decided)],
    }
    return json.dumps(contract, indent=2) + "\n"


def _open(one: Matter, lang: Lang) -> Iterator[dict[str, Any]]:
    place = one.finding.location
    for pair in one.couples:
        yield {
            "kind": one.kind,
            "a": pair.first,
            "b": pair.second,
            "share": None if pair.share is None else cut_rate(pair.share),
            "decision": None,
            "proposed": one.proposed,
            "owner": one.owner,
            "rule": one.finding.name,
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "message": one.finding.message.to(lang),
        }


def _decided(one: Decision) -> dict[str, Any]:
    sides = [side.standard for side in one.sides]
    about = [*sides, *([one.subject] if one.subject else [])]
    return {
        "kind": one.kind,
        "a": about[0] if about else None,
        "b": about[1] if len(about) > 1 else None,
        "share": None,
        "decision": one.decision,
        "rule": one.rule,
        "id": one.id,
        "owner": one.owner,
        "by": one.by,
        "date": one.date.isoformat(),
        "reason": one.reason,
        "path": one.path,
    }
