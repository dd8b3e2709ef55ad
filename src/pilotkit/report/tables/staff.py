"""Each unit's 1 + 2: who is named, with how many hours, who is missing."""

from decimal import Decimal

from pilotkit.measure.measures.training_hours import hours_of
from pilotkit.model.measurement import Subject
from pilotkit.model.staff import Person, Time, lacking
from pilotkit.model.unit import Unit
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.live import Lighting
from pilotkit.report.tables.guides import units_guide, words_guide

_COMPLETE, _TRAINED = ("已配齐", "complete"), ("达标", "yes")


def staff_table(case: Case) -> Table:
    """List the staff of every unit that owes it, a row a person or a gap."""
    say = case.say
    state = Lighting((say(*_COMPLETE),), (say("缺 ", "lacks "),), anywhere=True)
    columns = (
        Column(say("单位", "Unit"), width=22, guides=(units_guide(case),)),
        Column(say("人员", "Person"), width=16),
        Column(say("专兼职", "Time"), "code", 9, guides=(words_guide(Time),)),
        Column(say("累计学时", "Hours"), "number", 9),
        Column(say("证书编号", "Certificate"), width=18),
        Column(say("培训达标", "Trained"), width=18, guides=(Lighting((say(*_TRAINED),)),)),
        Column(say("配备情况", "State of the unit"), width=20, guides=(state,)),
    )
    hours = hours_of(case.appraisal.basis)
    trained = {one.id: one for one in case.measured("training_hours").subjects}
    rows: list[Row] = []
    for unit in case.repository.units_bound_to_staffing():
        rows += _of_unit(case, unit, trained, hours)
    return Table(say("各单位专兼职人员", "Staff by unit"), columns, merged(rows, 1), ledger=True)


def _of_unit(
    case: Case, unit: Unit, trained: dict[str, Subject], hours: dict[str, Decimal]
) -> list[Row]:
    people = list(case.repository.people_of(unit))
    missing = lacking(people)
    state = Cell(missing.to(case.lang), tone="bad") if missing else _complete(case)
    if not people:
        return [row(unit.name, None, None, None, None, None, state)]
    return [
        row(
            unit.name,
            person.name or person.person,
            person.time,
            hours.get(person.person, Decimal(0)),
            case.joined(one.number for one in person.certificates),
            _trained(case, person, trained),
            state,
        )
        for person in people
    ]


def _complete(case: Case) -> Cell:
    return Cell(case.say(*_COMPLETE), tone="good")


def _trained(case: Case, person: Person, trained: dict[str, Subject]) -> Cell:
    found = trained.get(person.person)
    if found is None:
        return cell(None)
    if found.reason:
        return Cell(found.reason.to(case.lang), tone="bad")
    return Cell(case.say(*_TRAINED), tone="good")
