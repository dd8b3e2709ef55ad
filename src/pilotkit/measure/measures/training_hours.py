"""How many of the staff have their hours of training and a certificate (C2-2)."""

from collections.abc import Iterator
from decimal import Decimal

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.training import Training
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence
from pilotkit.model.staff import Person


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every person of the staff of the day, with the hours summed over all trainings."""
    repository = basis.repository
    needed = repository.table.thresholds.training_hours
    hours, certified = hours_of(basis), _certified(basis)
    for unit in repository.units_bound_to_staffing():
        staff = repository.staff_of(unit)
        for index, person in enumerate(staff.people if staff else ()):
            if staff and person.holds_on(repository.day):
                had = hours.get(person.person, Decimal(0))
                has = _has_certificate(basis, person) or person.person in certified
                reason = _lacks(had, needed, has=has)
                where = staff.placed("people", index, "person")
                yield Subject(person.person, where, reason, marks=Marks(unit=unit.id))


def _lacks(had: Decimal, needed: Decimal, *, has: bool) -> Sentence | None:
    missing = needed - had
    zh, en = [], []
    if missing > 0:
        zh.append(f"还差 {points_text(missing)} 学时")
        en.append(f"{points_text(missing)} hours short")
    if not has:
        zh.append("没有培训证明")
        en.append("no certificate")
    return Sentence("，".join(zh), ", ".join(en)) if zh else None


def hours_of(basis: Basis) -> dict[str, Decimal]:
    """Sum the hours that each person attended, over all trainings that count."""
    found: dict[str, Decimal] = {}
    for training in basis.of(Training):
        for attendee in training.attendees:
            if attendee.person:
                hours = attendee.hours if attendee.hours is not None else training.hours
                found[attendee.person] = found.get(attendee.person, Decimal(0)) + (hours or 0)
    return found


def _certified(basis: Basis) -> set[str]:
    trainings = basis.of(Training)
    return {given.person for training in trainings for given in training.certificates}


def _has_certificate(basis: Basis, person: Person) -> bool:
    day = basis.repository.day
    return any(not one.on or one.on <= day for one in person.certificates)


MEASURE = Measure(
    "training_hours",
    Sentence("专业培训达标率", "training of the staff"),
    Sentence(
        "学时累计达标且有证明的专兼职人员 ÷ 全部专兼职人员",
        "staff with enough hours in all and a certificate ÷ all staff",
    ),
    subjects,
)
