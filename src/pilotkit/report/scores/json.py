"""For programs: the contract pilotkit/score/1 of design §6."""

import json
from typing import Any

from pilotkit.model.diagnostic import Verdict
from pilotkit.model.measurement import Measurement, cut_rate
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, IndicatorScore, Score
from pilotkit.model.sentence import Lang
from pilotkit.score.targets import is_met


def render(repository: Repository, score: Score, verdict: Verdict, lang: Lang) -> str:
    """Render a score as JSON in pure ASCII, which no console can garble."""
    contract = {
        "schema": "pilotkit/score/1",
        "as_of": score.as_of.day.isoformat(),
        "as_of_source": score.as_of.source.value,
        "revision": verdict.revision,
        "pilot": {"name": repository.pilot.name if repository.pilot else None},
        "total": {
            "supported": points_text(score.supported),
            "claimed": _points(score.claimed),
            "max": points_text(score.table.total),
            "unassessed": points_text(score.unassessed),
        },
        "measures": {
            name: _measure(repository, measured) for name, measured in score.measurements.items()
        },
        "indicators": [_indicator(one) for one in score.indicators],
        "criteria": [_criterion(one, lang) for one in score.criteria],
        "changes": [one.to(lang) for one in score.changes],
        "later_records": score.later,
    }
    return json.dumps(contract, indent=2) + "\n"


def _points(points: Any) -> str | None:
    return None if points is None else points_text(points)


def _measure(repository: Repository, measured: Measurement) -> dict[str, Any]:
    rate, lower = measured.rate, measured.lower_rate
    targets = repository.targets
    target = next((one for one in targets if one.measure == measured.measure), None)
    said: dict[str, Any] = {
        "counted": measured.counted,
        "total": measured.total,
        "rate": None if rate is None else cut_rate(rate),
    }
    if measured.pending:
        said |= {
            "pending": sum(one.total for one in measured.pending),
            "lower_rate": None if lower is None else cut_rate(lower),
        }
    if target and target.at_least is not None:
        said |= {"target": points_text(target.at_least), "met": is_met(target, measured)}
    if measured.measure == "satisfaction":
        interval = measured.interval
        said |= {
            "method": measured.method,
            "low": str(interval.low) if interval else None,
            "high": str(interval.high) if interval else None,
        }
    return said


def _indicator(one: IndicatorScore) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.indicator.name,
        "max": points_text(one.indicator.points),
        "supported": points_text(one.supported),
        "claimed": _points(one.claimed),
    }


def _criterion(one: CriterionScore, lang: Lang) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": one.id,
        "indicator": one.indicator.id,
        "max": points_text(one.criterion.points),
        "supported": points_text(one.supported),
        "claimed": _points(one.claimed),
        "status": one.status.value,
        "evidence": [support.id for support in one.supports],
        "reasons": [reason.to(lang) for reason in one.reasons],
        "lost": points_text(one.lost),
    }
    if one.taken is not None:
        said["taken"] = one.taken
    return said
