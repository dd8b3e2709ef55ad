"""Elements of the matrix that lack a standard: what the rules on missing standards share."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pilotkit.model.matrix import Cell, Element, filling
from pilotkit.model.repository import Repository

AnyElement = TypeVar("AnyElement", bound=Element)


def uncovered(
    repository: Repository, elements: Iterable[AnyElement], kind: str, pillar: str
) -> Iterator[AnyElement]:
    """Yield the elements that no issued standard of a kind covers."""
    for element in elements:
        if filling(repository, Cell(element, kind, pillar, confirmed=True)) is None:
            yield element
