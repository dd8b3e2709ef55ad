"""How many of the compared items are handled faster or more simply than before (C24-1)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.comparison import EFFICIENCY, compared, gained
from pilotkit.measure.measure import Measure
from pilotkit.model.measurement import Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every compared item, by its latest comparison."""
    for item, record in sorted(compared(basis, EFFICIENCY).items()):
        yield Subject(item, record.placed("after"), gained(record, EFFICIENCY))


def note(basis: Basis) -> Sentence | None:
    """Say how many items nobody compared."""
    done = compared(basis, EFFICIENCY)
    rest = [item for item in basis.repository.service_items if item.id not in done]
    return Sentence(f"没有对比的事项 {len(rest)} 个", f"items not compared: {len(rest)}")


MEASURE = Measure(
    "efficiency_gain",
    Sentence("效能提升率", "gain in efficiency"),
    Sentence(
        "环节、材料、时限、跑动次数有改进而无一项变差的事项 ÷ 已对比的事项",
        "compared items that improved in steps, materials, days or visits and worsened in nothing "
        "÷ compared items",
    ),
    subjects,
    note=note,
    final=True,
)
