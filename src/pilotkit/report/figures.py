"""The figures of a case by name, for templates: points as numbers, rates as they are written."""

from decimal import Decimal

from pilotkit.model.measurement import Measurement, cut_percent
from pilotkit.report.case import Case
from pilotkit.report.document import NOTHING

Figure = str | int | float


def figures_of(case: Case) -> tuple[tuple[str, Figure], ...]:
    """Return the points, and of each measure its rate, its numerator and its denominator."""
    score = case.score
    mark = case.pass_mark
    points = {
        "supported": score.supported,
        "claimed": score.claimed,
        "max": score.table.total,
        "lost": score.lost,
        "unassessed": score.unassessed,
        "pass_mark": mark.value if mark else None,
    }
    found: dict[str, Figure] = {name: _number(value) for name, value in points.items()}
    for name, measured in sorted(score.measurements.items()):
        found |= _of_measure(name, measured)
    return tuple(found.items())


def _of_measure(name: str, measured: Measurement) -> dict[str, Figure]:
    rate = measured.rate
    return {
        name: NOTHING if rate is None else cut_percent(rate),
        f"{name}_counted": measured.counted,
        f"{name}_total": measured.total,
    }


def _number(points: Decimal | None) -> Figure:
    if points is None:
        return NOTHING
    return int(points) if points == points.to_integral_value() else float(points)
