"""Who cites whom among the standards of a workspace, by `citations` and by the texts."""

from collections.abc import Mapping
from typing import NamedTuple

from pilotkit.model.evidence.inspection import Inspection
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.item import Item
from pilotkit.model.post import Post
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.standard import Standard
from pilotkit.text.citations import citations_of


class Dependent(NamedTuple):
    """An own standard that cites another: over how many steps, and through which one (an id).

    `lines` are those of its text, from 1, that cite it directly; none where only `citations` does.
    """

    standard: Standard
    steps: int
    through: str
    lines: tuple[int, ...]


class Impact(NamedTuple):
    """What has to be looked at again when a standard changes, as of a day."""

    standard: AnyStandard
    dependents: tuple[Dependent, ...]
    items: tuple[Item, ...]
    posts: tuple[Post, ...]
    evidence: tuple[Evidence, ...]


def impact_of(standard: AnyStandard, repository: Repository) -> Impact:
    """Find what rests on a standard on the day; withdrawn standards rest on nothing."""
    day, id_ = repository.day, standard.id
    items = [one for one in repository.items if one.id in standard.covers and one.holds_on(day)]
    posts = [
        one for one in repository.living_posts if one.id in standard.covers or id_ in one.standards
    ]
    evidence = [one for one in repository.evidence if one.date <= day and id_ in _named_by(one)]
    return Impact(
        standard,
        outward(id_, citing(repository)),
        tuple(sorted(items, key=lambda one: one.id)),
        tuple(sorted(posts, key=lambda one: one.id)),
        tuple(sorted(evidence, key=lambda one: one.id)),
    )


def citing(repository: Repository) -> Mapping[str, Mapping[str, Dependent]]:
    """Map the id of a standard to the own ones that cite it, by id, in the order of their ids.

    What stands around the provisions (前言, 引言, 参考文献) cites nothing that binds.
    """
    found: dict[str, dict[str, Dependent]] = {}
    for own in sorted(repository.standards, key=lambda one: one.id):
        if own.withdrawn_on(repository.day):
            continue
        for id_, lines in _cited_by(own, repository).items():
            if id_ != own.id:
                found.setdefault(id_, {})[own.id] = Dependent(own, 1, id_, tuple(sorted(lines)))
    return found


def _cited_by(own: Standard, repository: Repository) -> dict[str, set[int]]:
    """Map what a standard cites, by id, to the lines of the text that do."""
    lines: dict[str, set[int]] = {}
    for number in own.citations:
        if cited := repository.standard_by_number(number):
            lines.setdefault(cited.id, set())
    for one in citations_of(own.text):
        if one.is_listed or one.is_in_body:
            cited = repository.standard_by_number(one.cited.written)
            if cited:
                lines.setdefault(cited.id, set()).add(one.line)
    return lines


def outward(id_: str, graph: Mapping[str, Mapping[str, Dependent]]) -> tuple[Dependent, ...]:
    """Walk outward step by step; each standard stands where it is met first."""
    met: dict[str, Dependent] = {}
    ring, steps = [id_], 1
    while ring:
        further: list[str] = []
        for cited in ring:
            for citer, dependent in graph.get(cited, {}).items():
                if citer != id_ and citer not in met:
                    met[citer] = dependent._replace(steps=steps)
                    further.append(citer)
        ring, steps = sorted(further), steps + 1
    return tuple(met.values())


def _named_by(evidence: Evidence) -> set[str]:
    """Return the ids of standards that evidence names, in the fields of its kind too."""
    named = set(evidence.standards)
    if isinstance(evidence, PracticeRecord | Revision | Nonconformity) and evidence.standard:
        named.add(evidence.standard)
    if isinstance(evidence, Inspection):
        named |= {one.standard for one in evidence.clauses}
    return named
