"""How many of the confirmed items have their process and time limit made public (C21-1)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.disclosure import Disclosure
from pilotkit.model.item import ServiceItem
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence

_WANTED = ("流程", "时限")


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every confirmed service item."""
    public: dict[str, set[str]] = {}
    for record in basis.of(Disclosure):
        for item in record.items:
            public.setdefault(item, set()).update(record.what)
    for one in basis.repository.service_items:
        if basis.repository.is_confirmed(one):
            missing = "、".join(word for word in _WANTED if word not in public.get(one.id, ()))
            lacks = Sentence(f"没有公开{missing}", f"{missing} not public") if missing else None
            yield Subject(one.id, one.placed("id"), lacks, marks=_marks(basis, one))


def pending(basis: Basis) -> Iterator[Subject]:
    """Yield the service items that nobody has confirmed yet."""
    unconfirmed = Sentence("事项待确认", "the item is not confirmed")
    for item in basis.repository.service_items:
        if not basis.repository.is_confirmed(item):
            yield Subject(item.id, item.placed("id"), unconfirmed, marks=_marks(basis, item))


def _marks(basis: Basis, item: ServiceItem) -> Marks:
    return Marks("TG", item.subsystem, basis.repository.unit_id(item.unit), item.levels)


MEASURE = Measure(
    "disclosure",
    Sentence("服务公开率", "disclosure"),
    Sentence(
        "流程和时限都已公开的事项 ÷ 已确认的服务事项",
        "items with 流程 and 时限 made public ÷ confirmed service items",
    ),
    subjects,
    pending,
)
