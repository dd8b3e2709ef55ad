"""For programs: the contract pilotkit/history/1 of design §6."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from pilotkit.history.trend import Point
from pilotkit.measure.measures import HEADLINE
from pilotkit.model.measurement import cut_rate
from pilotkit.model.points import points_text


def render(points: Sequence[Point]) -> str:
    """Render points as JSON in pure ASCII."""
    contract = {"schema": "pilotkit/history/1", "points": [_point(one) for one in points]}
    return json.dumps(contract, indent=2) + "\n"


def _point(one: Point) -> dict[str, Any]:
    figures = one.figures
    return {
        "revision": one.moment.id,
        "date": one.moment.date.isoformat(),
        "as_of": figures.as_of.isoformat(),
        "tags": list(one.moment.tags),
        "total": points_text(figures.supported),
        "total_then": points_text(figures.then),
        "claimed": None if figures.claimed is None else points_text(figures.claimed),
        "measures": {name: _rate(figures.rate(name)) for name in HEADLINE},
        "counts": dict(figures.counts),
    }


def _rate(rate: Fraction | None) -> str | None:
    return None if rate is None else cut_rate(rate)
