"""Which fields a proof may test, and which values they can take."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from pilotkit.model.assessment import Assessment
from pilotkit.model.document import CollectedDocument
from pilotkit.model.entity import fields_by_key
from pilotkit.model.evidence.achievement import Achievement
from pilotkit.model.evidence.kinds import EVIDENCE_KINDS
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.framework import Framework, Subsystem
from pilotkit.model.item import ManagementItem, ServiceItem
from pilotkit.model.law import Law
from pilotkit.model.number import Rank
from pilotkit.model.pilot import Pilot
from pilotkit.model.post import Post
from pilotkit.model.proof import Proof
from pilotkit.model.repository import Repository
from pilotkit.model.staff import Person
from pilotkit.model.standard import AdoptedStandard, Standard
from pilotkit.model.unit import Unit
from pilotkit.score.fields import COMPUTED

Classes = tuple[type[BaseModel], ...]
_ITEMS: Classes = (ServiceItem, ManagementItem)
_STANDARDS: Classes = (Standard, AdoptedStandard)
# What a proof calls `of` or `over`.
_CALLED: dict[str, Classes] = {
    "assessments": (Assessment,),
    "documents": (CollectedDocument,),
    "evidence": (Evidence,),
    "framework": (Subsystem,),
    "items": _ITEMS,
    "laws": (Law,),
    "posts": (Post,),
    "staff": (Person,),
    "standards": _STANDARDS,
}
# What a field that holds an id leads to.
_REFERRED: dict[str, Classes] = {
    **dict.fromkeys(("unit", "parent", "owner", "collected_by"), (Unit,)),
    **dict.fromkeys(("standard", "standards"), _STANDARDS),
    **dict.fromkeys(("item", "items", "same_as"), _ITEMS),
    **dict.fromkeys(("post", "posts"), (Post,)),
}
_TRUTHS = ("true", "false")
_COMPUTED: dict[str, tuple[str, ...]] = {
    "origin": ("自编", "采用"),
    "level": get_args(Rank),
    "independent": _TRUTHS,
}
_LISTED: dict[tuple[type[BaseModel], str], str] = {
    (OfficialDocument, "doc_types"): "doc_types",
    (Meeting, "meeting_type"): "meeting_types",
    (Standard, "kind"): "standard_kinds",
    (AdoptedStandard, "kind"): "standard_kinds",
}


def classes_of(proof: Proof) -> Classes:
    """Return what a leaf looks at; nothing where its kinds are unknown."""
    if proof.evidence:
        kinds = proof.evidence.kinds
        return tuple(EVIDENCE_KINDS[kind] for kind in kinds if kind in EVIDENCE_KINDS)
    if proof.entity:
        return _CALLED[proof.entity.of]
    return _CALLED[proof.clean.over] if proof.clean else ()


def keys_of(classes: Classes) -> dict[str, None]:
    """Return the keys that records of any of these classes have, written or computed."""
    found: dict[str, None] = {}
    for model in classes:
        found |= dict.fromkeys((*fields_by_key(model), *COMPUTED.get(model, ())))
    return found


def inside(classes: Classes, key: str) -> Classes:
    """Return what lies inside a field, or what it refers to."""
    found = [one for model in classes for one in _parts(model, key)]
    return tuple(dict.fromkeys(found)) or _REFERRED.get(key, ())


def values_of(classes: Classes, key: str, repository: Repository) -> tuple[str, ...] | None:
    """Return the values that a field can take; None where it can take any."""
    found: dict[str, None] = {}
    for model in classes:
        if key in keys_of((model,)):
            values = _values(model, key, repository)
            if values is None:
                return None
            found |= dict.fromkeys(values)
    return tuple(found)


def pillars_of(repository: Repository) -> tuple[str, ...] | None:
    """Return the ids of the pillars; None while there is no framework to know them from."""
    if repository.framework is None or Framework in repository.incomplete:
        return None
    return tuple(pillar.id for pillar in repository.framework.pillars)


def units_of(repository: Repository) -> tuple[str, ...] | None:
    """Return all names of units; None while nobody can say which there are."""
    if not repository.units or Unit in repository.incomplete:
        return None
    return repository.unit_names


def _values(model: type[BaseModel], key: str, repository: Repository) -> tuple[str, ...] | None:
    if key == "pillar":
        return pillars_of(repository)
    if key in COMPUTED.get(model, ()):
        return _COMPUTED.get(key)
    if name := _LISTED.get((model, key)):
        return None if Pilot in repository.incomplete else repository.words(name)
    if key == "unit":
        return units_of(repository)
    written = _literals_of(model, key)
    if model is Achievement and key == "level":
        return (*(written or ()), *get_args(Rank))
    return written


@cache
def _literals_of(model: type[BaseModel], key: str) -> tuple[str, ...] | None:
    annotation = model.model_fields[fields_by_key(model)[key]].annotation
    return tuple(_literals(annotation)) or None


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    if annotation is bool:
        yield from _TRUTHS
    for one in get_args(annotation):
        yield from _literals(one)


@cache
def _parts(model: type[BaseModel], key: str) -> Classes:
    field = fields_by_key(model).get(key)
    return tuple(_models(model.model_fields[field].annotation)) if field else ()


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models(one)


def leaves_of(proof: Proof) -> frozenset[str]:
    """Return the names of the leaves of a proof, by which the table states their effort."""
    found: set[str] = set()
    for _, node in proof.nodes():
        if node.evidence:
            found |= set(node.evidence.kinds)
        elif node.measure:
            found.add(node.measure.name)
        elif node.entity:
            found.add(node.entity.of)
        elif node.clean or node.judgement:
            found.add(node.word)
    return frozenset(found)


def known_leaves(measures: Iterable[str]) -> frozenset[str]:
    """Return every name that a leaf of a proof can have."""
    return frozenset({*EVIDENCE_KINDS, *measures, *_CALLED, "clean", "judgement"})
