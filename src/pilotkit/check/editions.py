"""Editions on a day: what a dated number stands for, and whether anybody knows a number."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pilotkit.check.register import registered
from pilotkit.model.number import Number, parse, same_key
from pilotkit.model.repository import Repository
from pilotkit.model.standard import AdoptedStandard, Standard

_LOOKED_UP = {"国家", "内部"}


class Outdated(NamedTuple):
    """Why an edition no longer holds, and what holds instead."""

    withdrawn: date | None
    instead: str | None


def outdated(repository: Repository, number: Number) -> Outdated | None:
    """Say why a dated number no longer holds on the day; None where it does."""
    known = repository.standard_by_number(number.dated)
    if known is None and number.rank == "国家":
        known = registered(repository.files).get(number.family)
    if isinstance(known, Standard):
        if known.withdrawn_on(repository.day):
            return Outdated(known.withdrawn, known.replaced_by)
        is_own = known.number is not None and same_key(known.number) == number.dated
        replaced = not is_own and known.issued_on(repository.day)
        return Outdated(None, known.number) if replaced else None
    for edition in known.editions if known else ():
        withdrawn = edition.withdrawn
        if same_key(edition.number) == number.dated and withdrawn and withdrawn <= repository.day:
            return Outdated(withdrawn, edition.replaced_by)
    return None


class KnownNumbers:
    """What the system and the register of national standards know."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._wholes = _wholes(standard.number for standard in repository.all_standards)

    def lack(self, number: Number) -> bool:
        """Say whether a national or internal number stands for nothing known."""
        if number.rank not in _LOOKED_UP:
            return False
        return not self._knows(number) and not _is_registered(self._repository, number)

    def _knows(self, number: Number) -> bool:
        """Say whether the system has it: of an adopted standard that very edition."""
        known = self._repository.standard_by_number(number.dated)
        if isinstance(known, AdoptedStandard) and number.year:
            return number.dated in {same_key(one.number) for one in known.editions}
        return known is not None or number.family in self._wholes


def _wholes(numbers: Iterable[str | None]) -> set[str]:
    """Return what a standard of several parts is cited by as a whole: GB/T 24421."""
    families = {read.family for number in numbers if number and (read := parse(number))}
    return {family.rpartition(".")[0] for family in families if "." in family}


def _is_registered(repository: Repository, number: Number) -> bool:
    if number.rank != "国家":
        return False
    register = registered(repository.files)
    family = register.get(number.family)
    if family is None:
        return not number.year and number.family in _wholes(register)
    return not number.year or number.dated in {same_key(one.number) for one in family.editions}
