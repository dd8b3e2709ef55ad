"""The rows that the 汇总表 counts: for a workbook, whose counts are formulas over them."""

from dataclasses import dataclass, replace
from typing import get_args

from pilotkit.model.number import Rank
from pilotkit.model.standard import Status
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, row
from pilotkit.report.live import Counting, Guide, Telling
from pilotkit.report.tables.guides import ranks_guide, words_guide
from pilotkit.report.tables.system import Listed, rank_name, shelves

DEAD = frozenset({"废止"})
ISSUED = frozenset({"已发布", "现行"})
_LIVING = tuple(one for one in get_args(Status) if one not in DEAD)
_THERE = tuple(one for one in get_args(Status) if one in ISSUED)


@dataclass(frozen=True)
class Basis:
    """Which of the rows a count takes; shelves and pillars by their numbers, not their names."""

    case: Case
    where: tuple[tuple[str, str | int], ...] = ()

    def within(self, *, pillar: int = 0, shelf: int = 0) -> "Basis":
        """Take the rows of a pillar or of a subsystem only."""
        titles = _titles(self.case)
        more = (titles["pillar"], pillar) if pillar else (titles["shelf"], shelf)
        return replace(self, where=(*self.where, more))

    def level(self, rank: Rank | None) -> "Basis":
        """Take the rows of a level only."""
        more = (_titles(self.case)["level"], rank_name(self.case, rank))
        return replace(self, where=(*self.where, more))

    def cell(self, count: int, *keys: str) -> Cell:
        """Write a count, of rows where all these are 1: `living`, `there`, `own`."""
        titles = _titles(self.case)
        return self._counting(count, *((titles[key], 1) for key in keys))

    def _counting(self, count: int, *more: tuple[str, str | int]) -> Cell:
        where = (*self.where, *more) or ((_titles(self.case)["every"], 1),)
        return replace(cell(count), live=Counting(_caption(self.case), where))


def counted_table(case: Case) -> Table:
    """List what is counted, a row a standard."""
    every = shelves(case)
    pillars = {name: n for n, name in enumerate(dict.fromkeys(one.pillar for one in every), 1)}
    rows: list[Row] = []
    for number, shelf in enumerate(every, start=1):
        for one in shelf.standards:
            where = (pillars[shelf.pillar], shelf.pillar_name, number, shelf.name)
            rows.append(row(*where, *_said(case, one)))
    texts = {"title", "pillar_name", "name"}
    guides: dict[str, Guide] = {"level": ranks_guide(case), "status": words_guide(Status)}
    columns = tuple(
        Column(
            title,
            "text" if key in texts else "code",
            guides=(guides[key],) if key in guides else (),
        )
        for key, title in _titles(case).items()
    )
    return Table(_caption(case), columns, tuple(rows), ledger=True)


def _said(case: Case, one: Listed) -> tuple[str | int | Cell | None, ...]:
    """Say what counts; a sheet sees by the status whether a standard is required, and there."""
    status = _titles(case)["status"]
    living = replace(cell(int(one.status not in DEAD)), live=Telling(status, _LIVING))
    there = replace(cell(int(one.status in ISSUED)), live=Telling(status, _THERE))
    rank = rank_name(case, one.rank)
    return one.number, one.title, rank, one.status, living, there, int(one.own), 1


def _caption(case: Case) -> str:
    return case.say("汇总依据", "What is counted")


def _titles(case: Case) -> dict[str, str]:
    say = case.say
    return {
        "pillar": say("支柱序号", "Pillar no."),
        "pillar_name": say("支柱体系", "Pillar"),
        "shelf": say("子体系序号", "Subsystem no."),
        "name": say("子体系", "Subsystem"),
        "number": say("标准编号", "Standard number"),
        "title": say("标准名称", "Title"),
        "level": say("级别", "Level"),
        "status": say("状态", "Status"),
        "living": say("应有", "Required"),
        "there": say("现有", "There"),
        "own": say("自编", "Own"),
        "every": say("计数", "Counts"),
    }
