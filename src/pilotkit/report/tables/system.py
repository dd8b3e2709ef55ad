"""The system of standards in rows: the framework's leaves with their numbers and standards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pilotkit.model.framework import Subsystem
from pilotkit.model.number import Rank
from pilotkit.model.repository import AnyStandard
from pilotkit.model.standard import AdoptedStandard, Standard, Status
from pilotkit.report.case import Case
from pilotkit.report.document import NOTHING

RANKS: tuple[Rank, ...] = ("国家", "行业", "地方", "团体", "内部", "国际")
_ENGLISH: dict[Rank, str] = {
    "国家": "national",
    "行业": "industry",
    "地方": "local",
    "团体": "group",
    "内部": "internal",
    "国际": "international",
}
_ORDER = {rank: index for index, rank in enumerate(RANKS)}


def rank_name(case: Case, rank: Rank | None) -> str:
    """Name a level; None where a number follows no grammar."""
    return case.say("不明", "unclear") if rank is None else case.say(rank, _ENGLISH[rank])


@dataclass(frozen=True)
class Listed:
    """A standard as it stands on the day: the edition in force speaks for a family."""

    standard: AnyStandard
    number: str | None
    title: str
    rank: Rank | None
    status: Status
    issued: date | None = None
    effective: date | None = None

    @property
    def own(self) -> bool:
        """Whether it is the pilot's own."""
        return isinstance(self.standard, Standard)


@dataclass(frozen=True)
class Shelf:
    """A subsystem at the bottom of a pillar, with its number in the system and its standards."""

    pillar: str
    pillar_name: str
    number: str
    name: str
    standards: tuple[Listed, ...]

    @property
    def is_placed(self) -> bool:
        """Whether it is a subsystem of the framework, not what belongs to none."""
        return self.pillar != NOTHING

    def numbered(self) -> Iterator[tuple[str, Listed]]:
        """Yield each standard with its 体系编号, JC-1-001."""
        for serial, listed in enumerate(self.standards, start=1):
            yield f"{self.number}-{serial:03}", listed


def shelves(case: Case) -> list[Shelf]:
    """Return the subsystems in their order, those that only hold others left out.

    What belongs to none of them comes last.
    """
    repository, placed = case.repository, _placed(case)
    framework = repository.framework
    found = []
    for pillar in framework.pillars if framework else ():
        for number, one, name in _every(pillar.id, pillar.subsystems):
            standards = tuple(placed.pop(one.id, ()))
            if standards or not one.subsystems:
                found.append(Shelf(pillar.id, pillar.name, number, name, standards))
    strays = [one for standards in placed.values() for one in standards]
    if strays:
        name = case.say("未归入体系", "in no subsystem")
        found.append(Shelf(NOTHING, name, NOTHING, name, tuple(_in_order(strays))))
    return found


def _every(
    prefix: str, subsystems: tuple[Subsystem, ...], above: str = ""
) -> Iterator[tuple[str, Subsystem, str]]:
    """Yield every subsystem with its number and its name below those above it."""
    for index, one in enumerate(subsystems, start=1):
        number = f"{prefix}.{index}" if above else f"{prefix}-{index}"
        name = f"{above}{one.name}"
        yield number, one, name
        yield from _every(number, one.subsystems, f"{name} / ")


def _placed(case: Case) -> dict[str, list[Listed]]:
    placed: dict[str, list[Listed]] = {}
    for standard in case.repository.all_standards:
        found = case.repository.subsystem(standard.subsystem)
        key = found[1].id if found else f"?{standard.subsystem}"
        placed.setdefault(key, []).append(listed(case, standard))
    return {key: _in_order(standards) for key, standards in placed.items()}


def _in_order(standards: list[Listed]) -> list[Listed]:
    last = len(RANKS)
    return sorted(
        standards,
        key=lambda one: (
            _ORDER.get(one.rank, last) if one.rank else last,
            one.number or "\uffff",
            one.standard.id,
        ),
    )


def listed(case: Case, standard: AnyStandard) -> Listed:
    """See a standard from the day."""
    if isinstance(standard, Standard):
        return Listed(
            standard,
            standard.number,
            standard.title,
            standard.level,
            standard.status_on(case.day),
            standard.issued,
            standard.effective,
        )
    edition = standard.edition_on(case.day)
    if edition is None:
        return Listed(
            standard, standard.number, standard.title, standard.level, _gone(case, standard)
        )
    return Listed(
        standard,
        edition.number,
        edition.title or standard.title,
        standard.level,
        "现行",
        edition.issued,
        edition.effective,
    )


def _gone(case: Case, standard: AdoptedStandard) -> Status:
    """Say how a family stands of which no edition is in force: gone, to come, or not there yet."""
    if any(one.withdrawn and one.withdrawn <= case.day for one in standard.editions):
        return "废止"
    issued = any(one.issued and one.issued <= case.day for one in standard.editions)
    return "已发布" if issued else "待制定"
