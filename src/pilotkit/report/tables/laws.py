"""法律法规和政策文件清单: what the pilot has collected, and whether it is in force."""

from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Table, merged, row


def laws_table(case: Case) -> Table:
    """List laws and policies by class."""
    say = case.say
    columns = (
        Column(say("类别", "Class"), "code", 10),
        Column(say("名称", "Title"), width=36),
        Column(say("文号", "Number"), width=18),
        Column(say("制定机关", "Issuer"), width=18),
        Column(say("施行日期", "Effective"), "day", 10),
        Column(say("状态", "State"), "code", 8),
        Column(say("核实", "Verified"), "code", 8),
    )
    ordered = sorted(case.repository.laws, key=lambda one: (one.class_, one.id))
    rows = [
        row(
            one.class_,
            one.title,
            one.number,
            one.issuer,
            one.effective,
            say("现行", "in force") if one.in_force_on(case.day) else say("非现行", "not in force"),
            Cell(one.certainty, tone="plain" if one.certainty == "查证" else "open"),
        )
        for one in ordered
    ]
    return Table(say("法律法规和政策文件清单", "Laws and policies"), columns, merged(rows, 1))
