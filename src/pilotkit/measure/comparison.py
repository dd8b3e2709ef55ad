"""Items before and after, as C24 and C25 compare them. Less is better in every figure."""

from decimal import Decimal

from pilotkit.measure.basis import Basis
from pilotkit.model.evidence.efficiency import Efficiency
from pilotkit.model.sentence import Sentence

EFFICIENCY = ("steps", "materials", "days", "visits")
COST = ("cost",)
_CHINESE = {
    "steps": "环节",
    "materials": "材料",
    "days": "时限",
    "visits": "跑动次数",
    "cost": "成本",
}


def compared(basis: Basis, figures: tuple[str, ...]) -> dict[str, Efficiency]:
    """Return the latest comparison of every item in which one of the figures has both sides."""
    found: dict[str, Efficiency] = {}
    for record in sorted(basis.of(Efficiency), key=lambda one: (one.time, one.id)):
        if any(_change(record, figure) is not None for figure in figures):
            found.update(dict.fromkeys(record.items, record))
    return found


def gained(record: Efficiency, figures: tuple[str, ...]) -> Sentence | None:
    """Say what speaks against a gain: a figure that worsened, or none that improved."""
    changes = {figure: _change(record, figure) for figure in _CHINESE}
    worse = [figure for figure, change in changes.items() if change is not None and change > 0]
    if worse:
        names = "、".join(_CHINESE[figure] for figure in worse)
        return Sentence(f"变差：{names}", f"worse: {', '.join(worse)}")
    if not any((changes[figure] or 0) < 0 for figure in figures):
        return Sentence("没有改进", "no improvement")
    return None


def _change(record: Efficiency, figure: str) -> int | None:
    """Return the sign of what changed; None where a side is missing."""
    before: Decimal | int | None = getattr(record.before, figure)
    after: Decimal | int | None = getattr(record.after, figure)
    if before is None or after is None:
        return None
    return (after > before) - (after < before)
