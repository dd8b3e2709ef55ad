"""The collected volume: every issued standard of the pilot's own, in the order of the system."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.report.copies.copy import Copy, copy_of

VOLUME = "标准文本汇编"
_STRAY = "未归入体系"


@dataclass(frozen=True)
class Part:
    """A part of the volume: a pillar of the system and its standards."""

    name: str
    copies: tuple[Copy, ...]


@dataclass(frozen=True)
class Volume:
    """All parts; `left_out` are the standards that are not issued on the day, or have no text."""

    system: str
    pilot: str
    day: date
    parts: tuple[Part, ...]
    left_out: tuple[Standard, ...]
    notice: str = ""

    @property
    def count(self) -> int:
        """How many standards it holds."""
        return sum(len(part.copies) for part in self.parts)

    @property
    def lines(self) -> tuple[str, ...]:
        """What its cover says below its name."""
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        return self.system, self.pilot, f"共{self.count}项", day


def volume_of(repository: Repository) -> Volume:
    """Gather the standards in the order of the framework, in a subsystem by their numbers."""
    held = [one for one in repository.standards if _is_held(one, repository.day)]
    framework, pilot = repository.framework, repository.pilot
    return Volume(
        system=framework.name if framework else "标准体系",
        pilot=pilot.name if pilot else "",
        day=repository.day,
        parts=tuple(_parts(held, repository)),
        left_out=tuple(one for one in repository.standards if not _is_held(one, repository.day)),
        notice=(pilot.invented if pilot else None) or "",
    )


def _is_held(standard: Standard, day: date) -> bool:
    return standard.issued_on(day) and bool(standard.text.strip())


def _parts(held: list[Standard], repository: Repository) -> Iterator[Part]:
    framework = repository.framework
    places = [one.id for _, one in framework.subsystems()] if framework else []
    order = {id_: index for index, id_ in enumerate(places)}
    by_pillar: dict[str, list[tuple[int, str, str, Standard]]] = {}
    for one in held:
        found = repository.subsystem(one.subsystem)
        pillar, place = (found[0].name, order.get(found[1].id, -1)) if found else (_STRAY, -1)
        by_pillar.setdefault(pillar, []).append((place, one.number or "\uffff", one.id, one))
    pillars = [one.name for one in framework.pillars] if framework else []
    for name in [*pillars, _STRAY]:
        if standards := by_pillar.get(name):
            ordered = sorted(standards, key=lambda one: one[:3])
            yield Part(name, tuple(copy_of(one[-1], repository) for one in ordered))
