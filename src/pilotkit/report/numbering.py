"""The numbers of evidence in the binder: `A1-B1-C1-01`, in the order of dates (design §7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.model.entity import fields_by_key
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.score import CriterionScore, ProofResult
from pilotkit.model.scoring import Indicator, Scoring
from pilotkit.report.kept_numbers import kept_numbers


@dataclass(frozen=True)
class Numbers:
    """The number of each record that serves a criterion, and which records serve which.

    A record has one number, under the indicator where it is placed; others refer to it.
    """

    by_path: Mapping[str, str]
    serving: Mapping[str, tuple[Evidence, ...]]

    def of(self, record: Evidence) -> str | None:
        """Return the number of a record; None where it serves nothing."""
        return self.by_path.get(record.path)

    def of_criterion(self, criterion: str) -> list[str]:
        """Return the numbers of what serves a criterion, in their order."""
        numbers = {self.by_path[one.path] for one in self.serving.get(criterion, ())}
        return sorted(numbers, key=_order)

    @cached_property
    def served(self) -> Mapping[str, tuple[str, ...]]:
        """The criteria that each record serves, by the path of the record."""
        found: dict[str, tuple[str, ...]] = {}
        for criterion, records in self.serving.items():
            for one in records:
                found[one.path] = (*found.get(one.path, ()), criterion)
        return found

    def in_order(self) -> list[tuple[str, Evidence]]:
        """Return all numbered records in the order of the binder."""
        found = {one.path: one for records in self.serving.values() for one in records}
        places = {path: index for index, path in enumerate(self.by_path)}
        ordered = sorted(found, key=places.__getitem__)
        return [(self.by_path[path], found[path]) for path in ordered]


def numbers_of(appraisal: Appraisal) -> Numbers:
    """Number everything that counts for a criterion, indicator by indicator, by date.

    What the newest snapshot has numbered keeps its number; later records go on behind it.
    """
    counting = {one.path: one for one in appraisal.basis.counting}
    serving = {one.id: tuple(_serving(one, counting)) for one in appraisal.score.criteria}
    placed = _placed(appraisal.score.criteria, serving)
    paths = dict(_paths(appraisal.score.table))
    kept = kept_numbers(appraisal.repository.files, paths)
    by_path: dict[str, str] = {}
    for prefix, indicator in paths.items():
        given = {path: number for path, number in kept.items() if _order(number)[0] == prefix}
        here = [one for one in counting.values() if placed.get(one.path) == indicator]
        new = sorted(
            (one for one in here if one.path not in kept),
            key=lambda one: (one.date, one.id, one.path),
        )
        stay = sorted((path for path in given if path in placed), key=lambda p: _order(given[p]))
        by_path |= {path: given[path] for path in stay}
        # A number that was given once is never given to another record.
        last = max((_order(number)[1] for number in given.values()), default=0)
        for serial, record in enumerate(new, start=last + 1):
            by_path[record.path] = f"{prefix}-{serial:02}"
    return Numbers(by_path, serving)


def _order(number: str) -> tuple[str, int]:
    prefix, _, serial = number.rpartition("-")
    return prefix, int(serial)


def _serving(one: CriterionScore, counting: Mapping[str, Evidence]) -> Iterator[Evidence]:
    """Yield what a proof rests on, and what is placed here where a measure is part of the proof.

    A measure looks at many records without naming them; for these the placing speaks.
    """
    measured = any(node.measurement for node in one.result.nodes())
    giving = [node for node in one.result.nodes() if node.share > 0]
    proving = {
        support.place.path
        for node in giving
        for support in node.supports
        if _gives(node, counting.get(support.place.path))
    }
    for path, record in counting.items():
        if path in proving or (measured and one.id in record.criteria):
            yield record


def _gives(node: ProofResult, record: Evidence | None) -> bool:
    """Say whether a record found by a node has any of the values that the node asks for each of."""
    asked = node.proof.evidence.each if node.proof.evidence else {}
    return record is not None and all(
        set(values) & set(_values(record, key)) for key, values in asked.items()
    )


def _values(record: Evidence, key: str) -> tuple[str, ...]:
    value = getattr(record, fields_by_key(type(record)).get(key, key), ())
    return (value,) if isinstance(value, str) else tuple(map(str, value or ()))


def _placed(
    criteria: tuple[CriterionScore, ...], serving: Mapping[str, tuple[Evidence, ...]]
) -> dict[str, str]:
    """Place each record under the first C that it names and serves, else the first it serves."""
    served: dict[str, str] = {}
    named: dict[str, str] = {}
    for one in criteria:
        for record in serving[one.id]:
            served.setdefault(record.path, one.indicator.id)
            if one.id in record.criteria:
                named.setdefault(record.path, one.indicator.id)
    return served | named


def _paths(table: Scoring) -> Iterator[tuple[str, str]]:
    """Yield for each C its path `A1-B1-C1` and its id."""

    def below(indicator: Indicator, prefix: str) -> Iterator[tuple[str, str]]:
        path = f"{prefix}{indicator.id}"
        if indicator.criteria:
            yield path, indicator.id
        for child in indicator.children:
            yield from below(child, f"{path}-")

    for top in table.indicators:
        yield from below(top, "")


def spans(numbers: list[str]) -> list[str]:
    """Join neighbouring numbers of one indicator: A1-B1-C1-01—07."""
    found: list[tuple[str, int, int]] = []
    for prefix, at in sorted(map(_order, numbers)):
        if found and found[-1][0] == prefix and found[-1][2] == at - 1:
            found[-1] = (prefix, found[-1][1], at)
        else:
            found.append((prefix, at, at))
    return [_span(*one) for one in found]


def _span(prefix: str, first: int, last: int) -> str:
    joint = "、" if last == first + 1 else "—"
    return f"{prefix}-{first:02}" + (f"{joint}{last:02}" if last > first else "")
