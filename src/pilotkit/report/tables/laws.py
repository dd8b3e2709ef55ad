"""法律法规和政策文件清单: what the pilot has collected, and whether it is in force."""

from pilotkit.model.law import LawClass
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Table, merged, row
from pilotkit.report.live import Choosing, Guide, Lighting
from pilotkit.report.tables.guides import words_guide


def laws_table(case: Case) -> Table:
    """List laws and policies by class."""
    say = case.say
    in_force, gone = say("现行", "in force"), say("非现行", "not in force")
    columns = (
        Column(say("类别", "Class"), "code", 10, guides=(words_guide(LawClass),)),
        Column(say("名称", "Title"), width=36),
        Column(say("文号", "Number"), width=18),
        Column(say("制定机关", "Issuer"), width=18),
        Column(say("施行日期", "Effective"), "day", 10),
        Column(say("状态", "State"), "code", 8, guides=_choosing((in_force,), (gone,))),
        Column(say("核实", "Verified"), "code", 8, guides=_choosing(("查证",), (), ("待核",))),
    )
    ordered = sorted(case.repository.laws, key=lambda one: (one.class_, one.id))
    rows = [
        row(
            one.class_,
            one.title,
            one.number,
            one.issuer,
            one.effective,
            in_force if one.in_force_on(case.day) else gone,
            Cell(one.certainty, tone="plain" if one.certainty == "查证" else "open"),
        )
        for one in ordered
    ]
    caption = say("法律法规和政策文件清单", "Laws and policies")
    return Table(caption, columns, merged(rows, 1), ledger=True)


def _choosing(
    good: tuple[str, ...], bad: tuple[str, ...], open_: tuple[str, ...] = ()
) -> tuple[Guide, ...]:
    return Choosing((*good, *open_, *bad)), Lighting(good, bad, open_)
