"""标准明细表: every standard of the system in a row."""

from collections.abc import Iterator

from pilotkit.model.standard import ORIGINS, AdoptedStandard, Standard, Status
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, merged, row
from pilotkit.report.live import Choosing, Lighting
from pilotkit.report.tables.guides import ranks_guide, subsystems_guide, units_guide, words_guide
from pilotkit.report.tables.system import Listed, Shelf, rank_name, shelves

_UNDER_WAY = ("待制定", "制定中", "征求意见", "审查", "批准", "已发布")
_STATES = (words_guide(Status), Lighting(good=("现行",), bad=("废止",), open=_UNDER_WAY))


def list_table(case: Case) -> Table:
    """List every standard of the system, own and adopted, a row each."""
    rows: list[Row] = []
    for shelf in shelves(case):
        for number, one in shelf.numbered():
            rows.append(_line(case, len(rows) + 1, shelf, number, one))
    # The running number stands after the merged subsystem, so that only equals are merged.
    caption = case.say("标准明细表", "List of standards")
    return Table(caption, _list_columns(case), merged(rows, 1), ledger=True)


def _list_columns(case: Case) -> tuple[Column, ...]:
    say = case.say
    return (
        Column(say("子体系", "Subsystem"), width=9, guides=(subsystems_guide(case),)),
        Column(say("序号", "No."), "number", 4),
        Column(say("标准体系编号", "System number"), "code", 9),
        Column(say("标准编号", "Standard number"), "code", 13),
        Column(say("标准名称", "Title"), width=20),
        Column(say("级别", "Level"), "code", 5, guides=(ranks_guide(case),)),
        Column(say("发布日期", "Issued"), "day", 8),
        Column(say("实施日期", "Effective"), "day", 8),
        Column(say("状态", "Status"), "code", 6, guides=_STATES),
        Column(say("责任单位", "Unit"), width=26, guides=(units_guide(case),)),
        Column(say("来源", "Origin"), "code", 5, guides=(Choosing(ORIGINS),)),
        Column(say("备注", "Remarks"), width=8, guides=(_doubts(case),)),
    )


def _doubts(case: Case) -> Lighting:
    """Light up what is to be verified, and what will be withdrawn or has been taken over."""
    if case.lang == "zh":
        return Lighting(bad=("将于", "被"), open=("待核",), anywhere=True)
    return Lighting(bad=("to be withdrawn", "replaced by"), open=("verified",), anywhere=True)


def _line(case: Case, index: int, shelf: Shelf, number: str, one: Listed) -> Row:
    return row(
        shelf.name,
        index,
        number,
        one.number,
        one.title,
        rank_name(case, one.rank),
        one.issued,
        one.effective,
        Cell(one.status, tone="good" if one.status == "现行" else "open"),
        _units(case, one),
        one.standard.origin,
        _remarks(case, one),
    )


def _units(case: Case, one: Listed) -> str:
    standard = one.standard
    names = [standard.unit] if isinstance(standard, Standard) else list(standard.collected_by)
    return case.joined(case.unit_name(name) for name in names)


def _remarks(case: Case, one: Listed) -> str:
    said = []
    standard = one.standard
    if isinstance(standard, Standard):
        if standard.replaces:
            listed = case.joined(standard.replaces)
            said.append(case.say(f"代替{listed}", f"replaces {listed}"))
        if standard.replaced_by:
            said.append(
                case.say(f"被{standard.replaced_by}代替", f"replaced by {standard.replaced_by}")
            )
    else:
        said += _of_family(case, standard)
    return case.say("；", "; ").join(said)


def _of_family(case: Case, standard: AdoptedStandard) -> Iterator[str]:
    edition = standard.edition_on(case.day)
    if edition and edition.certainty == "待核":
        yield case.say("日期或名称待核", "facts to be verified")
    for older in standard.editions:
        if older.withdrawn and older.withdrawn <= case.day:
            yield case.say(
                f"{older.number}已于{older.withdrawn}废止",
                f"{older.number} withdrawn on {older.withdrawn}",
            )
    if edition and edition.withdrawn:
        yield case.say(f"将于{edition.withdrawn}废止", f"to be withdrawn on {edition.withdrawn}")
