"""The laws and documents that own standards cite: in force or not, and on which lines."""

from pilotkit.report.case import Case, numbered_title
from pilotkit.report.document import Cell, Column, Row, Table, merged, row
from pilotkit.report.tables.references import lines_of
from pilotkit.text.dependents import Dependent
from pilotkit.text.law_dependents import citing_laws


def cited_laws_table(case: Case) -> Table | None:
    """List every citation of a law, by law; None where no own standard cites any."""
    say, laws = case.say, case.repository.laws_by_id
    rows = [
        _citation(case, id_, one)
        for id_, others in sorted(citing_laws(case.repository).items())
        for one in others.values()
        if id_ in laws
    ]
    columns = (
        Column(say("被引用的法律法规", "Cited"), width=38),
        Column(say("引用的标准", "Citing"), width=38),
        Column(say("状态", "Status"), "code", 9),
        Column(say("文本所在行", "Lines"), width=15),
    )
    caption = say("引用的法律法规", "Laws that are cited")
    return Table(caption, columns, merged(rows, 1)) if rows else None


def _citation(case: Case, id_: str, one: Dependent) -> Row:
    say, law, own = case.say, case.repository.laws_by_id[id_], one.standard
    holds = law.in_force_on(case.day)
    said = say("现行", "in force") if holds else say("非现行", "not in force")
    named = numbered_title(law.number, law.title)
    citing = numbered_title(own.number, own.title)
    return row(named, citing, Cell(said, tone="plain" if holds else "bad"), lines_of(case, one))
