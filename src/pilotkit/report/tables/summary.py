"""标准汇总表: the rows of the 明细表 counted, by subsystem and by level."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pilotkit.model.measurement import cut_percent
from pilotkit.model.number import Rank
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.live import Dividing, Measuring
from pilotkit.report.tables.counted import DEAD, ISSUED, Basis
from pilotkit.report.tables.system import RANKS, Listed, rank_name, shelves

_ALL, _REQUIRED, _THERE = ("合计", "All"), ("应有数", "Required"), ("现有数", "There")
# The levels that are shown; None: the number of a standard follows no grammar.
_Ranks = tuple[Rank | None, ...]


def summary_table(case: Case) -> Table:
    """Count the list by subsystem and level; the totals are those of the list."""
    every, basis = shelves(case), Basis(case)
    whole = [one for shelf in every for one in shelf.standards]
    ranks = _used(whole)
    lines: list[Row] = []
    for number, pillar in enumerate(dict.fromkeys(shelf.pillar for shelf in every), start=1):
        mine = [(n, shelf) for n, shelf in enumerate(every, start=1) if shelf.pillar == pillar]
        named = [(one.name, one.standards, basis.within(shelf=n)) for n, one in mine]
        if len(mine) > 1:
            together = tuple(one for _, shelf in mine for one in shelf.standards)
            named.append((case.say("小计", "Subtotal"), together, basis.within(pillar=number)))
        head = cell(mine[0][1].pillar_name)
        for name, standards, within in named:
            counts = _counts(standards, ranks, len(whole), within)
            lines.append(Row((head, cell(name), *counts)))
    total = Cell(case.say("总计", "Total"), across=2)
    last = Row((total, None, *_counts(whole, ranks, len(whole), basis)), total=True)
    caption = case.say("标准汇总表（按子体系和级别）", "Standards by subsystem and level")
    return Table(caption, _columns(case, ranks), (*merged(lines, 1), last))


def _used(standards: Sequence[Listed]) -> _Ranks:
    """Return the levels to show: the five of the law, the others where there are any."""
    found = {one.rank for one in standards}
    every: _Ranks = (*RANKS, None)
    return tuple(rank for rank in every if rank in found or rank not in {"国际", None})


def _columns(case: Case, ranks: _Ranks) -> tuple[Column, ...]:
    say, group = case.say, case.say("按级别", "By level")
    return (
        Column(say("支柱体系", "Pillar"), width=18),
        Column(say("子体系", "Subsystem"), width=20),
        *(Column(rank_name(case, rank), "number", 7, group) for rank in ranks),
        Column(say(*_ALL), "number", 7),
        Column(say(*_REQUIRED), "number", 8),
        Column(say(*_THERE), "number", 8, guides=(Measuring(say(*_REQUIRED)),)),
        Column(say("现有/应有", "Share"), "number", 10),
        Column(say("其中自编", "Own"), "number", 8),
        Column(say("占总数", "Of all"), "number", 9),
    )


def _counts(
    standards: Sequence[Listed], ranks: _Ranks, whole: int, basis: Basis
) -> tuple[Cell, ...]:
    """Count one line: 应有数 is what is not withdrawn, 现有数 what is issued of it."""
    living = _living(standards)
    there = _there(living)
    return (
        *(basis.level(rank).cell(sum(one.rank == rank for one in standards)) for rank in ranks),
        basis.cell(len(standards)),
        basis.cell(len(living), "living"),
        basis.cell(there, "living", "there"),
        _share(there, len(living), basis.case),
        basis.cell(sum(one.own for one in standards), "own"),
        _of_all(len(standards), whole, basis.case),
    )


def _living(standards: Sequence[Listed]) -> list[Listed]:
    return [one for one in standards if one.status not in DEAD]


def _there(living: Sequence[Listed]) -> int:
    return sum(one.status in ISSUED for one in living)


def _share(part: int, whole: int, case: Case) -> Cell:
    """Say which share of what is required is there; a sheet divides."""
    return _quotient(part, whole, Dividing(case.say(*_THERE), case.say(*_REQUIRED)))


def _of_all(part: int, whole: int, case: Case) -> Cell:
    title = case.say(*_ALL)
    return _quotient(part, whole, Dividing(title, title, of_all=True))


def _quotient(part: int, whole: int, dividing: Dividing) -> Cell:
    if not whole:
        return cell(None)
    thousandths = Decimal(part * 1000 // whole)
    return Cell(cut_percent(Fraction(part, whole)), thousandths / 1000, live=dividing)


def rank_table(case: Case) -> Table:
    """Count the list by level as GB/T 13016 has it: 应有数, 现有数, their quotient."""
    living = _living([one for shelf in shelves(case) for one in shelf.standards])
    basis = Basis(case)
    rows = [
        row(
            rank_name(case, rank),
            *_line([one for one in living if one.rank == rank], basis.level(rank)),
        )
        for rank in _used(living)
    ]
    total = row(case.say("共计", "Total"), *_line(living, basis), total=True)
    columns = (
        Column(case.say("标准级别", "Level"), width=20),
        Column(case.say(*_REQUIRED), "number"),
        Column(case.say(*_THERE), "number", guides=(Measuring(case.say(*_REQUIRED)),)),
        Column(case.say("现有数/应有数", "Share"), "number"),
        Column(case.say("其中自编", "Own"), "number"),
    )
    caption = case.say("标准统计表（按级别，GB/T 13016的表式）", "Standards by level (GB/T 13016)")
    return Table(caption, columns, (*rows, total))


def _line(living: Sequence[Listed], basis: Basis) -> tuple[Cell, ...]:
    there = _there(living)
    own = sum(one.own for one in living)
    return (
        basis.cell(len(living), "living"),
        basis.cell(there, "living", "there"),
        _share(there, len(living), basis.case),
        basis.cell(own, "living", "own"),
    )
