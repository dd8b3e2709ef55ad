"""Names in proofs that mean nothing: kinds, fields, values, measures, codes (design §5)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from pilotkit.appraise.fields import (
    Classes,
    classes_of,
    inside,
    keys_of,
    pillars_of,
    units_of,
    values_of,
)
from pilotkit.check.declared import DECLARED
from pilotkit.check.runner import EVERY
from pilotkit.measure.measures import BY_NAME
from pilotkit.model.evidence.kinds import EVIDENCE_KINDS
from pilotkit.model.location import Route
from pilotkit.model.periods import Rhythm
from pilotkit.model.proof import CleanProof, MeasureProof, Proof, Selection
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.unit import LEVELS
from pilotkit.score.conditions import PRESENT, RANGE
from pilotkit.score.wording import named

BUILT = frozenset(rule.name for rule in EVERY)
_MEASURES = tuple(BY_NAME)
_RHYTHMS: tuple[str, ...] = get_args(Rhythm)
# So many allowed values are listed where none is near.
_FEW = 8


class Unknown(NamedTuple):
    """A name that means nothing: its route in the node, and whether the route ends in a key."""

    route: Route
    said: Sentence
    help: Sentence | None = None
    is_key: bool = False


Found = Iterator[Unknown]


def unknown_names(proof: Proof, repository: Repository) -> Found:
    """Yield what a node itself, not those below it, names and nobody knows."""
    if proof.evidence:
        yield from _kinds(proof)
        yield from _selection("evidence", proof.evidence, classes_of(proof), repository)
    elif proof.entity:
        yield from _selection("entity", proof.entity, classes_of(proof), repository)
    elif proof.measure:
        yield from _measure(proof.measure, repository)
    elif proof.clean:
        yield from unknown_codes(proof.clean, repository)
        yield from _tests(proof.clean.where, classes_of(proof), ("clean", "where"), repository)


def unknown_codes(proof: CleanProof, repository: Repository) -> Found:
    """Yield the codes that are neither rules nor sets of them."""
    sets = repository.table.code_sets
    for index, name in enumerate(proof.codes):
        if name not in sets and name not in BUILT | DECLARED:
            yield _nobody(("clean", "codes", index), name, "规则或代码组", "rule", [*BUILT, *sets])


def unknown_members(members: Sequence[str]) -> Iterator[tuple[int, Unknown]]:
    """Yield the members of a set of codes that are no rules."""
    for index, name in enumerate(members):
        if name not in BUILT | DECLARED:
            yield index, _nobody((index,), name, "规则", "rule", sorted(BUILT))


def _kinds(proof: Proof) -> Found:
    written = proof.evidence.kind if proof.evidence else ()
    if isinstance(written, str):
        listed: list[tuple[Route, str]] = [(("evidence", "kind"), written)]
    else:
        listed = [(("evidence", "kind", index), kind) for index, kind in enumerate(written)]
    for route, kind in listed:
        if kind not in EVIDENCE_KINDS:
            yield _nobody(route, kind, "证据种类", "kind of evidence", list(EVIDENCE_KINDS))


def _measure(asked: MeasureProof, repository: Repository) -> Found:
    pillars, units = pillars_of(repository), units_of(repository)
    if asked.name not in _MEASURES:
        yield _nobody(("measure", "name"), asked.name, "指标", "measure", _MEASURES)
    if asked.pillar and pillars is not None and asked.pillar not in pillars:
        yield _nobody(("measure", "pillar"), asked.pillar, "支柱体系", "pillar", pillars)
    if asked.unit and units is not None and asked.unit not in units:
        yield _nobody(("measure", "unit"), asked.unit, "单位", "unit", units)
    if asked.level and asked.level not in LEVELS:
        yield _nobody(("measure", "level"), asked.level, "层级", "level", LEVELS)


def _selection(word: str, asked: Selection, classes: Classes, repository: Repository) -> Found:
    if not classes:
        return
    yield from _tests(asked.where, classes, (word, "where"), repository)
    for key, tests in asked.having.items():
        route = (word, "having", key)
        if lacks := _field(key, classes, route):
            yield lacks
        else:
            yield from _inner(tests, classes, key, route, repository)
    yield from _each(word, asked, classes, repository)
    by = asked.distinct.by if asked.distinct else None
    if by and by not in _RHYTHMS and by not in keys_of(classes):
        known = [*_RHYTHMS, *keys_of(classes)]
        yield _nobody((word, "distinct", "by"), by, "字段", "field", known)


def _each(word: str, asked: Selection, classes: Classes, repository: Repository) -> Found:
    for key, values in asked.each.items():
        if lacks := _field(key, classes, (word, "each", key)):
            yield lacks
            continue
        for index, value in enumerate(values):
            yield from _value(value, classes, (word, "each", key, index), key, repository)


def _tests(
    tests: Mapping[str, Any], classes: Classes, route: Route, repository: Repository
) -> Found:
    for key, test in tests.items():
        if lacks := _field(key, classes, (*route, key)):
            yield lacks
        else:
            yield from _test(test, classes, (*route, key), key, repository)


def _test(test: Any, classes: Classes, route: Route, key: str, repository: Repository) -> Found:
    if isinstance(test, list):
        for index, one in enumerate(test):
            yield from _test(one, classes, (*route, index), key, repository)
    elif not isinstance(test, Mapping):
        if test != PRESENT:
            yield from _value(str(test), classes, route, key, repository)
    elif not set(test) <= RANGE:
        yield from _inner(test, classes, key, route, repository)


def _inner(
    tests: Mapping[str, Any], classes: Classes, key: str, route: Route, repository: Repository
) -> Found:
    below = inside(classes, key)
    if below:
        yield from _tests(tests, below, route, repository)
    else:
        said = Sentence(f"“{named(key)}”里没有别的字段", f"{key} has no fields inside")
        yield Unknown(route, said, is_key=True)


def _field(key: str, classes: Classes, route: Route) -> Unknown | None:
    known = keys_of(classes)
    if key in known:
        return None
    said = Sentence(f"没有字段“{key}”", f"no field {key!r}")
    return Unknown(route, said, _near(key, tuple(known)), is_key=True)


def _value(value: str, classes: Classes, route: Route, key: str, repository: Repository) -> Found:
    known = values_of(classes, key, repository)
    if known is not None and value not in known:
        said = Sentence(f"“{named(key)}”没有值“{value}”", f"{key} is never {value!r}")
        yield Unknown(route, said, _near(value, known))


def _nobody(route: Route, name: str, zh: str, en: str, known: Sequence[str]) -> Unknown:
    said = Sentence(f"没有{zh}“{name}”", f"no {en} {name!r}")
    return Unknown(route, said, _near(name, known))


def _near(name: str, known: Sequence[str]) -> Sentence | None:
    """Suggest the nearest, else all where they are few."""
    few = Sentence(f"可选：{'、'.join(known)}", f"allowed: {', '.join(known)}")
    return did_you_mean(name, sorted(known)) or (few if 0 < len(known) <= _FEW else None)
