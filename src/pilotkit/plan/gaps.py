"""What each unit has and lacks, column by column: the matrix behind `pilot gaps`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.measure.measures.implementation import inspected_in
from pilotkit.model.day import AsOf
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.location import Location, Place
from pilotkit.model.measurement import Measurement
from pilotkit.model.plan import Task
from pilotkit.model.sentence import COMMA, Sentence
from pilotkit.model.staff import REQUIRED
from pilotkit.model.unit import Unit

# What a post must say (三、建设内容), and the standards that it works by.
_OF_A_POST = {
    "does": Sentence("做什么", "what it does"),
    "how": Sentence("怎么做", "how"),
    "degree": Sentence("做到什么程度", "to which degree"),
    "assessed_by": Sentence("由谁来考核监督", "who assesses it"),
    "adjacent": Sentence("与相邻岗位有什么关系", "its neighbours"),
    "standards": Sentence("所依据的标准", "its standards"),
}


class Entry(NamedTuple):
    """A thing in a cell; a reason says what it lacks, no place that nobody has written it."""

    id: str
    place: Place | None
    reason: Sentence | None = None

    @property
    def location(self) -> Location | None:
        """Where it is written."""
        return self.place.location if self.place else None


@dataclass(frozen=True)
class Cell:
    """What one unit has in one column; with `is_asked` something is expected of it there."""

    unit: Unit
    column: "Column"
    entries: tuple[Entry, ...]
    is_asked: bool

    @property
    def count(self) -> int:
        """How many things are there and lack nothing."""
        return sum(one.reason is None for one in self.entries)

    @property
    def missing(self) -> tuple[Entry, ...]:
        """What is missing or lacks something."""
        return tuple(one for one in self.entries if one.reason)

    @property
    def expected(self) -> int:
        """How many there should be by the records; at least one where something is asked."""
        return len(self.entries)


@dataclass(frozen=True)
class Column:
    """A column: its name, its full title and its short head, how a cell is filled.

    `asks` names what a proof reads where the plan asks a unit for such things.
    """

    name: str
    title: Sentence
    head: Sentence
    entries: Callable[["Sight", Unit], Iterable[Entry]]
    asks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Gaps:
    """The whole matrix of a day: a row a unit, a cell a column."""

    as_of: AsOf
    units: tuple[Unit, ...]
    cells: tuple[Cell, ...]

    def of(self, unit: Unit) -> tuple[Cell, ...]:
        """Return the row of a unit."""
        return tuple(one for one in self.cells if one.unit.id == unit.id)


@dataclass(frozen=True)
class Sight:
    """An appraisal, with what all cells look at."""

    appraisal: Appraisal

    def measured(self, name: str, unit: Unit) -> Measurement:
        """Return one unit's part of a measurement."""
        return self.appraisal.score.measurements[name].within(unit=unit.id)

    @cached_property
    def asked(self) -> dict[str, set[str]]:
        """What tasks that have begun ask of each role: what their proofs read."""
        repository, found = self.appraisal.repository, dict[str, set[str]]()
        for phase in repository.phases:
            if phase.from_.first_day <= repository.day:
                for task in phase.tasks:
                    for role in (*task.who.lead, *task.who.with_):
                        found.setdefault(role, set()).update(_read_by(task))
        return found

    def asks(self, column: Column, unit: Unit) -> bool:
        """Say whether the plan asks a unit for the things of a column by now."""
        return any(not column.asks.isdisjoint(self.asked.get(role, ())) for role in unit.roles)

    @cached_property
    def inspected(self) -> set[str]:
        """The standards that an inspection or audit within the window names."""
        return inspected_in(self.appraisal.basis)


def gaps_of(appraisal: Appraisal) -> Gaps:
    """Fill the matrix for the units of the day."""
    sight = Sight(appraisal)
    units = tuple(appraisal.repository.living_units())
    cells = tuple(_cell(sight, unit, column) for unit in units for column in COLUMNS)
    return Gaps(appraisal.repository.as_of, units, cells)


def _cell(sight: Sight, unit: Unit, column: Column) -> Cell:
    entries = tuple(column.entries(sight, unit))
    asked = bool(entries) or sight.asks(column, unit)
    if asked and not entries:
        nothing = Sentence("一份也没有", "there is none")
        entries = (Entry(unit.id, None, nothing),)
    return Cell(unit, column, entries, asked)


def _read_by(task: Task) -> Iterator[str]:
    for output in task.outputs:
        for _, node in output.proof.nodes():
            if node.evidence:
                yield "evidence"
                yield from node.evidence.kinds
            elif node.entity:
                yield node.entity.of
            elif node.measure:
                yield f"{node.measure.name} {node.measure.pillar or ''}".strip()


def _of_measure(name: str) -> Callable[[Sight, Unit], Iterator[Entry]]:
    def entries(sight: Sight, unit: Unit) -> Iterator[Entry]:
        measured = sight.measured(name, unit)
        for subject in (*measured.subjects, *measured.pending):
            yield Entry(subject.id, subject.place, subject.reason)

    return entries


def _documents(sight: Sight, unit: Unit) -> Iterator[Entry]:
    repository = sight.appraisal.repository
    for one in repository.documents:
        begun = one.date is None or one.date <= repository.day
        if begun and repository.unit_id(one.unit) == unit.id:
            undecided = Sentence("没有写明去向", "nobody has decided what becomes of it")
            yield Entry(one.id, one.placed("id"), None if one.becomes else undecided)


def _posts(sight: Sight, unit: Unit) -> Iterator[Entry]:
    repository = sight.appraisal.repository
    for post in repository.living_posts:
        if repository.unit_id(post.unit) == unit.id:
            lacks = [said for key, said in _OF_A_POST.items() if not getattr(post, key)]
            zh, en = COMMA.join(lacks)
            reason = Sentence(f"没有写：{zh}", f"does not say: {en}")
            yield Entry(post.id, post.placed("id"), reason if lacks else None)


def _training(sight: Sight, unit: Unit) -> Iterator[Entry]:
    """Yield the staff with their hours, and whom the unit has yet to name."""
    yield from _of_measure("training_hours")(sight, unit)
    if unit.bound_to_staffing:
        people = list(sight.appraisal.repository.people_of(unit))
        for time, needed in REQUIRED.items():
            for _ in range(needed - sum(one.time == time for one in people)):
                yield Entry(time, None, Sentence(f"缺 1 名{time}", f"one {time} is to be named"))


def _records(sight: Sight, unit: Unit) -> Iterator[Entry]:
    """Yield the unit's ledgers, then the periods of its own standards that have none."""
    repository = sight.appraisal.repository
    for record in repository.evidence:
        mine = isinstance(record, PracticeRecord) and repository.unit_id(record.unit) == unit.id
        if mine and record.date <= repository.day:
            yield Entry(record.id, record.placed("id"), sight.appraisal.basis.why_not(record))
    for subject in sight.measured("records", unit).lacking:
        yield Entry(subject.id, subject.place, subject.reason)


def _inspections(sight: Sight, unit: Unit) -> Iterator[Entry]:
    """Yield the unit's own standards whose use is due: the same that 标准实施率 looks at."""
    for subject in sight.measured("implementation", unit).subjects:
        none = Sentence("窗口期内没有监督检查", "no inspection within the window")
        reason = None if subject.id in sight.inspected else none
        yield Entry(subject.id, subject.place, reason)


def _evidence(sight: Sight, unit: Unit) -> Iterator[Entry]:
    repository = sight.appraisal.repository
    for record in repository.evidence:
        if record.date <= repository.day and repository.unit_id(record.unit) == unit.id:
            yield Entry(record.id, record.placed("id"), sight.appraisal.basis.why_not(record))


COLUMNS: tuple[Column, ...] = (
    Column(
        "documents",
        Sentence("现有文件", "collected documents"),
        Sentence("文件", "docs"),
        _documents,
        frozenset({"documents"}),
    ),
    Column(
        "standards",
        Sentence("应有标准", "required standards"),
        Sentence("标准", "stds"),
        _of_measure("coverage"),
    ),
    Column(
        "posts",
        Sentence("岗位", "posts"),
        Sentence("岗位", "posts"),
        _posts,
        frozenset({"coverage GZ", "posts"}),
    ),
    Column(
        "training",
        Sentence("培训（专兼职人员学时和证明）", "training of the staff"),
        Sentence("培训", "train"),
        _training,
    ),
    Column(
        "examinations",
        Sentence("岗位考核", "examinations of posts"),
        Sentence("考核", "exams"),
        _of_measure("knowledge"),
        frozenset({"knowledge"}),
    ),
    Column(
        "records",
        Sentence("实施记录", "records of use"),
        Sentence("记录", "recs"),
        _records,
        frozenset({"records", "实施记录"}),
    ),
    Column(
        "inspections",
        Sentence("监督检查", "inspections"),
        Sentence("检查", "insp"),
        _inspections,
        frozenset({"inspections_held", "监督检查"}),
    ),
    Column(
        "evidence",
        Sentence("证据", "evidence"),
        Sentence("证据", "evid"),
        _evidence,
        frozenset({"evidence"}),
    ),
)
