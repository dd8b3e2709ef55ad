"""For programs: the contract pilotkit/history/1 of design §6."""

import json
from collections.abc import Sequence
from typing import Any

from pilotkit.history.trend import Point
from pilotkit.model.measurement import cut_rate
from pilotkit.model.score import points_text

HEADLINE = ("coverage", "implementation", "satisfaction")


def render(points: Sequence[Point]) -> str:
    """Render points as JSON in pure ASCII."""
    contract = {"schema": "pilotkit/history/1", "points": [_point(one) for one in points]}
    return json.dumps(contract, indent=2) + "\n"


def _point(one: Point) -> dict[str, Any]:
    claimed = one.score.claimed
    return {
        "revision": one.moment.id,
        "date": one.moment.date.isoformat(),
        "as_of": one.score.as_of.day.isoformat(),
        "tags": list(one.moment.tags),
        "total": points_text(one.score.supported),
        "total_then": points_text((one.then or one.score).supported),
        "claimed": None if claimed is None else points_text(claimed),
        "measures": {name: _rate(one, name) for name in HEADLINE},
        "counts": one.counts,
    }


def _rate(one: Point, name: str) -> str | None:
    rate = one.score.measurements[name].rate
    return None if rate is None else cut_rate(rate)
