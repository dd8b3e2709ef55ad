"""The share of subjects without an open finding of named rules (`clean` in design §5)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import compress
from typing import NamedTuple

from pydantic import BaseModel

from pilotkit.check.runner import EVERY
from pilotkit.measure.basis import Basis
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.naming import called
from pilotkit.model.proof import CleanProof
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.score.conditions import each_passes

# What speaks against a full share is told of so many; the rest is a number.
MOST_NAMED = 3
_BUILT = frozenset(rule.name for rule in EVERY)


class Cleanness(NamedTuple):
    """A share, what speaks against a full one, how many subjects, and whether rules are missing."""

    share: Fraction
    missing: tuple[Sentence, ...] = ()
    short: int | None = None
    built: bool = True
    faults: tuple[Diagnostic, ...] = ()


class _Subject(NamedTuple):
    keys: tuple[str, ...]
    record: BaseModel


def rules_asked(repository: Repository) -> frozenset[str]:
    """Return the rules that proofs of the table name; no score rests on others below error."""
    nodes = (node for _, one in repository.table.criteria() for _, node in one.proof.nodes())
    return frozenset(
        name for node in nodes if node.clean for name in rules_of(node.clean, repository)[0]
    )


@dataclass(frozen=True)
class Cleanliness:
    """Weighs the subjects of one basis; those of a kind are gathered once for all proofs."""

    basis: Basis
    _gathered: dict[str, list[_Subject]] = field(default_factory=dict)

    def of(self, proof: CleanProof) -> Cleanness:
        """Weigh the subjects of the day against the open findings of the rules."""
        repository = self.basis.repository
        codes, unbuilt = rules_of(proof, repository)
        if unbuilt:
            said = Sentence(
                f"有 {len(unbuilt)} 条规则尚未实现", f"{len(unbuilt)} rules are not built yet"
            )
            return Cleanness(Fraction(0), (said,), built=False)
        if proof.over not in self._gathered:
            self._gathered[proof.over] = list(_SUBJECTS[proof.over](repository))
        subjects = self._gathered[proof.over]
        if proof.where:
            passing = each_passes([one.record for one in subjects], proof.where, {}, repository)
            subjects = list(compress(subjects, passing))
        if not subjects:
            return Cleanness(Fraction(0), (Sentence("没有可查的对象", "nothing to look at"),))
        return _weighed(proof, self.basis, subjects, codes)


def _weighed(
    proof: CleanProof, basis: Basis, subjects: list[_Subject], codes: list[str]
) -> Cleanness:
    found = basis.has_open(codes)
    # Most proofs find nothing: then nothing has to be looked up for any subject.
    against = [hit for one in subjects if (hit := _first(one, found))] if found else []
    # A fault of the framework that is on none of its boxes is one box more, and not clean.
    stray: list[Diagnostic] = []
    if proof.over == "framework":
        known = {key for one in subjects for key in one.keys}
        stray = [fault for key, fault in found.items() if key not in known]
    total, bad = len(subjects) + len(stray), len(against) + len(stray)
    if not bad:
        return Cleanness(Fraction(1))
    faults = tuple(dict.fromkeys([*(fault for _, fault in against), *stray]))
    share = Fraction(total - bad, total)
    missing = Sentence(f"{bad}/{total} 项有问题", f"{bad}/{total} with findings")
    named = [*_named(against, basis.repository), *(fault.message for fault in stray)]
    return Cleanness(share, (missing, *_some(named)), bad, faults=faults)


def _first(subject: _Subject, found: Mapping[str, Diagnostic]) -> tuple[str, Diagnostic] | None:
    for key in subject.keys:
        if key in found:
            return subject.keys[0], found[key]
    return None


def _named(against: list[tuple[str, Diagnostic]], repository: Repository) -> Iterator[Sentence]:
    """Say of each record what is wrong with it; what names its subject itself stays as it is."""
    for id_, fault in against:
        name = called(repository, id_)
        known = name == id_ or name in fault.message.zh
        yield (
            fault.message
            if known
            else Sentence(f"{name}：{fault.message.zh}", f"{name}: {fault.message.en}")
        )


def _some(said: list[Sentence]) -> Iterator[Sentence]:
    distinct = list(dict.fromkeys(said))
    yield from distinct[:MOST_NAMED]
    if (more := len(distinct) - MOST_NAMED) > 0:
        yield Sentence(f"还有 {more} 处", f"{more} more")


def rules_of(proof: CleanProof, repository: Repository) -> tuple[list[str], list[str]]:
    """Return the names of the rules that a proof means, and those that are not built yet."""
    codes: list[str] = []
    unbuilt: list[str] = []
    for name in proof.codes:
        members = repository.table.code_sets.get(name)
        if members is None:
            (codes if name in _BUILT else unbuilt).append(name)
        elif not members:
            unbuilt.append(name)
        else:
            codes += [one for one in members if one in _BUILT]
            unbuilt += [one for one in members if one not in _BUILT]
    return codes, unbuilt


def _standards(repository: Repository) -> Iterator[_Subject]:
    for one in repository.issued:
        yield _Subject((one.id, one.path), one)


def _items(repository: Repository) -> Iterator[_Subject]:
    for item in repository.items:
        if item.holds_on(repository.day):
            yield _Subject((item.id, item.path), item)


def _posts(repository: Repository) -> Iterator[_Subject]:
    return (_Subject((post.id, post.path), post) for post in repository.living_posts)


def _laws(repository: Repository) -> Iterator[_Subject]:
    for law in repository.laws:
        if law.in_force_on(repository.day):
            yield _Subject((law.id, law.path), law)


def _evidence(repository: Repository) -> Iterator[_Subject]:
    for record in repository.evidence:
        if record.date <= repository.day:
            yield _Subject((record.id, record.path), record)


def _framework(repository: Repository) -> Iterator[_Subject]:
    """Yield the leaves; what is wrong with their pillar is wrong with them."""
    framework = repository.framework
    for pillar in framework.pillars if framework else ():
        for subsystem in pillar.subsystems:
            for leaf in subsystem.leaves():
                yield _Subject((leaf.id, subsystem.id, pillar.id), leaf)


_SUBJECTS: dict[str, Callable[[Repository], Iterator[_Subject]]] = {
    "standards": _standards,
    "items": _items,
    "posts": _posts,
    "laws": _laws,
    "framework": _framework,
    "evidence": _evidence,
}
