"""A standard as it is handed out: what its cover says, and its text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pilotkit.model.naming import unit_called
from pilotkit.model.number import Rank
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.report.copies.pictures import Printed, pictures_of
from pilotkit.text.structure import Element, Section, StandardText, parse

_RANKS: dict[Rank, str] = {
    "国家": "国家标准",
    "行业": "行业标准",
    "地方": "地方标准",
    "团体": "团体标准",
}
_OWN = "自编标准"
_FRONT = (Element.FOREWORD, Element.INTRODUCTION)
_LISTED_DEPTH = 2
_STAGES = {
    "待制定": "（草案）",
    "制定中": "（草案）",
    "征求意见": "（征求意见稿）",
    "审查": "（送审稿）",
    "批准": "（报批稿）",
    "废止": "（已废止）",
}


@dataclass(frozen=True)
class Copy:
    """A standard and what is said about it on its cover; `day` is that of the data.

    `stage` is empty where it is issued and in force or to be; `notice` says what is invented;
    `pictures` are those of its text, by the paths that are written there.
    """

    standard: Standard
    text: StandardText
    pictures: Mapping[str, Printed]
    system: str
    issuer: str
    stage: str
    replaces: tuple[str, ...]
    day: date
    notice: str = ""

    @property
    def number(self) -> str:
        """Its number, as it is written."""
        return self.standard.number or ""

    @property
    def name(self) -> str:
        """Its number and title: what files and lists call it."""
        return f"{self.number}\u3000{self.standard.title}".strip()

    @property
    def front(self) -> tuple[Section, ...]:
        """What stands before the first chapter; its contents are made anew."""
        return tuple(one for one in self.text.sections if one.element in _FRONT)

    @property
    def body(self) -> tuple[Section, ...]:
        """The chapters, annexes and what stands behind them."""
        apart = {*_FRONT, Element.CONTENTS}
        return tuple(one for one in self.text.sections if one.element not in apart)

    def listed(self) -> tuple[Section, ...]:
        """Return what its table of contents lists, in the order of the pages."""
        return tuple(one for one in (*self.front, *self.body) if is_listed(one))


def is_listed(section: Section) -> bool:
    """Say whether contents list a section: chapters, and clauses of theirs with a title."""
    if section.is_chapter:
        return True
    second = section.depth == _LISTED_DEPTH
    return second and bool(section.title) and section.element is not Element.TERMS


def copy_of(standard: Standard, repository: Repository) -> Copy:
    """See a standard from the day of the data."""
    framework, pilot = repository.framework, repository.pilot
    kind = _RANKS.get(standard.level, _OWN)
    text = parse(standard.text)
    return Copy(
        standard=standard,
        text=text,
        pictures=pictures_of(standard, text, repository.files),
        system=framework.name if framework and kind == _OWN else kind,
        issuer=unit_called(repository, standard.unit),
        stage=_STAGES.get(standard.status_on(repository.day), ""),
        replaces=tuple(_number(one, repository) for one in standard.replaces),
        day=repository.day,
        notice=(pilot.invented if pilot else None) or "",
    )


def _number(replaced: str, repository: Repository) -> str:
    found = repository.standards_by_id.get(replaced)
    return (found.number if found else None) or replaced
