"""The lights of units: which are late, which will be, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.plan import UnitTask
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, some_of
from pilotkit.model.unit import Unit
from pilotkit.plan.duties import Duties, Duty
from pilotkit.plan.state import SOON, State
from pilotkit.plan.trouble import Trouble, expiring, troubles_of

# What these rules find stands among the duties and troubles already, with its day.
_DUTIES = frozenset(
    {
        "finding-overdue",
        "nonconformity-overdue",
        "output-missing",
        "output-unrecorded",
        "subtask-missing",
        "task-overdue",
    }
)
# As many as fit into a line of a table.
_NAMED = 3


class Light(StrEnum):
    """Red: something is late or wrong. Yellow: soon due, expiring, or warned of.

    Grey: nothing is asked of the unit yet. Green: all that was asked is there.
    """

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"

    @property
    def word(self) -> Sentence:
        """Its name."""
        return _WORDS[self]


_WORDS = {
    Light.RED: Sentence("红", "red"),
    Light.YELLOW: Sentence("黄", "yellow"),
    Light.GREEN: Sentence("绿", "green"),
    Light.GREY: Sentence("灰", "grey"),
}


class Reason(NamedTuple):
    """Why a unit has no better light than this one."""

    light: Light
    said: Sentence


class Timeliness(NamedTuple):
    """Of what a unit owed by the day, how much it had handed in by its date and still shows."""

    on_time: int
    due: int

    @property
    def rate(self) -> Fraction | None:
        """The share; None where nothing was due."""
        return Fraction(self.on_time, self.due) if self.due else None


@dataclass(frozen=True)
class UnitLight:
    """A unit, its light, the reasons of that light, and how timely it was."""

    unit: Unit
    light: Light
    reasons: tuple[Reason, ...]
    timeliness: Timeliness

    @property
    def is_ahead(self) -> bool:
        """Whether it handed in all that was due, in time, and nothing is late (先进)."""
        return self.light is not Light.RED and self.timeliness.rate == 1


@dataclass(frozen=True)
class _Found:
    """What may be held against units, by their ids."""

    duties: Duties
    troubles: dict[str, list[Trouble]]
    expiring: dict[str, int]
    diagnostics: dict[str, list[Diagnostic]]


def lights_of(duties: Duties, diagnostics: Iterable[Diagnostic]) -> tuple[UnitLight, ...]:
    """Return the light of every unit of the day, in the order of the file."""
    by_unit: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        if one.unit and one.name not in _DUTIES:
            by_unit.setdefault(duties.repository.unit_id(one.unit), []).append(one)
    expire = {unit: len(found) for unit, found in expiring(duties.repository).items()}
    found = _Found(duties, troubles_of(duties.repository), expire, by_unit)
    return tuple(_light(found, unit) for unit in duties.repository.living_units())


def _light(found: _Found, unit: Unit) -> UnitLight:
    mine = found.duties.of_unit(unit)
    bad = (*_red(found, unit, mine), *_yellow(found, unit, mine))
    if bad:
        return UnitLight(unit, bad[0].light, bad, timeliness_of(found.duties, mine))
    asked = [one for one in mine if one.span.begins <= found.duties.repository.day]
    if asked:
        done = sum(one.progress.is_full for one in asked)
        said = Sentence(
            f"已到时候的产出 {len(asked)} 项，交齐 {done} 项，没有逾期",
            f"{done} of {len(asked)} outputs that were begun are there, none is late",
        )
        light = Light.GREEN
    else:
        said = Sentence("目前没有要交的", "nothing is asked of it yet")
        light = Light.GREY
    return UnitLight(unit, light, (Reason(light, said),), timeliness_of(found.duties, mine))


def _red(found: _Found, unit: Unit, mine: list[Duty]) -> Iterator[Reason]:
    for duty in mine:
        if duty.state is State.LATE:
            yield Reason(Light.RED, _said(duty))
    yield from (Reason(Light.RED, said) for said in _share_of(found.duties, unit))
    day = found.duties.repository.day
    late = [one for one in found.troubles.get(unit.id, ()) if one.is_overdue(day)]
    for kind in dict.fromkeys(one.kind for one in late):
        of_kind = [one for one in late if one.kind == kind]
        yield Reason(Light.RED, _overdue(found.duties.repository, kind, of_kind))
    yield from _findings(found, unit, Severity.ERROR, Light.RED)


def _yellow(found: _Found, unit: Unit, mine: list[Duty]) -> Iterator[Reason]:
    for duty in mine:
        if duty.state in {State.DUE_SOON, State.LAPSED}:
            yield Reason(Light.YELLOW, _said(duty))
    day = found.duties.repository.day
    if soon := sum(one.is_due_soon(day) for one in found.troubles.get(unit.id, ())):
        said = Sentence(
            f"{SOON.days} 天内应整改的问题 {soon} 处", f"{soon} to be mended in {SOON.days} days"
        )
        yield Reason(Light.YELLOW, said)
    if n := found.expiring.get(unit.id):
        said = Sentence(
            f"{SOON.days} 天内到期的材料 {n} 份", f"records that expire in {SOON.days} days: {n}"
        )
        yield Reason(Light.YELLOW, said)
    yield from _findings(found, unit, Severity.WARNING, Light.YELLOW)


def _overdue(repository: Repository, kind: str, late: list[Trouble]) -> Sentence:
    """Name what should have been mended, as many as fit; a record of several findings once."""
    zh, en = some_of(dict.fromkeys(one.named(repository) for one in late), _NAMED)
    return Sentence(
        f"{kind}逾期未整改 {len(late)} 处：{zh}", f"{len(late)} of {kind} not mended in time: {en}"
    )


def _said(duty: Duty) -> Sentence:
    name, id_ = duty.output.name, duty.task.id
    state = duty.state.said
    if isinstance(duty.task, UnitTask):
        return Sentence(
            f"本单位任务“{duty.task.title}”的“{name}”{state.zh}（{duty.due}）",
            f"{id_} {name!r}: {state.en} ({duty.due})",
        )
    return Sentence(
        f"{id_}“{name}”{state.zh}（{duty.due}）", f"{id_} {name!r}: {state.en} ({duty.due})"
    )


def _share_of(duties: Duties, unit: Unit) -> Iterator[Sentence]:
    """Yield what a unit lacks of rates that others answer for: its own items, posts, ledgers."""
    for duty in duties.every:
        if duty.state is not State.LATE or duty.of or unit.id in duty.owners:
            continue
        lacking = {
            subject.id
            for node in duty.result.nodes()
            for subject in (node.measurement.lacking if node.measurement else ())
            if subject.marks.unit and duties.repository.unit_id(subject.marks.unit) == unit.id
        }
        if lacking:
            n, name = len(lacking), duty.output.name
            yield Sentence(
                f"{duty.task.id}“{name}”已逾期（{duty.due}），缺的有 {n} 项属于本单位",
                f"{duty.task.id} {name!r} was due on {duty.due}; it lacks {n} of this unit",
            )


def _findings(found: _Found, unit: Unit, severity: Severity, light: Light) -> Iterator[Reason]:
    mine = [one for one in found.diagnostics.get(unit.id, ()) if one.severity is severity]
    if mine:
        word = Sentence("错误", "errors") if light is Light.RED else Sentence("提醒", "warnings")
        example, n = _example(found.duties.repository, mine), len(mine)
        yield Reason(
            light,
            Sentence(f"检查出{word.zh} {n} 处{example.zh}", f"{word.en} {n}{example.en}"),
        )


def _example(repository: Repository, findings: list[Diagnostic]) -> Sentence:
    """Quote the first finding that is not about an internal record: reports show these reasons."""
    internal = {one.path for one in repository.evidence if one.is_internal}
    shown = [one.message for one in findings if one.location.path not in internal]
    if not shown:
        return Sentence("", "")
    more = Sentence("等", " …") if len(findings) > 1 else Sentence("", "")
    return Sentence(f"：{shown[0].zh}{more.zh}", f": {shown[0].en}{more.en}")


def timeliness_of(duties: Duties, mine: Iterable[Duty]) -> Timeliness:
    """Count the outputs that were due by the day, and of these the ones that came in time.

    What was due before the plan was issued is nobody's lateness, and what the tool cannot prove
    yet is not counted.
    """
    left_out = {State.MADE_UP, State.UNTRACED, State.UNPROVED}
    due = [one for one in mine if one.due <= duties.repository.day and one.state not in left_out]
    return Timeliness(sum(one.state is State.DONE for one in due), len(due))
