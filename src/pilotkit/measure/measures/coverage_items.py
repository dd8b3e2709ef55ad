"""How many of the confirmed items have a standard of the pilot's own (C7-1: 全部事项)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.item import Item
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every confirmed service and management item."""
    repository = basis.repository
    rests_on = repository.all_standards, repository.issued, repository.unit_ids

    def subject(item: Item) -> Subject:
        return _subject(repository, item)

    items = _items(repository, confirmed=True)
    return iter(repository.known.each("coverage_items", rests_on, items, subject))


def pending(basis: Basis) -> Iterator[Subject]:
    """Yield the items that nobody has confirmed yet."""
    repository = basis.repository
    unconfirmed = Sentence("事项待确认", "the item is not confirmed")
    for item in _items(repository, confirmed=False):
        yield Subject(item.id, item.placed("id"), unconfirmed, marks=_marks(repository, item))


def _items(repository: Repository, *, confirmed: bool) -> Iterator[Item]:
    items: tuple[Item, ...] = (*repository.service_items, *repository.management_items)
    for item in items:
        if repository.is_confirmed(item) is confirmed:
            yield item


def _subject(repository: Repository, item: Item) -> Subject:
    covering = repository.covering.get(item.id, ())
    own = (one for one in covering if isinstance(one, Standard) and one.issued_on(repository.day))
    reason = None
    if not any(True for _ in own):
        reason = Sentence("没有已发布的自编标准", "no own standard is issued for it")
    return Subject(item.id, item.placed("id"), reason, marks=_marks(repository, item))


def _marks(repository: Repository, item: Item) -> Marks:
    pillar = "GL" if item.class_ == "management" else "TG"
    return Marks(pillar, item.subsystem, repository.unit_id(item.unit), item.levels)


MEASURE = Measure(
    "coverage_items",
    Sentence("事项覆盖率", "coverage of items"),
    Sentence(
        "有已发布自编标准的事项 ÷ 已确认的事项",
        "items with an own issued standard ÷ confirmed items",
    ),
    subjects,
    pending,
    grows=True,
)
