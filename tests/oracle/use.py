"""The measures of use: staff, records, inspections, problems."""

from datetime import date, timedelta
from decimal import Decimal

from oracle.fractions_of import Counted, counted
from oracle.system import clause_numbers
from oracle.world import World, back
from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.practice import PracticeRecord, SampledCase
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.evidence.training import Training
from pilotkit.model.staff import Person
from pilotkit.model.standard import Standard
from pilotkit.model.unit import Unit

MONTHS = {"办件": 1, "月": 1, "季": 3, "年": 12}


def bound(world: World) -> list[Unit]:
    """The units that owe 1 + 2."""
    return [
        one
        for one in world.repository.units
        if world.exists(one) and {"入驻", "街道"} & set(one.roles)
    ]


def people(world: World, unit: Unit) -> list[Person]:
    return [
        person
        for staff in world.repository.staff
        if world.unit_id(staff.unit) == unit.id
        for person in staff.people
        if world.exists(person)
    ]


def staffing(world: World) -> Counted:
    def is_full(unit: Unit) -> bool:
        times = [person.time for person in people(world, unit)]
        return times.count("专职") >= 1 and times.count("兼职") >= 2

    return counted(is_full(unit) for unit in bound(world))


def training_hours(world: World) -> Counted:
    needed = world.repository.table.thresholds.training_hours
    trainings = world.of(Training)

    def hours(person: Person) -> Decimal:
        return sum(
            (
                (came.hours if came.hours is not None else one.hours) or Decimal(0)
                for one in trainings
                for came in one.attendees
                if came.person == person.person
            ),
            Decimal(0),
        )

    def certified(person: Person) -> bool:
        own = any(not one.on or one.on <= world.day for one in person.certificates)
        given = (one.person for training in trainings for one in training.certificates)
        return own or person.person in given

    return counted(
        hours(person) >= needed and certified(person)
        for unit in bound(world)
        for person in people(world, unit)
    )


def stretches(first: date, until: date, months: int) -> list[tuple[date, date]]:
    """The calendar months, quarters or years from a day on that have ended by a day."""
    found = []
    for year in range(first.year, until.year + 1):
        for month in range(1, 13, months):
            begin = date(year, month, 1)
            after = date(year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
            end = after - timedelta(days=1)
            if begin >= first and end <= until:
                found.append((begin, end))
    return found


def records(world: World) -> Counted:
    ledgers = world.of(PracticeRecord)
    answers = []
    for one in world.every_standard:
        if not world.in_use(one):
            continue
        begun = (
            [one.effective] if isinstance(one, Standard) else [e.effective for e in one.editions]
        )
        since = min((day for day in begun if day), default=None)
        if since is None:
            continue
        for required in one.records:
            kept = [
                ledger.period
                for ledger in ledgers
                if (ledger.standard, ledger.record) == (one.id, required.id)
            ]
            for first, last in stretches(since, world.day, MONTHS[required.every]):
                answers.append(
                    any(
                        first <= period.to <= last or (period.from_ <= first and last <= period.to)
                        for period in kept
                    )
                )
    return counted(answers)


def traceability(world: World) -> Counted:
    def resolves(ledger: PracticeRecord, case: SampledCase) -> bool:
        standard = world.standard(ledger.standard)
        posts = {post.id for post in world.repository.posts}
        if standard is None or not case.clause or ledger.post not in posts:
            return False
        if ledger.record not in {required.id for required in standard.records}:
            return False
        if isinstance(standard, Standard):
            return case.clause in clause_numbers(standard)
        return True

    return counted(
        resolves(ledger, case) for ledger in world.of(PracticeRecord) for case in ledger.sample
    )


def inspections_held(world: World) -> Counted:
    held = world.of(Inspection)
    answers = []
    for plan in world.of(OfficialDocument):
        if not {"检查计划", "检查制度"} & set(plan.doc_types):
            continue
        answers += [
            any(one.planned == line.id and one.date <= line.due for one in held)
            for line in plan.schedule
            if line.due <= world.day
        ]
        if plan.every:
            answers += [
                any(first <= one.date <= last for one in held)
                for first, last in stretches(plan.date, world.day, MONTHS[plan.every])
            ]
    return counted(answers)


def conformity(world: World) -> Counted:
    windows = world.repository.pilot.windows if world.repository.pilot else None
    after = back(world.day, windows.inspection if windows else 12)
    latest: dict[tuple[str, str], tuple[date, str, str]] = {}
    looks: list[Inspection | Audit] = [*world.of(Inspection), *world.of(Audit)]
    for look in looks:
        if not after < look.time <= world.day:
            continue
        for one in look.clauses if isinstance(look, Inspection) else look.checklist:
            key = (one.standard, one.clause)
            if one.result != "不适用":
                latest[key] = max(
                    latest.get(key, (date.min, "", "")), (look.time, look.id, one.result)
                )
    closed = [
        (record.standard, record.clause, record.verified_on)
        for record in world.of(Nonconformity)
        if record.verified_on and record.verified_on <= world.day
    ]

    def conforms(key: tuple[str, str], day: date, result: str) -> bool:
        return result == "符合" or any((s, c) == key and on >= day for s, c, on in closed)

    return counted(conforms(key, day, result) for key, (day, _, result) in latest.items())


def problems_handled(world: World) -> Counted:
    def is_handled(look: Inspection) -> bool:
        if not look.findings:
            return bool(look.clauses)
        return all(
            one.handled_on is not None
            and one.handled_on <= world.day
            and (one.due is None or one.handled_on <= one.due)
            for one in look.findings
        )

    return counted(is_handled(look) for look in world.of(Inspection))


def closure(world: World) -> Counted:
    counting = {record.id for record in world.counting}
    answers = []
    for record in world.trouble(Nonconformity):
        closed = record.verified_on is not None and record.verified_on <= world.day
        if record.due and record.due > world.day and not record.verified_on:
            continue
        in_time = not record.due or (record.verified_on or date.max) <= record.due
        done = bool(record.cause and record.corrective_action) and closed and in_time
        answers.append(done and record.id in counting)
    return counted(answers)


def revisions_done(world: World) -> Counted:
    return counted(
        any(
            done.standard == record.revision and done.stage == "修订" and done.date >= record.date
            for done in world.of(Revision)
        )
        for record in world.trouble(Nonconformity)
        if record.revision
    )
