"""How many of the compared items cost less than before (C25-1)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.comparison import COST, compared, gained
from pilotkit.measure.measure import Measure
from pilotkit.model.measurement import Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every item whose cost was compared, by its latest comparison."""
    for item, record in sorted(compared(basis, COST).items()):
        yield Subject(item, record.placed("after"), gained(record, COST))


MEASURE = Measure(
    "cost_gain",
    Sentence("成本降低率", "gain in cost"),
    Sentence(
        "成本降低而无一项变差的事项 ÷ 对比过成本的事项",
        "items that cost less and worsened in nothing ÷ items whose cost was compared",
    ),
    subjects,
    final=True,
)
